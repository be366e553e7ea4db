"""Decide what to do next: run the rules, let precedence settle them, order and number the rest."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from heardback.model.plan import (
    KINDS,
    Caution,
    FollowUp,
    Held,
    Plan,
    Standing,
    State,
    Waiting,
)
from heardback.model.search import Search
from heardback.playbook.aims import carry
from heardback.playbook.case import Case
from heardback.playbook.deadlines import deadline_sums
from heardback.playbook.flags import choices, guessed_zone, proofreading
from heardback.playbook.fold import fold
from heardback.playbook.keys import follow_up_keys
from heardback.playbook.offers import is_open, is_settled
from heardback.playbook.precedence import settle
from heardback.playbook.proposal import Point, Proposal
from heardback.playbook.rules import RULES
from heardback.playbook.stage import standing
from heardback.timeframe.business import zone
from heardback.timeframe.words import TimeframeWords

HORIZON = timedelta(days=45)
AFTER_THE_END = frozenset(
    {
        "answer_rejection",
        "keep_in_touch",
        "take_call",
        "reply",
        "fix_mistake",
    }
)
ORDER = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(slots=True)
class Answers:
    """Everything the rules answered, by kind of answer."""

    proposals: list[Proposal] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)


def decide(
    search: Search,
    *,
    at: datetime,
    until: datetime | None = None,
    words: TimeframeWords,
    dismissed: frozenset[str] = frozenset(),
    snoozed: Mapping[str, datetime] | None = None,
) -> Plan:
    """Given a search and a moment, return what to do, what to wait for, and why.

    `until` bounds what is foreseen (45 days on, where absent). `dismissed` are keys of follow-ups
    that the candidate skipped; `snoozed` gives the moment before which one is not due. The answer
    is a pure function of the arguments.
    """
    cases = fold_all(search, at=at, words=words, dismissed=dismissed)
    stages = {case.id: standing(case) for case in cases}
    answers = _ask(cases, stages)
    horizon = at + HORIZON if until is None else until
    listed = [p for p in answers.proposals if p.not_before <= horizon and _stands(p, dismissed)]
    _snooze(listed, snoozed or {})
    alone = carry(answers.points, listed)
    listed += [p for p in alone if p.not_before <= horizon and _stands(p, dismissed)]
    settled = settle(listed, cases, at)
    follow_ups = _ordered(_numbered(settled.proposals, at), cases)
    plan = Plan(
        at=at.astimezone(zone(search.candidate.timezone)),
        follow_ups=follow_ups,
        waiting=tuple(answers.waiting),
        held=tuple(answers.held + settled.held),
        cautions=tuple(answers.cautions),
        opportunities=_with_next(stages, follow_ups),
        deadlines=deadline_sums(cases, at),
    )
    _let_go(cases)
    return plan


def _let_go(cases: tuple[Case, ...]) -> None:
    """Let the cases forget each other: what is tied in a ring waits for the garbage collector."""
    for case in cases:
        case.cases = case.offering = ()
        case.elsewhere = case.unsettled = None


def fold_all(
    search: Search,
    *,
    at: datetime,
    words: TimeframeWords,
    dismissed: frozenset[str] = frozenset(),
) -> tuple[Case, ...]:
    """Given a search, return its cases as of `at`, each knowing what the others mean for it."""
    cases = tuple(
        fold(search, o, at=at, words=words, dismissed=dismissed) for o in search.opportunities
    )
    offering = tuple(c for c in cases if is_open(c))
    accepted = [c for c in cases if c.accepted is not None]
    settled = next((c for c in accepted if is_settled(c)), None)
    unsettled = next((c for c in accepted if not is_settled(c)), None)
    for case in cases:
        case.cases, case.offering = cases, offering
        case.elsewhere = settled if case.accepted is None else None
        case.unsettled = unsettled
    return cases


def _ask(cases: tuple[Case, ...], stages: Mapping[str, Standing]) -> Answers:
    answers = Answers()
    for case in cases:
        found = [answer for rule in RULES for answer in rule(case)]
        if stages[case.id].stage == "closed":
            found = [answer for answer in found if _may_arise(answer)]
        for answer in found:
            _sort_in(answers, answer)
    return answers


def _may_arise(answer: object) -> bool:
    """Return whether the answer may arise after the end (section 7, "After the end")."""
    return isinstance(answer, Proposal) and answer.kind in AFTER_THE_END


def _sort_in(answers: Answers, answer: object) -> None:
    if isinstance(answer, Proposal):
        answers.proposals.append(answer)
    elif isinstance(answer, Held):
        answers.held.append(answer)
    elif isinstance(answer, Caution):
        answers.cautions.append(answer)
    elif isinstance(answer, Waiting):
        answers.waiting.append(answer)
    elif isinstance(answer, Point):
        answers.points.append(answer)


def _stands(proposal: Proposal, dismissed: frozenset[str]) -> bool:
    """Return whether it is listed: not skipped, and if optional, not past its last moment."""
    latest = proposal.latest
    if proposal.optional and latest is not None and latest < proposal.case.at:
        return False
    return not dismissed or dismissed.isdisjoint(_keys(proposal))


def _keys(proposal: Proposal) -> list[str]:
    opportunity = proposal.case.opportunity
    return follow_up_keys(opportunity, proposal.kind, proposal.to, proposal.anchor)


def _snooze(proposals: list[Proposal], snoozed: Mapping[str, datetime]) -> None:
    if not snoozed:
        return
    for proposal in proposals:
        moment = max((snoozed[key] for key in _keys(proposal) if key in snoozed), default=None)
        if moment is not None and moment > proposal.not_before:
            proposal.not_before = moment.astimezone(proposal.not_before.tzinfo)
            proposal.due = max(proposal.due, proposal.not_before)
            if proposal.latest is not None:
                proposal.latest = max(proposal.latest, proposal.due)


def _numbered(proposals: list[Proposal], at: datetime) -> list[FollowUp]:
    counts: Counter[str] = Counter()
    follow_ups = []
    for proposal in sorted(proposals, key=lambda p: (p.not_before, p.due, ORDER[p.kind])):
        name = "+".join(proposal.named or proposal.to) or "-"
        base = f"{proposal.case.id}/{proposal.kind}/{name}"
        counts[base] += 1
        number = counts[base] + _sent_before(proposal)
        follow_ups.append(_follow_up(proposal, base if number == 1 else f"{base}/{number}", at))
    return follow_ups


def _sent_before(proposal: Proposal) -> int:
    """Return how many of this kind have reached that reader already."""
    if not proposal.case.sends:
        return 0
    whom = set(proposal.named or proposal.to)
    return sum(
        s.kind == proposal.kind and (whom <= s.readers if whom else True)
        for s in proposal.case.sends
    )


def _follow_up(proposal: Proposal, id: str, at: datetime) -> FollowUp:
    state = _state(proposal, at)
    due = proposal.due
    if state == "overdue" and proposal.channel is not None:
        opening = proposal.case.hours(proposal.first_reader).open(at)
        due = max(due, opening) if opening > at else due
    review = proofreading(proposal)
    further = (*((review.reason,) if review else ()), *guessed_zone(proposal), *choices(proposal))
    return FollowUp(
        id=id,
        opportunity=proposal.case.id,
        kind=proposal.kind,
        to=proposal.to,
        via=proposal.via,
        cc=proposal.cc,
        channel=proposal.channel,
        attempt=proposal.attempt,
        not_before=proposal.not_before,
        due=due,
        latest=proposal.latest,
        state=state,
        optional=proposal.optional,
        aims=tuple(proposal.aims),
        anchor=proposal.anchor,
        review_by=review.by if review else None,
        changes_if=tuple(proposal.changes_if),
        why=(*proposal.why, *further),
    )


def _state(proposal: Proposal, at: datetime) -> State:
    if at < proposal.not_before:
        return "upcoming"
    return "overdue" if proposal.latest is not None and proposal.latest < at else "due"


def _ordered(follow_ups: list[FollowUp], cases: tuple[Case, ...]) -> tuple[FollowUp, ...]:
    places = {case.id: place for place, case in enumerate(cases)}
    return tuple(
        sorted(follow_ups, key=lambda f: (f.due, places[f.opportunity], ORDER[f.kind], f.to, f.id))
    )


def _with_next(
    stages: Mapping[str, Standing], follow_ups: tuple[FollowUp, ...]
) -> dict[str, Standing]:
    """Name each opportunity's next follow-up: what can be done now, else what is due first."""
    first: dict[str, tuple[tuple[bool, bool, float, int, float], str]] = {}
    for follow_up in follow_ups:
        known = first.get(follow_up.opportunity)
        urgency = _urgency(follow_up)
        if known is None or urgency < known[0]:
            first[follow_up.opportunity] = urgency, follow_up.id
    return {
        id: replace(stage, next=first[id][1]) if id in first else stage
        for id, stage in stages.items()
    }


def _urgency(follow_up: FollowUp) -> tuple[bool, bool, float, int, float]:
    later, due = follow_up.state == "upcoming", follow_up.due.timestamp()
    return later, follow_up.optional, due if later else 0.0, ORDER[follow_up.kind], due
