"""Dates of the sample: whole-week shifts and the date placeholders inside texts."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

_PLACEHOLDER = re.compile(r"\{date:(\d{4}-\d\d-\d\d)\|([^}]*)\}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def ordinal(number: int) -> str:
    """Write 1 as ``1st``, 12 as ``12th``, 23 as ``23rd``."""
    if 11 <= number % 100 <= 13:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def spell(day: date | datetime, pattern: str) -> str:
    """Format a day in English in any locale: the usual codes, ``%-d``, and ``%o`` for 16th."""
    clock = day.time() if isinstance(day, datetime) else time()
    hour = clock.hour % 12 or 12
    codes = {
        "%-d": str(day.day),
        "%-m": str(day.month),
        "%-I": str(hour),
        "%d": f"{day.day:02}",
        "%m": f"{day.month:02}",
        "%Y": str(day.year),
        "%A": _DAYS[day.weekday()],
        "%a": _DAYS[day.weekday()][:3],
        "%B": _MONTHS[day.month - 1],
        "%b": _MONTHS[day.month - 1][:3],
        "%o": ordinal(day.day),
        "%H": f"{clock.hour:02}",
        "%M": f"{clock.minute:02}",
        "%p": "AM" if clock.hour < 12 else "PM",
    }
    return re.sub(r"%-?[a-zA-Z]", lambda code: codes[code[0]], pattern)


class Shift:
    """A move of every date of the sample by whole weeks."""

    def __init__(self, days: int) -> None:
        """Refuse a shift that is not made of whole weeks: weekdays must keep agreeing."""
        if days % 7:
            raise ValueError(f"the sample can be moved by whole weeks only, not by {days} days")
        self.delta = timedelta(days=days)

    def day(self, text: str) -> date:
        """Read ``2025-05-14`` and move it."""
        return date.fromisoformat(text) + self.delta

    def moment(self, text: str, zone: str) -> datetime:
        """Read a wall-clock moment of a zone and move it: the hour stays, the offset may change."""
        return (datetime.fromisoformat(text) + self.delta).replace(tzinfo=ZoneInfo(zone))

    def words(self, text: str) -> str:
        """Fill the ``{date:2025-05-16|%A}`` placeholders of a text."""
        return _PLACEHOLDER.sub(lambda found: spell(self.day(found[1]), found[2]), text)

    def value(self, value: Any) -> Any:
        """Move every date, moment and placeholder inside a value read from TOML."""
        if isinstance(value, Mapping):
            return {key: self.value(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.value(inner) for inner in value]
        if not isinstance(value, str):
            return value
        if _DATE.fullmatch(value):
            return self.day(value).isoformat()
        if _MOMENT.fullmatch(value):
            return (datetime.fromisoformat(value) + self.delta).isoformat(timespec="minutes")
        return self.words(value)
