"""What letters need of the world for their words: a grammar, and a language model if wanted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


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
