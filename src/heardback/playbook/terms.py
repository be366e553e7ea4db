"""The terms a status question must keep; the latest of them decides.

The promise, the interview, the last answer without a date, the last question.
"""

from datetime import date, datetime, time
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Any

from heardback.model.events import Event, OnHold, Received
from heardback.model.plan import Reason
from heardback.model.record import record
from heardback.playbook.case import Case, Round, strictly_after
from heardback.playbook.hours import Hours, in_year_end
from heardback.playbook.promises import Promised, newest
from heardback.timeframe.business import WorkCalendar, at

AFTERNOON = time(15)
HOLD_DAYS, CLOSING_DAYS, CLOSING_LATEST = 20, 5, 10
SHORTEST_WAIT = 4
SECTORS = {
    "corporate": Fraction(1),
    "academia": Fraction(2),
    "government": Fraction(2),
    "hourly": Fraction(3, 5),
}
COURTESIES = frozenset({"acknowledgement", "thanks"})


@record(frozen=True, slots=True)
class Term:
    """One thing to wait for: the earliest and the recommended moment after it, and why."""

    not_before: datetime
    due: datetime
    anchor: Event
    reason: Reason


def count_on(case: Case, day: date, count: int) -> date:
    """Given a day, return the `count`-th day after it that counts for check-ins (rule CK-8)."""
    if case.preferences.holiday_stretch == "off":
        return case.calendar.after(day, count)
    return _outside_year_end(case.calendar, day, count)


@lru_cache(maxsize=20_000)
def _outside_year_end(calendar: WorkCalendar, day: date, count: int) -> date:
    if count <= 0:
        while in_year_end(day) or not calendar.is_business_day(day):
            day = calendar.after(day)
        return day
    return calendar.after_where(day, count, lambda d: not in_year_end(d))


def pending_promise(case: Case) -> Promised | None:
    """Return the promise whose keeping is being waited for, or None.

    With an offer in hand that is the promised writing; otherwise the answer, the appointment that
    was to be made or the offer they speak of already, whichever runs longest.
    """
    if case.offered is not None:
        return None if case.offered.written else newest(case.promises, "written_offer")
    answer, schedule = newest(case.promises, "answer"), newest(case.promises, "schedule")
    if schedule is not None and _arranged_since(case, schedule):
        schedule = None
    written = newest(case.promises, "written_offer")
    pending = [p for p in (answer, schedule, written) if p is not None]
    return max(pending, key=lambda p: p.runs_to or date.min, default=None)


def _arranged_since(case: Case, schedule: Promised) -> bool:
    return any(strictly_after(r.event, schedule.event) for r in case.rounds)


def running_hold(case: Case) -> tuple[Event, OnHold] | None:
    """Return the pause that the employer announced, unless something has moved since."""
    found = case.last(OnHold)
    if found is None or case.offered is not None:
        return None
    event, hold = found
    if hold.until is not None and hold.until < event.when.on:
        hold = OnHold()  # a day already gone when it was named tells nothing
    moved = [r.event for r in case.held] + [
        r.event for r in case.ahead if r.event.place > event.place
    ]
    moved += [e for e, r in case.all(Received) if r.about == "scheduling"]
    moved += [p.event for p in case.promises if p.runs_to is not None]
    return None if any(strictly_after(e, event) for e in moved) else (event, hold)


def promise_term(case: Case, promised: Promised, hours: Hours) -> Term | None:
    """Given the pending promise, return the term after it; None where it names no date."""
    by = promised.runs_to
    if by is None:
        return None
    who = case.name(promised.promise.from_)
    values: dict[str, Any] = {"by": by, "person": who, "quote": promised.quote}
    if promised.invites:
        invited = _invited(case, promised, by, hours)
        return Term(invited, invited, promised.event, _because(case, "CK-14", promised, **values))
    if promised.by is None:
        return _not_before(case, promised, by, hours)
    grace, vague = case.preferences.grace, case.preferences.grace_vague
    first = max(count_on(case, by, grace), count_on(case, by, 1))
    not_before = at(first, hours.checks_in, hours.zone)
    if not promised.extra_patience:
        why = _because(case, "CK-2", promised, rests_on=("grace",), days=grace, **values)
        return Term(not_before, not_before, promised.event, why)
    due = at(max(first, count_on(case, by, vague)), hours.checks_in, hours.zone)
    rests_on = ("grace_vague", "grace")
    why = _because(case, "CK-3", promised, rests_on=rests_on, days=vague, of=promised.of, **values)
    return Term(not_before, due, promised.event, why)


