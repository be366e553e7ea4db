"""Letters leave: once, at their hour, and only if nothing has come up against them.

Each letter goes through the same door. Mail is read first; the plan is made anew; a letter whose
follow-up is no longer in it is not sent, and the person is told why. Every step is kept before the
deed it announces, so that after a crash the last one says what can have happened: `started`,
nothing reached anybody; `handing`, it may have. Then Sent and Drafts are searched for the letter's
Message-ID before anything is tried again, and what cannot be known is asked.
"""

import base64
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from heardback.errors import (
    ConnectionLost,
    HeardBackError,
    OutboxProblem,
    SecretMissing,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    Unreachable,
)
from heardback.model.delivery import BEGUN, LEAVING, Letter, Standing, StepKind
from heardback.model.sayings import Deed
from heardback.ports import InMailbox, Ports, Post
from heardback.service.deeds import OUTCOMES
from heardback.service.objections import Objection, objection
from heardback.service.outbox import all_standings, take


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Where letters leave: the store, each account's way out, and what reads new mail first."""

    ports: Ports
    post: Callable[[str], Post]
    fresh: Callable[[], None] = field(default=lambda: None)


def run_due(counter: Counter, now: datetime) -> list[Standing]:
    """Let leave what is approved and due, finish what was broken off, tend to our drafts.

    Return every letter that moved. One run at a time: the caller holds the delivery lock.
    """
    moved = []
    for standing in all_standings(counter.ports):
        with suppress(OutboxProblem):  # another run was faster: theirs counts
            after = _one(counter, standing, now)
            if after.last is not standing.last:
                moved.append(after)
    return moved


def _one(counter: Counter, standing: Standing, now: datetime) -> Standing:
    if standing.kind in BEGUN:
        standing = _resumed(counter, standing, now)
    if standing.kind in LEAVING and standing.letter.leave_at <= now:
        return _leave(counter, standing, now)
    if standing.kind in ("drafted", "withdrawn") and standing.place:
        return _tend(counter, standing, now)
    return standing


def _leave(counter: Counter, standing: Standing, now: datetime) -> Standing:
    ports, letter = counter.ports, standing.letter
    post = counter.post(letter.account)
    try:
        found = post.find(letter.message_id) if _was_tried(standing) else []
        if found:
            return _found(counter, standing, found, now)
        if letter.latest is not None and now > letter.latest:
            why = "its time had passed before it could leave"
            return take(ports, standing, "late", at=now, why=why)
        if letter.way == "draft":
            counter.fresh()
        against = objection(ports, letter)
        if against is not None:
            return _stopped(counter, standing, against, now)
        return (
            _draft(counter, standing, post, now)
            if letter.way == "draft"
            else _send(counter, standing, post, now)
        )
    except (Unreachable, ServerBusy, ConnectionLost, SecretMissing) as fault:
        return _interrupted(counter, letter, now, str(fault))
    except ServerProblem as fault:
        return _interrupted(counter, letter, now, str(fault), for_good=True)


def _stopped(counter: Counter, standing: Standing, against: Objection, now: datetime) -> Standing:
    """Something speaks against it: it does not leave, now or ever."""
    if not against.wait:
        return take(
            counter.ports, standing, "superseded", at=now, why=against.why, quote=against.quote
        )
    if standing.kind in LEAVING:
        return standing
    return take(counter.ports, standing, "waiting", at=now, why=against.why)


def _draft(counter: Counter, standing: Standing, post: Post, now: datetime) -> Standing:
    ports = counter.ports
    standing = take(ports, standing, "started", at=now, place=post.mark())
    place = post.put_draft(_raw(standing.letter))
    if not place:  # a server without UIDPLUS does not say where it lies
        found = post.find(standing.letter.message_id)
        place = found[0].place if found else ""
    return take(ports, standing, "drafted", at=now, place=place, why="it lies in your drafts")


def _send(counter: Counter, standing: Standing, post: Post, now: datetime) -> Standing:
    letter = standing.letter
    standing = take(counter.ports, standing, "started", at=now)
    with post.sending(letter.sender, letter.readers) as send:
        # All that takes time is behind us: now look once more, and then say the words at once.
        counter.fresh()
        against = objection(counter.ports, letter)
        if against is not None:
            return _stopped(counter, standing, against, now)
        standing = take(counter.ports, standing, "handing", at=now)
        try:
            send(_raw(letter))
        except (ServerRefused, ServerBusy) as fault:  # a definite no: nothing was taken
            kind: StepKind = "waiting" if isinstance(fault, ServerBusy) else "failed"
            return take(counter.ports, standing, kind, at=now, why=str(fault))
        standing = _sent(counter, standing, now, why="the server has taken it")
    with suppress(HeardBackError):  # the letter is out; a missing copy must not undo that
        if not any(each.folder == "sent" for each in post.find(letter.message_id)):
            post.keep_sent(_raw(letter))
    return standing


