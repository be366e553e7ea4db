"""The examples that stand beside the rules are what the program does."""

import pytest

from heardback.service.examples import Example, differences, examples


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.rule}: {e.say}")
def test_the_plan_says_what_the_example_tells(example: Example) -> None:
    assert differences(example) == []
