"""What a rule answers with: proposals and points, before precedence makes the plan of them."""

from dataclasses import dataclass, field
from datetime import datetime

from heardback.model.events import Event
from heardback.model.plan import (
    Aim,
    AimName,
    Caution,
    FollowUpKind,
    Held,
    Reason,
    Sentence,
    Waiting,
)
from heardback.playbook.case import Case
from heardback.playbook.readers import carrier


@dataclass(slots=True, kw_only=True)
class Proposal:
    """A follow-up as a rule sees it, alone. `decide` numbers, merges and orders proposals.

    `anchor` is how evidence cites the event from which the due moment is counted; `named` are
    the people its id names, where they are not the readers.
    """

    case: Case
    kind: FollowUpKind
    to: tuple[str, ...]
    via: str | None
    cc: tuple[str, ...] = ()
    channel: str | None
    anchor: int | str
    not_before: datetime
    due: datetime
    latest: datetime | None
    why: list[Reason]
    attempt: int = 1
    optional: bool = False
    named: tuple[str, ...] = ()
    aims: list[Aim] = field(default_factory=list)
    changes_if: list[Sentence] = field(default_factory=list)

    @property
    def first_reader(self) -> str | None:
        """Who gets it first: the one who carries it, else its first reader."""
        return self.via or (self.to[0] if self.to else None)


@dataclass(slots=True, kw_only=True)
class Point:
    """Something a message should also achieve, looking for a message to carry it.

    `within_a_day`: a message more than 24 hours away is too late for it. `alone`: it may become
    a message of its own where none is listed. `optional` holds for that message.
    """

    case: Case
    aim: AimName
    what: str | None
    reader: str | None
    event: Event
    reason: Reason
    within_a_day: bool = False
    alone: bool = True
    optional: bool = False


Answer = Proposal | Point | Held | Caution | Waiting


def propose(
    case: Case,
    kind: FollowUpKind,
    to: str | None,
    *why: Reason,
    anchor: Event,
    not_before: datetime,
    due: datetime,
    latest: datetime | None,
    channel: str | None = "email",
    optional: bool = False,
    carried: bool = True,
    via: str | None = None,
    changes_if: tuple[Sentence, ...] = (),
) -> Proposal:
    """Given the parts of a message to one reader, return the proposal, carried as the route asks.

    Where `carried` is false, `via` carries it, if anybody does. All moments are brought into
    order and into the zone of whoever gets it first.
    """
    if carried and to is not None:
        via = carrier(case, to)
    zone = case.hours(via or to).zone
    due = max(due, not_before)
    return Proposal(
        case=case,
        kind=kind,
        to=(to,) if to else (),
        via=via,
        channel=channel,
        anchor=case.ref(anchor),
        not_before=not_before.astimezone(zone),
        due=due.astimezone(zone),
        latest=None if latest is None else max(latest, due).astimezone(zone),
        why=list(why),
        optional=optional,
        changes_if=list(changes_if),
    )
