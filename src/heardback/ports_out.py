"""What the core needs of the world so that letters leave and reminders come, as Protocols."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from heardback.model.delivery import Step
    from heardback.model.journal import Entry, ReminderWish


class Outbox(Protocol):
    """Every step of every letter on its way out; append-only."""

    def take(self, step: "Step") -> bool:
        """Add a step; return False if another run has taken that number for the letter."""

    def steps(self) -> "list[Step]":
        """Return all steps in the order they were taken."""


class Journal(Protocol):
    """What was read and what was reminded of, append-only; and how reminding is wished."""

    def note(self, entry: "Entry") -> bool:
        """Add an entry; return False if its id is known: then it was done already."""

    def entries(self) -> "list[Entry]":
        """Return all entries in the order they were added."""

    def wish(self) -> "ReminderWish":
        """Return how the candidate wants to be reminded."""

    def set_wish(self, wish: "ReminderWish") -> None:
        """Keep how the candidate wants to be reminded."""


class Notifier(Protocol):
    """A way to reach the candidate: the desktop, a telephone, their own mailbox."""

    def notify(self, title: str, text: str) -> None:
        """Show it. Raise NotifierProblem, with how to mend it."""


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

    def sending(self, sender: str, readers: Sequence[str]) -> AbstractContextManager["Line"]:
        """Go all the way with a server for sending up to the words. Left early: nothing is sent."""

    def keep_sent(self, raw: bytes) -> None:
        """Put a copy into Sent where the server keeps none by itself."""

    def states(self) -> Mapping[str, tuple[int, int]]:
        """Return how every folder that is read stands: its UIDVALIDITY and UIDNEXT."""

    def close(self) -> None:
        """Log out."""


class Line(Protocol):
    """A line to a server for sending, on which sender and readers are named."""

    def say(self, raw: bytes) -> None:
        """Say all words but the end of them: until then nothing is taken (RFC 5321, 4.1.1.4)."""

    def end(self) -> None:
        """Say the end. ServerRefused, ServerBusy: not taken; ConnectionLost: nobody knows."""
