"""Weekdays, dates and named days, counted from the moment they were said."""

from dataclasses import replace
from datetime import date, timedelta

from heardback.timeframe.business import WorkCalendar
from heardback.timeframe.days import Days, Periods, months_on, one_day
from heardback.timeframe.expressions import Dated, Weekday, When
from heardback.timeframe.feasts import feast_on

_FAR = timedelta(days=240)
_RECENT = timedelta(days=150)
_MONTH_FIRST = frozenset({"", "US", "CA", "PH", "BZ"})


def weekday(when: Weekday, periods: Periods) -> date:
    """Given a weekday by name, return the day it means."""
    today = periods.today
    ahead = (when.day - today.weekday()) % 7
    if when.rel == "next":
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 + when.day + 7 * when.weeks)
    if when.rel == "last":
        return today - timedelta(days=(today.weekday() - when.day) % 7 or 7)
    if ahead == 0 and (when.rel != "this" or periods.over):
        ahead = 7
    return today + timedelta(days=ahead + 7 * when.weeks)


def named_weekday(when: Weekday, periods: Periods) -> Days:
    """Given a weekday by name, return its day; "following" hangs on what was named before."""
    if when.rel == "following":
        return _following(when, periods)
    return one_day(weekday(when, periods))


def _following(when: Weekday, periods: Periods) -> Days:
    """The following Monday hangs on the day mentioned before it, else on today."""
    if periods.named is None:
        day = weekday(replace(when, rel=None), periods)
    else:
        ahead = (when.day - periods.named.weekday()) % 7 or 7
        day = periods.named + timedelta(days=ahead)
    return one_day(day)


def weekday_of(day: int, period: When, periods: Periods) -> Days | None:
    """Given a weekday and a period, return that day of the week the period is."""
    inside = periods.of(period)
    if inside is None or inside.kind not in ("week", "part"):
        return None
    monday = inside.last - timedelta(days=inside.last.weekday())
    return replace(one_day(monday + timedelta(days=day)), sure=inside.sure)


def weekday_near(day: int, near: When, sign: int, periods: Periods) -> Days | None:
    """Given a weekday and a day, return the next such weekday after (or before) it."""
    inside = periods.of(near)
    if inside is None:
        return None
    ahead = (sign * (day - inside.first.weekday())) % 7 or 7
    return one_day(inside.first + timedelta(days=sign * ahead))


def dated(when: Dated, periods: Periods) -> Days | None:
    """Given a date by its numbers, return its day; None where there is none."""
    sure = True
    if when.figures is not None:
        day, month, sure = _order(when.figures, periods.calendar.country)
        when = replace(when, day=day, month=month, figures=None)
    if when.month is None:
        found = _day_of_month(when, periods)
    elif when.year is None:
        found = _without_year(when.day, when.month, periods)
    else:
        found = _safe(when.year, when.month, when.day)
    if found is None:
        return None
    days = one_day(found)
    if when.weekday is not None and found.weekday() != when.weekday:
        past = _just_past(when, periods)
        if past is not None:
            return one_day(past)
        return replace(days, clash=_nearest(found, when.weekday))
    if when.month is not None and when.year is None:
        back = _safe(found.year - 1, when.month, when.day)
        near = back is not None and periods.today - back <= _RECENT
        far = found - periods.today > _FAR
        days = replace(days, recent=back if near else None, far=far)
    return replace(days, sure=sure)


def _order(figures: tuple[int, int], country: str | None) -> tuple[int, int, bool]:
    """Two numbers as (day, month): by the employer's country, unless that is impossible."""
    nation = (country or "").partition("-")[0]
    month, day = figures if nation in _MONTH_FIRST else figures[::-1]
    if month > 12 >= day:
        return month, day, True
    doubtful = country is None and day <= 12 and day != month
    return day, month, not doubtful


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _just_past(when: Dated, periods: Periods) -> date | None:
    """The same date a while ago, where that was the weekday named: "Friday, March 14"."""
    today = periods.today
    if when.year is not None:
        return None
    for back in range(5 if when.month is None else 12):
        first = months_on(today.replace(day=1), -back)
        day = _safe(first.year, first.month, when.day)
        if day is None or day >= today or (when.month is not None and day.month != when.month):
            continue
        recent = today - day <= (_RECENT if when.month is not None else timedelta(days=45))
        return day if recent and day.weekday() == when.weekday else None
    return None


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _day_of_month(when: Dated, periods: Periods) -> date | None:
    start = periods.today.replace(day=1)
    if when.months_on is not None:
        first = months_on(start, when.months_on)
        return _safe(first.year, first.month, when.day)
    found: list[date] = []
    for count in range(4):
        first = months_on(start, count)
        day = _safe(first.year, first.month, when.day)
        if day is not None and day >= periods.today:
            found.append(day)
    if when.weekday is not None:
        agree = [day for day in found[:2] if day.weekday() == when.weekday]
        found = agree or found
    return found[0] if found else None


def _without_year(day: int, month: int, periods: Periods) -> date | None:
    this = _safe(periods.today.year, month, day)
    if this is not None and this >= periods.today:
        return this
    return _safe(periods.today.year + 1, month, day)


def feast(name: str, year: int | None, periods: Periods) -> Days | None:
    """Given a named day, return when it falls next; None where it is not known."""
    if name in ("public_holiday", "long_weekend"):
        return _days_off(periods, at_least=1 if name == "public_holiday" else 3)
    today = periods.today
    years = (year,) if year else (today.year, today.year + 1)
    for candidate in years:
        day = feast_on(name, candidate, periods.calendar.country)
        if day is not None and (year or day >= today):
            back = feast_on(name, day.year - 1, periods.calendar.country)
            return replace(
                one_day(day), far=not year and day - today > timedelta(days=330), recent=back
            )
    return None


def _days_off(periods: Periods, *, at_least: int) -> Days | None:
    """The next days off with a public holiday among them, so many in a row; None if not known."""
    calendar = WorkCalendar(periods.calendar.country, quiet_days=False)
    day, end = periods.today, periods.today + timedelta(days=70)
    while calendar.country is not None and day < end:
        first = day
        while not calendar.is_business_day(day):
            day += timedelta(days=1)
        off = [first + timedelta(days=n) for n in range((day - first).days)]
        if len(off) >= at_least and any(calendar.is_holiday(each) for each in off):
            return Days(off[0], off[-1], "part" if len(off) > 1 else "day")
        day += timedelta(days=1)
    return None


def new_year(periods: Periods) -> Days:
    """The first full business week after 1 January, until its Friday."""
    today = periods.today
    year = today.year + (today.month > 1 or today.day > 10)
    first = date(year, 1, 2)
    monday = first + timedelta(days=-first.weekday() % 7)
    return Days(
        monday,
        monday + timedelta(days=4),
        "week",
        vague=True,
        season=True,
        how=f"the first full week of business of {year}, to Fri {monday + timedelta(days=4)}",
    )
