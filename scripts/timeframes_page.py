"""Write docs/timeframes.md from the corpora: python scripts/timeframes_page.py [--check]

Every phrase is read anew, so the page shows what the program does, not what it should do.
"""

import sys
import tomllib
from datetime import date, datetime
from pathlib import Path

import heardback.languages.en as english
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.timeframe import Timeframe
from heardback.timeframe.read import read_timeframes

FOLDER = Path(english.__file__).parent
PAGE = Path(__file__).parent.parent / "docs" / "timeframes.md"
HEAD = """# How promised times are read

This page is written by `scripts/timeframes_page.py` from the corpora in `languages/en/`, which are
tests as well: each phrase stands in "We will get back to you …", is read by the program itself, and
is shown with what it came to. `heardback timeframe "…" --said MOMENT --explain` tells the same of
any sentence of yours, and `heardback correct` outranks every reading.

A reading has a first day (where the words give one), a last day, and a firmness: **firm** (check in
a business day after it), **window** and **vague** (three business days after it; both are
preferences, see the playbook). Where no day is named, none is made up.

"""
ABOUT = {
    "interview": "an interview",
    "start": "a first day at work",
    "reply_wanted": "an answer wanted from you",
    "offer_deadline": "the deadline of an offer",
    "other": "something else",
    "answer": "an answer",
}


def load(name: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def day(value: date | None) -> str:
    return f"{value:%a %-d %b %Y}" if value else ""


def window(one: Timeframe) -> str:
    """Return the days of a reading, in words."""
    if one.by is None and one.earliest is None:
        return "no day"
    if one.by is None:
        return f"not before {day(one.earliest)}"
    if one.earliest is None:
        return f"by {day(one.by)}"
    if one.earliest == one.by:
        return f"on {day(one.by)}"
    return f"{day(one.earliest)} to {day(one.by)}"


def read(text: str, said: datetime, country: str | None) -> list[Timeframe]:
    return list(read_timeframes(text, said=said, words=ENGLISH_TIMEFRAMES, country=country))


def phrases() -> list[str]:
    corpus = load("timeframes.toml")
    said_at: dict[str, dict[str, list[str]]] = {}
    for case in corpus["case"]:
        said = datetime.fromisoformat(corpus["moments"].get(case["said"], case["said"]))
        country = case.get("country")
        where = f", {country}" if country else ""
        title = f"### Said on {said:%A %-d %B %Y at %H:%M}{where}\n"
        readings = said_at.setdefault(title, {})
        for phrase in case["phrases"]:
            found = read(f"We will get back to you {phrase}.", said, country)
            told = "; ".join(f"**{window(one)}**, {one.firmness}" for one in found) or "**nothing**"
            readings.setdefault(told, []).append(phrase)
    lines = ["## Phrases\n"]
    for title, readings in said_at.items():
        lines.append(title)
        lines += [f"- {told}: {' · '.join(phrases_)}" for told, phrases_ in readings.items()]
        lines.append("")
    return lines


def sentences(title: str, name: str) -> list[str]:
    corpus = load(name)
    lines = [title, "| sentence | read as |", "|---|---|"]
    for case in corpus["sentence"]:
        said = datetime.fromisoformat(case.get("said", corpus["said"]))
        found = read(case["text"], said, case.get("country"))
        told = "; ".join(
            f"{window(one)}, {one.firmness}: "
            + ("a promise" + (" that invites you to write" if one.invites else "")
               if one.promise else ABOUT[one.about])
            + (" (please do not)" if one.prohibits else "")
            + (f", hangs on: {one.event}" if one.event else "")
            for one in found
        )  # fmt: skip
        text = case["text"].replace("|", "\\|").replace("\n", " ")
        lines.append(f"| {text} | {told or 'no time in it'} |")
    return [*lines, ""]


def page() -> str:
    said = datetime.fromisoformat(str(load("promises.toml")["said"]))
    moment = f"(said on {said:%A %-d %B %Y})"
    return HEAD + "\n".join(
        [
            *phrases(),
            *sentences(f"## Sentences that promise an answer {moment}\n", "promises.toml"),
            *sentences(f"## Sentences that promise none {moment}\n", "not_promises.toml"),
        ]
    )


def main() -> None:
    text = page().rstrip() + "\n"
    if "--check" in sys.argv:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            raise SystemExit("docs/timeframes.md is not what the program reads today.")
        return
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
