"""The small print of skipping, pausing, agencies and of what a reason names.

What planted faults showed that no scenario asked (docs/decisions/016-mutation-testing.md).
"""

from dataclasses import replace
from datetime import date

import pytest

from heardback.model.events import (
    Away,
    Happening,
    Hesitation,
    Interview,
    NoContact,
    Offer,
    OnHold,
    Permission,
    Preference,
    Promise,
    Received,
    ReviewAsked,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.plan import FollowUp
from heardback.model.search import Opportunity
from heardback.playbook.keys import follow_up_key
from tests.playbook.build import PEOPLE, by_id, hour, now, opportunity, plan, search

Told = tuple[str, Happening]
ROUND: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
FINAL: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None, stage="final"))
PRIYA = {"priya": "hiring_manager"}
AGENCY = PRIYA | {"sam": "agency_recruiter"}


def northwind(
    *events: Told, people: dict[str, str] | None = None, route: str = "direct"
) -> Opportunity:
    return opportunity(*events, people=people or PRIYA, route=route)


def sent(when: str, kind: str, *to: str, **more: str) -> Told:
    return (when, Sent(to=to or ("priya",), kind=kind, channel="email", **more))  # type: ignore[arg-type]  # names


NOTE = sent("2025-03-03T17:00", "thank_you")
ASKED = (sent("2025-03-12T10:00", "check_in"), sent("2025-03-20T10:00", "check_in"))


def key(one: FollowUp) -> str:
    return follow_up_key(one.opportunity, one.kind, one.to, one.anchor)


# Skipping


def test_after_a_question_that_was_skipped_only_the_last_word_is_left_at_its_own_time() -> None:
    found = search(northwind(ROUND, NOTE))
    first = by_id(plan(found, "2025-03-12T10:00"))["northwind/check_in/priya"]
    made = plan(found, "2025-03-12T10:00", dismissed=frozenset({key(first)}))
    (left,) = [f for f in made.follow_ups if f.kind in ("check_in", "closing_message")]
    assert left.kind == "closing_message"
    assert hour(left, "not_before") == "03-24 09:00"


def test_a_last_word_that_was_skipped_ends_the_matter_all_the_same() -> None:
    found = search(northwind(ROUND, NOTE, *ASKED))
    last = by_id(plan(found, "2025-03-28T10:00"))["northwind/closing_message/priya"]
    made = plan(found, "2025-05-20T10:00", dismissed=frozenset({key(last)}))
    assert made.opportunities["northwind"].closed_as == "no_answer"


def test_who_reads_it_late_has_until_the_next_morning() -> None:
    read: Told = ("2025-03-11T10:00", ReviewAsked(of="tom", kind="check_in", to=("priya",)))
    made = by_id(plan(search(northwind(ROUND, NOTE, read)), "2025-03-11T11:00"))
    assert made["northwind/check_in/priya"].review_by == now("2025-03-12T08:00")


# Pauses


def test_a_pause_to_the_day_it_was_announced_is_over_the_day_after() -> None:
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 3, 5)))
    made = by_id(plan(search(northwind(ROUND, NOTE, hold)), "2025-03-05T11:00"))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-06 09:00"


def test_a_pause_that_nobody_ends_closes_in_silence() -> None:
    hold: Told = ("2025-03-05T10:00", OnHold())
    asked = (sent("2025-04-03T10:00", "check_in"), sent("2025-04-10T10:00", "check_in"))
    made = plan(search(northwind(ROUND, NOTE, hold, *asked)), "2025-06-20T10:00")
    assert made.opportunities["northwind"].stage == "closed"
    assert made.opportunities["northwind"].closed_as == "no_answer"


