"""What letters need of the world: the outbox, a way out, a grammar, a language model."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from heardback.model.delivery import Step


class Outbox(Protocol):
    """Every step of every letter on its way out; append-only."""

    def take(self, step: "Step") -> bool:
        """Add a step; return False if another run has taken that number for the letter."""

    def steps(self) -> "list[Step]":
        """Return all steps in the order they were taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InMailbox:
    """A mail of ours found on the server: in which folder, where, and as it is now."""

    folder: Literal["sent", "drafts"]
    place: str
    raw: bytes


class Post(Protocol):
    """The way out of one account. Every method raises ServerProblem's kin."""

    def mark(self) -> str:
        """Return how Drafts stands: what it says changes whenever a mail arrives there."""

    def find(self, message_id: str) -> list[InMailbox]:
        """Return the mails of Sent and Drafts that bear this Message-ID."""

    def put_draft(self, raw: bytes) -> str:
        """Put a mail into Drafts; return its place. ConnectionLost: it may have arrived."""

    def remove_draft(self, place: str) -> None:
        """Take a mail of ours out of Drafts."""

    def sending(self, sender: str, readers: Sequence[str]) -> AbstractContextManager["Send"]:
        """Go all the way with a server for sending up to the words; then hand out what sends."""

    def keep_sent(self, raw: bytes) -> None:
        """Put a copy into Sent where the server keeps none by itself."""


Send = Callable[[bytes], None]
"""Hands the words over. ServerRefused: not taken; ConnectionLost: nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrammarNote:
    """What a grammar checker says of a span: the kind of fault, and what it would put there."""

    kind: str
    is_spelling: bool
    start: int
    end: int
    says: str
    instead: tuple[str, ...] = ()


class Grammar(Protocol):
    """A checker of spelling and grammar, in process."""

    def read(self, text: str, *, names: Collection[str]) -> Sequence[GrammarNote]:
        """Given a text and the names that are right in it, return the notes in its order."""

    def warm(self) -> None:
        """Begin to load what it needs, in the background; return at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What a language model is asked: what to do, the letter as data, and the answer's shape."""

    task: str
    letter: str
    schema: Mapping[str, object]


class Writer(Protocol):
    """A language model that may put sentences in other words. It has no tools and no memory."""

    @property
    def where(self) -> str:
        """Return where the words go: a host and a model's name, or a file."""

    def ask(self, prompt: Prompt) -> str:
        """Return the model's answer as text, within bounds; raise ModelError."""
