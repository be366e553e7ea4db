"""Sentences with slots: each slot remembers the fact it came from, so a draft can show its grounds.

A language offers several variants of a sentence under one key. Only those whose slots are all
filled are eligible, and among them those that say most; the choice between equals is a stable hash,
so the same case always gives the same letter.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from zlib import crc32

from heardback.model.draft import DraftGround

Evidence = dict[str, object]
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of text taken from the record, and where in the record it stands."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence to be chosen: its key, what fills it, and what the whole of it rests on.

    `weight` says how easily it is left out where room or new words are lacking: 0 never, 1 where
    it must be, 2 gladly.
    """

    key: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    weight: int = 0

    def spare(self, weight: int = 2) -> "Line":
        """Return the sentence as one that may be left out."""
        return replace(self, weight=weight)


@dataclass(frozen=True, slots=True)
class Written:
    """A text with the grounds of its claims."""

    text: str
    grounds: tuple[DraftGround, ...] = ()


@lru_cache(maxsize=2048)
def pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """Given a template, return its (literal, slot name after it) pairs; the last slot is None."""
    parts = _SLOT.split(template)
    names: list[str | None] = [*parts[1::2], None]
    return tuple(zip(parts[::2], names, strict=True))


@lru_cache(maxsize=2048)
def slot_names(template: str) -> frozenset[str]:
    """Given a template, return the names of its slots, first letters lowered."""
    return frozenset(_lower(name) for _, name in pieces(template) if name)


def eligible(
    variants: Sequence[str], *, filled: Iterable[str], any_slots: bool = False
) -> list[str]:
    """Given variants and the slots that are filled, return the fitting ones that use most.

    With `any_slots` all that fit are returned, however little they say.
    """
    have = set(filled)
    fitting = [v for v in variants if slot_names(v) <= have]
    if any_slots:
        return fitting
    most = max((len(slot_names(v)) for v in fitting), default=0)
    return [v for v in fitting if len(slot_names(v)) == most]


def write(template: str, *, line: Line) -> Written:
    """Given a template and the line that fills it, return its text and grounds."""
    text, grounds = "", []
    for literal, name in pieces(template):
        text += literal
        if name is None:
            continue
        slot = line.slots[_lower(name)]
        value = slot.text if name[:1].islower() else slot.text[:1].upper() + slot.text[1:]
        end = len(text) + len(value)
        grounds += [DraftGround(start=len(text), end=end, evidence=e) for e in slot.evidence]
        text += value
    whole = [DraftGround(start=0, end=len(text), evidence=e) for e in line.evidence]
    return Written(text, tuple(whole + grounds))


def choose(variants: Sequence[str], *, seed: str, turn: int = 0) -> list[str]:
    """Given variants, return them in the stable order in which this seed and turn tries them."""
    if not variants:
        return []
    first = (crc32(seed.encode()) + turn) % len(variants)
    return [*variants[first:], *variants[:first]]


def joined(parts: Iterable[Written], *, between: str) -> Written:
    """Given written parts, return them as one text, the grounds moved along."""
    text, grounds = "", []
    for part in parts:
        if not part.text:
            continue
        if text:
            text += between
        shift = len(text)
        grounds += [
            DraftGround(start=g.start + shift, end=g.end + shift, evidence=g.evidence)
            for g in part.grounds
        ]
        text += part.text
    return Written(text, tuple(grounds))


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
