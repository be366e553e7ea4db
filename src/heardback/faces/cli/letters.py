"""`heardback proofread`."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
from heardback.errors import InputError, UsageError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    moment,
    plural,
    read_text,
    say_done,
)
from heardback.faces.cli.screen import terminal
from heardback.model.plan import KINDS

if TYPE_CHECKING:
    from heardback.checking.check import Record
    from heardback.checking.envelope import Envelope
    from heardback.model.search import Search
    from heardback.service.fixes import Fixed
    from heardback.service.proofread import Proof


@click.command(
    "proofread",
    help=help_text(
        "Check a letter before it leaves: names, dates, claims, tone, spelling and grammar. With a "
        "search file and the opportunity it is compared with the record too. Lines such as From:, "
        "To:, Cc:, Subject: and Attachments: above the text are read as its envelope; an .eml file "
        "will do. --fix puts in what cannot be wrong, --ask asks for one key each.",
        "heardback proofread letter.txt --kind thank_you",
        "heardback proofread letter.txt --kind thank_you --fix",
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
@click.option("--from", "sender", metavar="ADDRESS", help="The address that you will send from.")
@click.option("--cc", multiple=True, metavar="ADDRESS", help="Who gets a copy.")
@click.option("--attach", multiple=True, metavar="NAME", help="A file that goes with it.")
@click.option("--fix", is_flag=True, help="Write the safe fixes into the file (- : to the output).")
@click.option("--ask", is_flag=True, help="Ask about each fix: one key puts it in.")
@click.option("--quick", is_flag=True, help="House checks only: no dictionary, no grammar.")
@click.argument("more_others", nargs=-1, metavar="[DRAFT]...")
@json_option
def proofread_command(file: str, fix: bool, ask: bool, as_json: bool, **options: Any) -> None:
    """Proofread a letter."""
    from heardback.service.fixes import fix_safely
    from heardback.service.proofread import proofread_view

    asked = _asked(file, options)
    fixed: Fixed | None = None
    text = asked.text
    if fix or ask:
        if asked.is_mail:
            raise UsageError("A mail file is not written over.", hint="Save its text by itself.")
        fixed = _ask(text, asked.proof) if ask else fix_safely(text, asked.proof)
        text = fixed.text
    findings = asked.proof(text)
    view = proofread_view(findings, checked_record=asked.proof.record is not None)
    if fixed is not None:
        view["fixed"] = [{"check": c, "old": old, "new": new} for c, old, new in fixed.changes]
    if as_json:
        whole = {"text": text} if asked.is_mail or (fixed is not None and file == "-") else {}
        emit(view | whole)
    elif fixed is not None and file == "-":
        click.echo(text, nl=False)
    if fixed is not None and file != "-" and fixed.changes:
        _write(file, text)
    if not as_json:
        _show_changes(fixed)
        _show_findings(view, text, err=fixed is not None and file == "-")
    sys.exit(1 if any(f.severity == "error" for f in findings) else 0)


@dataclass(frozen=True)
class Asked:
    """The text of a letter, what it is compared with, and whether it came in a mail."""

    text: str
    proof: "Proof"
    is_mail: bool


def _asked(file: str, options: dict[str, Any]) -> Asked:
    from heardback.service.letter_head import read_head
    from heardback.service.proofread import Proof

    text = read_text(file)
    head = read_head(text)
    is_mail = head.is_mime
    if is_mail:
        text, head = bootstrap.letter_of_mail(text, head)
    record, zone = _record(options["search"], options["opportunity"], options["to"])
    proof = Proof(
        kind=options["kind"],
        at=moment(options["at"], zone_name=zone, name="--at"),
        record=record,
        others=[read_text(path) for path in (*options["others"], *options["more_others"])],
        head=head,
        envelope=_envelope(head.envelope, record, options),
        grammar=None if options["quick"] else bootstrap.grammar(),
    )
    return Asked(text, proof, is_mail)


def _envelope(
    head: "Envelope | None", record: "Record | None", options: dict[str, Any]
) -> "Envelope | None":
    """Put what was said on the command line on the envelope that stands in the file."""
    from heardback.checking.envelope import Envelope

    sender, cc, files = options["sender"], options["cc"], options["attach"]
    if head is None and not (sender or cc or files):
        return None
    readers = record.readers if record else ()
    to = tuple(a for p in readers for a in p.addresses[:1])
    head = head or Envelope(to=to)
    return Envelope(
        sender=sender or head.sender,
        to=head.to,
        cc=(*head.cc, *cc),
        bcc=head.bcc,
        attachments=files or head.attachments,
    )


def _ask(text: str, proof: "Proof") -> "Fixed":
    """Go through the fixes one by one: y puts it in, n leaves it, a takes all, q ends."""
    from heardback.service.fixes import put_in

    chosen = []
    offered = [f for f in proof(text) if f.fix is not None]
    every = False
    for finding in offered:
        if not every:
            old = " ".join(text[finding.start : finding.end].split())
            click.echo(f"{finding.text}\n    {old} → {finding.fix or '(nothing)'}", err=True)
            click.echo("    [y]es, [n]o, [a]ll, [q]uit: ", nl=False, err=True)
            key = click.getchar().lower()
            click.echo(key, err=True)
            if key == "q":
                break
            every = key == "a"
            if key not in "ya":
                continue
        chosen.append(finding)
    return put_in(text, chosen)


def _write(file: str, text: str) -> None:
    """Put the text in the file's place in one step, so that it is never half written."""
    path = Path(file)
    beside = path.with_name(f".{path.name}.heardback")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise InputError(file, None, f"cannot be written: {reason}.") from error


def _record(
    search: str | None, opportunity: str | None, to: tuple[str, ...]
) -> tuple["Record | None", str]:
    from heardback.searchfile import read_search
    from heardback.service.compared import record_of
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
    record = record_of(read.search, found, readers)
    return record, read.search.candidate.timezone


def _opportunity(search: "Search", named: str | None) -> str:
    if named is not None:
        return named
    if len(search.opportunities) == 1:
        return search.opportunities[0].id
    raise UsageError("Which opportunity is it about?", hint="Give --opportunity ID.")


def _show_changes(fixed: "Fixed | None") -> None:
    if fixed is None:
        return
    for check, old, new in fixed.changes:
        say_done(f"{check}: {' '.join(old.split()) or 'a blank'} → {new or '(nothing)'}")
    count = len(fixed.changes)
    say_done(
        f"{plural(count, 'fix', 'fixes')} put in." if count else "There was nothing to put in."
    )


def _show_findings(view: dict[str, Any], text: str, *, err: bool = False) -> None:
    screen = terminal()
    for finding in view["findings"]:
        start, end = finding["span"]
        line = text[:start].count("\n") + 1
        rule = f" [{finding['rule']}]" if finding["rule"] else ""
        style = "red" if finding["severity"] == "error" else "yellow"
        screen.line(f"line {line}, {finding['severity']}: {finding['check']}{rule}", style)
        screen.paragraph(finding["text"])
        quoted = " ".join(text[start:end].split())
        if quoted and quoted not in finding["text"]:
            screen.paragraph(f"“{quoted[:200]}”", style="blue")
        if finding["suggestion"]:
            screen.paragraph(f"Better: {finding['suggestion']}")
    if not view["findings"]:
        screen.line("Nothing to remark.", "green")
    elif any(f["safe"] for f in view["findings"]):
        screen.line("--fix puts in what cannot be wrong.", "dim")
    if not view["record_checked"]:
        screen.line("Names, dates and claims were not compared with the record (--search).", "dim")
    screen.show(sys.stderr if err else None)
