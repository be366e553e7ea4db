"""Which Authentication-Results header can be believed: the topmost, of the server that received.

A sender may write such headers too (RFC 8601, section 5). His stand below those of the receiving
server, and where that server writes none, his bears a name that is not its own.
"""

import re
from collections.abc import Sequence

_BY = re.compile(r"\bby\s+([\w.-]+\.[a-z][\w-]+)\b", re.IGNORECASE)
_INSIDE = (".internal", ".local", ".localdomain", ".lan", ".corp")


def believed(results: Sequence[str], received: Sequence[str]) -> str:
    """Given the values of Authentication-Results and Received from the top, return the one trusted.

    Empty where there is none. Without any Received header there is nothing to compare with.
    """
    if not results:
        return ""
    top = results[0]
    first = top.partition(";")[0].split()
    server = first[0].casefold() if first and "=" not in first[0] else ""
    hosts = _own_hosts(received)
    if not server or not hosts:
        return top
    return top if any(_base(server) == _base(host) for host in hosts) else ""


def _own_hosts(received: Sequence[str]) -> list[str]:
    """Return the names the receiving server gives itself: its last stops inside, and the first."""
    hosts: list[str] = []
    for line in received[:4]:
        named = _BY.search(line)
        if named is None:
            continue
        host = named[1].casefold()
        hosts.append(host)
        if not host.endswith(_INSIDE):
            break
    return hosts


def _base(host: str) -> str:
    labels = host.split(".")
    kept = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return ".".join(labels[-kept:])
