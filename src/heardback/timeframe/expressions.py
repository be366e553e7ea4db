"""What time words mean before anybody knows when they were said: a small closed union of values."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["minute", "hour", "day", "business", "week", "month", "quarter", "year", "weekend"]
PartName = Literal["early", "mid", "late", "end", "later", "half1", "half2", "some", "rest"]
Role = Literal[
    "on", "by", "before", "not_before", "after", "until", "within", "in", "over", "ago", "since",
    "around", "vague", "then",
]  # fmt: skip
Manner = Literal["exact", "informal", "range", "about", "several"]


@dataclass(frozen=True, slots=True)
class Duration:
    """So many units, from `low` to `high`; `manner` says how exactly that was put."""

    low: int
    high: int
    unit: Unit
    manner: Manner = "exact"


@dataclass(frozen=True, slots=True)
class Day:
    """So many days from today, or ("the following day") from the day mentioned before.

    "That day" (no days on, following) is nothing where no day was mentioned.
    """

    offset: int
    following: bool = False
    else_today: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named weekday; `rel`: None, this, next, following, last; `weeks` counts further weeks."""

    day: int
    rel: str | None = None
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A named weekday of a period: Friday of next week."""

    day: int
    period: "When"


@dataclass(frozen=True, slots=True)
class WeekdayNear:
    """A named weekday after (or before) a day: the Monday after Easter."""

    day: int
    near: "When"
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Dated:
    """A date by its numbers; `figures` holds two numbers whose order the country decides."""

    day: int = 0
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    figures: tuple[int, int] | None = None
    months_on: int | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole week, month, quarter, year counted from now; "following" hangs on what was said."""

    unit: Unit
    offset: int = 0
    following: bool = False
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A named month."""

    month: int
    year: int | None = None
    years_on: int | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter by its number."""

    number: int
    year: int | None = None
    years_on: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number."""

    year: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The working week a day lies in, moved by so many weeks."""

    day: "When"
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class NthWeek:
    """The first, second … week of a period; -1 the last."""

    number: int
    period: "When"


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The second Friday of a period; -1 the last."""

    number: int
    day: int
    period: "When"


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """A calendar week by its number (ISO 8601)."""

    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period: early next week, the end of March."""

    part: PartName
    period: "When"


@dataclass(frozen=True, slots=True)
class Feast:
    """A public or other named day."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the year; "next" is that of the year to come where this year has one."""

    name: str
    years_on: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class NewYear:
    """After the holidays, in the new year."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """So long after (or before) a day: a week from Friday."""

    duration: Duration
    day: "When"
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Closing:
    """A day up to the close of its business, or to an hour: COB Friday, 3 pm on Friday."""

    day: "When"
    clock: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From one to the other: either bound may be named."""

    first: "When"
    last: "When"


When = (
    Day | Weekday | WeekdayOf | WeekdayNear | Dated | Whole | Month | Quarter | Year | WeekOf
    | NthWeek | NthWeekday | WeekNumber | Part | Feast | NewYear | Shifted | Closing | Range
    | Season
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with the part it plays: by Friday, within two weeks, soon."""

    role: Role
    when: When | Duration | None = None
    bare: bool = False
    clock: bool = False
