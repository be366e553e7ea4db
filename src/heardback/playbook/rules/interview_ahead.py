"""Before you leave an interview, ask when you will hear, from whom, and whom you may write to."""

from collections.abc import Iterable
from datetime import timedelta

from heardback.model.plan import Sentence
from heardback.playbook.case import Case
from heardback.playbook.proposal import Proposal, propose
from heardback.timeframe.business import WORK_STARTS, at

RULES = ("CK-0",)
SOURCE = "seed: it is OK to ask at the end of the interview when you might expect to hear"
ONE_HOUR = timedelta(hours=1)


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with a card of questions for every interview to come."""
    if not case.in_play:
        return
    hours = case.hours()
    for round in case.ahead:
        start = hours.local(round.start)
        day_before = case.calendar.before(start.date())
        yield propose(
            case,
            "ask_timeframe",
            None,
            case.reason("CK-0", "prepare.ask", round.event, on=round.start),
            anchor=round.event,
            not_before=at(day_before, WORK_STARTS, hours.zone),
            due=start - ONE_HOUR,
            latest=round.end,
            channel=None,
            changes_if=(Sentence("change.interview_moves"),),
        )
