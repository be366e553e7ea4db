"""Letters leave: once, at their hour, and only if nothing has come up against them.

Each letter goes through the same door. Mail is read first; the plan is made anew; a letter whose
follow-up is no longer in it is not sent, and the person is told why. Every step is kept before the
deed it announces, so that after a crash the last one says what can have happened: `started`,
nothing reached anybody; `handing`, it may have. Then Sent and Drafts are searched for the letter's
Message-ID before anything is tried again, and what cannot be known is asked.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from heardback.errors import (
    CertificateRefused,
    ConnectionLost,
    HeardBackError,
    LoginRefused,
    MailboxFull,
    OutboxProblem,
    SecretMissing,
    SecretsLocked,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    StoreError,
    Unreachable,
    UsageError,
)
from heardback.languages.en.outbox import OBJECTIONS, TOLD
from heardback.model.delivery import BEGUN, IN_HAND, LEAVING, Letter, Standing, StepKind
from heardback.ports import Ports
from heardback.ports_out import InMailbox, Line, Post
from heardback.service.hands import sent_by_hand, tend
from heardback.service.objections import Objection, objection
from heardback.service.outbox import all_standings, raw_of, record_sent, take

Still = Callable[[], bool]
"""Answers whether nothing at all has come since mail was read."""

LOOKS = 5
"""So often mail is read anew while more keeps coming, before the letter waits for another run."""

SETTLED = timedelta(minutes=1)
"""A server may still be writing what a broken line handed it: so long nothing is concluded."""

WAITS = (
    Unreachable,
    ServerBusy,
    ConnectionLost,
    SecretMissing,
    SecretsLocked,
    LoginRefused,
    CertificateRefused,
    MailboxFull,
)
"""What can be mended, or mends itself: the letter waits. Any other "no" is for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Where letters leave: the store, each account's way out, and what reads new mail first.

    `fresh` reads all mail and returns what tells whether more has come since. `give` puts a letter
    into the candidate's hands and says where. `date` puts the present hour into a mail.
    """

    ports: Ports
    post: Callable[[str], Post]
    fresh: Callable[[], Still]
    give: Callable[[Letter], str] = field(default=lambda _letter: "")
    date: Callable[[bytes, datetime], bytes] = field(default=lambda raw, _at: raw)
    settled: timedelta = SETTLED


def run_due(counter: Counter, now: datetime, *, only: str | None = None) -> list[Standing]:
    """Let leave what is approved and due, finish what was broken off, tend to our drafts.

    Return every letter that moved; `only` leaves all others alone. One run at a time: the caller
    holds the delivery lock. Raise StoreError where a step cannot be kept.
    """
    moved = []
    for standing in all_standings(counter.ports):
        if only is not None and standing.letter.id != only:
            continue
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
    if standing.kind in IN_HAND or (standing.kind == "withdrawn" and standing.place):
        return tend(counter.ports, counter.post, standing, now)
    return standing


def _leave(counter: Counter, standing: Standing, now: datetime) -> Standing:
    ports, letter = counter.ports, standing.letter
    try:
        found = _tried_before(counter, standing)
        if found:
            return _found(counter, standing, found, now)
        if letter.latest is not None and now > letter.latest and standing.kind != "released":
            return take(ports, standing, "late", at=now, why=OBJECTIONS["late"])
        if letter.way != "smtp":
            counter.fresh()
        against = objection(ports, letter)
        if against is not None:
            return _stopped(counter, standing, against, now)
        return WAYS[letter.way](counter, standing, now)
    except WAITS as fault:
        return _interrupted(counter, letter, now, str(fault))
    except OutboxProblem:
        raise
    except (ServerProblem, UsageError) as fault:
        return _interrupted(counter, letter, now, str(fault), for_good=True)


def _tried_before(counter: Counter, standing: Standing) -> list[InMailbox]:
    """Return where the letter of an earlier try lies, if there was one."""
    tried = any(step.kind in BEGUN for step in standing.steps)
    letter = standing.letter
    return counter.post(letter.account).find(letter.message_id) if tried else []


def _stopped(counter: Counter, standing: Standing, against: Objection, now: datetime) -> Standing:
    """Something speaks against it: it waits for a better hour, or does not leave at all."""
    if against.wait:
        if standing.kind in LEAVING:
            return standing
        return take(counter.ports, standing, "waiting", at=now, why=against.why)
    by_hand = sent_by_hand(counter.ports, standing.letter)
    if by_hand is not None:
        why = TOLD["sent by hand"]
        return record_sent(counter.ports, standing, at=now, why=why, message_id=by_hand)
    return take(counter.ports, standing, "superseded", at=now, why=against.why, quote=against.quote)


def _draft(counter: Counter, standing: Standing, now: datetime) -> Standing:
    ports, letter = counter.ports, standing.letter
    post = counter.post(letter.account)
    standing = take(ports, standing, "started", at=now, place=post.mark())
    place = post.put_draft(raw_of(letter))
    if not place:  # a server without UIDPLUS does not say where it lies
        found = post.find(letter.message_id)
        place = found[0].place if found else ""
    return take(ports, standing, "drafted", at=now, place=place, why=TOLD["drafted"])


def _give(counter: Counter, standing: Standing, now: datetime) -> Standing:
    """Giving it twice does no harm, so that no step needs to be kept before."""
    place = counter.give(standing.letter)
    return take(counter.ports, standing, "given", at=now, place=place, why=place)


def _send(counter: Counter, standing: Standing, now: datetime) -> Standing:
    ports, letter = counter.ports, standing.letter
    post = counter.post(letter.account)
    standing = take(ports, standing, "started", at=now)
    raw = counter.date(raw_of(letter), now)
    with post.sending(letter.sender, letter.envelope) as line:
        for look in range(LOOKS):
            still = counter.fresh()
            against = objection(ports, letter)
            if against is not None:
                return _stopped(counter, standing, against, now)
            if look == 0:
                line.say(raw)
            standing = take(ports, standing, "handing", at=now)
            if still():  # all that takes time is behind us: only the end is left to say
                return _end(counter, standing, line, raw, now)
            standing = take(ports, standing, "started", at=now, why=TOLD["looking again"])
    return take(ports, standing, "waiting", at=now, why=TOLD["mail keeps coming"])


def _end(counter: Counter, standing: Standing, line: Line, raw: bytes, now: datetime) -> Standing:
    letter = standing.letter
    try:
        line.end()
    except (ServerRefused, ServerBusy) as fault:  # a definite no: nothing was taken
        kind: StepKind = "waiting" if isinstance(fault, ServerBusy) else "failed"
        return take(counter.ports, standing, kind, at=now, why=str(fault))
    try:
        return record_sent(counter.ports, standing, at=now, why=TOLD["taken"])
    finally:
        # Also where the step could not be kept: the copy in Sent then tells the next run.
        with suppress(HeardBackError):  # the letter is out; a missing copy must not undo that
            post = counter.post(letter.account)
            if not any(each.folder == "sent" for each in post.find(letter.message_id)):
                post.keep_sent(raw)


WAYS = {"draft": _draft, "smtp": _send, "mailto": _give, "copy": _give}


def _interrupted(
    counter: Counter, letter: Letter, now: datetime, why: str, *, for_good: bool = False
) -> Standing:
    """Say where a letter stands after a fault; what may have arrived stays open until looked up."""
    standing = next(s for s in all_standings(counter.ports) if s.letter.id == letter.id)
    if standing.kind not in (*LEAVING, "started"):
        return standing
    if standing.kind == "started" and letter.way == "draft" and not for_good:
        return standing
    if standing.kind == "waiting" and standing.last.why == why and not for_good:
        return standing  # said already
    kind: StepKind = "failed" if for_good else "waiting"
    return take(counter.ports, standing, kind, at=now, why=why)


def _resumed(counter: Counter, standing: Standing, now: datetime) -> Standing:
    """A run before this one ended in the middle: find out what can have happened."""
    ports, letter = counter.ports, standing.letter
    broken_off = TOLD["broken off"]
    if standing.kind == "started" and letter.way == "smtp":
        return take(ports, standing, "waiting", at=now, why=broken_off)
    try:
        post = counter.post(letter.account)
        found = post.find(letter.message_id)
        if found:
            return _found(counter, standing, found, now)
        if now - standing.last.at < counter.settled:
            return standing
        if letter.way == "draft" and post.mark() == standing.mark:
            # UIDNEXT would have moved: nothing has arrived in Drafts since.
            return take(ports, standing, "waiting", at=now, why=broken_off)
    except StoreError:
        raise
    except HeardBackError:
        return standing  # nobody can look now; nothing is tried before somebody has
    why = TOLD["maybe sent"] if letter.way == "smtp" else TOLD["maybe drafted"]
    return take(ports, standing, "unknown", at=now, why=why)


def _found(counter: Counter, standing: Standing, found: list[InMailbox], now: datetime) -> Standing:
    if any(each.folder == "sent" for each in found):
        return record_sent(counter.ports, standing, at=now, why=TOLD["found"])
    place = found[0].place
    return take(counter.ports, standing, "drafted", at=now, place=place, why=TOLD["lay there"])
