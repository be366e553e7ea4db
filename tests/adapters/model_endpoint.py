"""A scripted endpoint that answers like a language model: well, with lies, late, or not at all."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from heardback.adapters.writer.endpoint import MOST_BYTES

Answer = Callable[[BaseHTTPRequestHandler, bytes], None]


class Endpoint:
    """A scripted endpoint on this machine, which remembers what it was sent."""

    def __init__(self) -> None:
        self.seen: list[tuple[dict[str, str], dict[str, Any]]] = []
        self.answer: Answer = say("{}")
        self.url = ""

    @contextmanager
    def up(self) -> Iterator["Endpoint"]:
        mine = self

        class Script(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                mine.seen.append((dict(self.headers), json.loads(raw)))
                with suppress(OSError):
                    mine.answer(self, raw)

            def log_message(self, *_: object) -> None:
                """Stay quiet."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Script)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        self.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def say(content: object, status: int = 200) -> Answer:
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return send(body, status)


def send(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(on: BaseHTTPRequestHandler, _: bytes) -> None:
        on.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            on.send_header(name, value)
        on.end_headers()
        on.wfile.write(body)

    return answer


def trickle(on: BaseHTTPRequestHandler, _: bytes) -> None:
    on.send_response(200)
    on.end_headers()
    for _turn in range(200):
        on.wfile.write(b" ")
        on.wfile.flush()
        time.sleep(0.05)


def stall(on: BaseHTTPRequestHandler, _: bytes) -> None:
    time.sleep(2)


def flood(on: BaseHTTPRequestHandler, _: bytes) -> None:
    on.send_response(200)
    on.end_headers()
    for _turn in range(100):
        on.wfile.write(b"x" * MOST_BYTES)
