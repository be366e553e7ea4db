"""`heardback demo`: a made-up search on a mailbox of its own, alive today."""

import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import help_text, say_done
from heardback.faces.cli.screen import Screen, show_agenda, terminal
from heardback.timeframe.business import zone

MARK = "this-is-a-demo"


@click.command(
    "demo",
    help=help_text(
        "Import a made-up job search (325 mails, 15 opportunities) into a store of its own and "
        "show its agenda, one draft, and what to type next. Your own store is not touched.",
        "heardback demo",
        "heardback demo --folder ~/try-heardback",
        "heardback demo --again          (begin anew)",
    ),
)
@click.option(
    "--folder", metavar="DIR", help="Where the demo's store goes (default: beside yours)."
)
@click.option("--nominal", is_flag=True, help="Keep the sample's own dates (14 May 2025).")
@click.option("--again", is_flag=True, help="Begin anew, removing what you did in the demo.")
def demo_command(folder: str | None, nominal: bool, again: bool) -> None:
    """Run the demo."""
    place = (
        Path(folder).expanduser() if folder else bootstrap.settings().data.parent / "heardback-demo"
    )
    if again and (place / MARK).exists():
        shutil.rmtree(place)
    if not (place / MARK).exists():
        if place.exists() and any(place.iterdir()):
            raise UsageError(f"{place} is in use.", hint="Name an empty folder with --folder.")
        _prepare(place, nominal=nominal)
    _show(place)


def _prepare(place: Path, *, nominal: bool) -> None:
    from heardback.adapters.clock import clock_in, set_back
    from heardback.faces.cli.progress import Bar
    from heardback.sample import build_sample, shift_for
    from heardback.service.made_up import tell_sample

    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    today = clock_in(place).now().date()
    with tempfile.TemporaryDirectory(prefix="heardback-demo-") as scratch, Bar() as bar:
        sample = build_sample(Path(scratch), shift_days=0 if nominal else shift_for(today))
        now = datetime.fromisoformat(sample.today)
        set_back(place, now.replace(tzinfo=zone(sample.candidate.timezone)))
        chosen = bootstrap.settings(str(place))
        with bootstrap.ports(chosen) as ports:
            tell_sample(ports, sample.candidate, {}, ())
        paths = [str(p) for p in (sample.inbox, sample.sent, sample.calendar)]
        report = bootstrap.import_mail(paths, me=(), data=str(place), progress=bar.show)
        with bootstrap.ports(chosen) as ports:
            tell_sample(ports, sample.candidate, sample.facts, sample.notes)
    (place / MARK).write_text("heardback demo --again removes this folder\n", encoding="utf-8")
    say_done(
        f"Read {report['messages']} mails in {report['seconds']:.1f} s: "
        f"{report['job_related']} about jobs, {report['other']} other."
    )


def _show(place: Path) -> None:
    from heardback.service.agenda import agenda
    from heardback.service.draft import draft_view
    from heardback.service.letters import draft

    chosen = bootstrap.settings(str(place))
    screen = terminal(chosen.colour)
    with bootstrap.ports(chosen) as ports:
        view = agenda(ports)
        show_agenda(view, screen)
        first = _first_note(view)
        if first is not None:
            from heardback.faces.cli.drafts import show_draft

            screen.heading(f"ONE DRAFT, READY: heardback draft {first}")
            show_draft(draft_view(draft(ports, first)), screen)
    _next(view, place, screen, first)
    screen.show(sys.stdout)


def _first_note(view: dict[str, Any]) -> str | None:
    """Return the follow-up whose draft shows most: a note, else whatever is due first."""
    ids = [str(row["id"]) for row in view["due"]]
    notes = [id for id in ids if "/thank_you/" in id]
    return next(iter(notes or ids), None)


def _next(view: dict[str, Any], place: Path, screen: Screen, first: str | None) -> None:
    """Say what to type next, and what is made up."""
    data = f"heardback --data {place}"
    screen.heading("WHAT TO TYPE NEXT")
    screen.paragraph(f"It is {view['shown']} in this demo; all names and mails are made up.")
    waiting = view["waiting"][0]["opportunity"] if view["waiting"] else None
    for line in (
        f"{data} why {first}" if first else None,
        f"{data} show {waiting}" if waiting else None,
        f"{data} draft {first} --explain" if first else None,
        f"{data} done {first}" if first else None,
        "heardback import ~/Mail         (your own mail; nothing leaves this machine)",
    ):
        if line:
            screen.line(f"    {line}", "dim")
