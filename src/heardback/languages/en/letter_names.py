"""How a greeting addresses a name: first names, honorifics, and when to use the whole name."""

import re

HONORIFICS = re.compile(
    r"^(Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss|Sir|Dame|Rev|Judge|Herr|Frau|M|Mme)\b\.?\s+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|MBA|CPA|Esq)\.?$", re.IGNORECASE)
_PARENS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_FAMILY_FIRST = frozenset(
    "nguyen tran pham huynh hoang zhang wang zhao huang zhou zhu choi jeong kang cho yoon jang lim "
    "liu yang chen wu xu sun ma hu guo lin luo zheng liang xie song tang deng feng han cao peng "
    "kim lee park li le nagy kovács szabó tóth horváth".split()
)
_GIVEN_TOO = frozenset("kim lee park li le lin han song yang sun ma".split())


def whole(name: str) -> str:
    """Given a name as recorded, return it in reading order, without letters after it."""
    plain = " ".join(_SUFFIX.sub("", _PARENS.sub("", name)).split())
    if "," in plain:
        family, _, given = plain.partition(",")
        plain = f"{given.strip()} {family.strip()}".strip()
    return plain


def address(name: str) -> str:
    """Given a full name, return what follows "Dear": the first name where that is safe.

    Titles keep the family name ("Dr. Brandt"); a single name, initials, a script without Latin
    letters and a name that may be written family name first are used whole.
    """
    plain = whole(name)
    title = HONORIFICS.match(plain)
    if title:
        return f"{title[0].strip()} {_family(plain[title.end() :])}"
    words = plain.split()
    if len(words) < 2 or not plain.isprintable() or _needs_whole(words):
        return plain
    return words[0].capitalize() if words[0].isupper() and len(words[0]) > 2 else words[0]


def _family(name: str) -> str:
    words = name.split()
    particle = next((i for i, w in enumerate(words[1:], 1) if w.islower()), len(words) - 1)
    return " ".join(words[particle:])


def _needs_whole(words: list[str]) -> bool:
    first, second = words[0].casefold(), words[1]
    if not re.match(r"[A-Za-zÀ-ɏḀ-ỿ]", words[0]) or (
        re.fullmatch(r"(?:\w\.?-?){1,2}\.?", words[0]) and "." in words[0]
    ):
        return True
    if len(words[0]) == 1:
        return True
    if first in _GIVEN_TOO:
        return (
            "-" in second
            or (len(words) == 2 and len(second) <= 4)
            or (len(words) == 3 and all(len(w) <= 5 for w in words[1:]))
        )
    return first in _FAMILY_FIRST
