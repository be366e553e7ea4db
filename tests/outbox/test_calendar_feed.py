"""Follow-ups as a calendar: entries keep their identity, and go when they are void."""

from icalendar import Calendar

from heardback.adapters.calendar.feed import write_feed
from heardback.model.sayings import Logged
from heardback.service.activity import activity
from heardback.service.calendar_feed import calendar_entries
from heardback.service.tell import say
from tests.outbox.posts import AT, Bench


def entries(bench: Bench, **options: bool) -> dict[str, str]:
    written = write_feed(calendar_entries(bench.ports, **options), at=bench.clock.now())
    read = Calendar.from_ical(written)
    return {str(e["uid"]): str(e["summary"]) for e in read.walk("VEVENT")}


def test_entries_keep_their_uid_while_time_passes() -> None:
    bench = Bench()
    before = entries(bench)
    bench.pass_time(hours=2)
    assert entries(bench).keys() == before.keys()
    assert any("Priya" in title for title in before.values())


def test_what_is_void_is_gone() -> None:
    bench = Bench()
    before = entries(bench)
    withdrew: dict[str, object] = {"when": "2025-03-03T13:00", "what": "withdrew"}
    say(bench.ports, [Logged(opportunity="said:northwind", event=withdrew)])
    after = entries(bench)
    assert before
    assert not after.keys() & before.keys()


def test_a_private_calendar_names_nobody() -> None:
    assert set(entries(Bench(), private=True).values()) == {"HeardBack"}


def test_a_hostile_name_cannot_add_an_entry() -> None:
    bench = Bench()
    hostile = "Priya\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x"
    from heardback.model.sayings import PersonSaid

    say(bench.ports, [PersonSaid(id="priya", values={"name": hostile, "email": "p@n.example"})])
    assert "x" not in entries(bench)


def test_activity_tells_what_was_said_and_sent_newest_first() -> None:
    bench = Bench()
    bench.approve(way="draft")
    bench.pass_time(minutes=1)
    bench.run()
    rows = activity(bench.ports)["deeds"]
    assert "drafts" in rows[0]["what"]
    assert [row["when"] for row in rows] == sorted((r["when"] for r in rows), reverse=True)
    assert activity(bench.ports, since=AT.replace(year=2026))["deeds"] == []
