"""`heardback proofread`."""

import sys
from typing import TYPE_CHECKING, Any

import click

from heardback.errors import UsageError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    moment,
    read_text,
    say_done,
)
from heardback.faces.cli.screen import terminal
from heardback.model.plan import KINDS

if TYPE_CHECKING:
    from heardback.checking.check import Record
    from heardback.model.search import Search


@click.command(
    "proofread",
    help=help_text(
        "Check a letter before it leaves: names, dates, claims, tone. With a search file and the "
        "opportunity it is compared with the record too.",
        "heardback proofread letter.txt --kind thank_you",
        "heardback proofread - --kind check_in --json < letter.txt",
        "heardback proofread letter.txt --kind thank_you --search search.yaml "
        "--opportunity northwind --to tom --others priya.txt",
    ),
)
@click.argument("file")
@click.option("--kind", required=True, type=click.Choice([*KINDS, "other"]), help="What it is.")
@at_option
@click.option("--search", metavar="FILE", help="The search file to compare it with.")
@click.option("--opportunity", metavar="ID", help="The opportunity it is about.")
@click.option("--to", multiple=True, metavar="PERSON", help="The reader: id, name or address.")
@click.option("--others", multiple=True, metavar="DRAFT", help="Another panel member's letter.")
@click.argument("more_others", nargs=-1, metavar="[DRAFT]...")
@json_option
def proofread_command(
    file: str,
    kind: str,
    at: str | None,
    search: str | None,
    opportunity: str | None,
    to: tuple[str, ...],
    others: tuple[str, ...],
    more_others: tuple[str, ...],
    as_json: bool,
) -> None:
    """Proofread a letter."""
    from heardback.service.proofread import proofread, proofread_view

    text = read_text(file)
    record, zone = _record(search, opportunity, to)
    findings = proofread(
        text,
        kind=kind,
        at=moment(at, zone_name=zone, name="--at"),
        record=record,
        others=[read_text(path) for path in (*others, *more_others)],
    )
    view = proofread_view(findings, checked_record=record is not None)
    if as_json:
        emit(view)
    else:
        _show_findings(view, text)
    sys.exit(1 if any(f.severity == "error" for f in findings) else 0)


def _record(
    search: str | None, opportunity: str | None, to: tuple[str, ...]
) -> tuple["Record | None", str]:
    from heardback.checking.check import Record
    from heardback.searchfile import read_search
    from heardback.service.proofread import resolve_reader

    if search is None:
        if opportunity or to:
            raise UsageError("--opportunity and --to need --search FILE.")
        return None, "UTC"
    read = read_search(read_text(search), name=search)
    for warning in read.warnings:
        say_done(warning)
    one = _opportunity(read.search, opportunity)
    found = read.search.opportunity(one)
    if found is None:
        known = ", ".join(o.id for o in read.search.opportunities)
        raise UsageError(f"{one!r} is no opportunity of {search}.", hint=f"There are: {known}.")
    readers = tuple(resolve_reader(read.search, found, name) for name in to)
    record = Record(search=read.search, opportunity=found, to=readers)
    return record, read.search.candidate.timezone


def _opportunity(search: "Search", named: str | None) -> str:
    if named is not None:
        return named
    if len(search.opportunities) == 1:
        return search.opportunities[0].id
    raise UsageError("Which opportunity is it about?", hint="Give --opportunity ID.")


def _show_findings(view: dict[str, Any], text: str) -> None:
    screen = terminal()
    for finding in view["findings"]:
        start, end = finding["span"]
        line = text[:start].count("\n") + 1
        rule = f" [{finding['rule']}]" if finding["rule"] else ""
        style = "red" if finding["severity"] == "error" else "yellow"
        screen.line(f"line {line}, {finding['severity']}: {finding['check']}{rule}", style)
        screen.paragraph(finding["text"])
        if text[start:end].strip():
            screen.paragraph(f"“{' '.join(text[start:end].split())[:200]}”", style="blue")
        if finding["suggestion"]:
            screen.paragraph(f"Better: {finding['suggestion']}")
    if not view["findings"]:
        screen.line("Nothing to remark.", "green")
    if not view["record_checked"]:
        screen.line("Names, dates and claims were not compared with the record (--search).", "dim")
    screen.show()
