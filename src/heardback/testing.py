"""Fakes of the ports, for our tests and for whoever builds on HeardBack."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime

from heardback.model.account import Account, CalendarLink
from heardback.model.delivery import Step
from heardback.model.journal import Entry, ReminderWish
from heardback.model.sayings import Deed, Said
from heardback.model.understanding import Understanding
from heardback.ports import Agenda, Mark, Received, Seen, Verdict


@dataclass
class FakeClock:
    """A clock that stands until it is set."""

    at: datetime

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.at


@dataclass
class _Kept:
    """Everything a MemoryStore holds, so that a transaction can be taken back."""

    received: dict[str, Received] = field(default_factory=dict)
    sayings: dict[str, Said] = field(default_factory=dict)
    deeds: dict[str, Deed] = field(default_factory=dict)
    observations: dict[str, tuple[str, Understanding]] = field(default_factory=dict)
    agenda: Agenda | None = None
    marks: dict[str, Mark] = field(default_factory=dict)
    seen: dict[bytes, Seen] = field(default_factory=dict)
    own_addresses: frozenset[str] = frozenset()
    opportunities: int = 0
    links: dict[str, Account | CalendarLink] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    wish: ReminderWish = field(default_factory=ReminderWish)
    busy: dict[str, list[tuple[datetime, datetime]]] = field(default_factory=dict)


class MemoryStore:
    """`ports.Store` in memory."""

    def __init__(self) -> None:
        self._kept = _Kept()
        self._in_transaction = False

    @property
    def ledger(self) -> "MemoryLedger":
        """Return the memory of what has been imported."""
        return MemoryLedger(self._kept)

    @property
    def accounts(self) -> "MemoryAccounts":
        """Return the connected mailboxes and calendars."""
        return MemoryAccounts(self._kept)

    @property
    def outbox(self) -> "MemoryOutbox":
        """Return the letters on their way out."""
        return MemoryOutbox(self._kept)

    @property
    def journal(self) -> "MemoryJournal":
        """Return what was read and what was reminded of."""
        return MemoryJournal(self._kept)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Return a context in which no other HeardBack may write: nobody else is here."""
        yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes inside together or not at all."""
        if self._in_transaction:
            yield
            return
        before = deepcopy(vars(self._kept))
        self._in_transaction = True
        try:
            yield
        except BaseException:
            vars(self._kept).update(before)
            raise
        finally:
            self._in_transaction = False

    def receive(self, arrived: Sequence[Received]) -> int:
        """Keep what is new of these; return how many were."""
        new = {each.key: each for each in arrived if each.key not in self._kept.received}
        self._kept.received.update(new)
        if new:
            self._kept.agenda = None
        return len(new)

    def received(self) -> Iterator[Received]:
        """Yield everything kept, in order of arrival."""
        yield from list(self._kept.received.values())

    def say(self, said: Said) -> None:
        """Keep a saying (append-only); one whose id is known is not said again."""
        if said.id not in self._kept.sayings:
            self._kept.sayings[said.id] = said
            self._kept.agenda = None

    def sayings(self) -> list[Said]:
        """Return all sayings in the order they were said, undone ones and `Undone` included."""
        return list(self._kept.sayings.values())

    def do(self, deed: Deed) -> bool:
        """Keep a deed; return False if its id is known already (nothing is done twice)."""
        if deed.id in self._kept.deeds:
            return False
        self._kept.deeds[deed.id] = deed
        self._kept.agenda = None
        return True

    def deeds(self) -> list[Deed]:
        """Return all deeds in the order they were done."""
        return list(self._kept.deeds.values())

    def observe(self, readings: Mapping[str, Understanding], *, reader: str) -> None:
        """Keep derived readings by `Received.key`, replacing older ones."""
        for key, reading in readings.items():
            self._kept.observations[key] = (reader, reading)

    def observations(self, *, reader: str) -> dict[str, Understanding]:
        """Return the readings made by this reader version, by `Received.key`."""
        kept = self._kept.observations
        return {key: reading for key, (made_by, reading) in kept.items() if made_by == reader}

    def keep_agenda(self, agenda: Agenda) -> None:
        """Keep the agenda ready (derived)."""
        self._kept.agenda = agenda

    def agenda(self) -> Agenda | None:
        """Return the kept agenda, or None."""
        return self._kept.agenda

    def forget_derived(self) -> None:
        """Drop observations and agenda; truths stay."""
        self._kept.observations.clear()
        self._kept.agenda = None

    def close(self) -> None:
        """Release nothing."""


class MemoryLedger:
    """`ports.Ledger` in memory."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept

    def salt(self) -> bytes:
        """Return a secret that everybody knows."""
        return b"heardback-memory"

    def marks(self) -> dict[str, Mark]:
        """Return how far each source was imported."""
        return dict(self._kept.marks)

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Keep how far each source was imported."""
        self._kept.marks.update(marks)

    def verdicts(self) -> dict[bytes, Verdict]:
        """Return every token seen with its verdict."""
        return {token: line.verdict for token, line in self._kept.seen.items()}

    def places(self, source: str) -> set[str]:
        """Return the places of a source whose mails have been judged."""
        return {
            line.place
            for line in self._kept.seen.values()
            if line.source == source and line.verdict != "waiting"
        }

    def note(self, seen: Iterable[Seen]) -> None:
        """Add lines; a line whose token is there and still waiting only moves to the new place."""
        for line in seen:
            old = self._kept.seen.get(line.token)
            if old is None:
                number = len(self._kept.seen) + 1
                self._kept.seen[line.token] = replace(line, number=number)
            elif old.verdict == "waiting":
                moved = replace(old, source=line.source, place=line.place)
                self._kept.seen[line.token] = moved

    def move(self, seen: Iterable[Seen]) -> None:
        """Let mails that are known by their tokens be found at these places from now on."""
        for line in seen:
            old = self._kept.seen.get(line.token)
            if old is not None:
                moved = replace(old, source=line.source, place=line.place)
                self._kept.seen[line.token] = moved

    def lines(self) -> Iterator[Seen]:
        """Yield all lines in order of arrival."""
        yield from [replace(line) for line in self._kept.seen.values()]

    def waiting(self) -> list[Seen]:
        """Return the lines still to be understood, in order of arrival."""
        return [replace(line) for line in self._kept.seen.values() if line.verdict == "waiting"]

    def judge(self, verdicts: Mapping[int, Verdict]) -> None:
        """Change the verdicts of these lines."""
        for token, line in self._kept.seen.items():
            if line.number in verdicts:
                self._kept.seen[token] = replace(line, verdict=verdicts[line.number])

    def own_addresses(self) -> frozenset[str]:
        """Return the addresses found to be the candidate's own, where none were given."""
        return self._kept.own_addresses

    def set_own_addresses(self, addresses: frozenset[str]) -> None:
        """Keep the addresses found to be the candidate's own."""
        self._kept.own_addresses = addresses

    def set_opportunities(self, count: int) -> None:
        """Keep how many opportunities there were after the last import."""
        self._kept.opportunities = count


