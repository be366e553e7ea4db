"""Looking ahead: `simulate` and `may`."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
from heardback.faces.cli.common import (
    emit,
    help_text,
    json_option,
    moment,
    open_ports,
    read_text,
    say_done,
)

if TYPE_CHECKING:
    from datetime import datetime

    from heardback.model.search import Search

FORESEEN = timedelta(days=45)
search_option = click.option(
    "--search", "file", metavar="FILE.yaml", help="A search file instead of your store."
)
at_option = click.option(
    "--at", "--on", "at", metavar="MOMENT", help="As seen then (default: now)."
)


def _search(file: str | None) -> "tuple[Search, frozenset[str]]":
    """Return the search of a file or of the store, and what was skipped in it."""
    if file is None:
        from heardback.service.tracked import track

        with open_ports(create=False) as ports:
            tracked = track(ports)
        return tracked.search, tracked.dismissed
    from heardback.searchfile import read_search

    read = read_search(read_text(file), name=file)
    for warning in read.warnings:
        say_done(warning)
    return read.search, frozenset()


def _moment(text: str | None, search: "Search", name: str, *, end: bool = False) -> "datetime":
    at = moment(text, zone_name=search.candidate.timezone, name=name, end=end)
    return at or bootstrap.clock().now()


@click.command(
    "simulate",
    help=help_text(
        "How the plan unfolds: every follow-up is sent when it is due, and nobody answers, or they "
        "answer as you assume. Nothing is kept and nothing is sent.",
        "heardback simulate --until 2025-05-31",
        'heardback simulate --assume "northwind: answer 2025-03-20 by 2025-03-28"',
        'heardback simulate --search search.yaml --assume "northwind: rejected 2025-03-20"',
    ),
)
@click.option("--until", metavar="DATE", help="How far to look (default: 45 days).")
@click.option("--assume", multiple=True, metavar="TEXT", help="What somebody does; again for more.")
@at_option
@search_option
@json_option
def simulate_command(
    until: str | None, assume: tuple[str, ...], at: str | None, file: str | None, as_json: bool
) -> None:
    """Unroll the plan."""
    from heardback.service.simulate import simulate

    search, dismissed = _search(file)
    now = _moment(at, search, "--at")
    end = _moment(until, search, "--until", end=True) if until else now + FORESEEN
    view = simulate(search, at=now, until=end, assume=assume, dismissed=dismissed)
    if as_json:
        emit(view)
    else:
        _show_steps(view)


def _show_steps(view: dict[str, Any]) -> None:
    from heardback.faces.cli.screen import terminal

    screen = terminal()
    screen.line(f"From {view['at'][:10]} to {view['until'][:10]}, if all goes so", "bold")
    for row in view["steps"]:
        when = row["when"][:16].replace("T", " ")
        if "assumed" in row:
            screen.pair(f"    {when}  {row['opportunity']}", f"assumed: {row['assumed']}")
            continue
        note = "optional, not sent" if row["optional"] else "" if row["sent"] else "for you"
        screen.pair(f"    {when}  {row['id']}", note)
        for reason in row["why"][:1]:
            screen.paragraph(f"{reason['text']} [{reason['rule']}]", indent="      ")
    if not view["steps"]:
        screen.paragraph("Nothing comes up in that time.")
    screen.heading("THEN")
    for name, standing in view["opportunities"].items():
        closed = f", {standing['closed_as']}" if standing["closed_as"] else ""
        screen.pair(f"    {name}", f"{standing['stage']}{closed}")
    screen.show()


@click.command(
    "may",
    help=help_text(
        "May I write to them? Answers yes, not yet (and until when) or no, with the reasons.",
        "heardback may check_in priya",
        "heardback may check_in 'Priya Raman' --on 2025-03-20",
        "heardback may resign priya --search search.yaml",
    ),
)
@click.argument("kind")
@click.argument("person")
@at_option
@search_option
@json_option
def may_command(kind: str, person: str, at: str | None, file: str | None, as_json: bool) -> None:
    """Ask whether a follow-up may go."""
    from heardback.service.may import may

    search, dismissed = _search(file)
    now = _moment(at, search, "--on")
    view: dict[str, Any] = may(search, kind=kind, person=person, at=now, dismissed=dismissed)
    if as_json:
        emit(view)
        return
    until = f" before {view['until'][:16].replace('T', ' ')}" if view["until"] else ""
    click.echo(f"{view['answer'].capitalize()}{until}.")
    for reason in view["why"]:
        click.echo(f"  {reason['text']} [{reason['rule']}]")
