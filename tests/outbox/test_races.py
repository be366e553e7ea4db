"""The employer answers between approval and sending: what was visible by then stops the letter."""

import random
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Thread

import pytest

from heardback import bootstrap
from heardback.adapters.clock import SystemClock, seconds
from heardback.config import Settings
from heardback.online.deliver import approve_letter, deliver
from heardback.searchfile import read_search
from heardback.service.approve import Approval
from heardback.service.outbox import all_standings
from heardback.service.search_file import import_search
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.sink import Sink

FEW, MANY = 50, 500
NUMBERS = count(1)
SECRET = "HEARDBACK_TEST_PASSWORD"
BLINK = 0.3
"""Seconds between the last look and the server's taking the letter, on a busy machine."""

SEARCH = """
heardback: 1
candidate: {{name: Dana Reyes, email: dana@example.org, phone: "+1 512 555 0100", timezone: America/Chicago, country: US}}
people:
  priya: {{name: Priya Raman, email: priya@northwind.example, title: Engineering Manager}}
opportunities:
  northwind:
    employer: Northwind
    role: Data Engineer
    people: {{priya: hiring_manager}}
    events:
      - {{when: {day}T10:00, what: interview, ends: "11:00", stage: first, with: [priya]}}
      - {{when: {day}T12:00, what: sent, to: [priya], kind: thank_you, channel: email, source: "message:<note@example.org>"}}
"""
ROUTES = ("same thread", "new thread", "colleague", "invitation")


def answer(route: str) -> bytes:
    """Return the employer's answer by one of the ways it may come."""
    sender = "Priya Raman <priya@northwind.example>"
    extra, body = (
        "",
        "Hi Dana,\n\nwe are still deciding about the Data Engineer role and will be in touch next week.\n\nPriya\n",
    )
    subject = "Your application for Data Engineer at Northwind"
    if route == "same thread":
        extra, subject = (
            "In-Reply-To: <note@example.org>\r\nReferences: <note@example.org>\r\n",
            "Re: Thank you",
        )
    if route == "colleague":
        sender = "Tom Okafor <tom@northwind.example>"
    if route == "invitation":
        start = (SystemClock().now() + timedelta(days=5)).strftime("%Y%m%dT150000Z")
        return (
            f"From: {sender}\r\nTo: dana@example.org\r\nSubject: Invitation: second interview, Data Engineer at Northwind\r\n"
            f"Message-ID: <{next(NUMBERS)}@northwind.example>\r\nDate: {_now()}\r\nMIME-Version: 1.0\r\n"
            'Content-Type: text/calendar; method=REQUEST; charset="utf-8"\r\n\r\n'
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
            f"UID:{next(NUMBERS)}@northwind.example\r\nDTSTAMP:{start}\r\nDTSTART:{start}\r\nDURATION:PT1H\r\n"
            "SUMMARY:Second interview: Data Engineer at Northwind\r\nORGANIZER;CN=Priya Raman:mailto:priya@northwind.example\r\n"
            "ATTENDEE:mailto:dana@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ).encode()
    return (
        f"From: {sender}\r\nTo: dana@example.org\r\nSubject: {subject}\r\n{extra}"
        f"Message-ID: <{next(NUMBERS)}@northwind.example>\r\nDate: {_now()}\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    ).encode()


def _now() -> str:
    from email.utils import format_datetime

    return format_datetime(SystemClock().now())


class TimedSink(Sink):
    """Notes when it took the letter."""

    took_at: float | None = None

    async def handle_DATA(self, *arguments: object) -> str:  # noqa: N802
        self.took_at = seconds()
        return await super().handle_DATA(*arguments)  # type: ignore[arg-type]


@pytest.fixture
def sink() -> Iterator[TimedSink]:
    with TimedSink() as server:
        yield server


def race(
    folder: Path, dovecot: Dovecot, user: str, sink: TimedSink, route: str, wait: float
) -> float:
    """Let a letter leave while the answer arrives; return by how long it came after it, if at all."""
    settings = Settings(data=folder)
    day = (SystemClock().now() - timedelta(days=21)).date()
    account = dovecot.account(
        user=user, secret=f"environment:{SECRET}", smtp=sink.server(), sent="Sent", drafts="Drafts"
    )
    with bootstrap.ports(settings) as opened:
        import_search(opened, read_search(SEARCH.format(day=day), name="s.yaml").search)
        opened.store.accounts.keep(account)
        approve_letter(
            opened,
            "northwind/check_in/priya",
            Approval(way="smtp", undo=timedelta(0), despite_findings=True),
        )
    sink.took_at, visible = None, [float("inf")]

    def arrives() -> None:
        time.sleep(max(wait, 0.0))
        dovecot.put(answer(route), user=user)
        visible[0] = seconds()

    thread = Thread(target=arrives)
    thread.start()
    if wait < 0:
        thread.join()
    deliver(settings)
    thread.join()
    taken: float | None = sink.took_at
    if taken is None:
        with bootstrap.ports(settings) as opened:
            (standing,) = all_standings(opened)
        assert standing.kind == "superseded", f"{standing.kind}: {standing.last.why}"
        assert standing.last.why
        return 0.0
    return max(0.0, taken - visible[0])


def races(tmp_path: Path, dovecot: Dovecot, user: str, sink: TimedSink, many: int) -> None:
    dice = random.Random(many)
    dovecot.put(b"From: a@b.example\r\nSubject: hello\r\n\r\nhello\r\n", user=user, folder="Sent")
    stopped = 0
    for number in range(many):
        route = ROUTES[number % len(ROUTES)]
        mine = f"{user}-{number}"
        late = race(tmp_path / str(number), dovecot, mine, sink, route, dice.uniform(-0.2, 0.4))
        stopped += sink.took_at is None
        print(f"{route}: {late:.3f} s late, stopped: {sink.took_at is None}")
        assert late <= BLINK, f"{route}: sent {late:.2f} s after the answer was there"
    assert 0 < stopped < many, "the moments should fall on both sides"


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, PASSWORD)


@pytest.mark.slow
def test_nothing_is_sent_once_the_answer_was_there(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: TimedSink
) -> None:
    races(tmp_path, dovecot, user, sink, FEW)


@pytest.mark.full
def test_nothing_is_sent_once_the_answer_was_there_in_five_hundred_races(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: TimedSink
) -> None:
    races(tmp_path, dovecot, user, sink, MANY)
