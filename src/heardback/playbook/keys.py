"""The lasting address of a follow-up: a hash of what it is, for whom, and what caused it."""

from collections.abc import Iterable
from hashlib import sha256

from heardback.model.search import Opportunity


def follow_up_key(
    opportunity: str, kind: str, readers: Iterable[str], anchor_ref: int | str | None
) -> str:
    """Given what identifies a follow-up, return its key: 16 hexadecimal characters.

    Skips, snoozes and deliveries hang on the key, so it names nothing that rebuilding could
    change: not the number in a readable id, not a date, not the order of readers. From a store,
    `opportunity` is one of its lasting addresses.
    """
    parts = (opportunity, kind, "+".join(sorted(readers)), str(anchor_ref))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def follow_up_keys(
    opportunity: Opportunity, kind: str, readers: Iterable[str], anchor_ref: int | str | None
) -> list[str]:
    """Return every key under which a follow-up may have been kept: one for each address."""
    readers = tuple(readers)
    names = opportunity.addresses or (opportunity.id,)
    return [follow_up_key(name, kind, readers, anchor_ref) for name in names]
