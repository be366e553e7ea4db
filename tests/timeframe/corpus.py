"""The corpora of a language as plain values."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import heardback.languages.en as english

FOLDER = Path(english.__file__).parent
_PROMISE = ("We will get back to you ", ".")


@dataclass(frozen=True)
class Phrase:
    text: str
    said: datetime
    country: str | None
    earliest: date | None
    by: date | None
    firmness: str
    doubtful: bool
    refused: bool

    @property
    def sentence(self) -> str:
        return _PROMISE[0] + self.text + _PROMISE[1]


@dataclass(frozen=True)
class Labelled:
    text: str
    said: datetime
    country: str | None
    timeframes: tuple[dict[str, Any], ...]
    hard_negative: bool


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def phrases() -> Iterator[Phrase]:
    corpus = load("timeframes.toml")
    moments = corpus["moments"]
    for case in corpus["case"]:
        said = datetime.fromisoformat(moments.get(case["said"], case["said"]))
        for text in case["phrases"]:
            yield Phrase(
                text,
                said,
                case.get("country"),
                _day(case.get("earliest")),
                _day(case.get("by")),
                case["firmness"],
                case.get("doubtful", False),
                case.get("refused", False),
            )


def labelled() -> Iterator[Labelled]:
    for name in ("promises.toml", "not_promises.toml"):
        corpus = load(name)
        for case in corpus["sentence"]:
            said = case.get("said", corpus["said"])
            yield Labelled(
                case["text"],
                datetime.fromisoformat(said),
                case.get("country"),
                tuple(case.get("timeframes", ())),
                name.startswith("not"),
            )


@dataclass(frozen=True)
class BlindPhrase:
    """A phrase written without sight of the grammar; `doubt` names fields nobody has settled."""

    text: str
    said: datetime
    country: str | None
    earliest: str | None
    by: str | None
    firmness: str
    doubt: frozenset[str]
    no_date: bool

    @property
    def sentence(self) -> str:
        return _PROMISE[0] + self.text + _PROMISE[1]


def blind_phrases(name: str) -> Iterator[BlindPhrase]:
    corpus = load(name)
    for case in corpus["case"]:
        said = datetime.fromisoformat(corpus["moments"].get(case["said"], case["said"]))
        for text in case["phrases"]:
            yield BlindPhrase(
                text,
                said,
                case.get("country"),
                case.get("earliest"),
                case.get("by"),
                case.get("firmness", "vague"),
                frozenset(case.get("doubt", ())),
                case.get("no_date", False),
            )


@dataclass(frozen=True)
class BlindSentence:
    """A text written without sight of the reader, with every promise it makes."""

    text: str
    said: datetime
    country: str | None
    promises: tuple[dict[str, Any], ...]
    unsure: frozenset[str]
    no_by: bool


def blind_sentences(name: str) -> Iterator[BlindSentence]:
    for case in load(name)["sentence"]:
        yield BlindSentence(
            case["text"],
            datetime.fromisoformat(case["said"]),
            case.get("country"),
            tuple(one for one in case["timeframes"] if one.get("promise")),
            frozenset(case.get("unsure", ())),
            case.get("no_by", False),
        )
