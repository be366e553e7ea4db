"""From an address to its servers: the list of providers, autoconfig, the DNS, and a guess."""

from collections.abc import Callable, Iterable, Sequence

from heardback.adapters.discover import autoconfig
from heardback.adapters.discover.found import Found
from heardback.adapters.discover.hosts import known_host
from heardback.adapters.discover.srv import served
from heardback.errors import UsageError
from heardback.model.account import Server

Get = Callable[[str], bytes | None]


def find_servers(
    address: str,
    *,
    get: Get,
    resolvers: Sequence[tuple[str, int]] | None = None,
    places: Iterable[str] = autoconfig.PLACES,
    answers: Callable[[Server], bool] = lambda _server: False,
) -> Found | None:
    """Return the servers of an address, None where nobody knows them.

    `get` fetches a page (None for none, in time), `answers` tells whether a guessed server is
    there. Raise UsageError for what is no address.
    """
    local, _, domain = address.strip().rpartition("@")
    if not local or "." not in domain or any(c.isspace() for c in address.strip()):
        raise UsageError(
            f"{address!r} is no mail address.", hint="Write it in full: dana@example.org."
        )
    domain = domain.casefold()
    return (
        known_host(domain)
        or autoconfig.autoconfigured(address.strip(), get=get, places=places)
        or served(domain, resolvers=resolvers)
        or _guessed(domain, answers)
    )


def _guessed(domain: str, answers: Callable[[Server], bool]) -> Found | None:
    for host in (f"imap.{domain}", f"mail.{domain}"):
        server = Server(host=host, port=993)
        if answers(server):
            return Found(imap=server, by="a guess that answered")
    return None
