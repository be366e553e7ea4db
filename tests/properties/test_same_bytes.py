"""The plan is a pure function of the file and the moment, in whatever process it is made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, json
from tests.playbook.scenarios import cases, plan_of
found = hashlib.sha256()
for name, case in cases():
    found.update(json.dumps(plan_of(case)).encode())
print(found.hexdigest())
"""


@pytest.mark.slow
def test_every_scenario_has_the_same_bytes_whatever_the_order_of_hashes() -> None:
    found = set()
    for seed in ("1", "2", "77"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
