"""How quickly and how rightly timeframes are read, beside five libraries that read dates.

    python -m benchmarks.timeframes [--peers] [--rounds 9] [--json FILE]

Without --peers HeardBack alone is measured. With it, also what is installed of dateparser,
parsedatetime, timefhuman, ctparse and duckling (pyduckling-native-phihos); run it in a virtual
environment that has them, with this checkout's src on PYTHONPATH. All take turns in one run; times
are CPU seconds, so that other work on the machine matters little.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.readers import Found, Reader, installed, ours, version
from benchmarks.samples import Sample, fixed_sentences, phrase_samples, sentence_samples

GOALS = {"x dateparser": 30.0, "single / bare": 4.0, "single, country / bare": 8.0}
SENTENCE = "We hope to be in touch by the end of next week."
SINGLE = ("timeframe", SENTENCE, "--said", "2025-03-03T10:00:00-05:00", "--json")
OUR_PASSES = 5  # in a turn: ours is over too soon to be timed well once


def middle(values: list[float]) -> list[float]:
    """Return the median, the least and the most."""
    return [statistics.median(values), min(values), max(values)]


def spread(three: list[float], digits: int = 1) -> str:
    one, least, most = (f"{value:,.{digits}f}" for value in three)
    return f"{one} [{least}–{most}]"


# ------------------------------------------------------------------ sentences per second


class Pass:
    """One reader going through the sentences; `news` makes each text and moment new to ours.

    HeardBack remembers a short text it took apart and the days around a moment. With `news` a text
    has another run of spaces behind it and was said some seconds later, so nothing is remembered.
    The libraries always get the very same texts and moments again, which helps those that remember.
    """

    def __init__(self, reader: Reader, samples: list[Sample], times: int, news: bool) -> None:
        self._reader, self._samples = reader, samples
        self._times, self._news = times, news
        self._gone = 0

    def rate(self) -> float:
        """Return sentences a CPU second."""
        turns = [self._texts() for _ in range(self._times)]
        began = time.process_time()
        for texts in turns:
            for text, said, country in texts:
                self._reader(text, said, country)
        return len(self._samples) * self._times / (time.process_time() - began)

    def _texts(self) -> list[Any]:
        self._gone += self._news
        tail, later = " " * self._gone, timedelta(seconds=self._gone)
        return [(s.text + tail, s.said + later, s.country) for s in self._samples]


def speeds(peers: dict[str, Reader | None], rounds: int) -> dict[str, Any]:
    samples = fixed_sentences()
    passes = {
        "HeardBack, each new": Pass(ours, samples, OUR_PASSES, news=True),
        "HeardBack, come again": Pass(ours, samples, OUR_PASSES, news=False),
    }
    passes |= {name: Pass(read, samples, 1, news=False) for name, read in peers.items() if read}
    for one in passes.values():
        one.rate()  # warm
    rates: dict[str, list[float]] = {name: [] for name in passes}
    for _ in range(rounds):
        for name, one in passes.items():
            rates[name].append(one.rate())
    figures: dict[str, Any] = {
        "sentences": len(samples),
        "per_second": {name: middle(values) for name, values in rates.items()},
        "ratios": {},
    }
    for name in list(passes)[:2]:
        for peer in list(passes)[2:]:
            pairs = [a / b for a, b in zip(rates[name], rates[peer], strict=True)]
            figures["ratios"][f"{name} / {peer}"] = middle(pairs)
    return figures


# ------------------------------------------------------------------ a single call


def cpu(command: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def single_call(rounds: int) -> dict[str, Any]:
    """Whole processes, taking turns; an installed program has its bytecode, so it is written."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    program = [sys.executable, "-m", "heardback", *SINGLE]
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "single": program,
        "single, country": [*program, "--country", "US"],
    }
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            used = cpu(command, environment)
            if turn:  # the first is to warm
                spent[name].append(used)
    ratios = {
        f"{name} / bare": middle([a / b for a, b in zip(spent[name], spent["bare"], strict=True)])
        for name in ("single", "single, country")
    }
    cpu_ms = {name: round(statistics.median(used) * 1000, 1) for name, used in spent.items()}
    return {"rounds": rounds, "cpu_ms": cpu_ms, "ratios": ratios}


# ------------------------------------------------------------------ quality


@dataclass
class Score:
    """How often a reader saw a promise, and how often it had the right last day."""

    hits: int = 0
    inventions: int = 0
    misses: int = 0
    misses_undated: int = 0
    days: int = 0
    exact: int = 0
    phrases: int = 0
    phrases_exact: int = 0
    undated: int = 0
    undated_silent: int = 0

    def figures(self) -> dict[str, Any]:
        precision = share(self.hits, self.hits + self.inventions)
        recall = share(self.hits, self.hits + self.misses)
        dated = share(self.hits, self.hits + self.misses - self.misses_undated)
        return {
            "precision": precision,
            "recall": recall,
            "f1": f1(precision, recall),
            "f1_without_missed_undated": f1(precision, dated),
            "last_day": share(self.exact, self.days),
            "phrases": share(self.phrases_exact, self.phrases),
            "no_day_made_up": share(self.undated_silent, self.undated),
            "counts": dict(vars(self)),
        }


