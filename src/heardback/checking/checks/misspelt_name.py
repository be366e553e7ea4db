"""A name that is nearly right: one letter, an accent, a capital."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from heardback.checking.letter import Letter, Span
from heardback.checking.record import bare
from heardback.checking.spelling import is_slip, unaccented
from heardback.model.draft import Finding

NAME = "misspelt_name"
RULE = "TY-12"
ON_SUBJECT = True
LONG = 6


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each name that is a recorded one misspelt."""
    if letter.record is None:
        return
    names = _names(letter)
    right = {name for name, _ in names}
    plainly = _plainly(tuple(name for name, _ in names))
    for word in letter.capitalised:
        if word.text in right or bare(word.text) in letter.record.spelt:
            continue
        if bare(word.text) in letter.words.ordinary and unaccented(word.text) not in plainly:
            continue
        meant = _meant(word, names)
        if meant:
            found = letter.finding(NAME, "error", word.start, word.end, meant, rule=RULE)
            same = unaccented(word.text) == unaccented(meant)
            yield replace(found, fix=meant, safe=same)


def _names(letter: Letter) -> list[tuple[str, bool]]:
    """Return the words of the names on record, with whether they are a reader's, theirs first."""
    record = letter.record
    if record is None:
        return []
    people = [(part, p in record.readers) for p in record.people for part in p.name.split()]
    others = f"{record.opportunity.employer} {record.search.candidate.name}".split()
    firms = (name for name in sorted(record.proper) if len(name) >= LONG)
    return [*people, *((part, False) for part in (*others, *firms))]


@lru_cache(maxsize=256)
def _plainly(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(unaccented, names))


def _meant(word: Span, names: list[tuple[str, bool]]) -> str | None:
    return next((name for name, _ in names if is_slip(word.text, meant=name)), None)
