"""Reminders: one mail a day, nothing in quiet hours or meetings, nothing twice, nobody named."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from heardback.errors import NotifierProblem, UsageError
from heardback.model.account import Account
from heardback.model.journal import ReminderWish
from heardback.online.remind import Change, Ways, change, remind
from heardback.ports_out import Notifier
from heardback.service.remind import is_quiet, wanted_by_reply
from tests.outbox.posts import AT, NOTE, Bench


@dataclass
class Told:
    """`ports_out.Notifier` that keeps what it showed; the button is pressed by the test."""

    shown: list[tuple[str, str]] = field(default_factory=list)
    mails: list[tuple[str, str]] = field(default_factory=list)
    replies: list[bytes] = field(default_factory=list)
    later: Callable[[], None] = field(default=lambda: None)
    fault: Exception | None = None

    def notify(self, title: str, text: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.shown.append((title, text))

    def deliver(self, *, subject: str, text: str, message_id: str, at: datetime) -> str:
        self.mails.append((subject, text))
        return "was sent to yourself"

    def answers(self, message_id: str) -> list[bytes]:
        return self.replies

    def ways(self) -> Ways:
        def desktop(later: Callable[[], None]) -> Notifier:
            self.later = later
            return self

        def mail(_account: Account) -> "Told":
            return self

        return Ways(desktop=desktop, push=lambda: self, mail=mail)  # type: ignore[arg-type]


def bench(**wish: object) -> tuple[Bench, Told]:
    made = Bench()
    made.store.journal.set_wish(ReminderWish(**wish))  # type: ignore[arg-type]
    return made, Told()


def run(made: Bench, told: Told) -> list[str]:
    return remind(made.ports, told.ways(), tell=lambda _text: None)


def test_a_notice_comes_once_and_names_nobody() -> None:
    made, told = bench(desktop=True)
    assert run(made, told) == ["a notice on the screen"]
    assert run(made, told) == []
    ((title, text),) = told.shown
    assert title == "2 follow-ups are due"
    assert "Priya" not in title + text and "Northwind" not in title + text


def test_names_show_where_they_are_allowed() -> None:
    made, told = bench(desktop=True, private=True)
    run(made, told)
    assert "Thank Priya Raman (Northwind)" in told.shown[0][1]


def test_quiet_hours_are_quiet_and_it_is_told_afterwards() -> None:
    made, told = bench(desktop=True, quiet=("13:00", "14:00"))
    assert run(made, told) == []
    made.pass_time(minutes=31)
    assert run(made, told) == ["a notice on the screen"]


def test_nothing_sounds_during_an_appointment() -> None:
    made, told = bench(desktop=True)
    made.store.accounts.set_busy("jobs", [(AT - timedelta(minutes=5), AT + timedelta(minutes=25))])
    assert run(made, told) == []
    made.pass_time(minutes=26)
    assert run(made, told) == ["a notice on the screen"]


def test_the_button_puts_it_off_until_tomorrow() -> None:
    made, told = bench(desktop=True)
    run(made, told)
    told.later()
    made.pass_time(hours=1)
    assert run(made, told) == []
    from heardback.service.tracked import plan, track

    tracked = track(made.ports)
    due = [f.id for f in plan(made.ports, tracked).follow_ups if f.state != "upcoming"]
    assert NOTE not in due


def test_one_mail_a_day_at_its_hour() -> None:
    made, told = bench(digest="08:00")
    assert run(made, told) == ["today's mail was sent to yourself"]
    for _ in range(5):
        made.pass_time(hours=1)
        assert run(made, told) == []
    made.clock.at = AT.replace(day=4, hour=7)
    assert run(made, told) == []
    made.clock.at = AT.replace(day=4, hour=8, minute=5)
    assert run(made, told) == ["today's mail was sent to yourself"]
    assert len(told.mails) == 2


def test_the_subject_of_the_mail_has_numbers_and_no_names() -> None:
    made, told = bench(digest="08:00")
    run(made, told)
    subject, text = told.mails[0]
    assert subject == "HeardBack: 2 to do, 1 to leave in peace"
    assert "Thank Priya Raman, Northwind" in text and "LEAVE IN PEACE" in text


def test_a_day_on_which_nothing_is_due_has_no_mail() -> None:
    made, told = bench(digest="08:00")
    made.clock.at = AT.replace(month=2, day=3)
    assert run(made, told) == []


def test_no_mail_on_a_weekend_where_none_is_wished() -> None:
    made, told = bench(digest="08:00", weekends=False)
    made.clock.at = AT.replace(day=8)
    assert run(made, told) == []


def test_a_machine_that_slept_through_the_hour_tells_the_same_day_and_not_at_night() -> None:
    made, told = bench(digest="08:00")
    made.clock.at = AT.replace(day=3, hour=23)
    assert run(made, told) == []
    made.clock.at = AT.replace(day=4, hour=11)
    assert run(made, told) == ["today's mail was sent to yourself"]


def test_an_answer_to_the_mail_puts_off_what_it_names_once() -> None:
    made, told = bench(digest="08:00")
    run(made, told)
    told.replies = [answer("dana@example.org", "snooze 1 2d\n\n> 1  Thank Priya Raman\n> snooze 2")]
    done = run(made, told)
    assert len(done) == 1 and done[0].startswith("put off until")
    assert run(made, told) == []


def test_an_answer_of_somebody_else_does_nothing() -> None:
    made, told = bench(digest="08:00")
    run(made, told)
    told.replies = [answer("mallory@example.net", "snooze 1 300d")]
    assert run(made, told) == []


def answer(from_: str, text: str) -> bytes:
    return (
        f"From: {from_}\r\nTo: dana@example.org\r\nSubject: Re: HeardBack\r\n"
        f"Message-ID: <a1@example.org>\r\nDate: Mon, 03 Mar 2025 14:00:00 -0600\r\n\r\n{text}\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("snooze 1", [("a", 1)]),
        ("Snooze 2, 3 days", [("b", 3)]),
        ("snooze 2 3d\nsnooze 1 1d", [("b", 3), ("a", 1)]),
        ("snooze 3 1d", []),
        ("snooze 0", []),
        ("snooze 1 999d", []),
        ("snooze everything", []),
        ("please snooze 1", []),
        ("> snooze 1", []),
    ],
)
def test_only_plain_lines_of_ones_own_put_off(text: str, wanted: list[tuple[str, int]]) -> None:
    assert [(id, span.days) for id, span in wanted_by_reply(text, ["a", "b"])] == wanted


@pytest.mark.parametrize(
    ("quiet", "hour", "is_it"),
    [
        (("21:00", "07:30"), "20:59", False),
        (("21:00", "07:30"), "21:00", True),
        (("21:00", "07:30"), "03:00", True),
        (("21:00", "07:30"), "07:30", False),
        (("12:00", "13:00"), "12:30", True),
        (("08:00", "08:00"), "08:00", False),
    ],
)
def test_quiet_hours_may_cross_midnight(quiet: tuple[str, str], hour: str, is_it: bool) -> None:
    at = AT.replace(hour=int(hour[:2]), minute=int(hour[3:]))
    assert is_quiet(ReminderWish(quiet=quiet), at) is is_it


def test_a_way_that_does_not_work_is_told_and_not_tried_for_ever() -> None:
    made, told = bench(desktop=True)
    told.fault = NotifierProblem("There is no screen.")
    said: list[str] = []
    remind(made.ports, told.ways(), tell=said.append)
    remind(made.ports, told.ways(), tell=said.append)
    assert said == ["There is no screen."]


def test_an_hour_that_is_none_is_refused() -> None:
    made, _told = bench()
    with pytest.raises(UsageError, match="no hour"):
        change(made.ports, None, Change(digest="eight"))  # type: ignore[arg-type]
    change(made.ports, None, Change(digest="9:30", quiet="22:00-06:00"))  # type: ignore[arg-type]
    wish = made.store.journal.wish()
    assert (wish.digest, wish.quiet) == ("09:30", ("22:00", "06:00"))


def test_a_letter_of_which_nobody_knows_asks_for_the_candidate_once() -> None:
    from heardback.errors import ConnectionLost
    from tests.outbox.posts import at_step

    made, told = bench(desktop=True)
    made.approve(way="smtp")
    made.world.fault = at_step("end after", ConnectionLost("The connection broke."))
    made.run()
    made.world.fault = lambda _name: None
    made.run()
    run(made, told)
    assert told.shown[0][0].endswith("1 letter needs you")
    assert run(made, told) == []
