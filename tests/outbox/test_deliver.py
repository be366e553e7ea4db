"""A letter leaves once, at its hour, if nothing speaks against it; whatever breaks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heardback.errors import AccountGone, OutboxProblem, UsageError
from heardback.model.sayings import Logged
from heardback.service.deliver import run_due
from heardback.service.outbox import all_standings, recall, settle
from heardback.service.tell import say
from tests.outbox.posts import AT, NOTE, Bench, FakePost, World, at_step, lost, refused


def test_an_approved_note_lies_in_the_drafts_once_however_often_one_runs() -> None:
    bench = Bench()
    bench.approve(way="draft")
    assert bench.run() == ["drafted"]
    assert bench.run() == []
    assert len(bench.world.drafts) == 1
    assert b"priya@northwind.example" in next(iter(bench.world.drafts.values()))


def test_an_approved_note_is_sent_at_its_hour_and_counts_as_done() -> None:
    bench = Bench()
    bench.approve(way="smtp", when=AT + timedelta(minutes=30))
    assert bench.run() == []
    bench.pass_time(minutes=31)
    assert bench.run() == ["sent"]
    assert len(bench.world.arrived) == len(bench.world.sent) == 1
    with pytest.raises(UsageError):
        bench.approve(way="smtp")
    assert [deed.event["kind"] for deed in bench.store.deeds()] == ["thank_you"]


def test_no_second_copy_is_put_into_sent_where_the_server_keeps_one() -> None:
    bench = Bench(world=World(keeps_sent=True))
    bench.approve(way="smtp")
    bench.run()
    assert len(bench.world.sent) == 1


def test_a_second_letter_for_the_same_follow_up_is_refused() -> None:
    bench = Bench()
    bench.approve(way="draft")
    with pytest.raises(OutboxProblem, match="on its way already"):
        bench.approve(way="smtp")


def test_a_letter_taken_back_does_not_leave_and_its_draft_is_taken_out() -> None:
    bench = Bench()
    bench.approve(way="draft")
    bench.run()
    recall(bench.ports, NOTE)
    bench.run()
    assert bench.world.drafts == {}
    assert bench.run() == []


def test_a_draft_the_candidate_changed_is_theirs() -> None:
    bench = Bench()
    bench.approve(way="draft")
    bench.run()
    (uid,) = bench.world.drafts
    bench.world.drafts[uid] += b"\r\nPS: and thank you again."
    recall(bench.ports, NOTE)
    bench.run()
    assert uid in bench.world.drafts, "what the candidate wrote is never taken out"


def test_a_draft_the_candidate_deleted_is_not_made_again() -> None:
    bench = Bench()
    bench.approve(way="draft")
    bench.run()
    bench.world.drafts.clear()
    assert bench.run() == ["theirs"]
    assert bench.run() == []
    assert bench.world.drafts == {}


def test_a_draft_the_candidate_sent_counts_as_sent() -> None:
    bench = Bench()
    bench.approve(way="draft")
    bench.run()
    bench.world.sent = dict(bench.world.drafts)
    bench.world.drafts.clear()
    assert bench.run() == ["sent"]


REJECTED: dict[str, object] = {
    "when": "2025-03-03T13:40",
    "what": "rejected",
    "quote": "We will not go on.",
}
WROTE: dict[str, object] = {
    "when": "2025-03-07T16:00",
    "what": "received",
    "from": "priya",
    "about": "still_deciding",
    "quote": "We are still deciding.",
}


def _tell(bench: Bench, event: dict[str, object]) -> None:
    say(bench.ports, [Logged(opportunity="said:northwind", event=event)])


def test_an_answer_between_approval_and_sending_stops_a_check_in() -> None:
    bench = Bench()
    bench.clock.at = AT.replace(day=10, hour=9)
    id = "northwind/check_in/priya"
    bench.approve(id, way="smtp")
    bench.fresh = lambda: _tell(bench, WROTE)
    assert bench.run() == ["superseded"]
    assert bench.world.arrived == []
    (standing,) = all_standings(bench.ports)
    assert standing.last.quote == "We are still deciding."


def test_an_untouched_draft_is_taken_out_when_its_reason_is_gone() -> None:
    bench = Bench()
    bench.clock.at = AT.replace(day=10, hour=9)
    bench.approve("northwind/check_in/priya", way="draft")
    assert bench.run() == ["drafted"]
    _tell(bench, REJECTED)
    assert bench.run() == ["superseded"]
    assert bench.world.drafts == {}


def test_what_comes_too_late_is_asked_about() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    bench.pass_time(days=3)
    assert bench.run() == ["late"]
    assert bench.world.arrived == []


def test_a_refused_letter_says_so_and_is_not_tried_again() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    bench.world.fault = at_step("end before", refused())
    assert bench.run() == ["failed"]
    bench.world.fault = lambda _name: None
    assert bench.run() == []
    assert bench.world.arrived == []


def test_a_mailbox_that_cannot_be_read_holds_its_letters_back() -> None:
    bench = Bench()

    def offline() -> None:
        raise lost()

    bench.fresh = offline
    bench.approve(way="smtp")
    assert bench.run() == ["waiting"]
    assert bench.world.arrived == []
    bench.fresh = lambda: None
    assert bench.run() == ["sent"]


def test_what_may_have_been_sent_is_asked_and_never_repeated_by_itself() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    bench.world.fault = at_step("end after", lost())
    bench.run()
    bench.world.fault = lambda _name: None
    assert bench.run() == ["unknown"]
    assert bench.run() == []
    assert len(bench.world.arrived) == 1
    settle(bench.ports, NOTE, was_sent=True)
    assert bench.run() == []


def test_a_draft_of_an_account_connected_no_more_keeps_no_other_letter_back() -> None:
    bench = Bench()
    bench.approve(way="draft")
    bench.run()
    recall(bench.ports, NOTE)
    bench.approve("northwind/thank_you/tom", way="draft")
    left = iter([AccountGone("The account 'dana' is not connected any more.")])

    def post(_id: str) -> FakePost:
        for error in left:
            raise error
        return FakePost(bench.world)

    moved = run_due(replace(bench.counter(), post=post), bench.clock.now())
    assert [(each.letter.plan_id, each.kind) for each in moved] == [
        ("northwind/thank_you/tom", "drafted")
    ]
    assert bench.run() == ["withdrawn"]
