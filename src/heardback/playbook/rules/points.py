"""An employer on the fence: persuade, add what was missed, correct what was wrong, once.

The next message that is due anyway carries the point; a wrong fact does not wait for one.
"""

from collections.abc import Iterable

from heardback.model.events import Concern, Debrief, Event, WeakAnswer
from heardback.playbook.case import Case, follows
from heardback.playbook.proposal import Point
from heardback.playbook.readers import decision_maker

RULES = ("PE-1", "PE-2", "PE-3")
SOURCE = "seed: use your thank-you and check-in messages as opportunities to help convince them"


def decide(case: Case) -> Iterable[Point]:
    """Given a case, answer with the points that no message has carried yet."""
    if not case.in_play or case.offered is not None:
        return
    for event, concern in case.all(Concern):
        yield from _persuade(case, event, concern)
    for event, debrief in case.all(Debrief):
        reader = debrief.person or decision_maker(case)
        if not _carried_since(case, event, reader):
            yield from _missed(case, event, debrief, reader)
            yield from _wrong(case, event, debrief, reader)
            yield from _weak(case, event, debrief, reader)


def _carried_since(case: Case, event: Event, reader: str | None) -> bool:
    """Return whether a message has gone since, which counts as having carried the points."""
    return any(
        follows(s.event, event) and (reader is None or reader in s.readers) for s in case.sends
    )


def _persuade(case: Case, event: Event, concern: Concern) -> Iterable[Point]:
    reader = decision_maker(case)
    if _carried_since(case, event, reader):
        return
    what = concern.said or concern.about
    why = case.reason("PE-1", "point.concern", event, what=what)
    yield Point(case=case, aim="persuade", what=what, reader=reader, event=event, reason=why)
    offer = Point(
        case=case, aim="offer_information", what=None, reader=reader, event=event, reason=why
    )
    yield offer


def _missed(case: Case, event: Event, debrief: Debrief, reader: str | None) -> Iterable[Point]:
    for what in debrief.missed:
        why = case.reason("PE-2", "point.missed", event, what=what, person=case.name(reader))
        yield Point(case=case, aim="add", what=what, reader=reader, event=event, reason=why)


def _wrong(case: Case, event: Event, debrief: Debrief, reader: str | None) -> Iterable[Point]:
    for mistake in debrief.mistakes:
        say = "point.wrong_unnoticed" if mistake.noticed is False else "point.wrong"
        yield Point(
            case=case,
            aim="correct",
            what=mistake.what,
            reader=reader,
            event=event,
            reason=case.reason("PE-2", say, event, what=mistake.what, person=case.name(reader)),
            within_a_day=True,
            optional=mistake.noticed is False,
        )


def _weak(case: Case, event: Event, debrief: Debrief, reader: str | None) -> Iterable[Point]:
    for weak in debrief.weak_answers:
        if not _is_repaired(case, weak):
            continue
        say = "point.weak" if weak.noticed else "point.weak_unsure"
        why = case.reason("PE-3", say, event, rests_on=("repair_answer",), what=weak.what)
        yield Point(
            case=case,
            aim="correct",
            what=weak.what,
            reader=reader,
            event=event,
            reason=why,
            within_a_day=True,
            alone=case.preferences.repair_answer == "yes",
            optional=True,
        )


def _is_repaired(case: Case, weak: WeakAnswer) -> bool:
    asked = case.preferences.repair_answer
    return asked == "yes" or (asked == "ask" and weak.noticed is True)
