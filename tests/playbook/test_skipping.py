"""What was skipped stays skipped, and what is kept is certain until its moment."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime

import pytest

from heardback.model.events import (
    Interview,
    Offer,
    Promise,
    ReviewAsked,
)
from heardback.model.moment import Moment
from heardback.playbook.hours import months_later
from heardback.playbook.keys import follow_up_key, follow_up_keys
from heardback.playbook.still_due import is_still_due, keep, stamps_of
from tests.playbook.build import (
    ASKED,
    NOTE,
    ROUND,
    Told,
    by_id,
    hour,
    key,
    moment,
    northwind,
    now,
    plan,
    search,
)

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


@pytest.mark.parametrize("ends", [None, "2025-03-05T14:50"])
def test_where_they_named_their_day_an_interviews_end_is_looked_at_all_the_same(
    ends: str | None,
) -> None:
    said: Told = ("2025-03-03T16:00", Promise(from_="priya", by=date(2025, 3, 28)))
    until = moment(ends) if ends else None
    ahead: Told = ("2025-03-05T14:20", Interview(with_=("priya",), ends=until))
    found = search(northwind(ROUND, NOTE, said, ahead))
    asks = by_id(plan(found, "2025-03-05T14:30"))["northwind/ask_timeframe/-"]
    skipped = frozenset({key(asks)})  # it would end with the interview
    made = plan(found, "2025-03-05T14:30", dismissed=skipped)
    kept = keep(made, found, stamps_of(found, dismissed=skipped))
    assert max(k.until for k in kept) <= now(ends or "2025-03-05T15:20").timestamp()


def test_a_deadline_is_a_moment_at_which_to_look_again() -> None:
    offer: Told = ("2025-03-05T10:00", Offer(decide_by=Moment(now("2025-03-05T14:40"))))
    found = search(northwind(ROUND, offer))
    kept = keep(plan(found, "2025-03-05T14:10"), found, stamps_of(found))
    assert max(k.until for k in kept) <= now("2025-03-05T14:40").timestamp()


# Snoozed and skipped, day by day

LEFT = search(northwind(ROUND, NOTE))


def test_keys_are_sixteen_hexadecimal_characters_whatever_the_order_of_readers() -> None:
    one = follow_up_key("a", "thank_you", ("x", "y"), 1)
    assert one == follow_up_key("a", "thank_you", ("y", "x"), 1)
    assert len(one) == 16
    assert int(one, 16) >= 0
    assert one != follow_up_key("a", "thank_you", ("x", "y"), 2)


def test_a_skipped_check_in_never_comes_back_however_time_goes_on() -> None:
    check_in = by_id(plan(LEFT, "2025-03-11T10:00"))["northwind/check_in/priya"]
    skipped = frozenset({key(check_in)})
    for day in range(11, 31):
        made = plan(LEFT, f"2025-03-{day}T10:00", dismissed=skipped)
        assert key(check_in) not in {key(f) for f in made.follow_ups}


def test_a_skipped_note_leaves_the_rest() -> None:
    found = search(northwind(ROUND))
    note = by_id(plan(found, "2025-03-03T16:00"))["northwind/thank_you/priya"]
    made = plan(found, "2025-03-03T16:00", dismissed=frozenset({key(note)}))
    assert [f.kind for f in made.follow_ups] == ["check_in"]


def test_a_snoozed_follow_up_is_upcoming_until_then() -> None:
    check_in = by_id(plan(LEFT, "2025-03-11T10:00"))["northwind/check_in/priya"]
    later = {key(check_in): now("2025-03-13T11:00")}
    before = by_id(plan(LEFT, "2025-03-12T10:00", snoozed=later))["northwind/check_in/priya"]
    after = by_id(plan(LEFT, "2025-03-13T11:00", snoozed=later))["northwind/check_in/priya"]
    assert (before.state, after.state) == ("upcoming", "due")
    assert before.not_before == now("2025-03-13T11:00")


def test_of_two_snoozes_the_longer_counts() -> None:
    found = search(replace(northwind(ROUND, NOTE), addresses=("northwind", "n2")))
    check_in = by_id(plan(found, "2025-03-11T10:00"))["northwind/check_in/priya"]
    mine = found.opportunities[0]
    first, second = follow_up_keys(mine, check_in.kind, check_in.to, check_in.anchor)
    later = {first: now("2025-03-13T11:00"), second: now("2025-03-14T11:00")}
    made = by_id(plan(found, "2025-03-12T10:00", snoozed=later))
    assert hour(made["northwind/check_in/priya"], "not_before") == "03-14 11:00"
