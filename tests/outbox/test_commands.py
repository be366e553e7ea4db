"""The commands as a person types them, on a store of their own and a real mailbox."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from heardback import bootstrap
from heardback.config import Settings
from heardback.searchfile import read_search
from heardback.service.search_file import import_search
from tests.outbox.test_real_servers import SECRET, Home, search
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.sink import Sink

pytestmark = pytest.mark.slow
ID = "firm0/withdraw/p0"


class Shell:
    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *words: str, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "heardback", "--data", str(self.data), *words],
            env={**os.environ, SECRET: PASSWORD, "COLUMNS": "100"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def json(self, *words: str, code: int = 0) -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]] = json.loads(self(*words, "--json", code=code))
        return found


def test_a_letter_is_approved_shown_delivered_and_told_of(
    tmp_path: Path, dovecot: Dovecot, user: str
) -> None:
    with Sink() as sink:
        home = Home(tmp_path, dovecot, user, sink, many=2)
        shell = Shell(tmp_path)
        assert "Nothing is on its way" in shell("outbox")
        (row,) = shell.json("approve", ID, "--way", "draft")["letters"]
        assert (row["state"], row["to"]) == ("approved", ["p0@firm0.example"])
        assert "on its way already" in shell("approve", ID, code=2)
        (row,) = shell.json("deliver")["letters"]
        assert row["state"] == "drafted"
        assert home.ids_in("Drafts") == [row["message_id"]]
        assert shell.json("deliver")["letters"] == []
        assert "lies in your drafts" in shell("outbox")
        assert "is withdrawn" in shell("recall", ID)
        shell("deliver")
        assert home.ids_in("Drafts") == []
        (row,) = shell.json("deliver", "firm1/withdraw/p1", "--way", "smtp")["letters"]
        assert row["state"] == "sent" and len(sink.arrived) == 1
        shell("deliver", "firm1/withdraw/p1", "--way", "smtp", code=2)
        assert len(sink.arrived) == 1
        told = shell("activity")
        assert "firm1/withdraw/p1 was sent to p1@firm1.example" in told
        assert "looked for the first time that day" in told


def test_words_are_written_to_a_file_and_a_link_is_printed(tmp_path: Path) -> None:
    with bootstrap.ports(Settings(data=tmp_path / "data")) as opened:
        import_search(opened, read_search(search(2), name="s.yaml").search)
    shell, out = Shell(tmp_path / "data"), tmp_path / "note.eml"
    told = shell("deliver", ID, "--way", "mailto", "--out", str(out), "--link")
    assert "mailto:p0@firm0.example?subject=" in told and "%0D%0D" not in told
    assert f"it is in {out}" in " ".join(told.split())
    assert b"X-Unsent: 1" in out.read_bytes()
    words = tmp_path / "words.txt"
    shell("deliver", "firm1/withdraw/p1", "--way", "copy", "--out", str(words))
    assert "Data Engineer" in words.read_text()
    assert json.loads(shell("undo", "--json")) == {"taken_back": "the letter for firm1/withdraw/p1"}


def test_what_is_wrong_is_said_with_how_to_mend_it(tmp_path: Path) -> None:
    with bootstrap.ports(Settings(data=tmp_path)) as opened:
        import_search(opened, read_search(search(1), name="s.yaml").search)
    shell = Shell(tmp_path)
    assert "heardback connect mail ADDRESS" in shell("approve", ID, "--way", "smtp", code=2)
    assert "is not in the plan" in shell("approve", "firm0/accept/p0", code=2)
    assert "cannot be read" in shell("approve", ID, "--attach", "missing.pdf", code=2)
    assert "No letter for" in shell("recall", ID, code=2)
    assert "no moment" in shell("schedule", ID, "--at", "soon", code=2)


def test_reminders_are_shown_and_changed(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert "heardback remind --digest 08:00" in shell("remind")
    view = json.loads(shell("remind", "--digest", "8:15", "--quiet", "22:00-06:30", "--json"))
    assert (view["digest"], view["quiet"]) == ("08:15", ["22:00", "06:30"])
    assert "is no hour" in shell("remind", "--digest", "soon", code=2)
    assert json.loads(shell("remind", "--digest", "off", "--json"))["digest"] is None


@pytest.mark.parametrize(
    "command",
    (
        "approve,schedule,deliver,outbox,recall,undo,calendar,remind,service,service install,"
        "activity,watch"
    ).split(","),
)
def test_every_command_helps_with_examples(command: str, tmp_path: Path) -> None:
    told = Shell(tmp_path)(*command.split(), "--help")
    assert f"  heardback {command}" in told
