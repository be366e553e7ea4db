"""What each construction means: the names a language's patterns may build, and no word of any.

A pattern names its meaning, with arguments where it needs them: `("mid -? MONTH", "part mid")`.
Builders get the captured parts; None means "this is no such thing after all". Amounts and days
are built in `meanings.py`, periods and the part a time plays here.
"""

from functools import lru_cache
from typing import Any

from heardback.timeframe.expressions import (
    Closing,
    Dated,
    Day,
    Duration,
    Manner,
    Month,
    NewYear,
    NthWeek,
    Part,
    PartName,
    Quarter,
    Range,
    Shifted,
    Time,
    Unit,
    Weekday,
    WeekOf,
    When,
    Whole,
    Year,
)
from heardback.timeframe.meaning import builder, meaning
from heardback.timeframe.meanings import dated
from heardback.timeframe.node import Parts
from heardback.timeframe.pattern import Constructions
from heardback.timeframe.words import TimeframeWords


@lru_cache(maxsize=8)
def constructions_of(words: TimeframeWords) -> Constructions:
    """Given a language's words, return them compiled; the first call pays for it."""
    return Constructions(words, builder)


@meaning
def _same(parts: Parts) -> object:
    return next(iter(parts.values()))


@meaning
def _const(_: Parts, value: str) -> object:
    return int(value) if value.lstrip("-").isdigit() else value


@meaning
def _whole(parts: dict[str, Any], offset: str = "") -> object:
    unit = parts["PERIODUNIT"]
    if offset:
        return Whole(unit, int(offset))
    rel = parts.get("REL", "this")
    number = {"this": 0, "next": 1, "last": -1, "following": 1, "coming": 0}[rel]
    return Whole(unit, number, following=rel == "following", coming=rel == "coming")


@meaning
def _whole_after(parts: dict[str, Any]) -> object:
    return Whole(parts["PERIODUNIT"], 1, following=True)


@meaning
def _whole_that(parts: dict[str, Any]) -> object:
    return Whole(parts["PERIODUNIT"], 0, following=True)


@meaning
def _whole_weekend(_: Parts) -> object:
    return Whole("weekend")


@meaning
def _month(parts: dict[str, Any], years_on: str = "") -> object:
    month = parts["MONTHNAME"]
    on = {"next": None, "last": -1}.get(parts.get("REL", ""))
    return Month(
        month % 100,
        parts.get("YEAR"),
        int(years_on) if years_on else on,
        weak=month > 100 and "YEAR" not in parts,
    )


@meaning
def _quarter(parts: dict[str, Any], number: str = "") -> object:
    nth = int(number) if number else parts.get("QUARTERNAME", parts.get("NTH", 0))
    return Quarter(nth, parts.get("YEAR")) if 1 <= nth <= 4 else None


@meaning
def _quarter_next_year(parts: dict[str, Any]) -> object:
    number = parts.get("QUARTERNAME", parts.get("NTH", 0))
    return Quarter(number, years_on=1) if 1 <= number <= 4 else None


@meaning
def _year(parts: dict[str, Any]) -> object:
    return Year(parts["YEAR"])


@meaning
def _week_of(parts: dict[str, Any], weeks: str = "0") -> object:
    return WeekOf(parts["DATE" if "DATE" in parts else "FEASTDAY"], int(weeks))


@meaning
def _week_of_day(parts: dict[str, Any]) -> object:
    return WeekOf(dated(parts))  # type: ignore[arg-type]  # by grammar


@meaning
def _dated_first(_: Parts) -> object:
    return Dated(1, months_on=1)


@meaning
def _nth_week(parts: dict[str, Any], number: str = "") -> object:
    nth = int(number) if number else parts["NTH"]
    return NthWeek(nth, parts["PERIODX"]) if -1 <= nth <= 5 else None


@meaning
def _part(parts: dict[str, Any], name: PartName | None = None) -> object:
    part: PartName = name or parts["PART"]
    period = next((parts[k] for k in ("PERIOD", "PERIODX", "DATE") if k in parts), None)
    return Part(part, period if period is not None else Whole("week"))


@meaning
def _part_end(parts: dict[str, Any]) -> object:
    return Part("end", parts["DATE"])


@meaning
def _part_end_of(parts: dict[str, Any]) -> object:
    return Part("end", parts["PERIOD"])


@meaning
def _part_week(_: Parts, name: PartName) -> object:
    return Part(name, Whole("week"))


@meaning
def _part_weekday(parts: dict[str, Any]) -> object:
    return (
        Part(parts["PART"], Weekday(parts["WEEKDAY"], parts.get("REL")))
        if parts["PART"] != "mid"
        else None
    )


@meaning
def _unit_end(parts: dict[str, Any]) -> object:
    return Part("end", Whole(parts["UNITEND"]))


@meaning
def _unit_end_of(parts: dict[str, Any]) -> object:
    return None if parts["PERIODUNIT"] == "weekend" else Part("end", Whole(parts["PERIODUNIT"]))


@meaning
def _range(parts: dict[str, Any]) -> object:
    return Range(parts["a"], parts["b"])


