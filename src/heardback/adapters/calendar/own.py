"""A calendar of our own on a CalDAV server: follow-ups written, changed, and taken out when void.

Only this one collection is ever written to (RFC 4791, 5.3), and in it only entries of ours: what
the candidate adds to it stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin, urlsplit

from icalendar import Calendar

from heardback.adapters.calendar.caldav import CalDav
from heardback.adapters.calendar.feed import write_entry
from heardback.adapters.web import client, refuse_clear, unreachable
from heardback.errors import LoginRefused, ServerRefused
from heardback.model.calendar import OURS, CalendarEntry

MAKE = (
    '<?xml version="1.0" encoding="utf-8"?><c:mkcalendar xmlns:d="DAV:" '
    'xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
    "<d:displayname>HeardBack</d:displayname></d:prop></d:set></c:mkcalendar>"
)
SAYS = ("UID", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "TRIGGER")


@dataclass(frozen=True, slots=True)
class Written:
    """How many entries were put there or changed, taken out, and left as they were."""

    put: int = 0
    removed: int = 0
    same: int = 0


def own_address(beside: str) -> str:
    """Given a calendar's address, return where ours is: beside it, by a name of its own."""
    return urljoin(beside.rstrip("/") + "/", "../heardback-follow-ups/")


class OwnCalendar:
    """Our collection. Raise Unreachable, LoginRefused, ServerRefused, ConnectionLost."""

    def __init__(
        self, address: str, *, user: str = "", password: str = "", certificate: str | None = None
    ) -> None:
        refuse_clear(address)
        self.address = address
        self._auth = (user, password) if user else None
        self._certificate = certificate
        self._server = CalDav(address, user=user, password=password, certificate=certificate)

    def make(self) -> None:
        """Make the collection where it is missing."""
        status = self._ask("MKCALENDAR", self.address, MAKE.encode(), "application/xml")
        if status != 201 and not self._is_there():
            raise self._refused(status)

    def _is_there(self) -> bool:
        """Return whether the collection is there: servers say so by 403, 405 or 409."""
        try:
            found = self._server.calendars()
        except ServerRefused:
            return False
        return any(each.address.rstrip("/") == self.address.rstrip("/") for each in found)

    def write(self, entries: Iterable[CalendarEntry], *, at: datetime) -> Written:
        """Let the collection hold these entries of ours and no others of ours."""
        there = self._server.changes("").events
        wanted = {self._place(each.uid): write_entry(each, at=at) for each in entries}
        put = same = removed = 0
        for place, text in wanted.items():
            if _essence(there.get(place, b"")) == _essence(text):
                same += 1
                continue
            status = self._ask("PUT", place, text, "text/calendar; charset=utf-8")
            if status not in (200, 201, 204):
                raise self._refused(status)
            put += 1
        for place, text in there.items():
            if place not in wanted and _is_ours(text):
                status = self._ask("DELETE", place, b"", "")
                if status not in (200, 204, 404):
                    raise self._refused(status)
                removed += 1
        return Written(put, removed, same)

    def _place(self, uid: str) -> str:
        return f"{self.address}{sha256(uid.encode()).hexdigest()[:32]}.ics"

    def _ask(self, method: str, address: str, body: bytes, kind: str) -> int:
        import httpx

        headers = {"Content-Type": kind} if kind else {}
        try:
            with client(certificate=self._certificate, auth=self._auth) as web:
                answer = web.request(method, address, content=body, headers=headers)
        except httpx.HTTPError as fault:
            raise unreachable(fault, address) from fault
        if answer.status_code in (401, 403):
            raise LoginRefused(
                f"{urlsplit(address).hostname} lets nothing be written there.",
                hint="Check name, password and rights of the calendar's account.",
            )
        return int(answer.status_code)

    def _refused(self, status: int) -> ServerRefused:
        return ServerRefused(
            f"{urlsplit(self.address).hostname} does not take our calendar (it answers {status}).",
            hint="Subscribe to a file instead: heardback calendar --out FILE",
        )


def _essence(text: bytes) -> list[tuple[str, ...]]:
    """Return what entries say, without what changes at every writing or by a server's hand."""
    return [
        tuple(_value(part.get(name)) for part in (event, *event.walk("VALARM")) for name in SAYS)
        for event in _events(text)
    ]


def _value(value: Any) -> str:
    return str(getattr(value, "dt", value)) if value is not None else ""


def _is_ours(text: bytes) -> bool:
    events = _events(text)
    return bool(events) and all(str(each.get("UID")).endswith(OURS) for each in events)


def _events(text: bytes) -> list[Any]:
    try:
        return list(Calendar.from_ical(text).walk("VEVENT"))
    except ValueError:
        return []
