"""A text under the eyes of the checks: its greeting, its sentences, its sign-off, its names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from heardback.checking.envelope import Envelope
from heardback.checking.record import WORD, Record
from heardback.checking.triggers import THREE
from heardback.checking.words import CheckWords, DateWords
from heardback.model.draft import Finding, Severity

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$|[\"'”)])[^.!?\n]*)*[.!?]*[\"'”)]*")
_BEFORE_FIRST = re.compile(r"(?:^|[.!?:\n][\"'”)]*\s*|[\"“(•*>-]\s*)$")
SHORT_LINE = 60


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A text, its kind, and all that the checks may compare it with."""

    text: str
    kind: str
    words: CheckWords
    at: datetime | None = None
    record: Record | None = None
    others: Sequence[str] = ()
    subject: str | None = None
    envelope: Envelope | None = None

    @cached_property
    def lower(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @cached_property
    def present(self) -> frozenset[str]:
        """Which of the texts that phrases need are in it."""
        lower = self.lower
        threes = {"", *(lower[i : i + THREE] for i in range(len(lower) - THREE + 1))}
        by_three = self.words.needed_by_three
        near = (t for three in threes & by_three.keys() for t in by_three[three])
        return frozenset(filter(lower.__contains__, near))

    @cached_property
    def greetings(self) -> tuple[Span, ...]:
        """The names greeted, a span for each greeting's names (a note enclosed has its own)."""
        found = self.words.greeting.finditer(self.text)
        return tuple(Span(m.start("names"), m.end("names"), m["names"]) for m in found)

    @cached_property
    def body_start(self) -> int:
        """Where the greeting ends."""
        first = self.words.greeting.search(self.text)
        return first.end() if first and first.start() < SHORT_LINE else 0

    @cached_property
    def signed_at(self) -> int:
        """Where the last sign-off begins; the end of the text where there is none."""
        found = list(self.words.sign_off.finditer(self.text))
        return found[-1].start() if found else len(self.text)

    @cached_property
    def body(self) -> str:
        """The words between greeting and sign-off."""
        return self.text[self.body_start : self.signed_at].strip()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body."""
        found = _SENTENCE.finditer(self.text, self.body_start, self.signed_at)
        return tuple(
            Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end(), m[0].strip())
            for m in found
            if m[0].strip()
        )

    @cached_property
    def dates(self) -> list[DateWords]:
        """The dates written in the text."""
        return self.words.find_dates(self.text)

    @cached_property
    def capitalised(self) -> tuple[Span, ...]:
        """The words that begin with a capital letter."""
        found = WORD.finditer(self.text)
        return tuple(_trimmed(m) for m in found if m[0][0].isupper())

    def is_first(self, span: Span) -> bool:
        """Given a word, return whether it begins a sentence or a line."""
        return _BEFORE_FIRST.search(self.text, max(0, span.start - 4), span.start) is not None

    def told(self, check: str, *, rule: str | None = None) -> Iterator[Finding]:
        """Given a check's name, yield a finding for each of its phrases in the text."""
        for told in self.words.told[check]:
            if told.kinds and self.kind not in told.kinds:
                continue
            if told.needs and told.needs.isdisjoint(self.present):
                continue
            if told.quick is not None and told.quick.search(self.lower) is None:
                continue
            for m in told.pattern.finditer(self.text):
                found = self.finding(
                    check, told.severity, m.start(), m.end(), told.suggestion, rule=rule
                )
                yield found if told.fix is None else mended(found, m, told.fix, safe=told.safe)

    def finding(
        self,
        check: str,
        severity: Severity,
        start: int,
        end: int,
        suggestion: str | None = None,
        *,
        rule: str | None = None,
    ) -> Finding:
        """Given where and what, return the finding; its remark quotes the words if few."""
        return Finding(
            severity=severity,
            check=check,
            start=start,
            end=end,
            text=self._remark(check, start, end),
            suggestion=suggestion,
            rule=rule,
        )

    def _remark(self, check: str, start: int, end: int) -> str:
        words = " ".join(self.text[start:end].split())
        remark = self.words.remarks[check]
        return f"“{words}”: {remark}" if 0 < len(words) <= SHORT_LINE else remark


def mended(finding: Finding, found: re.Match[str], fix: str, *, safe: bool) -> Finding:
    """Given a finding and its match, return it with the fix, written large where the words were."""
    text = found.expand(fix)
    if found[0][:1].isupper():
        text = text[:1].upper() + text[1:]
    return replace(finding, fix=text, safe=safe, suggestion=finding.suggestion or text)


def _trimmed(found: re.Match[str]) -> Span:
    text = re.sub(r"(?:['’]s|['’])$", "", found[0].rstrip(".-"))
    return Span(found.start(), found.start() + len(text), text)
