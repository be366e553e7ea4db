"""How close two names are: accents, order, and the slips of a hurried hand."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def unaccented(text: str) -> str:
    """Given a text, return it case folded and without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate({ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ı"): "i"})


def is_slip(written: str, *, meant: str) -> bool:
    """Given a word and a name, return whether the word is that name misspelt."""
    a, b = unaccented(written), unaccented(meant)
    if a == b:
        return written.casefold() != meant.casefold()
    longest = max(len(a), len(b))
    if longest < 5 and min(len(a), len(b)) < 4:
        return False
    return abs(len(a) - len(b)) <= 2 and distance(a, b) <= (2 if longest >= 8 else 1)


def distance(a: str, b: str) -> int:
    """Given two words, return the edits between them (a swap of neighbours counts one)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        older, before, row = before, row, [i, *[0] * len(b)]
        for j, cb in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (ca != cb))
            if i > 1 and j > 1 and ca == b[j - 2] and a[i - 2] == cb:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]
