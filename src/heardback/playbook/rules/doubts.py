"""In doubt yourself? Ask tactfully before the next round; pay waits for its time."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from heardback.model.events import Event, Hesitation
from heardback.model.plan import Caution, Held, Reason, Sentence
from heardback.playbook.case import Case
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import first, hours_of
from heardback.playbook.terms import is_final

RULES = ("FE-2", "FE-3")
SOURCE = "seed: don't be afraid to ask them tactfully; pay toward the end of the process"
ASKED = ("hiring_manager", "recruiter", "coordinator", "interviewer", "executive")
PAY_ASKED = ("agency_recruiter", "recruiter", *ASKED)
SECOND = 2


def decide(case: Case) -> Iterable[Proposal | Held | Caution]:
    """Given a case, answer with the candidate's questions, and with what it is too early for."""
    if case.over or case.accepted:
        return
    early = not pay_is_open(case)
    if early:
        why = case.reason("FE-3", "pay.too_early", rests_on=("pay_talk",))
        yield Caution(opportunity=case.id, kind="discuss_pay", reason=why)
    if case.out or case.wants:
        return
    yield from _questions(case, [p for p in case.all(Hesitation) if p[1].about != "pay"], False)
    yield from _questions(case, [p for p in case.all(Hesitation) if p[1].about == "pay"], early)


def pay_is_open(case: Case) -> bool:
    """Return whether the time to speak of pay has come, by the preference `pay_talk`."""
    if case.offered is not None or any(is_final(r) for r in case.rounds):
        return True
    rounds = [r for r in case.rounds if r.interview.stage != "screen"]
    allowed = case.preferences.pay_talk
    return (allowed == "first" and bool(rounds)) or (allowed == "second" and len(rounds) >= SECOND)


def _questions(
    case: Case, doubts: list[tuple[Event, Hesitation]], held: bool
) -> Iterable[Proposal | Held]:
    if not doubts or case.sent("ask_question", since=doubts[-1][0]):
        return
    event, doubt = doubts[-1]
    pay = doubt.about == "pay"
    reader = first(case, PAY_ASKED if pay else ASKED)
    to = (reader,) if reader else ()
    if held:
        why = case.reason("FE-3", "pay.hold", event, rests_on=("pay_talk",))
        yield Held(opportunity=case.id, kind="ask_question", to=to, reason=why)
        return
    rule, say = ("FE-3", "question.pay") if pay else ("FE-2", "question.doubt")
    names: dict[str, Any] = {
        "about": None if doubt.about == "other" else doubt.about,
        "person": case.name(reader),
    }
    why = case.reason(rule, say, event, rests_on=("pay_talk",) if pay else (), **names)
    yield _ask(case, event, reader, why)


def _ask(case: Case, event: Event, reader: str | None, why: Reason) -> Proposal:
    hours = hours_of(case, reader)
    moment = hours.open(event.when.at)
    return propose(
        case,
        "ask_question",
        reader,
        why,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=_limit(case),
        optional=True,
        changes_if=(Sentence("change.doubt_gone"),),
    )


def _limit(case: Case) -> datetime | None:
    """Return the last useful moment: the offer's deadline, or a business day before the round."""
    if case.offered is not None:
        return case.offered.deadline
    if not case.ahead:
        return None
    return case.hours().business_days_before(case.ahead[0].start, 1)
