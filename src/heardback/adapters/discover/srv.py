"""Servers from the DNS, as RFC 6186 and RFC 8314 lay down: SRV records of the address's domain.

A question is one small datagram, so that no library is needed for it; what comes back is checked
for its number and its question, and bounded. DNS proves nothing by itself: a host outside the
domain is only a suggestion, which the person has to confirm.
"""

import random
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from heardback.adapters.discover.found import Found
from heardback.model.account import Security, Server

TIMEOUT = 2.0
_SRV = 33
_IMAP: tuple[tuple[str, Security], ...] = (("_imaps._tcp", "tls"), ("_imap._tcp", "starttls"))
_SMTP: tuple[tuple[str, Security], ...] = (
    ("_submissions._tcp", "tls"),
    ("_submission._tcp", "starttls"),
)


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """One SRV record (RFC 2782)."""

    priority: int
    weight: int
    port: int
    host: str


def served(domain: str, *, resolvers: Sequence[tuple[str, int]] | None = None) -> Found | None:
    """Return the servers that the DNS names for a domain; None without an answer in time."""
    asked = system_resolvers() if resolvers is None else resolvers
    imap = _first(domain, _IMAP, asked)
    if imap is None:
        return None
    outside = "" if _is_inside(imap.host, domain) else f"{imap.host} is outside {domain}."
    return Found(imap=imap, smtp=_first(domain, _SMTP, asked), by="the DNS (SRV)", advice=outside)


def system_resolvers(path: Path = Path("/etc/resolv.conf")) -> list[tuple[str, int]]:
    """Return the name servers this machine asks; none where that cannot be told."""
    try:
        lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
    words = [line.split() for line in lines]
    return [(w[1], 53) for w in words if len(w) > 1 and w[0] == "nameserver"][:2]


def _first(
    domain: str, kinds: Sequence[tuple[str, Security]], resolvers: Sequence[tuple[str, int]]
) -> Server | None:
    for service, security in kinds:
        for record in sorted(ask_srv(f"{service}.{domain}", resolvers=resolvers)):
            if record.host:  # "." says that the service is not offered (RFC 2782)
                return Server(host=record.host, port=record.port, security=security)
    return None


def _is_inside(host: str, domain: str) -> bool:
    return f".{host}".endswith(f".{domain.casefold()}")


def ask_srv(
    name: str, *, resolvers: Sequence[tuple[str, int]], timeout: float = TIMEOUT
) -> list[Record]:
    """Return the SRV records of a name; none where nobody answers in time or all is amiss."""
    try:
        labels = [label.encode("idna") for label in name.split(".")]
    except UnicodeError:
        return []
    number = random.SystemRandom().randrange(1 << 16)
    question = b"".join(bytes([len(each)]) + each for each in labels) + b"\0"
    question += struct.pack(">HH", _SRV, 1)
    asked = struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 0) + question
    for host, port in resolvers:
        kind = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            with socket.socket(kind, socket.SOCK_DGRAM) as line:
                line.settimeout(timeout)
                line.connect((host, port))
                line.send(asked)
                answer = line.recv(4096)
        except OSError:
            continue
        found = _records(answer, number, question)
        if found is not None:
            return found
    return []


def _records(answer: bytes, number: int, question: bytes) -> list[Record] | None:
    """Return the records of an answer; None if it is no answer to our question."""
    try:
        head = struct.unpack(">HHHHHH", answer[:12])
        if head[0] != number or not head[1] & 0x8000 or not answer[12:].startswith(question):
            return None
        at, found = 12 + len(question), []
        for _ in range(min(head[3], 50)):
            _name, at = _read_name(answer, at)
            kind, _class, _ttl, length = struct.unpack(">HHIH", answer[at : at + 10])
            at += 10
            if kind == _SRV:
                priority, weight, port = struct.unpack(">HHH", answer[at : at + 6])
                host, _end = _read_name(answer, at + 6)
                found.append(Record(priority, -weight, port, host.casefold()))
            at += length
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return None
    return found


def _read_name(answer: bytes, at: int) -> tuple[str, int]:
    """Return a name and where it ends; a name may point to another place (RFC 1035, 4.1.4)."""
    labels: list[str] = []
    end = -1
    for _ in range(128):
        length = answer[at]
        if length == 0:
            return ".".join(labels), at + 1 if end < 0 else end
        if length >= 0xC0:
            end = at + 2 if end < 0 else end
            at = (length & 0x3F) << 8 | answer[at + 1]
            continue
        labels.append(answer[at + 1 : at + 1 + length].decode("ascii"))
        at += 1 + length
    raise ValueError("a name that does not end")
