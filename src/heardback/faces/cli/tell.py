"""What you tell HeardBack: `log`, `debrief`, `add`, `correct`, `review`, and so on."""

import sys
from collections.abc import Mapping
from typing import Any

import click

from heardback.errors import UsageError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    open_ports,
    plural,
    say_done,
)
from heardback.faces.cli.screen import terminal


def keys_of(pairs: tuple[str, ...]) -> dict[str, object]:
    """Given KEY=VALUE words, return them as keys; values are YAML 1.2 (lists, numbers, true)."""
    from heardback.searchfile.values import Wrong, plain
    from heardback.searchfile.yaml_text import read_yaml

    keys: dict[str, object] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign:
            raise UsageError(f"{pair!r} is no KEY=VALUE.", hint="For example stage=first.")
        try:
            keys[name.strip()] = plain(read_yaml(text)) if text.strip() else ""
        except Wrong as wrong:
            raise UsageError(f"{pair!r}: {wrong.message}", hint="Put it in quotes.") from None
    return keys


@click.command(
    "log",
    help=help_text(
        "Note by hand what mail does not tell: WHAT is a word of the search file (interview, "
        "promise, offer, received, sent, preference, hesitation, concern, decided_against, …).",
        "heardback log northwind interview --when 2025-03-03T14:00 stage=first 'with=[Tom, Priya]'",
        'heardback log northwind promise from=Priya said="you will hear by the end of next week"',
        "heardback log northwind offer from=Priya decide_by=2025-03-20 written=true",
        "heardback log contoso preference over=northwind",
        'heardback log northwind received channel=call from=Priya note="asked for my references"',
    ),
)
@click.argument("opportunity")
@click.argument("what")
@click.argument("keys", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--when", metavar="MOMENT", help="When it happened, or will (default: now).")
@at_option
def log_command(
    opportunity: str, what: str, keys: tuple[str, ...], when: str | None, at: str | None
) -> None:
    """Keep an event by hand."""
    from heardback.service.record import log

    with open_ports(at, create=False) as ports:
        shown = log(ports, opportunity, what, keys_of(keys), when=when)
    say_done(f"Noted: {what} of {shown}. Take it back with 'heardback undo'.")


@click.command(
    "debrief",
    help=help_text(
        "Answer five questions after an interview; your notes are written from the answers. Any "
        "question may be left empty. With options given, nothing is asked.",
        "heardback debrief northwind",
        'heardback debrief northwind --person Priya --topic "moving the nightly batch"',
    ),
)
@click.argument("opportunity", required=False)
@click.option("--person", help="Whom you talked with (default: asked for everybody met).")
@click.option("--topic", multiple=True, help="What you talked about.")
@click.option("--strength", multiple=True, help="What went well.")
@click.option("--missed", multiple=True, help="What you left unsaid.")
@click.option("--mistake", multiple=True, help="What you said wrongly.")
@click.option("--enthusiasm", type=click.IntRange(1, 5), help="How much you want it, 1 to 5.")
@click.option("--answer-by", "said", help="When they said you would hear, in their words.")
@at_option
def debrief_command(opportunity: str | None, at: str | None, **options: Any) -> None:
    """Take notes after an interview."""
    from heardback.faces.cli.questions import ask, given
    from heardback.service.record import debrief, due_for_debrief
    from heardback.service.show import find_opportunity
    from heardback.service.tracked import track

    with open_ports(at, create=False) as ports:
        tracked = track(ports)
        waiting = due_for_debrief(tracked, ports.clock.now())
        name = opportunity or (waiting[0] if len(waiting) == 1 else None)
        if name is None:
            listed = ", ".join(waiting) or "none waits for notes"
            raise UsageError("Which opportunity?", hint=f"After an interview: {listed}.")
        found = find_opportunity(tracked, name)
        answers = given(options) if any(options.values()) else ask(found, tracked)
        count = debrief(ports, found.opportunity.id, answers)
    say_done(f"Kept {plural(count, 'note')} on {found.opportunity.employer}.")


@click.command(
    "add",
    help=help_text(
        "Enter an opportunity by hand.",
        'heardback add Northwind --role "Data Engineer"',
        'heardback add Northwind --person "Priya Raman <priya@northwind.example>=hiring_manager"',
        'heardback add Contoso --agency --person "Sam Ortiz <sam@agency.example>=agency_recruiter"',
    ),
)
@click.argument("employer")
@click.option("--role", help="The position.")
@click.option("--person", multiple=True, metavar="NAME=PART", help="Who plays which part.")
@click.option("--agency", is_flag=True, help="A recruiting agency stands in between.")
@click.option("--timezone", help="The employer's zone, if it is not yours.")
@click.option("--country", help="The employer's country, if it is not yours.")
def add_command(
    employer: str,
    role: str | None,
    person: tuple[str, ...],
    agency: bool,
    timezone: str | None,
    country: str | None,
) -> None:
    """Add an opportunity."""
    from heardback.service.record import add

    people = [(text.rpartition("=")[0] or text, text.rpartition("=")[2]) for text in person]
    parts = [(t, p if "=" in w else "other") for (t, p), w in zip(people, person, strict=True)]
    with open_ports() as ports:
        id = add(
            ports,
            employer,
            role=role,
            agency=agency,
            timezone=timezone,
            country=country,
            people=parts,
        )
    say_done(f"Added {employer} as {id!r}. Next: heardback log {id} interview --when …")


@click.command(
    "correct",
    help=help_text(
        "Mend anything that was read wrongly: a fact (the id that 'show' prints at its right), a "
        "person, or an opportunity. What you say outranks every reading.",
        "heardback correct 3f2a91bc04de by=2025-03-14",
        "heardback correct 3f2a91bc04de --wrong",
        "heardback correct person:tom 'name=Thomas Okafor'",
        "heardback correct opportunity:northwind role='Data Engineer'",
    ),
)
@click.argument("about")
@click.argument("changes", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--wrong", is_flag=True, help="Leave this fact out: it did not happen.")
def correct_command(about: str, changes: tuple[str, ...], wrong: bool) -> None:
    """Correct a reading."""
    from heardback.service.record import correct

    keys: dict[str, object] = {"-": True} if wrong else keys_of(changes)
    if not keys:
        raise UsageError("Say what to change: KEY=VALUE, or --wrong.")
    with open_ports(create=False) as ports:
        correct(ports, about, keys)
    say_done(f"Mended {about}. Take it back with 'heardback undo'.")


def review_readings(yes: str | None, no: str | None, as_json: bool) -> None:
    """Confirm or refuse uncertain readings."""
    from heardback.service import overviews
    from heardback.service.record import confirm

    with open_ports(create=False) as ports:
        if yes or no:
            confirm(ports, yes or no or "", right=bool(yes))
            say_done("Noted. Take it back with 'heardback undo'.")
            return
        rows = overviews.review(ports)
        if as_json:
            emit({"review": rows})
            return
        if not rows:
            say_done("Nothing waits for your yes.")
        for row in rows:
            _review_row(row)
            if sys.stdin.isatty():
                right = click.confirm(f"Is this a {str(row['kind']).replace('_', ' ')}?")
                confirm(ports, str(row["key"]), right=right)


def _review_row(row: Mapping[str, Any]) -> None:
    screen = terminal()
    screen.pair(f"{row['subject']}", f"{row['date'] or ''}"[:10], style="bold")
    passed_on = f", passed on by {row['passed_on_by']}" if row["passed_on_by"] else ""
    kind = str(row["kind"]).replace("_", " ")
    screen.paragraph(f"from {row['from']}{passed_on}: perhaps {kind}")
    if row["quote"]:
        screen.paragraph(f"“{row['quote']}”", style="blue")
    for flag in row["flags"]:
        screen.paragraph(f"Take care: {flag['kind'].replace('_', ' ')}", style="red")
        screen.paragraph(f"“{flag['quote']}”", indent="      ", style="dim")
    screen.paragraph(f"heardback review --yes {row['key']}   (or --no)", style="dim")
    screen.show()


@click.command(
    "merge",
    help=help_text(
        "Two opportunities are one: OTHER becomes part of INTO.",
        "heardback merge northwind northwind-2",
    ),
)
@click.argument("into")
@click.argument("other")
def merge_command(into: str, other: str) -> None:
    """Merge two opportunities."""
    from heardback.service.record import merge

    with open_ports(create=False) as ports:
        id = merge(ports, into, other)
    say_done(f"{other} is part of {id} now. Take it back with 'heardback undo'.")


@click.command(
    "split",
    help=help_text(
        "The messages behind these facts are an opportunity of their own.",
        'heardback split 3f2a91bc04de 77d0c1a2b3c4 --employer Northwind --role "Team Lead"',
    ),
)
@click.argument("facts", nargs=-1, required=True)
@click.option("--employer", required=True, help="Whose opportunity it is.")
@click.option("--role", help="The position.")
def split_command(facts: tuple[str, ...], employer: str, role: str | None) -> None:
    """Split messages off."""
    from heardback.service.record import split

    with open_ports(create=False) as ports:
        count = split(ports, facts, employer=employer, role=role)
    say_done(f"{plural(count, 'message')} split off. Take it back with 'heardback undo'.")
