"""Begging: it makes the reader step back."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "desperation"
RULE = "PE-1"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each phrase of the kind."""
    return letter.told(NAME, rule=RULE)
