"""The labelled threads are well formed: what a watcher of answers will be measured on."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

THREADS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "corpus" / "threads.toml").read_text(encoding="utf-8")
)["thread"]


def test_there_are_enough_threads_and_most_of_them_are_hard() -> None:
    assert len(THREADS) >= 60
    assert sum(one.get("hard", False) for one in THREADS) * 3 >= 2 * len(THREADS)


def test_every_thread_says_who_owes_whom_and_since_when() -> None:
    for one in THREADS:
        assert one["owed_by"] in ("employer", "candidate", "none"), one["name"]
        if one["owed_by"] != "none":
            date.fromisoformat(one["since"])


def test_messages_are_told_in_order_and_before_the_question() -> None:
    for one in THREADS:
        told = [datetime.fromisoformat(message["date"]) for message in one["message"]]
        assert told == sorted(told), one["name"]
        assert told[-1] <= datetime.fromisoformat(one["at"]), one["name"]
