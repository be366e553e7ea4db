"""Another employer, or somebody from there, in this employer's letter."""

import re
from collections.abc import Iterable, Iterator

from heardback.checking.letter import Letter
from heardback.checking.record import bare, words_of
from heardback.model.draft import Finding

NAME = "wrong_employer"
RULE = "TY-12"
ON_SUBJECT = True
PRIVATE = frozenset({"update_recruiter", "debrief_recruiter", "decide", "ask_timeframe"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each name that belongs to another opportunity."""
    if letter.record is None or letter.kind in PRIVATE:
        return
    capitals = {bare(word.text) for word in letter.capitalised}
    for name, employer in _foreign(letter):
        first = bare(name.split()[0])
        if first not in capitals and not any(first.startswith(c) for c in capitals if "-" in first):
            continue
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", letter.text):
            right = letter.record.opportunity.employer if employer else None
            yield letter.finding(NAME, "error", m.start(), m.end(), right, rule=RULE)


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
    for other in record.others:
        if other.employer.casefold() not in here:
            yield other.employer, True
        for person in (record.search.people.get(p) for p in other.people if p not in ids):
            if person is not None and not _shares_words(person.name, record.words):
                yield person.name, False
                yield person.name.split()[0], False


def _shares_words(name: str, words: frozenset[str]) -> bool:
    return next(iter(words_of([name])), "") in words
