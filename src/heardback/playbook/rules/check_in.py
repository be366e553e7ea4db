"""Check in once the promised day has passed in silence; patience until then.

Without a timeframe, a week after the interview. Once more after another week with something new,
then one closing message if you like, then stop and keep searching.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from heardback.model.plan import Aim, Caution, Held, Reason, Sentence, Waiting
from heardback.playbook.case import Case, strictly_after
from heardback.playbook.chain import Question, next_question
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import AGENCY, may_call

RULES = (*(f"CK-{n}" for n in range(1, 17)), "RC-3", "RC-4")
SOURCE = "seed: once that deadline arrives, or a week or more has passed; playbook CK-1 to CK-16"
LAST_STEP = 3

Answer = Proposal | Held | Caution | Waiting


def decide(case: Case) -> Iterable[Answer]:
    """Given a case, answer with the next status question, or with why there is none yet."""
    question = next_question(case)
    if question is None and case.preferences.max_checkins == 0 and case.in_play and case.held:
        why = case.reason("CK-7", "check.never", rests_on=("max_checkins",))
        yield Held(opportunity=case.id, kind="check_in", reason=why)
    if question is None or question.skipped:
        return
    if question.prohibited is not None and question.prohibited.until is None:
        yield from _prohibited(case, question)
        return
    if question.latest is not None and question.latest < case.at:
        return
    proposal = _proposal(case, question)
    yield proposal
    if proposal.not_before > case.at and (case.held or question.running):
        yield from _patience(case, question, proposal)


def _prohibited(case: Case, question: Question) -> Iterable[Answer]:
    assert question.prohibited is not None
    event = question.prohibited.event
    why = case.reason("CK-13", "check.forbidden", event, said=question.prohibited.said)
    to = (question.reader,) if question.reader else ()
    for kind in ("check_in", "closing_message"):
        yield Held(opportunity=case.id, kind=kind, to=to, reason=why)
    yield Caution(opportunity=case.id, kind="check_in", to=None, reason=why)


def _proposal(case: Case, question: Question) -> Proposal:
    proposal = propose(
        case,
        question.kind,
        question.reader,
        *question.why,
        *_further(case, question),
        anchor=question.anchor,
        not_before=question.not_before,
        due=question.due,
        latest=question.latest,
        channel=_channel(case, question),
        optional=question.kind == "closing_message",
        carried=False,
        changes_if=_changes(case),
    )
    proposal.attempt = question.attempt
    proposal.aims = _aims(case, question)
    return proposal


def _channel(case: Case, question: Question) -> str:
    """Return the channel: mail first; a call as the last step, where one is welcome (CK-6)."""
    person = case.person(question.reader) if question.reader else None
    if person is None or not may_call(case, question.reader):
        return "email"
    only_way = bool(person.phone) and not person.addresses
    return (
        "call" if only_way or (person.phone_given and _call_is_welcome(case, question)) else "email"
    )


def _call_is_welcome(case: Case, question: Question) -> bool:
    """Return whether a call is in order now: by preference, by permission, or as the last step."""
    if question.kind != "check_in":
        return False
    last = question.attempt >= max(LAST_STEP, case.preferences.max_checkins)
    return last or case.preferences.call_policy == "either" or "calls" in case.permissions


def _further(case: Case, question: Question) -> Iterable[Reason]:
    if question.reader is None:
        return
    names: dict[str, Any] = {
        "person": case.name(question.reader),
        "role": case.role(question.reader),
    }
    if question.attempt > 1 and question.kind == "check_in":
        yield case.reason("CK-16", "check.whom_again", question.anchor, **names)
    else:
        yield case.reason("CK-16", "check.whom", question.anchor, **names)
    if case.opportunity.route == "agency" and case.role(question.reader) == AGENCY:
        yield case.reason("RC-3", "check.through_agency", question.anchor, **names)
    if question.attempt >= LAST_STEP:
        yield case.reason("CK-6", "check.call", rests_on=("call_policy",), **names)
    elif _channel(case, question) == "call":
        yield case.reason("CK-6", "check.call_welcome", rests_on=("call_policy",), **names)
    yield from _moved_date(case, question)


def _moved_date(case: Case, question: Question) -> Iterable[Reason]:
    """Say so where the date that counts replaced an older one (rule CK-10)."""
    promised = question.promised
    if promised is None or promised.runs_to is None:
        return
    older = [
        p
        for p in case.promises
        if p.promise.about == promised.promise.about
        and p.runs_to not in (None, promised.runs_to)
        and strictly_after(promised.event, p.event)
    ]
    if older:
        events = (promised.event, older[-1].event)
        days: dict[str, Any] = {"by": promised.runs_to, "older": older[-1].runs_to}
        yield case.reason("CK-10", "check.new_date", *events, **days)


def _aims(case: Case, question: Question) -> list[Aim]:
    no_date = question.promised is None or question.promised.runs_to is None
    if question.kind == "check_in" and no_date and case.offered is None:
        return [Aim("ask_timeframe", None, (case.ground(question.anchor),))]
    return []


def _changes(case: Case) -> tuple[Sentence, ...]:
    answers = Sentence("change.they_answer", {"employer": case.opportunity.employer})
    return (answers, Sentence("change.new_date"))


def _patience(case: Case, question: Question, proposal: Proposal) -> Iterable[Answer]:
    running = question.running
    why = _why_not_yet(case, question)
    yield Held(
        opportunity=case.id,
        kind=question.kind,
        to=proposal.to,
        until=proposal.not_before,
        reason=why,
    )
    if running is not None:
        yield Caution(opportunity=case.id, kind="check_in", until=proposal.not_before, reason=why)
    yield Waiting(
        opportunity=case.id,
        for_=running.promise.about if running else "answer",
        until=_until(question, proposal),
        then=question.kind,
        why=(why,),
    )


def _why_not_yet(case: Case, question: Question) -> Reason:
    running = question.running
    if running is None:
        return question.why[0]
    return case.reason(
        "CK-1",
        "patience.promised",
        running.event,
        person=case.name(running.promise.from_),
        quote=running.quote,
        by=running.runs_to,
        said_on=running.on,
    )


def _until(question: Question, proposal: Proposal) -> date:
    running = question.running
    if running is not None and running.runs_to is not None:
        return running.runs_to
    return proposal.not_before.date()
