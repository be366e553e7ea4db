"""What is connected: listed with its folders, and taken away with its secrets."""

from typing import Any

from heardback import bootstrap
from heardback.config import Settings
from heardback.errors import HeardBackError, ServerProblem, UsageError
from heardback.model.account import Account, CalendarLink, secret_name
from heardback.online.connect import account_view
from heardback.online.sync import Ask, boxes_of, no_passphrase

Row = dict[str, Any]


def list_accounts(
    chosen: Settings, *, folders: bool = False, ask_passphrase: Ask = no_passphrase
) -> list[Row]:
    """Return a row for every connected mailbox and calendar; `folders` asks each mailbox."""
    if not chosen.store.exists():
        return []
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen) as opened:
        mail = opened.store.accounts.mail()
        rows = [_mail_row(each) for each in mail]
        if folders:
            with boxes_of(mail, places) as boxes:
                by_id = {each.account.id: each for each in boxes}
                for row in rows:
                    box = by_id.get(row["account"])
                    if box is not None:
                        row.update(_folders(box))
        return rows + [_calendar_row(each) for each in opened.store.accounts.calendars()]


def remove_account(chosen: Settings, id: str, *, ask_passphrase: Ask = no_passphrase) -> None:
    """Forget an account and its secrets; raise UsageError if there is none of that id."""
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen) as opened:
        links: list[Account | CalendarLink] = [
            *opened.store.accounts.mail(),
            *opened.store.accounts.calendars(),
        ]
        found = next((each for each in links if each.id == id), None)
        if found is None:
            known = ", ".join(each.id for each in links) or "none"
            raise UsageError(f"There is no account {id!r}.", hint=f"Connected are: {known}.")
        uses = ("imap", "oauth", "smtp", "calendar")
        kept = {found.secret, getattr(found, "smtp_secret", None)} - {None}
        for place in kept:
            for use in uses:
                places.at(str(place)).forget(secret_name(id, use))  # type: ignore[arg-type]
        opened.store.accounts.remove(id)


def _mail_row(account: Account) -> Row:
    view = account_view(account)
    lines = [f"reads by {view['imap']}, password in: {view['secret']}"]
    lines.append(f"sent mail in {account.sent or '?'}, drafts in {account.drafts or '?'}")
    lines.append(
        f"letters leave: {account.delivery}" + (f" ({view['smtp']})" if account.smtp else "")
    )
    if account.folders:
        lines.append(f"only these folders: {', '.join(account.folders)}")
    return {**view, "shown": account.address, "lines": lines}


def _calendar_row(link: CalendarLink) -> Row:
    shown = link.where.partition("?")[0]
    lines = [f"password in: {link.secret}"] if link.secret else []
    return {"account": link.id, "kind": f"calendar ({link.kind})", "shown": shown, "lines": lines}


def _folders(box: Any) -> Row:
    try:
        listed = box.tries(lambda session: session.folders())
        read = {each.name for each in box.folders()}
    except (ServerProblem, HeardBackError) as fault:
        return {"error": str(fault), "lines": [str(fault)]}
    names = [each.name for each in listed if each.holds_mail]
    lines = [f"{'reads ' if name in read else '      '} {name}" for name in names]
    return {"all_folders": names, "lines": lines}
