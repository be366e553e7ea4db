"""What a text must hold for a pattern to match at all: most patterns need not be tried.

A letter is short and the phrases are many; looking for a few plain letters first makes a check of
them several times quicker (docs/decisions/027).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

SHORTEST = 2
THREE = 3
COMMON = frozenset(
    "a an and are as at be been by can could did do for from had has have he her hi his i if in is "
    "it its me my not of on or our she so that the their them they this to was we were will with "
    "would you your ed es ing er re st en th".split()
)


def by_three(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Given texts, return them by three of their letters, those that fewest of them hold.

    Of a thousand texts a letter can hold only those whose three letters it holds. Shorter ones
    stand under the empty text, and are always looked for.
    """
    texts = sorted(texts)
    counts = Counter(three for text in texts for three in _threes(text))
    found: dict[str, list[str]] = {}
    for text in texts:
        rarest = min(_threes(text), key=lambda three: (counts[three], three), default="")
        found.setdefault(rarest, []).append(text)
    return {three: tuple(held) for three, held in found.items()}


def _threes(text: str) -> list[str]:
    return [text[i : i + THREE] for i in range(len(text) - THREE + 1)]


def triggers(pattern: str) -> frozenset[str]:
    """Given a pattern, return small-letter texts of which every match holds one (empty: unknown).

    They are read from the parsed pattern; where this Python parses in another way, nothing is
    known and the pattern is always tried.
    """
    try:
        parsed = import_module("re._parser").parse(pattern, re.IGNORECASE)
        found = _of_sequence(list(parsed))
    except (ImportError, AttributeError, TypeError, ValueError):
        return frozenset()
    return found or frozenset()


def quick(pattern: str) -> re.Pattern[str]:
    """Given a pattern whose case does not count, return one that finds the same in small letters.

    Where case counts, the engine can skip to the letters that a match may begin with.
    """
    small = re.sub(r"\\.|[A-Z]", lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), pattern)
    return re.compile(small.replace("(?p<", "(?P<"))


def _of_sequence(parts: Sequence[Any]) -> frozenset[str] | None:
    """Return the best set of any part: the one whose shortest text is longest."""
    candidates: list[frozenset[str]] = []
    run = ""
    for name, value in (*((str(op), arg) for op, arg in parts), ("END", None)):
        if name == "LITERAL" and _is_plain(chr(value)):
            run += chr(value).lower()
            continue
        if len(run) >= SHORTEST:
            candidates.append(frozenset({run}))
        run = ""
        candidates += [found] if (found := _of_part(name, value)) else []
    return max(candidates, key=_worth, default=None)


def _of_part(name: str, value: Any) -> frozenset[str] | None:
    if name == "SUBPATTERN":
        return _of_sequence(list(value[3]))
    if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] >= 1:
        return _of_sequence(list(value[2]))
    if name == "ASSERT":
        return _of_sequence(list(value[1]))
    if name == "BRANCH":
        return _union(_of_sequence(list(branch)) for branch in value[1])
    return None


def _union(found: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    sets = list(found)
    if any(one is None for one in sets):
        return None
    return frozenset().union(*(one for one in sets if one))


def _worth(found: frozenset[str]) -> tuple[int, int]:
    """Prefer the set whose least telling text is longest; what most letters hold tells nothing."""
    telling = min(0 if text.strip() in COMMON else len(text.strip()) for text in found)
    return telling, -len(found)


def _is_plain(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter == " ")
