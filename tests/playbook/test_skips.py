"""Skipped follow-ups stay away; snoozed ones come back at their time."""

from heardback.model.events import Interview, Sent
from heardback.model.plan import FollowUp
from heardback.playbook.keys import follow_up_key
from tests.playbook.build import by_id, now, opportunity, plan, search

ROUND = ("2025-03-03T14:00", Interview(with_=("priya",)))
THANKED = ("2025-03-03T17:00", Sent(to=("priya",), kind="thank_you"))
FOUND = search(opportunity(ROUND, THANKED))


def key(follow_up: FollowUp) -> str:
    return follow_up_key(follow_up.opportunity, follow_up.kind, follow_up.to, follow_up.anchor)


def test_keys_are_sixteen_hexadecimal_characters_whatever_the_order_of_readers() -> None:
    one = follow_up_key("a", "thank_you", ("x", "y"), 1)
    assert one == follow_up_key("a", "thank_you", ("y", "x"), 1)
    assert len(one) == 16
    assert int(one, 16) >= 0
    assert one != follow_up_key("a", "thank_you", ("x", "y"), 2)


def test_a_skipped_check_in_never_comes_back_however_time_goes_on() -> None:
    check_in = by_id(plan(FOUND, "2025-03-11T10:00"))["northwind/check_in/priya"]
    skipped = frozenset({key(check_in)})
    for day in range(11, 31):
        made = plan(FOUND, f"2025-03-{day}T10:00", dismissed=skipped)
        assert key(check_in) not in {key(f) for f in made.follow_ups}


def test_a_skipped_note_leaves_the_rest() -> None:
    found = search(opportunity(ROUND))
    note = by_id(plan(found, "2025-03-03T16:00"))["northwind/thank_you/priya"]
    made = plan(found, "2025-03-03T16:00", dismissed=frozenset({key(note)}))
    assert [f.kind for f in made.follow_ups] == ["check_in"]


def test_a_snoozed_follow_up_is_upcoming_until_then() -> None:
    check_in = by_id(plan(FOUND, "2025-03-11T10:00"))["northwind/check_in/priya"]
    later = {key(check_in): now("2025-03-13T11:00")}
    before = by_id(plan(FOUND, "2025-03-12T10:00", snoozed=later))["northwind/check_in/priya"]
    after = by_id(plan(FOUND, "2025-03-13T11:00", snoozed=later))["northwind/check_in/priya"]
    assert (before.state, after.state) == ("upcoming", "due")
    assert before.not_before == now("2025-03-13T11:00")
