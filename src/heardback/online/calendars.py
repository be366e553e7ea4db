"""Connected calendars: connecting them, reading them, and when they keep the candidate busy."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.adapters.calendar.caldav import CalDav, Collection
from heardback.adapters.calendar.connected import (
    ConnectedCalendar,
    calendar_text,
    changes_of,
    fetch_calendar,
)
from heardback.adapters.calendar.ics import read_ics
from heardback.config import Settings
from heardback.errors import (
    HeardBackError,
    LoginRefused,
    SecretMissing,
    ServerRefused,
    UsageError,
)
from heardback.model.account import CalendarLink, secret_name
from heardback.online.asking import Asking
from heardback.ports import Ports
from heardback.service.busy import AHEAD, busy_spans
from heardback.service.sync import CalendarBox
from heardback.service.tracked import own_addresses, zone_name

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWish:
    """What was asked for: where the calendar is, and how to log in there."""

    where: str
    id: str | None = None
    user: str | None = None
    password_env: str | None = None
    password: str | None = None
    keep: str | None = None
    certificate: str | None = None
    calendars: tuple[str, ...] = ()


def calendar_secret(link: CalendarLink, places: "SecretPlaces") -> str:
    """Return the password of a calendar, empty where it needs none. Raise SecretMissing."""
    if link.secret is None:
        return ""
    found = places.at(link.secret).get(secret_name(link.id, "calendar"))
    if not found:
        raise SecretMissing(
            f"The password of {link.id} is not in its place ({link.secret}).",
            hint="Connect it anew: heardback connect calendar …",
        )
    return found


def calendar_box(link: CalendarLink, places: "SecretPlaces") -> CalendarBox:
    """Return a calendar as a sync reads it."""
    return CalendarBox(
        id=link.id,
        where=link.where.partition("?")[0],
        open=lambda: [ConnectedCalendar(link.id, changes_of(link, calendar_secret(link, places)))],
    )


def keep_busy(opened: Ports, link: CalendarLink, places: "SecretPlaces") -> None:
    """Keep when a calendar keeps the candidate busy; one that cannot say leaves it as it was."""
    now = opened.clock.now()
    secret = calendar_secret(link, places)
    try:
        if link.kind == "caldav":
            server = CalDav(
                link.where, user=link.user, password=secret, certificate=link.certificate
            )
            texts = server.between(now, now + AHEAD)
        else:
            texts = [calendar_text(link, secret)]
        meetings = [
            each for text in texts for each in read_ics(text, name=link.id, zone=zone_name(opened))
        ]
    except HeardBackError:
        return
    spans = busy_spans(meetings, now=now, me=own_addresses(opened))
    opened.store.accounts.set_busy(link.id, spans)


def connect_calendar(chosen: Settings, wish: CalendarWish, *, asking: Asking) -> list[CalendarLink]:
    """Connect a calendar file, address, or the calendars of a CalDAV server; return them.

    Raise UsageError for what is missing, ServerProblem for what the server says. Nothing is kept
    then.
    """
    where = wish.where
    if where.startswith("webcal://"):
        where = "https://" + where.removeprefix("webcal://")
    places = bootstrap.secrets(chosen, ask_passphrase=asking.secret)
    with bootstrap.ports(chosen) as opened:
        known = opened.store.accounts
        taken = [each.id for each in (*known.mail(),)] + [each.id for each in known.calendars()]
        secret = _secret(wish, places, asking)
        place = _place(wish, places) if secret else None
        links = []
        for kind, address, name in _found(where, wish, secret, asking):
            before = next((each for each in known.calendars() if each.where == address), None)
            id = before.id if before else _new_id(wish.id or name, taken)
            taken.append(id)
            link = CalendarLink(
                id=id,
                kind=kind,  # type: ignore[arg-type]  # one of three words of _found
                where=address,
                user=wish.user or "",
                secret=place,
                certificate=wish.certificate,
            )
            if secret and wish.password_env is None and place is not None:
                places.at(place).put(secret_name(id, "calendar"), secret)
            known.keep(link)
            links.append(link)
    return links


def _found(
    where: str, wish: CalendarWish, secret: str, asking: Asking
) -> list[tuple[str, str, str]]:
    """Return kind, address and name of each calendar that is at a place."""
    if "://" not in where:
        path = Path(where).expanduser().absolute()
        if not path.is_file():
            raise UsageError(f"There is no calendar file {where}.", hint="Check the path.")
        read_ics(path.read_bytes(), name=where)
        return [("file", str(path), path.stem)]
    auth = (wish.user, secret) if wish.user and secret else None
    try:
        fetch_calendar(where, auth=auth, certificate=wish.certificate)
    except (ServerRefused, LoginRefused):
        return _of_server(where, wish, secret, asking)
    return [("ics", where, where.partition("?")[0].rstrip("/").rpartition("/")[2] or "calendar")]


def _of_server(
    where: str, wish: CalendarWish, secret: str, asking: Asking
) -> list[tuple[str, str, str]]:
    server = CalDav(where, user=wish.user or "", password=secret, certificate=wish.certificate)
    there = server.calendars()
    if not there:
        raise ServerRefused(f"There is no calendar at {where}.", hint="Check the address.")
    return [("caldav", each.address, each.name) for each in _wanted(there, wish, asking)]


def _wanted(
    there: Sequence[Collection], wish: CalendarWish, asking: Asking
) -> Sequence[Collection]:
    if wish.calendars:
        found = [each for each in there if each.name in wish.calendars]
        missing = set(wish.calendars) - {each.name for each in found}
        if missing:
            raise UsageError(
                f"There is no calendar {min(missing)!r} on this server.",
                hint=f"It has: {', '.join(each.name for each in there)}.",
            )
        return found
    if len(there) > 1:
        name = asking.choose("Which calendar? (none: all)", [each.name for each in there])
        return [each for each in there if name in (None, each.name)]
    return there


def _secret(wish: CalendarWish, places: "SecretPlaces", asking: Asking) -> str:
    if not wish.user:
        return ""
    if wish.password_env:
        found = places.at(f"environment:{wish.password_env}").get("")
        if not found:
            raise SecretMissing(f"The variable {wish.password_env} is not set.")
        return found
    typed = wish.password or asking.secret(f"Password (or app password) of {wish.user}")
    if not typed:
        raise SecretMissing(
            "A password is needed, and nobody is there to be asked.",
            hint="Give --password-env NAME or --password-stdin.",
        )
    return typed


def _place(wish: CalendarWish, places: "SecretPlaces") -> str:
    return f"environment:{wish.password_env}" if wish.password_env else wish.keep or places.usual()


def _new_id(wanted: str, taken: Sequence[str]) -> str:
    base = "".join(c if c.isalnum() else "-" for c in wanted.casefold()).strip("-") or "calendar"
    base = base.removesuffix("-ics")
    tries = (base, *(f"{base}-{number}" for number in range(2, 999)))
    return next(each for each in tries if each not in taken)
