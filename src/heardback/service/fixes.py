"""Mending a letter: the fixes of its findings put in, until nothing safe is left to mend."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heardback.model.draft import Finding

MOST_ROUNDS = 8
Proofread = Callable[[str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended text, and what was put for what: (check, old words, new words)."""

    text: str
    changes: tuple[tuple[str, str, str], ...]


def fix_safely(text: str, proofread: Proofread) -> Fixed:
    """Given a text, return it with every safe fix put in; doing it again changes nothing.

    A fix may bring another finding to light, so the text is read again after each round.
    """
    changes: list[tuple[str, str, str]] = []
    seen = {text}
    for _ in range(MOST_ROUNDS):
        chosen = [f for f in proofread(text) if f.fix is not None and f.safe]
        fixed = put_in(text, chosen)
        if not fixed.changes or fixed.text in seen:
            break
        text = fixed.text
        seen.add(text)
        changes += fixed.changes
    return Fixed(text, tuple(changes))


def put_in(text: str, findings: Sequence[Finding]) -> Fixed:
    """Given findings with fixes, return the text with them put in (of two that overlap one)."""
    changes: list[tuple[str, str, str]] = []
    parts: list[str] = []
    after = 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        old = text[finding.start : finding.end]
        if finding.fix is None or finding.start < after or old == finding.fix:
            continue
        parts += [text[after : finding.start], finding.fix]
        after = finding.end
        changes.append((finding.check, old, finding.fix))
    return Fixed("".join([*parts, text[after:]]), tuple(changes))
