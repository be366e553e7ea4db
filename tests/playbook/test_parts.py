"""The small parts of the playbook, each alone: days, months, ranks, roles, words."""

from datetime import date, datetime

import pytest

from heardback.model.events import (
    Accepted,
    Applied,
    Happening,
    Interview,
    Offer,
    Promise,
    Received,
    Rejected,
    Sent,
)
from heardback.model.plan import FollowUp
from heardback.playbook.hours import in_year_end, months_later, touches_year_end
from heardback.playbook.keys import follow_up_key
from heardback.playbook.precedence import PROMPT, RANK
from tests.playbook.build import by_id, moment, now, opportunity, plan, search

ROUND = ("2025-03-03T14:00", Interview(with_=("priya",), stage="first"))
THANKED = ("2025-03-03T17:00", Sent(to=("priya",), kind="thank_you"))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-03-10", 3, "2025-06-10"),
        ("2025-10-10", 3, "2026-01-10"),
        ("2025-09-30", 3, "2025-12-30"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2025-12-31", 6, "2026-06-30"),
        ("2025-06-15", 12, "2026-06-15"),
        ("2025-11-30", 1, "2025-12-30"),
        ("2025-08-31", 4, "2025-12-31"),
        ("2025-11-15", 2, "2026-01-15"),
    ],
)
def test_months_later_is_the_same_day_of_the_month_or_its_last(
    day: str, months: int, later: str
) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2025-12-19", False), ("2025-12-20", True), ("2025-12-31", True), ("2026-01-01", True),
     ("2026-01-02", True), ("2026-01-03", False), ("2025-11-25", False), ("2026-02-01", False)],
)  # fmt: skip
def test_the_year_end_is_20_december_to_2_january(day: str, inside: bool) -> None:
    assert in_year_end(date.fromisoformat(day)) is inside


@pytest.mark.parametrize(
    ("first", "last", "touches"),
    [("2025-12-01", "2025-12-19", False), ("2025-12-01", "2025-12-20", True),
     ("2026-01-02", "2026-01-09", True), ("2026-01-03", "2026-01-09", False),
     ("2025-12-22", "2025-12-23", True), ("2025-03-03", "2025-04-01", False),
     ("2025-12-10", "2026-01-20", True)],
)  # fmt: skip
def test_a_stretch_touches_the_year_end_or_not(first: str, last: str, touches: bool) -> None:
    assert touches_year_end(date.fromisoformat(first), date.fromisoformat(last)) is touches


def test_decisions_come_first_and_courtesies_last() -> None:
    order = ["withdraw", "acknowledge_offer", "reply", "tell_about_offer", "thank_you", "check_in"]
    assert [k for k in RANK if k in order] == order
    assert RANK[-1] == "keep_in_touch"
    assert "thank_you" not in PROMPT
    assert {"ask_address", "withdraw", "reply", "debrief_recruiter"} <= PROMPT


def key(f: FollowUp) -> str:
    return follow_up_key(f.opportunity, f.kind, f.to, f.anchor)


def test_a_snoozed_note_keeps_its_moments_in_order() -> None:
    found = search(opportunity(ROUND))
    note = by_id(plan(found, "2025-03-03T16:00"))["northwind/thank_you/priya"]
    later = by_id(plan(found, "2025-03-03T16:00", snoozed={key(note): now("2025-03-05T10:00")}))
    moved = later["northwind/thank_you/priya"]
    assert (moved.not_before, moved.due, moved.latest) == (now("2025-03-05T10:00"),) * 3
    assert moved.state == "upcoming"


def test_a_snooze_that_is_over_moves_nothing() -> None:
    found = search(opportunity(ROUND))
    note = by_id(plan(found, "2025-03-03T16:00"))["northwind/thank_you/priya"]
    made = by_id(plan(found, "2025-03-03T16:00", snoozed={key(note): now("2025-03-03T12:00")}))
    assert made["northwind/thank_you/priya"] == note


def test_skipping_every_question_ends_in_silence_and_then_closes() -> None:
    found = search(opportunity(ROUND, THANKED))
    first = by_id(plan(found, "2025-03-11T10:00"))["northwind/check_in/priya"]
    skipped = frozenset({key(first)})
    after = plan(found, "2025-03-11T10:00", dismissed=skipped)
    closing = next(f for f in after.follow_ups if f.kind == "closing_message")
    assert closing.due > now("2025-03-17T00:00")
    both = skipped | {key(closing)}
    assert not plan(found, "2025-03-11T10:00", dismissed=both).follow_ups
    ended = plan(found, "2025-05-11T10:00", dismissed=skipped).opportunities["northwind"]
    assert (ended.stage, ended.closed_as) == ("closed", "no_answer")


def asked_of(
    *events: tuple[str, Happening], people: dict[str, str], at: str
) -> list[tuple[str, ...]]:
    made = plan(search(opportunity(ROUND, *events, people=people)), at)
    return [f.to for f in made.follow_ups if f.kind == "check_in"]


