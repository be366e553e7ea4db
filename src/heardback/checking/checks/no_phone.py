"""No telephone number under the letter: an easy way to answer is missing."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "no_phone"
RULE = "TY-1"
_PHONE = re.compile(r"(?:\+|\(|\b)\d[\d ().\-/]{5,}\d")
NEEDS_NONE = frozenset({"withdraw", "decline", "answer_rejection", "ask_timeframe", "decide"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield that no telephone number is in it."""
    if letter.kind in NEEDS_NONE or not letter.body or _PHONE.search(letter.text):
        return
    start = min(letter.signed_at, len(letter.text))
    yield letter.finding(
        NAME, "warning", start, len(letter.text), letter.words.advice["no_phone"], rule=RULE
    )
