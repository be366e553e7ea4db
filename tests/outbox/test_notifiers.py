"""The desktop's notice and push: through real programs and a real HTTP line, text staying text."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from heardback.adapters.notify.desktop import Desktop
from heardback.adapters.notify.push import Push
from heardback.errors import NotifierProblem


def program(folder: Path, lines: str) -> str:
    path = folder / "notify-send"
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o700)
    return str(path)


def test_a_notice_is_handed_over_word_by_word_with_nothing_to_run(tmp_path: Path) -> None:
    said = tmp_path / "said"
    shown = program(tmp_path, f'for word in "$@"; do echo "$word" >> {said}; done')
    Desktop(program=shown).notify("--help", 'a <b> & "$(touch /tmp/x)"; `id`')
    assert said.read_text().splitlines() == [
        "--app-name=HeardBack",
        "--",
        "--help",
        'a &lt;b&gt; &amp; "$(touch /tmp/x)"; `id`',
    ]


def test_the_button_calls_back(tmp_path: Path) -> None:
    pressed = threading.Event()
    shown = program(tmp_path, "echo later")
    Desktop(program=shown, later="Tomorrow", on_later=pressed.set).notify("HeardBack", "1 due")
    assert pressed.wait(5)


def test_an_older_program_without_buttons_shows_it_all_the_same(tmp_path: Path) -> None:
    said = tmp_path / "said"
    lines = f'case "$1" in --action*) exit 1;; esac\necho "$4" > {said}'
    shown = program(tmp_path, lines)
    Desktop(program=shown, later="Tomorrow", on_later=lambda: None).notify("HeardBack", "1 due")
    for _ in range(100):
        if said.exists() and said.read_text():
            break
        time.sleep(0.02)
    assert said.read_text() == "1 due\n"


def test_a_desktop_that_shows_nothing_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(NotifierProblem, match="shows no notice"):
        Desktop(program=program(tmp_path, "exit 1")).notify("HeardBack", "1 due")
    with pytest.raises(NotifierProblem, match="shows no notice"):
        Desktop(program=str(tmp_path / "missing")).notify("HeardBack", "1 due")


@pytest.fixture
def service() -> Iterator[tuple[int, list[dict[str, object]]]]:
    taken: list[dict[str, object]] = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Taking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, taken
    server.shutdown()
    server.server_close()


def test_a_push_message_arrives(service: tuple[int, list[dict[str, object]]]) -> None:
    pytest.importorskip("apprise")
    port, taken = service
    Push([f"json://127.0.0.1:{port}"]).notify("HeardBack", "2 follow-ups are due")
    assert [(each["title"], each["message"]) for each in taken] == [
        ("HeardBack", "2 follow-ups are due")
    ]


def test_a_wrong_or_silent_service_is_told_of_without_its_address() -> None:
    pytest.importorskip("apprise")
    with pytest.raises(NotifierProblem, match="number 1") as told:
        Push(["nonsense-secret-key"]).notify("HeardBack", "x")
    assert "secret" not in str(told.value)
    from tests.servers.ports import free_port

    with pytest.raises(NotifierProblem, match="did not take it"):
        Push([f"json://127.0.0.1:{free_port()}"]).notify("HeardBack", "x")
