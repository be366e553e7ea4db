"""Proofreading any text: who it goes to, and the findings as the contract writes them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from heardback.checking.check import MOST_TEXT, Record, check
from heardback.checking.envelope import Envelope
from heardback.errors import UsageError
from heardback.languages.en.checks import checks
from heardback.model.draft import Draft, Finding
from heardback.model.people import Person
from heardback.model.search import Opportunity, Search
from heardback.ports import Grammar
from heardback.service.draft import finding_view
from heardback.service.grammar import with_grammar
from heardback.service.letter_head import Head


def proofread(
    text: str,
    *,
    kind: str,
    at: datetime | None = None,
    record: Record | None = None,
    others: Sequence[str] = (),
    subject: str | None = None,
    envelope: Envelope | None = None,
    grammar: Grammar | None = None,
) -> tuple[Finding, ...]:
    """Given a text and its kind, return the findings of the house checks and of the grammar."""
    found = check(
        text,
        kind=kind,
        at=at,
        record=record,
        others=others,
        words=checks(),
        subject=subject,
        envelope=envelope,
    )
    if grammar is None or len(text) > MOST_TEXT:
        return found
    return with_grammar(text, found, grammar=grammar, record=record)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """All that a letter is compared with; called with its text, it returns the findings."""

    kind: str
    at: datetime | None = None
    record: Record | None = None
    others: Sequence[str] = ()
    head: Head = field(default_factory=Head)
    envelope: Envelope | None = None
    grammar: Grammar | None = None

    def __call__(self, text: str) -> tuple[Finding, ...]:
        """Given the whole file's text, return the findings, their spans counted from its start.

        A finding in the subject has the empty span at the start of the text.
        """
        start = self.head.start
        found = proofread(
            text[start:],
            kind=self.kind,
            at=self.at,
            record=self.record,
            others=self.others,
            subject=self.head.subject,
            envelope=self.envelope,
            grammar=self.grammar,
        )
        return tuple(replace(f, start=f.start + start, end=f.end + start) for f in found)


def proofread_language(draft: Draft, grammar: Grammar, *, search: Search) -> Draft:
    """Given a draft that the house checks have read, return it with spelling and grammar read."""
    text = draft.body if draft.body is not None else draft.script
    opportunity = search.opportunity(draft.id.partition("/")[0])
    if not text or opportunity is None:
        return draft
    record = Record(search, opportunity)
    found = with_grammar(text, draft.findings, grammar=grammar, record=record)
    return replace(draft, findings=found)


def proofread_view(findings: Sequence[Finding], *, checked_record: bool) -> dict[str, object]:
    """Given findings, return the contract's answer and whether the record was compared."""
    return {"findings": [finding_view(f) for f in findings], "record_checked": checked_record}


def resolve_reader(search: Search, opportunity: Opportunity, to: str) -> Person:
    """Given an id, a name or an address, return the person; raise UsageError where none is it."""
    wanted = _plain(to)
    here = [search.people[p] for p in opportunity.people if p in search.people]
    for people in (here, list(search.people.values())):
        for matches in (_is_exactly, _is_named):
            found = [p for p in people if matches(p, wanted)]
            if len(found) == 1:
                return found[0]
            if len(found) > 1:
                names = ", ".join(f"{p.name} ({p.id})" for p in found)
                raise UsageError(f"{to!r} may be any of {names}.", hint="Give the id.")
    known = ", ".join(f"{p.id} ({p.name})" for p in here) or "nobody"
    raise UsageError(f"nobody here is {to!r}.", hint=f"Known at {opportunity.employer}: {known}.")


def _is_exactly(person: Person, wanted: str) -> bool:
    return wanted in (person.id.casefold(), *(_plain(a) for a in person.addresses))


def _is_named(person: Person, wanted: str) -> bool:
    name = _plain(person.name)
    return wanted == name or wanted in name.split()


def _plain(text: str) -> str:
    bare = text.strip().removesuffix(">").rsplit("<", 1)[-1].strip()
    folded = unicodedata.normalize("NFKD", bare).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c))
