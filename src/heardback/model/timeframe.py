"""When an employer said it would answer: the words as a window of civil days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Firmness = Literal["firm", "window", "vague"]
TimeframeAbout = Literal["answer", "interview", "start", "reply_wanted", "offer_deadline", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeframe:
    """One timeframe found in a text (contracts.md, section 3).

    `start`/`end` index the given text. `earliest` and `by` are inclusive civil days in the
    employer's zone; both None where the words give no date. `how` says in words how it was read,
    `hangs_on` is the verb or noun that says what the time is for.
    """

    start: int
    end: int
    quote: str
    earliest: date | None = None
    by: date | None = None
    firmness: Firmness = "vague"
    event: str | None = None
    promise: bool = False
    about: TimeframeAbout = "other"
    invites: bool = False
    prohibits: bool = False
    confidence: float = 0.5
    how: str = ""
    hangs_on: str = ""
