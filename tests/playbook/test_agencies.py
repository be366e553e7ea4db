"""Agencies, and what a reason or a preference of the file names."""

from heardback.model.events import (
    DecidedAgainst,
    Interview,
    Offer,
    Permission,
    Preference,
    Received,
)
from heardback.model.moment import Moment
from heardback.model.plan import FollowUp
from tests.playbook.build import (
    AGENCY,
    FINAL,
    NOTE,
    PRIYA,
    ROUND,
    Told,
    by_id,
    northwind,
    now,
    opportunity,
    plan,
    search,
    sent,
    with_person,
)

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
    changed = made.why[0].values["changed"]
    assert changed == (("note_delay", 4, 0.5), ("note_channel", "card", "email"))


# Preferences as a file gives them


def test_a_preference_that_is_a_list_is_taken_as_it_is() -> None:
    made = plan(search(northwind(ROUND), note_words=[60, 180], grace=3), "2025-03-03T16:00")
    assert "northwind/thank_you/priya" in by_id(made)


def test_where_no_notes_go_through_an_agency_nothing_is_written_for_thanks() -> None:
    found = search(northwind(ROUND, people=AGENCY, route="agency"), agency_note="none")
    made = plan(found, "2025-03-03T16:00")
    assert not [f for f in made.follow_ups if f.kind in ("thank_you", "ask_address")]


# Who carries what, and in whose hours


def test_what_another_recruiter_of_the_agency_asks_is_carried_by_nobody() -> None:
    wants = Received(from_="cora", about="request", asks="two references")
    people = {"sam": "agency_recruiter", "cora": "agency_recruiter"} | PRIYA
    mine = northwind(ROUND, ("2025-03-05T10:00", wants), people=people, route="agency")
    made = by_id(plan(search(mine), "2025-03-05T11:00"))
    assert made["northwind/reply/cora"].via is None


def test_where_no_notes_go_through_the_agency_no_address_is_asked_for() -> None:
    people = AGENCY | {"ned": "interviewer"}
    met: Told = ("2025-03-03T14:00", Interview(with_=("priya", "ned"), ends=None))
    made = plan(
        search(northwind(met, people=people, route="agency"), agency_note="none"),
        "2025-03-03T16:00",
    )
    assert "ask_address" not in [f.kind for f in made.follow_ups]


def test_what_an_agency_carries_goes_in_the_hours_of_its_recruiter() -> None:
    out: Told = ("2025-03-05T20:00", DecidedAgainst())
    found = search(northwind(ROUND, NOTE, out, people=AGENCY, route="agency"))
    made = plan(with_person(found, "sam", timezone="Asia/Tokyo"), "2025-03-05T20:10")
    (letter,) = [f for f in made.follow_ups if f.kind == "withdraw"]
    assert (letter.to, letter.via) == (("priya",), "sam")
    assert letter.due == now("2025-03-05T20:00")  # ten in the morning there
