"""Turn an expression into civil days, given the moment it was said and the employer's calendar.

The conventions are contracts.md, section 3, and table 2a of the playbook. What neither settles:

- a bare weekday is the next one after today; "this Friday" said on a Friday before 17:00 is today;
- "this week" said from Friday 17:00 on, or on a weekend, is the week to come;
- "by" a period ("by next week", "by March") is its last working day, as a window; "before" a day is
  the business day before it; a period's end is its last business day (quiet days count: somebody
  who says "by the end of the year" means the 31st);
- early in a month is the 1st-10th, the middle the 11th-20th ("by the middle": the 15th), late from
  the 21st; the first week of a month is the first with three working days in it;
- informal numbers of days (a few, a couple, a day or two) are business days, counted ones calendar
  days; several = 5 business days or 4 weeks, vague.
"""

from dataclasses import replace
from datetime import date

from heardback.model.timeframe import Firmness
from heardback.timeframe.business import WorkCalendar
from heardback.timeframe.days import Days, Periods, Reading, add
from heardback.timeframe.expressions import Closing, Duration, Time


def resolve(expression: Time, periods: Periods) -> Reading | None:
    """Given an expression and the days around its moment, return its reading; None if no date."""
    if expression.role == "vague":
        return Reading(how="no date is named", confidence=0.9)
    try:
        if isinstance(expression.when, Duration):
            return _duration(expression, expression.when, periods)
        if expression.when is None:
            return None
        days = periods.of(expression.when)
        return None if days is None else _placed(expression, days, periods)
    except (OverflowError, ValueError):
        return None  # beyond the calendar: year 0, year 10000


_FIRMNESS: dict[str, Firmness] = {
    "exact": "firm",
    "informal": "window",
    "range": "window",
    "about": "vague",
    "several": "vague",
}


def _duration(expression: Time, span: Duration, periods: Periods) -> Reading | None:
    if expression.role in ("ago", "since"):
        return Reading(by=add(periods, span, span.high, -1), past=True, how="counted back")
    last = add(periods, span, span.high)
    firmness = _FIRMNESS[span.manner]
    how = f"{_words(span)} from {periods.today:%a %Y-%m-%d}"
    if expression.role in ("after", "not_before"):
        return Reading(earliest=last, how=f"not before {how}", confidence=0.85)
    if expression.role == "over":
        firmness = "vague" if firmness == "vague" else "window"
    if expression.role == "around":
        firmness = "vague"
    first = add(periods, span, span.low) if span.low < span.high else None
    sure = 0.85 if span.manner in ("about", "several") else 0.95
    return Reading(earliest=first, by=last, firmness=firmness, how=how, confidence=sure)


def _words(span: Duration) -> str:
    number = str(span.low) if span.low == span.high else f"{span.low} to {span.high}"
    unit = "business day" if span.unit == "business" else span.unit
    return f"{number} {unit}{'s' if span.high != 1 else ''}"


def _placed(expression: Time, days: Days, periods: Periods) -> Reading | None:
    role = expression.role
    sure = 0.97 if days.sure else 0.6
    if days.clash is not None:
        first, last = sorted((days.first, days.clash))
        return Reading(
            earliest=first,
            by=last,
            firmness="window",
            confidence=0.3,
            how=f"the weekday and the date disagree: {days.first} or {days.clash}",
        )
    plain = Reading(
        confidence=sure, recent=days.recent, far=days.far, past=days.last < periods.today
    )
    how = days.how
    if role in ("ago", "since"):
        return replace(plain, by=days.first, past=True, how=how)
    if role == "before" and days.kind != "end" and not isinstance(expression.when, Closing):
        # Quiet days count here: whoever says "before Christmas" may well write on the 24th.
        by = WorkCalendar(periods.calendar.country, quiet_days=False).before(days.first)
        before: Firmness = "vague" if days.vague else "firm"
        return replace(plain, by=by, firmness=before, how=f"the business day before {how}")
    if role == "not_before":
        return replace(plain, earliest=days.first, how=f"not before {how}")
    if role == "after":
        return _after(plain, days, periods)
    firm: Firmness = "firm" if days.kind in ("day", "end") else "window"
    if days.vague or role == "around":
        firm = "vague"
    if role in ("by", "before", "until", "within"):
        last = days.middle if days.middle is not None and role == "by" else days.last
        return replace(plain, by=last, firmness=firm, how=f"by {how}")
    earliest: date | None = max(days.first, min(periods.today, days.last))
    if days.kind == "end" or (firm == "vague" and days.first == days.last):
        earliest = None
    return replace(plain, earliest=earliest, by=days.last, firmness=firm, how=how)


def _after(plain: Reading, days: Days, periods: Periods) -> Reading:
    if days.season:
        return replace(plain, earliest=None, by=days.last, firmness="vague", how=days.how)
    first = periods.calendar.after(days.last)
    return replace(
        plain, earliest=first, how=f"after {days.how}", confidence=min(plain.confidence, 0.8)
    )
