"""The figures of Insights, each worked out by hand."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from heardback.ports import Ports
from heardback.searchfile import read_search
from heardback.service.insights import insights
from heardback.service.search_file import import_search
from heardback.testing import FakeClock, MemoryStore

SEARCH = """
heardback: 1
candidate: {name: Dana Reyes, email: dana@example.org, timezone: America/Chicago, country: US}
people:
  priya: {name: Priya Raman, email: priya@northwind.example}
  hana: {name: Hana Weiss, email: hana@globex.example}
  uma: {name: Uma Nilsson, email: uma@umbra.example}
opportunities:
  northwind:
    employer: Northwind
    people: {priya: hiring_manager}
    events:
      - {when: 2025-02-20, what: applied}
      - {when: 2025-03-03T14:00, what: interview, stage: first, with: [priya]}
      - {when: 2025-03-03T16:00, what: promise, from: priya, by: 2025-03-07}
      - {when: 2025-03-11T09:00, what: sent, kind: check_in, to: [priya], channel: email}
      - {when: 2025-03-13T11:00, what: received, from: priya, channel: email, about: still_deciding}
  globex:
    employer: Globex
    people: {hana: hiring_manager}
    events:
      - {when: 2025-02-21, what: applied}
      - {when: 2025-03-10T10:00, what: interview, stage: final, with: [hana]}
      - {when: 2025-03-10T12:00, what: promise, from: hana, by: 2025-03-14}
      - {when: 2025-03-12T15:00, what: offer, from: hana, channel: email, decide_by: 2025-03-21, written: true}
  umbra:
    employer: Umbra
    people: {uma: recruiter}
    events:
      - {when: 2025-02-22, what: applied}
      - {when: 2025-03-05T10:00, what: interview, stage: first, with: [uma]}
      - {when: 2025-03-05T12:00, what: promise, from: uma, by: 2025-03-12}
      - {when: 2025-03-06T12:00, what: received, from: uma, channel: email, about: thanks}
  initech:
    employer: Initech
    events:
      - {when: 2025-02-10, what: applied}
      - {when: 2025-02-20T10:00, what: rejected}
"""
NOW = datetime(2025, 3, 20, 10, tzinfo=ZoneInfo("America/Chicago"))  # a Thursday


@pytest.fixture
def ports() -> Ports:
    opened = Ports(store=MemoryStore(), clock=FakeClock(NOW))
    import_search(opened, read_search(SEARCH, name="search.yaml").search)
    return opened


def test_promises_are_held_against_the_day_they_were_kept(ports: Ports) -> None:
    rows = {row["id"]: row for row in insights(ports)["promises"]}
    kept = {id: (row["promised"], row["answered"], row["late"]) for id, row in rows.items()}
    assert kept == {
        # Monday 10 to Thursday 13 March: four business days after the Friday promised
        "northwind": ("2025-03-07", "2025-03-13", 4),
        # on Wednesday, with Thursday and Friday to spare
        "globex": ("2025-03-14", "2025-03-12", -2),
        # thanks are no answer: 13, 14, 17, 18, 19 and 20 March have gone by
        "umbra": ("2025-03-12", None, 6),
    }


def test_check_ins_tell_how_soon_they_were_answered(ports: Ports) -> None:
    (row,) = insights(ports)["check_ins"]
    assert (row["id"], row["sent"], row["answered"], row["days"]) == (
        "northwind",
        "2025-03-11",
        "2025-03-13",
        2,
    )


def test_the_funnel_counts_every_opportunity_at_each_step_it_came_to(ports: Ports) -> None:
    steps = {row["step"]: row["count"] for row in insights(ports)["funnel"]}
    assert steps == {"applied": 4, "talked": 3, "final round": 1, "offer": 1, "accepted": 0}


def test_silence_is_counted_from_their_last_word_and_the_longest_is_first(ports: Ports) -> None:
    rows = [(row["id"], row["days"]) for row in insights(ports)["silence"]]
    assert rows == [("umbra", 14), ("globex", 8), ("northwind", 7)]


def test_what_has_ended_is_counted_by_how(ports: Ports) -> None:
    assert [row["count"] for row in insights(ports)["ends"]] == [1]
