"""Days and moments: from a search file's words to aware instants, and back to words."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from heardback.model.moment import Moment
from heardback.searchfile.values import Wrong, shown

FIRST_YEAR, LAST_YEAR = 1970, 2199
DAY_HINT = "A day is written as 2025-03-14."
MOMENT_HINT = "A moment is written as 2025-03-14 or 2025-03-14T15:00."
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)"
    r" ?(Z|z|[+-]\d{2}:?\d{2}(?::\d{2})?)?",
    re.ASCII,
)
_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def read_day(value: object) -> date:
    """Given "2025-03-14", return the day; raise Wrong."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            raise Wrong(f"should be a day without a time, not {shown(value)}.", hint=DAY_HINT)
        raise Wrong(f"should be a day, not {shown(value)}.", hint=DAY_HINT)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise Wrong(f"names a day that does not exist: {value}.", hint=DAY_HINT) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Wrong(f"lies outside {FIRST_YEAR} to {LAST_YEAR}: {value}.")
    return day


def read_moment(value: object, *, zone: tzinfo) -> Moment:
    """Given a day or a moment in words and the zone meant without an offset; raise Wrong.

    An hour that a clock change skips is moved on by the change, one that comes twice is the first.
    """
    if isinstance(value, str):
        if _DAY.fullmatch(value):
            start = datetime.combine(read_day(value), time(), zone)
            return Moment(_existing(start), is_date=True, text=value)
        if (match := _MOMENT.fullmatch(value)) is not None:
            return Moment(_instant(match, zone), text=value)
    raise Wrong(f"should be a day or a moment, not {shown(value)}.", hint=MOMENT_HINT)


def read_time(value: object) -> time | None:
    """Given "15:00", return the time of day; None for anything else."""
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))


def on_clock(day: date, clock: time, *, zone: tzinfo | None, after: datetime) -> datetime:
    """Given a day and a time in a zone, return that instant: of two, the one not before `after`."""
    first = datetime.combine(day, clock, zone)
    if first.astimezone(UTC) < after.astimezone(UTC):
        second = first.replace(fold=1)
        if second.astimezone(UTC) >= after.astimezone(UTC):
            return second
    return _existing(first)


def _instant(match: re.Match[str], zone: tzinfo) -> datetime:
    day, clock, offset = read_day(match[1]), match[2], match[3]
    try:
        hour = time.fromisoformat(clock)
        if offset is None:
            return _existing(datetime.combine(day, hour, zone))
        sign = "+00:00" if offset in "Zz" else offset
        fixed = datetime.fromisoformat(f"{day}T{hour.isoformat()}{sign}")
    except ValueError:
        raise Wrong(f"names a time that does not exist: {match[0]}.", hint=MOMENT_HINT) from None
    # An offset that is the zone's own at that time means the zone: later sums keep its clock.
    local = fixed.astimezone(zone)
    return local if local.utcoffset() == fixed.utcoffset() else fixed


def _existing(moment: datetime) -> datetime:
    zone = moment.tzinfo
    return moment.astimezone(UTC).astimezone(zone)


def write_day(day: date) -> str:
    """Given a day, return its words."""
    return day.isoformat()


def write_moment(moment: Moment, *, zone: tzinfo | None = None) -> str:
    """Given a moment and the zone its reader assumes (None: the moment's own), return its words.

    The words it was written in are kept where they still say the same.
    """
    frame = zone or moment.at.tzinfo or UTC
    timespec = "minutes" if moment.at.second == moment.at.microsecond == 0 else "auto"
    whole = moment.at.isoformat(timespec=timespec)
    if moment.is_date:
        return moment.text if says(moment.text, moment, frame) else moment.on.isoformat()
    if says(moment.text, moment, frame):
        return moment.text
    local = moment.at.astimezone(frame).replace(tzinfo=None).isoformat(timespec=timespec)
    same_clock = (
        zone is not None and moment.at.utcoffset() == moment.at.astimezone(zone).utcoffset()
    )
    return local if same_clock and says(local, moment, frame) else whole


def says(text: str, moment: Moment, zone: tzinfo) -> bool:
    """Given words, a moment and a zone, return whether the words mean that moment there."""
    if not text:
        return False
    try:
        meant = read_moment(text, zone=zone)
    except Wrong:
        return False
    same_clock = meant.at.replace(tzinfo=None) == moment.at.replace(tzinfo=None)
    return (
        meant.is_date == moment.is_date
        and same_clock
        and (moment.is_date or abs(meant.at.astimezone(UTC) - moment.at.astimezone(UTC)) < _TICK)
    )


_TICK = timedelta(microseconds=1)