def _sent(counter: Counter, standing: Standing, now: datetime, *, why: str) -> Standing:
    """Take the last step and keep the deed, together or not at all."""
    letter, ports = standing.letter, counter.ports
    at = now.isoformat(timespec="seconds")
    with ports.store.transaction():
        after = take(ports, standing, "sent", at=now, why=why)
        deeds = [{"when": at, **letter.event}]
        if letter.kind in OUTCOMES:
            source = letter.event.get("source")
            deeds.append({"when": at, "what": OUTCOMES[letter.kind], "source": source})
        for number, event in enumerate(deeds):
            ports.store.do(
                Deed(
                    id=f"{letter.id}:{number}",
                    at=now,
                    follow_up=letter.follow_up,
                    opportunity=letter.opportunity,
                    event=event,
                    text=letter.text if number == 0 else None,
                )
            )
    return after


def _interrupted(
    counter: Counter, letter: Letter, now: datetime, why: str, *, for_good: bool = False
) -> Standing:
    """Say where a letter stands after a fault; what may have arrived stays open until looked up."""
    standing = _now(counter.ports, letter)
    if standing.kind == "handing":
        return standing
    if standing.kind == "started" and letter.way == "draft" and not for_good:
        return standing
    if standing.kind not in (*LEAVING, "started"):
        return standing
    if standing.kind == "waiting" and standing.last.why == why and not for_good:
        return standing  # said already
    kind: StepKind = "failed" if for_good else "waiting"
    return take(counter.ports, standing, kind, at=now, why=why)


def _resumed(counter: Counter, standing: Standing, now: datetime) -> Standing:
    """A run before this one ended in the middle: find out what can have happened."""
    ports, letter = counter.ports, standing.letter
    if standing.kind == "started" and letter.way == "smtp":
        return take(ports, standing, "waiting", at=now, why="an earlier try was broken off")
    post = counter.post(letter.account)
    try:
        found = post.find(letter.message_id)
        if found:
            return _found(counter, standing, found, now)
        if letter.way == "draft" and post.mark() == standing.mark:
            # UIDNEXT would have moved: nothing has arrived in Drafts since.
            return take(ports, standing, "waiting", at=now, why="an earlier try was broken off")
    except HeardBackError:
        return standing  # nobody can look now; nothing is tried before somebody has
    told = "may have been sent" if letter.way == "smtp" else "may have lain in your drafts"
    why = f"it {told}: the connection broke, and it is in neither folder"
    return take(ports, standing, "unknown", at=now, why=why)


def _found(counter: Counter, standing: Standing, found: list[InMailbox], now: datetime) -> Standing:
    if any(each.folder == "sent" for each in found):
        return _sent(counter, standing, now, why="it was found in Sent")
    place = found[0].place
    return take(counter.ports, standing, "drafted", at=now, place=place, why="it lay there already")


def _tend(counter: Counter, standing: Standing, now: datetime) -> Standing:
    """Look after a draft of ours: sent by hand, changed, deleted, or void."""
    ports, letter = counter.ports, standing.letter
    if standing.kind == "withdrawn" and standing.last.place:
        return standing  # taken out already
    post = counter.post(letter.account)
    try:
        found = post.find(letter.message_id)
        if any(each.folder == "sent" for each in found):
            return _sent(counter, standing, now, why="you sent it")
        mine = next((each for each in found if same_mail(each.raw, _raw(letter))), None)
        if standing.kind == "withdrawn":
            if mine is not None:
                post.remove_draft(mine.place)
            return take(ports, standing, "withdrawn", at=now, place="gone", why=standing.last.why)
        if mine is None:
            why = "you changed it" if found else "you deleted it, or sent it under another name"
            return take(ports, standing, "theirs", at=now, why=why)
        against = objection(ports, letter)
        if against is None or against.wait:
            return standing
        post.remove_draft(mine.place)
        return take(ports, standing, "superseded", at=now, why=against.why, quote=against.quote)
    except ServerProblem:
        return standing


def _was_tried(standing: Standing) -> bool:
    return any(step.kind in BEGUN for step in standing.steps)


def _now(ports: Ports, letter: Letter) -> Standing:
    return next(s for s in all_standings(ports) if s.letter.id == letter.id)


def _raw(letter: Letter) -> bytes:
    return base64.b64decode(letter.raw)


def same_mail(one: bytes, other: bytes) -> bool:
    """Return whether two mails are the same but for the ends of their lines."""
    return _print(one) == _print(other)


def _print(raw: bytes) -> str:
    return sha256(raw.replace(b"\r\n", b"\n").strip()).hexdigest()
