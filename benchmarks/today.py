"""How long `heardback today` takes with 200 opportunities, beside a bare Python and `applyr list`.

python -m benchmarks.today [--rounds 9]

Whole processes, run alternately; CPU seconds (user + sys) and the median of the ratios, pair by
pair. The agenda is the kept one, as on every run but the first after something changed.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COUNT = 200


def cpu(command: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def search_file(now: time.struct_time) -> str:
    """Return a search with 200 opportunities, each interviewed this week."""
    day = time.strftime("%Y-%m-%d", now)
    people = {
        f"p{i}": {"name": f"Person{i} Name{i}", "email": f"p{i}@e{i}.example"} for i in range(COUNT)
    }
    interview = {"when": f"{day}T00:30", "what": "interview", "ends": "01:00", "stage": "first"}
    return search_of(
        people,
        {
            f"e{i}": {
                "people": {f"p{i}": "hiring_manager"},
                "events": [interview | {"with": [f"p{i}"]}],
            }
            for i in range(COUNT)
        },
    )


def search_of(people: object, opportunities: dict[str, dict[str, object]]) -> str:
    """Return a search file of these people and opportunities, each of another employer."""
    named = {
        id: {"employer": f"Employer {n}", "role": "Data Engineer"} | found
        for n, (id, found) in enumerate(opportunities.items())
    }
    candidate = {"name": "Dana Reyes", "email": "dana@example.org", "country": "US"}
    whole = {"heardback": 1, "candidate": candidate, "people": people, "opportunities": named}
    return json.dumps(whole)


def prepare(folder: Path) -> tuple[dict[str, list[str]], dict[str, str]]:
    bin_ = Path(sys.executable).parent
    environment = {**os.environ, "HEARDBACK_DATA": str(folder / "data"), "HOME": str(folder)}
    heardback = [sys.executable, "-m", "heardback"]
    file = folder / "search.json"
    file.write_text(search_file(time.gmtime()), encoding="utf-8")
    subprocess.run(
        [*heardback, "import", str(file)], env=environment, check=True, capture_output=True
    )
    subprocess.run([*heardback, "today"], env=environment, check=True, capture_output=True)
    commands = {"bare": [sys.executable, "-c", "pass"], "today": [*heardback, "today"]}
    applyr = bin_ / "applyr"
    if applyr.exists():
        subprocess.run(
            [str(applyr), "init"],
            env=environment,
            check=True,
            capture_output=True,
            input=b"\n" * 20,
        )
        for i in range(COUNT):
            offer = {
                "company": f"Employer {i}",
                "title": "Data Engineer",
                "url": f"https://e{i}.example/{i}",
            }
            subprocess.run(
                [str(applyr), "add", json.dumps(offer), "--force"],
                env=environment,
                check=True,
                capture_output=True,
            )
        commands["applyr"] = [str(applyr), "list"]
    return commands, environment


def measure(rounds: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as name:
        commands, environment = prepare(Path(name))
        spent: dict[str, list[float]] = {key: [] for key in commands}
        for _ in range(rounds):
            for key, command in commands.items():
                spent[key].append(cpu(command, environment))
    ratios = {}
    for other in ("bare", "applyr"):
        if other in spent:
            pairs = [a / b for a, b in zip(spent["today"], spent[other], strict=True)]
            ratios[f"today / {other}"] = [round(f(pairs), 2) for f in (statistics.median, min, max)]
    cpu_ms = {key: round(statistics.median(v) * 1000) for key, v in spent.items()}
    return {"opportunities": COUNT, "rounds": rounds, "cpu_ms": cpu_ms, "ratios": ratios}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    print(json.dumps(measure(parser.parse_args().rounds), indent=2))


if __name__ == "__main__":
    main()
