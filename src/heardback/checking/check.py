"""Proofreading: every check of `checking/checks` reads the letter, and the findings come in order.

A check is a module with NAME, RULE (the playbook's, or None) and
`find(letter) -> Iterable[Finding]`; a new file there is picked up by itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules

from heardback.checking import checks
from heardback.checking.envelope import Envelope
from heardback.checking.letter import Letter
from heardback.checking.opinion import alike
from heardback.checking.record import Record
from heardback.checking.words import CheckWords
from heardback.model.draft import Finding

__all__ = ["Record", "check", "discovered"]
MOST_TEXT = 20_000
MOST_OF_ONE = 50  # findings of one check: nobody goes through more
SEVERITIES = ("error", "warning", "hint")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, the rule it rests on, and how it finds; `on_subject`: there too."""

    name: str
    rule: str | None
    find: Callable[[Letter], Iterable[Finding]]
    on_subject: bool = False


@cache
def discovered() -> tuple[Check, ...]:
    """Return the checks found beside this module, in the order of their file names."""
    names = sorted(module.name for module in iter_modules(checks.__path__))
    modules = [import_module(f"{checks.__name__}.{name}") for name in names]
    return tuple(Check(m.NAME, m.RULE, m.find, getattr(m, "ON_SUBJECT", False)) for m in modules)


def check(
    text: str,
    *,
    kind: str,
    words: CheckWords,
    at: datetime | None = None,
    record: Record | None = None,
    others: Sequence[str] = (),
    subject: str | None = None,
    envelope: Envelope | None = None,
) -> tuple[Finding, ...]:
    """Given a text and its kind, return the findings in the order of the text.

    Without a `record` what needs one is skipped. `others` are the other notes to the same panel,
    `envelope` is who sends it to whom with which files, as far as that is known.
    Findings in the `subject` have the empty span at 0 and quote the subject's words.
    """
    letter = Letter(
        text=text,
        kind=kind,
        words=words,
        at=at,
        record=record,
        others=others,
        subject=subject,
        envelope=envelope,
    )
    if len(text) > MOST_TEXT:  # no letter: nobody reads it, and neither do we
        return (_too_long(letter),)
    found = [f for one in discovered() for f in islice(one.find(letter), MOST_OF_ONE)]
    found += islice(alike(letter, found), MOST_OF_ONE)
    if subject:
        head = replace(letter, text=subject, subject=None, others=())
        in_subject = (f for one in discovered() if one.on_subject for f in one.find(head))
        found += [replace(f, start=0, end=0) for f in in_subject]
    return in_order(found)


def _too_long(letter: Letter) -> Finding:
    return letter.finding(
        "length", "error", 0, len(letter.text), letter.words.advice["beyond"], rule="TY-11"
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Given findings, return them in the order of the text, without repetition."""
    return tuple(sorted(_distinct(findings), key=_place))


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Drop what another finding of the same span says more gravely; few and right is the aim."""
    kept: dict[tuple[int, int, str], Finding] = {}
    for finding in sorted(findings, key=_weight):
        kept.setdefault((finding.start, finding.end, finding.text), finding)
    return [f for f in kept.values() if not any(_covers(one, f) for one in kept.values())]


def _covers(one: Finding, other: Finding) -> bool:
    """Return whether a finding of the same check says the other as a part of itself."""
    larger = one.end - one.start > other.end - other.start > 0
    inside = one.start <= other.start and other.end <= one.end
    return larger and inside and one.check == other.check and one.severity == other.severity


def _weight(finding: Finding) -> tuple[int, bool]:
    """Put the grave before the light, and what is known to be wrong before the merely unknown."""
    return SEVERITIES.index(finding.severity), finding.check.startswith("unknown")


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.check
