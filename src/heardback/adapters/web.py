"""Fetching pages: over https (or from this machine), bounded in time and size, redirects few."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from heardback.adapters.tls import LOOPBACK, trusting
from heardback.errors import CertificateRefused, ConnectionLost, Unreachable, UsageError

if TYPE_CHECKING:
    import httpx

TIMEOUT = 20.0


def refuse_clear(address: str) -> None:
    """Raise UsageError for an address without TLS that is not on this machine."""
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return
    raise UsageError(
        f"{address} is not asked: it has no TLS, so anybody on the way could read along.",
        hint="Use its https address.",
    )


def client(
    *, certificate: str | None = None, timeout: float = TIMEOUT, **more: Any
) -> "httpx.Client":
    """Return an HTTP client that verifies certificates and follows few redirects."""
    import httpx

    return httpx.Client(
        verify=trusting(certificate),
        timeout=timeout,
        follow_redirects=more.pop("follow_redirects", True),
        max_redirects=5,
        headers={"User-Agent": "HeardBack"},
        **more,
    )


def page_or_none(address: str, *, limit: int = 1 << 18, timeout: float = 5.0) -> bytes | None:
    """Return a page, None if there is none, nobody answers in time, or it is too large."""
    import httpx

    try:
        refuse_clear(address)
        with client(timeout=timeout) as web, web.stream("GET", address) as answer:
            if answer.status_code != 200:
                return None
            refuse_clear(str(answer.url))
            return _bounded(answer, limit)
    except (httpx.HTTPError, OSError, UsageError, ValueError):
        return None


def _bounded(answer: "httpx.Response", limit: int) -> bytes | None:
    page = b""
    for piece in answer.iter_bytes():
        page += piece
        if len(page) > limit:
            return None
    return page


def unreachable(
    fault: Exception, address: str
) -> Unreachable | CertificateRefused | ConnectionLost:
    """Return our error for one of the HTTP client's."""
    import httpx

    host = urlsplit(address).hostname or address
    text = str(fault)[:200]
    if "CERTIFICATE" in text.upper() or "SSL" in text.upper():
        return CertificateRefused(
            f"The certificate of {host} is not accepted ({text}).",
            hint="For a server of your own, name its certificate: --certificate FILE.",
        )
    if isinstance(fault, httpx.ConnectError | httpx.ConnectTimeout):
        return Unreachable(
            f"{host} cannot be reached ({text or 'it does not answer'}).",
            hint="Check the address, and whether this machine is online.",
        )
    return ConnectionLost(f"The connection to {host} broke ({text}).", hint="Try again later.")
