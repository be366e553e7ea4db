"""An agency recruiter hears first: how the interview went, and what else is moving.

The debrief within two hours, the same day at the latest. News of other processes, and the wish
for advice before a decision, go to the recruiter; nothing goes around them.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from heardback.model.events import Event, Hesitation
from heardback.model.plan import Caution, Reason, Sentence
from heardback.playbook.case import Case, Round
from heardback.playbook.notes import decision_known
from heardback.playbook.offers import is_told_through
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import AGENCY, agency_recruiter, may_call

RULES = ("RC-1", "RC-3")
SOURCE = "seed: a recruiter can help you navigate case by case; playbook RC-1, RC-3"
HALF_HOUR, TWO_HOURS, END_OF_DAY = timedelta(minutes=30), timedelta(hours=2), time(23, 59)


def decide(case: Case) -> Iterable[Proposal | Caution]:
    """Given a case on an agency route, answer with what its recruiter is to hear."""
    recruiter = agency_recruiter(case)
    if case.opportunity.route != "agency" or case.over:
        return
    if "direct_contact" not in case.permissions:
        yield _not_around(case, recruiter)
    if recruiter is None or not case.in_play:
        return
    for round in case.rounds:
        if _debrief_is_owed(case, round, recruiter):
            yield _debrief(case, round, recruiter)
    yield from _news(case, recruiter)


def _not_around(case: Case, recruiter: str | None) -> Caution:
    why = case.reason("RC-3", "recruiter.not_around", recruiter=case.name(recruiter))
    return Caution(opportunity=case.id, kind="contact_around_recruiter", reason=why)


def _debrief_is_owed(case: Case, round: Round, recruiter: str) -> bool:
    if round.met and all(case.role(p) == AGENCY for p in round.met):
        return False
    if any(r.start > round.start for r in case.held) or decision_known(case, round):
        return False
    kinds = ("debrief_recruiter", "update_recruiter", "check_in")
    return not case.sent(*kinds, since=round.event, to=recruiter)


def _debrief(case: Case, round: Round, recruiter: str) -> Proposal:
    hours = case.hours(recruiter)
    end = hours.local(round.end)
    same_day = datetime.combine(end.date(), END_OF_DAY, end.tzinfo)
    say = "debrief.now" if round.end <= case.at else "debrief.after"
    return propose(
        case,
        "debrief_recruiter",
        recruiter,
        case.reason("RC-1", say, round.event, recruiter=case.name(recruiter), on=end.date()),
        anchor=round.event,
        not_before=end,
        due=end + HALF_HOUR,
        latest=min(end + TWO_HOURS, same_day),
        channel="call" if may_call(case, recruiter) else "email",
        carried=False,
        changes_if=(Sentence("change.interview_moves"),) if round.end > case.at else (),
    )


def _news(case: Case, recruiter: str) -> Iterable[Proposal]:
    """Answer with the news of an offer elsewhere, or the wish for advice on the offer here."""
    for other in case.offering:
        if other is case or is_told_through(other, case) or other.offered is None:
            continue
        event = other.offered.event
        names: dict[str, Any] = {
            "other": other.opportunity.employer,
            "recruiter": case.name(recruiter),
        }
        if not case.sent("update_recruiter", "tell_about_offer", since=event):
            why = case.reason("RC-3", "recruiter.offer_elsewhere", event, **names)
            yield _update(case, recruiter, event, why)
            return
    doubts = [e for e, h in case.all(Hesitation) if h.serious]
    if doubts and not case.sent("update_recruiter", "ask_question", since=doubts[-1]):
        why = case.reason("RC-3", "recruiter.advice", doubts[-1], recruiter=case.name(recruiter))
        yield _update(case, recruiter, doubts[-1], why)


def _update(case: Case, recruiter: str, event: Event, why: Reason) -> Proposal:
    hours = case.hours(recruiter)
    moment = hours.open(event.when.at)
    return propose(
        case,
        "update_recruiter",
        recruiter,
        why,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=hours.day_later(event.when.at),
        carried=False,
    )
