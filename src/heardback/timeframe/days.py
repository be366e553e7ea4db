"""The days around the moment something was said, in the employer's calendar."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from heardback.model.timeframe import Firmness
from heardback.timeframe.business import WorkCalendar, weekend_of
from heardback.timeframe.expressions import Duration, Time, When

_EVENING = time(17)
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a named time. `kind`: a day, the end of something, or a period."""

    first: date
    last: date
    kind: Literal["day", "end", "week", "month", "quarter", "year", "part"] = "day"
    how: str = ""
    sure: bool = True
    vague: bool = False
    season: bool = False
    far: bool = False
    recent: date | None = None
    clash: date | None = None
    middle: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression comes to: inclusive days, how firm, how sure, and why so.

    `recent` is the same words read backwards ("March 3" said on 5 March); `past` says that the
    words themselves point back.
    """

    earliest: date | None = None
    by: date | None = None
    firmness: Firmness = "vague"
    confidence: float = 0.95
    how: str = ""
    recent: date | None = None
    past: bool = False
    far: bool = False


@dataclass(slots=True)
class WorkedOut:
    """What expressions came to at one moment."""

    days: dict[When, Days | None] = field(default_factory=dict)
    readings: dict[Time, Reading | None] = field(default_factory=dict)


@dataclass(slots=True)
class Periods:
    """The days around one moment (local to the employer) in the employer's calendar.

    `mentioned` is the last day named in the sentence, `before` the last one of the sentence before.
    """

    moment: datetime
    calendar: WorkCalendar
    read: Callable[[When, "Periods"], Days | None]
    mentioned: date | None = None
    before: date | None = None
    worked_out: WorkedOut = field(default_factory=WorkedOut)

    @property
    def today(self) -> date:
        """The civil day of the moment."""
        return self.moment.date()

    @property
    def named(self) -> date | None:
        """The day that "following" and "that week" hang on: of this sentence, or one to come."""
        if self.mentioned is None and self.before is not None and self.before >= self.today:
            return self.before
        return self.mentioned

    @property
    def alone(self) -> bool:
        """Whether no day was named before, so that a reading hangs on the moment alone."""
        return self.mentioned is None and self.before is None

    @property
    def over(self) -> bool:
        """Whether the business day is over."""
        return self.moment.time() >= _EVENING

    def of(self, when: When) -> Days | None:
        """Given a named time, return the days it covers; None where it names none."""
        # What hangs on a day mentioned before ("the following week") is not remembered.
        if self.alone and when in self.worked_out.days:
            return self.worked_out.days[when]
        days = self.read(when, self)
        if days is not None and not days.how:
            days = replace(days, how=in_words(days))
        if self.alone:
            self.worked_out.days[when] = days
        return days


def add(
    periods: Periods, span: Duration, count: int, sign: int = 1, start: date | None = None
) -> date:
    """Given a duration and a count of its units, return the day so far from the start."""
    day = start or periods.today
    unit = span.unit
    if unit == "business" or (unit == "day" and span.manner in ("informal", "several")):
        calendar = periods.calendar
        return calendar.after(day, count) if sign > 0 else calendar.before(day, count)
    if unit in ("hour", "minute") and start is None:
        step = timedelta(hours=count) if unit == "hour" else timedelta(minutes=count)
        return (periods.moment + sign * step).date()
    if unit in ("month", "quarter", "year"):
        return months_on(day, sign * count * {"month": 1, "quarter": 3, "year": 12}[unit])
    per = {"day": 1, "week": 7, "weekend": 7}.get(unit, 0)
    return day + timedelta(days=sign * count * per)


def months_on(day: date, count: int) -> date:
    """Given a day and a count of months, return the same day then, or that month's last."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_words(days: Days) -> str:
    """Return the days as an explanation names them."""
    name = _NAMES[days.last.weekday()]
    if days.first == days.last:
        return f"{name} {days.last}"
    return f"{_NAMES[days.first.weekday()]} {days.first} to {name} {days.last}"


def one_day(day: date) -> Days:
    """Given a day, return it as days."""
    return Days(day, day)


def week_of(day: date, periods: Periods, *, sure: bool = True) -> Days:
    """Given a day, return its working week."""
    monday = day - timedelta(days=day.weekday())
    friday = monday + timedelta(days=4)
    country = periods.calendar.country
    if country is not None:
        while friday.weekday() in weekend_of(country):
            friday -= timedelta(days=1)
    return Days(monday, friday, "week", sure=sure)


def last_working(first: date, months: int, calendar: WorkCalendar) -> date:
    """The last business day of a span of months; quiet days count as open here."""
    open_days = WorkCalendar(calendar.country, quiet_days=False)
    return open_days.on_or_before(months_on(first, months) - timedelta(days=1))


def of_month(first: date, periods: Periods) -> Days:
    """Given the first of a month, return that month to its last business day."""
    return Days(first, last_working(first, 1, periods.calendar), "month")


def of_year(year: int, periods: Periods) -> Days:
    """Given a year, return it to its last business day."""
    first = date(year, 1, 1)
    return Days(first, last_working(first, 12, periods.calendar), "year")


def quarter_of(number: int, year: int | None, periods: Periods) -> Days:
    """Given a quarter, return it; without a year the one that is not over."""
    first = date(year or periods.today.year, 3 * number - 2, 1)
    last = last_working(first, 3, periods.calendar)
    if year is None and last < periods.today:
        first = first.replace(year=first.year + 1)
        last = last_working(first, 3, periods.calendar)
    return Days(first, last, "quarter")
