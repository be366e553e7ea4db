"""Letters leave through real servers: Dovecot for the folders, a real SMTP line for sending."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from imapclient import IMAPClient

from heardback import bootstrap
from heardback.adapters.clock import SystemClock, seconds
from heardback.config import Settings
from heardback.model.account import Account
from heardback.model.delivery import Standing, Way
from heardback.online.deliver import Wish, approve_letter, deliver
from heardback.searchfile import read_search
from heardback.service.approve import Approval
from heardback.service.outbox import all_standings
from heardback.service.search_file import import_search
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.sink import Sink

FEW_KILLS, MANY_KILLS = 20, 200
SECRET = "HEARDBACK_TEST_PASSWORD"
AT_ONCE = Wish(settled=timedelta(0))


def search(many: int) -> str:
    """Return a search in which every opportunity has a withdrawal to write, at any hour."""
    day = (SystemClock().now() - timedelta(days=2)).date()
    people = "".join(
        f"  p{n}: {{name: Priya Raman{'abcdefghijklmnopqrstuvwxyz'[n % 26]}, email: p{n}@firm{n}.example}}\n"
        for n in range(many)
    )
    opportunities = "".join(
        f"""  firm{n}:
    employer: Firm{n}
    role: Data Engineer
    people: {{p{n}: hiring_manager}}
    events:
      - {{when: {day}T10:00, what: interview, ends: "11:00", stage: first, with: [p{n}]}}
      - {{when: {day}T10:30, what: sent, to: [p{n}], kind: thank_you, channel: email}}
      - {{when: {day}T12:00, what: decided_against, reason: not_a_fit}}
