"""A tone that may be held against the writer: boasting, slang, a word against an employer."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "tone"
RULE = "TY-12"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each phrase of the kind."""
    return letter.told(NAME, rule=RULE)
