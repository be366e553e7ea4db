"""The deadline sum of competing offers: how much time is left, and what asking could win.

For every open offer (A) and every other process still going on (B): A's date, B's promised date
and steps left, the working hours left, the extension that would bridge the gap, the latest moment
to ask for it, and what to ask of whom (rules OF-3 to OF-7).
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from heardback.model.plan import DeadlineSum, OtherProcess, Sentence
from heardback.playbook.case import Case, Offered
from heardback.playbook.offers import (
    DECIDE_HOURS,
    Deadline,
    Extension,
    deadline,
    extension,
    is_far_along,
    preferred,
    why_tell,
)
from heardback.playbook.promises import newest
from heardback.playbook.readers import author, decision_maker
from heardback.timeframe.business import at

ONE_HOUR = timedelta(hours=1)


def deadline_sums(cases: tuple[Case, ...], now: datetime) -> tuple[DeadlineSum, ...]:
    """Given all cases, return the sum for each open offer, the earliest deadline first."""
    offering = cases[0].offering if cases else ()
    open_ones = [(c, c.offered, deadline(c, c.offered)) for c in offering if c.offered]
    open_ones.sort(key=lambda row: row[2].moment)
    first = open_ones[0][0] if open_ones else None
    return tuple(_sum(case, offered, limit, first, now) for case, offered, limit in open_ones)


def _sum(
    case: Case, offered: Offered, limit: Deadline, first: Case | None, now: datetime
) -> DeadlineSum:
    hours = case.hours()
    decide = case.calendar.working_hours_before(limit.moment, DECIDE_HOURS)
    left = case.calendar.working_time_between(hours.local(now), limit.moment)
    others = [c for c in case.cases if c is not case and c.in_play and not c.offered and c.rounds]
    names = {"offering": case.opportunity.employer, "decide": decide}
    return DeadlineSum(
        opportunity=case.id,
        decide_by=limit.moment,
        assumed=limit.assumed,
        working_hours_left=round(left / ONE_HOUR, 1),
        ask_by=hours.business_days_before(limit.moment, 1),
        others=tuple(_other(case, offered, limit, other, first, now) for other in others),
        asks=(
            *((Sentence("sum.ask_date", names),) if limit.assumed else ()),
            Sentence("sum.decide", names),
        ),
    )


def _other(
    case: Case, offered: Offered, limit: Deadline, other: Case, first: Case | None, now: datetime
) -> OtherProcess:
    promised = newest(other.promises, "answer")
    by = promised.runs_to if promised else None
    day = limit.moment.astimezone(case.hours().zone).date()
    gap = case.calendar.count_between(day, by) if by is not None and by > day else None
    more = extension(case, limit, by) if by is not None and gap is not None else None
    return OtherProcess(
        opportunity=other.id,
        promised_by=by,
        steps_left=_steps_left(other, now),
        far_along=is_far_along(other) is not None,
        preferred=preferred(other, case) is not None,
        gap_days=gap,
        extension_days=more.needed if more else None,
        extension_until=_bridged(case, limit, more) if more else None,
        reachable=more.bridges if more else None,
        asks=(
            *_of_offering(case, offered, limit, other, by, more, now),
            *_of_other(case, offered, limit, other, first),
        ),
    )


def _bridged(case: Case, limit: Deadline, more: Extension) -> datetime:
    local = limit.moment.astimezone(case.hours().zone)
    return at(case.calendar.after(local.date(), more.needed), local.time(), case.hours().zone)


def _steps_left(other: Case, now: datetime) -> int | None:
    """Return the rounds still to come: as said of the last one held, else those scheduled."""
    left = other.held[-1].interview.steps_left if other.held else None
    ahead = sum(r.start > now for r in other.ahead)
    return left if left is not None else (ahead or None)


def _of_offering(
    case: Case,
    offered: Offered,
    limit: Deadline,
    other: Case,
    by: date | None,
    more: Extension | None,
    now: datetime,
) -> Iterable[Sentence]:
    """Yield what to ask of the employer that made the offer, on account of the other."""
    values: dict[str, object] = {
        "offering": case.opportunity.employer,
        "other": other.opportunity.employer,
        "person": case.name(author(case, offered.offer.from_)),
        "promised_by": by,
    }
    if by is None:
        return
    if more is None:
        yield Sentence("sum.in_time", values)
        return
    if why_tell(case, other) is None or limit.assumed:
        return
    if case.sent("ask_extension", since=offered.event):
        yield Sentence("sum.asked", values)
        return
    ask_by = case.hours().business_days_before(limit.moment, 1)
    days = {"days": more.days, "needed": more.needed, "until": more.until, "ask_by": ask_by}
    if now > ask_by:
        yield Sentence("sum.too_late_to_ask", values)
    else:
        yield Sentence("sum.ask_more" if more.bridges else "sum.ask_some", values | days)


def _of_other(
    case: Case, offered: Offered, limit: Deadline, other: Case, first: Case | None
) -> Iterable[Sentence]:
    """Yield what to tell the other employer of this offer, if anything."""
    employer = other.opportunity.employer
    values: dict[str, object] = {
        "other": employer,
        "person": other.name(decision_maker(other)),
        "by": limit.moment,
    }
    if other.sent("tell_about_offer", since=offered.event):
        yield Sentence("sum.told", values)
    elif why_tell(case, other) is None:
        yield Sentence("sum.no_preference", values)
    elif is_far_along(other) is None and not other.preferences.early_headsup:
        yield Sentence("sum.too_early", values)
    elif first is not None and first is not case and why_tell(first, other) is not None:
        yield Sentence("sum.earlier", {"other": employer, "earlier": first.opportunity.employer})
    else:
        yield Sentence("sum.tell", values)
