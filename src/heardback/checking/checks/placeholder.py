"""A placeholder left in: the letter was never finished."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "placeholder"
RULE = "TY-12"
ON_SUBJECT = True


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each phrase of the kind."""
    return letter.told(NAME, rule=RULE)
