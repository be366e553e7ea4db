"""Moments inside the reader's day: openings, limits and the days that do not count.

Business days are the employer's, the clock is the reader's (contracts.md, section 7, "Hours").
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from heardback.model.moment import Moment
from heardback.model.record import record
from heardback.timeframe.business import (
    CLOSES,
    DEADLINE_HOUR,
    OPENS,
    WORK_STARTS,
    WorkCalendar,
    at,
)

ONE_DAY = timedelta(days=1)
TEN = time(10)


@record(frozen=True, slots=True)
class Hours:
    """The business hours of one reader: the employer's calendar and the reader's zone."""

    calendar: WorkCalendar
    zone: ZoneInfo
    opens: time = OPENS
    checks_in: time = WORK_STARTS
    closes: time = CLOSES

    def local(self, moment: datetime) -> datetime:
        """Given an aware moment, return it in the reader's zone."""
        return moment.astimezone(self.zone)

    def open(self, moment: datetime) -> datetime:
        """Given a moment, return it or the next business hour, in the reader's zone."""
        return self.calendar.next_business_hour(moment.astimezone(self.zone))

    def closing(self, moment: datetime) -> datetime:
        """Given a limit, return it in the reader's zone (limits never move earlier)."""
        return moment.astimezone(self.zone)

    def morning(self, day: date, hour: time | None = None) -> datetime:
        """Given a day, return the opening of it or of the next business day."""
        return at(self.calendar.on_or_after(day), hour or self.opens, self.zone)

    def next_morning(self, moment: datetime, hour: time | None = None) -> datetime:
        """Given a moment, return the opening of the first business day after its day."""
        return at(self.calendar.after(self.local(moment).date()), hour or self.opens, self.zone)

    def day_later(self, moment: datetime) -> datetime:
        """Given a moment, return 24 hours on, never before the next business day 10:00."""
        return max(self.local(moment + ONE_DAY), self.next_morning(moment, TEN))

    def business_days_later(self, moment: datetime, count: int) -> datetime:
        """Given a moment, return the same hour `count` business days later."""
        local = self.local(moment)
        return at(self.calendar.after(local.date(), count), local.time(), self.zone)

    def business_days_before(self, moment: datetime, count: int) -> datetime:
        """Given a moment, return the same hour `count` business days before."""
        local = self.local(moment)
        return at(self.calendar.before(local.date(), count), local.time(), self.zone)

    def is_business_day(self, moment: datetime) -> bool:
        """Given a moment, return whether offices are open on its day for the reader."""
        return self.calendar.is_business_day(self.local(moment).date())


def deadline_of(moment: Moment, calendar: WorkCalendar, tz: ZoneInfo) -> datetime:
    """Given a deadline as it was said, return when it must be met, in the employer's zone.

    A date alone ends at 17:00; one on a weekend or holiday is met on the business day before.
    """
    if moment.is_date:
        return at(calendar.on_or_before(moment.on), DEADLINE_HOUR, tz)
    local = moment.at.astimezone(tz)
    if calendar.is_business_day(local.date()):
        return local
    return at(calendar.on_or_before(local.date()), DEADLINE_HOUR, tz)


def in_year_end(day: date) -> bool:
    """Return whether the day lies in the year-end stretch, 20 December to 2 January."""
    return (day.month == 12 and day.day >= 20) or (day.month == 1 and day.day <= 2)


def touches_year_end(first: date, last: date) -> bool:
    """Return whether any day from the first to the last lies in a year-end stretch."""
    # The stretch of the year of the first day, and the end of the one before.
    return in_year_end(first) or last >= date(first.year, 12, 20)


def months_later(day: date, months: int) -> date:
    """Given a day, return the same day of the month that many months on (or its last day)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
