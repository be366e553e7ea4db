"""Two opinions on one letter: what its phrases decide, and what its words are like.

Each kind gets votes: how likely the words think it, whether the phrases name it first and how
surely, or among others. What a vote counts was learned from letters that neither had seen
(docs/decisions/007). A status (a rejection, an offer, a closed or paused position) moves only where
both together are surer than MOVES; below it the candidate is asked.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from heardback.model.understanding import MessageKind
from heardback.reading.kind import LIKELY, STATUS
from heardback.reading.letter import Letter, Reading
from heardback.reading.likeness import NOISE, familiar, likeness, telling
from heardback.reading.words import Weights

SURE_ENOUGH = 0.6  # below this a reading waits for the candidate's word
ASKED = 0.5
MOVES = 0.95  # so likely must a status be to move by itself
MOVES_OWN = 0.85  # where the letter speaks of the candidate's own application as well
LEAST_ODDS = 1e-5
_FAMILIAR = 0.6  # so many of its words must have been met for them to say anything
_STRANGE = 0.85  # so likely about nothing of ours: a status is not even asked about
_CERTAIN = 0.98  # where the letter speaks of the candidate's own application as well
_SURE_OF_NOTHING = 0.8  # only then is a sure phrase about the candidate's process outweighed
_CONTRADICTS = 0.9
_UNHEARD_OF = {False: 0.1, True: 0.02}  # by whether the words take it for a stranger's or a list's
_HALF = 0.5
_PLEASE = frozenset({"please", "kindly", "need", "required", "require"})
_ELSEWHERE = ("job_alert", "recruiter_outreach")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The readings, the one that decides first, and whether the letter is about a job."""

    readings: list[Reading]
    related: bool


def votes(found: Sequence[Reading], *, related: bool) -> dict[str, tuple[float, ...]]:
    """Given what the phrases say, return the votes for each kind they speak of.

    First and sure, first and unsure, among others, the letter is about no job. A sure phrase of the
    candidate's process stands at noise under "among others": it speaks against it.
    """
    first = found[0]
    given: dict[str, tuple[float, ...]] = {
        one.kind: (0.0, 0.0, 1.0, 0.0) for one in found[1:] if one.kind != "other"
    }
    sure = first.kind == "other" or first.confidence >= LIKELY
    if first.kind == "other":
        given[NOISE] = (1.0, 0.0, 0.0, float(not related))
    else:
        given[first.kind] = (float(sure), float(not sure), 0.0, 0.0)
        given[NOISE] = (0.0, 0.0, float(sure and related), float(not related))
    return given


def weighed(
    heard: dict[str, float], told: dict[str, tuple[float, ...]], weights: Weights
) -> dict[str, float]:
    """Given the words' opinion and the phrases' votes, return how likely each kind is."""
    scores = {}
    for kind, counts in weights.votes.items():
        marks = (math.log(max(heard[kind], LEAST_ODDS)), *told.get(kind, ()))
        scores[kind] = counts[-1] + sum(a * b for a, b in zip(marks, counts, strict=False))
    top = max(scores.values())
    odds = {kind: math.exp(score - top) for kind, score in scores.items()}
    total = sum(odds.values())
    return {kind: each / total for kind, each in odds.items()}


def opinion(letter: Letter, found: list[Reading], *, related: bool) -> Opinion:
    """Given what the phrases say, return what stands once the words have been weighed too."""
    weights = letter.words.weights()
    if familiar(letter, weights) < _FAMILIAR:
        return Opinion(found, related)  # another language, a table, next to nothing
    odds = weighed(likeness(letter, weights), votes(found, related=related), weights)
    sure = related and found[0].confidence >= LIKELY and found[0].kind != "other"
    limit = _HALF if not sure else _SURE_OF_NOTHING if not letter.process else _CERTAIN
    if odds[NOISE] >= limit:
        return _nothing(letter, found, odds)
    kind = _likeliest(letter, found, odds)
    said = [one for one in found if one.kind == kind]
    if not said and odds[kind] < (SURE_ENOUGH if kind in STATUS else _HALF):
        return Opinion(_asked(found), related=True)  # about a job, and nobody can tell more
    if said:
        first = max(said, key=lambda one: one.confidence)
    else:
        first = Reading(kind=kind, confidence=ASKED, quote=telling(letter, weights, kind))
    first = replace(first, confidence=_sure(letter, first, odds[kind], said=bool(said)))
    return Opinion([first, *(one for one in found if one.kind not in (kind, "other"))], True)


def _likeliest(letter: Letter, found: list[Reading], odds: dict[str, float]) -> MessageKind:
    """A request by the words alone must ask for something somewhere; no person sends alerts."""
    known = {kind: odd for kind, odd in odds.items() if kind != NOISE}
    if letter.signed and all(one.kind != "job_alert" for one in found):
        known.pop("job_alert", None)
    asked = "?" in letter.cleaned.text(letter.message.text) or letter.vocabulary & _PLEASE
    if not asked and all(one.kind != "request" for one in found):
        known.pop("request", None)
    likeliest = max(known, key=lambda kind: known[kind])
    plain = found[0]
    sure = plain.kind in known and plain.kind not in STATUS and plain.confidence >= LIKELY
    if sure and likeliest in _ELSEWHERE and _dated(plain, letter):
        return plain.kind  # no stranger's first mail proposes a day and an hour
    least = _UNHEARD_OF[likeliest in _ELSEWHERE]
    if sure and odds[likeliest] < _CONTRADICTS and odds[plain.kind] >= least:
        return plain.kind  # a plain phrase stands where the words do not contradict it loudly
    return cast(MessageKind, likeliest)


def _dated(plain: Reading, letter: Letter) -> bool:
    """Tell whether a meeting is proposed with a day or an hour, there or in what is asked."""
    if plain.kind not in ("scheduling", "interview_confirmed"):
        return False
    asked = [one.text for one in letter.sentences if "?" in one.text or _asks(one.low)]
    return any(sign.isdigit() for text in (plain.quote, *asked) for sign in text)


def _asks(low: str) -> bool:
    return low.split(maxsplit=1)[:1] in (["please"], ["kindly"])


def _sure(letter: Letter, first: Reading, odds: float, *, said: bool) -> float:
    """A status moves only where a phrase says so and both together are sure of it."""
    if first.kind in STATUS:
        enough = odds >= (MOVES_OWN if letter.process else MOVES)
        return round(odds, 2) if said and enough else min(ASKED, round(odds, 2))
    return max(SURE_ENOUGH, round(min(odds, MOVES), 2))


def _nothing(letter: Letter, found: list[Reading], odds: dict[str, float]) -> Opinion:
    """It is likely about nothing that concerns the candidate; a status is asked about all the same.

    An answer in a thread keeps its kind: whether the thread is about a job decides what it counts.
    """
    first, noise = found[0], odds[NOISE]
    if first.kind in _ELSEWHERE:
        return Opinion(found, related=True)
    if first.kind in STATUS and noise < _STRANGE:
        return Opinion(_asked(found)[:1], related=False)
    if first.kind == "other":
        return Opinion(found, related=False)
    if letter.reply and not letter.bulk:
        return Opinion(_asked(found), related=False)
    return Opinion([replace(first, kind="other", confidence=ASKED)], related=False)


def _asked(found: list[Reading]) -> list[Reading]:
    """A status that the words doubt waits for the candidate's word."""
    first = found[0]
    if first.kind not in STATUS:
        return found
    return [replace(first, confidence=min(first.confidence, ASKED)), *found[1:]]