def f1(precision: float | None, recall: float | None) -> float | None:
    if not precision or not recall:
        return None
    return 2 * precision * recall / (precision + recall)


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def sees_promise(name: str, found: list[Found], sample: Sample) -> bool:
    """A library promises, for this, with any day that is not past: it was not made to tell."""
    if name == "HeardBack":
        return any(one.promise for one in found)
    return any(day >= sample.said.date() for one in found for day in one.lasts)


def answers(name: str, found: list[Found]) -> set[Any]:
    """Last days that count: of HeardBack those of promises alone."""
    promised = [one for one in found if one.promise] if name == "HeardBack" else found
    return {day for one in promised for day in one.lasts}


def score_sentences(name: str, reader: Reader, part: str) -> Score:
    score = Score()
    for sample in sentence_samples():
        if sample.part != part:
            continue
        found = reader(sample.text, sample.said, sample.country)
        seen = sees_promise(name, found, sample)
        if sample.promise is not None:
            score.hits += seen and sample.promise
            score.inventions += seen and not sample.promise
            score.misses += sample.promise and not seen
            score.misses_undated += sample.promise and not seen and not sample.dated
        score.days += len(sample.by)
        score.exact += sum(day in answers(name, found) for day in sample.by)
    return score


def score_phrases(name: str, reader: Reader, part: str, score: Score) -> None:
    """A library sees the phrase both in a sentence and alone; the better of the two counts."""
    both: dict[str, int] = {"sentence": 0, "alone": 0}
    for sample in phrase_samples():
        if sample.part != part:
            continue
        found = reader(sample.text, sample.said, sample.country)
        if sample.dated:
            alone = reader(sample.bare or "", sample.said, sample.country)
            score.phrases += 1
            both["sentence"] += bool(answers(name, found) & set(sample.by))
            both["alone"] += bool(answers(name, alone) & set(sample.by))
        elif sample.earliest is None:
            score.undated += 1
            score.undated_silent += not answers(name, found)
    score.phrases_exact = both["sentence"] if name == "HeardBack" else max(both.values())


def quality(peers: dict[str, Reader | None]) -> dict[str, Any]:
    readers: dict[str, Reader] = {"HeardBack": ours}
    readers |= {name: read for name, read in peers.items() if read}
    parts = dict.fromkeys(s.part for s in [*phrase_samples(), *sentence_samples()])
    figures: dict[str, Any] = {}
    for part in parts:
        figures[part] = {}
        for name, reader in readers.items():
            score = score_sentences(name, reader, part)
            score_phrases(name, reader, part, score)
            figures[part][name] = score.figures()
    return figures


# ------------------------------------------------------------------ printing


def print_speeds(figures: dict[str, Any]) -> None:
    print(f"\nSentences per CPU second, {figures['sentences']} sentences, warm")
    for name, three in figures["per_second"].items():
        print(f"  {name:24} {spread(three, 0):>28}")
    for name, three in figures["ratios"].items():
        goal = f"   goal {GOALS['x dateparser']:.0f}" if name.endswith("dateparser") else ""
        print(f"  {name:40} {spread(three):>22}{goal}")


def print_single(figures: dict[str, Any]) -> None:
    print(f"\nA single call, whole process, CPU ms: {figures['cpu_ms']}")
    for name, three in figures["ratios"].items():
        print(f"  {name:40} {spread(three, 2):>22}   goal {GOALS[name]:.0f}")


def print_quality(figures: dict[str, Any]) -> None:
    columns = ("precision", "recall", "f1", "f1_without_missed_undated", "last_day", "phrases",
               "no_day_made_up")  # fmt: skip
    heads = ("prec.", "recall", "F1", "F1 dated", "last day", "phrases", "silent")
    for part, rows in figures.items():
        counts = rows["HeardBack"]["counts"]
        told = counts["hits"] + counts["misses"]
        print(
            f"\nQuality, {part}: {told} texts that promise, {counts['days']} last days, "
            f"{counts['phrases']} phrases with one, {counts['undated']} without"
        )
        print("  " + " " * 16 + "".join(f"{head:>10}" for head in heads))
        for name, row in rows.items():
            shown = ["—" if row[key] is None else f"{row[key]:.3f}" for key in columns]
            print(f"  {name:16}" + "".join(f"{value:>10}" for value in shown))


def print_peers(peers: dict[str, Reader | None]) -> None:
    for name, reader in peers.items():
        print(f"{name}: {version(name) if reader else 'not installed'}")


def timed(what: str, job: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    print(f"… {what}", file=sys.stderr, flush=True)
    return job()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--peers", action="store_true", help="compare with the five libraries")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    given = parser.parse_args()
    peers = installed() if given.peers else {}
    print_peers(peers)
    figures = {
        "peers": {name: version(name) if read else None for name, read in peers.items()},
        "speed": timed("speed", lambda: speeds(peers, given.rounds)),
        "single": timed("single calls", lambda: single_call(2 * given.rounds)),
        "quality": timed("quality", lambda: quality(peers)),
    }
    print_speeds(figures["speed"])
    print_single(figures["single"])
    print_quality(figures["quality"])
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
