"""The employer answers between approval and sending: what was visible by then stops the letter."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Thread

import pytest

from heardback import bootstrap
from heardback.adapters.clock import SystemClock, seconds
from heardback.adapters.outbox.post import AccountPost
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
CROSSING = 0.1
"""Seconds from asking the server to the end of the words, on a machine that others use too."""

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

    async def handle_DATA(self, *arguments: object) -> str:
        self.took_at = seconds()
        return await super().handle_DATA(*arguments)  # type: ignore[arg-type]


@pytest.fixture
def sink() -> Iterator[TimedSink]:
    with TimedSink() as server:
        yield server


@dataclass
class Race:
    """One letter and one answer: when the answer lay in the mailbox, when the server was asked for
    the last time, when the letter was taken (None: it was not)."""

    route: str
    visible: float
    asked: float
    taken: float | None

    @property
    def lost(self) -> bool:
        """Whether it was sent although the answer was there when the server was asked."""
        return self.taken is not None and self.visible < self.asked

    @property
    def crossed(self) -> float:
        """By how long the letter left after the answer had come, both being under way."""
        return max(0.0, self.taken - self.visible) if self.taken is not None else 0.0


class Looks:
    """Notes when the server is asked whether anything has come."""

    last: float = 0.0
    begun: float = 0.0

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        states = AccountPost.states

        def asking(post: AccountPost) -> dict[str, tuple[int, int]]:
            self.last = seconds()
            return states(post)

        patched.setattr(AccountPost, "states", asking)


def race(
    folder: Path,
    dovecot: Dovecot,
    user: str,
    sink: TimedSink,
    route: str,
    wait: float,
    looks: Looks,
) -> Race:
    """Let a letter leave while the answer arrives so many seconds after its beginning."""
    settings = Settings(data=folder)
    day = (SystemClock().now() - timedelta(days=21)).date()
    account = dovecot.account(
        user=user, secret=f"environment:{SECRET}", smtp=sink.server(), sent="Sent", drafts="Drafts"
    )
    with bootstrap.ports(settings) as opened:
        import_search(opened, read_search(SEARCH.format(day=day), name="s.yaml").search)
        opened.store.accounts.keep(account)
        asked = Approval(way="smtp", at_once=True, despite_findings=True)
        approve_letter(opened, "northwind/check_in/priya", asked)
    sink.took_at, visible = None, [float("inf")]

    def arrives() -> None:
        time.sleep(max(wait, 0.0))
        dovecot.put(answer(route), user=user)
        visible[0] = seconds()

    thread = Thread(target=arrives)
    looks.begun = seconds()
    thread.start()
    if wait < 0:
        thread.join()
    deliver(settings)
    thread.join()
    taken: float | None = sink.took_at
    if taken is None:
        with bootstrap.ports(settings) as opened:
            (standing,) = all_standings(opened)
        assert standing.kind == "superseded", f"{route}: {standing.kind}: {standing.last.why}"
        assert standing.last.why
        assert standing.last.quote, f"{route}: no words quoted"
    return Race(route, visible[0], looks.last, taken)


def races(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: TimedSink, many: int, looks: Looks
) -> None:
    dice = random.Random(many)
    usual = 0.0
    for number in range(3):  # how long after its beginning is the server asked for the last time?
        race(tmp_path / f"w{number}", dovecot, f"{user}-w{number}", sink, ROUTES[0], 2.0, looks)
        usual = looks.last - looks.begun
    run = []
    for route in ROUTES:  # an answer that was there before is certain to stop it
        first = race(tmp_path / route, dovecot, f"{user}-{route[:3]}", sink, route, -1.0, looks)
        assert first.taken is None, route
    for number in range(many):
        route = ROUTES[number % len(ROUTES)]
        near = number // len(ROUTES) % 2 == 0
        wait = dice.gauss(usual, 0.03) if near else dice.uniform(-0.05, 1.5 * usual)
        mine = f"{user}-{number}"
        run.append(race(tmp_path / str(number), dovecot, mine, sink, route, wait, looks))
    stopped = Counter(each.route for each in run if each.taken is None)
    crossed = sorted(each.crossed for each in run if each.crossed)
    print(
        f"{many} races: {sum(stopped.values())} letters stopped {dict(stopped)}; sent although the "
        f"answer was there when the server was asked last: {sum(each.lost for each in run)}; "
        f"crossed on the way: {len(crossed)}, by {1000 * max(crossed, default=0):.1f} ms at most"
    )
    assert not any(each.lost for each in run)
    assert max(crossed, default=0) < CROSSING
    assert 0 < sum(stopped.values()) < many, "the moments should fall on both sides"


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, PASSWORD)


@pytest.mark.slow
@pytest.mark.parametrize("many", [FEW, pytest.param(MANY, marks=pytest.mark.full)])
def test_nothing_is_sent_once_the_answer_was_there(
    tmp_path: Path,
    dovecot: Dovecot,
    user: str,
    sink: TimedSink,
    many: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    races(tmp_path, dovecot, user, sink, many, Looks(monkeypatch))
