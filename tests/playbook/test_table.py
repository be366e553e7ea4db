"""The table of contract section 7 at its edges."""

import pytest

from heardback.model.events import (
    Accepted,
    Bounced,
    Debrief,
    DecidedAgainst,
    DecidedFor,
    Interview,
    MistakeSent,
    NoContact,
    Offer,
    OnHold,
    Promise,
    Received,
    Rejected,
    Sent,
    WeakAnswer,
)
from tests.playbook.build import by_id, hour, moment, opportunity, plan, search

MET = ("priya",)


def note(start: str, end: str, at: str, **preferences: object) -> tuple[str, str, str]:
    held = Interview(ends=moment(end), with_=MET, stage="first")
    found = search(opportunity((start, held)), **preferences)
    follow_up = by_id(plan(found, at))["northwind/thank_you/priya"]
    return tuple(hour(follow_up, w) for w in ("not_before", "due", "latest"))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("end", "due", "latest"),
    [
        ("2025-03-03T15:00", "03-03 17:00", "03-04 15:00"),
        ("2025-03-03T15:59", "03-03 17:59", "03-04 15:59"),
        ("2025-03-03T16:00", "03-04 08:00", "03-04 16:00"),
        ("2025-03-07T15:59", "03-07 17:59", "03-08 15:59"),
        ("2025-03-07T16:00", "03-10 08:00", "03-10 10:00"),
        ("2025-03-08T11:00", "03-10 08:00", "03-10 10:00"),
        ("2025-07-03T16:00", "07-07 08:00", "07-07 10:00"),  # the eve of a holiday
        ("2025-07-03T15:59", "07-03 17:59", "07-04 15:59"),
    ],
)
def test_a_note_is_due_two_hours_on_or_the_next_business_morning(
    end: str, due: str, latest: str
) -> None:
    start = end[:11] + "10:00"
    assert note(start, end, end)[1:] == (due, latest)


def test_a_note_waits_for_the_delay_the_candidate_prefers() -> None:
    moments = note("2025-03-03T10:00", "2025-03-03T11:00", "2025-03-03T11:00", note_delay=4)
    assert moments == ("03-03 15:00", "03-03 15:00", "03-04 11:00")


def check_in(*events: tuple[str, object], at: str, **preferences: object) -> dict[str, str]:
    made = plan(search(opportunity(*events), **preferences), at)  # type: ignore[arg-type]
    return {f.id: hour(f) for f in made.follow_ups if f.kind in ("check_in", "closing_message")}


ROUND = ("2025-03-03T14:00", Interview(with_=MET))
THANKED = ("2025-03-03T17:00", Sent(to=MET, kind="thank_you", channel="email"))


