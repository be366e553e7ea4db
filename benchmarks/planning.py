"""How long a plan takes, and the question whether a kept follow-up is still due.

python -m benchmarks.planning [--rounds 9]

Two searches of 200 opportunities, each at a moment that does not depend on when this is run: one
in which every interview is today (600 follow-ups, the most a plan of 200 can hold), and one mixed
as a busy search is: ahead, thanked, promised, asked, answered, rejected, offered, by an agency.
In one process, in CPU time, each beside a yardstick that takes turns with it: the same work of
plain Python (dictionaries, dates, formatted text) every time. The machine's own speed divides out.
The figures in milliseconds are those of the machine it runs on.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from benchmarks.today import COUNT, search_file, search_of
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.playbook.decide import decide
from heardback.playbook.still_due import is_still_due, keep, stamps_of
from heardback.searchfile import read_search
from heardback.service.plan import plan_search

AT = datetime(2026, 3, 10, 15, tzinfo=UTC)  # a Tuesday
CHECKS = 200_000
CHECKS_WANTED = 50_000  # two hundred times less than measured, so it holds on any machine
GOALS = {
    "plan / yardstick": 3.6,
    "plan, mixed / yardstick": 4.0,
    "200,000 checks / yardstick": 4.0,
}


def mixed_search_file() -> str:
    """Return a search with 200 opportunities at twelve stages, as of `AT`."""
    today = AT.date()

    def ago(days: int) -> str:
        return (today - timedelta(days=days)).isoformat()

    def interview(days: int, stage: str, *met: str) -> dict[str, Any]:
        when = f"{ago(days)}T10:00"
        return {"when": when, "what": "interview", "ends": "11:00", "stage": stage, "with": [*met]}

    def sent(days: int, kind: str, to: str) -> dict[str, Any]:
        return {"when": f"{ago(days)}T12:00", "what": "sent", "kind": kind, "to": [to]} | {
            "channel": "email"
        }

    def said(days: int, words: str, who: str) -> dict[str, Any]:
        return {"when": f"{ago(days)}T16:00", "what": "promise", "from": who, "said": words}

    def stage(number: int, a: str, b: str) -> list[dict[str, Any]]:
        applied: dict[str, Any] = {"when": ago(40), "what": "applied"}
        met = interview(6, "first", a, b)
        thanks = [sent(5, "thank_you", a), sent(5, "thank_you", b)]
        promise = said(5, "You will hear from us by the end of next week.", a)
        missed: dict[str, Any] = {"when": f"{ago(6)}T13:00", "what": "debrief", "person": b} | {
            "topics": ["the new warehouse"],
            "missed": ["my work with Kafka"],
        }
        late = [interview(20, "final", a, b), sent(19, "thank_you", a), sent(19, "thank_you", b)]
        stages: list[list[dict[str, Any]]] = [
            [applied],
            [interview(-1, "first", a)],
            [interview(0, "final", a, b)],
            [met, missed],
            [met, *thanks],
            [met, *thanks, promise],
            late,
            [*late, sent(8, "check_in", a)],
            [*late, said(14, "We hope to decide within a week or two.", a)],
            [*late, {"when": ago(2), "what": "rejected", "from": a}],
            [
                met,
                *thanks,
                {"when": f"{ago(1)}T09:00", "what": "received", "from": a}
                | {"channel": "email", "about": "request", "asks": "two references"},
            ],
            [met, promise, {"when": ago(3), "what": "no_contact", "from": a, "type": "calls"}],
        ]
        if number == 0:
            offer = {"when": f"{ago(1)}T09:00", "what": "offer", "from": a, "written": True}
            return [*late, offer | {"decide_by": ago(-6)}]
        return stages[number % len(stages)]

    people = {
        f"p{i}": {"name": f"Person{i} Name{i}", "email": f"p{i}@e{i // 2}.example"}
        for i in range(2 * COUNT)
    }
    return search_of(
        people,
        {
            f"e{i}": {
                "people": {f"p{2 * i}": "hiring_manager", f"p{2 * i + 1}": "interviewer"},
                "events": stage(i, f"p{2 * i}", f"p{2 * i + 1}"),
            }
            for i in range(COUNT)
        },
    )


def yardstick() -> int:
    """Do a fixed amount of plain work, about as long as a plan of 200."""
    day, seen = date(2025, 1, 1), {}
    for number in range(6_000):
        later = day + timedelta(days=number % 400)
        seen[later, number % 7] = {"id": f"e{number}", "on": later.isoformat(), "to": [number]}
    return len(sorted(seen.items(), key=lambda pair: pair[0]))


def spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(rounds: int) -> dict[str, Any]:
    search = read_search(search_file(AT.timetuple()), name="search.json").search
    mixed = read_search(mixed_search_file(), name="mixed.json").search
    now = AT
    plan = decide(search, at=now, words=ENGLISH_TIMEFRAMES)
    stamps = stamps_of(search)
    kept = keep(plan, search, stamps)
    moment = now.timestamp()

    def check_all() -> None:
        for number in range(CHECKS):
            is_still_due(kept[number % len(kept)], stamps, moment)

    work: dict[str, Callable[[], object]] = {
        "yardstick": yardstick,
        "plan": lambda: plan_search(search, at=now),
        "plan, mixed": lambda: plan_search(mixed, at=now),
        "stamps and keep": lambda: keep(plan, search, stamps_of(search)),
        "checks": check_all,
    }
    figures: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, one in work.items():
            figures[name].append(spent(one))
    rows = {name: min(values) for name, values in figures.items()}
    ratios = {
        name: round(
            statistics.median(
                a / b for a, b in zip(figures[name], figures["yardstick"], strict=True)
            ),
            2,
        )
        for name in ("plan", "plan, mixed", "checks")
    }
    return {
        "opportunities": len(search.opportunities),
        "follow_ups": len(plan.follow_ups),
        "cpu_ms": {
            name: round(rows[name] * 1000, 2)
            for name in ("yardstick", "plan", "plan, mixed", "stamps and keep")
        },
        "checks_per_cpu_second": round(CHECKS / rows["checks"]),
        "ratios": {
            "plan / yardstick": ratios["plan"],
            "plan, mixed / yardstick": ratios["plan, mixed"],
            "200,000 checks / yardstick": ratios["checks"],
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    print(json.dumps(measure(parser.parse_args().rounds), indent=2))


if __name__ == "__main__":
    main()
