"""A question about the decision while the promised time still runs."""

from collections.abc import Iterable

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
    if letter.record is None or letter.at is None or letter.kind not in STATUS:
        return
    happened = known_by(letter.record.opportunity, at=letter.at)
    promises = [h for h in happened if isinstance(h, Promise) and h.about == "answer" and h.by]
    if not promises:
        return
    newest = promises[-1]
    today = letter.at.date()
    if newest.by is None or newest.by < today or (newest.invites and newest.by <= today):
        return
    advice = letter.words.advice["too_soon"].format(by=newest.by.isoformat())
    helpful = [s for s in letter.sentences if letter.words.offers_help.search(s.text)]
    for found in letter.told("status_question"):
        if any(s.start <= found.start < s.end for s in helpful):
            continue  # "what would help you decide?" offers something, and asks nothing of the day
        yield letter.finding(NAME, "error", found.start, found.end, advice, rule=RULE)
