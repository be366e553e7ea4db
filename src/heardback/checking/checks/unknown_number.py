"""A number that is nowhere on record."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.checking.record import DIGITS, plain
from heardback.model.draft import Finding

NAME = "unknown_number"
RULE = "TY-1"
LONGEST = 9
FEW = 4  # one, two or three may be said of anything
_WORD = re.compile(r"[A-Za-z]{3,9}(?:-[a-z]{3,5})?(?!\w)")
PROPOSES = frozenset(
    {"reply", "take_call", "reschedule", "update_recruiter", "debrief_recruiter", "decide"}
)


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each number that the record does not hold."""
    record = letter.record
    if record is None or letter.kind in PROPOSES:
        return
    advice = letter.words.advice["unknown"]
    dates = [(d.start, d.end) for d in letter.dates]
    for m in DIGITS.finditer(letter.text):
        in_date = any(start <= m.start() < end for start, end in dates)
        if not in_date and plain(m[0]) not in record.numbers and not _is_in_text(letter, m[0]):
            yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)
    for m in _WORD.finditer(letter.text, letter.body_start, letter.signed_at):
        number = _value(m[0].casefold(), letter)
        if number < FEW:
            continue
        told = m[0].casefold() in record.words or str(number) in record.numbers
        if not told and not any(start <= m.start() < end for start, end in dates):
            yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)
    for m in letter.words.claims.finditer(letter.text):
        word = m["number"].casefold()
        value = str(letter.words.numbers.get(word, ""))
        if word not in record.words and value not in record.numbers:
            yield letter.finding(NAME, "error", m.start(), m.end(), advice, rule=RULE)


def _value(word: str, letter: Letter) -> int:
    """Given a word, return its number: five, forty-five (zero where it is none)."""
    first, _, second = word.partition("-")
    numbers = letter.words.numbers
    tens, ones = numbers.get(first, 0), numbers.get(second, 0)
    return tens + ones if tens % 10 == 0 and ones < 10 else tens


def _is_in_text(letter: Letter, digits: str) -> bool:
    """Numbers may be spelt in the record: "three years" there allows 3 here."""
    if letter.record is None or not digits.isdigit() or len(digits) > LONGEST:
        return False
    words = (w for w, n in letter.words.numbers.items() if n == int(digits))
    return any(w in letter.record.words for w in words)
