"""Connecting a mailbox, a server for sending, or a calendar: found, tried, and only then kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.clock import since_1970
from heardback.adapters.discover.find import find_servers
from heardback.adapters.discover.found import Found
from heardback.adapters.mail.folders import folders_to_read, special
from heardback.adapters.mail.imap import Folder, ImapSession, connect
from heardback.adapters.oauth.consent import consent_by_code, consent_in_browser
from heardback.adapters.oauth.providers import client_of
from heardback.adapters.oauth.tokens import Token
from heardback.adapters.web import page_or_none
from heardback.config import Settings
from heardback.errors import FolderMissing, SecretMissing, ServerProblem, UsageError
from heardback.model.account import (
    Account,
    Delivery,
    OAuthClient,
    Security,
    Server,
    secret_name,
)
from heardback.online.asking import Asking
from heardback.ports import Ports

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces

GUESS_SECONDS = 4.0
PORTS: dict[Security, int] = {"tls": 993, "starttls": 143, "none": 143}


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWish:
    """What was asked for: everything but the address may be left to be found."""

    address: str
    id: str | None = None
    host: str | None = None
    port: int | None = None
    security: Security = "tls"
    certificate: str | None = None
    user: str | None = None
    password_env: str | None = None
    password: str | None = None
    keep: str | None = None
    oauth: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    authorize_url: str | None = None
    token_url: str | None = None
    device_url: str | None = None
    scope: str | None = None
    device: bool = False
    folders: tuple[str, ...] = ()
    sent: str | None = None
    drafts: str | None = None
    delivery: Delivery = "draft"
    resolvers: Sequence[tuple[str, int]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """What was connected, and what the mailbox said of itself."""

    account: Account
    by: str
    folders: tuple[str, ...]

    def view(self) -> dict[str, object]:
        """Return it as JSON."""
        return account_view(self.account) | {"found_by": self.by, "reads": list(self.folders)}


def connect_mail(chosen: Settings, wish: MailWish, *, asking: Asking) -> Connected:
    """Find the servers of an address, log in once, and keep the account if all went well.

    Raise UsageError for what is missing, ServerProblem for what the server says. Nothing is kept
    then.
    """
    found = _servers(wish, asking)
    places = bootstrap.secrets(chosen, ask_passphrase=asking.secret)
    with bootstrap.ports(chosen) as opened:
        account = _account(opened, wish, found, places)
        account, secret, kept = _credentials(account, wish, found, places, asking)
        with connect(account, secret) as session:
            folders = session.folders()
            account = _with_folders(account, wish, folders, asking)
            reads = tuple(each.name for each in folders_to_read(folders, chosen=account.folders))
            for name in reads:
                session.examine(name)
        if kept is not None:
            name, text = kept
            places.at(account.secret).put(name, text)
        opened.store.accounts.keep(account)
        _mine(opened, account.address)
    return Connected(account=account, by=found.by, folders=reads)


def account_view(account: Account) -> dict[str, object]:
    """Return an account as JSON: servers and folders, where the secret is, not the secret."""

    def shown(server: Server | None) -> str | None:
        return f"{server.host}:{server.port} ({server.security})" if server else None

    return {
        "account": account.id,
        "kind": "mail",
        "address": account.address,
        "imap": shown(account.imap),
        "smtp": shown(account.smtp),
        "login": account.login,
        "auth": account.auth,
        "secret": account.secret,
        "folders": list(account.folders),
        "sent": account.sent,
        "drafts": account.drafts,
        "delivery": account.delivery,
    }


def new_id(wanted: str, taken: Sequence[str]) -> str:
    """Return a short id that is not taken: the part before the @, else with a number."""
    base = "".join(c if c.isalnum() else "-" for c in wanted.partition("@")[0].casefold())
    base = base.strip("-") or "mail"
    return next(
        each for each in (base, *(f"{base}-{n}" for n in range(2, 999))) if each not in taken
    )


def _servers(wish: MailWish, asking: Asking) -> Found:
    if wish.host:
        imap = Server(
            host=wish.host,
            port=wish.port or PORTS[wish.security],
            security=wish.security,
            certificate=wish.certificate,
        )
        return Found(imap=imap, by="your options")
    found = find_servers(wish.address, get=page_or_none, resolvers=wish.resolvers, answers=_answers)
    if found is None:
        raise UsageError(
            f"The mail server of {wish.address} could not be found.",
            hint="Name it: --host imap.example.org (your provider's help pages say it).",
        )
    if found.imap is None:
        raise UsageError(found.advice)
    if found.by.startswith("the DNS") and found.advice:
        question = f"{found.advice} Is that your provider's server?"
        if not asking.agrees(question):
            raise UsageError(
                found.advice, hint=f"If it is right, name it: --host {found.imap.host}."
            )
    elif found.advice:
        asking.say(found.advice)
    return found


def _answers(server: Server) -> bool:
    """Return whether a mail server with a good certificate is there."""
    try:
        ImapSession(server, timeout=GUESS_SECONDS, read=GUESS_SECONDS).drop()
    except ServerProblem:
        return False
    return True


def _account(opened: Ports, wish: MailWish, found: Found, places: "SecretPlaces") -> Account:
    known = opened.store.accounts.mail()
    before = next(
        (each for each in known if each.id == wish.id or each.address == wish.address), None
    )
    taken = [each.id for each in known]
    taken += [each.id for each in opened.store.accounts.calendars()]
    place = f"environment:{wish.password_env}" if wish.password_env else wish.keep
    return Account(
        id=before.id if before else wish.id or new_id(wish.address, taken),
        address=wish.address,
        user=wish.user or found.user,
        imap=found.imap,
        smtp=found.smtp or (before.smtp if before else None),
        secret=place or places.usual(),
        folders=wish.folders,
        delivery=wish.delivery,
    )


def _credentials(
    account: Account, wish: MailWish, found: Found, places: "SecretPlaces", asking: Asking
) -> tuple[Account, str, tuple[str, str] | None]:
    """Return the account, what to log in with, and the secret to keep (name and text) if any."""
    if wish.oauth or wish.client_id:
        oauth = _oauth_client(wish, found)
        account = replace(account, auth="oauth", oauth=oauth)
        token = _consent(oauth, wish, asking)
        return account, token.access, (secret_name(account.id, "oauth"), token.text())
    if wish.password_env:
        secret = places.at(account.secret).get("")
        if not secret:
            raise SecretMissing(
                f"The variable {wish.password_env} is not set.",
                hint=f"export {wish.password_env}=… in the shell that runs HeardBack.",
            )
        return account, secret, None
    typed = wish.password or asking.secret(f"Password (or app password) of {account.login}")
    if not typed:
        raise SecretMissing(
            "A password is needed, and nobody is there to be asked.",
            hint="Give --password-env NAME, --password-stdin, or --oauth PROVIDER --client-id ID.",
        )
    return account, typed, (secret_name(account.id, "imap"), typed)


def _oauth_client(wish: MailWish, found: Found) -> OAuthClient:
    if not wish.client_id:
        raise UsageError(
            "OAuth needs a client id of your own: --client-id ID.",
            hint="Make one at the provider's developer pages, as a desktop application.",
        )
    if wish.authorize_url and wish.token_url:
        return OAuthClient(
            client_id=wish.client_id,
            authorize=wish.authorize_url,
            token=wish.token_url,
            device=wish.device_url,
            scope=wish.scope or "",
        )
    provider = wish.oauth if wish.oauth not in (None, "found") else found.oauth
    client = client_of(provider or "", wish.client_id)
    return replace(client, scope=wish.scope) if wish.scope else client


def _consent(oauth: OAuthClient, wish: MailWish, asking: Asking) -> Token:
    if wish.device:
        from time import sleep

        return consent_by_code(
            oauth,
            show=lambda page, code: asking.say(f"Open {page} and enter the code {code}"),
            now=since_1970,
            pause=sleep,
            client_secret=wish.client_secret,
        )

    def show(address: str) -> None:
        asking.say(f"Give your consent in the browser:\n{address}")
        asking.open_page(address)

    return consent_in_browser(
        oauth,
        show=show,
        now=since_1970,
        address=wish.address,
        client_secret=wish.client_secret,
    )


def _with_folders(
    account: Account, wish: MailWish, folders: Sequence[Folder], asking: Asking
) -> Account:
    """Return the account with its folders for sent mail and drafts: told, found, or asked."""
    names = [each.name for each in folders if each.holds_mail]
    for name in (*wish.folders, wish.sent, wish.drafts):
        if name is not None and name not in names:
            raise FolderMissing(
                f"There is no folder {name!r} in this mailbox.",
                hint=f"It has: {', '.join(names[:30])}.",
            )
    sent = wish.sent or special(folders, "sent")
    drafts = wish.drafts or special(folders, "drafts")
    if sent is None:
        sent = asking.choose("Which folder holds the mail you sent?", names)
    if drafts is None:
        drafts = asking.choose("Which folder holds your drafts?", names)
    return replace(account, sent=sent, drafts=drafts)


def _mine(opened: Ports, address: str) -> None:
    """Let the address be known as the candidate's own."""
    from heardback.service.after_import import begin

    begin(opened, [address])
