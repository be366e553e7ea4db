"""What the constructions of amounts and days build."""

from dataclasses import replace
from typing import Any

from heardback.timeframe.expressions import (
    Closing,
    Dated,
    Day,
    Duration,
    Feast,
    NewYear,
    NthWeekday,
    Season,
    Shifted,
    Weekday,
    WeekdayNear,
    WeekdayOf,
    WeekNumber,
)
from heardback.timeframe.meaning import meaning
from heardback.timeframe.node import Parts

_LONGEST = {"minute": 6000, "hour": 400, "day": 400, "business": 300, "week": 60, "month": 24}


@meaning
def _exactly(parts: dict[str, Any], number: str = "") -> object:
    value = int(number) if number else parts["NUMBER"]
    if "again" in parts and parts["again"] != value:
        return None
    return (value, value, "exact")


@meaning
def _informally(_: Parts, number: str) -> object:
    return (int(number), int(number), "informal")


@meaning
def _several(_: Parts, low: str, high: str) -> object:
    return (int(low), int(high), "several")


@meaning
def _span(parts: dict[str, Any]) -> object:
    low, high = parts["a"], parts["b"]
    return (low, high, "range") if low < high else None


@meaning
def _duration(parts: dict[str, Any], manner: str = "") -> object:
    low, high, how = parts["AMOUNT"]
    unit, times = parts["UNIT"]
    if high * times > _LONGEST.get(unit, 12):
        return None
    return Duration(low * times, high * times, unit, manner or how)  # type: ignore[arg-type]  # by grammar


@meaning
def _plural(parts: dict[str, Any]) -> object:
    unit, times = parts["UNITONE"]
    return Duration(times, times, unit, "about")


@meaning
def _span_of_units(parts: dict[str, Any]) -> object:
    unit, times = parts["UNIT"]
    low, high = parts["a"], parts["b"]
    return Duration(low * times, high * times, unit, "range") if low < high <= 60 else None


@meaning
def _span_mixed(parts: dict[str, Any]) -> object:
    """A week to ten days."""
    days = {"day": 1, "week": 7}
    (low, _, _), (one, times) = parts["a"], parts["UNITONE"]
    (_, high, _), (other, many) = parts["b"], parts["UNIT"]
    if one not in days or other not in days:
        return None
    first, last = low * times * days[one], high * many * days[other]
    return Duration(first, last, "day", "range") if first < last else None


@meaning
def _one_or_two(parts: dict[str, Any]) -> object:
    unit, times = parts["UNITONE"]
    return Duration(times, parts["NUMBER"] * times, unit, "informal")


@meaning
def _and_half(parts: dict[str, Any]) -> object:
    unit, _ = parts["UNIT" if "UNIT" in parts else "UNITMANY"]
    low, _, _ = parts["AMOUNT"]
    days = {"week": 7, "month": 30}.get(unit)
    if days is None:
        return None
    most = low * days + (days + 1) // 2
    return Duration(most, most, "day", "about")


@meaning
def _roughly(parts: dict[str, Any]) -> object:
    return replace(parts["DURATION"], manner="about")


@meaning
def _day(_: Parts, offset: str) -> object:
    return Day(int(offset))


@meaning
def _day_after(_: Parts) -> object:
    return Day(1, following=True)


@meaning
def _weekday(parts: dict[str, Any], rel: str = "", weeks: str = "0") -> object:
    return Weekday(parts["WEEKDAY"], rel.strip("_") or parts.get("REL"), int(weeks))


@meaning
def _weekday_after(parts: dict[str, Any], sign: str = "1") -> object:
    return WeekdayNear(
        parts["WEEKDAY"], parts["DATE" if "DATE" in parts else "FEASTDAY"], int(sign)
    )


@meaning
def _weekday_before(parts: dict[str, Any]) -> object:
    return _weekday_after(parts, "-1")


@meaning
def _that_day(_: Parts) -> object:
    return Day(0, following=True)


@meaning
def _next_day(parts: dict[str, Any], sign: str = "1") -> object:
    day = parts["DATE" if "DATE" in parts else "FEASTDAY"]
    return Shifted(Duration(1, 1, "day"), day, int(sign))


@meaning
def _nth_weekday(parts: dict[str, Any], number: str = "") -> object:
    nth = int(number) if number else parts["NTH"]
    return NthWeekday(nth, parts["WEEKDAY"], parts["PERIODX"]) if nth <= 5 else None


@meaning
def _week_number(parts: dict[str, Any]) -> object:
    return WeekNumber(parts["NUMBER"]) if 1 <= parts["NUMBER"] <= 53 else None


@meaning
def _next_business(_: Parts) -> object:
    return Shifted(Duration(1, 1, "business"), Day(0))


@meaning
def _weekday_of(parts: dict[str, Any]) -> object:
    return WeekdayOf(parts["WEEKDAY"], parts["PERIOD"])


@meaning
def dated(parts: dict[str, Any], months_on: str = "") -> object:
    """Given the parts of a date, return it."""
    day = parts.get("DAYTH", parts.get("DAYNUMBER", parts.get("NTH", 0)))
    month = parts.get("MONTHNAME")
    weak = month is not None and month > 100
    return Dated(
        day,
        month % 100 if month is not None else None,
        parts.get("YEAR"),
        parts.get("WEEKDAY"),
        months_on=int(months_on) if months_on else None,
        weak=weak and "YEAR" not in parts and "DAYTH" not in parts,
    )


@meaning
def _dated_word(parts: dict[str, Any]) -> object:
    """The ninth; below that it counts something else more often than days."""
    return Dated(parts["NTH"]) if parts["NTH"] >= 5 else None


@meaning
def _figures(parts: dict[str, Any]) -> object:
    numbers, mark = parts["FIGURES"]
    if numbers[0] > 31:  # "40/8" is a score, not a date
        if len(numbers) < 3:
            return None
        return Dated(numbers[2], numbers[1], numbers[0])
    year = numbers[2] if len(numbers) == 3 else None
    if year is not None and year < 100:
        year += 2000
    if mark == ".":
        return Dated(numbers[0], numbers[1], year)
    return Dated(year=year, figures=(numbers[0], numbers[1]))


@meaning
def _on_weekday(parts: dict[str, Any]) -> object:
    date = parts["DATE"]
    return replace(date, weekday=parts["WEEKDAY"], weak=False) if isinstance(date, Dated) else None


@meaning
def _closing(parts: dict[str, Any]) -> object:
    return Closing(parts["WHEN"]) if "WHEN" in parts else Closing(Day(0))


@meaning
def _closing_next(_: Parts) -> object:
    return Closing(Shifted(Duration(1, 1, "business"), Day(0)))


@meaning
def _closing_tomorrow(_: Parts) -> object:
    return Closing(Day(1))


@meaning
def _clocked(parts: dict[str, Any]) -> object:
    return Closing(parts["WHEN"], clock=True)


@meaning
def _feast(parts: dict[str, Any]) -> object:
    return Feast(parts["FEAST"], parts.get("YEAR"))


@meaning
def _season_of(parts: dict[str, Any]) -> object:
    return (
        Season(parts["SEASONNAME"], int(parts.get("REL") == "next"), parts.get("YEAR"))
        if parts.get("REL", "this") in ("this", "next", "coming")
        else None
    )


@meaning
def _new_year(_: Parts) -> object:
    return NewYear()


@meaning
def _shifted(parts: dict[str, Any], sign: str = "1") -> object:
    return Shifted(parts["DURATION"], parts.get("WHEN", Day(0)), int(sign))
