"""An ultimatum: it corners the reader, and is answered with a no."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "ultimatum"
RULE = "OF-4"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each phrase of the kind."""
    return letter.told(NAME, rule=RULE)
