"""What goes first: one message a person a day, one voice per employer, and a check-in last.

What has to wait is moved to the next business day and listed as held, with the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from heardback.model.plan import STATUS_QUESTIONS, Held, Reason
from heardback.playbook.proposal import Proposal

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
# What answers somebody, or cannot wait: it goes even where a message went earlier that day.
PROMPT = frozenset(RANK[: RANK.index("thank_you")]) | {"ask_address"}


@dataclass(slots=True)
class Settled:
    """What precedence leaves: the messages in force, and what it held back."""

    proposals: list[Proposal] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def settle(proposals: Iterable[Proposal], at: datetime) -> Settled:
    """Given all proposals, return those that may stand together, and what waits for them."""
    settled = Settled()
    taken: dict[tuple[str, date], Proposal] = {}
    listed = sorted(proposals, key=_rank)
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


def _rank(proposal: Proposal) -> tuple[int, datetime]:
    """Order by rank; a note that is not expected comes after what is."""
    rank = RANKS.get(proposal.kind, -1)
    spare = proposal.kind == "thank_you" and proposal.optional
    return (RANKS["ask_question"] if spare else rank, proposal.due)


def _absorbing(
    proposal: Proposal, checked_in: dict[tuple[str, str], Proposal], at: datetime
) -> Proposal | None:
    """Return the check-in, due now, that takes the place of an overdue note to that reader."""
    overdue = proposal.latest is not None and proposal.latest < at
    if proposal.kind != "thank_you" or not overdue:
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
    taken: dict[tuple[str, date], Proposal],
    settled: Settled,
    at: datetime,
) -> None:
    first = _in_the_way(proposal, taken, at)
    if first is None:
        _take(proposal, taken, at)
        settled.proposals.append(proposal)
        return
    moved = _next_morning(proposal, at)
    in_time = proposal.latest is None or moved <= proposal.latest or proposal.latest < at
    if not in_time and proposal.kind in PROMPT:
        settled.proposals.append(proposal)  # its limit is at risk
        return
    settled.held.append(_held(proposal, first, moved))
    if in_time:
        proposal.not_before = proposal.due = moved
        _take(proposal, taken, at)
        settled.proposals.append(proposal)


def _day(proposal: Proposal, at: datetime) -> date:
    """Return the day on which the message would go."""
    return max(proposal.due, at.astimezone(proposal.due.tzinfo)).date()


def _take(proposal: Proposal, taken: dict[tuple[str, date], Proposal], at: datetime) -> None:
    for key in _claims(proposal, at):
        taken.setdefault(key, proposal)


def _claims(proposal: Proposal, at: datetime) -> list[tuple[str, date]]:
    day = _day(proposal, at)
    claims = [(reader, day) for reader in proposal.to]
    if proposal.kind == "tell_about_offer" or proposal.kind in STATUS_QUESTIONS:
        claims.append((f"status of {proposal.case.id}", day))
    return claims


def _in_the_way(
    proposal: Proposal, taken: dict[tuple[str, date], Proposal], at: datetime
) -> "Proposal | str | None":
    for key in _claims(proposal, at):
        if key in taken:
            return taken[key]
    if (
        proposal.kind not in PROMPT
        and _day(proposal, at) == at.astimezone(proposal.due.tzinfo).date()
    ):
        return _written_today(proposal, at)
    return None


def _written_today(proposal: Proposal, at: datetime) -> str | None:
    zone = proposal.due.tzinfo
    today = at.astimezone(zone).date()
    for case in proposal.case.cases:
        for send in case.sends:
            if send.event.when.at.astimezone(zone).date() != today:
                continue
            for reader in proposal.to:
                if reader in send.readers:
                    return reader
    return None


def _next_morning(proposal: Proposal, at: datetime) -> datetime:
    hours = proposal.case.hours(proposal.first_reader)
    hour = hours.checks_in if proposal.kind in STATUS_QUESTIONS else hours.opens
    return hours.next_morning(max(proposal.due, at), hour)


def _held(proposal: Proposal, first: "Proposal | str", until: datetime) -> Held:
    case = proposal.case
    people = [case.name(p) for p in proposal.to]
    reason: Reason
    if isinstance(first, str):
        reason = case.reason("DL-1", "held.written_today", person=case.name(first))
    else:
        reason = case.reason("DL-1", "held.one_a_day", people=people, kind=first.kind)
    return Held(opportunity=case.id, kind=proposal.kind, to=proposal.to, until=until, reason=reason)
