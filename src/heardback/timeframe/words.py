"""The words of one language for promised times, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, kw_only=True)
class TimeframeWords:
    """One language's words and constructions for times and promises."""

    code: str