"""
        for n in range(many)
    )
    return (
        "heardback: 1\ncandidate:\n  name: Dana Reyes\n  email: dana@example.org\n"
        '  phone: "+1 512 555 0100"\n  timezone: America/Chicago\n  country: US\n'
        f"people:\n{people}opportunities:\n{opportunities}"
    )


class Home:
    """A store on disk with an account in it, its mailbox, and what the sink took."""

    def __init__(self, folder: Path, server: Dovecot, user: str, sink: Sink, many: int) -> None:
        self.settings = Settings(data=folder)
        self.server, self.user, self.sink, self.many = server, user, sink, many
        self.client().create_folder("Sent")
        self.client().create_folder("Drafts")
        account: Account = server.account(
            user=user,
            secret=f"environment:{SECRET}",
            smtp=sink.server(),
            sent="Sent",
            drafts="Drafts",
        )
        with bootstrap.ports(self.settings) as opened:
            import_search(opened, read_search(search(many), name="search.yaml").search)
            opened.store.accounts.keep(account)

    def client(self) -> IMAPClient:
        client = IMAPClient("127.0.0.1", self.server.port, ssl=False)
        client.login(self.user, PASSWORD)
        return client

    def approve(self, *, way: Way, first: int = 0, last: int | None = None) -> None:
        with bootstrap.ports(self.settings) as opened:
            for n in range(first, self.many if last is None else last):
                # An hour of one's own waits for no reader's day: these run at any hour of any day.
                when = SystemClock().now() if way == "smtp" else None
                asked = Approval(way=way, when=when, undo=timedelta(0))
                approve_letter(opened, f"firm{n}/withdraw/p{n}", asked)

    def standings(self) -> list[Standing]:
        with bootstrap.ports(self.settings) as opened:
            return all_standings(opened)

    def ids_in(self, folder: str) -> list[str]:
        client = self.client()
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search(), ["BODY.PEEK[HEADER]"])
        return [
            str(message_from_bytes(row[b"BODY[HEADER]"])["Message-ID"]) for row in found.values()
        ]

    def ids_sent(self) -> list[str]:
        return [str(message_from_bytes(raw)["Message-ID"]) for raw in self.sink.arrived]


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink() as server:
        yield server


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, PASSWORD)


def test_a_letter_reaches_the_reader_and_sent_once(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    home = Home(tmp_path, dovecot, user, sink, many=1)
    home.approve(way="smtp")
    assert [each.kind for each in deliver(home.settings)] == ["sent"]
    assert deliver(home.settings) == []
    assert len(home.ids_sent()) == 1
    assert home.ids_in("Sent") == home.ids_sent()
    mail = message_from_bytes(sink.arrived[0])
    assert mail["From"] == "Dana Reyes <dana@example.org>"
    assert mail["To"] == "Priya Ramana <p0@firm0.example>"
    assert not any(b"EXPUNGE" in line.upper() for line in dovecot.commands(user))


def test_a_draft_lies_in_drafts_marked_as_one_and_can_be_taken_out(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    from heardback.service.outbox import recall

    home = Home(tmp_path, dovecot, user, sink, many=1)
    home.approve(way="draft")
    assert [each.kind for each in deliver(home.settings)] == ["drafted"]
    client = home.client()
    client.select_folder("Drafts", readonly=True)
    ((_uid, row),) = client.fetch(client.search(), ["FLAGS"]).items()
    assert b"\\Draft" in row[b"FLAGS"]
    with bootstrap.ports(home.settings) as opened:
        recall(opened, "firm0/withdraw/p0")
    deliver(home.settings)
    assert home.ids_in("Drafts") == []


def test_a_line_that_breaks_while_the_words_are_taken_is_never_repeated(
    tmp_path: Path, dovecot: Dovecot, user: str
) -> None:
    with Sink(break_after_words=True) as sink:
        home = Home(tmp_path, dovecot, user, sink, many=1)
        home.approve(way="smtp")
        for _ in range(3):
            deliver(home.settings, wish=AT_ONCE)
        assert len(sink.arrived) == 1
    assert [each.kind for each in home.standings()] == ["unknown"]


def test_a_letter_the_server_refuses_is_shown_as_failed(
    tmp_path: Path, dovecot: Dovecot, user: str
) -> None:
    with Sink(answer="554 no") as sink:
        home = Home(tmp_path, dovecot, user, sink, many=1)
        home.approve(way="smtp")
        assert [each.kind for each in deliver(home.settings)] == ["failed"]
        assert deliver(home.settings) == []
    assert "554 no" in home.standings()[0].last.why


def test_a_wrong_certificate_stops_everything_before_a_word_is_said(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    home = Home(tmp_path, dovecot, user, sink, many=1)
    home.approve(way="smtp")
    with bootstrap.ports(home.settings) as opened:
        (account,) = opened.store.accounts.mail()
        assert account.imap is not None
        opened.store.accounts.keep(
            dovecot.account(
                user=user,
                secret=account.secret,
                smtp=sink.server(),
                sent="Sent",
                imap=type(account.imap)(host="localhost", port=dovecot.tls_port),
            )
        )
    assert [each.kind for each in deliver(home.settings)] == ["waiting"]
    assert sink.arrived == []


def begun(home: Home) -> subprocess.Popen[bytes]:
    """Begin `heardback deliver`."""
    return subprocess.Popen(
        [sys.executable, "-m", "heardback", "--data", str(home.settings.data), "deliver"],
        env={**os.environ, SECRET: PASSWORD},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def killed_somewhere(home: Home, dice: random.Random, *, longest: float) -> bool:
    """Run `heardback deliver` and kill it at a random moment; return whether it was still alive."""
    process = begun(home)
    time.sleep(dice.uniform(0.3 * longest, longest))
    alive = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return alive


def run_killed(home: Home, kills: int, seed: int) -> int:
    """Approve two letters, deliver, kill: again and again. Return how many kills struck."""
    dice = random.Random(seed)
    struck, took = 0, 0.0
    for number in range(kills):
        home.approve(way="smtp", first=2 * number, last=2 * number + 1)
        home.approve(way="draft", first=2 * number + 1, last=2 * number + 2)
        if not took:  # the first goes through: so long it takes on this machine, today
            started = seconds()
            begun(home).wait()
            took = seconds() - started
            continue
        struck += killed_somewhere(home, dice, longest=took)
    for _ in range(2):
        deliver(home.settings, wish=AT_ONCE)
    assert max(Counter(home.ids_sent()).values()) == 1, "doubled"
    assert max(Counter(home.ids_in("Drafts")).values()) == 1, "doubled"
    sent, drafted = set(home.ids_sent()), set(home.ids_in("Drafts"))
    for standing in home.standings():
        out = standing.letter.message_id in (sent if standing.letter.way == "smtp" else drafted)
        assert standing.kind in ("sent", "drafted", "unknown"), standing.kind
        assert standing.kind == "unknown" or out, "said to have left, and it has not"
    return struck


@pytest.mark.slow
def test_killed_anywhere_no_letter_leaves_twice_and_none_is_lost(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    home = Home(tmp_path, dovecot, user, sink, many=2 * FEW_KILLS)
    assert run_killed(home, FEW_KILLS, seed=1) >= FEW_KILLS // 2


@pytest.mark.full
def test_killed_two_hundred_times_no_letter_leaves_twice(
    tmp_path: Path, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    home = Home(tmp_path, dovecot, user, sink, many=2 * MANY_KILLS)
    assert run_killed(home, MANY_KILLS, seed=2) >= MANY_KILLS // 2
