"""What names look like: forms of address, spellings in a domain, what is no person's."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from heardback.reading.letter import Letter

HONORIFICS = (
    "dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|rev|revd|reverend|cllr|herr|frau|pastor|fr|father|"
    "sister|sr|brother|coach|captain|capt|corporal|cpl|sergeant|sgt|lieutenant|lt|colonel|major|"
    "judge|rabbi|imam|dean|ing|i\\. ?a|cpt|canon|chief|commander|cmdr|father|mother|madam|hon"
)
HONORIFIC = re.compile(
    rf"^(?:(?:{HONORIFICS})\.?\s+)+(?=\w+\s)",
    re.IGNORECASE,
)

_SPELT_OUT = str.maketrans({"ö": "oe", "ä": "ae", "ü": "ue", "ø": "o", "æ": "ae", "å": "aa"})
_SPELT_SHORT = str.maketrans({"ø": "oe", "æ": "ae", "ł": "l", "đ": "d", "ı": "i"})


_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def compact(name: str) -> str:
    """Return a name as a domain would have it."""
    low = name.casefold().translate(_SPELT_SHORT)
    bare = "".join(c for c in normalize("NFKD", low) if not combining(c))
    return re.sub(r"[^a-z0-9]", "", bare.replace("&", "and"))


@lru_cache(maxsize=4096)
def spellings(name: str) -> frozenset[str]:
    """Return the ways a domain may write a name ("Mohr & Söhne": mohrsoehne, mohrundsoehne)."""
    ways = {
        name.casefold().translate(table).replace("&", joined)
        for table in (_SPELT_OUT, {})
        for joined in ("and", "und", "")
    }
    return frozenset(map(compact, ways))


def names_firm(words: list[str], letter: Letter) -> bool:
    """Tell whether words are those of a firm, a department or a room rather than of a person."""
    dull = letter.words.firm_words | letter.words.not_names
    return bool(words) and (words[-1] in dull or words[0] in letter.words.not_names)


def role_word(text: str, letter: Letter) -> bool:
    """Tell whether a text holds a word of a job title."""
    titles, nouns = letter.words.title_words, letter.words.role_nouns
    return any(w in titles or w in nouns for w in _WORDS.findall(text.casefold()))
