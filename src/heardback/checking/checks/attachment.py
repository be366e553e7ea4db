"""An attachment is announced: is it there?"""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "attachment"
RULE = "PE-4"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each phrase of the kind."""
    return letter.told(NAME, rule=RULE)
