"""The days a named time covers: which reading belongs to which expression."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from heardback.timeframe.business import WorkCalendar
from heardback.timeframe.dates import (
    dated,
    feast,
    named_weekday,
    new_year,
    weekday_near,
    weekday_of,
)
from heardback.timeframe.days import (
    Days,
    Periods,
    WorkedOut,
    add,
    months_on,
    of_month,
    of_year,
    one_day,
    quarter_of,
    week_of,
)
from heardback.timeframe.expressions import (
    Closing,
    Dated,
    Day,
    Duration,
    Feast,
    Month,
    NewYear,
    NthWeek,
    NthWeekday,
    Part,
    Quarter,
    Range,
    Season,
    Shifted,
    Weekday,
    WeekdayNear,
    WeekdayOf,
    WeekNumber,
    WeekOf,
    When,
    Whole,
    Year,
)
from heardback.timeframe.moving import moving_feast, season
from heardback.timeframe.parts import nth_week, nth_weekday_of, part_of, week_number


def periods_at(moment: datetime, calendar: WorkCalendar) -> Periods:
    """Given a local moment and a calendar, return the days around it."""
    return Periods(moment, calendar, _days, worked_out=_worked_out(moment, calendar))


@lru_cache(maxsize=128)
def _worked_out(_moment: datetime, _calendar: WorkCalendar) -> WorkedOut:
    """What was worked out for a moment: the sentences of a letter, or of many, share it."""
    return WorkedOut()


def _days(when: When, periods: Periods) -> Days | None:  # noqa: C901  # one arm per expression
    match when:
        case Day(offset, hanging, else_today):
            start = (periods.mentioned or periods.before) if hanging else None
            if hanging and start is None and offset == 0 and not else_today:
                return None
            return one_day((start or periods.today) + timedelta(days=offset))
        case Weekday():
            return named_weekday(when, periods)
        case WeekdayOf(day, period):
            return weekday_of(day, period, periods)
        case WeekdayNear(day, near, sign):
            return weekday_near(day, near, sign, periods)
        case Dated():
            return dated(when, periods)
        case Whole():
            return _whole(when, periods)
        case Month():
            return _month(when, periods)
        case Quarter(number, year, years_on):
            if years_on is not None:
                year = periods.today.year + years_on
            return quarter_of(number, year, periods)
        case Year(year):
            return of_year(year, periods)
        case WeekOf(day, weeks):
            inner = periods.of(day)
            if inner is None:
                return None
            return week_of(inner.first + timedelta(weeks=weeks), periods, sure=inner.sure)
        case NthWeek(number, period):
            return nth_week(number, period, periods)
        case NthWeekday(number, day, period):
            return nth_weekday_of(number, day, period, periods)
        case WeekNumber(number):
            return week_number(number, periods)
        case Part(part, period):
            return part_of(part, period, periods)
        case Feast(name, year):
            return feast(name, year, periods) or moving_feast(name, year, periods)
        case Season(name, years_on, year):
            return season(name, years_on, year, periods)
        case NewYear():
            return new_year(periods)
        case Shifted(duration, day, sign):
            return _shifted(duration, day, sign, periods)
        case Closing(day, clock):
            return _closing(day, periods, clock=clock)
        case Range(first, last):
            return _range(first, last, periods)


def _whole(when: Whole, periods: Periods) -> Days | None:
    today = periods.today
    offset = when.offset
    hung = periods.named if when.following else None
    start = hung or today
    if when.unit == "week":
        turn = today.weekday() > 4 or (today.weekday() == 4 and periods.over)
        ahead = int(
            hung is None and offset == 0 and (turn or (when.coming and today.weekday() >= 3))
        )
        return week_of(start + timedelta(weeks=offset + ahead), periods, sure=not ahead)
    if when.unit == "month":
        first = months_on(start.replace(day=1), offset)
        return of_month(first, periods)
    if when.unit == "quarter":
        first = months_on(start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1), 3 * offset)
        return quarter_of((first.month - 1) // 3 + 1, first.year, periods)
    if when.unit == "year":
        return of_year(start.year + offset, periods)
    if when.unit == "weekend":
        saturday = start + timedelta(days=(5 - start.weekday()) % 7 + 7 * max(0, offset))
        return Days(saturday, saturday + timedelta(days=1), "part")
    return None


def _month(when: Month, periods: Periods) -> Days:
    today = periods.today
    year = when.year
    if year is None:
        year = today.year + (when.month < today.month)
        if when.years_on is not None:
            year = today.year + when.years_on
    first = date(year, when.month, 1)
    recent = first.replace(year=year - 1) if when.year is None else None
    far = when.year is None and when.years_on is None and first - today > timedelta(days=300)
    return replace(of_month(first, periods), far=far, recent=recent)


def _shifted(span: Duration, day: When, sign: int, periods: Periods) -> Days | None:
    inside = periods.of(day)
    if inside is None:
        return None
    start = inside.last if sign > 0 else inside.first
    first = add(periods, span, span.low, sign, start)
    last = add(periods, span, span.high, sign, start)
    low, high = sorted((first, last))
    kind: Literal["day", "part"] = (
        "day" if low == high and inside.kind in ("day", "end") else "part"
    )
    return Days(low, high, kind, vague=span.manner in ("about", "several"), sure=inside.sure)


def _closing(day: When, periods: Periods, *, clock: bool) -> Days | None:
    inside = periods.of(day)
    if inside is None:
        return None
    if clock and isinstance(day, Day | Weekday) and inside.kind == "day":
        return replace(inside, how="")
    return replace(inside, kind=inside.kind if clock else "end", how="")


def _range(first: When, last: When, periods: Periods) -> Days | None:
    if isinstance(first, Weekday) and first.rel is None and isinstance(last, WeekdayOf):
        first = WeekdayOf(first.day, last.period)  # "Thursday or Friday of next week"
    low = periods.of(first)
    if low is None:
        return None
    before = periods.mentioned
    periods.mentioned = low.last
    high = periods.of(last)
    periods.mentioned = before
    if high is None:
        return None
    end = high.last
    if end < low.first and isinstance(last, Weekday):
        end += timedelta(weeks=1)
    if end < low.first:
        return None
    return Days(low.first, end, "part", sure=low.sure and high.sure, far=low.far)
