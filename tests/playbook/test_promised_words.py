"""What a promise's own words say, however short the candidate wrote them down."""

import pytest

from heardback.model.events import Interview, Promise
from tests.playbook.build import by_id, opportunity, plan, search

ROUND = ("2025-03-03T14:00", Interview(with_=("priya",)))


@pytest.mark.parametrize(
    "said", ["By the end of next week.", "end of next week", "We'll be in touch by March 14."]
)
def test_bare_words_in_a_promise_are_the_promise(said: str) -> None:
    """Without a verb they were no promise, and a check-in came inside the promised time."""
    told = ("2025-03-03T15:00", Promise(from_="priya", said=said))
    made = by_id(plan(search(opportunity(ROUND, told)), "2025-03-10T10:00"))
    assert f"{made['northwind/check_in/priya'].not_before:%Y-%m-%d}" == "2025-03-17"
