"""Several mails and invitations about one interview, made one.

An invitation is known by its UID; the highest SEQUENCE is the present state (RFC 5546). A time
confirmed in words and an invitation for the same start are one interview. A new time confirmed
before the old one has come, in the same thread, replaces it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from heardback.model.events import Interview
from heardback.model.moment import Moment
from heardback.tracking.happenings import Found
from heardback.tracking.threads import short_hash

NEAR = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Seen:
    """An interview as one reading gives it, with the thread and the moment it was told."""

    found: Found
    thread: str
    told_at: datetime | None


def one_each(seen: Iterable[Seen]) -> list[Found]:
    """Given interviews as readings tell them (oldest first), return each once, as it stands now."""
    kept: list[Seen] = []
    for new in seen:
        place = next((i for i, old in enumerate(kept) if _same(old, new)), None)
        if place is None:
            kept.append(replace(new, found=_addressed(new.found)))
        else:
            kept[place] = replace(new, found=_merged(kept[place].found, new.found))
    return [one.found for one in kept]


def _addressed(found: Found) -> Found:
    return replace(found, ref=short_hash("interview", found.uid)[:12]) if found.uid else found


def _same(old: Seen, new: Seen) -> bool:
    if old.found.uid and new.found.uid:
        return old.found.uid == new.found.uid
    apart = abs(old.found.when.at - new.found.when.at)
    if apart <= NEAR:
        return True
    told = new.told_at
    moved = told is not None and told < old.found.when.at and old.told_at != told
    return moved and old.thread == new.thread and new.found.happened != old.found.happened


def _merged(old: Found, new: Found) -> Found:
    """Return the newer state, filled up from the older; the address stays the first one."""
    was, now = old.happened, new.happened
    assert isinstance(was, Interview)
    assert isinstance(now, Interview)
    if new.uid and new.uid == old.uid and new.sequence < old.sequence:
        was, now, old, new = now, was, new, old
    moved = old.when.at != new.when.at
    worded = old.uid is not None and new.uid is None and not moved
    when: Moment = old.when if worded else new.when
    happened = Interview(
        ends=(was.ends if worded else None) or now.ends or (None if moved else was.ends),
        stage=now.stage or was.stage,
        mode=now.mode or was.mode,
        with_=_both(was.with_, now.with_),
        steps_left=now.steps_left if now.steps_left is not None else was.steps_left,
        cancelled=now.cancelled,
    )
    uid = new.uid or old.uid
    ref = short_hash("interview", uid)[:12] if uid else old.ref
    quote = new.quote or old.quote
    return replace(new, ref=ref, when=when, happened=happened, uid=uid, quote=quote)


def _both(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if one is None or other is None:
        return one or other
    return tuple(dict.fromkeys((*one, *other)))
