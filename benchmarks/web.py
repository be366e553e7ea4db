"""How long the Today page takes with 200 opportunities, beside a ping route and a datasette table.

python -m benchmarks.web [--requests 300] [--datasette PATH]

All servers run at once; requests go one after another over kept connections, taking turns; medians.
`--datasette` names a datasette command (of a scratch environment): a table page of 100 rows.
"""

import argparse
import gzip
import http.client
import json
import os
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.today import search_file
from heardback.adapters.clock import set_back

# The evening after 200 interviews, so that as many notes are due at whatever hour this runs.
EVENING = datetime(2025, 5, 14, 18, tzinfo=UTC)
STATIC = re.compile(r'(?:src|href)="(/static/[^"]+\.(?:css|js)[^"]*)"')
Ask = Callable[[], bytes]


def connection(port: int) -> http.client.HTTPConnection:
    deadline = time.monotonic() + 30
    while True:
        found = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            found.connect()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
            continue
        found.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return found


def asker(port: int, path: str, head: dict[str, str]) -> Ask:
    kept = connection(port)

    def ask() -> bytes:
        kept.request("GET", path, headers=head)
        answer = kept.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return body

    return ask


def start_web(folder: Path) -> tuple[subprocess.Popen[str], int, str]:
    environment = {**os.environ, "HEARDBACK_DATA": str(folder / "data"), "HOME": str(folder)}
    file = folder / "search.json"
    file.write_text(search_file(EVENING.timetuple()), encoding="utf-8")
    (folder / "data").mkdir()
    set_back(folder / "data", EVENING)
    heardback = [sys.executable, "-m", "heardback"]
    subprocess.run(
        [*heardback, "import", str(file)], env=environment, check=True, capture_output=True
    )
    server = subprocess.Popen(
        [*heardback, "web", "--port", "0", "--no-open"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr is not None
    for line in server.stderr:
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/login\?key=\S+)", line)
        if found:
            return server, int(found[1]), found[2]
    raise RuntimeError("the app did not start")


def cookie_of(port: int, link: str) -> str:
    kept = connection(port)
    kept.request("GET", link)
    answer = kept.getresponse()
    answer.read()
    return str(answer.getheader("set-cookie")).partition(";")[0]


def start_datasette(command: str, folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    path = folder / "agenda.db"
    with sqlite3.connect(path) as database:
        database.execute(
            "create table opp (id integer primary key, employer, role, stage, due, quote)"
        )
        row = ("Employer", "Data Engineer", "waiting", "2025-05-23", "by the end of next week")
        rows = [(f"{row[0]} {i}", *row[1:]) for i in range(200)]
        database.executemany(
            "insert into opp (employer, role, stage, due, quote) values (?,?,?,?,?)", rows
        )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [command, str(path), "--port", str(port), "--setting", "default_page_size", "100"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return server, port


def measure(requests: int, datasette: str | None = None) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server, port, link = start_web(folder)
        servers: list[subprocess.Popen[str] | subprocess.Popen[bytes]] = [server]
        try:
            head = {"Cookie": cookie_of(port, link), "Accept-Encoding": "gzip"}
            asked = {"ping": asker(port, "/ping", head), "today": asker(port, "/", head)}
            if datasette:
                other, other_port = start_datasette(datasette, folder)
                servers.append(other)
                asked["datasette"] = asker(other_port, "/agenda/opp?_size=100", head)
            return figures(asked, requests) | {"kB": weight(port, head)}
        finally:
            for each in servers:
                each.terminate()
                each.wait(10)


def figures(asked: dict[str, Ask], requests: int) -> dict[str, object]:
    for ask in asked.values():
        for _ in range(20):
            ask()
    times: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(requests):
        for name, ask in asked.items():
            begun = time.perf_counter()
            ask()
            times[name].append(time.perf_counter() - begun)
    medians = {name: statistics.median(each) * 1000 for name, each in times.items()}
    ratios = {
        f"today / {n}": round(medians["today"] / m, 2) for n, m in medians.items() if n != "today"
    }
    return {"ms": {n: round(m, 2) for n, m in medians.items()}, "ratios": ratios}


def weight(port: int, head: dict[str, str]) -> dict[str, float]:
    """Return what Today weighs compressed: its page, its styles and its scripts."""
    page = asker(port, "/", head)()
    text = gzip.decompress(page).decode()
    sizes = {"page": len(page)}
    for path in STATIC.findall(text):
        sizes[path.partition("?")[0]] = len(asker(port, path, head)())
    return {
        name: round(size / 1000, 1) for name, size in (sizes | {"all": sum(sizes.values())}).items()
    }


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--requests", type=int, default=300)
    words.add_argument("--datasette")
    given = words.parse_args()
    print(json.dumps(measure(given.requests, given.datasette), indent=2))


if __name__ == "__main__":
    main()
