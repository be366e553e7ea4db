"""A decision is told at once: accept, decline, or withdraw, briefly and kindly.

Accepting one offer in writing releases every other employer the same day.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from heardback.model.events import Event
from heardback.model.plan import FollowUpKind, Held, Reason, Sentence
from heardback.playbook.case import Case
from heardback.playbook.notes import owed
from heardback.playbook.offers import settled_by
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import author, carrier, decision_maker, hours_of, may_call

RULES = ("WD-1", "WD-3", "AC-1", "OF-11", "FE-4", "OF-9", "TY-13")
SOURCE = "seed: let the hiring manager know immediately; playbook WD-1, WD-3, OF-11"


def decide(case: Case) -> Iterable[Proposal | Held]:
    """Given a case, answer with the decision that the employer has not been told."""
    if case.ending is not None:
        return
    if case.elsewhere is not None:
        yield _released(case, case.elsewhere)
    elif case.out is not None:
        yield _out(case, case.out)
    elif case.wants is not None and case.offered is not None and case.accepted is None:
        yield _accept(case, case.wants)
    elif case.unsettled is not None and case.unsettled is not case and not case.accepted:
        yield _not_yet(case, case.unsettled)


def _released(case: Case, elsewhere: Case) -> Proposal:
    event = settled_by(elsewhere)
    rests_on = ("withdraw_after",)
    names: dict[str, Any] = {"other": elsewhere.opportunity.employer}
    why = case.reason(
        "OF-11",
        "withdraw.accepted_elsewhere",
        event,
        rests_on=rests_on,
        whose=elsewhere,
        **names,
    )
    return _tell(case, _kind(case), event, why)


def _out(case: Case, event: Event) -> Proposal:
    kind = _kind(case)
    rule, say = ("WD-3", "decline.decided") if kind == "decline" else ("WD-1", "withdraw.decided")
    tell = _tell(case, kind, event, case.reason(rule, say, event))
    if any(r.start > case.at for r in case.rounds):
        tell.why.append(case.reason("FE-4", "withdraw.sure", event))
    if kind == "withdraw" and case.held and owed(case, case.held[-1]):
        tell.why.append(case.reason("TY-13", "withdraw.instead_of_note", case.held[-1].event))
    return tell


def _kind(case: Case) -> FollowUpKind:
    return "withdraw" if case.offered is None else "decline"


def _tell(case: Case, kind: FollowUpKind, event: Event, why: Reason) -> Proposal:
    reader = decision_maker(case)
    hours = hours_of(case, reader)
    due, meeting = _when(case, event, reader)
    limit = case.offered.deadline if case.offered else meeting
    reasons = [why]
    if meeting is not None:
        reasons.append(case.reason("WD-1", "withdraw.meeting", event, on=meeting))
    if kind == "decline" and why.rule != "WD-3":
        reasons.append(case.reason("WD-3", "decline.offer", case.offered.event))  # type: ignore[union-attr]  # a decline answers an offer
    calls = kind == "decline" and may_call(case, reader) and carrier(case, reader) is None
    return propose(
        case,
        kind,
        reader,
        *reasons,
        anchor=event,
        not_before=due,
        due=due,
        latest=None if limit is None else hours.closing(limit),
        channel="call" if calls else "email",
    )


def _when(case: Case, event: Event, reader: str | None) -> tuple[datetime, datetime | None]:
    """Return the moment, and the next meeting; at any hour where it is within a business day."""
    hours = hours_of(case, reader)
    moment = hours.local(event.when.at)
    meetings = [r.start for r in case.rounds if r.start > event.when.at and r.start > case.at]
    if not meetings:
        return hours.open(moment), None
    near = meetings[0] <= hours.business_days_later(moment, 1)
    return (moment if near else hours.open(moment)), meetings[0]


def _accept(case: Case, event: Event) -> Proposal:
    assert case.offered is not None
    reader = author(case, case.offered.offer.from_)
    hours = hours_of(case, reader)
    moment = hours.open(event.when.at)
    return propose(
        case,
        "accept",
        reader,
        case.reason("AC-1", "accept.decided", event, by=case.offered.deadline),
        anchor=event,
        not_before=moment,
        due=moment,
        latest=case.offered.deadline,
        changes_if=(Sentence("change.mind"),),
    )


def _not_yet(case: Case, unsettled: Case) -> Held:
    assert unsettled.accepted is not None
    reader = decision_maker(case)
    names: dict[str, Any] = {"other": unsettled.opportunity.employer}
    rests_on = ("withdraw_after",)
    offered = unsettled.offered
    verbal = offered is not None and offered.written is False
    rule, say = ("OF-9", "withdraw.verbal") if verbal else ("OF-11", "withdraw.conditions")
    why = case.reason(rule, say, unsettled.accepted, rests_on=rests_on, whose=unsettled, **names)
    return Held(opportunity=case.id, kind="withdraw", to=(reader,) if reader else (), reason=why)
