"""Somebody is spoken of with another pronoun than the one on record."""

import re
from collections.abc import Iterable, Iterator

from heardback.checking.checks.wrong_title import pronouns_of
from heardback.checking.letter import Letter, Span
from heardback.checking.record import Record
from heardback.model.draft import Finding
from heardback.model.people import Person

NAME = "wrong_pronoun"
RULE = "TY-12"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each pronoun that is not the named person's own.

    Only the sentence that names one person and the one after it are read: further on it may be
    about somebody else. Without a pronoun on record nothing is doubted.
    """
    record = letter.record
    if record is None or not any(pronouns_of(p) for p in record.people):
        return
    before: Person | None = None
    for sentence in letter.sentences:
        named = list(_named(sentence, record))
        person = named[0] if len(named) == 1 else (before if not named else None)
        if person is not None:
            yield from _wrong(letter, sentence, person)
        before = named[0] if len(named) == 1 else None


def _named(sentence: Span, record: Record) -> Iterator[Person]:
    words = set(_WORD.findall(sentence.text))
    for person in record.people:
        if words & {part for part in person.name.split() if part[:1].isupper() and len(part) > 2}:
            yield person


def _wrong(letter: Letter, sentence: Span, person: Person) -> Iterator[Finding]:
    said = pronouns_of(person)
    own = (said or "").casefold().split("/")[0]
    known = letter.words.pronouns
    if own not in known and own != "they":
        return
    others = frozenset().union(*(words for name, words in known.items() if name != own))
    for m in _WORD.finditer(sentence.text):
        if m[0].casefold() in others:
            start = sentence.start + m.start()
            advice = letter.words.advice["pronoun"].format(pronouns=said)
            yield letter.finding(NAME, "error", start, start + len(m[0]), advice, rule=RULE)
