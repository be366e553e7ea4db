"""A claim that the record does not hold: a skill, a promise, what somebody is said to have said."""

from collections.abc import Iterable

from heardback.checking.claims import ungrounded
from heardback.checking.letter import Letter
from heardback.model.draft import Finding, Severity

NAME = "unknown_claim"
RULE = "TY-1"
# What the candidate tells a recruiter, or notes for themselves, is theirs to say.
PRIVATE = frozenset({"update_recruiter", "debrief_recruiter", "decide", "ask_timeframe"})


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each claim that nothing on record bears out."""
    if letter.record is None or letter.kind in PRIVATE:
        return
    for claim in ungrounded(letter):
        if claim.words:
            words = ", ".join(dict.fromkeys(claim.words))
            advice = letter.words.advice["claim_words"].format(words=words)
        else:
            advice = letter.words.advice["unknown"]
        severity: Severity = "error" if claim.is_sure else "warning"
        yield letter.finding(NAME, severity, claim.span.start, claim.span.end, advice, rule=RULE)
