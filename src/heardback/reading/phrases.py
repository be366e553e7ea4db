"""Wordings written as words: a small notation for phrases, and one index to find them all.

A phrase is words in order: `(a|b c)` is a choice, a `?` behind a word or choice makes it optional,
`..` skips up to two words, `...` up to six, `word*` is any word beginning so, `{name}` is a choice
that the language names once. Every phrase is filed under its rarest word, so a sentence is only
compared with phrases it can contain. All gaps are bounded: no text can make the search slow.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SEPARATOR = r"[ ,:;\"()\-/]+"
_WORD = r"[\w'&.%$£€+@#]+"
_GAPS = {"..": 2, "...": 6}
_ELEMENT = re.compile(r"\([^()]*\)\??|\S+")
COMMON = frozenset(
    """a an the to of for in on at with and or is are was be been have has had i we you your our my
    us it this that will would not no any some can could may as by from if so do did they them their
    he she his her me am were but""".split()
)
WORDS = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its group and its place in the sentence."""

    group: str
    start: int
    end: int


class _Entry:
    """A phrase of a group; its pattern is made when a sentence first holds all its words."""

    __slots__ = ("_elements", "_made", "_needs", "group")

    def __init__(self, group: str, elements: list[str], needs: list[set[str]]) -> None:
        self.group = group
        self._elements = elements
        self._needs = needs
        self._made: re.Pattern[str] | None = None

    def possible(self, words: frozenset[str]) -> bool:
        """Return whether a sentence of these words has one for every choice of the phrase."""
        return not any(need.isdisjoint(words) for need in self._needs)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern."""
        if self._made is None:
            self._made = re.compile(_pattern(self._elements))
        return self._made


class Lexicon:
    """All phrases of a language, by group, ready to be searched at once."""

    def __init__(
        self, groups: Mapping[str, Iterable[str]], *, choices: Mapping[str, str] | None = None
    ) -> None:
        self._index: dict[str, list[_Entry]] = {}
        for group, phrases in groups.items():
            for phrase in phrases:
                self._add(group, phrase, choices or {})

    def _add(self, group: str, phrase: str, choices: Mapping[str, str]) -> None:
        for name, choice in choices.items():
            phrase = phrase.replace("{" + name + "}", choice)
        elements = _ELEMENT.findall(phrase)
        needs = _needs(elements)
        if not needs:
            raise ValueError(f"a phrase needs one whole word: {phrase}")
        cues = min(needs, key=_cost)
        entry = _Entry(group, elements, [need for need in needs if need is not cues])
        for cue in cues:
            self._index.setdefault(cue, []).append(entry)

    def scan(self, low: str) -> Iterator[Hit]:
        """Given a lower-case sentence, yield every phrase it contains (one place for each)."""
        seen: set[int] = set()
        words = dict.fromkeys(WORDS.findall(low))
        among = frozenset(words)
        for word in words:
            for entry in self._index.get(word, ()):
                if id(entry) in seen:
                    continue
                seen.add(id(entry))
                found = entry.pattern.search(low) if entry.possible(among) else None
                if found:
                    yield Hit(entry.group, found.start(), found.end())


def _choices(element: str) -> tuple[list[str], bool]:
    """Return the alternatives of an element, and whether it may be left out."""
    optional = element.endswith("?") and len(element) > 1
    bare = element[:-1] if optional else element
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1].split("|"), optional
    return [bare], optional


def _word(text: str) -> str:
    return re.escape(text[:-1]) + r"[\w']*" if text.endswith("*") else re.escape(text)


def _pattern(elements: list[str]) -> str:
    out = r"(?<![\w'])"
    first = True
    for element in elements:
        if element in _GAPS:
            out += rf"(?:{SEPARATOR}{_WORD}){{0,{_GAPS[element]}}}?"
            continue
        alternatives, optional = _choices(element)
        body = "|".join(SEPARATOR.join(_word(w) for w in one.split()) for one in alternatives)
        if first:
            out += f"(?:(?:{body}){SEPARATOR})?" if optional else f"(?:{body})"
            first = optional
        elif optional:
            out += f"(?:{SEPARATOR}(?:{body}))?"
        else:
            out += f"{SEPARATOR}(?:{body})"
    return out + r"(?![\w'])"


def _needs(elements: list[str]) -> list[set[str]]:
    """Return sets of words; a sentence that holds the phrase has a word of each."""
    needs = []
    for element in elements:
        alternatives, optional = _choices(element)
        if element in _GAPS or optional:
            continue
        rarest = {_rarest(one) for one in alternatives}
        if None not in rarest:
            needs.append({word for word in rarest if word})
    return needs


def _cost(words: set[str]) -> int:
    """Return how often a sentence has one of these words, roughly."""
    return sum(1000 if word in COMMON else 1 for word in words)


def _rarest(words: str) -> str | None:
    whole = [word for part in words.split() if "*" not in part for word in WORDS.findall(part)]
    rare = [word for word in whole if word not in COMMON]
    return max(rare, key=len) if rare else (whole[0] if whole else None)
