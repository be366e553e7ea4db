"""After a no: thank them within a day, ask once how to improve, stay in touch if it was close."""

from collections.abc import Iterable
from datetime import timedelta

from heardback.model.events import Debrief, Event, News, Reapproach, Received, Rejected
from heardback.model.plan import Aim, Reason, Sentence
from heardback.playbook.case import Case, strictly_after
from heardback.playbook.hours import months_later
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import decision_maker, hours_of

RULES = ("RJ-1", "RJ-2", "RJ-3", "RJ-4")
SOURCE = "playbook RJ-1 to RJ-4: answer within a day; keep in touch where you were close"
TOUCH_MONTHS, LIKED = 3, 4


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with what may still be written after its end."""
    if case.ending is None:
        return
    rejected = case.last(Rejected)
    if rejected is not None and case.ending.closed_as == "rejected" and case.held:
        yield from _thanks(case, rejected[0])
    if case.ending.closed_as == "filled" and case.held and not _was_answered(case):
        answer = _answer(case, case.ending.event)
        answer.optional = True
        if answer.latest is None or answer.latest >= case.at:
            yield answer
    yield from _touch(case, case.ending.event)


def _was_answered(case: Case) -> bool:
    return any(s.kind == "answer_rejection" for s in case.sends)


def _thanks(case: Case, event: Event) -> Iterable[Proposal]:
    answers = [s for s in case.sends if s.kind == "answer_rejection"]
    days = case.preferences.feedback_timing
    if not answers:
        answer = _answer(case, event)
        if days == 0:
            _ask_feedback(case, answer, event)
        yield answer
    if days > 0 and len(answers) < 2:
        yield _feedback(case, event, days)


def _ask_feedback(case: Case, answer: Proposal, event: Event) -> None:
    answer.aims.append(Aim("ask_feedback", None, (case.ground(event),)))
    answer.why.append(case.reason("RJ-2", "rejected.feedback", event))


def _reader(case: Case, event: Event) -> str | None:
    """Return who said no: whoever wrote at that moment, else who decides."""
    wrote = [r.from_ for e, r in case.all(Received) if e.when.on == event.when.on and r.from_]
    return wrote[-1] if wrote else decision_maker(case)


def _answer(case: Case, event: Event) -> Proposal:
    reader = _reader(case, event)
    hours = hours_of(case, reader)
    moment = hours.open(event.when.at)
    return propose(
        case,
        "answer_rejection",
        reader,
        case.reason("RJ-1", "rejected.thank", event),
        anchor=event,
        not_before=moment,
        due=moment,
        latest=hours.day_later(event.when.at),
    )


def _feedback(case: Case, event: Event, days: int) -> Proposal:
    answer = _answer(case, event)
    hours = case.hours(answer.first_reader)
    moment = hours.open(event.when.at + timedelta(days=days))
    answer.not_before = answer.due = moment
    answer.latest = None
    answer.optional = True
    answer.why = []
    rests_on = ("feedback_timing",)
    why = case.reason("RJ-2", "rejected.feedback_later", event, rests_on=rests_on, days=days)
    _ask_feedback(case, answer, event)
    answer.why = [why]
    return answer


def _touch(case: Case, ended: Event) -> Iterable[Proposal]:
    again = [e for e, _ in case.all(Reapproach)]
    done = [s.event for s in case.sends if s.kind == "keep_in_touch"]
    reposted = [e for e, n in case.all(News) if n.about == "reposted" and strictly_after(e, ended)]
    if reposted and (again or _was_close(case)):
        if not any(strictly_after(d, reposted[-1]) for d in done):
            why = case.reason("RJ-3", "touch.reposted", reposted[-1])
            yield _message(case, reposted[-1], 0, why)
    elif again:
        if not any(strictly_after(d, again[-1]) for d in done):
            months = case.preferences.reapproach
            rests_on = ("reapproach",)
            why = case.reason("RJ-3", "touch.again", ended, rests_on=rests_on, months=months)
            yield _message(case, ended, months, why)
    elif _was_close(case) and not done:
        why = case.reason("RJ-3", "touch.close", ended, months=TOUCH_MONTHS)
        yield _message(case, ended, TOUCH_MONTHS, why)


def _was_close(case: Case) -> bool:
    """Return whether they nearly chose the candidate, or the candidate liked them (RJ-3)."""
    rejected = case.last(Rejected)
    if rejected is None:
        return False
    liked = any((d.enthusiasm or 0) >= LIKED for _, d in case.all(Debrief))
    return rejected[1].runner_up or liked


def _message(case: Case, event: Event, months: int, why: Reason) -> Proposal:
    reader = decision_maker(case)
    hours = hours_of(case, reader)
    if months == 0:
        moment = hours.open(event.when.at)
    else:
        day = months_later(hours.local(event.when.at).date(), months)
        moment = hours.morning(day, hours.checks_in)
    return propose(
        case,
        "keep_in_touch",
        reader,
        why,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=None,
        optional=True,
        changes_if=(Sentence("change.you_move_on"),),
    )
