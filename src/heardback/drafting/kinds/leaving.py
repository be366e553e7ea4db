"""Leaving well: declining an offer, and withdrawing from a process."""

from heardback.drafting import facts
from heardback.drafting.case import Case
from heardback.drafting.line import Evidence, Line
from heardback.drafting.outline import Outline, Paragraph
from heardback.model.events import Accepted, DecidedAgainst


def withdraw(case: Case) -> Outline:
    """Given a case, return the withdrawal: thanks, one clear sentence, good wishes."""
    return Outline(
        subject=case.line("subject.withdraw"),
        paragraphs=(
            (_thanks(case), _decision(case, "withdraw")),
            (*_released(case), case.line("leaving.wish")),
        ),
        voicemail=(case.line("voicemail.ring_back"), case.line("voicemail.number")),
    )


def decline(case: Case) -> Outline:
    """Given a case, return the refusal of an offer; the news itself never goes on a machine."""
    offer = case.offer
    evidence: tuple[Evidence, ...] = ({"event": offer.offer.event.ref},) if offer else ()
    return Outline(
        subject=case.line("subject.decline"),
        paragraphs=(
            (case.line("decline.thanks", evidence=evidence), _decision(case, "decline")),
            (case.line("leaving.wish"),),
        ),
        voicemail=(case.line("voicemail.ring_back"), case.line("voicemail.number")),
    )


def _thanks(case: Case) -> Line:
    return case.line("withdraw.thanks" if case.interview else "withdraw.thanks_unmet")


def _decision(case: Case, kind: str) -> Line:
    decided = facts.last_of(case.events, kind=DecidedAgainst)
    reason = decided.what.reason if decided else None
    if reason is None and _accepted_elsewhere(case):
        reason = "accepted_other"
    evidence: tuple[Evidence, ...] = ({"event": decided.event.ref},) if decided else ()
    return case.line(f"{kind}.{reason or 'none'}", evidence=evidence or _acceptance(case))


def _accepted_elsewhere(case: Case) -> bool:
    return bool(_acceptance(case))


def _acceptance(case: Case) -> tuple[Evidence, ...]:
    for other in case.search.opportunities:
        accepted = facts.last_of(facts.known(other, at=case.at), kind=Accepted)
        if accepted is not None and other.id != case.opportunity.id:
            return ({"event": accepted.event.ref, "of": other.id},)
    return ()


def _released(case: Case) -> Paragraph:
    coming = facts.ahead(case.opportunity, at=case.at)
    if coming is None:
        return ()
    return (case.line("withdraw.release", when=case.dated(coming.event.when, event=coming.event)),)
