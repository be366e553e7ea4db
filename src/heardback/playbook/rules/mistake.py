"""A message went out with an error: one corrected message at once, and then no third."""

from collections.abc import Iterable
from datetime import timedelta

from heardback.model.events import Event, MistakeSent, Sent
from heardback.playbook.case import Case
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import author

RULES = ("TY-10",)
SOURCE = "playbook TY-10: one corrected mail, a brief apology, the same content, then stop"
ONE_DAY = timedelta(days=1)


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with the corrections owed for messages already sent."""
    for event, mistake in case.all(MistakeSent):
        # Who is about to leave writes to say so; the slip needs no letter of its own.
        about_to_leave = case.out is not None or case.elsewhere is not None
        leaving = about_to_leave and case.ending is None
        if not leaving and not case.sent("fix_mistake", since=event):
            yield _fix(case, event, mistake)


def _fix(case: Case, event: Event, mistake: MistakeSent) -> Proposal:
    spoiled = _spoiled(case, mistake)
    to = spoiled.to[:1] if spoiled else ()
    reader = to[0] if to else author(case, None)
    hours = case.hours((spoiled.via if spoiled else None) or reader)
    moment = hours.open(event.when.at)
    fix = propose(
        case,
        "fix_mistake",
        reader,
        case.reason(
            "TY-10",
            "mistake.sent",
            event,
            what=mistake.what_is_wrong,
            person=case.name(reader),
        ),
        anchor=event,
        not_before=moment,
        due=moment,
        latest=event.when.at + ONE_DAY,
        carried=False,
        via=spoiled.via if spoiled else None,
    )
    if spoiled is not None:
        fix.to = spoiled.to or fix.to
    return fix


def _spoiled(case: Case, mistake: MistakeSent) -> Sent | None:
    for event, sent in case.all(Sent):
        if event.place == mistake.in_ or (mistake.in_ is None and sent is case.all(Sent)[-1][1]):
            return sent
    return None
