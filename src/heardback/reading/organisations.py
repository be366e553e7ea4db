"""Names of firms as a mail writes them: runs of capitalised words, and what a domain stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from heardback.reading.letter import Letter
from heardback.reading.names import compact, spellings
from heardback.reading.who import signature_lines

_RUN = re.compile(
    r"(?:\b[Tt]he )?(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w&'’]*(?:-[A-Za-zÀ-ž]\w*)*\.?|[A-Z]\.)"
    r"(?:[ ](?:(?:of|for|and|the|&|de|del|di|da|le|la|du|der|van|von|und) ){0,2}"
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž&][\w&'’]*(?:-[A-Za-zÀ-ž]\w*)*\.?|[A-Z]\.)){0,6}"
)
_NEAR = 40  # characters before a name that are looked at
_LEAST = 4  # letters that a name and a domain must share
BEFORE = frozenset("at with from for join joining to of by and".split())
_STARTS = re.compile(r"[.!?:]\s*$|\A\s*$")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words: where it stands, and the word before it."""

    name: str
    place: str  # subject, body, signature
    before: str
    begins: bool
    quote: str


def domain_label(domain: str, letter: Letter) -> str:
    """Given a domain, return the part that names whose it is: "aberarth" of aberarth.ac.uk."""
    parts = [p for p in domain.casefold().split(".") if p]
    own = [p for p in parts[:-1] if p not in letter.words.domain_parts]
    return own[-1] if own else (parts[0] if parts else "")


def carries_others(label: str, letter: Letter) -> bool:
    """Return whether a domain is that of an applicant system or an agency: it names no employer."""
    for part in re.split(r"[^a-z]+", label.casefold()):
        for stem in letter.words.carrier_words:
            inside = part.endswith(stem) and stem not in _SHORT and not part.endswith("research")
            if part == stem or inside or (len(stem) >= 5 and part.startswith(stem)):
                return True
    return False


_SHORT = frozenset({"ats", "hr"})  # too short to be looked for inside a word


def runs(letter: Letter) -> Iterator[Run]:
    """Given a letter, yield its runs of capitalised words: subject, new text, signature."""
    yield from _in(letter.message.subject, "subject")
    for one in letter.sentences[:60]:
        yield from _in(one.text, "body")
    for line in signature_lines(letter)[1:6]:
        for part in re.split(r"\s*[|•·,]\s*|\s[-–]\s", line):
            yield from _in(part, "signature")


def runs_in(text: str) -> Iterator[Run]:
    """Given the name a sender shows, yield its runs."""
    yield from _in(text, "sender")


def _in(text: str, place: str) -> Iterator[Run]:
    for line in text.split("\n"):
        shown = " ".join(line.split())[:200]
        for match in _RUN.finditer(line):
            before = line[max(0, match.start() - _NEAR) : match.start()]
            words = re.findall(r"[\w']+", before)
            yield Run(
                match[0].strip(" ."),
                place,
                words[-1].casefold() if words else "",
                bool(_STARTS.search(before)) and (bool(before.strip()) or not match.start()),
                shown,
            )


@lru_cache(maxsize=4096)
def fits(name: str, label: str) -> int:
    """Return how many letters a name shares with a domain's label, 0 if it is not its name.

    "University of Kirkdale" is kirkdale.ac.uk: what stands behind "of" may be the name.
    """
    tails = re.split(r" (?:of|for) (?:the )?", name)[1:]
    words = name.split()
    turned = " ".join((*words[1:], words[0]))  # "Klinik Sonnental" is sonnental-klinik
    if compact(label) in {compact(words[-1]), compact(turned)}:
        return len(compact(label))
    return max(_fits(each, label) for each in (name, *tails))


def _fits(name: str, label: str) -> int:
    return max(_fits_as(plain, name, label) for plain in spellings(name))


def _fits_as(plain: str, name: str, label: str) -> int:
    wanted = compact(label)
    for article in ("the",):
        if plain.startswith(article) and not wanted.startswith(article):
            plain = plain.removeprefix(article)
    initials = "".join(w[0] for w in re.findall(r"\b[A-ZÀ-Þ]\w*", name)).casefold()
    if len(wanted) >= 3 and initials == wanted:
        return len(wanted)
    shared = _shared(plain, wanted)
    first = compact(re.sub(r"^[Tt]he ", "", name).split(" ")[0])
    whole = wanted.startswith(plain) or plain.startswith(wanted)
    enough = shared >= _LEAST and (shared >= len(first) or shared * 2 >= len(wanted))
    return shared if enough and (whole or shared * 2 >= len(wanted)) else 0


def _shared(one: str, other: str) -> int:
    """Return with how many same letters two words begin."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))
