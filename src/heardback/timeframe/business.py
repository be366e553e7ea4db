"""Working days and business hours of an employer's country.

A business day is a day of the country's working week that is no public holiday there (the
`holidays` package, subdivisions included) and, by the preference `quiet_days`, none of the days on
which offices are empty: the day after Thanksgiving (US), 24-26 and 31 December. Business hours are
08:00-18:00, working hours (for sums such as "four working hours before") 09:00-17:00:
contracts.md, section 7.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from heardback.errors import UsageError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

OPENS, CLOSES = time(8), time(18)
WORK_STARTS, WORK_ENDS = time(9), time(17)
DEADLINE_HOUR = time(17)
ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


@lru_cache(maxsize=64)
def holidays_of(country: str, year: int) -> frozenset[date]:
    """Given a country (US, DE-BY) and a year, return its public holidays; raise UsageError."""
    return frozenset(_country(country, year))


@lru_cache(maxsize=64)
def names_of_holidays(country: str, year: int) -> tuple[tuple[date, str], ...]:
    """Given a country and a year, return its public holidays with English names, in order."""
    made = _class_of(country)
    spoken = getattr(made, "supported_languages", None) or ()
    language = next((one for one in ("en_US", "en_IN", "en_GB") if one in spoken), None)
    return tuple(sorted(made(years=year, language=language).items()))


@lru_cache(maxsize=64)
def weekend_of(country: str) -> frozenset[int]:
    """Given a country, return the weekdays of its weekend (0 = Monday); raise UsageError."""
    days: set[int] = _country(country, 2025).weekend
    return frozenset(days)


def _country(country: str, year: int):  # type: ignore[no-untyped-def]  # class made by the library
    name, _, subdivision = country.partition("-")
    if name == "GB" and not subdivision:
        subdivision = "ENG"  # else only what all four nations share: no Easter Monday
    try:
        return _class_of(name)(subdiv=subdivision or None, years=year)
    except NotImplementedError:
        pass
    try:
        return _class_of(name)(years=year)
    except NotImplementedError as error:
        raise UsageError(
            f"unknown country {country!r}.", hint="Use an ISO 3166 code such as US, US-TX or DE-BY."
        ) from error


@lru_cache(maxsize=64)
def _class_of(name: str):  # type: ignore[no-untyped-def]  # class made by the library
    """Return the library's class of one country; raise NotImplementedError where it has none.

    Its package of countries imports all 250 when one is wanted, which takes as long as all the
    rest of a single reading. An empty package in its place, for as long as one module of it is
    imported (under the library's own lock), leaves the others where they are.
    """
    from importlib import import_module
    from types import ModuleType

    import holidays
    from holidays.registry import COUNTRIES, IMPORT_LOCK

    module = next((m for m, names in COUNTRIES.items() if name in names), None)
    if module is None:
        raise NotImplementedError(name)
    package = "holidays.countries"
    with IMPORT_LOCK:
        alone = package not in sys.modules
        if alone:
            sys.modules[package] = placeholder = ModuleType(package)
            placeholder.__path__ = [f"{each}/countries" for each in holidays.__path__]
        try:
            return getattr(import_module(f"{package}.{module}"), name)
        finally:
            if alone:
                del sys.modules[package]


def _quiet(day: date, country: str | None) -> bool:
    if day.month == 12 and day.day in (24, 25, 26, 31):
        return True
    if country is None or country.split("-")[0] != "US" or day.month != 11:
        return False
    # The fourth Thursday of November is the 22nd to the 28th; its Friday follows.
    return day.weekday() == 4 and 23 <= day.day <= 29


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of one country. `country` None: weekends only, no holidays."""

    country: str | None = None
    quiet_days: bool = True

    def is_business_day(self, day: date) -> bool:
        """Given a civil day, return whether offices there are open."""
        return _is_business_day(self.country, self.quiet_days, day)

    def is_holiday(self, day: date) -> bool:
        """Given a civil day, return whether it is a public holiday on what would be a workday."""
        if self.country is None or day.weekday() in weekend_of(self.country):
            return False
        return day in holidays_of(self.country, day.year)

    def on_or_after(self, day: date) -> date:
        """Given a day, return it or the first business day after it."""
        while not self.is_business_day(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """Given a day, return it or the last business day before it."""
        while not self.is_business_day(day):
            day -= ONE_DAY
        return day

    def after(self, day: date, count: int = 1) -> date:
        """Given a day and a count, return the count-th business day after it (0: on or after)."""
        return self.after_where(day, count, self.is_business_day)

    def after_where(self, day: date, count: int, counts: Callable[[date], bool]) -> date:
        """Like `after`, counting only the business days for which `counts` holds."""
        if count <= 0:
            return self.on_or_after(day)
        while count:
            day += ONE_DAY
            if self.is_business_day(day) and counts(day):
                count -= 1
        return day

    def before(self, day: date, count: int = 1) -> date:
        """Given a day and a count, return the count-th business day before it."""
        while count:
            day -= ONE_DAY
            if self.is_business_day(day):
                count -= 1
        return day

    def count_between(self, first: date, last: date) -> int:
        """Return how many business days lie after `first` up to and including `last`."""
        count, day = 0, first
        while day < last:
            day += ONE_DAY
            count += self.is_business_day(day)
        return count

    def next_business_hour(self, moment: datetime, *, opens: time = OPENS) -> datetime:
        """Given an aware moment (in the reader's zone), return it or the next opening."""
        local = moment.time()
        if self.is_business_day(moment.date()):
            if opens <= local < CLOSES:
                return moment
            if local < opens:
                return at(moment.date(), opens, moment.tzinfo)
        return at(self.after(moment.date()), opens, moment.tzinfo)

    def working_hours_before(self, moment: datetime, hours: float) -> datetime:
        """Given an aware moment and a number of working hours (09-17), return that much earlier."""
        left = timedelta(hours=hours)
        while True:
            start = at(moment.date(), WORK_STARTS, moment.tzinfo)
            end = min(moment, at(moment.date(), WORK_ENDS, moment.tzinfo))
            if self.is_business_day(moment.date()) and end > start:
                if end - start >= left:
                    return end - left
                left -= end - start
            moment = at(self.before(moment.date()), WORK_ENDS, moment.tzinfo)

    def working_time_between(self, first: datetime, last: datetime) -> timedelta:
        """Given two aware moments, return the working time (09-17) between them."""
        total = timedelta()
        day = first.date()
        while day <= last.date():
            if self.is_business_day(day):
                start = max(first, at(day, WORK_STARTS, last.tzinfo))
                end = min(last, at(day, WORK_ENDS, last.tzinfo))
                total += max(end - start, timedelta())
            day += ONE_DAY
        return total


@lru_cache(maxsize=20_000)
def _is_business_day(country: str | None, quiet_days: bool, day: date) -> bool:
    if quiet_days and _quiet(day, country):
        return False
    if country is None:
        return day.weekday() not in (SATURDAY, SUNDAY)
    return day.weekday() not in weekend_of(country) and day not in holidays_of(country, day.year)


@lru_cache(maxsize=256)
def zone(name: str) -> "ZoneInfo":
    """Given an IANA name, return the zone; raise UsageError where there is none of that name."""
    from zoneinfo import ZoneInfo  # not every reading needs one

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise UsageError(
            f"unknown time zone {name!r}.", hint="Use a name such as America/Chicago."
        ) from error


def at(day: date, hour: time, tz: object) -> datetime:
    """Given a civil day, an hour and a zone, return the aware moment."""
    return datetime.combine(day, hour, tz)  # type: ignore[arg-type]  # a tzinfo, as datetime gives
