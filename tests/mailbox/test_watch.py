"""Watching: answers are read as they come, by IDLE or by asking, over lines that break."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import pytest

from heardback import bootstrap
from heardback.adapters.clock import seconds, since_1970
from heardback.adapters.mail.imap_box import ImapBox
from heardback.adapters.mail.imap_watch import MailboxWatch, Rhythm
from heardback.model.account import Account, Server
from heardback.service.after_import import begin
from heardback.service.sync import SyncReport
from heardback.service.watch import Rounds, Watch
from tests.mailbox.letters import ME, chat, letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.proxy import line_to

pytestmark = pytest.mark.slow

QUICK = Rhythm(ask=0.4, first_pause=0.2, longest_pause=0.4, refused_pause=0.4)


class Waiting:
    """A MailboxWatch in a thread; what it tells comes into queues."""

    def __init__(self, account: Account, *, secret: str = PASSWORD, rhythm: Rhythm = QUICK) -> None:
        self.changed: queue.Queue[float] = queue.Queue()
        self.told: queue.Queue[str] = queue.Queue()
        self.stop = threading.Event()
        box = ImapBox(account, secret=lambda: secret, pauses=())
        self.watch = MailboxWatch(
            box,
            changed=lambda: self.changed.put(seconds()),
            tell=self.told.put,
            now=since_1970,
            stop=self.stop,
            rhythm=rhythm,
        )

    def __enter__(self) -> Self:
        self.thread = threading.Thread(target=self.watch.run, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join(10)

    def quiet(self) -> None:
        """Wait for the first news (of being connected), then let pass what comes with it."""
        self.changed.get(timeout=10)
        time.sleep(0.3)
        while not self.changed.empty():
            self.changed.get_nowait()


def test_new_mail_is_noticed_at_once_where_the_server_can_tell(dovecot: Dovecot, user: str) -> None:
    account = dovecot.account(user=user)
    dovecot.put(chat("c0@friends.example"), user=user)
    with Waiting(account, rhythm=replace(QUICK, ask=30.0)) as waiting:
        waiting.quiet()
        began = seconds()
        dovecot.put(letter("n1@northwind.example"), user=user)
        assert waiting.changed.get(timeout=10) - began < 5
    assert b"IDLE" in dovecot.commands(user)


def test_new_mail_in_another_folder_is_noticed_when_it_is_asked(
    dovecot: Dovecot, user: str
) -> None:
    dovecot.put(chat("c0@friends.example"), user=user)
    dovecot.put(chat("c1@friends.example"), user=user, folder="Jobs")
    with Waiting(dovecot.account(user=user)) as waiting:
        waiting.quiet()
        dovecot.put(letter("n1@northwind.example"), user=user, folder="Jobs")
        waiting.changed.get(timeout=10)


def test_without_idle_the_server_is_asked() -> None:
    with Dovecot(lacks=("IDLE",)) as server:
        server.put(chat("c0@friends.example"))
        with Waiting(server.account()) as waiting:
            waiting.quiet()
            server.put(letter("n1@northwind.example"))
            waiting.changed.get(timeout=10)
            assert "asked every" in waiting.told.get(timeout=5)
        assert b"IDLE" not in server.commands()


def test_a_broken_line_is_made_anew_and_what_came_meanwhile_is_noticed(
    dovecot: Dovecot, user: str
) -> None:
    dovecot.put(chat("c0@friends.example"), user=user)
    account = dovecot.account(user=user)
    with line_to(dovecot.port) as line:
        by_line = replace(account, imap=Server(host="localhost", port=line.port, security="none"))
        with Waiting(by_line, rhythm=replace(QUICK, ask=2.0)) as waiting:
            waiting.quiet()
            line.dead = True
            line.cut()
            dovecot.put(letter("n1@northwind.example"), user=user)
            time.sleep(1.0)
            assert waiting.changed.empty()
            line.dead = False
            waiting.changed.get(timeout=10)
            said = [waiting.told.get_nowait() for _ in range(waiting.told.qsize())]
    assert any("Trying again" in each for each in said)
    assert said[-1].startswith("waiting for new mail")


def test_a_machine_that_slept_connects_anew(dovecot: Dovecot, user: str) -> None:
    dovecot.put(chat("c0@friends.example"), user=user)
    with Waiting(dovecot.account(user=user)) as waiting:
        jump = [0.0]
        waiting.watch._now = lambda: since_1970() + jump[0]
        waiting.quiet()
        jump[0] = 8 * 3600.0
        waiting.changed.get(timeout=10)
        said = [waiting.told.get(timeout=5) for _ in range(2)]
    assert any("slept" in each for each in said)


def test_a_wrong_password_is_told_once_and_not_hammered(dovecot: Dovecot, user: str) -> None:
    rhythm = replace(QUICK, refused_pause=0.2)
    with Waiting(dovecot.account(user=user), secret="wrong", rhythm=rhythm) as waiting:
        assert "password" in waiting.told.get(timeout=10)
        time.sleep(1.0)
        assert waiting.told.empty()
    assert Rhythm().refused_pause >= 600


def loop(
    sync: Callable[[Any], SyncReport], *, due: Callable[[], None] = lambda: None
) -> tuple[Watch, list[str]]:
    told: list[str] = []
    at = [0.0]
    made = Watch(
        news=queue.Queue(),
        sync=sync,
        due=due,
        tell=told.append,
        told=lambda _report: None,
        now=lambda: at[0],
        stop=threading.Event(),
        rounds=Rounds(due=0.01, busy=0.0),
    )
    return made, told


def test_what_is_due_is_asked_after_every_sync_so_that_an_answer_stops_it() -> None:
    order: list[str] = []

    def sync(_names: object) -> SyncReport:
        order.append("sync")
        return SyncReport()

    made, _told = loop(sync, due=lambda: order.append("due"))
    made.round(["dana"])
    made.round(["dana"])
    assert order == ["sync", "due", "sync", "due"]


def test_trouble_in_one_round_is_told_and_ends_nothing() -> None:
    from heardback.errors import DiskFull

    def sync(_names: object) -> SyncReport:
        raise DiskFull("The disk is full.")

    made, told = loop(sync)
    made.round(["dana"])
    assert told == ["The disk is full."]


def test_a_busy_store_is_tried_again() -> None:
    from heardback.errors import StoreBusy

    def sync(_names: object) -> SyncReport:
        raise StoreBusy("busy")

    made, told = loop(sync)
    made.round(["dana"])
    assert made.news.get_nowait() == "dana" and told == []


class Process:
    """`heardback watch` as a process; `until` waits for a line that says something."""

    def __init__(self, server: Dovecot, data: Path) -> None:
        settings = bootstrap.settings(str(data))
        with bootstrap.ports(settings) as opened:
            opened.store.accounts.keep(server.account(secret="environment:PW"))
            begin(opened, [ME])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "heardback", "watch", "--json-lines"],
            env={**os.environ, "HEARDBACK_DATA": str(data), "PW": PASSWORD},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        assert self.process.wait(10) == 0, self.lines
        self.reader.join(5)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def until(self, wanted: str) -> dict[str, Any]:
        for _ in range(300):
            for line in list(self.lines):
                if wanted in line:
                    row: dict[str, Any] = json.loads(line)
                    return row
            time.sleep(0.1)
        raise AssertionError(f"{wanted} was never told: {self.lines}")


@pytest.mark.slow
def test_an_answer_moves_the_plan_while_it_is_watched_at_little_cost(tmp_path: Path) -> None:
    with Dovecot() as server:
        server.put(letter("n1@northwind.example"))
        with Process(server, tmp_path / "data") as watched:
            watched.until("Northwind")
            watched.until("waiting for new mail")
            server.put(
                letter(
                    "n2@northwind.example",
                    text="Unfortunately we have decided to move forward with other candidates.",
                    answers=["n1@northwind.example"],
                )
            )
            assert watched.until("rejection")["moved"].startswith("Northwind: Priya")
            time.sleep(1.0)
            before, memory = cost_of(watched.process.pid)
            time.sleep(3.0)
            after, _memory = cost_of(watched.process.pid)
    assert memory < 120, f"{memory:.0f} MB"
    assert after - before < 0.05, f"{after - before:.2f} s CPU in 3 s of waiting"


def cost_of(process: int) -> tuple[float, float]:
    """Return the CPU seconds a process has used, and its memory in MB."""
    proc = Path(f"/proc/{process}")
    if not proc.exists():
        pytest.skip("the cost of a process is read from /proc, which this system does not have")
    words = (proc / "stat").read_text().rpartition(")")[2].split()
    ticks = int(words[11]) + int(words[12])
    resident = int((proc / "statm").read_text().split()[1])
    return ticks / os.sysconf("SC_CLK_TCK"), resident * os.sysconf("SC_PAGE_SIZE") / 1e6
