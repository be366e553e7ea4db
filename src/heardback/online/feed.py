"""The calendar of follow-ups on a CalDAV server: begun, kept current, ended."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from heardback.adapters.calendar.own import OwnCalendar, Written, own_address
from heardback.errors import HeardBackError, UsageError
from heardback.model.account import CalendarLink
from heardback.model.journal import Entry
from heardback.online.calendars import calendar_secret
from heardback.ports import Ports
from heardback.service.calendar_feed import calendar_entries

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces


def begin_calendar(opened: Ports, places: "SecretPlaces", id: str) -> Written:
    """Make our own calendar beside a connected one and fill it. Raise UsageError, ServerProblem."""
    link = _link(opened, id)
    address = link.own or own_address(link.where)
    own = _own(link, address, places)
    own.make()
    opened.store.accounts.keep(replace(link, own=address))
    return _write(opened, link, own)


def keep_calendars(opened: Ports, places: "SecretPlaces") -> list[Written]:
    """Bring all our own calendars up to date; one that cannot be reached is left for later."""
    done = []
    for link in opened.store.accounts.calendars():
        if link.own is not None:
            with suppress(HeardBackError):
                done.append(_write(opened, link, _own(link, link.own, places)))
    return done


def end_calendar(opened: Ports, places: "SecretPlaces", id: str) -> Written:
    """Take all entries of ours out again and write there no more."""
    link = _link(opened, id)
    if link.own is None:
        raise UsageError(f"There is no calendar of ours beside {id}.")
    done = _own(link, link.own, places).write([], at=opened.clock.now())
    opened.store.accounts.keep(replace(link, own=None))
    return done


def _write(opened: Ports, link: CalendarLink, own: OwnCalendar) -> Written:
    now = opened.clock.now()
    done = own.write(calendar_entries(opened), at=now)
    if done.put or done.removed:
        body: dict[str, object] = {"calendar": link.id, "put": done.put, "removed": done.removed}
        id = f"calendar:{link.id}:{now.isoformat()}"
        opened.store.journal.note(Entry(id=id, at=now, kind="calendar", body=body))
    return done


def _link(opened: Ports, id: str) -> CalendarLink:
    links = opened.store.accounts.calendars()
    found = next((each for each in links if each.id == id and each.kind == "caldav"), None)
    if found is None:
        known = ", ".join(each.id for each in links if each.kind == "caldav") or "none"
        raise UsageError(
            f"There is no CalDAV calendar {id!r}.",
            hint=f"Connected are: {known}. heardback connect calendar ADDRESS --user NAME",
        )
    return found


def _own(link: CalendarLink, address: str, places: "SecretPlaces") -> OwnCalendar:
    return OwnCalendar(
        address,
        user=link.user,
        password=calendar_secret(link, places),
        certificate=link.certificate,
    )
