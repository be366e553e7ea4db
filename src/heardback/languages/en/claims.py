"""How English claims something: the patterns, the plain words, and what a word's forms share."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from heardback.checking.triggers import triggers
from heardback.checking.words import ClaimWords

_IRREGULAR = {
    form: base
    for base, forms in {
        "lead": "led",
        "build": "built",
        "keep": "kept",
        "run": "ran",
        "spend": "spent",
        "speak": "spoke spoken",
        "write": "wrote written",
        "tell": "told",
        "grow": "grew grown",
        "win": "won",
        "teach": "taught",
        "drive": "drove driven",
        "sell": "sold",
        "know": "knew known",
        "hold": "held",
        "meet": "met",
        "take": "took taken",
        "give": "gave given",
        "make": "made",
        "bring": "brought",
        "find": "found",
        "leave": "left",
        "say": "said",
        "begin": "began begun",
        "oversee": "oversaw overseen",
        "good": "better best",
    }.items()
    for form in forms.split()
}
_ENDINGS = ("ings", "ing", "ied", "ies", "edly", "ed", "es", "s", "ly")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Given a word in small letters, return what its forms share: moving, moved, move → mov."""
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    for ending in _ENDINGS:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and not word.endswith("ss"):
            word = rest + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e")


@cache
def claims() -> ClaimWords:
    """Return how English claims, read once."""
    here = files("heardback.languages.en")
    table = tomllib.loads(here.joinpath("claims.toml").read_text(encoding="utf-8"))
    lines = here.joinpath("plain.txt").read_text(encoding="utf-8").splitlines()
    plain = " ".join(line for line in lines if not line.startswith("#")).split()
    parts = {"{adverbs}": table["adverbs"], "{clause}": table["clause"]}
    kinds = {name: _pattern(text, parts) for name, text in table["kinds"].items()}
    return ClaimWords(
        kinds=kinds,
        needs={name: triggers(pattern.pattern) for name, pattern in kinds.items()},
        oneself="I",
        plain=frozenset(map(stem, plain)),
        stem=stem,
        **{name: re.compile(text, re.IGNORECASE) for name, text in _offers(table).items()},
    )


def _offers(table: dict[str, dict[str, str]]) -> dict[str, str]:
    offers = table["offers"]
    return {"offers": offers["pattern"], "times": offers["time"], "commits": offers["commits"]} | {
        name: table[name]["pattern"] for name in ("reports", "pointing", "strangers", "lasting")
    }


def _pattern(text: str, parts: dict[str, str]) -> re.Pattern[str]:
    for name, part in parts.items():
        text = text.replace(name, part)
    return re.compile(text)
