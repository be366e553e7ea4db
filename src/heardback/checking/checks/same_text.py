"""The same words as another panel member's note: interviewers compare."""

import re
from collections.abc import Iterable

from heardback.checking.letter import Letter, Span
from heardback.checking.record import bare
from heardback.model.draft import Finding, Severity

NAME = "same_text"
RULE = "TY-2"
CARRIED = "\n---\n"
SHINGLE = 4
SAME, ALIKE = 0.4, 0.2
LONG_SENTENCE = 7
_WORDS = re.compile(r"[\w'’]+")


def find(letter: Letter) -> Iterable[Finding]:
    """Given a note and the panel's others, yield what it shares with them beyond the thanks."""
    if not letter.others:
        return
    theirs = [_shingles(_own_words(letter, other)) for other in letter.others]
    own = letter.text.rfind(CARRIED)  # what is said to a recruiter who carries it may repeat
    sentences = [
        s
        for s in letter.sentences
        if s.start > own and not letter.words.same_allowed.search(s.text)
    ]
    mine = [(s, _shingles(_words(s.text))) for s in sentences]
    everything: set[tuple[str, ...]] = set().union(*(sh for _, sh in mine)) if mine else set()
    likeness = max((similarity(everything, other) for other in theirs), default=0.0)
    if likeness >= ALIKE:
        yield from _shared(letter, mine, theirs, likeness)


def similarity(mine: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> float:
    """Given the word runs of two notes, return which part of the smaller is in the other."""
    smaller = min(len(mine), len(theirs))
    return len(mine & theirs) / smaller if smaller else 0.0


def _shared(
    letter: Letter,
    mine: list[tuple[Span, set[tuple[str, ...]]]],
    theirs: list[set[tuple[str, ...]]],
    likeness: float,
) -> Iterable[Finding]:
    severity: Severity = "error" if likeness >= SAME else "warning"
    known = set().union(*theirs)
    for sentence, shingles in mine:
        if shingles and len(shingles & known) * 2 > len(shingles):
            yield letter.finding(
                NAME,
                severity,
                sentence.start,
                sentence.end,
                letter.words.advice["same_text"],
                rule=RULE,
            )


def _own_words(letter: Letter, other: str) -> list[str]:
    text = letter.words.greeting.sub("", other[other.rfind(CARRIED) + 1 :])
    ends = list(letter.words.sign_off.finditer(text))
    text = text[: ends[-1].start()] if ends else text
    kept = [
        s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if not letter.words.same_allowed.search(s)
    ]
    return _words("\n".join(kept))


def _words(text: str) -> list[str]:
    return [bare(word) for word in _WORDS.findall(text)]


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
