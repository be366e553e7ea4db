"""Letters, planted faults and inventions of our own, as data: each in a tuning and a held-out half."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from heardback.checking.envelope import Envelope
from heardback.checking.record import Record
from heardback.languages.en.checks import checks
from heardback.model.draft import Finding
from heardback.model.search import Search
from heardback.searchfile import read_search
from heardback.service.compared import record_of
from heardback.service.proofread import proofread
from tests.checking.good_letters import GOOD

HERE = Path(__file__).parent
HALVES = ("tuning", "held_out")
# Two smaller parts, one mended after its first sight, one not; and two by another hand, the same way.
LOOKED_AT = (*HALVES, "fresh", "unseen", "second", "last", "once")
# Letters by another hand, written without sight of the checks: every second letter with its faults
# was looked at after the first run, the others (`hand_held_out`) only by their totals.
PARTS = (*LOOKED_AT, "hand_in_view", "hand_held_out")
# What the likenesses of sentences learn from: all that was looked at before. `hand` came after.
LEARNED_FROM = LOOKED_AT
FIFTH = 5  # of the labelled sentences every fifth is held out, and never looked at singly
WEIGHT = {"error": 2, "warning": 1, "hint": 0}


@dataclass(frozen=True)
class Sample:
    """A letter of the corpus, with what it is to be compared with and what is wrong with it."""

    id: str
    kind: str
    text: str
    record: Record | None = None
    at: datetime | None = None
    envelope: Envelope | None = None
    others: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    severity: str = "error"

    def findings(self, grammar: Any = None) -> tuple[Finding, ...]:
        return proofread(
            self.text,
            kind=self.kind,
            at=self.at,
            record=self.record,
            others=self.others,
            envelope=self.envelope,
            grammar=grammar,
        )

    def has_error(self) -> bool:
        return any(f.severity == "error" for f in self.findings())

    def is_found(self, findings: tuple[Finding, ...]) -> bool:
        return any(
            f.check in self.checks and WEIGHT[f.severity] >= WEIGHT[self.severity] for f in findings
        )


@cache
def search() -> Search:
    return read_search((HERE / "search.yaml").read_text("utf-8"), name="search.yaml").search


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def sentences(name: str) -> list[dict[str, str]]:
    """The labelled sentences of a file (`claims`, `slips`), in its order."""
    found: list[dict[str, str]] = table(f"sentences_{name}")["s"]
    return found


def learned_sentences(name: str) -> list[tuple[str, str]]:
    """Sentences with their labels, but for the fifth that is held out."""
    every = enumerate(sentences(name))
    return [(s["text"], s["label"]) for i, s in every if i % FIFTH != FIFTH - 1]


def held_out_sentences(name: str) -> list[dict[str, str]]:
    return [s for i, s in enumerate(sentences(name)) if i % FIFTH == FIFTH - 1]


def recorded(about: dict[str, Any], *, alone: bool = False) -> tuple[Record, datetime]:
    one = search().opportunity(about["opportunity"])
    assert one is not None
    whole = replace(search(), opportunities=(one,)) if alone else search()
    at = datetime.fromisoformat(about["at"]).replace(tzinfo=ZoneInfo("America/Chicago"))
    return record_of(whole, one, tuple(search().people[p] for p in about["to"])), at


@cache
def good(half: str) -> dict[str, Sample]:
    if half.startswith("hand_"):
        odd = half == "hand_held_out"
        return {i: s for n, (i, s) in enumerate(good("hand").items()) if n % 2 == odd}
    found = {}
    for entry in table(f"good_{half}")["letter"]:
        record, at = recorded(entry["about"]) if "about" in entry else (None, None)
        found[entry["id"]] = Sample(entry["id"], entry["kind"], entry["text"], record, at)
    if half == "tuning":
        found |= {f"g{i}": Sample(f"g{i}", kind, text) for i, (kind, text) in enumerate(GOOD)}
    return found


def faults(half: str) -> Iterator[Sample]:
    if half.startswith("hand_"):
        yield from (s for s in faults("hand") if s.id.split()[2] in good(half))
        return
    for number, entry in enumerate(table(f"faults_{half}")["fault"]):
        whole = good(half)[entry["letter"]]
        text = entry.get("text") or planted(whole.text, entry)
        record = whole.record
        if entry.get("alone") and record is not None:
            record = replace(
                record, search=replace(record.search, opportunities=(record.opportunity,))
            )
        envelope = entry.get("envelope")
        yield Sample(
            f"{half} {number}: {entry['letter']} {entry['checks'][0]}",
            whole.kind,
            text,
            record,
            whole.at,
            on_envelope(envelope) if envelope else None,
            tuple(other(half, o) for o in entry.get("others", ())),
            tuple(entry["checks"]),
            entry.get("severity", "error"),
        )


def on_envelope(entry: dict[str, Any]) -> Envelope:
    files = entry.get("attachments")
    return Envelope(
        sender=entry.get("sender"),
        to=tuple(entry.get("to", ())),
        cc=tuple(entry.get("cc", ())),
        attachments=None if files is None else tuple(files),
    )


def planted(text: str, entry: dict[str, Any]) -> str:
    if "put" not in entry:
        return text
    put = " ".join([entry["put"]] * entry.get("repeat", 1))
    if "find" in entry:
        assert entry["find"] in text, entry
        return text.replace(entry["find"], put, 1)
    return with_sentence(text, put)


def with_sentence(text: str, sentence: str) -> str:
    """Put a sentence at the end of the first paragraph after the greeting."""
    greeting = checks().greeting.search(text)
    parts = text.rstrip("\n").split("\n\n")
    place = 1 if greeting and len(parts) > 1 and parts[0].count("\n") < 1 else 0
    place = min(place, len(parts) - 1)
    parts[place] = f"{parts[place]} {sentence}"
    return "\n\n".join(parts) + "\n"


def other(half: str, named: str) -> str:
    id, _, change = named.partition(":")
    old, _, new = change.partition(">")
    return good(half)[id].text.replace(old, new)


@dataclass(frozen=True)
class Claim:
    """A sentence put into a letter of the search, and whether the search bears it out."""

    sentence: str
    is_true: bool
    sample: Sample


BODY = """{greeting}

Thank you for your message and for your time. {sentence}

Kind regards,
Elena Marković
+1 312 555 0144
"""


def claims(half: str) -> Iterator[Claim]:
    if half.startswith("hand_"):
        odd = half == "hand_held_out"
        yield from (c for n, c in enumerate(claims("hand")) if n % 2 == odd)
        return
    for case in table(f"inventions_{half}")["case"]:
        record, at = recorded(case["about"])
        first = record.readers[0].name
        name = first.split()[-1] if first.startswith("Dr") else first.split()[0]
        greeting = f"Dear Dr. {name}," if first.startswith("Dr") else f"Dear {name},"
        for key, is_true in (("invented", False), ("true", True)):
            for sentence in case[key]:
                text = BODY.format(greeting=greeting, sentence=sentence)
                sample = Sample(sentence, case["kind"], text, record, at)
                yield Claim(sentence, is_true, sample)
