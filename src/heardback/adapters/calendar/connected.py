"""A connected calendar as a source of the import: a file, an address, or a CalDAV collection."""

from collections.abc import Callable, Collection, Iterator
from hashlib import blake2b
from pathlib import Path

from heardback.adapters.calendar.caldav import CalDav, Changes
from heardback.adapters.web import client, refuse_clear, unreachable
from heardback.errors import LoginRefused, ServerRefused, Unreachable
from heardback.model.account import CalendarLink
from heardback.ports import WINDOW, Fault, Mark, RawMail

SCHEME = "calendar:"
LIMIT = 8_000_000


class ConnectedCalendar:
    """`ports.Source`: what changed since the mark is fetched once, when it is first asked for."""

    moves = True

    def __init__(self, id: str, changes: Callable[[str], Changes]) -> None:
        self.name = f"{SCHEME}{id}"
        self._ask = changes
        self._changes: Changes | None = None

    def unchanged(self, mark: Mark) -> bool:
        """Return whether nothing came or changed since the mark."""
        found = self._since(mark)
        return not found.events and not found.removed and bool(mark.print)

    def mails(
        self,
        *,
        mark: Mark | None,
        known: Callable[[], Collection[str]],  # noqa: ARG002 - the token tells
    ) -> Iterator[RawMail | Fault]:
        """Yield the entries that are new or changed, each as a calendar."""
        for address, raw in sorted(self._since(mark).events.items()):
            yield RawMail(
                kind="calendar",
                origin=self.name,
                place=_place(address),
                head=raw[:WINDOW],
                whole=len(raw) <= WINDOW,
                more=lambda raw=raw: raw,  # type: ignore[misc]
            )

    def skipped(self) -> int:
        """Return 0: entries are not counted as mails."""
        return 0

    def again(self, places: Collection[str]) -> Iterator[tuple[str, bytes | Fault]]:
        """Yield the entries at these places; those that did not change are asked for once more."""
        here = {_place(a): raw for a, raw in (self._changes or Changes()).events.items()}
        if not set(places) <= set(here):
            here = {_place(a): raw for a, raw in self._ask("").events.items()} | here
        for place in places:
            if place in here:
                yield place, here[place]

    def so_far(self, count: int) -> Mark | None:  # noqa: ARG002 - it is marked at its end
        """Return None: it is only marked at its end."""
        return None

    def mark(self, count: int) -> Mark | None:
        """Return the mark with the token to ask with next time."""
        return Mark(print=self._changes.token, count=count) if self._changes else None

    def _since(self, mark: Mark | None) -> Changes:
        if self._changes is None:
            self._changes = self._ask(mark.print if mark is not None else "")
        return self._changes


def changes_of(link: CalendarLink, secret: str) -> Callable[[str], Changes]:
    """Return what asks a calendar for its changes since a token."""
    if link.kind == "caldav":
        server = CalDav(link.where, user=link.user, password=secret, certificate=link.certificate)
        return server.changes
    return lambda token: _whole(link.where, calendar_text(link, secret), token)


def calendar_text(link: CalendarLink, secret: str) -> bytes:
    """Return a calendar file's text, from the disk or an address. Raise ServerProblem's kin."""
    if link.kind == "file":
        try:
            return Path(link.where).read_bytes()[:LIMIT]
        except OSError as fault:
            raise Unreachable(
                f"The calendar {link.where} cannot be read: {fault.strerror}.",
                hint="Is it still there? heardback accounts remove … forgets it.",
            ) from fault
    auth = (link.user, secret) if link.user else None
    return fetch_calendar(link.where, auth=auth, certificate=link.certificate)


def fetch_calendar(
    address: str, *, auth: tuple[str, str] | None = None, certificate: str | None = None
) -> bytes:
    """Return the calendar at an address. Raise Unreachable, LoginRefused, ServerRefused."""
    import httpx

    refuse_clear(address)
    try:
        with client(certificate=certificate, auth=auth) as web:
            answer = web.get(address)
            refuse_clear(str(answer.url))
    except httpx.HTTPError as fault:
        raise unreachable(fault, address) from fault
    if answer.status_code in (401, 403):
        raise LoginRefused("The calendar's address does not accept the name or the password.")
    text = answer.content
    if answer.status_code != 200 or b"BEGIN:VCALENDAR" not in text[:8192].upper():
        raise ServerRefused(
            f"There is no calendar at this address (it answers {answer.status_code}).",
            hint="Copy the private address in iCal format from your calendar's settings.",
        )
    if len(text) > LIMIT:
        raise ServerRefused("The calendar is larger than 8 MB.")
    return text


def _whole(where: str, text: bytes, token: str) -> Changes:
    fresh = blake2b(text, digest_size=16).hexdigest()
    return Changes(events={} if fresh == token else {where: text}, token=fresh)


def _place(address: str) -> str:
    return blake2b(address.encode(), digest_size=8).hexdigest()
