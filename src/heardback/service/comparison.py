"""A letter beside an edited copy of it: the differences sentence by sentence, and what is taken."""

import difflib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

_UNIT = re.compile(r"\n+|[^\n]+?(?:(?<=[.!?])[ \t]+(?=[^\s])|(?=\n)|$)")
ALIKE = 0.35


@dataclass(frozen=True, slots=True)
class Change:
    """A place where the copy differs: its number, the old words and the new ones.

    `before` is what stands ahead of it in the letter, by which an insertion is placed.
    """

    number: int
    old: str
    new: str
    before: str = ""


def units(text: str) -> list[str]:
    """Given a text, return its sentences and line breaks; joined they are the text again."""
    return [m[0] for m in _UNIT.finditer(text) if m[0]]


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Given a letter and its edited copy, return where they differ, in order."""
    a, b = units(old), units(new)
    matcher = difflib.SequenceMatcher(
        None, [u.strip(" \t") for u in a], [u.strip(" \t") for u in b], autojunk=False
    )
    found: list[Change] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal" and "".join(a[i:j]).strip() != "".join(b[k:m]).strip():
            before = "".join(a[:i])
            found.append(Change(len(found) + 1, "".join(a[i:j]), "".join(b[k:m]), before))
    return tuple(found)


def accept(text: str, found: Sequence[Change], numbers: Collection[int]) -> tuple[str, list[int]]:
    """Given a letter and the changes taken, return it changed, and the numbers that fit no more.

    The letter may have been edited since: a change whose old words are gone is left out.
    """
    missed = []
    for change in reversed(found):
        if change.number not in numbers:
            continue
        at = _place(text, change)
        if at is None:
            missed.append(change.number)
            continue
        new = _spaced(change, text, at)
        text = text[:at] + new + text[at + len(change.old) :]
    return text, sorted(missed)


def _place(text: str, change: Change) -> int | None:
    if text.startswith(change.before) and text.startswith(change.old, len(change.before)):
        return len(change.before)
    if change.old.strip():
        at = text.find(change.old)
        return at if at >= 0 and text.count(change.old) == 1 else None
    last = (units(change.before) or [""])[-1]
    at = text.find(last) if last.strip() else -1
    return at + len(last) if at >= 0 and text.count(last) == 1 else None


def _spaced(change: Change, text: str, at: int) -> str:
    """Keep the blank or break that stood behind the old words."""
    new = change.new
    tail = change.old[len(change.old.rstrip()) :]
    if change.old and new and new[len(new.rstrip()) :] != tail:
        new = new.rstrip() + tail
    if not change.old and new and not new[-1].isspace() and not text[at : at + 1].isspace():
        new += " "
    if new and at and not text[at - 1].isspace() and not new[0].isspace():
        new = " " + new
    return new


def likeness(old: str, new: str) -> float:
    """Given a letter and another text, return which part of its words is in the other (0 to 1)."""
    mine, theirs = old.split(), set(new.split())
    return sum(word in theirs for word in mine) / len(mine) if mine else 0.0
