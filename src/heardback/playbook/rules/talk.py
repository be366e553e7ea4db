"""Take the call they ask for, and set a new time for one that did not take place."""

from collections.abc import Iterable

from heardback.model.events import CallRequested, Event, NoShow
from heardback.model.plan import Sentence
from heardback.playbook.case import Case, follows, strictly_after
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import author, first, hours_of

RULES = ("WD-2", "NS-1")
SOURCE = "seed: if the hiring manager asks to talk about your withdrawal, consider it"
TALKS = ("take_call", "reply")


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with calls to consider and meetings to arrange anew."""
    for event, asked in case.all(CallRequested):
        if not _answered(case, event, asked.from_):
            yield _call(case, event, asked)
    if case.over or case.accepted:
        return
    missed = case.last(NoShow)
    if missed is not None and not _arranged(case, missed[0]):
        yield _new_time(case, *missed)


def _answered(case: Case, event: Event, person: str | None) -> bool:
    for send in case.sends:
        spoke = getattr(send.event.happened, "channel", None) == "call" or send.kind in TALKS
        if spoke and follows(send.event, event) and (not person or person in send.readers):
            return True
    return any(strictly_after(r.event, event) for r in case.held)


def _call(case: Case, event: Event, asked: CallRequested) -> Proposal:
    reader = author(case, asked.from_)
    hours = case.hours(reader)
    moment = hours.open(event.when.at)
    say = "talk.after_end" if case.ending else "talk.asked"
    why = case.reason(
        "WD-2", say, event, rests_on=("reply_sla",), person=case.name(reader), about=asked.about
    )
    return propose(
        case,
        "take_call",
        reader,
        why,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=hours.business_days_later(event.when.at, case.preferences.reply_sla),
        channel="call",
        optional=True,
        carried=False,
        changes_if=(Sentence("change.you_answer"),),
    )


def _arranged(case: Case, missed: Event) -> bool:
    if case.sent("reschedule", since=missed):
        return True
    return any(strictly_after(r.event, missed) for r in case.rounds)


def _new_time(case: Case, event: Event, missed: NoShow) -> Proposal:
    reader = first(case, ("recruiter", "coordinator", "hiring_manager", "interviewer"))
    reader = reader or author(case, None)
    hours = hours_of(case, reader)
    moment = hours.open(event.when.at)
    say = "missed.by_you" if missed.by == "candidate" else "missed.by_them"
    return propose(
        case,
        "reschedule",
        reader,
        case.reason("NS-1", say, event, rests_on=("reply_sla",), on=event.when.on),
        anchor=event,
        not_before=moment,
        due=moment,
        latest=hours.business_days_later(event.when.at, case.preferences.reply_sla),
        changes_if=(Sentence("change.new_time"),),
    )
