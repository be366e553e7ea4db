"""Calls, missed meetings and leave: what is rung, what is written, and who carries it."""

from dataclasses import replace
from datetime import date

import pytest

from heardback.model.events import (
    Away,
    CallRequested,
    Hesitation,
    Interview,
    NoContact,
    NoShow,
    Offer,
    Permission,
    Preference,
    Promise,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.plan import FollowUp
from tests.playbook.build import (
    AGENCY,
    ASKED,
    FINAL,
    NOTE,
    PEOPLE,
    PRIYA,
    ROUND,
    Told,
    by_id,
    hour,
    northwind,
    now,
    opportunity,
    plan,
    search,
    sent,
)

# Calls


def test_a_call_is_welcome_where_they_allow_it_and_gave_their_number() -> None:
    priya = replace(PEOPLE["priya"], phone="+1 512 555 0101", phone_given=True)

    def channel(*events: Told) -> str | None:
        found = search(northwind(ROUND, NOTE, *events))
        made = by_id(plan(replace(found, people=PEOPLE | {"priya": priya}), "2025-03-05T11:00"))
        return made["northwind/check_in/priya"].channel

    assert channel() == "email"
    assert channel(("2025-03-04T10:00", Permission(from_="priya", allows=("calls",)))) == "call"


@pytest.mark.parametrize("kind", ["ask_extension", "tell_about_offer"])
def test_whoever_never_calls_is_told_that_this_is_why_it_is_a_mail(kind: str) -> None:
    final: Told = (ROUND[0], Interview(with_=("priya",), ends=None, stage="final"))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    doubt: Told = ("2025-03-04T09:00", Hesitation(about="scope", serious=True))
    limit = Moment(now("2025-03-14T17:00"))
    offer: Told = ("2025-03-05T10:00", Offer(from_="hana", decide_by=limit, written=True))
    other = opportunity(doubt, offer, id="globex", people={"hana": "hiring_manager"})
    found = search(northwind(final, prefers), other, call_policy="never")
    (one,) = [f for f in plan(found, "2025-03-05T11:00").follow_ups if f.kind == kind]
    assert one.channel == "email"
    assert "call.never" in [r.say for r in one.why]


# Calls and missed meetings


def test_a_call_back_answers_only_whom_it_reached() -> None:
    people = PRIYA | {"tom": "interviewer"}
    asked: Told = ("2025-03-05T10:00", CallRequested(from_="priya"))
    back = Sent(to=("priya",), kind="other", channel="call")
    wrong = Sent(to=("tom",), kind="other", channel="call")
    answered = search(northwind(ROUND, asked, ("2025-03-05T12:00", back), people=people))
    assert "northwind/take_call/priya" not in by_id(plan(answered, "2025-03-05T13:00"))
    open_ = search(northwind(ROUND, asked, ("2025-03-05T12:00", wrong), people=people))
    assert "northwind/take_call/priya" in by_id(plan(open_, "2025-03-05T13:00"))


def test_a_new_time_is_asked_for_once() -> None:
    missed: Told = ("2025-03-03T15:00", NoShow(by="employer"))
    asked: Told = ("2025-03-03T15:30", Sent(to=("priya",), kind="reschedule", channel="email"))

    def kinds(*events: Told) -> set[str]:
        found = search(northwind(ROUND, missed, *events))
        return {f.kind for f in plan(found, "2025-03-03T16:00").follow_ups}

    assert "reschedule" in kinds()
    assert "reschedule" not in kinds(asked)


# A call that they asked for is taken by the candidate, whoever carries letters


def test_a_call_is_carried_by_nobody() -> None:
    call: Told = ("2025-03-05T10:00", CallRequested(from_="priya"))
    people = PRIYA | {"sam": "agency_recruiter"}
    found = search(opportunity(ROUND, call, people=people, route="agency"))
    made = by_id(plan(found, "2025-03-05T11:00"))["northwind/take_call/priya"]
    assert made.via is None


@pytest.mark.parametrize("kind", ["take_call", "reply"])
def test_a_call_that_was_taken_is_asked_for_no_more(kind: str) -> None:
    call: Told = ("2025-03-05T10:00", CallRequested(from_="priya"))
    taken: Told = ("2025-03-05T12:00", Sent(to=("priya",), kind=kind, channel="email"))
    made = by_id(plan(search(northwind(ROUND, call, taken)), "2025-03-05T13:00"))
    assert "northwind/take_call/priya" not in made
    other: Told = ("2025-03-05T12:00", Sent(to=("priya",), kind="thank_you", channel="email"))
    made = by_id(plan(search(northwind(ROUND, call, other)), "2025-03-05T13:00"))
    assert "northwind/take_call/priya" in made


# Calls, cards, leave


def test_the_last_word_is_a_mail_and_so_is_the_second_question() -> None:
    priya = replace(PEOPLE["priya"], phone="+1 512 555 0101", phone_given=True)
    allowed: Told = ("2025-03-04T10:00", Permission(from_="priya", allows=("calls",)))

    def one(*events: Told) -> FollowUp:
        found = replace(search(northwind(ROUND, NOTE, *events)), people=PEOPLE | {"priya": priya})
        made = plan(found, "2025-03-28T10:00").follow_ups
        return next(f for f in made if f.kind in ("check_in", "closing_message"))

    assert one(allowed, *ASKED).channel == "email"
    assert one(ASKED[0]).channel == "email"


def test_no_card_goes_to_whoever_asked_for_no_letters() -> None:
    asked: Told = ("2025-03-04T10:00", NoContact(from_="priya", forbids=("priya",)))
    made = plan(search(northwind(ROUND, NOTE, asked), note_channel="both"), "2025-03-05T10:00")
    assert not [f for f in made.follow_ups if f.channel == "letter"]


def test_leave_without_an_end_keeps_nobody_from_being_told() -> None:
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    away: Told = ("2025-03-05T09:00", Away(person="priya"))
    offer: Told = (
        "2025-03-05T10:00",
        Offer(from_="hana", decide_by=Moment(now("2025-03-14T17:00")), written=True),
    )
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    made = plan(search(northwind(FINAL, prefers, away), other), "2025-03-05T11:00")
    (told,) = [f for f in made.follow_ups if f.kind == "tell_about_offer"]
    assert told.to == ("priya",)


@pytest.mark.parametrize(("days", "due"), [("avoid", "03-10 08:00"), ("any", "03-09 15:30")])
def test_on_a_sunday_who_arranged_it_is_left_in_peace(days: str, due: str) -> None:
    sunday: Told = ("2025-03-09T14:00", Interview(with_=("priya",), ends=None))
    decides: Told = ("2025-03-09T15:00", Promise(from_="priya", by=date(2025, 3, 10)))
    people = PRIYA | {"cora": "coordinator"}
    found = search(northwind(sunday, decides, people=people), weekend_send=days)
    made = by_id(plan(found, "2025-03-09T15:05"))
    assert hour(made["northwind/thank_you/priya"]) == "03-09 15:30"
    assert hour(made["northwind/thank_you/cora"]) == due


def test_a_doubt_that_was_asked_about_is_no_news_for_the_recruiter() -> None:
    doubt: Told = ("2025-03-05T10:00", Hesitation(about="scope", serious=True))
    heard = sent("2025-03-03T16:00", "debrief_recruiter", "sam")

    def told(*events: Told) -> bool:
        mine = northwind(ROUND, heard, doubt, *events, people=AGENCY, route="agency")
        made = plan(search(mine), "2025-03-06T11:00").follow_ups
        return any(f.kind == "update_recruiter" for f in made)

    assert told()
    assert not told(sent("2025-03-05T12:00", "ask_question", "sam"))


def test_an_interview_since_then_answers_a_call_that_was_asked_for() -> None:
    asked: Told = ("2025-03-04T10:00", CallRequested(from_="priya"))
    met: Told = ("2025-03-04T14:00", Interview(with_=("tom",), ends=None))
    people = PRIYA | {"tom": "interviewer"}
    before = plan(search(northwind(ROUND, NOTE, asked, people=people)), "2025-03-04T17:00")
    assert "take_call" in [f.kind for f in before.follow_ups]
    after = plan(search(northwind(ROUND, NOTE, asked, met, people=people)), "2025-03-04T17:00")
    assert "take_call" not in [f.kind for f in after.follow_ups]


def test_a_call_agreed_on_by_mail_is_asked_for_no_more() -> None:
    asked: Told = ("2025-03-04T10:00", CallRequested(from_="priya"))
    agreed = sent("2025-03-04T11:00", "take_call")
    made = plan(search(northwind(ROUND, NOTE, asked, agreed)), "2025-03-04T12:00")
    assert "take_call" not in [f.kind for f in made.follow_ups]
