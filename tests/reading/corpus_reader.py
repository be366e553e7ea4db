"""The labelled corpora of this folder, read and measured."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from functools import cache
from pathlib import Path
from typing import Any

from heardback.adapters.mail.mime_text import html_text
from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.message import Address, Message
from heardback.model.understanding import Understanding
from heardback.reading.read import read_message

HERE = Path(__file__).parent / "corpus"
ME = Address("Dana Reyes", "dana@example.org")
PRIYA = "Priya Raman <priya@northwind.example>"
SAID = datetime.fromisoformat("2025-03-10T10:00:00-05:00")
# Below this a reading waits for the candidate's word and moves nothing.
SURE_ENOUGH = 0.6
STATUS = frozenset({"rejection", "position_closed", "offer", "on_hold"})


@dataclass(frozen=True)
class Labelled:
    """One message of a corpus, what it should mean, and what it was read as."""

    number: int
    told: dict[str, Any]
    message: Message
    seen: Understanding

    @property
    def kind(self) -> str:
        return str(self.told["kind"])

    @property
    def job(self) -> bool:
        return bool(self.told.get("job", True))

    @property
    def moved(self) -> str | None:
        """The status it moves by itself, if any."""
        sure = self.seen.confidence >= SURE_ENOUGH
        return self.seen.kind if sure and self.seen.kind in STATUS else None

    @property
    def taken_as(self) -> str:
        """The kind it counts as: a guess, or what is kept out of the search, counts as none."""
        aside = not self.job and not self.seen.job_related and self.kind == "other"
        if self.seen.confidence < SURE_ENOUGH or (aside and self.moved is None):
            return "other"
        return self.seen.kind

    def __str__(self) -> str:
        return (
            f"{self.number}: {self.message.subject!r} told {self.kind}, read {self.seen.kind} "
            f"({self.seen.confidence:.2f}), also {self.seen.also}, "
            f"evidence {self.seen.evidence.get('kind', '')[:90]!r}"
        )


@dataclass
class Score:
    """Right, wrong and missed of one kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@cache
def corpus(name: str) -> tuple[Labelled, ...]:
    """Given a corpus' name, return its messages, each as told and as read."""
    return tuple(each(name))


def each(name: str) -> Iterator[Labelled]:
    """Given a corpus' name, read its messages one by one."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["message"]
    for number, one in enumerate(told):
        yield _labelled(number, one)


def _labelled(number: int, told: dict[str, Any]) -> Labelled:
    message = message_of(number, told)
    seen = read_message(
        message,
        me=frozenset({ME.email}),
        words=ENGLISH_READING,
        timeframe_words=ENGLISH_TIMEFRAMES,
    )
    return Labelled(number, told, message, seen)


def message_of(number: int, told: dict[str, Any]) -> Message:
    """Given an entry of a corpus, return it as a message."""
    sender, reader = address(told.get("from", PRIYA)), ME
    if told.get("out"):
        sender, reader = ME, address(told.get("to", PRIYA))
    return Message(
        message_id=f"{number}@corpus.example",
        date=datetime.fromisoformat(told["date"]) if "date" in told else SAID,
        from_=sender,
        to=(reader,),
        cc=tuple(address(one) for one in told.get("cc", ())),
        subject=told.get("subject", ""),
        in_reply_to=told.get("in_reply_to"),
        text=html_text(told["text"], faults=[]) if told.get("html") else told["text"],
        headers=dict(told.get("headers", {})),
    )


def address(text: str) -> Address:
    """Given `Name <address>`, return it."""
    name, email = parseaddr(text)
    return Address(name, email)


def scores(labelled: Iterable[Labelled]) -> dict[str, Score]:
    """Return the score of every kind that was told or read (noise and sent mail are `other`)."""
    found: dict[str, Score] = {}
    for one in labelled:
        told, read = one.kind, one.taken_as
        if told == read:
            found.setdefault(told, Score()).right += 1
            continue
        found.setdefault(told, Score()).missed += 1
        found.setdefault(told, Score()).notes.append(str(one))
        found.setdefault(read, Score()).wrong += 1
    return found


def table(name: str, labelled: Iterable[Labelled]) -> str:
    """Return a table of precision and recall, one line a kind."""
    labelled = list(labelled)
    counts = Counter(one.kind for one in labelled)
    lines = [f"{name}: {len(labelled)} messages"]
    for kind, score in sorted(scores(labelled).items()):
        lines.append(
            f"  {kind:22} n {counts[kind]:4}  precision {score.precision:.2f}"
            f"  recall {score.recall:.2f}"
        )
    return "\n".join(lines)
