"""What is said beside a follow-up: who reads it first and by when, and whose hours were guessed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from heardback.model.events import Event, ReviewAsked
from heardback.model.plan import Reason
from heardback.model.preferences import DEFAULTS
from heardback.playbook.case import Case, follows, strictly_after
from heardback.playbook.proposal import Proposal
from heardback.timeframe.business import WorkCalendar

ONE_HOUR, LONGEST = timedelta(hours=1), timedelta(days=60)
# What goes by phone unless the candidate prefers never to call.
CALLED = frozenset({"decline", "ask_extension", "tell_about_offer", "debrief_recruiter"})


@dataclass(frozen=True, slots=True)
class Proofreading:
    """By when somebody's proofreading must be back, and why (rule TY-12)."""

    by: datetime
    reason: Reason


def proofreading(proposal: Proposal) -> Proofreading | None:
    """Given a proposal, return by when it must be back from whoever was asked to read it.

    That is when it is due; where they were asked later than that, an hour before its last useful
    moment, and without one the next business morning.
    """
    case = proposal.case
    asked = _asked(proposal)
    if asked is None:
        return None
    event, review = asked
    by = proposal.due if proposal.due > event.when.at else _later(proposal, event)
    of = case.person(review.of).name if review.of and case.person(review.of) else review.of  # type: ignore[union-attr]  # the person was just found
    return Proofreading(by, case.reason("TY-12", "review.asked", event, of=of or "somebody", by=by))


def _later(proposal: Proposal, event: Event) -> datetime:
    morning = proposal.case.hours(proposal.first_reader).next_morning(event.when.at)
    if proposal.latest is None:
        return morning
    return max(min(morning, proposal.latest - ONE_HOUR), event.when.at.astimezone(morning.tzinfo))


def _asked(proposal: Proposal) -> tuple[Event, ReviewAsked] | None:
    case = proposal.case
    for event, review in reversed(case.all(ReviewAsked)):
        meant = review.to is None or bool(set(review.to) & set(proposal.to))
        if review.kind == proposal.kind and meant:
            gone = any(
                s.kind == proposal.kind
                and s.readers & set(proposal.to)
                and follows(s.event, event)
                and strictly_after(s.event, event)
                for s in case.sends
            )
            return None if gone else (event, review)
    return None


def guessed_zone(proposal: Proposal) -> tuple[Reason, ...]:
    """Given a proposal, say so where its hours are the candidate's for want of a zone (DL-2).

    That matters where the employer is in another country; else the candidate's zone is as good.
    """
    case = proposal.case
    here, there = case.search.candidate.country, case.opportunity.country
    if case.opportunity.timezone or not here or not there or proposal.channel is None:
        return ()
    if here.partition("-")[0] == there.partition("-")[0] or _names_zone(case, proposal):
        return ()
    return (case.reason("DL-2", "zone.guessed"),)


def _names_zone(case: Case, proposal: Proposal) -> bool:
    known = case.person(proposal.first_reader) if proposal.first_reader else None
    return known is not None and known.timezone is not None


def choices(proposal: Proposal) -> tuple[Reason, ...]:
    """Given a proposal, name the candidate's choices that shape it and no other reason names.

    Never to call, a sending window, and days on which offices stand empty counting as work.
    """
    case = proposal.case
    mine = case.preferences
    if mine is DEFAULTS:
        return ()
    found = []
    if mine.call_policy == "never" and proposal.kind in CALLED and proposal.channel == "email":
        found.append(case.reason("CK-6", "call.never", rests_on=("call_policy",)))
    window = mine.send_window
    if window is not None and f"{proposal.due:%H:%M}" == window[0]:
        found.append(case.reason("DL-1", "hours.window", rests_on=("send_window",)))
    if not mine.quiet_days and _crosses_quiet_day(proposal):
        found.append(case.reason("CK-8", "hours.quiet_days", rests_on=("quiet_days",)))
    return tuple(found)


def _crosses_quiet_day(proposal: Proposal) -> bool:
    """Return whether a day that only this preference makes a business day lies before it is due."""
    case = proposal.case
    started = [e for e in case.opportunity.events if e.ref == proposal.anchor]
    if not started or proposal.due.date() - started[0].when.on > LONGEST:
        return False
    quiet = WorkCalendar(case.opportunity.country or case.search.candidate.country, True)
    days = (proposal.due.date() - started[0].when.on).days
    return any(
        case.calendar.is_business_day(day) and not quiet.is_business_day(day)
        for day in (started[0].when.on + timedelta(days=n) for n in range(days + 1))
    )
