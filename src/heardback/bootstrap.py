"""Settings to ports: the only place that knows every adapter."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heardback.adapters.clock import SystemClock, clock_in, seconds
from heardback.config import Settings, load_settings
from heardback.model.calendar import CalendarEntry
from heardback.ports import Clock, Ports

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces
    from heardback.model.calendar import CalendarEntry
    from heardback.service.import_parts import ImportReport, Progress, Reading


@dataclass(frozen=True, slots=True)
class SetClock:
    """A clock that stands at the moment of `--at`."""

    at: datetime

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.at


def settings(data: str | None = None) -> Settings:
    """Given the `--data` folder, return the settings of this machine."""
    return load_settings(os.environ, data=data)


def clock(at: datetime | None = None) -> Clock:
    """Return the machine's clock, or one that stands at `at`."""
    return SystemClock() if at is None else SetClock(at)


@contextmanager
def ports(chosen: Settings, *, create: bool = True) -> Iterator[Ports]:
    """Open the store and hand out the ports; close the store at the end. Raise StoreError."""
    from heardback.adapters.store.sql import open_store

    store = open_store(chosen.store, create=create)
    try:
        yield Ports(store=store, clock=clock_in(chosen.data))
    finally:
        store.close()


def secrets(
    chosen: Settings, *, ask_passphrase: Callable[[str], str | None] = lambda _question: None
) -> "SecretPlaces":
    """Return where the secrets of this store are kept; the passphrase is asked at most once."""
    from heardback.adapters.secrets.places import SecretPlaces

    return SecretPlaces(chosen.data, environment=os.environ, ask_passphrase=ask_passphrase)


def import_mail(
    paths: Sequence[str],
    *,
    me: Sequence[str],
    data: str | None,
    progress: "Callable[[Progress], None] | None" = None,
) -> dict[str, Any]:
    """Import mailboxes and calendars; return the contract's answer, and the addresses found."""
    from heardback.adapters.mail.source import open_sources
    from heardback.adapters.store.quick import kept_marks, kept_opportunities
    from heardback.service.importing import import_paths, nothing_new

    chosen = settings(data)
    sources = open_sources(paths)
    unchanged = nothing_new(sources, marks=kept_marks(chosen.store))
    count = kept_opportunities(chosen.store) if unchanged is not None and not me else None
    if unchanged is not None and count is not None:
        unchanged.opportunities = count
        return unchanged.view()
    with ports(chosen) as opened:
        from heardback.service.after_import import begin, conclude

        own = begin(opened, me)
        report = import_paths(
            opened.store,
            sources=sources,
            reading=reading(),
            me=own,
            progress=progress,
            seconds=seconds,
        )
        report.opportunities = conclude(opened)
        note_import(opened, paths, report)
    return answer(report)


def note_import(opened: Ports, paths: Sequence[str], report: "ImportReport") -> None:
    """Keep that files were read, and when, in counts."""
    from heardback.model.journal import Entry

    now = opened.clock.now()
    view = report.view()
    names = ", ".join(sorted({Path(path).name or path for path in paths}))
    body = {"files": names} | {n: view[n] for n in ("messages", "job_related", "other")}
    id = f"import:{now.isoformat()}"
    opened.store.journal.note(Entry(id=id, at=now, kind="import", body=body))


def answer(report: "ImportReport") -> dict[str, Any]:
    """Return what `heardback import --json` prints."""
    found = sorted(report.own_addresses) if report.own_addresses_found else []
    return report.view() | ({"found_addresses": found} if found else {})


def reading() -> "Reading":
    """Put together what the import needs of gate, parser and reader."""
    from heardback.adapters.calendar.ics import read_ics
    from heardback.adapters.mail.gate import make_gate, person_hash
    from heardback.adapters.mail.mime import read_mime
    from heardback.adapters.mail.source import open_sources
    from heardback.languages.en.gate import ENGLISH_GATE
    from heardback.languages.en.mail import ENGLISH_READING
    from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
    from heardback.languages.en.trust import ENGLISH_TRUST
    from heardback.languages.en.turns import ENGLISH_TURNS
    from heardback.reading.read import READER, read_meeting, read_message
    from heardback.service.import_parts import Reading

    return Reading(
        open_sources=open_sources,
        person_hash=person_hash,
        make_gate=lambda salt: make_gate(ENGLISH_GATE, salt),
        read_mime=read_mime,
        read_ics=lambda raw, name: read_ics(raw, name=name),
        understand=lambda message, me: read_message(
            message,
            me=me,
            words=ENGLISH_READING,
            timeframe_words=ENGLISH_TIMEFRAMES,
            turn_words=ENGLISH_TURNS,
            trust_words=ENGLISH_TRUST,
        ),
        understand_meeting=lambda meeting, me: read_meeting(meeting, me=me, words=ENGLISH_READING),
        reader=READER,
    )


def understand_paths(
    paths: Sequence[str], *, me: Sequence[str], data: str | None
) -> Iterator[Mapping[str, Any]]:
    """Yield what each message under the paths means, in input order, nothing stored."""
    from heardback.adapters.mail.source import open_sources
    from heardback.service.understand import understand_sources

    own = frozenset(address.casefold() for address in me)
    if not own:
        own = profile_addresses(settings(data))
    yield from understand_sources(open_sources(paths), reading=reading(), me=own)


def profile_addresses(chosen: Settings) -> frozenset[str]:
    """Return the candidate's own addresses as the store's profile names them, if there is one."""
    if not chosen.store.exists():
        return frozenset()
    from heardback.service.tracked import own_addresses

    with ports(chosen) as opened:
        return own_addresses(opened)


def doctor(chosen: Settings) -> list[dict[str, str]]:
    """Return what is configured, what is missing, and whether the store is sound."""
    from heardback.service.doctor import check_all

    return check_all(chosen, open_ports=lambda: ports(chosen, create=False))


def calendar_feed(entries: Sequence[CalendarEntry], *, at: datetime) -> bytes:
    """Given calendar entries, return them as an ICS file."""
    from heardback.adapters.calendar.feed import write_feed

    return write_feed(entries, at=at)
