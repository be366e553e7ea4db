"""Read every timeframe of a text: the dates it promises, and whether it promises at all."""

from datetime import datetime

from heardback.model.timeframe import Timeframe
from heardback.timeframe.words import TimeframeWords


def read_timeframes(
    text: str,
    *,
    said: datetime,
    words: TimeframeWords,
    country: str | None = None,
    timezone: str | None = None,
    quiet_days: bool = True,
) -> tuple[Timeframe, ...]:
    """Given a text and the aware moment it was said, return its timeframes in order."""
    del text, said, words, country, timezone, quiet_days
    return ()
