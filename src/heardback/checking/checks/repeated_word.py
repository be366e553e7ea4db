"""The same word twice in a row."""

import re
from collections.abc import Iterable
from dataclasses import replace

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "repeated_word"
RULE = None
_TWICE = re.compile(r"\b([^\W\d_]+)[ \n]+\1\b", re.IGNORECASE)
_FINE = frozenset({"had", "that", "bye", "so", "very"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each word written twice (had had, that that are fine)."""
    for m in _TWICE.finditer(letter.text):
        if m[1].casefold() not in _FINE and not m[1][0].isupper():
            found = letter.finding(NAME, "warning", m.start(), m.end(), m[1], rule=RULE)
            yield replace(found, fix=m[1], safe=True)
