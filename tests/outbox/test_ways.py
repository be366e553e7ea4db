"""The four ways a letter leaves, and what goes with it."""

from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from heardback.adapters.outbox.hand_over import Hands, read_attachment
from heardback.adapters.outbox.write_mail import dated, mailto
from heardback.errors import InputError, OutboxProblem, UsageError
from heardback.model.delivery import Attachment
from heardback.model.message import Address, Message
from heardback.model.sayings import Logged, PreferencesSet
from heardback.ports import Received
from heardback.service.deliver import run_due
from heardback.service.outbox import all_standings, although_late, raw_of, recall
from heardback.service.outbox_view import next_step, told_in_words
from heardback.service.tell import say
from heardback.service.undo import undo_last
from tests.outbox.posts import AT, NOTE, Bench

CHECK = "northwind/check_in/priya"
CARD = "northwind/thank_you/priya/2"
PDF = Attachment("sample of work.pdf", b"%PDF-1.7 x")


def letter(bench: Bench) -> EmailMessage:
    (standing,) = all_standings(bench.ports)
    return message_from_bytes(raw_of(standing.letter), policy=default)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of March where the reader lives; the clocks change on the 9th."""
    return datetime(2025, 3, day, hour, minute, tzinfo=ZoneInfo("America/Chicago"))


def test_a_file_for_any_mail_program_can_be_opened_and_sent(tmp_path: Path) -> None:
    bench = Bench()
    bench.approve(way="mailto")
    out = tmp_path / "note.eml"
    counter = bench.counter(give=Hands(out=out).give)
    assert [each.kind for each in run_due(counter, AT)] == ["given"]
    mail = message_from_bytes(out.read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1" and mail["To"] == "Priya Raman <priya@northwind.example>"
    assert out.stat().st_mode & 0o777 == 0o600
    assert bench.world.drafts == {} and bench.world.arrived == []


def test_a_link_opens_the_letter_in_a_mail_program() -> None:
    bench = Bench()
    bench.approve(way="mailto")
    (standing,) = all_standings(bench.ports)
    link = mailto(raw_of(standing.letter))
    assert link.startswith("mailto:priya@northwind.example?subject=Thank%20you")
    assert "\n" not in link and " " not in link and "%0D%0A" in link


def test_words_are_copied_without_any_account(tmp_path: Path) -> None:
    bench = Bench()
    bench.store.accounts.remove("dana")
    bench.approve(way="copy")
    out = tmp_path / "words.txt"
    assert [s.kind for s in run_due(bench.counter(give=Hands(out=out).give), AT)] == ["given"]
    assert out.read_text().startswith("Hi Priya") or "Priya" in out.read_text()


def test_the_clipboard_gets_the_words_and_nothing_else(tmp_path: Path) -> None:
    copied = tmp_path / "clipboard"
    program = tmp_path / "copier"
    program.write_text(f"#!/bin/sh\ncat > {copied}\n")
    program.chmod(0o700)
    bench = Bench()
    bench.approve(way="copy")
    give = Hands(copier=(str(program),)).give
    run_due(bench.counter(give=give), AT)
    (standing,) = all_standings(bench.ports)
    assert copied.read_text() == standing.letter.text


def test_a_letter_in_hand_counts_as_sent_when_it_is_seen_in_sent() -> None:
    """The mail program gave it a Message-ID of its own, and the candidate changed a word."""
    bench = Bench()
    bench.approve(way="copy")
    run_due(bench.counter(), AT)
    (standing,) = all_standings(bench.ports)
    _receive(bench, standing.letter.text.replace("Thank", "Thanks"), "own@example.org")
    bench.pass_time(minutes=40)
    assert bench.run() == ["sent"]
    assert bench.store.deeds()[0].event["source"] == "message:<own@example.org>"
    with pytest.raises(UsageError):
        bench.approve(way="draft")


def test_another_letter_to_the_same_person_does_not_count() -> None:
    bench = Bench()
    bench.approve(way="copy")
    run_due(bench.counter(), AT)
    _receive(bench, "Could we talk about parking at the office on Friday?", "other@example.org")
    bench.pass_time(minutes=40)
    assert bench.run() == []


def test_what_the_candidate_says_is_done_is_done() -> None:
    from heardback.service.deeds import done

    bench = Bench()
    bench.approve(way="copy")
    run_due(bench.counter(), AT)
    done(bench.ports, NOTE, when=None, channel="linkedin")
    assert bench.run() == ["sent"]
    assert bench.store.deeds() == [], "said once, not kept twice"


def _receive(bench: Bench, text: str, id: str) -> None:
    message = Message(
        message_id=f"<{id}>",
        date=AT + timedelta(minutes=30),
        from_=Address("Dana Reyes", "dana@example.org"),
        to=(Address("Priya Raman", "priya@northwind.example"),),
        subject="Northwind, Data Engineer",
        text=text,
    )
    bench.store.receive([Received(key=id, message=message)])


def test_files_go_with_it_whole() -> None:
    bench = Bench()
    bench.approve(way="draft", attachments=(PDF,))
    (part,) = letter(bench).iter_attachments()
    assert part.get_filename() == PDF.name and part.get_content() == PDF.content
    assert all_standings(bench.ports)[0].letter.attached == (PDF.name,)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (Attachment("cv.pdf", b"PK\x03\x04"), "no PDF file"),
        (Attachment("cv.pdf", b""), "is empty"),
        (Attachment("cv.exe", b"MZ"), "servers refuse"),
        (Attachment("big.txt", b"x" * (10 << 20) + b"x"), "larger than 10 MB"),
        (Attachment("cover-letter_Globex Corp.pdf", b"%PDF"), "name of Globex Corp"),
    ],
)
def test_a_wrong_file_is_refused(file: Attachment, told: str) -> None:
    from heardback.model.sayings import OpportunitySaid

    bench = Bench()
    other: dict[str, object] = {"id": "globex", "employer": "Globex Corp", "role": "Engineer"}
    say(bench.ports, [OpportunitySaid(key="said:globex", values=other)])
    with pytest.raises(UsageError, match=told):
        bench.approve(way="draft", attachments=(file,))
    assert all_standings(bench.ports) == []


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_attachment(str(tmp_path / "missing.pdf"))


def test_a_copy_to_oneself_is_unseen_by_the_reader() -> None:
    bench = Bench()
    bench.approve(way="smtp", copy_me=True)
    (standing,) = all_standings(bench.ports)
    assert standing.letter.envelope == ("priya@northwind.example", "dana@example.org")
    assert letter(bench)["Bcc"] is None
    bench = Bench()
    bench.approve(way="draft", copy_me=True)
    assert letter(bench)["Bcc"] == "Dana Reyes <dana@example.org>"


def test_the_hour_in_the_mail_is_the_one_at_which_it_leaves() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    before = raw_of(all_standings(bench.ports)[0].letter)
    after = dated(before, datetime.fromisoformat("2025-03-10T09:00:00-05:00"))
    was, is_ = message_from_bytes(before), message_from_bytes(after)
    assert is_["Date"] == "Mon, 10 Mar 2025 09:00:00 -0500" != was["Date"]
    assert was.get_payload() == is_.get_payload()
    assert [k for k in was if was[k] != is_[k]] == ["Date"]


# The hour ----------------------------------------------------------------------------------------


def test_what_is_approved_at_night_leaves_when_the_readers_day_begins() -> None:
    bench = Bench()
    bench.clock.at = at(10, 22)
    bench.approve(CHECK, way="smtp")
    assert bench.run() == []
    bench.clock.at = at(11, 7, 59)
    assert bench.run() == []
    bench.clock.at = at(11, 8)
    assert bench.run() == ["sent"]


def test_a_machine_that_slept_past_the_hour_waits_for_the_next_good_one() -> None:
    bench = Bench()
    bench.clock.at = at(10, 9)
    bench.approve(CHECK, way="smtp")
    bench.clock.at = at(10, 23)
    assert bench.run() == []
    bench.clock.at = at(11, 9)
    assert bench.run() == ["sent"]


def test_an_hour_of_ones_own_is_kept_even_at_night() -> None:
    bench = Bench()
    bench.clock.at = at(10, 9)
    bench.approve(CHECK, way="smtp", when=at(10, 23))
    bench.clock.at = at(10, 23)
    assert bench.run() == ["sent"]


def test_a_check_in_approved_before_its_time_is_no_draft_until_then() -> None:
    bench = Bench()
    bench.approve(CHECK, way="draft")
    assert bench.run() == []
    bench.clock.at = at(10, 9)
    assert bench.run() == ["drafted"]


def test_a_late_letter_leaves_only_after_a_yes() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    bench.pass_time(hours=23)
    assert bench.run() == ["late"]
    assert bench.run() == []
    although_late(bench.ports, NOTE)
    assert bench.run() == ["sent"]


# Taking back -------------------------------------------------------------------------------------


def test_undo_takes_back_the_newest_approval_while_it_can() -> None:
    bench = Bench()
    bench.approve(way="smtp", undo=timedelta(minutes=5))
    bench.pass_time(minutes=4)
    assert bench.run() == []
    assert undo_last(bench.ports) == f"the letter for {NOTE}"
    bench.pass_time(minutes=30)
    assert bench.run() == [] and bench.world.arrived == []


def test_undo_takes_back_what_was_said_after_the_approval_first() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    bench.pass_time(seconds=10)
    event: dict[str, object] = {"when": "2025-03-03T13:30", "what": "news", "about": "other"}
    say(bench.ports, [Logged(opportunity="said:northwind", event=event)])
    assert undo_last(bench.ports).startswith("news")
    assert undo_last(bench.ports) == f"the letter for {NOTE}"


def test_after_taking_back_a_new_letter_may_be_approved() -> None:
    bench = Bench()
    bench.approve(way="smtp")
    recall(bench.ports, NOTE)
    bench.approve(way="draft")
    first, second = all_standings(bench.ports)
    assert first.letter.message_id != second.letter.message_id


def test_of_two_approvals_in_the_same_moment_one_is_refused() -> None:
    """Two programs at once: each read the outbox before the other wrote."""
    from heardback.testing import MemoryOutbox

    bench = Bench()
    steps = MemoryOutbox.steps
    bench.approve(way="draft")
    MemoryOutbox.steps = lambda _self: []  # type: ignore[method-assign,assignment]
    try:
        with pytest.raises(OutboxProblem, match="just been approved"):
            bench.approve(way="smtp")
    finally:
        MemoryOutbox.steps = steps  # type: ignore[method-assign]
    assert len(all_standings(bench.ports)) == 1


def test_nothing_leaves_from_the_present_employers_mailbox() -> None:
    from heardback.model.sayings import ProfileSet

    bench = Bench()
    present: dict[str, object] = {"name": "Acme", "domains": ["example.org"]}
    say(bench.ports, [ProfileSet(values={"present_employer": present})])
    with pytest.raises(UsageError, match="present employer"):
        bench.approve(way="draft")


def test_a_mail_of_the_employers_after_the_approval_stops_a_question_whatever_it_says() -> None:
    bench = Bench()
    bench.clock.at = at(10, 9)
    bench.approve(CHECK, way="smtp")
    message = Message(
        message_id="<x@northwind.example>",
        date=at(10, 9),
        from_=Address("Priya Raman", "priya@northwind.example"),
        to=(Address("Dana Reyes", "dana@example.org"),),
        subject="Data Engineer at Northwind",
        text="Sorry, the lift is broken today. Best, Priya",
    )
    bench.store.receive([Received(key="x", message=message)])
    assert bench.run() == ["superseded"]
    (standing,) = all_standings(bench.ports)
    assert "Priya" in standing.last.why or standing.last.quote
    assert bench.world.arrived == []


def test_a_card_is_not_looked_for_in_sent() -> None:
    """Its words were once said to count as sent "once it is seen in your Sent folder"."""
    bench = Bench()
    note: dict[str, object] = {"when": "2025-03-03T13:00", "what": "sent", "kind": "thank_you"}
    note |= {"to": ["priya"], "channel": "email"}
    likes = PreferencesSet(values={"note_channel": "both"})
    say(bench.ports, [likes, Logged(opportunity="said:northwind", event=note)])
    bench.approve(CARD, way="copy")
    (standing,) = all_standings(bench.ports)
    assert not standing.letter.is_mail
    run_due(bench.counter(), AT)
    (standing,) = all_standings(bench.ports)
    told = told_in_words(standing)
    assert "are in your hands, for" in told and "Sent folder" not in told and "@" not in told
    assert next_step(standing) == f"When it is done: heardback done {CARD}"
