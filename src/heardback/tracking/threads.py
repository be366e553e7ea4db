"""Which messages belong together: threads by Message-ID, References and calendar UID (RFC 5322)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from heardback.model.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one kept message or meeting; `key` is its address in the store.

    For a mail that another passes on it is that one's address with a number: "<key>#2".
    """

    key: str
    seen: Understanding

    @property
    def kept(self) -> str:
        """The address of the kept message that it was read from."""
        return self.key.rpartition("#")[0] if self.seen.forwarded_by else self.key


@dataclass(slots=True)
class Thread:
    """Readings that belong together, oldest first, and the addresses they can be found by."""

    readings: list[Reading] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    @property
    def first_at(self) -> datetime | None:
        """When its oldest dated message was written."""
        return next((r.seen.date for r in self.readings if r.seen.date), None)

    @property
    def last_at(self) -> datetime | None:
        """When its newest dated message was written."""
        return next((r.seen.date for r in reversed(self.readings) if r.seen.date), None)

    @property
    def root(self) -> str:
        """An address that survives re-reading: the hash of the first message's own mark."""
        first = self.readings[0].seen
        mark = (first.thread[0] if first.thread else None) or first.message_id
        return short_hash(mark or self.readings[0].key)


def short_hash(*parts: object) -> str:
    """Given any parts, return a 16-character address made of them."""
    return sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:16]


def marks_of(seen: Understanding) -> list[str]:
    """Given a reading, return every mark by which another message may belong to it."""
    marks = [seen.message_id, seen.in_reply_to, *seen.thread]
    uid = seen.uid or (seen.interview.uid if seen.interview else None)
    return [mark for mark in marks if mark] + ([f"uid:{uid}"] if uid else [])


def in_order(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings by date (undated last), then by key: the same order every time."""
    return sorted(
        readings,
        key=lambda r: (
            r.seen.date is None,
            r.seen.date.timestamp() if r.seen.date else 0.0,
            r.key,
        ),
    )


def threads(readings: Sequence[Reading]) -> list[Thread]:
    """Given readings, return their threads, the oldest first.

    Two messages belong together where they share a Message-ID in their headers or a calendar UID.
    """
    parent: dict[str, str] = {}

    def find(mark: str) -> str:
        while parent.setdefault(mark, mark) != mark:
            parent[mark] = parent[parent[mark]]
            mark = parent[mark]
        return mark

    ordered = in_order(readings)
    for reading in ordered:
        marks = [*marks_of(reading.seen), f"key:{reading.key}"]
        for mark in marks[1:]:
            parent[find(mark)] = find(marks[0])
    found: dict[str, Thread] = {}
    for reading in ordered:
        marks = [*marks_of(reading.seen), f"key:{reading.key}"]
        thread = found.setdefault(find(marks[0]), Thread())
        thread.readings.append(reading)
        thread.marks.update(marks)
    return list(found.values())
