"""The small print of notes, calls, prohibitions and silence.

What planted faults showed that no scenario asked (docs/decisions/016-mutation-testing.md).
"""

from dataclasses import replace
from datetime import date

import pytest

from heardback.model.events import (
    Away,
    Debrief,
    Happening,
    Hesitation,
    Interview,
    MistakeSent,
    NoContact,
    Offer,
    Permission,
    Preference,
    Promise,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity
from tests.playbook.build import PEOPLE, by_id, hour, now, opportunity, plan, search

Told = tuple[str, Happening]
ROUND: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
PRIYA = {"priya": "hiring_manager"}


def northwind(
    *events: Told, people: dict[str, str] | None = None, route: str = "direct"
) -> Opportunity:
    return opportunity(*events, people=people or PRIYA, route=route)


def sent(when: str, kind: str, *to: str) -> Told:
    return (when, Sent(to=to or ("priya",), kind=kind, channel="email"))


NOTE = sent("2025-03-03T17:00", "thank_you")


# Dates told without words


def test_one_day_is_firm_and_two_are_a_window() -> None:
    firm: Told = ("2025-03-03T16:00", Promise(from_="priya", by=date(2025, 3, 7)))
    made = by_id(plan(search(northwind(ROUND, NOTE, firm)), "2025-03-05T11:00"))
    question = made["northwind/check_in/priya"]
    assert (hour(question, "not_before"), hour(question)) == ("03-10 09:00", "03-10 09:00")
    days = Promise(from_="priya", earliest=date(2025, 3, 5), by=date(2025, 3, 7))
    made = by_id(
        plan(search(northwind(ROUND, NOTE, ("2025-03-03T16:00", days))), "2025-03-05T11:00")
    )
    question = made["northwind/check_in/priya"]
    assert (hour(question, "not_before"), hour(question)) == ("03-10 09:00", "03-12 09:00")


# Notes


@pytest.mark.parametrize(("begins", "due"), [("15:00", "03-04 08:00"), ("14:59", "03-03 17:59")])
def test_a_note_that_would_be_due_at_six_waits_for_the_morning(begins: str, due: str) -> None:
    talk: Told = (f"2025-03-03T{begins}", Interview(with_=("priya",), ends=None))
    made = by_id(plan(search(northwind(talk)), "2025-03-03T16:30"))
    assert hour(made["northwind/thank_you/priya"]) == due


def test_a_delay_into_the_weekend_ends_on_monday() -> None:
    friday: Told = ("2025-03-07T10:00", Interview(with_=("priya",), ends=None))
    made = by_id(plan(search(northwind(friday), note_delay=20), "2025-03-07T12:00"))
    assert hour(made["northwind/thank_you/priya"]) == "03-10 08:00"


def test_a_card_is_only_thanks() -> None:
    forgot: Told = ("2025-03-03T18:00", Debrief(person="priya", missed=("my work on Kafka",)))
    made = plan(search(northwind(ROUND, NOTE, forgot), note_channel="both"), "2025-03-04T07:00")
    (card,) = [f for f in made.follow_ups if f.channel == "letter"]
    assert card.aims == ()


def test_a_slip_is_put_right_with_everybody_who_got_the_letter() -> None:
    both = sent("2025-03-03T17:00", "thank_you", "priya", "tom")
    slip: Told = ("2025-03-03T18:00", MistakeSent(in_=1, what_is_wrong="the name"))
    people = PRIYA | {"tom": "interviewer"}
    made = plan(search(northwind(ROUND, both, slip, people=people)), "2025-03-03T18:30")
    (fix,) = [f for f in made.follow_ups if f.kind == "fix_mistake"]
    assert fix.to == ("priya", "tom")


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


# Prohibitions


def test_a_request_not_to_write_that_names_nothing_means_everything() -> None:
    asked: Told = ("2025-03-04T10:00", NoContact(from_="priya"))
    made = plan(search(northwind(ROUND, NOTE, asked)), "2025-03-20T10:00")
    assert not [f for f in made.follow_ups if f.kind == "check_in"]
    assert "check_in" in [h.kind for h in made.held]


def test_of_two_requests_the_longer_counts_whichever_came_first() -> None:
    short: Told = ("2025-03-04T10:00", NoContact(forbids=("any",), until=date(2025, 3, 14)))
    long: Told = ("2025-03-05T10:00", NoContact(forbids=("any",), until=date(2025, 3, 28)))
    made = by_id(plan(search(northwind(ROUND, NOTE, short, long)), "2025-03-06T10:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-31 09:00"


def test_only_the_candidates_word_to_write_all_the_same_releases_the_last_message() -> None:
    asked: Told = ("2025-03-04T10:00", NoContact(from_="priya", forbids=("any",)))
    word: Told = ("2025-03-20T10:00", Permission(allows=("direct_contact",)))
    calls: Told = ("2025-03-20T10:00", Permission(allows=("calls",)))

    def kinds(said: Told) -> set[str]:
        made = plan(search(northwind(ROUND, NOTE, asked, said)), "2025-03-21T10:00")
        return {f.kind for f in made.follow_ups}

    assert "closing_message" in kinds(word)
    assert "closing_message" not in kinds(calls)


# Silence


def test_two_questions_and_the_last_word_unanswered_close_it_though_nobody_was_thanked() -> None:
    asked = (sent("2025-03-12T10:00", "check_in"), sent("2025-03-20T10:00", "check_in"))
    made = plan(search(northwind(ROUND, *asked)), "2025-05-20T10:00")
    assert made.opportunities["northwind"].closed_as == "no_answer"


def test_even_the_last_word_waits_for_what_was_promised() -> None:
    late: Told = ("2025-03-04T10:00", Promise(from_="priya", by=date(2025, 4, 18)))
    asked = (sent("2025-03-12T10:00", "check_in"), sent("2025-03-20T10:00", "check_in"))
    found = search(northwind(ROUND, NOTE, late, *asked), grace=0)
    last = by_id(plan(found, "2025-03-21T10:00"))["northwind/closing_message/priya"]
    assert hour(last, "not_before") == "04-21 09:00"
    assert hour(last, "latest") == "04-28 18:00"


# Who stands in, and who was told


@pytest.mark.parametrize(("until", "reader"), [("2025-03-14", "tom"), ("2025-03-13", "priya")])
def test_whoever_is_away_to_the_very_day_of_the_deadline_is_stood_in_for(
    until: str, reader: str
) -> None:
    final: Told = (ROUND[0], Interview(with_=("priya", "tom"), ends=None, stage="final"))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    away: Told = ("2025-03-05T09:00", Away(person="priya", until=date.fromisoformat(until)))
    limit = Moment(now("2025-03-14T17:00"))
    offer: Told = ("2025-03-05T10:00", Offer(from_="hana", decide_by=limit, written=True))
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    mine = northwind(final, prefers, away, people=PRIYA | {"tom": "interviewer"})
    made = plan(search(mine, other), "2025-03-05T11:00")
    (told,) = [f for f in made.follow_ups if f.kind == "tell_about_offer"]
    assert told.to == (reader,)


@pytest.mark.parametrize("kind", ["debrief_recruiter", "update_recruiter", "check_in"])
def test_a_recruiter_who_has_heard_since_is_owed_no_account(kind: str) -> None:
    people = PRIYA | {"sam": "agency_recruiter"}

    def owed(*events: Told) -> bool:
        found = search(northwind(ROUND, *events, people=people, route="agency"))
        made = plan(found, "2025-03-03T16:00").follow_ups
        return any(f.kind == "debrief_recruiter" for f in made)

    assert owed()
    assert not owed(sent("2025-03-03T15:30", kind, "sam"))
