"""How alike two notes to a panel are: which part of the shorter one's word runs is in the other."""

import re
from collections.abc import Iterable

RUN = 4
FEWEST_RUNS = 12  # in a note of two lines one common phrase says nothing
BOUND = 0.2
"""Two notes of a panel stay below this (the proofreader warns from here, rule TY-2)."""
_WORD = re.compile(r"[\w'’]+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_THANKS = re.compile(r"\bthank", re.IGNORECASE)
CARRIED = "\n---\n"


def likeness(mine: str, theirs: str) -> float:
    """Given two notes, return how much they share beyond greeting, thanks and signature, 0 to 1."""
    ours, others = _runs(mine), _runs(theirs)
    least = max(min(len(ours), len(others)), FEWEST_RUNS)
    return len(ours & others) / least


def _runs(note: str) -> set[tuple[str, ...]]:
    own = note.rpartition(CARRIED)[2].strip()
    paragraphs = own.split("\n\n")
    body = paragraphs[1:-1] if len(paragraphs) > 2 else paragraphs
    return {run for sentence in _kept(body) for run in _runs_of(sentence)}


def _kept(paragraphs: list[str]) -> Iterable[str]:
    for paragraph in paragraphs:
        yield from (s for s in _SENTENCE.split(paragraph) if not _THANKS.search(s))


def _runs_of(sentence: str) -> Iterable[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(sentence)]
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
