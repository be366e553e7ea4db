"""Take back whatever came last: something said, or a letter that has not left yet."""

from heardback.ports import Ports
from heardback.service.outbox import newest_to_undo, recall
from heardback.service.tell import described, undo
from heardback.tracking.voice import in_force


def undo_last(ports: Ports) -> str:
    """Take back the newest saying or approval; return it in words. Raise UsageError if none."""
    letter = newest_to_undo(ports)
    said = in_force(ports.store.sayings())
    if letter is not None and (not said or letter.steps[0].at >= said[-1].at):
        recall(ports, letter.letter.id)
        return f"the letter for {letter.letter.plan_id}"
    return described(undo(ports).saying)
