"""`heardback calendar` and `heardback activity`."""

import sys
from pathlib import Path

import click

from heardback import bootstrap
from heardback.errors import InputError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    open_ports,
    plural,
    say_done,
)
from heardback.faces.cli.screen import terminal


@click.command(
    "calendar",
    help=help_text(
        "Write follow-ups and deadlines as a calendar (ICS) that any calendar program can "
        "subscribe to. Entries keep their identity; what is void is gone from the next one.",
        "heardback calendar --out follow-ups.ics",
        "heardback calendar > follow-ups.ics",
        "heardback calendar --private --out shared.ics",
    ),
)
@click.option("--out", metavar="FILE", help="Write it here (default: standard output).")
@click.option("--private", is_flag=True, help="Without names and reasons.")
@at_option
def calendar_command(out: str | None, private: bool, at: str | None) -> None:
    """Write the calendar."""
    from heardback.service.calendar_feed import calendar_entries

    with open_ports(at, create=False) as ports:
        entries = calendar_entries(ports, private=private)
        written = bootstrap.calendar_feed(entries, at=ports.clock.now())
    if out is None:
        sys.stdout.buffer.write(written)
        return
    try:
        Path(out).write_bytes(written)
    except OSError as fault:
        raise InputError(out, None, f"cannot be written: {fault.strerror}.") from fault
    say_done(f"{plural(len(entries), 'entry', 'entries')} written to {out}.")


@click.command(
    "activity",
    help=help_text(
        "Show in plain words what was read, said, written and sent, and when.",
        "heardback activity",
        "heardback activity --last 50",
    ),
)
@click.option("--last", type=click.IntRange(1, 10_000), default=20, show_default=True)
@json_option
def activity_command(last: int, as_json: bool) -> None:
    """Show what was done."""
    from heardback.service.activity import activity

    with open_ports(create=False) as ports:
        view = activity(ports)
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
