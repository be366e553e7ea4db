"""Several mails and invitations about one interview, made one.

An invitation is known by its UID; the highest SEQUENCE is the present state (RFC 5546). Two of
different UIDs are one where time and people agree, as when the candidate copied an invitation into
a calendar of their own; a cancellation then holds for all of it, unless the employer invited anew.
A time
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
    uids: frozenset[str] = frozenset()


def one_each(seen: Iterable[Seen]) -> list[Found]:
    """Given interviews as readings tell them (oldest first), return each once, as it stands now."""
    kept: list[Seen] = []
    for new in seen:
        place = next((i for i, old in enumerate(kept) if _same(old, new)), None)
        if place is None:
            kept.append(replace(new, found=_addressed(new.found), uids=_uids(new)))
        elif not _is_outdated(kept[place], new):
            old = kept[place]
            kept[place] = replace(
                new, found=_merged(old.found, new.found), uids=old.uids | _uids(new)
            )
    return [one.found for one in kept]


def _addressed(found: Found) -> Found:
    return replace(found, ref=short_hash("interview", found.uid)[:12]) if found.uid else found


def _same(old: Seen, new: Seen) -> bool:
    if old.found.uid and new.found.uid:
        return new.found.uid in (old.uids or {old.found.uid}) or _agree(old.found, new.found)
    apart = abs(old.found.when.at - new.found.when.at)
    if apart <= NEAR:
        return True
    told = new.told_at
    moved = told is not None and told < old.found.when.at and old.told_at != told
    return moved and old.thread == new.thread and new.found.happened != old.found.happened


def _uids(seen: Seen) -> frozenset[str]:
    return frozenset({seen.found.uid}) if seen.found.uid else frozenset()


def _agree(old: Found, new: Found) -> bool:
    """Return whether two invitations of different UIDs are for the same time and people."""
    was, now = old.happened, new.happened
    if not isinstance(was, Interview) or not isinstance(now, Interview) or now.cancelled:
        return False
    shared = set(was.with_ or ()) & set(now.with_ or ())
    return abs(old.when.at - new.when.at) <= NEAR and (
        bool(shared) or not was.with_ or not now.with_
    )


def _is_outdated(old: Seen, new: Seen) -> bool:
    """Return whether a cancellation takes back an invitation that another has taken the place of.

    A copy in the candidate's own calendar takes nobody's place.
    """
    one, other = new.found, old.found
    cancels = isinstance(one.happened, Interview) and one.happened.cancelled
    invited = (other.source or "").startswith("message:")
    return cancels and one.uid is not None and one.uid != other.uid and invited


def _state(found: Found) -> tuple[int, float]:
    """Return which state of an invitation this is (RFC 5546, 2.1.5): SEQUENCE, then its change."""
    changed = found.changed_at
    return found.sequence, changed.timestamp() if changed else 0.0


def _merged(old: Found, new: Found) -> Found:
    """Return the newer state, filled up from the older; the address stays the first one."""
    was, now = old.happened, new.happened
    assert isinstance(was, Interview)
    assert isinstance(now, Interview)
    if new.uid and new.uid == old.uid and _state(new) < _state(old):
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
    first = old.uid is None and uid is not None
    ref = short_hash("interview", str(uid))[:12] if first else old.ref
    quote = new.quote or old.quote
    return replace(new, ref=ref, when=when, happened=happened, uid=uid, quote=quote)


def _both(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if one is None or other is None:
        return one or other
    return tuple(dict.fromkeys((*one, *other)))
