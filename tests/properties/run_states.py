"""The states in an interpreter of their own: python -m tests.properties.run_states

Hypothesis takes constants from whatever modules are loaded as values to try, so that within a
whole test run no two runs try the same searches. Here they do.
"""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.properties.search_in_motion import SearchInMotion

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def main() -> None:
    run_state_machine_as_test(
        SearchInMotion,
        settings=settings(
            max_examples=150,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=QUIET,
        ),
    )


if __name__ == "__main__":
    main()
