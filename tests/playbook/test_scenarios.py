"""Every scenario written from the contract alone gives the plan it expects."""

import pytest

from tests.playbook.scenarios import Case, cases, disagreements, plan_of

CASES = cases()


@pytest.mark.parametrize("case", [c for _, c in CASES], ids=[name for name, _ in CASES])
def test_plan_is_what_the_scenario_expects(case: Case) -> None:
    assert disagreements(case, plan_of(case)) == []
