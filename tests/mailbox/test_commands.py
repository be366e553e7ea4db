"""connect, accounts, sync and doctor as their user meets them, in a process each."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from heardback import bootstrap
from tests.mailbox.letters import search
from tests.servers.dovecot import PASSWORD, Dovecot

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def server(dovecot: Dovecot, user: str) -> Iterator[list[str]]:
    """The options that connect a mailbox of a test's own."""
    dovecot.account(user=user)
    dovecot.put_all(search(), user=user)
    yield [
        *("--host", "localhost", "--port", str(dovecot.tls_port), "--user", user),
        *("--certificate", str(dovecot.certificate)),
    ]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    environment = {
        **os.environ,
        "HEARDBACK_DATA": str(tmp_path / "data"),
        "HEARDBACK_PASSPHRASE": "an open door",
        "MAIL_PW": PASSWORD,
    }

    def heardback(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "heardback", *words],
            env=environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )

    return heardback


def test_a_mailbox_is_connected_read_tested_and_disconnected(
    server: list[str], run: Run, tmp_path: Path
) -> None:
    done = run(
        "connect",
        "mail",
        "dana@example.org",
        *server,
        "--keep",
        "file",
        "--password-stdin",
        "--json",
        typed=f"{PASSWORD}\n",
    )
    assert done.returncode == 0, done.stderr
    view = json.loads(done.stdout)
    assert (view["account"], view["sent"], view["drafts"]) == ("dana", "Sent", "Drafts")
    assert view["reads"] == ["INBOX", "Sent"]
    synced = run("sync", "--json")
    assert synced.returncode == 0 and json.loads(synced.stdout)["accounts"][0]["new"] == 4
    assert "nothing new" in run("sync").stderr
    assert "Northwind" in run("today").stdout
    checked = run("doctor")
    assert checked.returncode == 0 and "lets dana" in checked.stdout
    assert PASSWORD not in "".join((done.stdout, synced.stdout, checked.stdout))
    for path in (tmp_path / "data").iterdir():
        assert PASSWORD.encode() not in path.read_bytes(), path
    exported = run("export")
    assert PASSWORD not in exported.stdout and "localhost" not in exported.stdout
    assert run("accounts", "remove", "dana").returncode == 0
    assert json.loads(run("accounts", "--json").stdout) == {"accounts": []}
    assert "Northwind" in run("today").stdout


def test_a_password_may_stay_in_the_environment(
    server: list[str], run: Run, tmp_path: Path
) -> None:
    done = run("connect", "mail", "dana@example.org", *server, "--password-env", "MAIL_PW")
    assert done.returncode == 0, done.stderr
    assert run("sync").returncode == 0
    assert not (tmp_path / "data" / "secrets.json").exists()


def test_nothing_is_kept_of_a_mailbox_that_does_not_let_in(
    server: list[str], run: Run, tmp_path: Path
) -> None:
    done = run(
        "connect",
        "mail",
        "dana@example.org",
        *server,
        "--keep",
        "file",
        "--password-stdin",
        typed="wrong\n",
    )
    assert done.returncode == 2 and "app password" in done.stderr
    assert json.loads(run("accounts", "--json").stdout) == {"accounts": []}
    assert not (tmp_path / "data" / "secrets.json").exists()


def test_a_folder_that_is_not_there_is_told_with_those_there_are(
    server: list[str], run: Run
) -> None:
    done = run(
        "connect",
        "mail",
        "dana@example.org",
        *server,
        "--password-env",
        "MAIL_PW",
        "--drafts",
        "Entwurf",
    )
    assert done.returncode == 2 and "'Entwurf'" in done.stderr and "Drafts" in done.stderr


def test_several_mailboxes_are_read_and_one_alone_if_it_is_named(
    server: list[str], run: Run
) -> None:
    for address in ("dana@example.org", "dana@work.example"):
        done = run("connect", "mail", address, *server, "--password-env", "MAIL_PW")
        assert done.returncode == 0, done.stderr
    rows = json.loads(run("accounts", "--json").stdout)["accounts"]
    assert [row["account"] for row in rows] == ["dana", "dana-2"]
    alone = json.loads(run("sync", "dana-2", "--json").stdout)["accounts"]
    assert [row["account"] for row in alone] == ["dana-2"]
    both = json.loads(run("sync", "--json").stdout)["accounts"]
    assert [(row["account"], row["new"]) for row in both] == [("dana", 0), ("dana-2", 0)]
    assert "There is no account 'x'" in run("sync", "x").stderr


def test_doctor_says_what_is_wrong_with_each_connection(
    server: list[str], run: Run, tmp_path: Path, dovecot: Dovecot, user: str
) -> None:
    assert (
        run("connect", "mail", "dana@example.org", *server, "--password-env", "MAIL_PW").returncode
        == 0
    )
    settings = bootstrap.settings(str(tmp_path / "data"))
    good = dovecot.account(user=user, secret="environment:MAIL_PW", sent="Sent", drafts="Drafts")
    with bootstrap.ports(settings) as opened:
        keep = opened.store.accounts.keep
        keep(good)
        keep(
            dovecot.account(
                id="gone", user=user, secret="environment:MAIL_PW", sent="Sent", drafts="Entwurf"
            )
        )
        keep(dovecot.account(id="unset", user=user, secret="environment:NOT_SET"))
    done = run("doctor", "--json")
    rows = json.loads(done.stdout)["checks"]
    told = {level: [r["text"] for r in rows if r["level"] == level] for level in ("ok", "error")}
    assert done.returncode == 1
    assert any(text.startswith("dana: localhost lets") for text in told["ok"])
    assert any("'Entwurf', is gone" in text for text in told["error"])
    assert any("unset: The password" in text for text in told["error"])
    assert run("doctor", "--offline").returncode == 0


def test_without_accounts_everything_says_how_to_begin(run: Run) -> None:
    for words in (["sync"], ["accounts"], ["watch"]):
        done = run(*words)
        assert "heardback connect mail ADDRESS" in done.stdout + done.stderr, words
