"""Calendar files: zones, updates, endless series, and files that are no calendar."""

import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback.adapters.calendar.ics import read_ics
from heardback.errors import UnreadableMail
from heardback.model.message import Meeting


def calendar(*lines: str, head: str = "METHOD:REQUEST") -> bytes:
    inner = "\r\n".join(["BEGIN:VEVENT", "UID:1", "SUMMARY:Interview", *lines, "END:VEVENT"])
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}\r\n{inner}\r\nEND:VCALENDAR\r\n".encode()


def one(*lines: str, head: str = "METHOD:REQUEST", zone: str = "UTC") -> Meeting:
    (meeting,) = read_ics(calendar(*lines, head=head), name="x.ics", zone=zone)
    return meeting


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("DTSTART:20250310T180000Z", datetime(2025, 3, 10, 18, tzinfo=UTC)),
        ("DTSTART;TZID=America/New_York:20250310T140000", datetime(2025, 3, 10, 18, tzinfo=UTC)),
        ("DTSTART;TZID=Eastern Standard Time:20250310T140000",
         datetime(2025, 3, 10, 18, tzinfo=UTC)),
        ("DTSTART;TZID=W. Europe Standard Time:20250310T140000",
         datetime(2025, 3, 10, 13, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_zones_of_every_writer(line: str, start: datetime) -> None:
    found = one(line).start
    assert found is not None and found.astimezone(UTC) == start


def test_floating_times_are_in_the_given_zone() -> None:
    found = one("DTSTART:20250310T140000", zone="America/Chicago").start
    assert found is not None and found.astimezone(UTC).hour == 19


def test_all_day_and_durations() -> None:
    day = one("DTSTART;VALUE=DATE:20250310")
    assert day.all_day and day.start is not None and day.end is not None
    assert (day.end - day.start).days == 1
    hour = one("DTSTART:20250310T180000Z", "DURATION:PT45M")
    assert hour.start is not None and hour.end is not None
    assert (hour.end - hour.start).seconds == 45 * 60


def test_method_status_sequence_and_people() -> None:
    meeting = one(
        "DTSTART:20250310T180000Z",
        "SEQUENCE:3",
        "STATUS:CANCELLED",
        "ORGANIZER;CN=Priya Raman:mailto:priya@northwind.example",
        "ATTENDEE;CN=Dana;PARTSTAT=ACCEPTED:MAILTO:dana@example.org",
        head="METHOD:CANCEL",
    )
    assert (meeting.method, meeting.status, meeting.sequence) == ("CANCEL", "CANCELLED", 3)
    assert meeting.organizer is not None and meeting.organizer.name == "Priya Raman"
    assert meeting.partstat == {"dana@example.org": "ACCEPTED"}


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=SECONDLY", "FREQ=YEARLY;COUNT=999999999"])
def test_an_endless_series_gives_a_bounded_number(rule: str) -> None:
    began = time.process_time()
    meetings = read_ics(calendar("DTSTART:20250310T180000Z", f"RRULE:{rule}"), name="x.ics")
    assert 1 <= len(meetings) <= 60
    assert time.process_time() - began < 5


def test_a_weekly_series_keeps_its_hour_over_the_change_of_clocks() -> None:
    line = "DTSTART;TZID=America/New_York:20250303T140000"
    meetings = read_ics(calendar(line, "RRULE:FREQ=WEEKLY;COUNT=3"), name="x.ics")
    assert [m.start.hour for m in meetings if m.start] == [14, 14, 14]


@pytest.mark.parametrize("raw", [b"", b"hello", b"\x00\xff" * 50, b"<html></html>", b"BEGIN:VCARD"])
def test_what_is_no_calendar_is_refused_with_its_name_and_line(raw: bytes) -> None:
    with pytest.raises(UnreadableMail) as refused:
        read_ics(raw, name="x.ics")
    assert str(refused.value).startswith("x.ics:1: ")


def test_a_damaged_calendar_is_refused_or_read_in_part() -> None:
    for cut in range(40, 200, 7):
        raw = calendar("DTSTART:20250310T180000Z", "DESCRIPTION:long words")[:cut]
        try:
            read_ics(raw, name="x.ics")
        except UnreadableMail as refused:
            assert refused.line is None or refused.line >= 1


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "DTSTART:2025 DTSTART:99999999T999999Z DTEND:20250310 DURATION:PT-1H RRULE:FREQ=X "
            "RRULE:FREQ=DAILY;INTERVAL=0 SEQUENCE:x ATTENDEE: ORGANIZER:mailto: BEGIN:VEVENT "
            "END:VEVENT BEGIN:VALARM DTSTART;TZID=Nowhere/Land:20250310T140000 "
            "DTSTART;VALUE=DATE:20250230 EXDATE:1 RECURRENCE-ID:20250310T140000Z UID:".split()
        ),
        max_size=6,
    )
)
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    with suppress(UnreadableMail):
        read_ics(calendar(*lines), name="x.ics")
