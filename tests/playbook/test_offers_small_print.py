"""The small print of offers, cards and endings: two days to decide, one card, one answer.

What planted faults showed that no scenario asked (docs/decisions/016-mutation-testing.md).
"""

from datetime import date, timedelta

import pytest

from heardback.model.events import (
    DecidedAgainst,
    Filled,
    Happening,
    Interview,
    Offer,
    Preference,
    Promise,
    Rejected,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity
from tests.playbook.build import by_id, hour, now, opportunity, plan, search

Told = tuple[str, Happening]
ROUND: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
PRIYA = {"priya": "hiring_manager"}


def northwind(*events: Told, people: dict[str, str] | None = None) -> Opportunity:
    return opportunity(*events, people=people or PRIYA)


def sent(when: str, kind: str, *, channel: str = "email", to: str = "priya") -> Told:
    return (when, Sent(to=(to,), kind=kind, channel=channel))  # type: ignore[arg-type]  # a channel


# How long is pressing


@pytest.mark.parametrize(("minutes", "pressing"), [(0, False), (-1, True)])
def test_two_days_are_time_to_think_and_a_minute_less_is_pressing(
    minutes: int, pressing: bool
) -> None:
    by = now("2025-03-04T10:00") + timedelta(hours=48, minutes=minutes)
    offer: Told = ("2025-03-04T10:00", Offer(from_="priya", decide_by=Moment(by)))
    made = by_id(plan(search(northwind(ROUND, offer)), "2025-03-04T11:00"))
    says = [r.say for r in made["northwind/acknowledge_offer/priya"].why]
    assert ("offer.pressing" in says) is pressing


# For whom it is worth asking for time

OFFER: Told = ("2025-03-05T10:00", Offer(from_="priya", decide_by=Moment(now("2025-03-12T17:00"))))


def waiting(id: str, by: date) -> Opportunity:
    talk: Told = ("2025-03-04T14:00", Interview(with_=("hana",), ends=None, stage="final"))
    said: Told = ("2025-03-04T16:00", Promise(from_="hana", by=by))
    return opportunity(talk, said, id=id, people={"hana": "hiring_manager"})


def asked_for(*others: Opportunity, more: tuple[Told, ...] = ()) -> str | None:
    made = by_id(plan(search(northwind(ROUND, OFFER, *more), *others), "2025-03-05T11:00"))
    found = made.get("northwind/ask_extension/priya")
    return str(found.why[0].values["other"]) if found else None


def test_time_is_asked_for_the_nearest_of_those_that_no_time_reaches() -> None:
    far = waiting("globex", date(2025, 4, 10)), waiting("initech", date(2025, 3, 28))
    assert asked_for(*far) == "Initech"


def test_no_time_is_asked_for_whoever_answers_on_the_day_itself() -> None:
    assert asked_for(waiting("globex", date(2025, 3, 12))) is None
    assert asked_for(waiting("globex", date(2025, 3, 13))) == "Globex"


def test_no_time_is_asked_for_whoever_is_liked_less() -> None:
    prefers: Told = ("2025-03-05T10:30", Preference(over=("globex",)))
    assert asked_for(waiting("globex", date(2025, 3, 14)), more=(prefers,)) is None


def test_an_answer_on_the_day_of_the_deadline_leaves_no_gap() -> None:
    found = search(northwind(ROUND, OFFER), waiting("globex", date(2025, 3, 12)))
    (row,) = plan(found, "2025-03-05T11:00").deadlines[0].others
    assert row.gap_days is None


# Out before the next meeting


@pytest.mark.parametrize(
    ("meeting", "due"), [("2025-03-11T20:00", "03-10 20:00"), ("2025-03-11T20:30", "03-11 08:00")]
)
def test_one_leaves_at_any_hour_where_the_next_meeting_is_within_a_business_day(
    meeting: str, due: str
) -> None:
    ahead: Told = (meeting, Interview(with_=("priya",), ends=None))
    out: Told = ("2025-03-10T20:00", DecidedAgainst())
    made = by_id(plan(search(northwind(ROUND, ahead, out)), "2025-03-10T20:05"))
    assert hour(made["northwind/withdraw/priya"]) == due


# Cards

NOTE = sent("2025-03-03T17:00", "thank_you")


def cards(*events: Told) -> list[str]:
    made = plan(search(northwind(ROUND, *events), note_channel="both"), "2025-03-07T10:00")
    return [hour(f, "latest") for f in made.follow_ups if f.channel == "letter"]


def test_a_card_may_follow_the_note_for_five_business_days() -> None:
    assert cards(NOTE) == ["03-11 08:00"]


def test_one_card_is_enough_and_without_a_note_there_is_none() -> None:
    assert cards(NOTE, sent("2025-03-05T10:00", "thank_you", channel="letter")) == []
    assert cards(sent("2025-03-05T10:00", "check_in")) == []


def test_a_card_follows_the_last_interview_alone() -> None:
    later: Told = ("2025-03-06T10:00", Interview(with_=("priya",), ends=None))
    assert cards(NOTE, later) == []


# Endings


def test_a_position_that_was_filled_is_answered_once_if_at_all() -> None:
    filled: Told = ("2025-03-05T10:00", Filled())
    found = search(northwind(ROUND, NOTE, filled))
    answer = by_id(plan(found, "2025-03-05T11:00"))["northwind/answer_rejection/priya"]
    assert answer.optional
    assert "northwind/answer_rejection/priya" not in by_id(plan(found, "2025-03-14T11:00"))
    done = search(northwind(ROUND, NOTE, filled, sent("2025-03-05T12:00", "answer_rejection")))
    assert "northwind/answer_rejection/priya" not in by_id(plan(done, "2025-03-05T13:00"))


def test_feedback_is_asked_for_once_and_later_where_that_is_preferred() -> None:
    no: Told = ("2025-03-05T10:00", Rejected())
    first = sent("2025-03-05T12:00", "answer_rejection")
    second = sent("2025-03-12T12:00", "answer_rejection")

    def asks(*events: Told, at: str) -> int:
        found = search(northwind(ROUND, NOTE, no, *events), feedback_timing=7)
        return sum(f.kind == "answer_rejection" for f in plan(found, at).follow_ups)

    assert asks(first, at="2025-03-06T10:00") == 1
    assert asks(first, second, at="2025-03-13T10:00") == 0


# Thanks to who arranged it


def test_who_arranged_two_rounds_is_thanked_once() -> None:
    people = {"priya": "hiring_manager", "cora": "coordinator"}
    later: Told = ("2025-03-05T14:00", Interview(with_=("priya",), ends=None))
    made = plan(search(northwind(ROUND, later, people=people)), "2025-03-05T16:00")
    assert sum(f.to == ("cora",) and f.kind == "thank_you" for f in made.follow_ups) == 1
