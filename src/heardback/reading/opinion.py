"""Two opinions on one letter: what its phrases decide, and what its words are like.

A status (a rejection, an offer, a closed or paused position) moves by phrases alone, and only where
the words do not speak against it; where only the words speak for one, the candidate is asked.
Everything else goes by the phrases where they are sure and the words agree, else by the words.
"""

from dataclasses import dataclass, replace
from typing import cast

from heardback.model.understanding import MessageKind
from heardback.reading.kind import STATUS
from heardback.reading.letter import Letter, Reading
from heardback.reading.likeness import NOISE, likeness, telling

SURE_ENOUGH = 0.6  # below this a reading waits for the candidate's word
ASKED = 0.5
_DOUBT = 0.3  # so likely to be about nothing of ours, and a status is asked about first
_UNHEARD_OF = 0.1  # so unlikely is a kind that its phrase may mean something else
_FAINT = 0.25
_ELSEWHERE = ("job_alert", "recruiter_outreach")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The readings, the one that decides first, and whether the letter is about a job."""

    readings: list[Reading]
    related: bool


def opinion(letter: Letter, found: list[Reading], *, related: bool) -> Opinion:
    """Given what the phrases say, return what stands once the words have been weighed too."""
    odds = likeness(letter, letter.words.weights())
    other = odds.get(NOISE, 0.0) + odds.get("other", 0.0)
    if other >= 0.5 and not (related and other < 0.75):
        return _nothing(found)
    first, likeliest = found[0], _likeliest(odds)
    if first.kind in STATUS:
        doubted = other >= _DOUBT or odds.get(first.kind, 0.0) < _UNHEARD_OF
        if doubted and first.confidence >= SURE_ENOUGH:
            first = replace(first, confidence=ASKED)
        return Opinion([first, *found[1:]], related=True)
    if first.kind != "other" and first.confidence >= SURE_ENOUGH:
        if odds.get(first.kind, 0.0) >= _FAINT or first.kind == likeliest:
            return Opinion(found, related=True)
    return Opinion([_by_words(letter, likeliest, odds), *_but(found, likeliest)], related=True)


def _nothing(found: list[Reading]) -> Opinion:
    """The words are of nothing that concerns the candidate; a status is asked about all the same."""
    first = found[0]
    if first.kind in _ELSEWHERE:
        return Opinion(found, related=True)
    confidence = min(first.confidence, ASKED) if first.kind != "other" else first.confidence
    kind = first.kind if first.kind in STATUS else cast(MessageKind, "other")
    return Opinion([replace(first, kind=kind, confidence=confidence)], related=False)


def _likeliest(odds: dict[str, float]) -> MessageKind:
    known = {kind: odd for kind, odd in odds.items() if kind not in (NOISE, "other")}
    return cast(MessageKind, max(known, key=lambda kind: known[kind]))


def _by_words(letter: Letter, kind: MessageKind, odds: dict[str, float]) -> Reading:
    sure = ASKED if kind in STATUS else max(SURE_ENOUGH, round(min(0.9, odds[kind]), 2))
    quote = telling(letter, letter.words.weights(), kind)
    return Reading(kind=kind, confidence=sure, quote=quote)


def _but(found: list[Reading], kind: MessageKind) -> list[Reading]:
    return [each for each in found if each.kind not in (kind, "other")]
