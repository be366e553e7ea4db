"""Offers and endings: how long is pressing, whom to tell, whom to release, what is void."""

from datetime import date, timedelta

import pytest

from heardback.model.events import (
    CallRequested,
    Channel,
    Debrief,
    DecidedAgainst,
    Filled,
    Hesitation,
    Interview,
    Offer,
    Preference,
    Promise,
    Received,
    Rejected,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity
from tests.playbook.build import (
    ASKED,
    FINAL,
    NOTE,
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


# Offers elsewhere

PREFERS: Told = ("2025-03-04T09:00", Preference(over=("globex", "initech")))


def elsewhere(id: str, by: str | None, *more: Told) -> Opportunity:
    offer = Offer(decide_by=Moment(now(by)) if by else None, written=True)
    told: Told = ("2025-03-05T10:00", offer)
    return opportunity(told, *more, id=id, people={"hana": "hiring_manager"})


@pytest.mark.parametrize("kind", ["acknowledge_offer", "ask_extension"])
def test_without_a_date_the_news_waits_for_the_day_after_the_thanks(kind: str) -> None:
    thanks: Told = ("2025-03-06T10:00", Sent(to=("hana",), kind=kind, channel="email"))
    found = search(northwind(FINAL, PREFERS), elsewhere("globex", None, thanks))
    told = by_id(plan(found, "2025-03-06T11:00"))["northwind/tell_about_offer/priya"]
    assert hour(told, "not_before") == "03-07 08:00"


def test_of_two_offers_the_one_that_must_be_answered_first_is_told_and_only_once() -> None:
    two = (elsewhere("globex", "2025-03-14T17:00"), elsewhere("initech", "2025-03-11T17:00"))
    made = by_id(plan(search(northwind(FINAL, PREFERS), *two), "2025-03-05T11:00"))
    told = made["northwind/tell_about_offer/priya"]
    assert told.latest == now("2025-03-10T17:00")
    done: Told = ("2025-03-06T10:00", Sent(to=("priya",), kind="tell_about_offer", channel="call"))
    later = opportunity(
        ("2025-03-07T10:00", Offer(decide_by=Moment(now("2025-03-13T17:00")), written=True)),
        id="initech",
        people={"hana": "hiring_manager"},
    )
    found = search(northwind(FINAL, PREFERS, done), two[0], later)
    assert "northwind/tell_about_offer/priya" not in by_id(plan(found, "2025-03-07T11:00"))


# Words of deciding show a process far along, proof may be asked for in several


@pytest.mark.parametrize(
    "said",
    ["You will have our decision by Friday.", "We decide by Friday.",
     "We will send the offer by Friday.", "Wir entscheiden bis Freitag.",
     "Ein Angebot folgt bis Freitag."],
)  # fmt: skip
def test_whoever_speaks_of_deciding_is_told_of_another_offer(said: str) -> None:
    promise: Told = ("2025-03-03T16:00", Promise(from_="priya", said=said))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    offer: Told = ("2025-03-05T10:00", Offer(decide_by=Moment(now("2025-03-12T17:00"))))
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    made = by_id(plan(search(northwind(ROUND, promise, prefers), other), "2025-03-05T11:00"))
    assert "northwind/tell_about_offer/priya" in made
    vague: Told = (promise[0], Promise(from_="priya", said="You will hear by Friday."))
    made = by_id(plan(search(northwind(ROUND, vague, prefers), other), "2025-03-05T11:00"))
    assert "northwind/tell_about_offer/priya" not in made


# An offer accepted in words releases nobody until something is in writing


@pytest.mark.parametrize(
    ("channel", "released"), [("email", True), ("letter", True), ("call", False)]
)
def test_only_an_acceptance_in_writing_releases_the_others(
    channel: Channel, released: bool
) -> None:
    offer: Told = ("2025-03-05T10:00", Offer(from_="hana", written=False))
    accept: Told = ("2025-03-06T10:00", Sent(to=("hana",), kind="accept", channel=channel))
    thanked: Told = (
        "2025-03-05T11:00",
        Sent(to=("hana",), kind="acknowledge_offer", channel="email"),
    )
    other = opportunity(offer, thanked, accept, id="globex", people={"hana": "hiring_manager"})
    made = by_id(plan(search(northwind(ROUND), other), "2025-03-06T11:00"))
    assert ("northwind/withdraw/priya" in made) is released


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


# After a rejection one withdraws no more; a decision made before is void


def test_nobody_withdraws_from_what_is_closed() -> None:
    out: Told = ("2025-03-05T10:00", DecidedAgainst())
    no: Told = ("2025-03-05T11:00", Rejected())
    made = by_id(plan(search(northwind(ROUND, out, no)), "2025-03-05T12:00"))
    assert not {id for id in made if "/withdraw/" in id or "/decline/" in id}


def test_an_evening_that_went_badly_is_said_and_a_fair_one_is_not() -> None:
    def reasons(enthusiasm: int | None) -> list[str]:
        told: Told = ("2025-03-03T15:10", Debrief(person="priya", enthusiasm=enthusiasm))
        made = by_id(plan(search(northwind(ROUND, told)), "2025-03-03T16:00"))
        return [r.say for r in made["northwind/thank_you/priya"].why]

    assert "note.anyway" in reasons(2)
    assert "note.anyway" not in reasons(3)
    assert "note.anyway" not in reasons(None)


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


# The same moment, twice, and what settles it


def test_an_offer_acknowledged_the_moment_it_came_is_acknowledged() -> None:
    offer: Told = ("2025-03-05T10:00", Offer(from_="priya"))
    answered = sent("2025-03-05T10:00", "acknowledge_offer")
    made = plan(search(northwind(ROUND, offer, answered)), "2025-03-05T11:00")
    assert [f.kind for f in made.follow_ups] == ["decide"]


@pytest.mark.parametrize("after", ["cleared", "written"])
def test_an_offer_confirmed_again_settles_nothing_anew(after: str) -> None:
    words = Offer(from_="hana", written=False)
    paper = Offer(from_="hana", written=True)
    first: Told = ("2025-03-04T10:00", words if after == "written" else paper)
    accepted = sent(
        "2025-03-05T11:00", "accept", "hana", channel="call" if after == "written" else "email"
    )
    events: list[Told] = [first, accepted, ("2025-03-06T10:00", paper), ("2025-03-10T10:00", paper)]
    if after == "cleared":
        events.pop(2)
    other = opportunity(*events, id="globex", people={"hana": "hiring_manager"})
    more = {"withdraw_after": after} if after == "cleared" else {}
    made = by_id(plan(search(northwind(ROUND), other, **more), "2025-03-10T11:00"))
    expected = "03-06 10:00" if after == "written" else "03-05 11:00"
    assert hour(made["northwind/withdraw/priya"]) == expected


def test_an_offer_promised_on_paper_shows_a_process_far_along() -> None:
    paper = Promise(from_="priya", about="written_offer", by=date(2025, 3, 14))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex",)))
    offer: Told = ("2025-03-05T10:00", Offer(decide_by=Moment(now("2025-03-12T17:00"))))
    other = opportunity(offer, id="globex", people={"hana": "hiring_manager"})
    mine = northwind(ROUND, ("2025-03-03T16:00", paper), prefers)
    assert "northwind/tell_about_offer/priya" in by_id(
        plan(search(mine, other), "2025-03-05T11:00")
    )


def test_whoever_was_told_of_one_offer_is_not_told_of_the_next() -> None:
    final: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None, stage="final"))
    prefers: Told = ("2025-03-04T09:00", Preference(over=("globex", "initech")))
    told = sent("2025-03-05T12:00", "tell_about_offer")
    others = (elsewhere("globex", "2025-03-12T17:00"), later_offer("initech"))
    made = plan(search(northwind(final, NOTE, prefers, told), *others), "2025-03-06T12:00")
    assert "tell_about_offer" not in [f.kind for f in made.follow_ups]


