"""What is on its way out: where each letter stands, how a step is taken, how one is taken back."""

import base64
from datetime import datetime

from heardback.errors import OutboxProblem
from heardback.languages.en.outbox import TOLD
from heardback.model.delivery import (
    BEGUN,
    ENDED,
    LEAVING,
    Letter,
    Standing,
    Step,
    StepKind,
    standings,
)
from heardback.model.sayings import Deed
from heardback.ports import Ports
from heardback.service.deeds import OUTCOMES


def all_standings(ports: Ports) -> list[Standing]:
    """Return every letter with where it stands, in the order of approval."""
    return standings(ports.store.outbox.steps())


def find_letter(ports: Ports, id: str) -> Standing:
    """Given a follow-up's or a letter's id, return the letter: one alive, else the newest.

    Raise OutboxProblem if there is none.
    """
    mine = [s for s in all_standings(ports) if id in (s.letter.plan_id, s.letter.id)]
    alive = [s for s in mine if s.kind not in ENDED]
    if not mine:
        raise OutboxProblem(f"No letter for {id!r} is on its way.", hint="See heardback outbox.")
    return (alive or mine)[-1]


def recall(ports: Ports, id: str) -> Standing:
    """Take a letter back that has not left; raise OutboxProblem if it has, or there is none.

    A draft that lies in the mailbox is taken out of there at the next delivery, if it is untouched.
    """
    standing = find_letter(ports, id)
    if standing.kind in ("sent", "handing", "unknown"):
        told = "has left" if standing.kind == "sent" else "may have left"
        raise OutboxProblem(f"The letter for {standing.letter.plan_id} {told} already.")
    if standing.kind in ENDED:
        raise OutboxProblem(f"The letter for {standing.letter.plan_id} is {standing.kind} already.")
    return take(ports, standing, "withdrawn", at=ports.clock.now(), why=TOLD["taken back"])


def newest_to_undo(ports: Ports) -> Standing | None:
    """Return the letter approved last, if it can still be taken back; None where there is none."""
    found = [s for s in all_standings(ports) if s.kind in LEAVING or s.kind in ("given", "drafted")]
    return max(found, key=lambda s: s.steps[0].at, default=None)


def settle(ports: Ports, id: str, *, was_sent: bool) -> Standing:
    """Say what became of a letter of which nobody knows: it was sent, or it was not."""
    standing = find_letter(ports, id)
    if standing.kind != "unknown":
        raise OutboxProblem(
            f"Nothing about {id!r} is open: it is {standing.kind}.", hint="See heardback outbox."
        )
    now = ports.clock.now()
    if was_sent:
        return record_sent(ports, standing, at=now, why=TOLD["said sent"])
    return take(ports, standing, "waiting", at=now, why=TOLD["said not sent"])


def although_late(ports: Ports, id: str) -> Standing:
    """Say that a letter whose time has passed may leave all the same."""
    standing = find_letter(ports, id)
    if standing.kind != "late":
        raise OutboxProblem(f"The letter for {standing.letter.plan_id} is not late.")
    return take(ports, standing, "released", at=ports.clock.now(), why=TOLD["said late"])


def raw_of(letter: Letter) -> bytes:
    """Return a letter's whole mail."""
    return base64.b64decode(letter.raw)


def record_sent(
    ports: Ports, standing: Standing, *, at: datetime, why: str, message_id: str | None = None
) -> Standing:
    """Take the last step and keep the deed, together or not at all.

    `message_id` is another one than ours, where the candidate's mail program gave it another.
    """
    letter = standing.letter
    when = at.isoformat(timespec="seconds")
    source = f"message:{message_id or letter.message_id}"
    with ports.store.transaction():
        after = take(ports, standing, "sent", at=at, why=why)
        deeds = [{"when": when, **letter.event, "source": source}]
        if letter.kind in OUTCOMES:
            deeds.append({"when": when, "what": OUTCOMES[letter.kind], "source": source})
        for number, event in enumerate(deeds):
            ports.store.do(
                Deed(
                    id=f"{letter.id}:{number}",
                    at=at,
                    follow_up=letter.follow_up,
                    opportunity=letter.opportunity,
                    event=event,
                    text=letter.text if number == 0 else None,
                )
            )
    return after


def is_urgent(standing: Standing, now: datetime) -> bool:
    """Return whether a letter may leave now, or a try of it was broken off."""
    return standing.kind in BEGUN or (standing.kind in LEAVING and standing.letter.leave_at <= now)


def lies_there(standing: Standing) -> bool:
    """Return whether a draft was taken back that has not been taken out of the mailbox yet."""
    was_put = any(step.kind == "drafted" for step in standing.steps)
    return standing.kind == "withdrawn" and was_put and not standing.last.place


def take(
    ports: Ports,
    standing: Standing,
    kind: StepKind,
    *,
    at: datetime,
    why: str = "",
    quote: str = "",
    place: str = "",
) -> Standing:
    """Take the next step of a letter; raise OutboxProblem if another run was faster."""
    step = Step(
        letter=standing.letter.id,
        number=standing.last.number + 1,
        at=at,
        kind=kind,
        why=why,
        quote=quote,
        place=place,
    )
    if not ports.store.outbox.take(step):
        raise OutboxProblem(
            f"Another HeardBack has the letter for {standing.letter.plan_id} in hand."
        )
    return Standing(standing.letter, (*standing.steps, step))
