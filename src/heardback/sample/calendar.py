"""Calendar objects of the sample: invitations inside mail, and the candidate's own calendar."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from heardback.sample.dates import Shift

_OFFSETS = {
    "America/New_York": ("-0500", "-0400", "EST", "EDT"),
    "America/Chicago": ("-0600", "-0500", "CST", "CDT"),
    "America/Denver": ("-0700", "-0600", "MST", "MDT"),
    "America/Los_Angeles": ("-0800", "-0700", "PST", "PDT"),
}

Guests = Sequence[tuple[str, str | None]]


def _fold(line: str) -> str:
    """Break a content line so that no piece has more than 75 octets."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > 74:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])


def _text(value: str) -> str:
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return value.strip("\n").replace("\n", "\\n")


def _zone_block(zone: str) -> list[str]:
    standard, daylight, name, summer = _OFFSETS[zone]
    return [
        *("BEGIN:VTIMEZONE", f"TZID:{zone}", "BEGIN:DAYLIGHT", f"TZOFFSETFROM:{standard}"),
        *(f"TZOFFSETTO:{daylight}", f"TZNAME:{summer}", "DTSTART:19700308T020000"),
        *("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "END:DAYLIGHT", "BEGIN:STANDARD"),
        *(f"TZOFFSETFROM:{daylight}", f"TZOFFSETTO:{standard}", f"TZNAME:{name}"),
        *("DTSTART:19701101T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "END:STANDARD"),
        "END:VTIMEZONE",
    ]


def _attendee(name: str, email: str | None, status: str) -> str:
    target = f"mailto:{email}" if email else "invalid:nomail"
    return f'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={status};CN="{name}":{target}'


def _event(
    event: Mapping[str, Any],
    shift: Shift,
    stamp: datetime,
    people: Sequence[tuple[str, str | None]],
) -> list[str]:
    zone = event["zone"]
    start, end = (shift.moment(event[key], zone) for key in ("start", "end"))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event['uid']}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
    ]
    lines += [
        f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}",
    ]
    lines += [
        f"SUMMARY:{_text(shift.words(event['summary']))}",
        f"SEQUENCE:{event.get('sequence', 0)}",
    ]
    for key in ("location", "description"):
        if event.get(key):
            lines.append(f"{key.upper()}:{_text(shift.words(event[key]))}")
    if people:
        organizer, *others = people
        lines.append(f'ORGANIZER;CN="{organizer[0]}":mailto:{organizer[1]}')
        lines.append(_attendee(organizer[0], organizer[1], "ACCEPTED"))
        lines += [_attendee(name, email, "NEEDS-ACTION") for name, email in others]
    cancelled = event.get("method") == "CANCEL"
    lines.append(f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}")
    return [*lines, "END:VEVENT"]


def invitation(
    event: Mapping[str, Any],
    shift: Shift,
    stamp: datetime,
    people: Sequence[tuple[str, str | None]],
) -> str:
    """Write the text/calendar part of an invitation; the first of ``people`` organizes it."""
    method = event.get("method", "REQUEST")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sample mail//Calendar//EN",
        f"METHOD:{method}",
    ]
    lines += _zone_block(event["zone"]) + _event(event, shift, stamp, people)
    return "\r\n".join(_fold(line) for line in [*lines, "END:VCALENDAR", ""])


def own_calendar(events: Sequence[Mapping[str, Any]], shift: Shift) -> str:
    """Write the candidate's calendar file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sample calendar//EN"]
    lines.append("X-WR-CALNAME:Nora")
    for zone in sorted({event["zone"] for event in events}):
        lines += _zone_block(zone)
    for event in events:
        stamp = shift.moment(event["noted"], event["zone"])
        people = [(name, email or None) for name, email in event.get("people", [])]
        lines += _event(event, shift, stamp, people)
    return "\r\n".join(_fold(line) for line in [*lines, "END:VCALENDAR", ""])