@meaning
def _two_days(_: Parts, first: str, last: str) -> object:
    return Range(Day(int(first)), Day(int(last)))


@meaning
def _first_and_last(parts: dict[str, Any]) -> object:
    return Range(parts["a"], parts["c"])


@meaning
def _week_ending(parts: dict[str, Any]) -> object:
    return Time("on", WeekOf(parts["DATE"]))


@meaning
def _between_the_years(_: Parts) -> object:
    return Range(Dated(26, 12), Dated(31, 12))


@meaning
def _days_of_month(parts: dict[str, Any]) -> object:
    month = parts["MONTHNAME"] % 100
    first, last = parts["a"], parts["b"]
    if first >= last:
        return None
    return Range(Dated(first, month, parts.get("YEAR")), Dated(last, month, parts.get("YEAR")))


# Times: the part a day, period or duration plays


@meaning
def _time(parts: dict[str, Any], role: str) -> object:
    value = parts.get("WHEN", parts.get("DURATION"))
    if isinstance(value, Duration) and role == "on":
        return Time("in", value, bare=True)
    return Time(role, value, clock=_clock(value))  # type: ignore[arg-type]  # by grammar


@meaning
def _bare(parts: dict[str, Any]) -> object:
    value = parts.get("WHEN", parts.get("DURATION"))
    role = "in" if isinstance(value, Duration) else "on"
    return Time(role, value, bare=True, clock=_clock(value))  # type: ignore[arg-type]  # by grammar


@meaning
def _last_named(parts: dict[str, Any]) -> object:
    """By Thursday, Friday at the very latest."""
    return Time("by", parts["b"], clock=_clock(parts["b"]))


@meaning
def _first_to_last(parts: dict[str, Any]) -> object:
    """Not before Monday, but by Friday."""
    return Time("on", Range(parts["a"], parts["b"]))


@meaning
def _time_by_then(_: Parts) -> object:
    return Time("by", Day(0, following=True))


@meaning
def _time_then(_: Parts) -> object:
    return Time("then", Day(0, following=True), bare=True)


@meaning
def _time_after_that(_: Parts) -> object:
    return Time("then", Day(0, following=True))


@meaning
def _time_on_that(_: Parts) -> object:
    """The last Friday of May, so that's when you'd hear."""
    return Time("on", Day(0, following=True))


@meaning
def _later(parts: dict[str, Any]) -> object:
    """Two days later: than the day named before, else than today."""
    return Time("by", Shifted(parts["DURATION"], Day(0, following=True, else_today=True)))


@meaning
def _this_or_next(parts: dict[str, Any]) -> object:
    """Of this week or (early) next: from one to the other."""
    unit: Unit = parts["PERIODUNIT"]
    after: When = Whole(unit, 1)
    if "PART" in parts:
        after = Part(parts["PART"], after)
    return Range(Whole(unit), after)


@meaning
def _next_morning(_: Parts) -> object:
    return Time("on", Day(1, following=True))


@meaning
def _before_its_end(parts: dict[str, Any]) -> object:
    """Before the month is out."""
    return Time("by", Part("end", parts["PERIODX"]))


@meaning
def _before_unit_end(_: Parts, unit: Unit) -> object:
    return Time("by", Part("end", Whole(unit)))


@meaning
def _within_of_that(parts: dict[str, Any]) -> object:
    """Within two weeks of that date."""
    return Time("by", Shifted(parts["DURATION"], Day(0, following=True)))


@meaning
def _days_time(parts: dict[str, Any]) -> object:
    days = _days_of_month(parts)
    return Time("on", days) if isinstance(days, Range) else None


@meaning
def _range_time(parts: dict[str, Any]) -> object:
    return Time("on", Range(parts["a"], parts["b"]), clock=_clock(parts["a"]))


@meaning
def _today_by(_: Parts) -> object:
    return Time("by", Closing(Day(0)), clock=True)


@meaning
def _season(_: Parts) -> object:
    return Time("after", NewYear())


@meaning
def _within_one(parts: dict[str, Any]) -> object:
    return Time("within", _one_unit(parts))


@meaning
def _over_one(parts: dict[str, Any]) -> object:
    return Time("over", _one_unit(parts))


@meaning
def _next_or_two(parts: dict[str, Any]) -> object:
    unit, times = parts["UNITONE"]
    return Time("over", Duration(times, parts.get("NUMBER", 2) * times, unit, "informal"))


@meaning
def _plural_time(parts: dict[str, Any]) -> object:
    """Units without a number ("the coming weeks") are a few, vaguely."""
    unit, times = parts["UNITMANY"]
    manner: Manner = "several" if unit == "day" else "about"
    return Time("over", Duration(3 * times, 3 * times, unit, manner))


def _one_unit(parts: dict[str, Any]) -> Duration:
    unit, times = parts["UNITONE"]
    return Duration(times, times, unit, "about" if "ABOUT" in parts else "exact")


@meaning
def _vague(_: Parts) -> object:
    return Time("vague")


def _clock(value: object) -> bool:
    if isinstance(value, Range):
        return _clock(value.first)
    return isinstance(value, Closing) and value.clock
