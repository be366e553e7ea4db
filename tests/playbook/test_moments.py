"""The very moment, the channel answered in, the reader's own hours."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import (
    Channel,
    DecidedAgainst,
    Interview,
    Offer,
    Preference,
    Received,
    Rejected,
)
from heardback.model.moment import Moment
from heardback.model.search import Search
from heardback.playbook.decide import decide
from tests.playbook.build import (
    PEOPLE,
    ROUND,
    Told,
    by_id,
    hour,
    northwind,
    now,
    opportunity,
    plan,
    search,
)

# The very moment


def test_an_interview_is_over_at_its_end_and_not_a_moment_before() -> None:
    found = search(northwind(ROUND))
    end = by_id(plan(found, "2025-03-03T15:00"))
    note = end["northwind/thank_you/priya"]
    assert note.why[0].say == "note.met"
    assert [s.say for s in note.changes_if] == ["change.writes_first"]
    assert "northwind/ask_timeframe/-" not in end
    before = decide(
        found, at=now("2025-03-03T15:00") - timedelta(seconds=1), words=ENGLISH_TIMEFRAMES
    )
    note = by_id(before)["northwind/thank_you/priya"]
    assert note.why[0].say == "note.will_meet"
    assert [s.say for s in note.changes_if] == ["change.interview_moves"]


def test_what_happens_is_known_from_its_own_moment_on() -> None:
    asked: Told = ("2025-03-05T10:00", Received(from_="priya", about="request"))
    found = search(northwind(ROUND, asked))
    assert "northwind/reply/priya" in by_id(plan(found, "2025-03-05T10:00"))
    assert "northwind/reply/priya" not in by_id(plan(found, "2025-03-05T09:59"))


def test_an_offer_made_the_moment_an_interview_begins_does_not_decide_it() -> None:
    offer: Told = (ROUND[0], Offer(from_="priya"))
    made = by_id(plan(search(northwind(ROUND, offer)), "2025-03-03T16:00"))
    assert "northwind/thank_you/priya" in made


def test_the_last_moment_of_what_is_foreseen_is_foreseen() -> None:
    found = search(northwind(ROUND))
    question = by_id(plan(found, "2025-03-03T16:00"))["northwind/check_in/priya"]
    at = now("2025-03-03T16:00")
    within = decide(found, at=at, until=question.not_before, words=ENGLISH_TIMEFRAMES)
    assert question.id in by_id(within)
    earlier = question.not_before - timedelta(seconds=1)
    assert question.id not in by_id(decide(found, at=at, until=earlier, words=ENGLISH_TIMEFRAMES))


# The channel they used is the one that is answered


@pytest.mark.parametrize(
    ("used", "answered"),
    [(None, "email"), ("email", "email"), ("call", "call"), ("voicemail", "call"),
     ("linkedin", "linkedin")],
)  # fmt: skip
def test_one_answers_where_one_was_asked(used: Channel | None, answered: str) -> None:
    asked: Told = ("2025-03-05T10:00", Received(from_="priya", about="request", channel=used))
    made = by_id(plan(search(northwind(ROUND, asked)), "2025-03-05T11:00"))
    assert made["northwind/reply/priya"].channel == answered
    offered: Told = ("2025-03-05T10:00", Offer(from_="priya", channel=used))
    made = by_id(plan(search(northwind(ROUND, offered)), "2025-03-05T11:00"))
    assert made["northwind/acknowledge_offer/priya"].channel == answered


# The reader's own hours


TOKYO = {"priya": replace(PEOPLE["priya"], timezone="Asia/Tokyo")}
EVENING = "2025-03-05T20:00"  # ten in the morning of the 6th in Tokyo


def in_tokyo(*events: Told) -> Search:
    found = search(northwind(ROUND, *events))
    return replace(found, people=PEOPLE | TOKYO)


def test_a_withdrawal_goes_in_the_readers_hours() -> None:
    found = in_tokyo((EVENING, DecidedAgainst()))
    made = by_id(plan(found, EVENING))["northwind/withdraw/priya"]
    assert hour(made) == "03-06 10:00"


def test_an_answer_to_a_rejection_goes_in_the_readers_hours() -> None:
    made = by_id(plan(in_tokyo((EVENING, Rejected())), EVENING))
    assert hour(made["northwind/answer_rejection/priya"]) == "03-06 10:00"


def test_an_offer_elsewhere_is_told_in_the_readers_hours() -> None:
    final: Told = (ROUND[0], Interview(with_=("priya",), ends=None, stage="final"))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    offer: Told = (EVENING, Offer(from_="hana", decide_by=Moment(now("2025-03-12T17:00"))))
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    found = search(northwind(final, prefers), other)
    found = replace(found, people=PEOPLE | TOKYO)
    told = by_id(plan(found, EVENING))["northwind/tell_about_offer/priya"]
    assert hour(told) == "03-06 10:00"
