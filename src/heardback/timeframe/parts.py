"""Weeks of a month, and the early, middle and late parts of a period."""

from dataclasses import replace
from datetime import date, timedelta

from heardback.timeframe.days import Days, Periods, last_working, months_on, one_day, week_of
from heardback.timeframe.expressions import When, Whole
from heardback.timeframe.feasts import nth_weekday


def nth_week(number: int, period: When, periods: Periods) -> Days | None:
    """Given a number and a period, return its so-many-th working week (-1: the last)."""
    inside = periods.of(period)
    if inside is None or inside.kind not in ("month", "quarter", "year"):
        return None
    if number < 0:
        week = week_of(inside.last, periods)
        if _working(week, inside) < 3:
            week = week_of(week.first - timedelta(weeks=1), periods)
        return _clip(week, inside)
    week = week_of(inside.first, periods)
    if _working(week, inside) < 3:
        number += 1
    return _clip(week_of(week.first + timedelta(weeks=number - 1), periods), inside)


def nth_weekday_of(number: int, day: int, period: When, periods: Periods) -> Days | None:
    """Given a number, a weekday and a month, return its so-many-th such day (-1: the last)."""
    inside = periods.of(period)
    if inside is None or inside.kind != "month":
        return None
    found = nth_weekday(inside.first.year, inside.first.month, day, number)
    return one_day(found) if found.month == inside.first.month else None


def week_number(number: int, periods: Periods) -> Days | None:
    """Given the number of a week (ISO 8601), return the next such week that is not over."""
    year = periods.today.isocalendar().year
    for candidate in (year, year + 1):
        try:
            week = week_of(date.fromisocalendar(candidate, number, 1), periods)
        except ValueError:
            continue
        if week.last >= periods.today:
            return week
    return None


def _working(week: Days, inside: Days) -> int:
    days = (week.first + timedelta(days=n) for n in range(5))
    return sum(inside.first <= day <= inside.last and day.timetuple().tm_yday > 1 for day in days)


def _clip(week: Days, inside: Days) -> Days:
    return Days(max(week.first, inside.first), min(week.last, inside.last), "week")


_WEEK_PARTS = {
    "early": (0, 1), "half1": (0, 2), "mid": (2, 2), "half2": (2, 4), "late": (3, 4),
    "later": (3, 4),
}  # fmt: skip


def part_of(part: str, period: When, periods: Periods) -> Days | None:
    """Given a part and a period, return the days it covers."""
    inside = periods.of(period)
    if inside is None:
        return None
    if inside.kind in ("day", "end"):
        return replace(inside, kind="end" if part == "end" else inside.kind, how="")
    if part == "end":
        return _end(inside, period, periods)
    if part == "some":
        return replace(inside, how="")
    if part == "rest" or (part == "later" and inside.kind != "week"):
        return Days(max(inside.first, periods.today), inside.last, inside.kind)
    if inside.kind == "week":
        first, last = _WEEK_PARTS[part]
        monday = inside.last - timedelta(days=inside.last.weekday())
        end = min(inside.last, monday + timedelta(days=last))
        found = Days(min(end, monday + timedelta(days=first)), end, "part", sure=inside.sure)
        return replace(found, sure=found.sure and found.last >= periods.today)
    return _third(part, inside, periods)


def _end(inside: Days, period: When, periods: Periods) -> Days:
    """The end of a period; one that is over already is the next one's."""
    over = inside.last < periods.today or (inside.last == periods.today and periods.over)
    if over and isinstance(period, Whole) and period.offset == 0 and period.unit != "week":
        later = periods.of(replace(period, offset=1))
        if later is not None:
            return Days(later.last, later.last, "end", sure=False)
    return Days(inside.last, inside.last, "end", sure=inside.sure, far=inside.far)


def _third(part: str, inside: Days, periods: Periods) -> Days:
    if inside.kind == "month":
        bounds = {"early": (1, 10), "mid": (11, 20), "half1": (1, 15)}.get(part)
        if bounds is None:
            first = inside.first.replace(day=16 if part == "half2" else 21)
            return Days(min(first, inside.last), inside.last, "part", far=inside.far)
        first, last = (inside.first.replace(day=day) for day in bounds)
        middle = inside.first.replace(day=15) if part == "mid" else None
        return Days(first, last, "part", middle=middle, far=inside.far)
    months = 12 if inside.kind == "year" else 3
    third = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}.get(part)
    low, high = third or ((0, 1.5) if part == "half1" else (1.5, 3))
    first = months_on(inside.first, int(low * months / 3))
    span = int((high - low) * months / 3) or 1
    return Days(first, last_working(first, span, periods.calendar), "part")
