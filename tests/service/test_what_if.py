"""Supposing another deadline shows what recording it would, and changes nothing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from heardback.errors import UsageError
from heardback.model.sayings import Logged
from heardback.ports import Ports
from heardback.searchfile import read_search
from heardback.service.offers import offers, what_if
from heardback.service.search_file import import_search
from heardback.service.tell import say
from heardback.testing import FakeClock, MemoryStore

SEARCH = """
heardback: 1
candidate: {name: Dana Reyes, email: dana@example.org, timezone: America/Chicago, country: US}
people:
  hana: {name: Hana Weiss, email: hana@globex.example, phone: "+1 617 555 0111", phone_given: true}
  priya: {name: Priya Raman, email: priya@northwind.example}
opportunities:
  globex:
    employer: Globex
    role: Analyst
    people: {hana: hiring_manager}
    events:
      - {when: 2025-03-10T10:00, what: interview, stage: final, with: [hana]}
      - {when: 2025-03-17T10:00, what: offer, from: hana, channel: email, decide_by: 2025-03-21, written: true}
      - {when: 2025-03-17T12:00, what: sent, kind: acknowledge_offer, to: [hana], channel: email}
  northwind:
    employer: Northwind
    role: Data Engineer
    people: {priya: hiring_manager}
    events:
      - {when: 2025-03-12T10:00, what: interview, stage: final, steps_left: 0, with: [priya]}
      - {when: 2025-03-12T17:00, what: sent, kind: thank_you, to: [priya], channel: email}
      - {when: 2025-03-12T18:00, what: promise, from: priya, by: 2025-03-26}
      - {when: 2025-03-12T19:00, what: preference, over: [globex]}
"""
NOW = datetime(2025, 3, 18, 10, tzinfo=ZoneInfo("America/Chicago"))


@pytest.fixture
def ports() -> Ports:
    opened = Ports(store=MemoryStore(), clock=FakeClock(NOW))
    import_search(opened, read_search(SEARCH, name="search.yaml").search)
    return opened


def due(view: dict[str, object]) -> dict[str, str]:
    steps = view["steps"]
    assert isinstance(steps, list)
    return {row["id"]: row["due"] for row in steps}


def test_a_later_deadline_moves_the_decision_and_needs_no_more_time(ports: Ports) -> None:
    before = due(offers(ports))
    assert "globex/ask_extension/hana" in before, "26 March is after the 21st"
    assert before["globex/decide/-"].startswith("2025-03-21T13:00"), (
        "four working hours before 17:00"
    )
    after = due(what_if(ports, "globex", date(2025, 3, 28)))
    assert "globex/ask_extension/hana" not in after
    assert after["globex/decide/-"].startswith("2025-03-28T13:00")


def test_what_is_supposed_is_what_would_be_if_it_were_recorded(ports: Ports) -> None:
    supposed = due(what_if(ports, "globex", date(2025, 3, 28)))
    told: dict[str, object] = {
        "when": "2025-03-18T10:00",
        "what": "deadline_moved",
        "decide_by": "2025-03-28",
    }
    say(ports, [Logged(opportunity="said:globex", event=told)])
    assert due(offers(ports)) == supposed


def test_supposing_changes_nothing(ports: Ports) -> None:
    before = offers(ports)
    what_if(ports, "globex", date(2025, 3, 28))
    assert offers(ports) == before


def test_a_day_that_is_past_cannot_be_supposed(ports: Ports) -> None:
    with pytest.raises(UsageError, match="past"):
        what_if(ports, "globex", date(2025, 3, 17))
