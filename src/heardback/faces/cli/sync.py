"""`heardback sync`: what is new in the connected mailboxes and calendars."""

import sys
from typing import Any

import click

from heardback import bootstrap
from heardback.faces.cli.common import (
    data_folder,
    emit,
    help_text,
    json_option,
    plural,
    say_done,
)


@click.command(
    "sync",
    help=help_text(
        "Read what is new in the connected mailboxes and calendars. Nothing there is changed: no "
        "mail is marked as read, moved or deleted. It may be stopped at any time; the next one "
        "goes on from there.",
        "heardback sync",
        "heardback sync dana --folder INBOX",
        "heardback sync --json",
    ),
)
@click.argument("accounts", nargs=-1)
@click.option("--folder", "folders", multiple=True, help="This folder only; again for more.")
@json_option
def sync_command(accounts: tuple[str, ...], folders: tuple[str, ...], as_json: bool) -> None:
    """Read what is new."""
    from heardback.faces.cli.dialogue import dialogue
    from heardback.faces.cli.progress import Bar
    from heardback.online.sync import sync

    with Bar() as bar:
        report = sync(
            bootstrap.settings(data_folder()),
            accounts=accounts,
            folders=folders,
            progress=bar.show,
            ask_passphrase=dialogue().secret,
        )
    view = report.view()
    if as_json:
        emit(view)
    else:
        tell_sync(view)
    sys.exit(1 if any(row["error"] or row["skipped"] for row in _rows(view)) else 0)


def _rows(view: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = view["accounts"]
    return rows


def tell_sync(view: dict[str, Any]) -> None:
    """Say in words what a sync did."""
    if not view["accounts"]:
        say_done("Nothing is connected yet. Start with: heardback connect mail ADDRESS")
        return
    for row in _rows(view):
        say_done(account_line(row))
        for folder in row["folders"]:
            if folder["new"] or folder["removed"] or folder["anew"]:
                say_done(f"    {folder_line(folder)}")
        if row["also_for"]:
            say_done(f"    Most of it is for {row['also_for']}. If that is you, say so:")
            say_done(f"    heardback profile --email {row['address']} --email {row['also_for']}")
        for fault in row["skipped"][:10]:
            say_done(f"    skipped: {fault['file']} {fault['where']}: {fault['reason']}")
        if len(row["skipped"]) > 10:
            say_done(f"    and {len(row['skipped']) - 10} more: heardback sync --json lists all.")
    many = plural(view["opportunities"], "opportunity", "opportunities")
    say_done(f"{many} in all; {view['seconds']:.1f} s. Next: heardback today")


def account_line(row: dict[str, Any]) -> str:
    """Return one account's line."""
    if row["error"]:
        return f"{row['account']}: {row['error']}"
    newest = f", the newest of {row['newest'][:16].replace('T', ' ')} UTC" if row["newest"] else ""
    if not row["new"] and not row["meetings"]:
        gone = f", {row['removed']} gone (what they said stays)" if row["removed"] else ""
        return (
            f"{row['account']}: nothing new in {plural(row['messages'], 'message')}{newest}{gone}."
        )
    meetings = f"; {plural(row['meetings'], 'meeting')}" if row["meetings"] else ""
    return (
        f"{row['account']}: {row['new']:,} new of {plural(row['messages'], 'message')}{newest}: "
        f"{row['job_related']:,} about jobs, {row['other']:,} other (not kept){meetings}."
    )


def folder_line(folder: dict[str, Any]) -> str:
    """Return one folder's line."""
    anew = " (numbered anew by the server, read from the start)" if folder["anew"] else ""
    gone = f", {folder['removed']:,} gone" if folder["removed"] else ""
    return f"{folder['folder']}: {folder['new']:,} new{gone}{anew}"
