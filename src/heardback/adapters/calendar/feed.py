"""Calendar entries written as iCalendar (RFC 5545), the same bytes for the same entries."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from heardback.model.calendar import CalendarEntry


def write_feed(entries: Iterable[CalendarEntry], *, at: datetime) -> bytes:
    """Given entries and the hour they were made, return a calendar to subscribe to."""
    calendar = Calendar()
    calendar.add("prodid", "-//HeardBack//follow-ups//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "HeardBack")
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def write_entry(entry: CalendarEntry, *, at: datetime) -> bytes:
    """Given one entry, return it as a CalDAV server keeps it: alone, without a method."""
    calendar = Calendar()
    calendar.add("prodid", "-//HeardBack//follow-ups//EN")
    calendar.add("version", "2.0")
    calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", entry.end.astimezone(UTC))
    event.add("summary", entry.title)
    if entry.text:
        event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    if entry.alarm is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", -entry.alarm)
        event.add_component(alarm)
    return event
