"""The moment that a mail program prints in a body: "Mon, Mar 3, 2025 at 2:15 PM".

Programs write in the forwarder's language and, as a rule, in the forwarder's own zone. A date that
can be read in two ways is not guessed: it is none.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

_MONTHS = (
    "jan jän gen ene sty",
    "feb fév fev lut",
    "mar mär mrt maa mrz",
    "apr avr abr kwi",
    "may mai maj mei mag",
    "jun juin giu cze",
    "jul juil lug lip",
    "aug aoû aou ago sie",
    "sep set wrz",
    "oct okt ott out paź paz",
    "nov lis",
    "dec dez déc dic gru",
)
_NUMBER = {head: n for n, heads in enumerate(_MONTHS, start=1) for head in heads.split()}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_NAMED = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|[.º])?\s+(?:de\s+)?{_WORD},?\s+(?:de\s+)?(?P<year>\d{{4}})"),
    re.compile(rf"{_WORD}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"),
)  # fmt: skip
_ISO = re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})\b")
_NUMERIC = re.compile(
    r"\b(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)\b"
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))(?:[:.]\d\d)?\s*(?P<half>[ap]\.?\s?m\b)?",
    re.IGNORECASE,
)
_HALF = re.compile(r"\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
_LETTERS = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_LETTERS |= {"CET": 1, "CEST": 2}
_LETTERED = re.compile(rf"\b(?:{'|'.join(_LETTERS)})\b")
_OFFSET = re.compile(r"(?:\b(?:GMT|UTC)|\s)(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?\b")
_ZERO = re.compile(r"\b(?:GMT|UTC)\b|\dZ\b")
EARLIEST, LATEST = 1990, 2037


def stamped(text: str, *, zone: tzinfo | None, until: datetime | None) -> datetime | None:
    """Given a printed moment, return it; None where it has no day or hour, or two readings.

    `zone` holds where none is printed; nothing is forwarded before it was written, so of two
    readings the one after `until` (the forwarding mail's own moment) is none.
    """
    text = " ".join(text.split())[:200]
    clock = next(iter(_CLOCK.finditer(_without_day(text))), None)
    hour = _hour(clock)
    if hour is None:
        return None
    tz = _zone(text) or zone or UTC
    moments = {at for day in _days(text) if (at := _moment(day, hour, tz)) is not None}
    if until is not None:
        moments = {at for at in moments if at <= until + timedelta(days=1)}
    return moments.pop() if len(moments) == 1 else None


def _days(text: str) -> list[tuple[int, int, int]]:
    """Return the days that the text may mean, as (year, month, day)."""
    for pattern in _NAMED:
        for found in pattern.finditer(text):
            month = _NUMBER.get(found["month"][:4].casefold())
            month = month or _NUMBER.get(found["month"][:3].casefold())
            if month is not None:
                return [(int(found["year"]), month, int(found["day"]))]
    iso = _ISO.search(text)
    if iso:
        return [(int(iso["year"]), int(iso["month"]), int(iso["day"]))]
    numeric = _NUMERIC.search(text)
    if numeric is None:
        return []
    one, two, year = int(numeric["one"]), int(numeric["two"]), int(numeric["year"])
    year = year + 2000 if year < 100 else year
    european, american = (year, two, one), (year, one, two)
    if numeric["mark"] == ".":
        return [european]
    if _HALF.search(text) and two <= 31 and one <= 12:
        return [american]  # who writes the day first counts the hours to 24
    return [day for day in (european, american) if day[1] <= 12 and _weekday_agrees(day, text)]


def _weekday_agrees(day: tuple[int, int, int], text: str) -> bool:
    named = next(
        (n for n, w in enumerate(_WEEKDAYS) if re.search(rf"\b{w}", text.casefold())), None
    )
    if named is None:
        return True
    moment = _moment(day, (12, 0), UTC)
    return moment is not None and moment.weekday() == named


def _without_day(text: str) -> str:
    """Blank the dates, so that "03.03.2025 14:15" has one clock."""
    for pattern in (_ISO, _NUMERIC):
        text = pattern.sub(" ", text)
    return text


def _hour(clock: "re.Match[str] | None") -> tuple[int, int] | None:
    if clock is None:
        return None
    hour, half = int(clock["hour"]), (clock["half"] or "").casefold()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, int(clock["minute"]))


def _zone(text: str) -> tzinfo | None:
    found = _OFFSET.search(text)
    if found is None:
        letters = _LETTERED.search(text)
        if letters is not None:
            return timezone(timedelta(hours=_LETTERS[letters.group()]))
        return UTC if _ZERO.search(text) else None
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if found["sign"] == "-" else minutes))


def _moment(day: tuple[int, int, int], hour: tuple[int, int], zone: tzinfo) -> datetime | None:
    try:
        return datetime(*day, *hour, tzinfo=zone) if EARLIEST <= day[0] <= LATEST else None
    except ValueError:
        return None
