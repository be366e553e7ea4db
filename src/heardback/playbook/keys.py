"""The lasting address of a follow-up: a hash of what it is, for whom, and what caused it."""

from collections.abc import Iterable
from hashlib import sha256


def follow_up_key(
    opportunity: str, kind: str, readers: Iterable[str], anchor_ref: int | str | None
) -> str:
    """Given what identifies a follow-up, return its key: 16 hexadecimal characters.

    Skips, snoozes and deliveries hang on the key, so it names nothing that rebuilding could
    change: not the number in a readable id, not a date, not the order of readers.
    """
    parts = (opportunity, kind, "+".join(sorted(readers)), str(anchor_ref))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
