"""What we write into a calendar."""

from dataclasses import dataclass
from datetime import datetime, timedelta

OURS = "@heardback.invalid"
"""How the ids of our entries end, so that we never read our own as appointments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry of a calendar of ours: `uid` stays as long as what it is about does.

    `alarm` is how long before the start it rings, None if it does not.
    """

    uid: str
    start: datetime
    end: datetime
    title: str
    text: str
    alarm: timedelta | None
