"""The labelled threads of this folder, read as messages and watched."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parseaddr
from functools import cache
from pathlib import Path
from typing import Any

from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.languages.en.trust import ENGLISH_TRUST
from heardback.languages.en.turns import ENGLISH_TURNS
from heardback.model.message import Address, Message
from heardback.model.understanding import Understanding
from heardback.reading.read import read_message
from heardback.tracking.silence import Debt, who_owes

HERE = Path(__file__).parent / "corpus"
DANA = "dana@example.org"


@dataclass(frozen=True)
class Watched:
    """One labelled thread, and what the watcher says of it."""

    told: dict[str, Any]
    debt: Debt | None

    @property
    def side(self) -> str:
        return self.debt.by_whom if self.debt else "none"

    @property
    def right(self) -> bool:
        return bool(self.side == self.told["owed_by"])

    @property
    def since_right(self) -> bool:
        days = {date.fromisoformat(d) for d in self.told.get("since_ok", [self.told.get("since")])}
        return self.debt is not None and self.debt.since in days


@cache
def watched(name: str = "threads") -> tuple[Watched, ...]:
    """Return all labelled threads in file order, each with what the watcher says."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["thread"]
    return tuple(Watched(one, _debt(one)) for one in told)


def _debt(told: dict[str, Any]) -> Debt | None:
    me = frozenset({DANA, *told.get("aliases", ())})
    read = [understood(message, me) for message in told["message"]]
    return who_owes(read, at=datetime.fromisoformat(told["at"]), me=me)


def understood(told: dict[str, Any], me: frozenset[str] = frozenset({DANA})) -> Understanding:
    """Given a message as a thread tells it, return what it means."""
    message = Message(
        message_id=told["id"],
        date=datetime.fromisoformat(told["date"]),
        from_=_address(told["from"]),
        to=(_address(told["to"]),),
        cc=tuple(_address(one) for one in told.get("cc", ())),
        subject=told.get("subject", ""),
        in_reply_to=told.get("in_reply_to"),
        references=(told["in_reply_to"],) if "in_reply_to" in told else (),
        text=told["text"],
        headers=dict(told.get("headers", {})),
    )
    return read_message(
        message,
        me=me,
        words=ENGLISH_READING,
        timeframe_words=ENGLISH_TIMEFRAMES,
        turn_words=ENGLISH_TURNS,
        trust_words=ENGLISH_TRUST,
    )


def _address(text: str) -> Address:
    name, email = parseaddr(text)
    return Address(name, email)


@dataclass(frozen=True)
class Figures:
    """How many threads that owe an answer are found, and how many are wrongly said to."""

    right: int
    wrong: int
    missed: int
    since: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def figures(threads: Sequence[Watched]) -> Figures:
    """Given watched threads, return the figures over those where something is owed."""
    owing = [one for one in threads if one.told["owed_by"] != "none"]
    said = [one for one in threads if one.debt is not None]
    right = sum(one.right for one in owing)
    since = sum(one.right and one.since_right for one in owing)
    return Figures(right, len(said) - right, len(owing) - right, since)
