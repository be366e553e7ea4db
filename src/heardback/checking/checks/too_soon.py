"""A question about the decision while the promised time still runs."""

from collections.abc import Iterable
from datetime import date

from heardback.checking.letter import Letter
from heardback.checking.record import known_by
from heardback.model.draft import Finding
from heardback.model.events import Promise

NAME = "too_soon"
RULE = "CK-1"
STATUS = frozenset(
    {"check_in", "closing_message", "fix_mistake", "raise_point", "reply", "thank_you"}
)


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each status question inside a promised timeframe."""
    if promised(letter) is None:
        return
    helpful = [s for s in letter.sentences if letter.words.offers_help.search(s.text)]
    for found in letter.told("status_question"):
        if any(s.start <= found.start < s.end for s in helpful):
            continue  # "what would help you decide?" offers something, and asks nothing of the day
        yield finding(letter, found.start, found.end)


def promised(letter: Letter) -> date | None:
    """Given a letter, return the promised day that forbids to ask in it (None: one may)."""
    if letter.record is None or letter.at is None or letter.kind not in STATUS:
        return None
    happened = known_by(letter.record.opportunity, at=letter.at)
    promises = [h for h in happened if isinstance(h, Promise) and h.about == "answer" and h.by]
    if not promises:
        return None
    newest = promises[-1]
    today = letter.at.date()
    if newest.by is None or newest.by < today or (newest.invites and newest.by <= today):
        return None
    return newest.by


def finding(letter: Letter, start: int, end: int) -> Finding:
    """Given where the question stands, return that it comes too soon."""
    by = promised(letter)
    said = by.isoformat() if by else ""
    advice = letter.words.advice["too_soon"].format(by=said)
    return letter.finding(NAME, "error", start, end, advice, rule=RULE)
