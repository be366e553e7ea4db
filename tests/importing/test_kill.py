"""An import that is killed at any moment loses nothing, and the next one finishes it."""

import os
import random
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import sleep

import pytest

from heardback.adapters.clock import seconds
from heardback.adapters.store.sql import SqlStore, open_store
from heardback.service import keeping, sweep
from tests.adapters.test_maildir import make_maildir
from tests.importing.mails import invitation, job, mail, mbox
from tests.importing.reading import run

MAILS = 900


@pytest.fixture
def mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mailbox with threads to be made whole, and batches small enough to be cut between."""
    monkeypatch.setattr(sweep, "BATCH", 60)
    monkeypatch.setattr(keeping, "BATCH", 15)
    dice = random.Random(7)
    mails = []
    for number in range(MAILS):
        answers = [f"m{dice.randrange(number)}"] if number and dice.random() < 0.3 else []
        make = job if dice.random() < 0.15 else mail
        mails.append(make(f"m{number}", answers=answers))
    folder = tmp_path / "in"
    make_maildir(folder / "Mail", *mails[:200])
    (folder / "inbox").write_bytes(mbox(mails[200:]))
    (folder / "me.ics").write_bytes(invitation("u") + invitation("v"))
    return folder


def everything(path: Path) -> list[object]:
    """Return what a store holds, but for the secret that differs in each."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    store = open_store(path)
    lines = [(each.number, each.source, each.place, each.verdict) for each in store.ledger.lines()]
    found: list[object] = [
        list(store.received()),
        store.observations(reader="test-1"),
        [line[1:] for line in sorted(lines)],
        store.ledger.marks(),
        store.ledger.own_addresses(),
    ]
    store.close()
    return found


def whole(mailbox: Path, path: Path) -> list[object]:
    store = open_store(path)
    run(store, mailbox)
    store.close()
    return everything(path)


@pytest.mark.slow
def test_an_import_cut_at_every_commit_ends_like_a_whole_one(mailbox: Path, tmp_path: Path) -> None:
    expected = whole(mailbox, tmp_path / "whole.db")
    for after in (False, True):
        for number in range(1, 500):
            path = tmp_path / f"cut-{after}-{number}.db"
            store = Cut(path, number, after=after)
            try:
                run(store, mailbox)
            except KeyboardInterrupt:
                cut = True
            else:
                cut = False
            store.close()
            if not cut:
                break
            assert whole(mailbox, path) == expected, (after, number)
        assert number > 20


class Cut(SqlStore):
    """A store that is interrupted before or after one of its commits."""

    def __init__(self, path: Path, number: int, *, after: bool) -> None:
        open_store(path).close()
        super().__init__(path)
        self.left = number
        self.after = after

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Count the outermost transactions down."""
        outermost = not self.database.in_transaction
        with super().transaction():
            yield
            if outermost:
                self.left -= 1
                if self.left == 0 and not self.after:
                    raise KeyboardInterrupt
        if outermost and self.left == 0 and self.after:
            raise KeyboardInterrupt


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_an_import_killed_at_any_moment_ends_like_a_whole_one(
    mailbox: Path, tmp_path: Path
) -> None:
    began = seconds()
    expected = whole(mailbox, tmp_path / "whole.db")
    lasts = seconds() - began
    dice = random.Random()
    killed = 0
    for number in range(60):
        path = tmp_path / f"killed-{number}.db"
        for _ in range(dice.choice((1, 1, 2, 3))):
            killed += killed_after(dice.random() * lasts, mailbox, path)
        assert whole(mailbox, path) == expected
        store = open_store(path)
        assert run(store, mailbox).nothing_new
        store.close()
        if killed >= 24:
            return
    pytest.fail(f"only {killed} imports were killed in time")


def killed_after(delay: float, mailbox: Path, path: Path) -> bool:
    """Import in a process of its own and kill it after a while; return whether it was in time."""
    child = os.fork()
    if child == 0:
        try:
            run(open_store(path), mailbox)
        finally:
            os._exit(0)
    sleep(delay)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
