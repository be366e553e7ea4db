"""The words of one language for promised times, as a value the reader is handed.

Two parts: a lexicon (what a word or fixed phrase stands for, by category) and constructions (how
categories stand together, and which meaning builds from them). Patterns are written in the small
language of `timeframe/pattern.py`: lower case = the word itself, UPPER CASE = a category or another
construction, `name:CAT` = captured under that name, `?` = may be missing, `(a|b c)` = either.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Terms = Mapping[str, object]


@dataclass(frozen=True, eq=False, kw_only=True)
class TimeframeWords:
    """One language's words and constructions for times and promises.

    `lexicon`: category → word or phrase → value; `constructions`: name → (pattern, meaning) in
    order of preference, a meaning being a name in `timeframe/grammar.py`, perhaps with arguments
    ("part early"). `anchors`: categories and words without one of which there is no time (of a
    phrase, its longest word). `heads`: kind → patterns of the verbs and nouns
    that say what a date is for.
    """

    code: str
    lexicon: Mapping[str, Terms]
    constructions: Mapping[str, tuple[tuple[str, str], ...]]
    heads: Mapping[str, tuple[str, ...]]
    anchors: frozenset[str]
    contractions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinal_suffixes: frozenset[str] = frozenset()
    number_suffixes: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    not_after_ordinal: frozenset[str] = frozenset()
    dotted_dates: bool = False
    quote_marks: tuple[str, ...] = ()
    again_and_again: frozenset[str] = frozenset()
    in_place_of: frozenset[str] = frozenset()
