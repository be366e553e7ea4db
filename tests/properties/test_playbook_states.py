"""Whatever happens, in whatever order, while time goes on: the promises of the planner hold."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.properties.run_states import QUIET
from tests.properties.search_in_motion import SearchInMotion

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_promises_hold_in_the_same_searches_every_time() -> None:
    words = [sys.executable, "-m", "tests.properties.run_states"]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-8000:]


@pytest.mark.full
def test_the_promises_hold_in_many_long_searches_that_differ_every_time() -> None:
    run_state_machine_as_test(
        SearchInMotion,
        settings=settings(
            max_examples=2000, stateful_step_count=50, deadline=None, suppress_health_check=QUIET
        ),
    )