@pytest.mark.parametrize(
    ("people", "reader"),
    [
        ({"priya": "hiring_manager", "cora": "coordinator"}, "cora"),
        ({"cora": "coordinator", "tom": "recruiter", "priya": "hiring_manager"}, "tom"),
        ({"tom": "interviewer", "priya": "hiring_manager"}, "priya"),
        ({"tom": "interviewer", "priya": "executive"}, "tom"),
        ({"priya": "executive"}, "priya"),
    ],
)
def test_status_is_asked_of_the_recruiter_then_coordinator_manager_interviewer_executive(
    people: dict[str, str], reader: str
) -> None:
    assert asked_of(THANKED, people=people, at="2025-03-10T10:00") == [(reader,)]


def test_status_is_asked_of_who_gave_the_timeframe() -> None:
    said = ("2025-03-03T16:00", Promise(from_="tom", by=moment("2025-03-06").on))
    people = {"priya": "hiring_manager", "tom": "interviewer", "cora": "coordinator"}
    assert asked_of(THANKED, said, people=people, at="2025-03-10T10:00") == [("tom",)]


@pytest.mark.parametrize(
    ("people", "reader"),
    [
        ({"cora": "coordinator", "priya": "hiring_manager"}, "priya"),
        ({"cora": "coordinator", "tom": "recruiter"}, "tom"),
        ({"tom": "interviewer", "cora": "coordinator"}, "cora"),
        ({"priya": "executive", "tom": "interviewer"}, "tom"),
        ({"priya": "executive"}, "priya"),
    ],
)
def test_a_withdrawal_goes_to_the_manager_then_recruiter_coordinator_interviewer_executive(
    people: dict[str, str], reader: str
) -> None:
    from heardback.model.events import DecidedAgainst

    found = search(opportunity(ROUND, ("2025-03-05T10:00", DecidedAgainst()), people=people))
    assert [f.to for f in plan(found, "2025-03-05T11:00").follow_ups] == [(reader,)]


def test_nothing_is_foreseen_beyond_the_horizon() -> None:
    said = ("2025-03-03T16:00", Promise(from_="priya", by=moment("2025-04-16").on))
    found = search(opportunity(ROUND, THANKED, said))
    assert plan(found, "2025-03-03T18:00").follow_ups  # 17 April 09:00 is 44.6 days on
    later = ("2025-03-03T16:00", Promise(from_="priya", by=moment("2025-04-17").on))
    assert not plan(search(opportunity(ROUND, THANKED, later)), "2025-03-03T18:00").follow_ups


def test_the_moment_is_answered_in_the_candidates_zone() -> None:
    made = plan(search(opportunity(ROUND)), "2025-03-03T18:00")
    assert made.at.isoformat() == "2025-03-03T18:00:00-05:00"
    assert made.at == datetime.fromisoformat("2025-03-03T23:00:00+00:00")


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ([("2025-03-01", Applied())], "applied"),
        ([("2025-03-01", Applied()), ("2025-03-20T10:00", Interview())], "interviewing"),
        ([ROUND, THANKED], "waiting"),
        ([ROUND, ("2025-03-05T10:00", Offer(from_="priya"))], "offer"),
        ([ROUND, ("2025-03-05T10:00", Offer(from_="priya")),
          ("2025-03-05T11:00", Sent(to=("priya",), kind="acknowledge_offer"))], "deciding"),
        ([ROUND, ("2025-03-05T10:00", Offer(from_="priya")),
          ("2025-03-05T11:00", Sent(to=("priya",), kind="reply"))], "deciding"),
        ([ROUND, ("2025-03-05T10:00", Offer(written=True)), ("2025-03-06T10:00", Accepted())], "accepted"),
        ([ROUND, ("2025-03-05T10:00", Offer(written=True)),
          ("2025-03-06T10:00", Sent(to=("priya",), kind="accept"))], "accepted"),
        ([ROUND, ("2025-03-05T10:00", Rejected())], "closed"),
        ([ROUND, ("2025-03-05T10:00", Rejected()), ("2025-03-06T10:00", Applied())], "waiting"),
    ],
)  # fmt: skip
def test_where_it_stands(events: list[tuple[str, Happening]], stage: str) -> None:
    found = search(opportunity(*events))
    assert plan(found, "2025-03-07T12:00").opportunities["northwind"].stage == stage


def test_an_answer_on_the_day_of_a_question_written_as_a_day_comes_after_it() -> None:
    asked = ("2025-03-10", Sent(to=("priya",), kind="check_in"))
    heard = ("2025-03-10T16:00", Received(from_="priya", about="update"))
    found = search(opportunity(ROUND, THANKED, asked, heard))
    (question,) = [f for f in plan(found, "2025-03-11T09:00").follow_ups if f.kind == "check_in"]
    assert (question.attempt, question.due) == (1, now("2025-03-17T09:00"))
