"""A sync that was killed anywhere leaves a store that the next one makes whole."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from heardback.adapters.mail import imap_fetch, imap_source
from heardback.adapters.store.database import Database
from heardback.adapters.store.sql import open_store
from heardback.service import keeping, sweep
from tests.mailbox.letters import advert, chat, letter
from tests.mailbox.syncing import holdings, sync_account
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.slow

USER = "killed"
MANY_KILLS, FEW_KILLS = 200, 20


class Killed(BaseException):
    """The end of a process, as far as a test can have it without one."""


def mailbox() -> dict[str, list[bytes]]:
    """Threads, noise, copies in two folders, answers that came before what they belong to."""
    draw = random.Random(7)
    inbox, sent, archive = [], [], []
    for number in range(24):
        root = f"r{number}@northwind.example"
        if number % 3 == 0:
            inbox.append(letter(root, from_=f"Priya <priya{number}@northwind{number}.example>"))
            sent.append(
                chat(
                    f"s{number}@example.org",
                    subject="Re: it",
                    text="Tuesday works",
                    from_="dana@example.org",
                    to=f"priya{number}@northwind{number}.example",
                    answers=[root],
                )
            )
        elif number % 3 == 1:
            inbox.append(chat(root, from_=f"Kim <kim{number % 5}@friends.example>"))
        else:
            archive.append(advert(root))
    archive += [draw.choice(inbox), inbox[0], chat("late@friends.example", text="See you")]
    return {"INBOX": inbox, "Sent": sent, "Archive": archive}


@pytest.fixture(scope="module")
def filled(dovecot: Dovecot) -> Dovecot:
    for folder, mails in mailbox().items():
        dovecot.put_all(mails, user=USER, folder=folder)
    return dovecot


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small batches, so that there are many places to be killed at."""
    monkeypatch.setattr(sweep, "BATCH", 5)
    monkeypatch.setattr(keeping, "BATCH", 3)
    monkeypatch.setattr(imap_source, "CHUNK", 7)
    monkeypatch.setattr(imap_source, "WHOLES", 4)


@contextmanager
def counted(step: Callable[[], None]) -> Iterator[None]:
    """Call `step` before every request to the server, and before and after every commit."""
    fetch, commit, execute = imap_fetch.fetch, Database._commit, Database.write_tuples

    def fetching(*arguments: object) -> object:
        step()
        return fetch(*arguments)  # type: ignore[arg-type]

    def committing(*arguments: object) -> None:
        step()
        commit(*arguments)  # type: ignore[arg-type]
        step()

    def executing(*arguments: object) -> None:
        step()
        execute(*arguments)  # type: ignore[arg-type]

    vars(imap_source)["fetch"] = fetching
    Database._commit = committing  # type: ignore[assignment,method-assign]
    Database.write_tuples = executing  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        vars(imap_source)["fetch"] = fetch
        Database._commit = commit  # type: ignore[method-assign]
        Database.write_tuples = execute  # type: ignore[method-assign]


def run(path: Path, server: Dovecot, *, killed_at: int | None = None) -> int:
    """Sync, killed at a step or not; return how many steps there were."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == killed_at:
            raise Killed

    store = open_store(path)
    try:
        with counted(step):
            row = sync_account(store, server.account(user=USER))
        assert row.error is None
    except Killed:
        pass
    finally:
        store.close()
    return steps


def comparable(path: Path) -> dict[str, object]:
    """Return the holdings with what each store hashes by its own salt made alike."""
    held = holdings(path)
    verdicts = sorted((str(row[3]), str(row[4]), str(row[5])) for row in held["seen"])
    return {
        "received": held["received"],
        "observation": held["observation"],
        "seen": verdicts,
        "source": [(name, _reached(text), count) for name, text, count in held["source"]],
    }


def _reached(text: object) -> list[object]:
    """Return how far a folder was read, but for the server's own count of what happened to it."""
    values: list[object] = json.loads(str(text))
    del values[3]
    return values


def test_whatever_step_it_is_killed_at_the_next_sync_makes_it_whole(
    filled: Dovecot, tmp_path: Path
) -> None:
    whole = tmp_path / "whole.db"
    steps = run(whole, filled)
    expected = comparable(whole)
    assert steps > 60 and len(expected["received"]) == 16  # type: ignore[arg-type]
    for killed_at in range(1, steps):
        path = tmp_path / f"{killed_at}.db"
        run(path, filled, killed_at=killed_at)
        run(path, filled)
        assert comparable(path) == expected, f"killed at step {killed_at} of {steps}"


def test_killed_again_and_again_it_comes_to_the_same(filled: Dovecot, tmp_path: Path) -> None:
    whole, path = tmp_path / "whole.db", tmp_path / "often.db"
    run(whole, filled)
    draw = random.Random(3)
    for _ in range(25):
        run(path, filled, killed_at=draw.randrange(2, 14))
    run(path, filled)
    assert comparable(path) == comparable(whole)


SCRIPT = """
import os, signal, sys
from pathlib import Path
from tests.mailbox import test_kills as t
from heardback.service import keeping, sweep
from heardback.adapters.mail import imap_source
from heardback.adapters.store.sql import open_store
from tests.mailbox.syncing import sync_account
from heardback.adapters.store.codec import from_json
from heardback.model.account import Account
sweep.BATCH, keeping.BATCH, imap_source.CHUNK, imap_source.WHOLES = 5, 3, 7, 4
steps, last = 0, int(sys.argv[2])
def step():
    global steps
    steps += 1
    if steps == last:
        os.kill(os.getpid(), signal.SIGKILL)
store = open_store(Path(sys.argv[1]))
with t.counted(step):
    sync_account(store, from_json(Account, sys.argv[3]))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "kills",
    [pytest.param(FEW_KILLS), pytest.param(MANY_KILLS, marks=pytest.mark.full)],
)
def test_a_process_that_is_really_killed_loses_and_doubles_nothing(
    filled: Dovecot, tmp_path: Path, kills: int
) -> None:
    from heardback.adapters.store.codec import to_json

    whole = tmp_path / "whole.db"
    steps = run(whole, filled)
    expected = comparable(whole)
    account = to_json(filled.account(user=USER))
    draw = random.Random(11)
    for number in range(kills):
        path, killed_at = tmp_path / f"{number}.db", draw.randrange(1, steps)
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(path), str(killed_at), account],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": f"src{os.pathsep}."},
            capture_output=True,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        run(path, filled)
        assert comparable(path) == expected, f"killed at step {killed_at} of {steps}"
