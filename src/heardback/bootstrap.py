"""Settings to ports: the only place that knows every adapter."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heardback.adapters.clock import SystemClock, clock_in, seconds
from heardback.config import Settings, load_settings
from heardback.model.calendar import CalendarEntry
from heardback.ports import Clock, Grammar, Ports, Writer

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces
    from heardback.service.import_parts import ImportReport, Progress, Reading
    from heardback.service.letter_head import Head


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


def make_sample(
    place: Path, *, nominal: bool = False, progress: "Callable[[Progress], None] | None" = None
) -> dict[str, Any]:
    """Put the made-up search into an empty folder, alive today; return the import's answer.

    With `nominal` it keeps its own dates. The folder's clock is set to the sample's hour.
    """
    import tempfile

    from heardback.adapters.clock import set_back
    from heardback.sample import build_sample, shift_for
    from heardback.service.made_up import tell_sample
    from heardback.timeframe.business import zone

    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    today = clock_in(place).now().date()
    with tempfile.TemporaryDirectory(prefix="heardback-demo-") as scratch:
        sample = build_sample(Path(scratch), shift_days=0 if nominal else shift_for(today))
        now = datetime.fromisoformat(sample.today)
        set_back(place, now.replace(tzinfo=zone(sample.candidate.timezone)))
        chosen = settings(str(place))
        with ports(chosen) as opened:
            tell_sample(opened, sample.candidate, {}, ())
        paths = [str(p) for p in (sample.inbox, sample.sent, sample.calendar)]
        report = import_mail(paths, me=(), data=str(place), progress=progress)
        with ports(chosen) as opened:
            tell_sample(opened, sample.candidate, sample.facts, sample.notes)
    return report


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


def letter_of_mail(raw: str, head: "Head") -> "tuple[str, Head]":
    """Given a mail in full with its head, return the text in it and what it says of itself."""
    from heardback.adapters.mail.mime import read_mime
    from heardback.service.letter_head import within

    message = read_mime(raw.encode("utf-8", "surrogateescape"))
    return within(head, message)


def writer(chosen: Settings) -> Writer:
    """Return the language model that is configured; raise ModelError where none is."""
    from heardback.adapters.writer.choose import choose_writer

    return choose_writer(chosen, os.environ)


@cache
def grammar() -> Grammar:
    """Return the checker of spelling and grammar, one for the process, loaded at first use."""
    from heardback.adapters.grammar.harper import Harper
    from heardback.languages.en.grammar import grammar_words

    return Harper(leave_out=grammar_words().leave_out)


def resume_text(path: str) -> str:
    """Given a résumé file, return its text, read within bounds; raise InputError."""
    from heardback.adapters.resume.read import read_resume

    return read_resume(path)


def calendar_feed(entries: Sequence[CalendarEntry], *, at: datetime) -> bytes:
    """Given calendar entries, return them as an ICS file."""
    from heardback.adapters.calendar.feed import write_feed

    return write_feed(entries, at=at)
