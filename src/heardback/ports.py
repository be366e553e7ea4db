"""What the core needs of the world: the store and the clock, as Protocols."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from heardback.model.message import Meeting, Message
from heardback.model.sayings import Deed, Said
from heardback.model.understanding import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A kept message, or a meeting of a calendar file. `key` is its Message-ID, `ics:<UID>:<seq>`,
    or a content hash where it has neither; `origin` says where it was found (file and offset).
    """

    key: str
    message: Message | None = None
    meeting: Meeting | None = None
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


class Store(Protocol):
    """The three truths (received, said, done) and what is derived from them.

    Adding a truth forgets the kept agenda in the same transaction. All writes inside one
    `transaction()` are kept together or not at all.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which all writes stand or fall together."""

    def receive(self, arrived: Sequence[Received]) -> int:
        """Keep what is new of these; return how many were."""

    def received(self) -> Iterator[Received]:
        """Yield everything kept, in order of arrival."""

    def say(self, said: Said) -> None:
        """Keep a saying (append-only)."""

    def sayings(self) -> list[Said]:
        """Return all sayings in the order they were said, undone ones and `Undone` included."""

    def do(self, deed: Deed) -> bool:
        """Keep a deed; return False if its id is known already (nothing is done twice)."""

    def deeds(self) -> list[Deed]:
        """Return all deeds in the order they were done."""

    def observe(self, readings: Mapping[str, Understanding], *, reader: str) -> None:
        """Keep derived readings by `Received.key`, replacing older ones of another reader."""

    def observations(self, *, reader: str) -> dict[str, Understanding]:
        """Return the readings made by this reader version, by `Received.key`."""

    def keep_agenda(self, agenda: Agenda) -> None:
        """Keep the agenda ready (derived)."""

    def agenda(self) -> Agenda | None:
        """Return the kept agenda, or None."""

    def forget_derived(self) -> None:
        """Drop observations and agenda; truths stay."""

    def close(self) -> None:
        """Release the store."""