def later_offer(id: str) -> Opportunity:
    offer = Offer(decide_by=Moment(now("2025-03-14T17:00")), written=True)
    return opportunity(("2025-03-06T10:00", offer), id=id, people={"cora": "hiring_manager"})


@pytest.mark.parametrize(("minutes", "asks"), [(-1, "03-04 10:00"), (0, "03-05 10:00")])
def test_time_is_asked_for_at_once_only_where_less_than_two_days_are_left(
    minutes: int, asks: str
) -> None:
    by = now("2025-03-04T10:00") + timedelta(hours=48, minutes=minutes)
    offer: Told = ("2025-03-04T10:00", Offer(from_="priya", decide_by=Moment(by)))
    thanked = sent("2025-03-04T10:30", "acknowledge_offer")
    found = search(northwind(ROUND, offer, thanked), waiting("globex", date(2025, 3, 7)))
    made = by_id(plan(found, "2025-03-04T17:00"))
    assert hour(made["northwind/ask_extension/priya"]) == asks


def test_the_offer_is_answered_before_the_call_they_ask_for() -> None:
    offer: Told = ("2025-03-05T10:00", Offer(from_="priya"))
    call: Told = ("2025-03-05T10:05", CallRequested(from_="priya"))
    made = by_id(plan(search(northwind(ROUND, NOTE, offer, call)), "2025-03-05T11:00"))
    assert hour(made["northwind/acknowledge_offer/priya"]) == "03-05 10:00"
    assert hour(made["northwind/take_call/priya"]) == "03-06 08:00"


def test_a_question_goes_before_the_last_word() -> None:
    doubt: Told = ("2025-03-26T10:00", Hesitation(about="scope", serious=True))
    made = by_id(plan(search(northwind(ROUND, NOTE, *ASKED, doubt)), "2025-03-28T10:00"))
    assert hour(made["northwind/ask_question/priya"]) == "03-26 10:00"
    assert hour(made["northwind/closing_message/priya"]) == "03-31 09:00"


def test_a_position_that_was_filled_is_answered_once() -> None:
    filled: Told = ("2025-03-05T10:00", Filled())
    answered = sent("2025-03-05T12:00", "answer_rejection")
    assert [
        f.kind for f in plan(search(northwind(ROUND, NOTE, filled)), "2025-03-05T13:00").follow_ups
    ] == ["answer_rejection"]
    assert not plan(search(northwind(ROUND, NOTE, filled, answered)), "2025-03-05T13:00").follow_ups


@pytest.mark.parametrize(
    "asks", ["a portfolio", "two examples of your work", "eine Arbeitsprobe", "zwei Referenzen"]
)
def test_proof_is_asked_for_in_many_words(asks: str) -> None:
    wants: Told = ("2025-03-05T10:00", Received(from_="priya", about="request", asks=asks))
    made = by_id(plan(search(northwind(ROUND, NOTE, wants)), "2025-03-05T11:00"))
    assert "PE-4" in [r.rule for r in made["northwind/reply/priya"].why]


def test_pay_is_asked_of_their_recruiter_before_the_manager() -> None:
    offer: Told = ("2025-03-05T10:00", Offer(from_="priya"))
    pay: Told = ("2025-03-05T10:30", Hesitation(about="pay"))
    people = PRIYA | {"cora": "recruiter"}
    made = plan(search(northwind(ROUND, NOTE, offer, pay, people=people)), "2025-03-05T11:00")
    assert [f.to for f in made.follow_ups if f.kind == "ask_question"] == [("cora",)]
