"""What a résumé says the candidate has done: proposals, each a line of it, to be confirmed.

A résumé is the candidate's own, yet files are copied and templates have sample text: nothing read
here is a fact before the candidate has said yes to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LINES, MOST_PROPOSALS = 3_000, 40
SHORTEST, LONGEST = 12, 200
_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣–·o]|\d{1,2}[.)])\s+")
_MARKUP = re.compile(r"\*\*|__|`|^#{1,6}\s*|\[([^\]]*)\]\([^)]*\)")
_SKILL = re.compile(r"^[^\W_][\w .+#/&'-]{1,40}$")
_SPLIT = re.compile(r"\s*[,;|•·]\s*")


@dataclass(frozen=True, slots=True)
class ResumeWords:
    """One language's résumé: its headings by what stands below them, and how deeds begin."""

    done: re.Pattern[str]
    skills: re.Pattern[str]
    other: re.Pattern[str]
    deed: re.Pattern[str]
    years: re.Pattern[str]
    filler: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something the résumé says: the words, and the line (1 first) they stand on."""

    what: str
    line: int


def read_resume(text: str, *, words: ResumeWords) -> list[Proposal]:
    """Given a résumé's text, return what it says was done or can be done, in order."""
    found: dict[str, Proposal] = {}
    for proposal in _proposals(text, words):
        found.setdefault(proposal.what.casefold(), proposal)
        if len(found) >= MOST_PROPOSALS:
            break
    return list(found.values())


def _proposals(text: str, words: ResumeWords) -> Iterator[Proposal]:
    section = "done"
    for number, raw in _joined(text.splitlines()[:MOST_LINES]):
        line = _MARKUP.sub(r"\1", raw).strip()
        bare = _BULLET.sub("", line).strip()
        if not bare:
            continue
        heading = _heading(bare, words)
        if heading is not None:
            section, bare = heading
        yield from (Proposal(what, number) for what in _said(bare, section, words))


def _joined(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers; what a bullet runs over into is put back to it."""
    held: tuple[int, str] | None = None
    for number, raw in enumerate(lines, 1):
        runs_on = held is not None and _BULLET.match(held[1]) and raw.strip()[:1].islower()
        if runs_on and held is not None and not _BULLET.match(raw):
            held = (held[0], f"{held[1].rstrip()} {raw.strip()}")
            continue
        if held is not None:
            yield held
        held = (number, raw)
    if held is not None:
        yield held


def _heading(bare: str, words: ResumeWords) -> tuple[str, str] | None:
    """Return the section that a heading opens, and what stands after its colon."""
    head, _, rest = bare.partition(":")
    for name in ("skills", "done", "other"):
        if len(head) <= 40 and getattr(words, name).fullmatch(head.strip()):
            return name, rest.strip()
    return None


def _said(bare: str, section: str, words: ResumeWords) -> Iterator[str]:
    if section == "other" or not bare:
        return
    if section == "skills":
        yield from (s for s in _SPLIT.split(bare.rstrip(".")) if _SKILL.match(s))
        return
    said = bare.rstrip(".; ")
    told = words.deed.match(said) or words.years.search(said)
    if told and SHORTEST <= len(said) <= LONGEST and not words.filler.search(said):
        yield said
