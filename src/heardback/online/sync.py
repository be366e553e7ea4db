"""Reading what is new in the connected accounts: their boxes and secrets, put together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.mail.imap_box import ImapBox
from heardback.config import Settings
from heardback.errors import SecretMissing, UsageError
from heardback.model.account import Account, secret_name
from heardback.model.journal import Entry
from heardback.online.calendars import calendar_box, keep_busy
from heardback.ports import Fault, Ports, Source

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces
    from heardback.service.import_parts import Progress
    from heardback.service.sync import SyncReport

Ask = Callable[[str], str | None]


def no_passphrase(_question: str) -> str | None:
    """Ask nobody."""
    return None


def login_secret(account: Account, places: "SecretPlaces") -> str:
    """Return the password or access token of an account. Raise SecretMissing, SecretsLocked."""
    if account.auth == "oauth":
        from heardback.adapters.clock import since_1970
        from heardback.adapters.oauth.tokens import access_token

        return access_token(account, places.at(account.secret), now=since_1970)
    name = secret_name(account.id, "imap")
    found = places.at(account.secret).get(name)
    if not found:
        raise SecretMissing(
            f"The password of {account.id} is not in its place ({account.secret}).",
            hint=f"Connect it anew: heardback connect mail {account.address}",
        )
    return found


@contextmanager
def boxes_of(accounts: Sequence[Account], places: "SecretPlaces") -> Iterator[list[ImapBox]]:
    """Hand out the mailboxes, not connected yet; log out at the end."""
    boxes = [
        ImapBox(each, secret=lambda each=each: login_secret(each, places))  # type: ignore[misc]
        for each in accounts
        if each.imap is not None
    ]
    try:
        yield boxes
    finally:
        for box in boxes:
            box.close()


def sync(
    chosen: Settings,
    *,
    accounts: Sequence[str] = (),
    folders: Sequence[str] = (),
    progress: "Callable[[Progress], None] | None" = None,
    ask_passphrase: Ask = no_passphrase,
) -> "SyncReport":
    """Read what is new in the connected accounts (all, or those named)."""
    from heardback.adapters.clock import seconds
    from heardback.service.after_import import conclude

    began = seconds()
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen) as opened:
        report = sync_opened(
            opened, places=places, accounts=accounts, folders=folders, progress=progress
        )
        report.opportunities = conclude(opened)
    report.seconds = seconds() - began
    return report


def sync_opened(
    opened: Ports,
    *,
    places: "SecretPlaces",
    accounts: Sequence[str] = (),
    folders: Sequence[str] = (),
    progress: "Callable[[Progress], None] | None" = None,
) -> "SyncReport":
    """Read what is new, with a store that is open already."""
    from heardback.service.sync import sync_boxes
    from heardback.service.tracked import own_addresses

    others = [each.id for each in opened.store.accounts.calendars()]
    mail = named(opened.store.accounts.mail(), accounts, others)
    dates = [] if folders else opened.store.accounts.calendars()
    dates = [each for each in dates if not accounts or each.id in accounts]
    with boxes_of(mail, places) as boxes:
        report = sync_boxes(
            opened.store,
            boxes=boxes,
            calendars=[calendar_box(each, places) for each in dates],
            reading=replace(bootstrap.reading(), open_sources=reopening(boxes)),
            me=own_addresses(opened),
            progress=progress,
            folders=folders,
        )
    note_reading(opened, report)
    for link in dates:
        row = next(each for each in report.accounts if each.account == link.id)
        if row.error is None:
            keep_busy(opened, link, places)
    return report


def note_reading(opened: Ports, report: "SyncReport") -> None:
    """Keep what was read and when, in counts; a look that found nothing once a day."""
    now = opened.clock.now()
    for row in report.accounts:
        view = row.view()
        counts = {name: view[name] for name in ("new", "job_related", "other", "meetings")}
        body: dict[str, object] = {"account": row.account, **counts}
        id = f"read:{row.account}:{now.isoformat()}"
        if row.error:
            body, id = body | {"error": True}, f"unread:{row.account}:{now.date()}"
        elif not any(counts.values()):
            body, id = body | {"quiet": True}, f"looked:{row.account}:{now.date()}"
        if id not in {each.id for each in opened.store.journal.entries()}:
            opened.store.journal.note(Entry(id=id, at=now, kind="read", body=body))


def named(links: list[Account], ids: Sequence[str], others: Sequence[str] = ()) -> list[Account]:
    """Return the mailboxes with these ids, all if none is named. Raise UsageError.

    `others` are ids that are known too: those of calendars.
    """
    known = [*(each.id for each in links), *others]
    for id in ids:
        if id not in known:
            raise UsageError(
                f"There is no account {id!r}.", hint=f"Connected are: {', '.join(known) or 'none'}."
            )
    return [each for each in links if not ids or each.id in ids]


def reopening(boxes: Sequence[ImapBox]) -> Callable[[Sequence[str]], list[Source | Fault]]:
    """Return what opens sources of earlier runs again: folders of these boxes, and files."""
    from heardback.adapters.mail.imap_source import SCHEME, ImapFolder
    from heardback.adapters.mail.source import open_sources

    by_id = {each.account.id: each for each in boxes}

    def open_again(names: Sequence[str]) -> list[Source | Fault]:
        found: list[Source | Fault] = []
        for name in names:
            if not name.startswith(SCHEME):
                found += open_sources([name])
                continue
            account, _, folder = name.removeprefix(SCHEME).partition("/")
            if account in by_id:
                found.append(ImapFolder(by_id[account], folder))
        return found

    return open_again
