"""No plan of any scenario changes unseen."""

from tests.playbook import made_up
from tests.playbook.scenarios import cases, plan_of
from tests.playbook.whole_plans import kept, lines


def test_no_plan_of_a_scenario_changes_unseen() -> None:
    """Where it does: read the difference, then `python -m tests.playbook.whole_plans`."""
    before = kept()
    changed = {
        name: (before.get(name), now)
        for name, case in cases()
        if (now := list(lines(plan_of(case)))) != before.get(name)
    }
    assert changed == {}
    assert set(before) == {name for name, _ in cases()}


def test_no_plan_of_a_made_up_search_changes_unseen() -> None:
    """Where it does: read the difference, then `python -m tests.playbook.made_up`."""
    before = made_up.kept()
    changed = {
        name: (before.get(name), now)
        for name, case in made_up.cases()
        if (now := list(lines(plan_of(case)))) != before.get(name)
    }
    assert changed == {}
    assert len(before) == made_up.MANY