def test_a_pause_is_answered_to_whoever_wrote_of_it() -> None:
    people = PRIYA | {"tom": "interviewer"}
    wrote: Told = ("2025-03-05T10:00", Received(from_="tom", about="update"))
    hold: Told = ("2025-03-05T10:00", OnHold(until=date(2025, 4, 14)))
    later: Told = ("2025-03-06T10:00", Received(from_="priya", about="thanks"))
    made = plan(
        search(northwind(ROUND, NOTE, wrote, hold, later, people=people)), "2025-03-06T11:00"
    )
    replies = [f.to for f in made.follow_ups if f.kind == "reply" and f.optional]
    assert replies in ([("tom",)], [])


# Agencies


def test_a_silent_agency_is_passed_by_only_where_that_was_allowed() -> None:
    asked = (
        sent("2025-03-12T10:00", "check_in", "sam"),
        sent("2025-03-20T10:00", "check_in", "sam"),
    )

    def last(*events: Told) -> FollowUp | None:
        found = search(northwind(ROUND, *asked, *events, people=AGENCY, route="agency"))
        made = plan(found, "2025-04-04T10:00").follow_ups
        return next((f for f in made if f.kind == "closing_message"), None)

    direct: Told = ("2025-03-24T10:00", Permission(from_="sam", allows=("direct_contact",)))
    calls: Told = ("2025-03-24T10:00", Permission(from_="sam", allows=("calls",)))
    released = last(direct)
    assert released is not None
    assert released.to == ("priya",)
    assert "RC-4" in [r.rule for r in released.why]
    held = last(calls)
    assert held is None or held.to != ("priya",)


def test_a_recruiter_who_knows_of_the_offer_is_not_told_again() -> None:
    offer: Told = (
        "2025-03-05T10:00",
        Offer(from_="hana", decide_by=Moment(now("2025-03-14T17:00")), written=True),
    )
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})

    def told(*events: Told) -> bool:
        mine = northwind(ROUND, sent("2025-03-03T16:00", "debrief_recruiter", "sam"), *events,
                         people=AGENCY, route="agency")  # fmt: skip
        made = plan(search(mine, other), "2025-03-06T11:00").follow_ups
        return any(f.kind == "update_recruiter" for f in made)

    assert told()
    assert not told(sent("2025-03-05T12:00", "update_recruiter", "sam"))
    assert not told(sent("2025-03-05T12:00", "tell_about_offer", "priya", via="sam"))


# What a reason names


def test_a_window_of_ones_own_is_named_where_an_offer_has_no_date() -> None:
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    offer: Told = ("2025-03-05T10:00", Offer(from_="hana", written=True))
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    made = by_id(
        plan(search(northwind(FINAL, prefers), other, assumed_window=5), "2025-03-06T11:00")
    )
    why = made["northwind/tell_about_offer/priya"].why
    (assumed,) = [r for r in why if r.say == "tell.assumed"]
    assert assumed.values["changed"] == (("assumed_window", 5, 3),)


def test_a_card_names_both_choices_that_it_rests_on() -> None:
    found = search(northwind(ROUND), note_channel="card", note_delay=4)
    made = by_id(plan(found, "2025-03-03T16:00"))["northwind/thank_you/priya"]
    names = {name for name, _, _ in made.why[0].values["changed"]}  # type: ignore[attr-defined]  # triples
    assert names == {"note_channel", "note_delay"}


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

    if told():
        assert not told(sent("2025-03-05T12:00", "ask_question", "sam"))


# Preferences as a file gives them


def test_a_preference_that_is_a_list_is_taken_as_it_is() -> None:
    made = plan(search(northwind(ROUND), note_words=[60, 180], grace=3), "2025-03-03T16:00")
    assert "northwind/thank_you/priya" in by_id(made)


def test_where_no_notes_go_through_an_agency_nothing_is_written_for_thanks() -> None:
    found = search(northwind(ROUND, people=AGENCY, route="agency"), agency_note="none")
    made = plan(found, "2025-03-03T16:00")
    assert not [f for f in made.follow_ups if f.kind in ("thank_you", "ask_address")]
