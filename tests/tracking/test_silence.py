"""Who owes whom an answer, since when: the cases one by one, and measured on labelled threads."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.tracking.exchange import DANA, figures, understood, watched

from heardback.model.understanding import Understanding
from heardback.timeframe.business import WorkCalendar
from heardback.tracking.silence import Debt, who_owes

PRIYA = "Priya Raman <priya@northwind.example>"
ME = "Dana Reyes <dana@example.org>"
AT = datetime(2025, 3, 20, 12, tzinfo=UTC)


def said(day: int, text: str, *, out: bool = False, **more: Any) -> Understanding:
    told = {
        "id": f"{day}.{len(text)}@x.example",
        "date": f"2025-03-{day:02}T10:00:00-05:00",
        "from": ME if out else PRIYA,
        "to": PRIYA if out else ME,
        "subject": "Re: Data Engineer",
        "text": text,
    }
    return understood(told | {name.rstrip("_"): value for name, value in more.items()})


def asked(day: int = 3) -> Understanding:
    return said(day, "Hi Priya, is there any news about the role?", out=True, id="q@example.org")


def owes(*told: Understanding, at: datetime = AT) -> Debt | None:
    return who_owes(told, at=at, me=frozenset({DANA}))


def test_a_question_without_an_answer_is_owed_since_it_was_put() -> None:
    debt = owes(asked())
    assert debt is not None
    assert (debt.by_whom, debt.since) == ("employer", date(2025, 3, 3))
    assert debt.quote == "Hi Priya, is there any news about the role?"


ANSWERS: dict[str, dict[str, Any]] = {
    "in the thread": {"text": "We have chosen you for round two on Tuesday."},
    "in a new thread": {"text": "The team wants to go on with you.", "subject": "Good news"},
    "from a colleague": {
        "text": "Priya asked me to answer: the team is going on with you.",
        "from_": "Tom Okafor <tom@northwind.example>",
        "subject": "Your question to Priya",
    },
    "an accepted invitation": {
        "text": "Priya Raman has accepted this invitation.",
        "subject": "Accepted: Call @ Fri Mar 7",
        "headers": {"content-type": "text/calendar; method=REPLY"},
    },
    "an applicant-tracking system": {
        "text": "After careful consideration we have decided not to move forward with your candidacy.",
        "from_": "Northwind Careers <no-reply@northwind.hirecloud.example>",
        "subject": "Your application for Data Engineer",
        "headers": {"auto-submitted": "auto-generated"},
    },
}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_these_are_answers(name: str) -> None:
    assert owes(asked(), said(5, **ANSWERS[name])) is None


NO_ANSWERS: dict[str, dict[str, Any]] = {
    "an automatic reply": {
        "text": "I am out of the office until 30 March.",
        "subject": "Automatic reply: Data Engineer",
        "headers": {"auto-submitted": "auto-replied"},
    },
    "a read receipt": {"text": "Your message was read.", "subject": "Read: Data Engineer"},
    "a newsletter": {
        "text": "Five new openings for you.",
        "subject": "Life at Northwind",
        "headers": {"list-unsubscribe": "<https://x.example>", "precedence": "bulk"},
    },
    "a ticket": {
        "text": "Your request (88) has been received. This is an automated message.",
        "from_": "Desk <no-reply@northwind.example>",
        "headers": {"auto-submitted": "auto-generated"},
    },
    "a refund": {
        "text": "we have transferred 84.60 to your account.",
        "from_": "Finance <finance@northwind.example>",
        "subject": "Travel expenses",
    },
}


@pytest.mark.parametrize("name", sorted(NO_ANSWERS))
def test_these_are_no_answers(name: str) -> None:
    debt = owes(asked(), said(5, **NO_ANSWERS[name]))
    assert debt is not None and debt.since == date(2025, 3, 3)


def test_what_came_back_was_never_sent() -> None:
    bounce = said(
        3,
        "550 User unknown: priya@northwind.example",
        subject="Undelivered Mail Returned to Sender",
        from_="Mail <mailer-daemon@example.org>",
        in_reply_to="q@example.org",
        date="2025-03-03T10:01:00-05:00",
        headers={"content-type": "multipart/report; report-type=delivery-status"},
    )
    assert owes(asked(), bounce) is None
    again = owes(asked(), bounce, said(4, "Is there any news about the role?", out=True))
    assert again is not None and again.since == date(2025, 3, 4)


def test_thanks_after_a_rejection_owe_nothing() -> None:
    no = said(5, "We have decided to move forward with another candidate.")
    assert owes(asked(), no, said(6, "Thank you for telling me, all the best.", out=True)) is None


def test_a_promised_answer_is_owed_and_not_late_before_its_day() -> None:
    debt = owes(asked(), said(5, "We will let you know our decision by 14 March."))
    assert debt is not None
    assert (debt.by_whom, debt.since, debt.promised) == (
        "employer",
        date(2025, 3, 5),
        date(2025, 3, 14),
    )
    weekends = WorkCalendar(None)
    assert not debt.late(date(2025, 3, 14), weekends)
    assert debt.late(date(2025, 3, 15), weekends)


def test_a_weekend_makes_nobody_late() -> None:
    debt = owes(asked(6))  # a Thursday
    assert debt is not None
    weekends = WorkCalendar(None)
    assert not debt.late(date(2025, 3, 9), weekends)
    assert not debt.late(date(2025, 3, 13), weekends)
    assert debt.late(date(2025, 3, 14), weekends)


def test_the_candidate_owes_what_was_asked_until_it_is_given() -> None:
    wants = said(5, "Could you send me two references, please?")
    debt = owes(wants)
    assert debt is not None
    assert (debt.by_whom, debt.since, debt.person) == (
        "candidate",
        date(2025, 3, 5),
        "priya@northwind.example",
    )
    later = said(6, "I'll send them tomorrow.", out=True)
    still = owes(wants, later)
    assert still is not None and still.since == date(2025, 3, 5)
    assert owes(wants, later, said(7, "Here they are.", out=True)) is None


def test_a_question_with_a_day_in_it_promises_nothing() -> None:
    debt = owes(said(5, "Would you be willing to give me a short call this week?"))
    assert debt is not None and debt.by_whom == "candidate"


def test_an_offer_waits_for_its_yes() -> None:
    offer = said(5, "We are pleased to offer you the role. Please sign by March 12.")
    debt = owes(offer)
    assert debt is not None and debt.by_whom == "candidate"
    assert owes(offer, said(6, "Yes, I accept with pleasure.", out=True)) is None


def test_a_second_address_of_ones_own_is_no_answer() -> None:
    again = said(5, "My second address, in case.", out=True, from_="Dana <d.reyes@mail.example>")
    me = frozenset({DANA, "d.reyes@mail.example"})
    own = understood(
        {
            "id": "a@mail.example",
            "date": "2025-03-05T10:00:00-05:00",
            "from": "Dana <d.reyes@mail.example>",
            "to": PRIYA,
            "text": "My second address, in case.",
        },
        me,
    )
    assert again.direction == "in" and own.direction == "out"
    debt = who_owes([asked(), own], at=AT, me=me)
    assert debt is not None and debt.since == date(2025, 3, 3)


def test_a_cancelled_interview_is_owed_a_new_time() -> None:
    cancelled = said(
        5,
        "This event has been cancelled.",
        subject="Cancelled: Interview @ Mon Mar 10",
        headers={"content-type": "text/calendar; method=CANCEL"},
    )
    debt = owes(cancelled)
    assert debt is not None and debt.by_whom == "employer"


def test_nothing_is_owed_before_it_was_said() -> None:
    assert owes(asked(), at=datetime(2025, 3, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("part", "name", "start", "step", "floor"),
    [
        ("tuning", "threads", 0, 2, 0.97),
        ("held out", "threads", 1, 2, 0.78),
        ("by another hand, as first read", "threads_by_another_hand", 0, 1, 0.92),
    ],
)
def test_labelled_threads(
    part: str, name: str, start: int, step: int, floor: float, capsys: pytest.CaptureFixture[str]
) -> None:
    threads = watched(name)[start::step]
    found = figures(threads)
    with capsys.disabled():
        print(
            f"\n  answers owed, {part}: {len(threads)} threads, F1 {found.f1:.3f} "
            f"(right {found.right}, wrong {found.wrong}, missed {found.missed}), "
            f"day right in {found.since} of {found.right}"
        )
    assert found.f1 >= floor
