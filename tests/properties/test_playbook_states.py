"""Whatever happens, in whatever order, while time goes on: the promises of the planner hold."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.properties.search_in_motion import SearchInMotion

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.mark.slow
def test_the_promises_hold_in_the_same_searches_every_time() -> None:
    run_state_machine_as_test(
        SearchInMotion,
        settings=settings(
            max_examples=150,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            suppress_health_check=QUIET,
        ),
    )


@pytest.mark.full
def test_the_promises_hold_in_many_long_searches_that_differ_every_time() -> None:
    run_state_machine_as_test(
        SearchInMotion,
        settings=settings(
            max_examples=2000, stateful_step_count=50, deadline=None, suppress_health_check=QUIET
        ),
    )
