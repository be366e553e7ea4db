"""An offer, or an acceptance, that is not on record: a bluff, or a mistake."""

from collections.abc import Iterable

from heardback.checking.letter import Letter
from heardback.checking.record import Record, known_by
from heardback.model.draft import Finding
from heardback.model.events import Accepted, DecidedAgainst, DecidedFor, Offer
from heardback.model.search import Opportunity

NAME = "unknown_offer"
RULE = "OF-10"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each claim of an offer that nobody recorded."""
    record = letter.record
    if record is None:
        return
    checks = (
        ("offer_elsewhere", any(_has(o, letter, Offer) for o in record.others)),
        ("offer_here", _has(record.opportunity, letter, Offer)),
        ("accepted_elsewhere", _accepted(letter, record)),
        ("accepted_here", _has(record.opportunity, letter, Accepted)),
    )
    for name, is_true in checks:
        if not is_true:
            for found in letter.told(name, rule=RULE):
                yield letter.finding(
                    NAME, "error", found.start, found.end, letter.words.advice["bluff"], rule=RULE
                )


def _has(opportunity: Opportunity, letter: Letter, kind: type) -> bool:
    return any(isinstance(h, kind) for h in known_by(opportunity, at=letter.at))


def _accepted(letter: Letter, record: Record) -> bool:
    mine = known_by(record.opportunity, at=letter.at)
    said = any(isinstance(h, DecidedAgainst) and h.reason == "accepted_other" for h in mine)
    elsewhere = (Accepted, DecidedFor)
    return said or any(_has(o, letter, kind) for o in record.others for kind in elsewhere)
