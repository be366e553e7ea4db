"""Connecting a server for sending (SMTP), and trying it without sending anything."""

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace

from heardback import bootstrap
from heardback.adapters.mail.imap_faults import refused_certificate, refused_login, unreachable
from heardback.adapters.tls import refuse_open, trusting
from heardback.config import Settings
from heardback.errors import ConnectionLost, SecretMissing, ServerRefused, UsageError
from heardback.model.account import Account, Security, Server, secret_name
from heardback.online.asking import Asking

SECONDS = 20.0
PORTS: dict[Security, int] = {"tls": 465, "starttls": 587, "none": 25}


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpWish:
    """What was asked for; what is left out is the mailbox's own."""

    account: str
    host: str | None = None
    port: int | None = None
    security: Security = "tls"
    certificate: str | None = None
    user: str | None = None
    password_env: str | None = None
    password: str | None = None
    keep: str | None = None


def connect_smtp(chosen: Settings, wish: SmtpWish, *, asking: Asking) -> Account:
    """Log in at a server for sending once and keep it with its account; nothing is sent.

    Raise UsageError for what is missing, ServerProblem for what the server says.
    """
    from heardback.online.sync import login_secret, named

    places = bootstrap.secrets(chosen, ask_passphrase=asking.secret)
    with bootstrap.ports(chosen) as opened:
        (account,) = named(opened.store.accounts.mail(), [wish.account])
        server = account.smtp
        if wish.host:
            server = Server(
                host=wish.host,
                port=wish.port or PORTS[wish.security],
                security=wish.security,
                certificate=wish.certificate,
            )
        if server is None:
            raise UsageError(
                f"The server that sends for {account.address} is not known.",
                hint="Name it: --host smtp.example.org.",
            )
        place = f"environment:{wish.password_env}" if wish.password_env else None
        typed = wish.password
        if place:
            secret = places.at(place).get("") or ""
            if not secret:
                raise SecretMissing(f"The variable {wish.password_env} is not set.")
        elif typed:
            place, secret = wish.keep or places.usual(), typed
        else:
            secret = login_secret(account, places)
        account = replace(account, smtp=server, smtp_user=wish.user or "", smtp_secret=place)
        try_smtp(
            server, user=wish.user or account.login, secret=lambda: secret, oauth=_oauth(account)
        )
        if typed and place:
            places.at(place).put(secret_name(account.id, "smtp"), typed)
        opened.store.accounts.keep(account)
    return account


def _oauth(account: Account) -> bool:
    return account.auth == "oauth" and account.smtp_secret is None


def try_smtp(server: Server, *, user: str, secret: Callable[[], str], oauth: bool) -> None:
    """Connect and log in without sending anything. Raise ServerProblem's kin."""
    refuse_open(server.host, server.security)
    context = trusting(server.certificate)
    try:
        line: smtplib.SMTP
        if server.security == "tls":
            line = smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context)
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
        with line:
            if server.security == "starttls":
                line.starttls(context=context)
            line.ehlo()
            if oauth:
                bearer = f"user={user}\1auth=Bearer {secret()}\1\1"
                line.auth("XOAUTH2", lambda _challenge=None: bearer, initial_response_ok=True)
            else:
                line.login(user, secret())
            line.noop()
    except smtplib.SMTPAuthenticationError as fault:
        told = fault.smtp_error
        text = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
        raise refused_login(f"{fault.smtp_code} {text}"[:200], server.host, oauth=oauth) from fault
    except (smtplib.SMTPNotSupportedError, smtplib.SMTPResponseException) as fault:
        raise ServerRefused(f"{server.host} says no: {fault}.") from fault
    except smtplib.SMTPException as fault:
        raise ConnectionLost(f"The connection to {server.host} broke ({fault}).") from fault
    except ssl.SSLError as fault:
        raise refused_certificate(fault, server.host) from fault
    except OSError as fault:
        raise unreachable(fault, server.host, server.port) from fault
