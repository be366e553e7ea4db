"""What an import needs, what it says while it runs, and what when it has ended."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heardback.errors import InputError
from heardback.ports import Fault, Glance, RawMail, Source

if TYPE_CHECKING:  # an import that finds nothing new needs none of the nouns
    from heardback.model.message import Meeting, Message
    from heardback.model.understanding import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the import needs of the rooms it may not enter itself: bootstrap puts it together.

    `make_gate` and `person_hash` get the store's secret; `understand` and `understand_meeting` the
    own addresses. `reader` is the version of the reading, under which observations are kept.
    """

    open_sources: Callable[[Sequence[str]], Sequence[Source | Fault]]
    make_gate: Callable[[bytes], Callable[[RawMail], Glance]]
    person_hash: Callable[[str, bytes], bytes]
    read_mime: "Callable[[bytes], Message]"
    read_ics: "Callable[[bytes, str], Sequence[Meeting]]"
    understand: "Callable[[Message, frozenset[str]], Understanding]"
    understand_meeting: "Callable[[Meeting, frozenset[str]], Understanding]"
    reader: str

    def reopened(self, name: str) -> Source | None:
        """Return a source of an earlier import by its name, None if it is not there any more."""
        with suppress(InputError, OSError):
            for each in self.open_sources([name]):
                if not isinstance(each, Fault) and each.name == name:
                    return each
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import is: its stage ("sweep" or "understand"), how many mails, of how many."""

    stage: str
    done: int
    total: int | None = None
    source: str = ""


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import did; `messages` = job_related + other + known + mails that were unreadable.

    `own_addresses` are those it went by; `own_addresses_found` that nobody gave them, so that the
    candidate should confirm them.
    """

    messages: int = 0
    job_related: int = 0
    other: int = 0
    known: int = 0
    meetings: int = 0
    opportunities: int = 0
    unreadable: list[Fault] = field(default_factory=list)
    seconds: float = 0.0
    own_addresses: frozenset[str] = frozenset()
    own_addresses_found: bool = False

    @property
    def nothing_new(self) -> bool:
        """Return whether the import changed nothing."""
        return not (self.job_related or self.other or self.meetings)

    def view(self) -> dict[str, object]:
        """Return the answer of `heardback import --json` (contracts.md, section 4)."""
        return {
            "messages": self.messages,
            "job_related": self.job_related,
            "other": self.other,
            "known": self.known,
            "meetings": self.meetings,
            "opportunities": self.opportunities,
            "unreadable": [
                {"file": each.file, "where": each.where, "reason": each.reason}
                for each in self.unreadable
            ],
            "seconds": round(self.seconds, 3),
        }
