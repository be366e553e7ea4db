"""What a sentence is like, by its words: a second opinion beside the phrases (docs/decisions/056).

Nobody can list every way to reproach, to plead or to claim. So the words of a sentence (alone, in
pairs, by their beginnings, the first and the last) are weighed: multinomial logistic regressions,
one for faults and one for claims, learned from our own labelled sentences by
`scripts/learn_tone.py` and kept as plain numbers with the language.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

ZERO = 120
_STEM = 5  # letters: "promise", "promised" and "promises" begin alike
_LONGEST = 600  # characters of a sentence that are looked at
_NAME = re.compile(r"(?<=[^\s.!?:\"“(][ ])(?!I\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_NUMBER = re.compile(r"[\d][\d.,:%]*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|0|[?!:;]")


@dataclass(frozen=True, eq=False, slots=True)
class Learned:
    """The labels, a start for each, and each word's weights, a character each, its code less ZERO.

    `scale` of a weight make one; `sure` and `likely` are, by label, how likely it must be for a
    finding that is an error, or a warning. `marks`: what each mark of a claim counts, and a start
    (see opinion.py).
    """

    labels: tuple[str, ...]
    start: tuple[int, ...]
    words: Mapping[str, str]
    scale: int
    sure: Mapping[str, float]
    likely: Mapping[str, float]
    marks: tuple[float, ...] = ()


def words_in(sentence: str) -> list[str]:
    """Given a sentence, return its words in small letters; names and numbers are all alike."""
    plain = _NAME.sub("nn", sentence[:_LONGEST].replace("\u2019", "'"))
    return _WORD.findall(_NUMBER.sub("0", plain.lower()))


def features(sentence: str) -> dict[str, float]:
    """Given a sentence, return its features, each with its share; a group counts alike."""
    words = words_in(sentence)
    ends = ["^", *words, "$"]
    groups = (
        {*words, *(f"{a} {b}" for a, b in pairwise(ends))},
        {f"~{word[:_STEM]}" for word in words if len(word) >= _STEM - 1},
    )
    found: dict[str, float] = {}
    for group in groups:
        found.update(dict.fromkeys(group, 1 / math.sqrt(len(group) or 1)))
    return found


def odds(found: Mapping[str, float], learned: Learned) -> dict[str, float]:
    """Given a sentence's features, return how likely each label is (they add up to 1)."""
    scores = [float(each) for each in learned.start]
    for word, share in found.items():
        for place, weight in enumerate(learned.words.get(word, "")):
            scores[place] += share * (ord(weight) - ZERO)
    top = max(scores)
    each = [math.exp((score - top) / learned.scale) for score in scores]
    total = sum(each)
    return {label: one / total for label, one in zip(learned.labels, each, strict=True)}
