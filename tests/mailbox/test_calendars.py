"""Connected calendars: a file, an address, CalDAV; interviews found twice are one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from heardback import bootstrap
from heardback.adapters.calendar.caldav import CalDav
from heardback.config import Settings
from heardback.errors import LoginRefused, UsageError
from heardback.model.message import Meeting
from heardback.online.asking import Nobody
from heardback.online.calendars import CalendarWish, connect_calendar
from heardback.online.sync import sync
from heardback.ports import Ports
from heardback.service.busy import busy_spans, free_after
from heardback.service.tracked import track
from tests.servers.radicale import PASSWORD, USER, Radicale, radicale

SOON = (datetime.now(UTC) + timedelta(days=7)).replace(hour=15, minute=0, second=0, microsecond=0)  # noqa: TID251 - calendars look ahead from the real today


def event(
    uid: str,
    *,
    summary: str = "Interview: Data Engineer at Northwind",
    start: datetime = SOON,
    sequence: int = 0,
    partstat: str = "ACCEPTED",
    changed: str = "20250301T090000Z",
    more: str = "",
) -> str:
    end = start + timedelta(hours=1)
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:20250301T090000Z\r\nLAST-MODIFIED:{changed}\r\n"
        f"DTSTART:{start:%Y%m%dT%H%M%SZ}\r\nDTEND:{end:%Y%m%dT%H%M%SZ}\r\nSUMMARY:{summary}\r\n"
        "ORGANIZER;CN=Priya Raman:mailto:priya@northwind.example\r\n"
        "ATTENDEE;CN=Priya Raman:mailto:priya@northwind.example\r\n"
        f"ATTENDEE;CN=Dana;PARTSTAT={partstat}:mailto:dana@example.org\r\n{more}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CAL_PW", PASSWORD)
    return tmp_path / "data"


def opened(data: Path) -> Settings:
    return bootstrap.settings(str(data))


@contextmanager
def ports(data: Path) -> Iterator[Ports]:
    with bootstrap.ports(opened(data)) as found:
        from heardback.service.after_import import begin

        begin(found, ["dana@example.org"])
        yield found


def connected(data: Path, where: str, *names: str) -> list[str]:
    with ports(data):
        pass
    wish = CalendarWish(where=where, user=USER, password_env="CAL_PW", calendars=names)
    return [each.id for each in connect_calendar(opened(data), wish, asking=Nobody())]


def interviews(data: Path) -> list[tuple[str, bool]]:
    with ports(data) as found:
        tracked = track(found)
    return [
        (f"{e.when.at.astimezone(UTC):%d %H:%M}", bool(getattr(e.happened, "cancelled", False)))
        for one in tracked.search.opportunities
        for e in one.events
        if e.what == "interview"
    ]


def shown(moment: datetime) -> str:
    return f"{moment:%d %H:%M}"


def test_calendars_of_a_server_are_found_by_name(server: Radicale) -> None:
    server.make("jobs")
    server.make("family")
    found = CalDav(server.address, user=USER, password=PASSWORD).calendars()
    assert {each.name for each in found} >= {"jobs", "family"}
    one = CalDav(f"{server.address}{USER}/jobs/", user=USER, password=PASSWORD).calendars()
    assert [each.name for each in one] == ["jobs"]


def test_a_wrong_password_for_a_calendar_is_told(server: Radicale) -> None:
    with pytest.raises(LoginRefused, match="app password"):
        CalDav(server.address, user=USER, password="wrong").calendars()


def test_an_interview_is_read_moved_declined_and_what_is_private_is_not_kept(
    server: Radicale, data: Path
) -> None:
    calendar = server.make("search")
    server.put(calendar, "u1", event("u1"))
    server.put(calendar, "u2", event("u2", summary="Dentist", start=SOON + timedelta(hours=3)))
    assert connected(data, server.address, "search") == ["search"]
    report = sync(opened(data))
    assert report.accounts[0].error is None and report.accounts[0].report.meetings == 1
    assert interviews(data) == [(shown(SOON), False)]
    with ports(data) as found:
        assert found.store.accounts.busy() == [
            (SOON, SOON + timedelta(hours=1)),
            (SOON + timedelta(hours=3), SOON + timedelta(hours=4)),
        ]
    assert b"Dentist" not in (data / "heardback.db").read_bytes()
    later = SOON + timedelta(days=1)
    server.put(calendar, "u1", event("u1", start=later, sequence=1))
    sync(opened(data))
    assert interviews(data) == [(shown(later), False)]
    server.put(
        calendar,
        "u1",
        event("u1", start=later, sequence=1, partstat="DECLINED", changed="20250302T090000Z"),
    )
    sync(opened(data))
    assert interviews(data) == [(shown(later), True)]
    assert sync(opened(data)).accounts[0].report.meetings == 0


def test_an_entry_that_is_deleted_takes_no_word_back_and_keeps_nobody_busy(
    server: Radicale, data: Path
) -> None:
    calendar = server.make("gone")
    server.put(calendar, "u1", event("u1"))
    connected(data, calendar)
    sync(opened(data))
    server.delete(calendar, "u1")
    assert sync(opened(data)).accounts[0].error is None
    assert interviews(data) == [(shown(SOON), False)]
    with ports(data) as found:
        assert found.store.accounts.busy() == []


def test_without_sync_tokens_changes_are_seen_by_their_tags(server: Radicale) -> None:
    calendar = server.make("tags")
    server.put(calendar, "u1", event("u1"))
    there = CalDav(calendar, user=USER, password=PASSWORD)
    first = there._by_tags({})
    assert len(first.events) == 1
    assert there.changes(first.token).events == {}
    server.put(calendar, "u1", event("u1", sequence=1))
    server.put(calendar, "u2", event("u2"))
    assert len(there.changes(first.token).events) == 2
    server.delete(calendar, "u1")
    assert len(there.changes(first.token).removed) == 1


def test_a_token_that_is_too_old_begins_anew(server: Radicale) -> None:
    calendar = server.make("old")
    server.put(calendar, "u1", event("u1"))
    there = CalDav(calendar, user=USER, password=PASSWORD)
    assert len(there.changes("http://radicale.org/ns/sync/deadbeef").events) == 1


def test_an_invitation_by_mail_and_a_copy_in_the_calendar_are_one(
    data: Path, tmp_path: Path
) -> None:
    mail = (
        "From: Priya Raman <priya@northwind.example>\r\nTo: dana@example.org\r\n"
        "Subject: Interview for Data Engineer at Northwind\r\nMessage-ID: <i1@northwind.example>\r\n"
        "Date: Mon, 03 Mar 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: text/calendar; method=REQUEST; charset="utf-8"\r\n\r\n'
        + event("theirs@northwind.example").replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:REQUEST")
    )
    (tmp_path / "invitation.eml").write_bytes(mail.encode())
    (tmp_path / "mine.ics").write_text(event("copy@dana"), newline="")
    with ports(data):
        pass
    bootstrap.import_mail([str(tmp_path / "invitation.eml")], me=[], data=str(data))
    wish = CalendarWish(where=str(tmp_path / "mine.ics"))
    connect_calendar(opened(data), wish, asking=Nobody())
    sync(opened(data))
    assert interviews(data) == [(shown(SOON), False)]


def test_a_calendar_at_an_address_is_read_and_seen_to_change(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "dana.ics").write_text(event("w1"), newline="")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            pass

    web = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=web.serve_forever, daemon=True).start()
    try:
        with ports(data):
            pass
        address = f"http://127.0.0.1:{web.server_address[1]}/dana.ics"
        (link,) = connect_calendar(opened(data), CalendarWish(where=address), asking=Nobody())
        assert (link.id, link.kind) == ("dana", "ics")
        assert sync(opened(data)).accounts[0].report.meetings == 1
        assert sync(opened(data)).accounts[0].report.meetings == 0
        (folder / "dana.ics").write_text(
            event("w1", sequence=1, more="STATUS:CANCELLED\r\n"), newline=""
        )
        sync(opened(data))
        assert interviews(data) == [(shown(SOON), True)]
    finally:
        web.shutdown()
        web.server_close()


def test_a_calendar_without_tls_elsewhere_is_refused(data: Path) -> None:
    with pytest.raises(UsageError, match="no TLS"):
        connect_calendar(
            opened(data), CalendarWish(where="http://calendar.example.org/x.ics"), asking=Nobody()
        )


def meeting(hour: int, **more: object) -> Meeting:
    start = SOON.replace(hour=hour)
    values: dict[str, object] = {
        "uid": str(hour),
        "start": start,
        "end": start + timedelta(hours=1),
    }
    return Meeting(**(values | more))  # type: ignore[arg-type]


def test_only_what_keeps_somebody_busy_counts() -> None:
    me = frozenset({"dana@example.org"})
    meetings = [
        meeting(9),
        meeting(10),
        meeting(12, free=True),
        meeting(13, all_day=True),
        meeting(14, status="CANCELLED"),
        meeting(16, partstat={"dana@example.org": "DECLINED"}),
        meeting(8, start=SOON - timedelta(days=30), end=SOON - timedelta(days=29)),
    ]
    now = SOON - timedelta(days=7)
    spans = busy_spans(meetings, now=now, me=me)
    assert spans == [(SOON.replace(hour=9), SOON.replace(hour=11))]
    assert free_after(SOON.replace(hour=9, minute=30), spans) == SOON.replace(hour=11)
    assert free_after(SOON.replace(hour=11), spans) == SOON.replace(hour=11)
