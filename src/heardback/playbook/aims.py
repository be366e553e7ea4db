"""Give every point to the message that carries it; what nothing carries becomes a message alone."""

from datetime import timedelta

from heardback.model.plan import Aim
from heardback.playbook.proposal import Point, Proposal, propose
from heardback.playbook.readers import hours_of

CARRIES = frozenset({"thank_you", "check_in", "reply", "raise_point", "closing_message"})
ONE_DAY = timedelta(days=1)


def carry(points: list[Point], proposals: list[Proposal]) -> list[Proposal]:
    """Given points and the proposals listed, add each point as an aim; return the messages alone.

    `persuade` and `add` ride with the next message to that reader; `correct` only with one within
    24 hours (contracts.md, section 7, "Aims").
    """
    alone: dict[tuple[str, str | None], Proposal] = {}
    carriers: dict[str, list[Proposal]] = {}
    for proposal in proposals if points else ():
        if proposal.kind in CARRIES:
            carriers.setdefault(proposal.case.id, []).append(proposal)
    for point in points:
        message = _carrier_of(point, carriers.get(point.case.id, []))
        if message is not None:
            _add(message, point)
            continue
        if not point.alone:
            continue
        key = (point.case.id, point.reader)
        if key not in alone:
            if point.aim == "offer_information":
                continue
            alone[key] = _alone(point)
        message = alone[key]
        _add(message, point)
        message.optional = message.optional and point.optional
    return list(alone.values())


def _carrier_of(point: Point, proposals: list[Proposal]) -> Proposal | None:
    candidates = [
        p
        for p in proposals
        if point.reader in p.to
        and not (p.optional and p.channel == "letter")  # a card is only thanks
    ]
    if point.within_a_day:
        limit = max(point.case.at, point.event.when.at) + ONE_DAY
        candidates = [p for p in candidates if p.due <= limit]
    return min(candidates, key=lambda p: p.due, default=None)


def _add(message: Proposal, point: Point) -> None:
    aim = Aim(point.aim, point.what, (point.case.ground(point.event),))
    if aim not in message.aims:
        message.aims.append(aim)
    if point.reason not in message.why:
        message.why.append(point.reason)


def _alone(point: Point) -> Proposal:
    case, event = point.case, point.event
    hours = hours_of(case, point.reader)
    moment = hours.open(event.when.at)
    return propose(
        case,
        "raise_point",
        point.reader,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=event.when.at + ONE_DAY,
        optional=True,
    )
