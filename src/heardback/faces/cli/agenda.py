"""`heardback today` and `heardback agenda`."""

import click

from heardback.faces.cli.common import at_option, emit, help_text, json_option, open_ports
from heardback.faces.cli.screen import show_agenda, terminal


def _show(days: int, at: str | None, as_json: bool, upcoming: int) -> None:
    from heardback import bootstrap
    from heardback.faces.cli.common import data_folder
    from heardback.service.agenda import agenda

    with open_ports(at) as ports:
        now = ports.clock.now() if at else None
        view = agenda(ports, days=days, at=now)
    if as_json:
        emit(view)
        return
    screen = terminal(bootstrap.settings(data_folder()).colour)
    show_agenda(view, screen, upcoming=upcoming)
    screen.show()


@click.command(
    "today",
    help=help_text(
        "Whom to write to today, whom to leave in peace until when, and why.",
        "heardback today",
        "heardback today --at 2025-03-04T09:00",
        "heardback today --json",
    ),
)
@at_option
@json_option
def today_command(at: str | None, as_json: bool) -> None:
    """Show today's agenda."""
    _show(7, at, as_json, upcoming=5)


@click.command(
    "agenda",
    help=help_text(
        "The days ahead: what is due, what waits, what comes up.",
        "heardback agenda --days 14",
        "heardback agenda --days 30 --json",
    ),
)
@click.option("--days", type=click.IntRange(1, 366), default=7, help="How many days (default 7).")
@at_option
@json_option
def agenda_command(days: int, at: str | None, as_json: bool) -> None:
    """Show the agenda of some days."""
    _show(days, at, as_json, upcoming=10_000)
