"""What the core needs of the world: the store and the clock, as Protocols."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from heardback.ports_words import Grammar as Grammar
from heardback.ports_words import GrammarNote as GrammarNote
from heardback.ports_words import Prompt as Prompt
from heardback.ports_words import Writer as Writer

if TYPE_CHECKING:  # an import that finds nothing new needs none of the nouns
    from heardback.model.account import Account, CalendarLink
    from heardback.model.message import Meeting, Message
    from heardback.model.sayings import Deed, Said
    from heardback.model.understanding import Understanding
    from heardback.ports_out import Journal, Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A kept message, or a meeting of a calendar file.

    `key` is its Message-ID, `ics:<UID>:<seq>`, or a content hash where it has neither; `origin`
    says where it was found (file and offset).
    """

    key: str
    message: "Message | None" = None
    meeting: "Meeting | None" = None
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda kept ready: true until `good_until` unless a truth is added before."""

    made_at: datetime
    good_until: datetime
    view: dict[str, object]


class Clock(Protocol):
    """Where "now" comes from."""

    def now(self) -> datetime:
        """Return the present moment, aware, in the machine's zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateWords:
    """The words of one language by which the gate lets a mail in (lower case, see the gate).

    `subject` and `senders` count for every mail, `body` and `phrases` (words in a row) where it
    was not sent in bulk; a subject is looked through for all of them. `alerts` are regular
    expressions of subjects that a bulk mail is turned away for. `everyday` are words of phrases
    that any text has: a phrase is looked for where its longest other word is.
    """

    subject: tuple[str, ...]
    body: tuple[str, ...]
    phrases: tuple[str, ...]
    senders: tuple[str, ...]
    alerts: tuple[str, ...]
    everyday: frozenset[str]


WINDOW = 1 << 13
"""So many bytes of each mail are looked at first."""


@dataclass(slots=True, kw_only=True)
class RawMail:
    """A mail or calendar file as found: its first bytes, and a way to more of them.

    `place` finds it again within its source (an offset, or the hash of a file's name); `more`
    returns a longer beginning, for the few mails whose first bytes do not tell enough.
    """

    kind: Literal["mail", "calendar"]
    origin: str
    place: str
    head: bytes
    whole: bool
    more: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that could not be read: which file, where in it, and why."""

    file: str
    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far a source was imported: its print (size, times, a hash of its end) and its count."""

    print: str
    count: int


class Source(Protocol):
    """A mailbox file, a Maildir, a folder of mails here or on a server, an archive, a calendar."""

    @property
    def name(self) -> str:
        """Return what the source is known by: its absolute path, "-", or `imap:ACCOUNT/FOLDER`."""

    @property
    def moves(self) -> bool:
        """Return whether others move and delete mail here at any time, which is no fault."""

    def unchanged(self, mark: Mark) -> bool:
        """Return whether nothing has happened here since the mark, at the cost of a `stat`."""

    def mails(
        self, *, mark: Mark | None, known: Callable[[], Collection[str]]
    ) -> Iterator[RawMail | Fault]:
        """Yield what is here in a fixed order, leaving out what the mark and the places cover."""

    def skipped(self) -> int:
        """Return how many mails the last `mails` left out as known."""

    def again(self, places: Collection[str]) -> Iterator[tuple[str, bytes | Fault]]:
        """Yield the mails at these places in full (or what of a huge one is text)."""

    def so_far(self, count: int) -> Mark | None:
        """Return the mark to keep with a batch, None where a source is only marked at its end."""

    def mark(self, count: int) -> Mark | None:
        """Return the mark to keep now, or None if the source moved while it was read."""


class FolderSource(Source, Protocol):
    """A folder on a server; what it tells of itself after it was read."""

    @property
    def folder(self) -> str:
        """Return its name as people write it."""

    @property
    def removed(self) -> int:
        """Return how many mails have left it since it was read last."""

    @property
    def anew(self) -> bool:
        """Return whether it was read from the start, since the server numbered it anew."""

    @property
    def newest(self) -> str:
        """Return when the newest mail arrived (ISO 8601), empty where it has none."""


class Box(Protocol):
    """A connected mailbox."""

    @property
    def account(self) -> "Account":
        """Return the account."""

    def sources(self) -> "Sequence[FolderSource]":
        """Return the folders that are read. Raise ServerProblem."""

    def close(self) -> None:
        """Log out."""


@dataclass(slots=True)
class Glance:
    """What the gate saw of one mail: hashes of its id, its thread and its people, and a yes or no.

    `to` is the address it was delivered to, which is how own addresses are found.
    """

    token: bytes
    thread: bytes
    people: bytes
    hit: bool
    to: bytes


Verdict = Literal["waiting", "other", "read", "kept", "joined", "unreadable"]
"""Waiting to be understood; let pass by the gate; understood and not kept; kept for its own words;
kept for its thread or its people; unreadable."""


