"""A draft in other words by a language model: what it offers passes the gate, or is not taken."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from heardback.checking.check import Record, check
from heardback.checking.gate import refusals
from heardback.checking.letter import Letter
from heardback.errors import ModelError
from heardback.languages.en.checks import checks
from heardback.languages.en.rephrase import SCHEMA, TASK, explained
from heardback.model.draft import Draft
from heardback.model.people import Person
from heardback.model.sayings import ModelAllowed
from heardback.model.search import Search
from heardback.ports import Ports, Prompt, Writer
from heardback.service.compared import record_of
from heardback.service.draft import text_of
from heardback.service.tell import say
from heardback.tracking.voice import voice

MOST_SENTENCES = 60
_FENCE = re.compile(r"^\s*```(?:json)?\s*|\s*```\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A sentence, what the model offered for it, and why that was refused (empty: taken)."""

    old: str
    new: str
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rephrased:
    """A draft in other words: the text, and what became of each offer."""

    text: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Case:
    """A draft with what it may be compared with."""

    draft: Draft
    search: Search
    at: datetime

    @property
    def letter(self) -> Letter:
        """The draft as the checks see it."""
        return self.of(text_of(self.draft))

    def of(self, text: str) -> Letter:
        """Return a text in the draft's place."""
        return Letter(
            text=text, kind=self.draft.kind, words=checks(), at=self.at, record=self.record
        )

    @property
    def record(self) -> Record | None:
        """What is on record for the draft's opportunity and readers."""
        opportunity = self.search.opportunity(self.draft.id.partition("/")[0])
        if opportunity is None:
            return None
        people: Mapping[str, Person] = self.search.people
        readers = tuple(people[p] for p in self.draft.to if p in people)
        return record_of(self.search, opportunity, readers)


def prompt_of(case: Case) -> Prompt:
    """Given a draft, return all that a model would be sent: its sentences, and nothing else.

    Greeting, name, address and number stay here. Raise ModelError for a private opportunity.
    """
    record = case.record
    if record is None or record.opportunity.private:
        raise ModelError(
            f"{case.draft.id.partition('/')[0]} is private: nothing of it goes to a model.",
            hint="Change that with: heardback correct opportunity:ID private=false",
        )
    sentences = [
        {"n": n, "text": s.text} for n, s in enumerate(case.letter.sentences[:MOST_SENTENCES], 1)
    ]
    letter = json.dumps({"sentences": sentences}, ensure_ascii=False, indent=1)
    return Prompt(task=TASK, letter=letter, schema=SCHEMA)


def is_allowed(ports: Ports, writer: Writer) -> bool:
    """Return whether the candidate has said yes to this model before."""
    return writer.where in voice(ports.store.sayings()).models


def allow(ports: Ports, writer: Writer) -> None:
    """Keep that the candidate has seen what is sent, and said yes."""
    say(ports, [ModelAllowed(where=writer.where)])


def rephrase(case: Case, writer: Writer) -> Rephrased:
    """Given a draft, return it with every sentence in other words that passed the gate.

    Raise ModelError where the model gives no answer that can be read.
    """
    offered = _answer(writer.ask(prompt_of(case)))
    letter = case.letter
    spans = letter.sentences[:MOST_SENTENCES]
    offers: list[Offer] = []
    text = letter.text
    shift = 0
    for number, span in enumerate(spans, 1):
        new = " ".join(offered.get(number, "").split())
        if not new or new == span.text:
            continue
        reasons = refusals(span.text, new, letter=letter)
        start, end = span.start + shift, span.end + shift
        changed = f"{text[:start]}{new}{text[end:]}"
        reasons = reasons or _newly_wrong(case, text, changed)
        offers.append(Offer(old=span.text, new=new, refused=tuple(map(explained, reasons))))
        if not reasons:
            text = changed
            shift += len(new) - (end - start)
    return Rephrased(text=text, offers=tuple(offers))


def _newly_wrong(case: Case, before: str, after: str) -> tuple[str, ...]:
    """Return what the house checks find in the changed letter and did not find before."""
    old = {(f.check, f.text) for f in _grave(case, before)}
    new = [f for f in _grave(case, after) if (f.check, f.text) not in old]
    return tuple(f"gate_check:{f.check.replace('_', ' ')}" for f in new)


def _grave(case: Case, text: str) -> list["_Finding"]:
    found = check(text, kind=case.draft.kind, words=checks(), at=case.at, record=case.record)
    return [_Finding(f.check, f.text) for f in found if f.severity != "hint"]


@dataclass(frozen=True, slots=True)
class _Finding:
    check: str
    text: str


def _answer(text: str) -> dict[int, str]:
    """Given the model's words, return its sentences by number; raise ModelError for rubbish."""
    try:
        shape = json.loads(_FENCE.sub("", text))
        rows = shape["sentences"]
        found = {
            row["n"]: row["text"]
            for row in rows[:MOST_SENTENCES]
            if isinstance(row["n"], int) and isinstance(row["text"], str)
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ModelError(
            "the model's answer cannot be read.", hint="The draft is as it was."
        ) from None
    return found


def with_text(draft: Draft, text: str) -> Draft:
    """Return a draft with other words, its grounds and findings left out."""
    if draft.script is not None:
        return replace(draft, script=text, grounds=(), findings=())
    return replace(draft, body=text, grounds=(), findings=())
