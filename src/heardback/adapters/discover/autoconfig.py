"""Servers from the file a provider puts on its own web site for mail programs (Autoconfig).

Only the provider's own addresses are asked, and only over https; no third party learns anything.
"""

from collections.abc import Callable, Iterable
from xml.etree import ElementTree

from heardback.adapters.discover.found import Found
from heardback.model.account import Security, Server

PLACES = (
    "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={address}",
    "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
)
LIMIT = 1 << 18
_SECURITY: dict[str, Security] = {"SSL": "tls", "STARTTLS": "starttls"}


def autoconfigured(
    address: str,
    *,
    get: Callable[[str], bytes | None],
    places: Iterable[str] = PLACES,
) -> Found | None:
    """Return what the provider's file says; `get` returns a page, None where there is none."""
    domain = address.rpartition("@")[2]
    for place in places:
        page = get(place.format(domain=domain, address=address))
        found = read_autoconfig(page, address) if page else None
        if found is not None:
            return found
    return None


def read_autoconfig(page: bytes, address: str) -> Found | None:
    """Return the servers of an Autoconfig file, None if it names none that are safe to use."""
    if len(page) > LIMIT or b"<!DOCTYPE" in page or b"<!ENTITY" in page:
        return None  # such files need none of that, and it is the way to burden a reader
    try:
        root = ElementTree.fromstring(page)  # noqa: S314 - without a DTD there are no entities
    except ElementTree.ParseError:
        return None
    imap = _server(root, "incomingServer", "imap", address)
    smtp = _server(root, "outgoingServer", "smtp", address)
    if imap is None:
        return None
    return Found(
        imap=imap[0],
        smtp=smtp[0] if smtp else None,
        user=imap[1],
        by="the provider's own autoconfig file",
    )


def _server(
    root: ElementTree.Element, tag: str, kind: str, address: str
) -> tuple[Server, str] | None:
    """Return the first server of a kind that is reached by TLS, and the name to log in with."""
    for each in root.iter(tag):
        security = _SECURITY.get((each.findtext("socketType") or "").strip().upper())
        host = (each.findtext("hostname") or "").strip().casefold()
        port = (each.findtext("port") or "").strip()
        if each.get("type") != kind or security is None or not host or not port.isdigit():
            continue
        user = (each.findtext("username") or "%EMAILADDRESS%").strip()
        local, _, domain = address.partition("@")
        for mark, value in (
            ("%EMAILADDRESS%", address),
            ("%EMAILLOCALPART%", local),
            ("%EMAILDOMAIN%", domain),
        ):
            user = user.replace(mark, value)
            host = host.replace(mark.casefold(), value)
        return Server(host=host, port=int(port), security=security), user
    return None
