"""The mailboxes and calendars a person has connected; never with a secret in them."""

from dataclasses import dataclass
from typing import Literal

Security = Literal["tls", "starttls", "none"]
"""TLS from the start, STARTTLS, or nothing (which is refused but for this machine itself)."""

Auth = Literal["password", "oauth"]
"""A password (often an app password), or OAuth 2 by XOAUTH2."""

Delivery = Literal["draft", "smtp", "mailto", "copy"]
"""A draft in the mailbox, SMTP after approval, a mail program's window, or copied by hand."""

SecretPlace = str
"""Where the secret is: "keyring", "file", or "environment:NAME"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where to connect to; `certificate` is a file with the one authority that is trusted there."""

    host: str
    port: int
    security: Security = "tls"
    certificate: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthClient:
    """The person's own client at an identity provider, and that provider's addresses (RFC 8414)."""

    client_id: str
    authorize: str
    token: str
    device: str | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One mailbox: its servers, how to log in, which folders are read, how letters leave.

    `id` is short and stays; `user` is the login name where it is not the address. `folders` are
    those that are read (empty: all but drafts, junk and deleted mail). `sent` and `drafts` are
    names of folders as people write them, None where there is none.
    """

    id: str
    address: str
    user: str = ""
    imap: Server | None = None
    smtp: Server | None = None
    smtp_user: str = ""
    auth: Auth = "password"
    oauth: OAuthClient | None = None
    secret: SecretPlace = "keyring"  # noqa: S105 - a place, no secret
    smtp_secret: SecretPlace | None = None
    folders: tuple[str, ...] = ()
    sent: str | None = None
    drafts: str | None = None
    delivery: Delivery = "draft"

    @property
    def login(self) -> str:
        """The name to log in with."""
        return self.user or self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLink:
    """One calendar: a file, the address of an ICS file, or a CalDAV collection.

    `own` is the address of the collection follow-ups may be written to, None where there is none.
    """

    id: str
    kind: Literal["file", "ics", "caldav"]
    where: str
    user: str = ""
    secret: SecretPlace | None = None
    certificate: str | None = None
    own: str | None = None


def secret_name(account: str, use: Literal["imap", "smtp", "oauth", "calendar"]) -> str:
    """Return the name under which a secret of an account is kept."""
    return f"{account}/{use}"
