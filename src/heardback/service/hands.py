"""Letters in the candidate's hands: drafts, files, copies. What they do with them is theirs.

A draft of ours that is untouched is taken out when its reason is gone; one that was changed or
deleted is the candidate's: never written over, never made again. What they sent is seen in Sent,
by its Message-ID or, where their mail program gave it another, by its reader and its words.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from hashlib import sha256

from heardback.errors import ServerProblem
from heardback.languages.en.outbox import TOLD
from heardback.model.delivery import Letter, Standing
from heardback.model.events import Sent
from heardback.model.message import bracketed
from heardback.ports import Ports
from heardback.ports_out import Post
from heardback.service.objections import objection
from heardback.service.outbox import raw_of, record_sent, take
from heardback.service.tracked import track
from heardback.tracking.threads import Reading

SAME_DAY = timedelta(days=1)

ALIKE = 0.5
"""So much of the words must be the same for a mail of the same reader to be this letter."""


def tend(ports: Ports, post: Callable[[str], Post], standing: Standing, now: datetime) -> Standing:
    """Look after a letter in the candidate's hands: sent, changed, deleted, void."""
    letter = standing.letter
    try:
        if standing.kind == "withdrawn":
            return _take_out(ports, post(letter.account), standing, now)
        sent = sent_by_hand(ports, letter)
        if sent is not None:
            why = TOLD["sent by hand"]
            return record_sent(ports, standing, at=now, why=why, message_id=sent)
        if standing.kind != "drafted" and said_done(ports, letter):
            return take(ports, standing, "sent", at=now, why=TOLD["said sent"])
        match standing.kind:
            case "drafted":
                return _draft(ports, post(letter.account), standing, now)
            case "unknown":
                return _unknown(ports, post(letter.account), standing, now)
            case "given":
                return _given(ports, standing, now)
            case _:
                return standing
    except ServerProblem:
        return standing  # nobody can look now, or its account is connected no more


def _take_out(ports: Ports, post: Post, standing: Standing, now: datetime) -> Standing:
    if standing.last.place:
        return standing  # taken out already
    mine = _untouched(post, standing.letter)
    if mine is not None:
        post.remove_draft(mine)
    return take(ports, standing, "withdrawn", at=now, place="gone", why=standing.last.why)


def _draft(ports: Ports, post: Post, standing: Standing, now: datetime) -> Standing:
    letter = standing.letter
    found = post.find(letter.message_id)
    if any(each.folder == "sent" for each in found):
        return record_sent(ports, standing, at=now, why=TOLD["sent by hand"])
    mine = next((each for each in found if same_mail(each.raw, raw_of(letter))), None)
    if mine is None:
        why = TOLD["changed"] if found else TOLD["deleted"]
        return take(ports, standing, "theirs", at=now, why=why)
    against = objection(ports, letter)
    if against is None or against.wait:
        return standing
    post.remove_draft(mine.place)
    return take(ports, standing, "superseded", at=now, why=against.why, quote=against.quote)


def _unknown(ports: Ports, post: Post, standing: Standing, now: datetime) -> Standing:
    found = post.find(standing.letter.message_id)
    if any(each.folder == "sent" for each in found):
        return record_sent(ports, standing, at=now, why=TOLD["found"])
    if found:
        place = found[0].place
        return take(ports, standing, "drafted", at=now, place=place, why=TOLD["lay there"])
    return standing


def _given(ports: Ports, standing: Standing, now: datetime) -> Standing:
    against = objection(ports, standing.letter)
    if against is None or against.wait:
        return standing
    return take(ports, standing, "superseded", at=now, why=against.why, quote=against.quote)


def _untouched(post: Post, letter: Letter) -> str | None:
    """Return where our draft lies, None where it is gone or no longer as we wrote it."""
    found = post.find(letter.message_id)
    places = [e.place for e in found if e.folder == "drafts" and same_mail(e.raw, raw_of(letter))]
    return places[0] if places else None


def said_done(ports: Ports, letter: Letter) -> bool:
    """Return whether the candidate said that they did what a letter is for (`heardback done`)."""
    found = track(ports).find(letter.opportunity)
    to = letter.event.get("to")
    readers = set(to) if isinstance(to, list | tuple) else set()
    return found is not None and any(
        isinstance(event.happened, Sent)
        and event.source == "user"
        and event.happened.kind == letter.kind
        and readers == set(event.happened.to)
        and event.when.at >= letter.leave_at - SAME_DAY
        for event in found.opportunity.events
    )


def sent_by_hand(ports: Ports, letter: Letter) -> str | None:
    """Return the Message-ID under which a letter was seen in Sent since its approval, or None."""
    tracked = track(ports)
    found = tracked.find(letter.opportunity)
    if found is None:
        return None
    kept = list(ports.store.received())
    texts = {r.key: r.message.text for r in kept[letter.known :] if r.message is not None}
    for reading in found.readings:
        seen = reading.seen
        if seen.message_id and bracketed(seen.message_id) == letter.message_id:
            return letter.message_id
        if reading.key in texts and _is_this(reading, texts[reading.key], letter):
            return bracketed(seen.message_id or "")
    return None


def _is_this(reading: Reading, text: str, letter: Letter) -> bool:
    """Return whether a mail of the candidate's is this letter under another Message-ID."""
    seen = reading.seen
    readers = {each.casefold() for each in letter.readers}
    if seen.direction != "out" or not seen.message_id:
        return False
    if not readers & {each.email.casefold() for each in seen.to}:
        return False
    if seen.sent_kind == letter.kind:
        return True
    words, mine = text.split(), letter.text.split()
    return SequenceMatcher(a=words[: 2 * len(mine)], b=mine, autojunk=False).ratio() >= ALIKE


def same_mail(one: bytes, other: bytes) -> bool:
    """Return whether two mails are the same but for the ends of their lines."""
    return _print(one) == _print(other)


def _print(raw: bytes) -> str:
    return sha256(raw.replace(b"\r\n", b"\n").strip()).hexdigest()
