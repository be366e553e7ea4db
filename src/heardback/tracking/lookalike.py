"""Whether a sender's domain only looks like that of an employer the candidate writes with.

After the ways of phishing that registries see most: letters swapped, dropped or doubled, figures
and foreign letters that look alike, words added (northwind-careers.example).
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from heardback.model.understanding import Flag
from heardback.tracking.match import PERSONAL_DOMAINS
from heardback.tracking.threads import Reading, in_order

ALIKE = str.maketrans(
    {
        "0": "o",
        "1": "l",
        "i": "l",
        "3": "e",
        "5": "s",
        "8": "b",
        "а": "a",  # Cyrillic and Greek letters, that is the point
        "е": "e",
        "о": "o",
        "р": "p",
        "с": "c",
        "х": "x",
        "у": "y",
        "і": "l",
        "ѕ": "s",
        "ο": "o",
        "α": "a",
        "ν": "v",
    }
)
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"))
ADDED = frozenset(
    "career careers job jobs hr hiring recruit recruiting recruitment recruiter talent team offer "
    "offers onboarding employment interview apply portal mail secure inc llc ltd corp group global "
    "usa uk online official hire staff people humanresources".split()
)
ENDINGS = frozenset("com co net org info biz io ai uk de us eu ac gov edu".split())
SHORT = 5  # letters: names shorter than this are near too many others
CLOSE = 1
UNSURE = 0.4  # a suspected message moves no status by itself


def suspected(readings: Sequence[Reading]) -> list[Reading]:
    """Given readings, return them with those flagged whose sender imitates a known employer.

    Known is whom the candidate wrote to, and who wrote of a job first.
    """
    known: set[str] = set()
    cache: dict[str, str | None] = {}
    out = {reading.key: reading for reading in readings}
    for reading in in_order(readings):
        seen = reading.seen
        if seen.direction == "out":
            known |= {a.email.casefold().rpartition("@")[2] for a in seen.to} - PERSONAL_DOMAINS
            continue
        domain = seen.from_.email.casefold().rpartition("@")[2]
        if not domain or domain in PERSONAL_DOMAINS or not seen.job_related:
            continue
        if domain not in cache:
            cache[domain] = imitated(domain, known)
        theirs = cache[domain]
        if theirs is None:
            known.add(domain)
            continue
        flag = Flag(kind="look_alike", quote=f"{domain} is not {theirs}")
        doubted = replace(seen, flags=(*seen.flags, flag), confidence=min(seen.confidence, UNSURE))
        out[reading.key] = replace(reading, seen=doubted)
    return [out[reading.key] for reading in readings]


def imitated(domain: str, known: Iterable[str]) -> str | None:
    """Given a sender's domain and known employers' domains, return the one it imitates, or None.

    A known domain, or a part of one (mail.northwind.example), imitates nobody.
    """
    mine = _plain(domain)
    known = sorted({k.casefold() for k in known})
    if any(mine == k or mine.endswith(f".{k}") for k in known):
        return None
    return next((k for k in known if _looks_like(mine, k)), None)


def _plain(domain: str) -> str:
    domain = domain.casefold().rstrip(".")
    if "xn--" in domain:
        try:
            return domain.encode("ascii").decode("idna")
        except (UnicodeError, ValueError):
            return domain
    return domain


def _name(domain: str) -> str:
    """Return the label that bears the name: northwind of mail.northwind.co.uk."""
    labels = domain.split(".")
    kept = labels[:-1] or labels
    while len(kept) > 1 and kept[-1] in ENDINGS:
        kept = kept[:-1]
    return kept[-1]


def _skeleton(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(ALIKE)
    for pair, one in PAIRS:
        plain = plain.replace(pair, one)
    return plain


def _looks_like(domain: str, known: str) -> bool:
    mine, theirs = _name(domain), _name(known)
    if len(theirs) < SHORT:
        return False
    if mine == theirs:
        return False  # another ending alone is common: .com and .co.uk of one firm
    if _skeleton(mine) == _skeleton(theirs):
        return True
    words = [w for w in mine.replace("_", "-").split("-") if w]
    rest = [w for w in words if w not in ADDED]
    if len(words) > 1 and len(rest) < len(words) and "".join(rest) == theirs.replace("-", ""):
        return True
    for word in ADDED:
        if mine in (theirs + word, word + theirs) and len(word) > 1:
            return True
    return _distance(mine, theirs, CLOSE) <= CLOSE


def _distance(one: str, other: str, most: int) -> int:
    """Return the edit distance with swaps of neighbours (Damerau), `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    two_up: list[int] = []
    up = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(up[j] + 1, row[j - 1] + 1, up[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, two_up[j - 2] + 1)
            row.append(cost)
        two_up, up = up, row
    return up[-1]