class MemoryOutbox:
    """`ports.Outbox` in memory."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept

    def take(self, step: Step) -> bool:
        """Add a step; return False if another run has taken that number for the letter."""
        if step.id in self._kept.steps:
            return False
        self._kept.steps[step.id] = step
        self._kept.agenda = None
        return True

    def steps(self) -> list[Step]:
        """Return all steps in the order they were taken."""
        return list(self._kept.steps.values())


class MemoryJournal:
    """`ports.Journal` in memory."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept

    def note(self, entry: Entry) -> bool:
        """Add an entry; return False if its id is known: then it was done already."""
        if entry.id in self._kept.entries:
            return False
        self._kept.entries[entry.id] = entry
        return True

    def entries(self) -> list[Entry]:
        """Return all entries in the order they were added."""
        return list(self._kept.entries.values())

    def wish(self) -> ReminderWish:
        """Return how the candidate wants to be reminded."""
        return self._kept.wish

    def set_wish(self, wish: ReminderWish) -> None:
        """Keep how the candidate wants to be reminded."""
        self._kept.wish = wish


class MemoryAccounts:
    """`ports.Accounts` in memory."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept

    def mail(self) -> list[Account]:
        """Return the mailboxes in the order they were connected."""
        return [each for each in self._kept.links.values() if isinstance(each, Account)]

    def calendars(self) -> list[CalendarLink]:
        """Return the calendars in the order they were connected."""
        return [each for each in self._kept.links.values() if isinstance(each, CalendarLink)]

    def keep(self, link: Account | CalendarLink) -> None:
        """Keep a mailbox or calendar, in the place of the one with its id."""
        self._kept.links[link.id] = link

    def remove(self, id: str) -> bool:
        """Forget a mailbox or calendar; return False if there is none of that id."""
        self._kept.busy.pop(id, None)
        return self._kept.links.pop(id, None) is not None

    def set_busy(self, id: str, spans: Sequence[tuple[datetime, datetime]]) -> None:
        """Keep when the candidate is busy by a calendar, in place of what was known."""
        self._kept.busy[id] = list(spans)

    def busy(self) -> list[tuple[datetime, datetime]]:
        """Return when the candidate is busy by all calendars, in order."""
        return sorted(span for spans in self._kept.busy.values() for span in spans)


class MemorySecrets:
    """`ports.Secrets` in memory."""

    def __init__(self, secrets: Mapping[str, str] | None = None) -> None:
        self.kept = dict(secrets or {})

    def get(self, name: str) -> str | None:
        """Return the secret of that name, None if there is none."""
        return self.kept.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keep a secret."""
        self.kept[name] = secret

    def forget(self, name: str) -> None:
        """Drop a secret."""
        self.kept.pop(name, None)
