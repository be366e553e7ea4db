"""What HeardBack did beside letters: what it read, what it reminded of; and how it may remind."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

EntryKind = Literal["read", "import", "notice", "digest", "push", "calendar", "snooze"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing done; its id makes sure that it is done once (one digest for a day, say).

    `body` holds counts and ids of ours, never words or addresses out of mails.
    """

    id: str
    at: datetime
    kind: EntryKind
    body: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderWish:
    """How the candidate wants to be reminded.

    `digest` is the hour of the daily mail ("08:00", None: none), `desktop` a notice on this
    machine's screen, `push` through the services that were named (their addresses are secrets).
    In the hours of `quiet` nothing makes a sound. `private` False leaves names and employers out
    of whatever may show on a locked screen. `weekends` False: no digest on Saturday and Sunday.
    """

    digest: str | None = None
    desktop: bool = False
    push: bool = False
    quiet: tuple[str, str] = ("21:00", "07:30")
    private: bool = False
    weekends: bool = True
