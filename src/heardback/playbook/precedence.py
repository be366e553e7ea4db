"""What goes first: one message a person a day, one voice per employer, and a check-in last.

What has to wait is moved to the next business day and listed as held, with the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from heardback.model.plan import STATUS_QUESTIONS, Held, Reason
from heardback.playbook.case import Case
from heardback.playbook.proposal import Proposal
from heardback.playbook.terms import count_on
from heardback.timeframe.business import at as moment_at

# From the message that outranks all others to the one that can best wait.
RANK = (
    "withdraw",
    "decline",
    "accept",
    "acknowledge_offer",
    "fix_mistake",
    "reply",
    "reschedule",
    "take_call",
    "tell_about_offer",
    "ask_extension",
    "debrief_recruiter",
    "thank_you",
    "ask_address",
    "answer_rejection",
    "raise_point",
    "update_recruiter",
    "ask_question",
    "check_in",
    "closing_message",
    "keep_in_touch",
)
RANKS = {kind: rank for rank, kind in enumerate(RANK)}
ABSORBED = frozenset({"thank_you", "debrief_recruiter", "ask_address"})
LATELY = timedelta(days=2)
# What answers somebody, or cannot wait: it goes even where a message went earlier that day.
PROMPT = frozenset(RANK[: RANK.index("thank_you")]) | {"ask_address"}


Taken = dict[tuple[str, date], Proposal]


@dataclass(slots=True)
class Settled:
    """What precedence leaves: the messages in force, and what it held back.

    `written` says to whom the candidate has written lately, and when.
    """

    proposals: list[Proposal] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    written: dict[str, list[datetime]] = field(default_factory=dict)


def settle(proposals: Iterable[Proposal], cases: Iterable[Case], at: datetime) -> Settled:
    """Given all proposals, return those that may stand together, and what waits for them."""
    settled = Settled(written=_written_lately(cases, at))
    taken: Taken = {}
    listed = _answers_first(sorted(proposals, key=_rank), settled, at)
    checked_in = {
        (p.case.id, reader): p
        for p in listed
        if p.kind in STATUS_QUESTIONS and p.not_before <= at
        for reader in p.to
    }
    for proposal in listed:
        absorbing = _absorbing(proposal, checked_in, at)
        if absorbing is not None:
            settled.held.append(_absorbed(proposal, absorbing))
        elif proposal.to and proposal.channel is not None:
            _place(proposal, taken, settled, at)
        else:
            settled.proposals.append(proposal)
    return settled


def _answers_first(listed: list[Proposal], settled: Settled, at: datetime) -> list[Proposal]:
    """Hold status questions back where the employer itself waits for an answer (FE-1)."""
    owed = {
        p.case.id: p
        for p in listed
        if p.kind == "reply" and p.why[0].rule == "FE-1" and p.not_before <= at
    }
    kept = []
    for proposal in listed:
        reply = owed.get(proposal.case.id)
        if reply is None or proposal.kind not in STATUS_QUESTIONS:
            kept.append(proposal)
            continue
        reason = proposal.case.reason("FE-1", "check.owed")
        held = Held(opportunity=proposal.case.id, kind=proposal.kind, to=proposal.to, reason=reason)
        settled.held.append(held)
    return kept


def _rank(proposal: Proposal) -> tuple[int, datetime]:
    """Order by rank; a note that is not expected comes after what is."""
    if proposal.kind == "thank_you" and proposal.optional:
        return RANKS["ask_question"], proposal.due
    return RANKS.get(proposal.kind, -1), proposal.due


def _absorbing(
    proposal: Proposal, checked_in: dict[tuple[str, str], Proposal], at: datetime
) -> Proposal | None:
    """Return the check-in, due now, that takes the place of what is overdue to that reader."""
    overdue = proposal.latest is not None and proposal.latest < at
    if proposal.kind not in ABSORBED or not overdue:
        return None
    return next(
        (c for r in proposal.to if (c := checked_in.get((proposal.case.id, r))) is not None), None
    )


def _absorbed(proposal: Proposal, absorbing: Proposal) -> Held:
    reason = proposal.case.reason("TY-9", "held.absorbed", kind=absorbing.kind)
    return Held(
        opportunity=proposal.case.id, kind=proposal.kind, to=proposal.to, until=None, reason=reason
    )


def _place(
    proposal: Proposal,
    taken: Taken,
    settled: Settled,
    at: datetime,
) -> None:
    day = _day(proposal, at)
    first = _in_the_way(proposal, taken, settled, day, at)
    if first is None:
        _take(proposal, taken, day)
        settled.proposals.append(proposal)
        return
    moved = _next_free(proposal, taken, day)
    in_time = proposal.latest is None or moved <= proposal.latest or proposal.latest < at
    if not in_time and proposal.kind in PROMPT:
        settled.proposals.append(proposal)  # its limit is at risk
        return
    settled.held.append(_held(proposal, first, moved))
    if in_time:
        if proposal.latest is None or proposal.latest >= at:
            proposal.not_before = moved
        proposal.due = moved
        _take(proposal, taken, moved.date())
        settled.proposals.append(proposal)


def _day(proposal: Proposal, at: datetime) -> date:
    """Return the day on which the message would go."""
    if proposal.due >= at:
        return proposal.due.date()
    return proposal.case.hours(proposal.first_reader).open(at).date()


def _take(proposal: Proposal, taken: Taken, day: date) -> None:
    for name in _names(proposal):
        taken.setdefault((name, day), proposal)


def _names(proposal: Proposal) -> list[str]:
    """Return whose day the message takes: its readers', and the employer's for a question."""
    if proposal.kind == "tell_about_offer" or proposal.kind in STATUS_QUESTIONS:
        return [*proposal.to, f"status of {proposal.case.id}"]
    return list(proposal.to)


def _in_the_way(
    proposal: Proposal, taken: Taken, settled: Settled, day: date, at: datetime
) -> "Proposal | str | None":
    """Return the message that has the day already, or the reader written to today, or None."""
    for name in _names(proposal):
        if (name, day) in taken:
            return taken[name, day]
    if proposal.kind in PROMPT or not settled.written:
        return None
    zone = proposal.due.tzinfo
    if day != at.astimezone(zone).date():
        return None
    for reader in proposal.to:
        if any(m.astimezone(zone).date() == day for m in settled.written.get(reader, ())):
            return reader
    return None


def _written_lately(cases: Iterable[Case], at: datetime) -> dict[str, list[datetime]]:
    written: dict[str, list[datetime]] = {}
    for case in cases:
        for send in case.sends:
            if at - send.event.when.at <= LATELY:
                for reader in send.readers:
                    written.setdefault(reader, []).append(send.event.when.at)
    return written


def _next_free(proposal: Proposal, taken: Taken, day: date) -> datetime:
    """Return the next morning on which nobody concerned gets another message."""
    hours = proposal.case.hours(proposal.first_reader)
    asks = proposal.kind in STATUS_QUESTIONS
    while True:
        day = count_on(proposal.case, day, 1) if asks else proposal.case.calendar.after(day)
        if not any((name, day) in taken for name in _names(proposal)):
            return moment_at(day, hours.checks_in if asks else hours.opens, hours.zone)


def _held(proposal: Proposal, first: "Proposal | str", until: datetime) -> Held:
    case = proposal.case
    people = [case.name(p) for p in proposal.to]
    reason: Reason
    if isinstance(first, str):
        reason = case.reason("DL-1", "held.written_today", person=case.name(first))
    else:
        reason = case.reason("DL-1", "held.one_a_day", people=people, kind=first.kind)
    return Held(
        opportunity=case.id,
        kind=proposal.kind,
        to=proposal.to,
        until=until,
        latest=proposal.latest,
        reason=reason,
    )
