"""Who sends a letter to whom, and with which files: what stands on the envelope."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """The addresses of a message as written (a name beside them does no harm).

    `attachments` are the names of the files with it; None where that is not known.
    """

    sender: str | None = None
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    attachments: tuple[str, ...] | None = None

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """Every address it goes to, in lower case, without repetition."""
        return tuple(dict.fromkeys(plain_address(a) for a in (*self.to, *self.cc, *self.bcc)))


def plain_address(written: str) -> str:
    """Given an address as written (perhaps with a name), return it bare, in lower case."""
    return written.strip().removesuffix(">").rpartition("<")[2].strip().casefold()


def is_of(address: str, domains: Iterable[str]) -> bool:
    """Given an address, return whether it is of one of the domains or below one."""
    host = plain_address(address).rpartition("@")[2]
    wanted = (d.casefold().lstrip("@.") for d in domains)
    return any(host == domain or host.endswith("." + domain) for domain in wanted if domain)
