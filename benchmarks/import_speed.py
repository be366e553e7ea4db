"""How much an import costs, next to the two indexers people use for the same mail.

    python benchmarks/import_speed.py [--count 10000] [--runs 5] [--work FOLDER] [--json FILE]

Each run is a fresh process; ours and the other take turns, and the ratio is taken pair by pair, so
that a busy machine disturbs both alike. CPU is user + system time of the whole process, from
wait4(2). Needs `mairix` and `mu` (Debian: mairix, maildir-utils).
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import genmail

GOALS = {"import": 0.35, "nothing new": 0.30, "peak MB": 120, "recall": 1.0}


@dataclass(frozen=True)
class Cost:
    cpu: float
    wall: float
    peak: float


def measure(*command: str) -> Cost:
    """Run a command to its end and return what it cost."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _pid, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


class Bench:
    def __init__(self, work: Path, count: int, runs: int) -> None:
        self.work, self.runs, self.count = work, runs, count
        self.mail = work / f"mail-{count}"
        self.data = work / "data"
        if not self.mail.exists():
            genmail.write(self.mail, count)

    def ours(self) -> Cost:
        command = (sys.executable, "-m", "heardback", "--data", str(self.data))
        return measure(*command, "import", str(self.mail / "Maildir"), "--json")

    def ours_anew(self) -> Cost:
        shutil.rmtree(self.data, ignore_errors=True)
        return self.ours()

    def mairix(self) -> Cost:
        config, base = self.work / "mairixrc", self.work / "mairix.db"
        base.unlink(missing_ok=True)
        config.write_text(f"base={self.mail}\nmaildir=Maildir\nmfolder=found\ndatabase={base}\n")
        return measure("mairix", "-f", str(config), "-p")

    def mu(self) -> Cost:
        return measure("mu", "index", "--quiet", f"--muhome={self.work / 'mu'}")

    def mu_begin(self) -> None:
        shutil.rmtree(self.work / "mu", ignore_errors=True)
        where = (f"--muhome={self.work / 'mu'}", f"--maildir={self.mail / 'Maildir'}")
        measure("mu", "init", "--quiet", *where)
        self.mu()

    def recall(self) -> tuple[int, int]:
        """Return how many of the labelled job mails are in the store, and how many there are."""
        rows = (line.split("\t") for line in (self.mail / "labels.tsv").read_text().splitlines())
        wanted = {id for id, kind in rows if kind == "job"}
        (base,) = self.data.glob("*.db")
        with closing(sqlite3.connect(base)) as connection:
            kept = {row[0].strip("<>") for row in connection.execute("SELECT key FROM received")}
        return len(wanted & kept), len(wanted)


def spread(values: list[float]) -> str:
    return f"{statistics.median(values):.3f} [{min(values):.3f}–{max(values):.3f}]"


def first_import(bench: Bench) -> dict[str, object]:
    pairs = [(bench.ours_anew(), bench.mairix()) for _ in range(bench.runs)]
    ratios = [ours.cpu / theirs.cpu for ours, theirs in pairs]
    peak = max(ours.peak for ours, _theirs in pairs)
    found, wanted = bench.recall()
    own = statistics.median(ours.cpu for ours, _theirs in pairs)
    other = statistics.median(theirs.cpu for _ours, theirs in pairs)
    print(f"first import, {bench.count} mails: {own:.2f} CPU s, mairix {other:.2f} CPU s")
    print(f"  ratio {spread(ratios)}   goal {GOALS['import']}")
    print(f"  peak {peak:.0f} MB   goal {GOALS['peak MB']}")
    print(f"  job mail found: {found} of {wanted}")
    return {
        "ratios": ratios,
        "peak": peak,
        "found": found,
        "wanted": wanted,
        "pairs": [[asdict(each) for each in pair] for pair in pairs],
    }


def nothing_new(bench: Bench) -> dict[str, object]:
    bench.ours_anew()
    bench.mu_begin()
    pairs = [(bench.ours(), bench.mu()) for _ in range(bench.runs)]
    ratios = [ours.wall / theirs.wall for ours, theirs in pairs]
    own = statistics.median(ours.wall for ours, _theirs in pairs)
    other = statistics.median(theirs.wall for _ours, theirs in pairs)
    print(f"nothing new: {own:.3f} s, mu {other:.3f} s (about half a second of it is a fixed wait)")
    print(f"  ratio of wall time {spread(ratios)}   goal {GOALS['nothing new']}")
    return {"ratios": ratios, "pairs": [[asdict(each) for each in pair] for pair in pairs]}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path, help="kept between runs; else a temporary folder")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    given = parser.parse_args()
    missing = [tool for tool in ("mairix", "mu") if shutil.which(tool) is None]
    if missing:
        raise SystemExit(f"missing: {', '.join(missing)} (Debian: mairix, maildir-utils)")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    with tempfile.TemporaryDirectory() as folder:
        work = given.work or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        bench = Bench(work, given.count, given.runs)
        bench.ours_anew()  # warm: the mail in the cache, our bytecode written
        figures = {"first": first_import(bench), "nothing new": nothing_new(bench)}
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
