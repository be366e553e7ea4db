"""A CalDAV server of our own: Radicale on the loopback, with a folder and a password of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.servers.ports import free_port, wait_for

USER, PASSWORD = "dana", "dates"


@dataclass
class Radicale:
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def make(self, name: str) -> str:
        """Make a calendar and return its address."""
        place = f"{self.address}{USER}/{name}/"
        body = (
            '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
            f"<d:displayname>{name}</d:displayname></d:prop></d:set></c:mkcalendar>"
        )
        answer = httpx.request("MKCALENDAR", place, content=body, auth=(USER, PASSWORD))
        assert answer.status_code == 201, answer.text
        return place

    def put(self, calendar: str, uid: str, text: str) -> None:
        place = f"{calendar}{uid}.ics"
        answer = httpx.put(place, content=text.encode(), auth=(USER, PASSWORD))
        assert answer.status_code in (201, 204), answer.text

    def delete(self, calendar: str, uid: str) -> None:
        assert httpx.delete(f"{calendar}{uid}.ics", auth=(USER, PASSWORD)).status_code == 200


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    port = free_port()
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
    (folder / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\n"
        f"htpasswd_filename = {folder}/users\nhtpasswd_encryption = plain\ndelay = 0\n"
        f"[storage]\nfilesystem_folder = {folder}/collections\n"
    )
    with (folder / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", str(folder / "config")],
            stdout=out,
            stderr=out,
        )
    try:
        wait_for(port)
        yield Radicale(port)
    finally:
        process.terminate()
        process.wait(10)
