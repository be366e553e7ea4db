"""Slips of the pen: your for you're, a word commonly misspelt, a space before a comma."""

import re
from collections.abc import Iterable
from dataclasses import replace

from heardback.checking.letter import Letter
from heardback.model.draft import Finding

NAME = "slip"
RULE = None
ON_SUBJECT = True
_WORD = re.compile(r"[^\W\d_]{3,}")


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield each slip with what mends it."""
    yield from letter.told(NAME, rule=RULE)
    if letter.words.misspellings.keys().isdisjoint(_WORD.findall(letter.lower)):
        return
    known = letter.record.words if letter.record else frozenset()
    for m in _WORD.finditer(letter.text):
        right = letter.words.misspellings.get(m[0].lower())
        if right is None or m[0].lower() in known or m[0].isupper():
            continue
        fix = right[:1].upper() + right[1:] if m[0][0].isupper() else right
        found = letter.finding(NAME, "error", m.start(), m.end(), fix, rule=RULE)
        yield _mended(found, fix)


def _mended(finding: Finding, fix: str) -> Finding:
    return replace(finding, fix=fix, safe=True)
