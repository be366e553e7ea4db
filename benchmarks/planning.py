"""How long a plan takes, and the question whether a kept follow-up is still due.

python -m benchmarks.planning [--rounds 9]

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

from benchmarks.today import search_file
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.playbook.decide import decide
from heardback.playbook.still_due import is_still_due, keep, stamps_of
from heardback.searchfile import read_search
from heardback.service.plan import plan_search

CHECKS = 200_000
CHECKS_WANTED = 50_000  # two hundred times less than measured, so it holds on any machine
GOALS = {"plan / yardstick": 4.0, "200,000 checks / yardstick": 4.0}


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


def measure(rounds: int) -> dict[str, object]:
    search = read_search(search_file(time.gmtime()), name="search.json").search
    now = datetime.now(UTC)
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
        for name in ("plan", "checks")
    }
    return {
        "opportunities": len(search.opportunities),
        "follow_ups": len(plan.follow_ups),
        "cpu_ms": {
            name: round(rows[name] * 1000, 2) for name in ("yardstick", "plan", "stamps and keep")
        },
        "checks_per_cpu_second": round(CHECKS / rows["checks"]),
        "ratios": {
            "plan / yardstick": ratios["plan"],
            "200,000 checks / yardstick": ratios["checks"],
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    print(json.dumps(measure(parser.parse_args().rounds), indent=2))


if __name__ == "__main__":
    main()
