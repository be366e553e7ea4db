"""Trying every connection, and saying in words what is wrong and how to mend it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.calendar.connected import changes_of
from heardback.adapters.mail.folders import folders_to_read
from heardback.adapters.mail.imap import ImapSession, connect
from heardback.adapters.mail.imap_fetch import fetch
from heardback.config import Settings
from heardback.errors import HeardBackError
from heardback.model.account import Account, CalendarLink
from heardback.online.calendars import calendar_secret
from heardback.online.sending import try_smtp
from heardback.online.sync import Ask, login_secret, no_passphrase
from heardback.service.doctor import Row

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces

OFF = timedelta(minutes=10)


def check_accounts(chosen: Settings, *, ask_passphrase: Ask = no_passphrase) -> list[Row]:
    """Return a row for every connection tried: level (ok, warning, error) and a sentence."""
    if not chosen.store.exists():
        return []
    places = bootstrap.secrets(chosen, ask_passphrase=ask_passphrase)
    with bootstrap.ports(chosen, create=False) as opened:
        accounts = opened.store.accounts.mail()
        calendars = opened.store.accounts.calendars()
        now = opened.clock.now()
    if not accounts and not calendars:
        return [_row("ok", "No mailbox is connected: heardback connect mail ADDRESS")]
    rows: list[Row] = []
    for account in accounts:
        rows += _tried(account.id, lambda a=account: _mailbox(a, places, now))  # type: ignore[misc]
        if account.smtp is not None and (account.smtp_secret or account.delivery == "smtp"):
            rows += _tried(account.id, lambda a=account: _sending(a, places))  # type: ignore[misc]
    for link in calendars:
        rows += _tried(link.id, lambda c=link: _calendar(c, places))  # type: ignore[misc]
    return rows


def _tried(id: str, check: Callable[[], list[Row]]) -> list[Row]:
    try:
        return check()
    except HeardBackError as fault:
        return [_row("error", f"{id}: {fault}")]


def _mailbox(account: Account, places: "SecretPlaces", now: datetime) -> list[Row]:
    assert account.imap is not None
    with connect(account, login_secret(account, places)) as session:
        folders = session.folders()
        reads = [each.name for each in folders_to_read(folders, chosen=account.folders)]
        rows = [
            _row(
                "ok",
                f"{account.id}: {account.imap.host} lets {account.login} in; "
                f"{len(reads)} folder(s) are read.",
            )
        ]
        names = {each.name for each in folders}
        for use, name, option in (
            ("sent mail", account.sent, "--sent"),
            ("drafts", account.drafts, "--drafts"),
        ):
            if name is None:
                text = f"its folder of {use} is not known: connect it anew with {option} NAME."
                rows.append(_row("warning", f"{account.id}: {text}"))
            elif name not in names:
                text = (
                    f"its folder of {use}, {name!r}, is gone: connect it anew with {option} NAME."
                )
                rows.append(_row("error", f"{account.id}: {text}"))
        if not session.can("IDLE"):
            text = "the server cannot tell of new mail at once; watch asks it every minute."
            rows.append(_row("ok", f"{account.id}: {text}"))
        rows += _clock(account, session, reads, now)
    return rows


def _clock(account: Account, session: ImapSession, reads: list[str], now: datetime) -> list[Row]:
    """Compare this machine's clock with the hour at which the server got its newest mail."""
    for name in reads[:3]:
        state = session.examine(name)
        newest = fetch(session, [state.next - 1], "INTERNALDATE") if state.exists else []
        arrived = newest[0].arrived if newest else None
        if arrived is not None and arrived > now.astimezone(UTC) + OFF:
            text = (
                f"the newest mail in {name} came at {arrived:%Y-%m-%d %H:%M} UTC, which is still "
                "to come by this machine's clock. Set the clock: what is due depends on it."
            )
            return [_row("error", f"{account.id}: {text}")]
    return []


def _sending(account: Account, places: "SecretPlaces") -> list[Row]:
    assert account.smtp is not None

    def secret() -> str:
        if account.smtp_secret is None:
            return login_secret(account, places)
        return places.at(account.smtp_secret).get(f"{account.id}/smtp") or ""

    oauth = account.auth == "oauth" and account.smtp_secret is None
    try_smtp(account.smtp, user=account.smtp_user or account.login, secret=secret, oauth=oauth)
    return [_row("ok", f"{account.id}: {account.smtp.host} would send for {account.address}.")]


def _calendar(link: CalendarLink, places: "SecretPlaces") -> list[Row]:
    count = len(changes_of(link, calendar_secret(link, places))("").events)
    what = f"{count} entries" if link.kind == "caldav" else "it can be read"
    return [_row("ok", f"{link.id}: the calendar answers ({what}).")]


def _row(level: str, text: str) -> Row:
    return {"level": level, "text": text}
