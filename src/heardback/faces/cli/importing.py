"""`heardback import` and `heardback export`."""

import sys
from pathlib import Path
from typing import Any, Literal

import click

from heardback.errors import UsageError
from heardback.faces.cli.common import (
    emit,
    help_text,
    json_option,
    open_ports,
    plural,
    read_text,
    say_done,
)
from heardback.faces.cli.files import write_text

SEARCH_FILES = (".yaml", ".yml", ".json")


@click.command(
    "import",
    help=help_text(
        "Read mailboxes (mbox, Maildir, .eml, folders, an export .zip), calendars (.ics), or a "
        "search file. Sent mail is input like received mail. Mail is only read, never changed; a "
        "second run adds nothing twice.",
        "heardback import ~/Mail --me dana@example.org",
        "heardback import inbox.mbox sent.mbox calendar.ics",
        "heardback import takeout.zip --json",
        "heardback import search.yaml",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address; again for more.")
@json_option
def import_command(paths: tuple[str, ...], me: tuple[str, ...], as_json: bool) -> None:
    """Import mail, calendars or a search file."""
    files = [p for p in paths if p.casefold().endswith(SEARCH_FILES)]
    mail = [p for p in paths if p not in files]
    answer: dict[str, Any] = {}
    if files:
        answer["search_files"] = [_search_file(path) for path in files]
    if mail:
        answer = _mail(mail, me) | answer
    if as_json:
        emit(answer)
    else:
        _report(answer)
    sys.exit(1 if answer.get("unreadable") else 0)


def _search_file(path: str) -> dict[str, Any]:
    from heardback.searchfile import read_search
    from heardback.service.search_file import import_search

    read = read_search(read_text(path), name=path)
    for warning in read.warnings:
        say_done(warning)
    with open_ports() as ports:
        new = import_search(ports, read.search)
    return {"file": path, "opportunities": len(read.search.opportunities), "new": new}


def _mail(paths: list[str], me: tuple[str, ...]) -> dict[str, Any]:
    from heardback.bootstrap import import_mail
    from heardback.faces.cli.common import data_folder
    from heardback.faces.cli.progress import Bar

    with Bar() as bar:
        return import_mail(paths, me=me, data=data_folder(), progress=bar.show)


def _report(answer: dict[str, Any]) -> None:
    for row in answer.get("search_files", ()):
        many = plural(row["opportunities"], "opportunity", "opportunities")
        news = f"{plural(row['new'], 'new fact')}" if row["new"] else "nothing new"
        say_done(f"{row['file']}: {many}, {news}.")
    if "messages" in answer:
        _report_mail(answer)
    say_done("Next: heardback today")


def _report_mail(answer: dict[str, Any]) -> None:
    say_done(
        f"{plural(answer['messages'], 'message')} in {answer['seconds']:.1f} s: "
        f"{answer['job_related']:,} about jobs, {answer['other']:,} other (not kept), "
        f"{answer['known']:,} already known; {plural(answer['meetings'], 'meeting')}; "
        f"{plural(answer['opportunities'], 'opportunity', 'opportunities')} in all."
    )
    if not answer["messages"] - answer["known"] and not answer["unreadable"]:
        say_done("Nothing new.")
    for fault in answer["unreadable"][:20]:
        say_done(f"  not readable: {fault['file']} {fault['where']}: {fault['reason']}")
    more = len(answer["unreadable"]) - 20
    if more > 0:
        say_done(f"  and {more} more: heardback import … --json lists them all.")
    for address in answer.get("found_addresses", ()):
        say_done(f"Taken for your own address: {address}. If not: heardback profile --email …")


@click.command(
    "export",
    help=help_text(
        "Write the whole search as one plain file that you can read, keep and import again.",
        "heardback export search.yaml",
        "heardback export --format json search.json",
        "heardback export                 (to the screen)",
    ),
)
@click.argument("file", required=False, default="-")
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), help="Default: by the name.")
@json_option
def export_command(file: str, form: str | None, as_json: bool) -> None:
    """Export the search file."""
    from heardback.service.search_file import export_search

    chosen: Literal["yaml", "json"] = "yaml"
    if form == "json" or as_json or (form is None and file.casefold().endswith(".json")):
        chosen = "json"
    if file != "-" and Path(file).is_dir():
        raise UsageError(f"{file} is a folder.", hint="Name a file, such as search.yaml.")
    with open_ports(create=False) as ports:
        text = export_search(ports, form=chosen)
    write_text(file, text)
    if file != "-":
        say_done(f"Written to {file}.")
