"""The small print of the rules: the very moment, the channel answered in, the reader's own hours.

What planted faults showed that no scenario asked (docs/decisions/016-mutation-testing.md).
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import (
    CallRequested,
    Channel,
    Debrief,
    DecidedAgainst,
    Happening,
    Interview,
    Offer,
    Preference,
    Promise,
    Received,
    Rejected,
    Sent,
)
from heardback.model.moment import Moment
from heardback.model.search import Opportunity, Search
from heardback.playbook.decide import decide
from heardback.playbook.hours import months_later
from heardback.playbook.keys import follow_up_key
from heardback.playbook.still_due import is_still_due, keep, stamps_of
from tests.playbook.build import PEOPLE, by_id, hour, now, opportunity, plan, search

Told = tuple[str, Happening]
ROUND: Told = ("2025-03-03T14:00", Interview(with_=("priya",), ends=None))
PRIYA = {"priya": "hiring_manager"}


def northwind(*events: Told) -> Opportunity:
    return opportunity(*events, people=PRIYA)


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


# Keys outlive versions: what was skipped is skipped for good


def test_the_key_of_a_follow_up_never_changes() -> None:
    assert follow_up_key("northwind", "thank_you", ("tom", "priya"), 0) == "165b1acc82be2842"


@pytest.mark.parametrize("months", [1, 3, 6, 11, 12, 25])
@pytest.mark.parametrize("day", [date(2025, 1, 31), date(2024, 2, 29), date(2025, 12, 31)])
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    assert months_later(day, months) == date(year, month + 1, min(day.day, last))


# What is kept is certain until its moment, and only while nobody's part has changed


def test_what_is_kept_is_certain_up_to_its_moment_and_not_at_it() -> None:
    found = search(northwind(ROUND))
    at = "2025-03-05T10:00"
    (question,) = [k for k in keep(plan(found, at), found, stamps_of(found)) if "check_in" in k.id]
    stamps = stamps_of(found)
    assert question.until > now(at).timestamp()
    assert is_still_due(question, stamps, question.until - 1)
    assert not is_still_due(question, stamps, question.until)
    turn = "2025-03-05T17:00"  # a turn of the day, at which it is planned itself
    (again,) = [k for k in keep(plan(found, turn), found, stamps) if "check_in" in k.id]
    assert again.until > now(turn).timestamp()


def test_a_changed_part_or_role_ends_what_is_certain() -> None:
    found = search(northwind(ROUND))
    stamps = stamps_of(found)
    changed = replace(found.opportunities[0], people={"priya": "recruiter"})
    assert stamps_of(replace(found, opportunities=(changed,))).of != stamps.of
    noted = replace(found.opportunities[0], extra={"x-note": "mine"})
    assert stamps_of(replace(found, opportunities=(noted,))).of == stamps.of


def test_an_interview_without_an_end_is_looked_at_again_an_hour_after_it_began() -> None:
    ahead: Told = ("2025-03-05T14:20", Interview(with_=("priya",), ends=None))
    found = search(northwind(ahead))
    kept = keep(plan(found, "2025-03-05T14:30"), found, stamps_of(found))
    assert {
        datetime.fromtimestamp(k.until, now(ahead[0]).tzinfo).strftime("%H:%M") for k in kept
    } == {"15:20"}


def test_a_deadline_is_a_moment_at_which_to_look_again() -> None:
    offer: Told = ("2025-03-05T10:00", Offer(decide_by=Moment(now("2025-03-05T14:40"))))
    found = search(northwind(ROUND, offer))
    kept = keep(plan(found, "2025-03-05T14:10"), found, stamps_of(found))
    assert max(k.until for k in kept) <= now("2025-03-05T14:40").timestamp()
