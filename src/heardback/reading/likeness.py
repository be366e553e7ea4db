"""What a letter is like, by its words: a second opinion beside the phrases.

Phrases say what a sentence decides, yet nobody can list every way of saying it, and many lists,
shops and friends use the same words. So the words of a letter (alone, in pairs, in its subject, in
its sender's name) are weighed as well: multinomial logistic regression, its weights learned from
our own labelled letters by `scripts/learn_likeness.py` and kept as plain numbers with the language.
A likeness alone never moves a status: it may doubt a phrase, or have a letter looked at.
"""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from heardback.reading.letter import Letter
from heardback.reading.words import ZERO, Weights

NOISE = "noise"
"""The kind of letters that are about no job of the candidate's."""

_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|0|[?!:]")
_LONGEST = 6000  # characters: a letter says what it is on its first pages
_STEM = 5  # letters: "interview", "interviewing" and "interviewed" begin alike
_SHARES = {"body": 1.0, "stem": 1.0, "head": 0.7, "mark": 0.5}
# A capital inside a sentence: whose name it is says nothing about what kind of letter this is.
_NAME = re.compile(r"(?<=[^\s.!?:][ ])[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_MARKS = ("bulk", "machine", "personal", "relay", "agency", "reply")


def features(letter: Letter) -> dict[str, float]:
    """Given a letter, return its words, each with its share; a group counts alike at any length."""
    text = letter.cleaned.text(letter.message.text)[:_LONGEST]
    body = _words(f"{letter.subject.text} . {_NAME.sub('nn', text)}")
    sender = letter.message.from_
    groups = {
        "body": {*body, *(f"{a} {b}" for a, b in pairwise(body))},
        "stem": {f"~{word[:_STEM]}" for word in body},
        "head": {
            *(f"s:{word}" for word in _words(letter.subject.text)),
            *(f"f:{word}" for word in _words(re.sub(r"[@.]", " ", str(sender.name)))),
            *(f"f:{word}" for word in _words(re.sub(r"[^a-z]", " ", sender.email.lower()))),
        },
        "mark": set(_marks(letter)),
    }
    found: dict[str, float] = {}
    for group, words in groups.items():
        share = _SHARES[group] / math.sqrt(len(words) or 1)
        found.update(dict.fromkeys(words, share))
    return found


def _words(text: str) -> list[str]:
    plain = _NUMBER.sub("0", _ADDRESS.sub(" ", text.lower().replace("\u2019", "'")))
    return _WORD.findall(plain)


def _marks(letter: Letter) -> Iterator[str]:
    for mark in _MARKS:
        if getattr(letter, mark):
            yield f"x:{mark}"
    if letter.message.meetings:
        yield "x:meeting"


def likeness(letter: Letter, weights: Weights) -> dict[str, float]:
    """Given a letter, return how likely each kind is (they add up to 1)."""
    scores = [float(each) for each in weights.start]
    for word, share in features(letter).items():
        for place, weight in enumerate(weights.words.get(word, "")):
            scores[place] += share * (ord(weight) - ZERO)
    top = max(scores)
    odds = [math.exp((score - top) / weights.scale) for score in scores]
    total = sum(odds)
    return {kind: each / total for kind, each in zip(weights.kinds, odds, strict=True)}


def familiar(letter: Letter, weights: Weights) -> float:
    """Return which part of a letter's words was met in learning (0 for a letter without words)."""
    words = set(_words(letter.cleaned.text(letter.message.text)[:_LONGEST]))
    return sum(word in weights.words for word in words) / len(words) if words else 0.0


def telling(letter: Letter, weights: Weights, kind: str) -> str:
    """Return the sentence whose words speak most for a kind, on one line."""
    place = weights.kinds.index(kind)

    def weight(low: str) -> float:
        words = _words(low)
        pairs = (f"{a} {b}" for a, b in pairwise(words))
        return sum(
            ord(weights.words[w][place]) - ZERO for w in {*words, *pairs} if w in weights.words
        )

    best = max(letter.sentences, key=lambda one: weight(one.low), default=letter.subject)
    return " ".join(best.text.split())