def _because(
    case: Case, rule: str, promised: Promised, rests_on: tuple[str, ...] = (), **values: Any
) -> Reason:
    say = {"CK-2": "check.promised", "CK-3": "check.window", "CK-14": "check.invited"}[rule]
    return case.reason(rule, say, promised.event, rests_on=rests_on, said_on=promised.on, **values)


def _not_before(case: Case, promised: Promised, earliest: date, hours: Hours) -> Term:
    """Return the term after words that only say when it is too early to expect anything."""
    days = case.preferences.grace_vague
    moment = at(count_on(case, earliest, days), hours.checks_in, hours.zone)
    why = case.reason(
        "CK-3",
        "check.not_before",
        promised.event,
        rests_on=("grace_vague",),
        person=case.name(promised.promise.from_),
        earliest=earliest,
        days=days,
        quote=promised.quote,
    )
    return Term(moment, moment, promised.event, why)


def _invited(case: Case, promised: Promised, by: date, hours: Hours) -> datetime:
    day = case.calendar.on_or_after(by)
    hour = hours.checks_in if promised.on_the_day or day != by else AFTERNOON
    return at(day, hour, hours.zone)


def hold_term(case: Case, event: Event, hold: OnHold, hours: Hours) -> Term:
    """Given a pause, return the term after it (rule CK-12)."""
    if hold.until is not None:
        day = count_on(case, hold.until, max(case.preferences.grace, 1))
    else:
        day = count_on(case, event.when.on, HOLD_DAYS)
    moment = at(day, hours.checks_in, hours.zone)
    say = "check.hold_until" if hold.until else "check.hold"
    why = case.reason("CK-12", say, event, until=hold.until, on=event.when.on, days=HOLD_DAYS)
    return Term(moment, moment, event, why)


def interview_term(case: Case, round: Round, hours: Hours) -> Term:
    """Given the last interview, return the term after it where no date was given (rule CK-4)."""
    final = is_final(round)
    days = patience(case, round.start.date(), final=final)
    day = count_on(case, round.end.date(), days)
    moment = at(day, hours.checks_in, hours.zone)
    name = "no_timeframe_final" if final else "no_timeframe"
    rests_on = (name, "sector", *_season(case, round.start.date()))
    say = "check.final_round" if final else "check.no_timeframe"
    if round.end > case.at:
        say = "check.if_no_date"
    why = case.reason(
        "CK-4",
        say,
        round.event,
        rests_on=rests_on,
        on=round.start.date(),
        days=days,
    )
    return Term(moment, moment, round.event, why)


def _season(case: Case, day: date) -> tuple[str, ...]:
    """Return the preference for seasons where the wait rests on it: interviews in summer."""
    summer = case.preferences.holiday_stretch == "summer" and day.month in (7, 8)
    return ("holiday_stretch",) if summer else ()


def is_final(round: Round) -> bool:
    """Return whether the interview was the last before the decision."""
    stage = round.interview.stage
    return stage == "final" or (stage in (None, "later") and round.interview.steps_left == 0)


def patience(case: Case, day: date, *, final: bool) -> int:
    """Return how many business days to wait without a timeframe, by sector and season."""
    mine = case.preferences
    days = _for_sector(mine.no_timeframe_final if final else mine.no_timeframe, mine.sector)
    if mine.holiday_stretch == "summer" and day.month in (7, 8):
        days *= 2
    return max(days, SHORTEST_WAIT)


@lru_cache(maxsize=256)
def _for_sector(days: int, sector: str) -> int:
    return ceil(days * SECTORS[sector])


def answer_term(case: Case, heard: Event, hours: Hours) -> Term:
    """Given an answer that named no date, return the term after it (rules CK-11, CK-15)."""
    happened = heard.happened
    days = patience(case, heard.when.on, final=False)
    moment = at(count_on(case, heard.when.on, days), hours.checks_in, hours.zone)
    deciding = isinstance(happened, Received) and happened.about == "still_deciding"
    rule, say = ("CK-11", "check.still_deciding") if deciding else ("CK-15", "check.answered")
    rests_on = ("no_timeframe", "sector")
    who = case.name(getattr(happened, "from_", None))
    why = case.reason(rule, say, heard, rests_on=rests_on, on=heard.when.on, days=days, person=who)
    return Term(moment, moment, heard, why)


def gap_term(case: Case, last: Event, day: date, hours: Hours) -> Term:
    """Given the last unanswered check-in, return the term after it (rule CK-5)."""
    days = case.preferences.second_gap
    moment = at(count_on(case, day, days), hours.checks_in, hours.zone)
    rests_on = ("second_gap",)
    why = case.reason("CK-5", "check.second", last, rests_on=rests_on, on=day, days=days)
    return Term(moment, moment, last, why)
