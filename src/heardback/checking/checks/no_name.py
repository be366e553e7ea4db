"""No name under the letter."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.checking.spelling import unaccented
from heardback.model.draft import Finding

NAME = "no_name"
RULE = "TY-1"
_NAME_LINE = re.compile(r"[^\W\d_][^.!?\n]{0,60}\.?$")
_CLOSING_LINES = 8


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter, yield that it ends without the candidate's name."""
    if not letter.body or _is_signed(letter):
        return
    end = len(letter.text.rstrip())
    start = letter.text.rfind("\n", 0, end) + 1
    yield letter.finding(NAME, "error", start, end, letter.words.advice["no_name"], rule=RULE)


def _is_signed(letter: Letter) -> bool:
    after = letter.text[letter.signed_at :].strip().splitlines()
    if letter.record is not None:
        wanted = unaccented(letter.record.search.candidate.name).split()
        closing = letter.text.strip().splitlines()[-_CLOSING_LINES:]
        words = unaccented(" ".join(after or closing[1:] or closing)).replace(",", " ").split()
        return not wanted or wanted[0] in words or wanted[-1] in words
    if after:
        rest = " ".join(line.strip() for line in after)
        below = (
            letter.words.sign_off.sub("", rest + "\n") if len(after) == 1 else " ".join(after[1:])
        )
        return any(c.isalpha() for c in below)
    lines = [line.strip() for line in letter.text.strip().splitlines() if line.strip()]
    if lines[-1].endswith(","):
        return False  # a wish with nobody under it
    last = lines[-1]
    return (
        (bool(_NAME_LINE.match(last)) and len(last.split()) <= 6)
        or "@" in last
        or last[-1:].isdigit()
    )
