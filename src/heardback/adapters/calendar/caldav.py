"""The few calls of CalDAV that reading needs (RFC 4791, RFC 6578, RFC 6764), over httpx.

Nothing is written here. What changed is asked by sync-token where the server has it; without, the
entity tags of all entries are compared.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from heardback.adapters.web import client, refuse_clear, unreachable
from heardback.errors import LoginRefused, ServerRefused

LIMIT = 64 << 20
MANY = 100
_D, _C = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_SPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'


@dataclass(frozen=True, slots=True)
class Collection:
    """A calendar of a server: its address and the name people gave it."""

    address: str
    name: str


@dataclass(slots=True)
class Changes:
    """What came or changed since a token, what went, and the token to ask with next time."""

    events: dict[str, bytes] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    token: str = ""


class CalDav:
    """A CalDAV server as one person sees it. Raise Unreachable, LoginRefused, ServerRefused."""

    def __init__(
        self, address: str, *, user: str = "", password: str = "", certificate: str | None = None
    ) -> None:
        refuse_clear(address)
        self.address = address
        self._auth = (user, password) if user else None
        self._certificate = certificate

    def calendars(self) -> list[Collection]:
        """Return the calendars there are: the address itself, or those of its principal."""
        here = self._find(self.address, "<d:resourcetype/><d:displayname/>", depth=0)
        found = [_collection(self.address, each) for each in here if _is_calendar(each)]
        if found:
            return found
        principal = self._href(self.address, "d:current-user-principal") or self.address
        home = self._href(principal, "c:calendar-home-set") or self.address
        rows = self._find(home, "<d:resourcetype/><d:displayname/>", depth=1)
        return [_collection(home, each) for each in rows if _is_calendar(each)]

    def changes(self, token: str) -> Changes:
        """Return what changed since a token (an empty one: everything)."""
        if token.startswith("{"):
            return self._by_tags(json.loads(token))
        body = (
            f"<d:sync-collection {_SPACES}><d:sync-token>{escape(token)}</d:sync-token>"
            "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
        )
        status, root = self._ask("REPORT", self.address, body)
        if root is None and token and status in (403, 409, 412, 507):
            return self.changes("")  # the token is too old (RFC 6578, 3.8)
        if root is None or root.find(f"{_D}sync-token") is None:
            return self._by_tags({})
        found = Changes(token=root.findtext(f"{_D}sync-token") or "")
        wanted = []
        for each in root.iter(f"{_D}response"):
            href = urljoin(self.address, each.findtext(f"{_D}href") or "")
            if " 404 " in f" {each.findtext(f'{_D}status') or ''} ":
                found.removed.add(href)
            elif href.rstrip("/") != self.address.rstrip("/"):
                wanted.append(href)
        found.events = self._events(wanted)
        return found

    def between(self, start: datetime, end: datetime) -> list[bytes]:
        """Return the entries in a span of time, those of a series one by one."""
        span = f'start="{_stamp(start)}" end="{_stamp(end)}"'
        body = (
            f"<c:calendar-query {_SPACES}><d:prop><c:calendar-data><c:expand {span}/>"
            '</c:calendar-data></d:prop><c:filter><c:comp-filter name="VCALENDAR">'
            f'<c:comp-filter name="VEVENT"><c:time-range {span}/></c:comp-filter>'
            "</c:comp-filter></c:filter></c:calendar-query>"
        )
        _status, root = self._ask("REPORT", self.address, body, depth=1)
        return list(_texts(root, self.address).values()) if root is not None else []

    def _by_tags(self, known: Mapping[str, str]) -> Changes:
        """Return what changed by entity tags, for servers without sync-tokens."""
        now: dict[str, str] = {}
        for each in self._find(self.address, "<d:getetag/><d:resourcetype/>", depth=1):
            href = urljoin(self.address, each.findtext(f"{_D}href") or "")
            tag = next((one.text or "" for one in each.iter(f"{_D}getetag")), "")
            if tag and href.rstrip("/") != self.address.rstrip("/"):
                now[href] = tag
        wanted = [href for href, tag in now.items() if known.get(href) != tag]
        return Changes(
            events=self._events(wanted),
            removed=set(known) - set(now),
            token=json.dumps(now, sort_keys=True),
        )

    def _events(self, addresses: list[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for start in range(0, len(addresses), MANY):
            hrefs = "".join(
                f"<d:href>{escape(urlsplit(each).path)}</d:href>"
                for each in addresses[start : start + MANY]
            )
            body = (
                f"<c:calendar-multiget {_SPACES}><d:prop><c:calendar-data/></d:prop>{hrefs}"
                "</c:calendar-multiget>"
            )
            _status, root = self._ask("REPORT", self.address, body, depth=1)
            found |= _texts(root, self.address) if root is not None else {}
        return found

    def _href(self, address: str, name: str) -> str | None:
        for each in self._find(address, f"<{name}/>", depth=0):
            tag = name.replace("d:", _D).replace("c:", _C)
            for one in each.iter(tag):
                href = one.findtext(f"{_D}href")
                if href:
                    return urljoin(address, href)
        return None

    def _find(self, address: str, properties: str, *, depth: int) -> list[ElementTree.Element]:
        body = f"<d:propfind {_SPACES}><d:prop>{properties}</d:prop></d:propfind>"
        status, root = self._ask("PROPFIND", address, body, depth=depth)
        if root is None:
            raise ServerRefused(
                f"{urlsplit(address).hostname} does not speak CalDAV at this address "
                f"(it answers {status}).",
                hint="Name the calendar's own address, or the address of an .ics file.",
            )
        return list(root.iter(f"{_D}response"))

    def _ask(
        self, method: str, address: str, body: str, *, depth: int = 0
    ) -> tuple[int, ElementTree.Element | None]:
        """Return the status, and the answer where it is one (207). Raise LoginRefused."""
        import httpx

        headers = {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
        text = f'<?xml version="1.0" encoding="utf-8"?>{body}'
        try:
            with client(certificate=self._certificate, auth=self._auth) as web:
                answer = web.request(method, address, content=text.encode(), headers=headers)
        except httpx.HTTPError as fault:
            raise unreachable(fault, address) from fault
        if answer.status_code in (401, 403) and method == "PROPFIND":
            raise LoginRefused(
                f"{urlsplit(address).hostname} does not accept the name or the password.",
                hint="Most providers want an app password for calendars too; see --user.",
            )
        if answer.status_code != 207:
            return answer.status_code, None
        return 207, _parsed(answer.content, address)


def _parsed(page: bytes, address: str) -> ElementTree.Element:
    host = urlsplit(address).hostname
    if len(page) > LIMIT or b"<!DOCTYPE" in page[:4096] or b"<!ENTITY" in page:
        raise ServerRefused(f"The answer of {host} is none that a calendar server gives.")
    try:
        return ElementTree.fromstring(page)  # noqa: S314 - without a DTD there are no entities
    except ElementTree.ParseError as fault:
        raise ServerRefused(f"The answer of {host} cannot be read ({fault}).") from fault


def _is_calendar(each: ElementTree.Element) -> bool:
    return next(each.iter(f"{_C}calendar"), None) is not None


def _collection(base: str, each: ElementTree.Element) -> Collection:
    address = urljoin(base, each.findtext(f"{_D}href") or "")
    name = next((one.text or "" for one in each.iter(f"{_D}displayname")), "")
    return Collection(address, name or urlsplit(address).path.rstrip("/").rpartition("/")[2])


def _texts(root: ElementTree.Element, base: str) -> dict[str, bytes]:
    found = {}
    for each in root.iter(f"{_D}response"):
        text = next((one.text for one in each.iter(f"{_C}calendar-data")), None)
        if text:
            found[urljoin(base, each.findtext(f"{_D}href") or "")] = text.encode()
    return found


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
