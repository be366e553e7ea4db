"""A check-in that asks nothing: the reader does not know what to answer."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "no_question"
RULE = "CK-2"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a check-in, yield that it has no question or request."""
    if letter.kind != "check_in" or not letter.body or letter.words.asks.search(letter.body):
        return
    start, end = letter.body_start, letter.signed_at
    yield letter.finding(NAME, "warning", start, end, letter.words.advice["no_question"], rule=RULE)