@dataclass(slots=True)
class Seen:
    """A line of the ledger; `number` gives the order of arrival."""

    source: str
    place: str
    token: bytes
    thread: bytes
    people: bytes
    verdict: Verdict
    number: int = 0


class Ledger(Protocol):
    """What has been imported, in hashes: so that nothing is read twice and threads stay whole."""

    def salt(self) -> bytes:
        """Return the store's own secret, with which all hashes here are made."""

    def marks(self) -> dict[str, Mark]:
        """Return how far each source was imported."""

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Keep how far each source was imported."""

    def verdicts(self) -> dict[bytes, Verdict]:
        """Return every token seen with its verdict."""

    def places(self, source: str) -> set[str]:
        """Return the places of a source whose mails have been judged."""

    def note(self, seen: Iterable[Seen]) -> None:
        """Add lines; a line whose token is there and still waiting only moves to the new place."""

    def lines(self) -> Iterator[Seen]:
        """Yield all lines in order of arrival."""

    def waiting(self) -> list[Seen]:
        """Return the lines still to be understood, in order of arrival."""

    def move(self, seen: Iterable[Seen]) -> None:
        """Let mails that are known by their tokens be found at these places from now on."""

    def judge(self, verdicts: Mapping[int, Verdict]) -> None:
        """Change the verdicts of these lines."""

    def own_addresses(self) -> frozenset[str]:
        """Return the addresses found to be the candidate's own, where none were given."""

    def set_own_addresses(self, addresses: frozenset[str]) -> None:
        """Keep the addresses found to be the candidate's own."""

    def set_opportunities(self, count: int) -> None:
        """Keep how many opportunities there were after the last import."""


class Accounts(Protocol):
    """The connected mailboxes and calendars, without their secrets."""

    def mail(self) -> "list[Account]":
        """Return the mailboxes in the order they were connected."""

    def calendars(self) -> "list[CalendarLink]":
        """Return the calendars in the order they were connected."""

    def keep(self, link: "Account | CalendarLink") -> None:
        """Keep a mailbox or calendar, in the place of the one with its id."""

    def remove(self, id: str) -> bool:
        """Forget a mailbox or calendar; return False if there is none of that id."""

    def set_busy(self, id: str, spans: "Sequence[tuple[datetime, datetime]]") -> None:
        """Keep when the candidate is busy by a calendar, in place of what was known."""

    def busy(self) -> "list[tuple[datetime, datetime]]":
        """Return when the candidate is busy by all calendars, in order."""


class Secrets(Protocol):
    """Where passwords and tokens are kept: the OS keyring, an encrypted file, the environment."""

    def get(self, name: str) -> str | None:
        """Return the secret of that name, None if there is none. Raise SecretsLocked."""

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raise SecretsLocked, or SecretMissing where none can be kept."""

    def forget(self, name: str) -> None:
        """Drop a secret; nothing happens if there is none."""


class Store(Protocol):
    """The three truths (received, said, done) and what is derived from them.

    Adding a truth forgets the kept agenda in the same transaction. All writes inside one
    `transaction()` are kept together or not at all.
    """

    @property
    def ledger(self) -> "Ledger":
        """Return the memory of what has been imported."""

    @property
    def accounts(self) -> "Accounts":
        """Return the connected mailboxes and calendars."""

    @property
    def outbox(self) -> "Outbox":
        """Return the letters on their way out."""

    @property
    def journal(self) -> "Journal":
        """Return what was read and what was reminded of."""

    def writing(self) -> AbstractContextManager[None]:
        """Return a context in which no other HeardBack may write (`StoreBusy` if one is)."""

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which all writes stand or fall together."""

    def receive(self, arrived: Sequence[Received]) -> int:
        """Keep what is new of these; return how many were."""

    def received(self) -> Iterator[Received]:
        """Yield everything kept, in order of arrival."""

    def say(self, said: "Said") -> None:
        """Keep a saying (append-only)."""

    def sayings(self) -> "list[Said]":
        """Return all sayings in the order they were said, undone ones and `Undone` included."""

    def do(self, deed: "Deed") -> bool:
        """Keep a deed; return False if its id is known already (nothing is done twice)."""

    def deeds(self) -> "list[Deed]":
        """Return all deeds in the order they were done."""

    def observe(self, readings: "Mapping[str, Understanding]", *, reader: str) -> None:
        """Keep derived readings by `Received.key`, replacing older ones of another reader."""

    def observations(self, *, reader: str) -> "dict[str, Understanding]":
        """Return the readings made by this reader version, by `Received.key`."""

    def keep_agenda(self, agenda: Agenda) -> None:
        """Keep the agenda ready (derived)."""

    def agenda(self) -> Agenda | None:
        """Return the kept agenda, or None."""

    def forget_derived(self) -> None:
        """Drop observations and agenda; truths stay."""

    def close(self) -> None:
        """Release the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """What a use case is given: the store and the hour."""

    store: Store
    clock: Clock
