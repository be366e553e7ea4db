"""Calendar files and invitations (RFC 5545, RFC 5546) become `Meeting`s."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from heardback.adapters.calendar.zones import zone_of_caption
from heardback.errors import UnreadableMail
from heardback.model.calendar import OURS
from heardback.model.message import Address, Meeting

MAX_BYTES = 8_000_000
MAX_MEETINGS = 20_000
MAX_OCCURRENCES = 60  # of one series, and at most this far behind its first day:
HORIZON = timedelta(days=400)
STEPS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(days=7)}
DAMAGED = (ValueError, TypeError, AttributeError, KeyError, OverflowError)
PLAIN_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
MAX_ATTENDEES = 200
MAX_TEXT = 20_000


def read_ics(raw: bytes, *, name: str, zone: str = "UTC") -> tuple[Meeting, ...]:
    """Given a calendar file, return its meetings; raise UnreadableMail if it is no calendar.

    Floating times are in `zone`. Of a plain daily or weekly series the occurrences of the first 400
    days are given, at most 60, however long it runs; of any other the first.
    """
    calendars = _calendars(raw, name)
    found: list[Meeting] = []
    for calendar in calendars:
        method = str(calendar.get("METHOD") or "").upper() or None
        floating = _zone(str(calendar.get("X-WR-TIMEZONE") or "")) or _zone(zone) or UTC
        for event in calendar.walk("VEVENT"):
            found.extend(_occurrences(event, method, floating))
            if len(found) >= MAX_MEETINGS:
                return tuple(found[:MAX_MEETINGS])
    return tuple(found)


def _calendars(raw: bytes, name: str) -> list[Any]:
    from icalendar import Calendar

    head = raw[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\x00")
    if b"BEGIN:VCALENDAR" not in raw[:8192].upper().replace(b"\x00", b""):
        line = head.split(b"\n", 1)[0][:60].decode("utf-8", "replace").strip()
        raise UnreadableMail(name, 1, f"this is no calendar file (it begins with {line!r})")
    if len(raw) > MAX_BYTES:
        raise UnreadableMail(name, None, f"the calendar is larger than {MAX_BYTES} bytes")
    text = _text(raw)
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as why:
        line_number = _line_of_fault(text)
        raise UnreadableMail(
            name, line_number, f"the calendar is damaged ({str(why)[:80]})"
        ) from None


def _text(raw: bytes) -> str:
    for charset in ("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return raw.decode(charset).lstrip()
        except UnicodeError:
            continue
    return raw.decode("utf-8", "replace").lstrip()


def _line_of_fault(text: str) -> int:
    """Return the first line that is no `NAME:value` and no continuation, else the last."""
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if line and line[0] not in " \t" and ":" not in line:
            return number
    return max(1, len(lines))


def _zone(name: str) -> tzinfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def _occurrences(event: Any, method: str | None, floating: tzinfo) -> list[Meeting]:
    try:
        first = _meeting(event, method, floating)
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
        return []
    if first.uid.endswith(OURS):
        return []  # a calendar of ours that came back to us
    if event.get("RRULE") is None or first.start is None or event.get("RECURRENCE-ID"):
        return [first]
    try:
        return _series(event, first) or [first]
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
        return [first]  # rules that cannot be read, or several: the first meeting is enough


def _series(event: Any, first: Meeting) -> list[Meeting]:
    """Return the first occurrences of a plain daily or weekly series, all with its uid.

    They are counted here, at most 60 within 400 days: a general expander can be made to run for
    ever by a rule that never comes true. Of any other series the first meeting is enough: what
    recurs by odd rules is no interview.
    """
    rule = event.get("RRULE")
    step = STEPS.get(str(_first(rule, "FREQ") or "").upper())
    interval, count = _first(rule, "INTERVAL") or 1, _first(rule, "COUNT") or MAX_OCCURRENCES
    plain = set(rule) <= PLAIN_PARTS and isinstance(interval, int) and isinstance(count, int)
    if step is None or not plain or interval < 1 or first.start is None or first.all_day:
        return []
    until = _until(rule) or first.start + HORIZON
    length = (first.end - first.start) if first.end else timedelta(0)
    found = []
    for number in range(max(1, min(count, MAX_OCCURRENCES))):
        # Whole days on the clock of the zone, so that the hour stays over a change of clocks.
        start = first.start + step * interval * number
        if start > first.start + HORIZON or start > until:
            break
        found.append(_moved(first, start, start + length))
    return found


def _first(rule: Any, name: str) -> Any:
    value = rule.get(name)
    return value[0] if isinstance(value, list) and value else value


def _until(rule: Any) -> datetime | None:
    value = _first(rule, "UNTIL")
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.combine(value, time(23, 59), UTC) if isinstance(value, date) else None


def _moved(meeting: Meeting, start: datetime, end: datetime) -> Meeting:
    from dataclasses import replace

    return replace(meeting, start=start, end=end)


def _meeting(event: Any, method: str | None, floating: tzinfo) -> Meeting:
    start, all_day, zone = _begin(event, floating)
    return Meeting(
        uid=str(event.get("UID") or "").strip()[:400],
        sequence=_number(event.get("SEQUENCE")),
        method=method,
        status=str(event.get("STATUS") or "").upper() or None,
        start=start,
        end=_end(event, start, all_day, floating),
        all_day=all_day,
        summary=_words(event, "SUMMARY")[:500],
        description=_words(event, "DESCRIPTION")[:MAX_TEXT],
        location=_words(event, "LOCATION")[:500],
        organizer=next(iter(_addresses(event.get("ORGANIZER"))), None),
        attendees=tuple(islice(_addresses(event.get("ATTENDEE")), MAX_ATTENDEES)),
        partstat=_partstat(event.get("ATTENDEE")),
        zone=zone,
        noted_at=_noted_at(event),
        changed_at=_moment_of(event, "LAST-MODIFIED", "DTSTAMP"),
        free=str(event.get("TRANSP") or "").upper() == "TRANSPARENT",
    )


def _noted_at(event: Any) -> datetime | None:
    """Return when the entry was made (CREATED), or at least written down (DTSTAMP)."""
    return _moment_of(event, "CREATED", "DTSTAMP")


def _moment_of(event: Any, *names: str) -> datetime | None:
    """Return the first of these moments that an entry has."""
    for name in names:
        moment = getattr(event.get(name), "dt", None)
        if isinstance(moment, datetime):
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _words(event: Any, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value or "").replace("\r\n", "\n").strip()


def _number(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        return 0


def _begin(event: Any, floating: tzinfo) -> tuple[datetime | None, bool, str | None]:
    prop = event.get("DTSTART")
    if prop is None:
        return None, False, None
    start, all_day = _instant(prop.dt, _captioned(prop) or floating)
    zone = getattr(start.tzinfo, "key", None)
    return start, all_day, zone


def _captioned(prop: Any) -> tzinfo | None:
    """Return the zone of a moment whose zone is written as Outlook shows it to people."""
    named = str(getattr(prop, "params", {}).get("TZID", ""))
    return _zone(zone_of_caption(named) or "")


def _end(event: Any, start: datetime | None, all_day: bool, floating: tzinfo) -> datetime | None:
    if start is None:
        return None
    prop, duration = event.get("DTEND"), event.get("DURATION")
    if prop is not None:
        end = _instant(prop.dt, _captioned(prop) or floating)[0]
        return end if end >= start else None
    if duration is not None and isinstance(duration.dt, timedelta):
        return start + duration.dt
    return start + timedelta(days=1) if all_day else None


def _instant(value: date | datetime, floating: tzinfo) -> tuple[datetime, bool]:
    """Return a calendar value as an aware moment, and whether it was a day alone."""
    if isinstance(value, datetime):
        aware = value if value.tzinfo is not None else value.replace(tzinfo=floating)
        aware.utcoffset()
        return aware, False
    return datetime.combine(value, time(0), tzinfo=floating), True


def _each(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _addresses(value: Any) -> Iterable[Address]:
    for one in _each(value):
        params = getattr(one, "params", {})
        yield Address(str(params.get("CN") or "").strip("\"' ")[:300], _mailto(one))


def _mailto(one: Any) -> str:
    text = str(one).strip()
    if text.lower().startswith("mailto:"):
        text = text[7:]
    return text.partition("?")[0][:320] if "@" in text else ""


def _partstat(value: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in islice(_each(value), MAX_ATTENDEES):
        stat = str(getattr(one, "params", {}).get("PARTSTAT") or "").upper()
        email = _mailto(one).lower()
        if email and stat:
            found[email] = stat
    return found
