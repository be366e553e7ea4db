"""A calendar of our own on a real CalDAV server: written, changed, emptied of what is void."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from heardback import bootstrap
from heardback.adapters.calendar.caldav import CalDav
from heardback.adapters.calendar.ics import read_ics
from heardback.adapters.secrets.places import SecretPlaces
from heardback.config import Settings
from heardback.errors import LoginRefused, UsageError
from heardback.model.account import CalendarLink
from heardback.model.sayings import Logged
from heardback.online.feed import begin_calendar, end_calendar, keep_calendars
from heardback.service.activity import activity
from heardback.service.tell import say
from tests.outbox.posts import Bench
from tests.servers.radicale import PASSWORD, USER, Radicale, radicale

pytestmark = pytest.mark.slow
SECRET = "HEARDBACK_TEST_DATES"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    """Each test has its own: our calendar has one address beside all of a person's."""
    folder = tmp_path / "radicale"
    folder.mkdir()
    with radicale(folder) as running:
        yield running


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SecretPlaces:
    monkeypatch.setenv(SECRET, PASSWORD)
    return bootstrap.secrets(Settings(data=tmp_path))


def connected(server: Radicale, name: str) -> tuple[Bench, str]:
    bench = Bench()
    where = server.make(name)
    link = CalendarLink(
        id="jobs", kind="caldav", where=where, user=USER, secret=f"environment:{SECRET}"
    )
    bench.store.accounts.keep(link)
    return bench, where


def titles(bench: Bench) -> list[str]:
    (link,) = bench.store.accounts.calendars()
    assert link.own is not None
    there = CalDav(link.own, user=USER, password=PASSWORD).changes("").events.values()
    return sorted(
        str(each["summary"]) for text in there for each in Calendar.from_ical(text).walk("VEVENT")
    )


def test_follow_ups_are_put_once_and_taken_out_when_void(
    server: Radicale, places: SecretPlaces
) -> None:
    bench, where = connected(server, "work")
    first = begin_calendar(bench.ports, places, "jobs")
    assert first.put >= 3 and first.removed == 0
    assert "Thank Priya Raman (Northwind)" in titles(bench)
    assert CalDav(where, user=USER, password=PASSWORD).changes("").events == {}, "theirs stays so"
    bench.pass_time(minutes=20)
    (again,) = keep_calendars(bench.ports, places)
    assert (again.put, again.removed) == (0, 0) and again.same == first.put
    withdrew: dict[str, object] = {"when": "2025-03-03T13:00", "what": "withdrew"}
    say(bench.ports, [Logged(opportunity="said:northwind", event=withdrew)])
    (after,) = keep_calendars(bench.ports, places)
    assert after.removed == first.put
    assert titles(bench) == []
    told = [row["what"] for row in activity(bench.ports)["deeds"] if row["did"] == "wrote"]
    assert len(told) == 2 and "taken out" in told[0]


def test_what_the_candidate_adds_there_stays(server: Radicale, places: SecretPlaces) -> None:
    bench, _where = connected(server, "other")
    server_entries = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:mine@example.org\r\n"
        "DTSTAMP:20250303T100000Z\r\nDTSTART:20250304T100000Z\r\nSUMMARY:Dentist\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    begin_calendar(bench.ports, places, "jobs")
    (link,) = bench.store.accounts.calendars()
    assert link.own is not None
    server.put(link.own, "mine", server_entries)
    done = end_calendar(bench.ports, places, "jobs")
    assert done.removed >= 3
    there = CalDav(link.own, user=USER, password=PASSWORD).changes("").events.values()
    assert [b"Dentist" in text for text in there] == [True]
    assert bench.store.accounts.calendars()[0].own is None


def test_a_wrong_password_writes_nothing(
    server: Radicale, places: SecretPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, _where = connected(server, "locked")
    monkeypatch.setenv(SECRET, "wrong")
    with pytest.raises(LoginRefused):
        begin_calendar(bench.ports, places, "jobs")
    assert bench.store.accounts.calendars()[0].own is None


def test_a_calendar_that_is_not_connected_is_told(places: SecretPlaces) -> None:
    with pytest.raises(UsageError, match="no CalDAV calendar 'jobs'"):
        begin_calendar(Bench().ports, places, "jobs")


def test_our_own_entries_are_never_read_as_appointments() -> None:
    from heardback.adapters.calendar.feed import write_feed
    from heardback.service.calendar_feed import calendar_entries

    bench = Bench()
    feed = write_feed(calendar_entries(bench.ports), at=bench.clock.now())
    assert b"BEGIN:VALARM" in feed
    assert read_ics(feed, name="feed.ics") == ()
