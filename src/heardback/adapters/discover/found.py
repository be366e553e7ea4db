"""What was found for an address, and from where."""

from dataclasses import dataclass

from heardback.model.account import Server


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Servers for an address; `by` says who named them, `advice` what the person should know.

    `oauth` is the identity provider that takes the place of a password, where there is one.
    """

    imap: Server | None = None
    smtp: Server | None = None
    user: str = ""
    oauth: str | None = None
    caldav: str | None = None
    by: str = ""
    advice: str = ""
