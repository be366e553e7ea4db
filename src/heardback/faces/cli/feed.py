"""`heardback calendar` and `heardback activity`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from heardback import bootstrap
from heardback.errors import InputError
from heardback.faces.cli.common import (
    at_option,
    data_folder,
    emit,
    help_text,
    json_option,
    moment,
    open_ports,
    plural,
    say_done,
)
from heardback.faces.cli.screen import terminal

if TYPE_CHECKING:
    from heardback.model.calendar import CalendarEntry


@click.command(
    "calendar",
    help=help_text(
        "Write follow-ups and deadlines as a calendar (ICS) that any calendar program can "
        "subscribe to, with alarms. Entries keep their identity; what is void is gone from the "
        "next one. With --beside they are written to a calendar of our own on the CalDAV server "
        "of a connected calendar, and 'heardback watch' keeps it current.",
        "heardback calendar --out follow-ups.ics",
        "heardback calendar > follow-ups.ics",
        "heardback calendar --private --out shared.ics",
        "heardback calendar --beside jobs",
        "heardback calendar --end jobs",
    ),
)
@click.option("--out", metavar="FILE", help="Write it here (default: standard output).")
@click.option("--private", is_flag=True, help="Without names and reasons.")
@click.option("--beside", metavar="CALENDAR", help="Keep a calendar of ours beside this one.")
@click.option("--end", metavar="CALENDAR", help="Take our entries out of there again.")
@at_option
@json_option
def calendar_command(
    out: str | None,
    private: bool,
    beside: str | None,
    end: str | None,
    at: str | None,
    as_json: bool,
) -> None:
    """Write the calendar."""
    from heardback.service.calendar_feed import calendar_entries

    if beside or end:
        _on_server(beside, end, at, as_json=as_json)
        return
    with open_ports(at, create=False) as ports:
        entries = calendar_entries(ports, private=private)
        written = bootstrap.calendar_feed(entries, at=ports.clock.now())
    if as_json:
        emit({"entries": [_entry(each) for each in entries]})
    if out is None:
        if not as_json:
            sys.stdout.buffer.write(written)
        return
    try:
        Path(out).write_bytes(written)
    except OSError as fault:
        raise InputError(out, None, f"cannot be written: {fault.strerror}.") from fault
    say_done(f"{plural(len(entries), 'entry', 'entries')} written to {out}.")


def _entry(entry: "CalendarEntry") -> dict[str, object]:
    return {
        "uid": entry.uid,
        "start": entry.start.isoformat(),
        "end": entry.end.isoformat(),
        "title": entry.title,
    }


def _on_server(beside: str | None, end: str | None, at: str | None, *, as_json: bool) -> None:
    """Begin, bring up to date, or end a calendar of ours on a server."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.online.feed import begin_calendar, end_calendar
    from heardback.online.remind import secret_places

    places = secret_places(bootstrap.settings(data_folder()), dialogue().secret)
    with open_ports(at, create=False) as ports:
        done = begin_calendar(ports, places, beside) if beside else None
        done = end_calendar(ports, places, end or "") if done is None else done
    if as_json:
        emit({"put": done.put, "removed": done.removed, "same": done.same})
        return
    say_done(f"{done.put} entries put, {done.removed} taken out, {done.same} as they were.")


@click.command(
    "activity",
    help=help_text(
        "Show in plain words what was read, said, written and sent, and when.",
        "heardback activity",
        "heardback activity --last 50",
        "heardback activity --since 2025-03-03 --json",
    ),
)
@click.option("--since", metavar="MOMENT", help="Only what was done since then.")
@click.option("--last", type=click.IntRange(1, 10_000), default=20, show_default=True)
@json_option
def activity_command(since: str | None, last: int, as_json: bool) -> None:
    """Show what was done."""
    from heardback.service.activity import activity
    from heardback.service.tracked import zone_name

    with open_ports(create=False) as ports:
        from_ = moment(since, zone_name=zone_name(ports), name="--since")
        view = activity(ports, since=from_)
    if as_json:
        emit(view)
        return
    screen = terminal()
    for row in view["deeds"][:last]:
        screen.paragraph(f"{row['when'][:16].replace('T', ' ')}  {row['did']}: {row['what']}")
    if not view["deeds"]:
        screen.line("Nothing was said or sent yet.", "dim")
    screen.heading("Read so far (read-only, nothing marked)")
    for row in view["read"]:
        screen.line(f"{row['source']}: {plural(row['messages'], 'message')} looked at")
    screen.line(f"Kept because they concern your search: {view['kept']:,}", "dim")
    screen.show()
