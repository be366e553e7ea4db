"""`heardback watch`: wait for answers, and show what happens."""

import signal
import sys
from itertools import count
from threading import Event
from typing import Any

import click

from heardback import bootstrap
from heardback.faces.cli.common import data_folder, emit, help_text, json_option


@click.command(
    "watch",
    help=help_text(
        "Wait for new mail and read it as it comes, until stopped (Ctrl-C). Each line says what "
        "happened. Approved letters leave at their hour, and reminders come. It costs next to "
        "nothing while nothing happens, and goes on by itself after the machine slept or was "
        "offline.",
        "heardback watch",
        "heardback watch --json-lines",
    ),
)
@click.option("--discreet", is_flag=True, help="Name nobody: for a log (used by the service).")
@json_option
def watch_command(discreet: bool, as_json: bool) -> None:
    """Wait for answers."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.faces.cli.sync import account_line
    from heardback.online.watch import watch

    stop = Event()
    # A sync may be stopped anywhere, so that an exception is the simplest way to an end.
    signal.signal(signal.SIGTERM, _stop)
    clock = bootstrap.clock()

    def write(row: dict[str, Any], text: str) -> None:
        at = clock.now()
        if as_json:
            emit({"at": at.isoformat(timespec="seconds"), **row}, lines=True)
        else:
            click.echo(f"{at:%H:%M:%S}  {text}")
            sys.stdout.flush()

    def tell(account: str, text: str) -> None:
        shown = f"{account}: {text}" if account else text
        write({"account": account or None, "says": text}, shown)

    rounds = count()

    def told(report: Any, moved: list[str]) -> None:
        is_first = next(rounds) == 0
        for row in report.view()["accounts"]:
            if is_first or row["error"] or row["new"] or row["meetings"] or row["removed"]:
                write({"sync": row}, account_line(row))
        for line in [] if discreet else moved:
            write({"moved": line}, f"  {line}")
        if discreet and moved:
            write({"moved": len(moved)}, f"  read in your search: {len(moved)}")

    try:
        watch(
            bootstrap.settings(data_folder()),
            stop=stop,
            tell=tell,
            told=told,
            ask_passphrase=dialogue().secret,
            discreet=discreet,
        )
    except KeyboardInterrupt:
        sys.exit(0)
    finally:
        stop.set()


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
