"""What the likeness of a letter's sentences adds to its phrases (docs/decisions/056).

Phrases speak first: they name the exact words. Where they found nothing of a sort in a sentence,
its likeness may: an error where it is surer than nearly every fine sentence ever was, a warning
below. A claim needs both: that the sentence is like a claim, and words that nothing on record
bears out; what each counts is learned as well.
"""

import math
from collections.abc import Iterator, Sequence

from heardback.checking.checks import (
    desperation,
    excuse,
    offer_details,
    pay_talk,
    reproach,
    stock_phrase,
    too_soon,
    ultimatum,
    unknown_claim,
)
from heardback.checking.claims import PROPOSES, Known, undated
from heardback.checking.letter import Letter, Span
from heardback.checking.likeness import Learned, features, odds
from heardback.model.draft import Finding, Severity

# A fault is of the same rule, however it was found.
RULES = {
    check.NAME: check.RULE
    for check in (
        reproach,
        ultimatum,
        desperation,
        excuse,
        pay_talk,
        offer_details,
        stock_phrase,
    )
}
# Where a label is a fault at all: elsewhere these words are news, or an answer to a question.
_OF_THE_TALK = frozenset({"thank_you", "raise_point", "fix_mistake", "check_in", "closing_message"})
ONLY = {
    "pay_talk": frozenset({"thank_you"}),
    "offer_details": frozenset({"tell_about_offer"}),
    "excuse": _OF_THE_TALK,
    "desperation": _OF_THE_TALK | {"answer_rejection", "tell_about_offer", "keep_in_touch"},
}
_LEAST = 1e-4
GROUNDED = 4 / 5  # where so much is on record, more is a warning; so is one bare word
BARE_PLACE = 4  # of the share of bare words among the marks
_SHORTEST = 3  # words: shorter lines are greetings, names and addresses
_MOST_MISSING = 4


def alike(letter: Letter, found: Sequence[Finding]) -> Iterator[Finding]:
    """Given a letter and what its phrases told, yield what its sentences are like beyond that."""
    faults, claims = letter.words.learned("faults"), letter.words.learned("claims")
    by = too_soon.promised(letter)
    known = None
    if letter.record is not None and letter.kind not in unknown_claim.PRIVATE | PROPOSES:
        known = Known(letter.record, letter.words.claiming, letter.words.numbers)
    for sentence in letter.sentences:
        if sentence.text.count(" ") < _SHORTEST - 1:
            continue
        told = {f.check for f in found if f.start < sentence.end and sentence.start < f.end}
        marks = features(sentence.text)
        yield from _faulty(letter, sentence, told, odds(marks, faults), faults, by=by)
        if known is not None and not any(name.startswith("unknown") for name in told):
            if next(known.missing(sentence.text), None) is None:
                continue  # all of it is on record or plain
            yield from _claimed(letter, sentence, odds(marks, claims), claims, known)


def _faulty(
    letter: Letter,
    sentence: Span,
    told: set[str],
    like: dict[str, float],
    learned: Learned,
    *,
    by: object,
) -> Iterator[Finding]:
    label = max(like, key=lambda each: like[each])
    if label not in learned.sure or like[label] < learned.likely[label]:
        return
    severity: Severity = "error" if like[label] >= learned.sure[label] else "warning"
    if label == "status_question":
        if letter.words.offers_help.search(sentence.text):
            return
        if by is not None and "too_soon" not in told and severity == "error":
            yield too_soon.finding(letter, sentence.start, sentence.end)
        return
    if told & RULES.keys() or letter.kind not in ONLY.get(label, {letter.kind}):
        return
    if label == "stock_phrase":
        severity = "warning"
    yield letter.finding(label, severity, sentence.start, sentence.end, rule=RULES[label])


def claim_marks(
    letter: Letter, sentence: Span, like: dict[str, float], known: Known
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return what speaks for an invention in a sentence, and its words that stand bare."""
    said = undated(letter, sentence.start, sentence.text)
    bare = tuple(dict.fromkeys(known.missing(said)))
    stated = len(set(known.content(said))) or 1
    none = math.log(max(like["no_claim"], _LEAST))
    return (
        math.log(max(like["own_claim"], _LEAST)) - none,
        math.log(max(like["event_claim"], _LEAST)) - none,
        math.log(max(like["employer_claim"], _LEAST)) - none,
        float(min(len(bare), _MOST_MISSING)),
        len(bare) / stated,
        float(any(word[0].isdigit() or word in letter.words.numbers for word in bare)),
    ), bare


def _claimed(
    letter: Letter, sentence: Span, like: dict[str, float], learned: Learned, known: Known
) -> Iterator[Finding]:
    marks, bare = claim_marks(letter, sentence, like, known)
    if not bare or sentence.text.endswith("?"):
        return
    *counts, start = learned.marks
    score = start + sum(a * b for a, b in zip(marks, counts, strict=True))
    if score < learned.likely["claim"]:
        return
    severity: Severity = "error" if score >= learned.sure["claim"] else "warning"
    if marks[BARE_PLACE] <= 1 - GROUNDED or len(bare) == 1:
        severity = "warning"
    advice = letter.words.advice["claim_words"].format(words=", ".join(bare))
    yield letter.finding(
        unknown_claim.NAME, severity, sentence.start, sentence.end, advice, rule=unknown_claim.RULE
    )