def said(by: str, **more: object) -> tuple[str, Promise]:
    return ("2025-03-03", Promise(from_="priya", by=moment(by).on, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("promise", "due"),
    [
        (said("2025-03-14"), "03-17 09:00"),
        (said("2025-03-14", firmness="window"), "03-19 09:00"),
        (said("2025-03-14", firmness="vague"), "03-19 09:00"),
        (said("2025-03-14", event="interviewing"), "03-19 09:00"),
        (said("2025-03-14", invites=True), "03-14 15:00"),
        (said("2025-03-16"), "03-17 09:00"),
        (said("2025-12-19"), "01-05 09:00"),
    ],
)
def test_a_promise_is_waited_for(promise: tuple[str, Promise], due: str) -> None:
    until = promise[1].by
    assert until is not None
    at = "2025-03-04T10:00" if until.month == 3 else "2025-12-01T10:00"
    assert check_in(ROUND, THANKED, promise, at=at) == {"northwind/check_in/priya": due}


def test_without_a_timeframe_a_week_is_patient_enough() -> None:
    at = "2025-03-04T10:00"
    assert check_in(ROUND, THANKED, at=at) == {"northwind/check_in/priya": "03-10 09:00"}
    final = ("2025-03-03T14:00", Interview(with_=MET, stage="final"))
    assert check_in(final, THANKED, at=at) == {"northwind/check_in/priya": "03-12 09:00"}
    assert check_in(ROUND, THANKED, at=at, sector="academia") == {
        "northwind/check_in/priya": "03-17 09:00"
    }
    assert check_in(ROUND, THANKED, at=at, sector="hourly") == {
        "northwind/check_in/priya": "03-07 09:00"
    }


def asked(when: str) -> tuple[str, Sent]:
    return (when, Sent(to=MET, kind="check_in", channel="email"))


def test_the_chain_asks_twice_then_closes_then_ends() -> None:
    first, second = asked("2025-03-10T09:00"), asked("2025-03-17T09:00")
    assert check_in(ROUND, THANKED, first, at="2025-03-11T10:00") == {
        "northwind/check_in/priya/2": "03-17 09:00"
    }
    two = (ROUND, THANKED, first, second)
    closing = {"northwind/closing_message/priya": "03-24 09:00"}
    assert check_in(*two, at="2025-03-18T10:00") == closing
    assert check_in(*two, at="2025-03-31T17:59") == closing
    assert check_in(*two, at="2025-03-31T18:01") == {}
    standing = plan(search(opportunity(*two)), "2025-03-31T18:01").opportunities["northwind"]
    assert (standing.stage, standing.closed_as) == ("closed", "no_answer")


def test_an_answer_starts_the_count_anew() -> None:
    heard = ("2025-03-12T10:00", Received(from_="priya", about="still_deciding"))
    made = plan(
        search(opportunity(ROUND, THANKED, asked("2025-03-10T09:00"), heard)), "2025-03-12T11:00"
    )
    again = by_id(made)["northwind/check_in/priya/2"]
    assert (hour(again), again.attempt) == ("03-19 09:00", 1)
    assert [f.kind for f in made.follow_ups] == ["reply", "check_in"]


def test_nothing_is_asked_of_those_who_asked_for_peace() -> None:
    no = ("2025-03-04", NoContact(said="Please don't contact us.", forbids=("any",)))
    made = plan(search(opportunity(ROUND, THANKED, no)), "2025-03-20T10:00")
    assert not made.follow_ups
    assert {(h.kind, h.reason.rule) for h in made.held} == {
        ("check_in", "CK-13"),
        ("closing_message", "CK-13"),
    }


def test_a_prohibition_with_an_end_only_delays() -> None:
    no = ("2025-03-04", NoContact(forbids=("any",), until=moment("2025-03-20").on))
    made = check_in(ROUND, THANKED, no, at="2025-03-05T10:00")
    assert made == {"northwind/check_in/priya": "03-21 09:00"}


def test_an_offer_is_thanked_for_and_decided_in_time() -> None:
    offer = Offer(from_="priya", decide_by=moment("2025-03-21"), written=True)
    made = plan(
        search(opportunity(ROUND, THANKED, ("2025-03-17T10:00", offer))), "2025-03-17T11:00"
    )
    assert {f.kind: (hour(f), hour(f, "latest")) for f in made.follow_ups} == {
        "acknowledge_offer": ("03-17 10:00", "03-18 10:00"),
        "decide": ("03-21 13:00", "03-21 17:00"),
    }
    assert made.opportunities["northwind"].stage == "offer"


def test_a_deadline_on_a_weekend_is_met_on_friday() -> None:
    offer = Offer(from_="priya", decide_by=moment("2025-03-22"), written=True)
    made = plan(search(opportunity(ROUND, ("2025-03-17T10:00", offer))), "2025-03-17T11:00")
    assert hour(by_id(made)["northwind/decide/-"], "latest") == "03-21 17:00"


@pytest.mark.parametrize(
    ("decided", "kind"),
    [(DecidedFor(), "accept"), (DecidedAgainst(), "decline")],
)
def test_a_decision_is_told_and_replaces_everything_else(
    decided: DecidedFor | DecidedAgainst, kind: str
) -> None:
    offer = Offer(from_="priya", decide_by=moment("2025-03-21"), written=True)
    events = (ROUND, THANKED, ("2025-03-17T10:00", offer), ("2025-03-18T19:00", decided))
    made = plan(search(opportunity(*events)), "2025-03-18T20:00")
    assert [(f.kind, hour(f), hour(f, "latest")) for f in made.follow_ups] == [
        (kind, "03-19 08:00", "03-21 17:00")
    ]


def test_a_withdrawal_before_tomorrows_meeting_goes_at_any_hour() -> None:
    ahead = ("2025-03-19T10:00", Interview(with_=MET))
    events = (ROUND, THANKED, ahead, ("2025-03-18T21:00", DecidedAgainst()))
    made = plan(search(opportunity(*events)), "2025-03-18T21:30")
    assert [(f.kind, hour(f), hour(f, "latest")) for f in made.follow_ups] == [
        ("withdraw", "03-18 21:00", "03-19 10:00")
    ]


def test_a_wrong_fact_does_not_wait_for_a_distant_check_in() -> None:
    wrong = Debrief(person="priya", mistakes=(WeakAnswer(what="five years; it was three"),))
    made = plan(
        search(opportunity(ROUND, THANKED, ("2025-03-05T10:00", wrong))), "2025-03-05T11:00"
    )
    point = by_id(made)["northwind/raise_point/priya"]
    assert [a.aim for a in point.aims] == ["correct"]
    assert by_id(made)["northwind/check_in/priya"].aims[0].aim == "ask_timeframe"


def test_a_point_missed_rides_with_the_next_message() -> None:
    missed = Debrief(person="priya", missed=("the on-call rota",))
    made = plan(
        search(opportunity(ROUND, THANKED, ("2025-03-05T10:00", missed))), "2025-03-05T11:00"
    )
    assert "northwind/raise_point/priya" not in by_id(made)
    assert "add" in [a.aim for a in by_id(made)["northwind/check_in/priya"].aims]


def test_a_bounced_note_is_owed_again_and_an_address_asked_for() -> None:
    people = {"priya": "hiring_manager", "tom": "interviewer"}
    held = ("2025-03-03T14:00", Interview(with_=("tom",)))
    sent = ("2025-03-03T15:30", Sent(to=("tom",), kind="thank_you", channel="email"))
    made = plan(
        search(opportunity(held, sent, ("2025-03-03T15:31", Bounced(to="tom")), people=people)),
        "2025-03-03T16:30",
    )
    assert {"northwind/thank_you/tom", "northwind/ask_address/tom"} <= set(by_id(made))
    assert by_id(made)["northwind/ask_address/tom"].to == ("priya",)


def test_a_rejection_is_answered_once_and_ends_the_rest() -> None:
    no = ("2025-03-14T16:00", Rejected(runner_up=True))
    made = plan(search(opportunity(ROUND, THANKED, no)), "2025-03-14T16:30")
    assert [(f.kind, hour(f), hour(f, "latest")) for f in made.follow_ups] == [
        ("answer_rejection", "03-14 16:00", "03-17 10:00")
    ]
    later = plan(search(opportunity(ROUND, THANKED, no)), "2025-06-13T10:00")
    assert hour(by_id(later)["northwind/keep_in_touch/priya"]) == "06-16 09:00"


def test_a_mistake_in_a_message_is_mended_even_after_the_end() -> None:
    events = (
        ROUND,
        THANKED,
        ("2025-03-03T17:05", Rejected()),
        ("2025-03-03T17:10", MistakeSent(in_=1, what_is_wrong="the wrong employer's name")),
    )
    made = plan(search(opportunity(*events)), "2025-03-03T17:15")
    assert "fix_mistake" in {f.kind for f in made.follow_ups}


def test_a_pause_is_answered_and_waited_out() -> None:
    pause = ("2025-03-10T10:00", OnHold())
    made = plan(search(opportunity(ROUND, THANKED, pause)), "2025-03-10T11:00")
    assert made.opportunities["northwind"].stage == "on_hold"
    assert {f.kind: hour(f) for f in made.follow_ups} == {
        "reply": "03-10 10:00",
        "check_in": "04-07 09:00",
    }


def test_an_agency_hears_first_and_carries_the_note() -> None:
    people = {"priya": "hiring_manager", "sam": "agency_recruiter"}
    found = search(opportunity(ROUND, people=people, route="agency"))
    made = plan(found, "2025-03-03T15:05")
    listed = by_id(made)
    assert hour(listed["northwind/debrief_recruiter/sam"]) == "03-03 15:30"
    assert listed["northwind/thank_you/priya"].via == "sam"
    assert "northwind/check_in/sam" in listed
    assert "contact_around_recruiter" in {c.kind for c in made.cautions}


def test_a_card_goes_by_post_unless_the_decision_is_near() -> None:
    held = ("2025-03-03T14:00", Interview(with_=MET))
    calm = plan(search(opportunity(held), note_channel="card"), "2025-03-03T15:30")
    assert by_id(calm)["northwind/thank_you/priya"].channel == "letter"
    hurried = plan(
        search(opportunity(held, said("2025-03-04")), note_channel="card"), "2025-03-03T15:30"
    )
    assert by_id(hurried)["northwind/thank_you/priya"].channel == "email"


def test_a_note_to_somebody_not_to_be_written_to_is_held() -> None:
    no = ("2025-03-03T16:00", NoContact(forbids=("hiring_manager",)))
    made = plan(search(opportunity(("2025-03-03T14:00", Interview()), no)), "2025-03-03T16:30")
    assert "northwind/thank_you/priya" not in by_id(made)
    assert "northwind/thank_you/tom" in by_id(made)
    assert ("thank_you", ("priya",), "CK-13") in {(h.kind, h.to, h.reason.rule) for h in made.held}


def test_accepting_one_offer_releases_the_others_once_it_is_settled() -> None:
    written = Offer(from_="priya", written=True)
    verbal = Offer(from_="priya", written=False)
    people = {"hana": "hiring_manager"}
    other = opportunity(
        ("2025-03-04T10:00", Interview(with_=("hana",))), id="globex", people=people
    )
    for offer, kinds in ((written, {"withdraw"}), (verbal, {"check_in"})):
        mine = opportunity(ROUND, ("2025-03-10T10:00", offer), ("2025-03-11T10:00", Accepted()))
        made = plan(search(mine, other), "2025-03-11T11:00")
        assert {f.kind for f in made.follow_ups if f.opportunity == "globex"} == kinds
        held = {h.kind for h in made.held if h.opportunity == "globex"}
        assert ("withdraw" in held) == (offer is verbal)
