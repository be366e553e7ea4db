"""Two opinions on one letter: what its phrases decide, and what its words are like.

A status (a rejection, an offer, a closed or paused position) moves by phrases alone, and only where
the words do not speak against it; where only the words speak for one, the candidate is asked.
Everything else goes by the phrases where they are sure and the words agree, else by the words.
"""

from dataclasses import dataclass, replace
from typing import cast

from heardback.model.understanding import MessageKind
from heardback.reading.kind import LIKELY, STATUS
from heardback.reading.letter import Letter, Reading
from heardback.reading.likeness import NOISE, familiar, likeness, telling

SURE_ENOUGH = 0.6  # below this a reading waits for the candidate's word
ASKED = 0.5
_FAMILIAR = 0.6  # so many of its words must have been met for them to say anything
_DOUBT = 0.5  # so likely to be about nothing of ours, and a status is asked about first
_UNHEARD_OF = 0.1  # so unlikely is a kind that its phrase may mean something else
_SURE_OF_NOTHING = 0.8  # only then do words outweigh a sure phrase about the candidate's process
_STRANGE = 0.85  # not even asked about
_CONTRADICTS = 0.9
_FAINT = 0.25
_HALF = 0.5
# Kinds whose phrases are hard to mistake; a promise, an ask, a thanks stand in many letters.
_PLAIN = ("scheduling", "interview_confirmed", "application_received", "auto_reply")
_ELSEWHERE = ("job_alert", "recruiter_outreach")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The readings, the one that decides first, and whether the letter is about a job."""

    readings: list[Reading]
    related: bool


def opinion(letter: Letter, found: list[Reading], *, related: bool) -> Opinion:
    """Given what the phrases say, return what stands once the words have been weighed too."""
    if familiar(letter, letter.words.weights()) < _FAMILIAR:
        return Opinion(found, related)  # another language, a table, next to nothing
    odds = likeness(letter, letter.words.weights())
    other = odds.get(NOISE, 0.0) + odds.get("other", 0.0)
    first, likeliest = found[0], _likeliest(odds)
    sure = related and first.confidence >= LIKELY and first.kind != "other"
    if other >= (_SURE_OF_NOTHING if sure else _DOUBT):
        strange = other >= _STRANGE
        return _nothing(found, answers=_in_process(letter, first), strange=strange)
    if first.kind in STATUS:
        doubted = other >= _DOUBT or odds.get(first.kind, 0.0) < _UNHEARD_OF
        if doubted and first.confidence >= SURE_ENOUGH:
            first = replace(first, confidence=ASKED)
        return Opinion([first, *found[1:]], related=True)
    own = odds.get(first.kind, 0.0)
    if sure and first.kind in _PLAIN:
        agreed = odds[likeliest] < _CONTRADICTS or own >= _UNHEARD_OF
    elif sure:
        # Of several kinds that fit, the contract's order decides, not the words.
        also = likeliest in {each.kind for each in found[1:]}
        agreed = odds[likeliest] < _HALF or own >= _UNHEARD_OF or also
    else:
        agreed = own >= _FAINT or first.kind == likeliest
    if first.kind != "other" and first.confidence >= SURE_ENOUGH and agreed:
        return Opinion(found, related=related or other < _DOUBT)
    if odds[likeliest] < _HALF and first.kind == "other":
        return Opinion(found, related=True)  # about a job, and nobody can tell more
    return Opinion([_by_words(letter, likeliest, odds), *_but(found, likeliest)], related=True)


def _in_process(letter: Letter, first: Reading) -> bool:
    """An answer in a thread says little by itself: what it answers decides what it is about."""
    return letter.reply and not letter.bulk and first.kind not in ("other", *_ELSEWHERE)


def _nothing(found: list[Reading], *, answers: bool, strange: bool) -> Opinion:
    """The words are of nothing that concerns the candidate; a status is asked about all the same.

    An answer in a thread keeps its kind: whether the thread is about a job decides what it counts.
    """
    first = found[0]
    if first.kind in _ELSEWHERE:
        return Opinion(found, related=True)
    if first.kind in STATUS and not strange:
        return Opinion([replace(first, confidence=min(first.confidence, ASKED))], related=False)
    if answers or first.kind == "other":
        return Opinion(found, related=False)
    return Opinion([replace(first, kind="other", confidence=ASKED)], related=False)


def _likeliest(odds: dict[str, float]) -> MessageKind:
    known = {kind: odd for kind, odd in odds.items() if kind not in (NOISE, "other")}
    return cast(MessageKind, max(known, key=lambda kind: known[kind]))


def _by_words(letter: Letter, kind: MessageKind, odds: dict[str, float]) -> Reading:
    sure = ASKED if kind in STATUS else max(SURE_ENOUGH, round(min(0.9, odds[kind]), 2))
    quote = telling(letter, letter.words.weights(), kind)
    return Reading(kind=kind, confidence=sure, quote=quote)


def _but(found: list[Reading], kind: MessageKind) -> list[Reading]:
    return [each for each in found if each.kind not in (kind, "other")]
