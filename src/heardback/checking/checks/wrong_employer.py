"""Another employer, or somebody from there, in this employer's letter."""

import re
from collections.abc import Iterable, Iterator

from heardback.checking.letter import Letter, Span
from heardback.checking.record import bare, words_of
from heardback.model.draft import Finding, Severity

NAME = "wrong_employer"
RULE = "TY-12"
ON_SUBJECT = True
SHORT = 5
PRIVATE = frozenset({"update_recruiter", "debrief_recruiter", "decide", "ask_timeframe"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each name that belongs to another opportunity."""
    if letter.record is None or letter.kind in PRIVATE:
        return
    for name, employer in _foreign(letter):
        right = letter.record.opportunity.employer if employer else None
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", letter.text, re.IGNORECASE):
            severity = _severity(m[0], name, letter)
            if severity:
                yield letter.finding(NAME, severity, m.start(), m.end(), right, rule=RULE)


def _severity(written: str, name: str, letter: Letter) -> Severity | None:
    """Judge by the capital: without one it may be an ordinary word (target, square)."""
    if written == name or written[:1].isupper():
        return "error"
    ordinary = len(name) < SHORT or bare(name) in letter.words.ordinary
    return None if ordinary else "warning"


def _foreign(letter: Letter) -> Iterator[tuple[str, bool]]:
    """Names of other employers and their people, where this record does not hold them too."""
    record = letter.record
    if record is None:
        return
    here = " | ".join(record.texts).casefold()
    ids = {p.id for p in record.people}
    present = record.search.candidate.present_employer
    if present is not None and present.name:
        yield present.name, True
    text = letter.text.casefold()
    for other in record.others:
        name = other.employer.casefold()
        if name and name in text and name not in here:
            yield other.employer, True
        else:
            yield from _short(other.employer, letter, here)
        for person in (record.search.people.get(p) for p in other.people if p not in ids):
            first = person.name.split()[0] if person and person.name.strip() else ""
            if person is None or not first or first.casefold() not in text:
                continue
            if not _shares_words(person.name, record.words):
                yield person.name, False
                yield first, False


def _short(employer: str, letter: Letter, here: str) -> Iterator[tuple[str, bool]]:
    """A long name is often cut to its first word: Kestrel for the Kestrel Institute."""
    first, *rest = employer.split() or [""]
    known = first.casefold() in here or bare(first) in letter.words.ordinary
    if rest and len(first) >= SHORT - 1 and first[0].isupper() and not known:
        for m in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", letter.text):
            if not letter.is_first(Span(m.start(), m.end(), m[0])):
                yield first, True
                return


def _shares_words(name: str, words: frozenset[str]) -> bool:
    return next(iter(words_of([name])), "") in words
