"""Which remarks of a grammar checker are worth a reader's time, and which words are right after all."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class GrammarWords:
    """Rules to leave out, words that are right, and pairs of endings that differ by country only."""

    leave_out: frozenset[str]
    words: frozenset[str]
    endings: tuple[tuple[str, str], ...]

    def is_variant(self, word: str, other: str) -> bool:
        """Given two words in small letters, return whether one is the other's British spelling."""
        for british, american in self.endings:
            for a, b in ((british, american), (american, british)):
                if word.endswith(a) and other == word[: -len(a)] + b:
                    return True
        return False


@cache
def grammar_words() -> GrammarWords:
    """Return the words beside the grammar checker, read once."""
    text = files("heardback.languages.en").joinpath("grammar.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return GrammarWords(
        leave_out=frozenset(table["leave_out"].split()),
        words=frozenset(f"{table['british']} {table['words']}".split()),
        endings=tuple((a, b) for a, b in table["british_endings"]),
    )
