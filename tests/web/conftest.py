"""The app as a browser and as a program meet it: over the sample search, in a folder of its own."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from starlette.testclient import TestClient

from heardback import bootstrap
from heardback.config import Settings
from heardback.faces.web.app import Desks, make_app
from heardback.faces.web.desk import Desk
from heardback.faces.web.gate import Bounds
from heardback.faces.web.server import Server
from heardback.faces.web.sessions import Sessions
from heardback.timeframe.business import zone
from tests.faces.conftest import NORTHWIND

NOW = datetime(2025, 5, 14, 9, 30, tzinfo=zone("America/Chicago"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
needs_browser = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")


class StillClock:
    """A clock that stands at 14 May 2025, 09:30, where the sample lives; `at` moves it."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at


@dataclass
class Site:
    """An app over a folder, and its parts for whoever tests it."""

    app: Any
    desks: Desks
    sessions: Sessions
    clock: StillClock

    @property
    def ports(self) -> Any:
        return self.desks.own.ports()


def make_site(folder: Path, *, bounds: Bounds | None = None, alone: bool = True) -> Site:
    clock = StillClock()
    folder.mkdir(parents=True, exist_ok=True)
    desks = Desks(Desk(Settings(data=folder), clock=clock))
    sessions = Sessions(folder, clock=clock)
    app = make_app(desks, sessions=sessions, bounds=bounds, alone=alone)
    return Site(app, desks, sessions, clock)


def northwind_site(folder: Path) -> Site:
    """Return a site over the small search of the contract's example."""
    from heardback.searchfile import read_search
    from heardback.service.search_file import import_search

    made = make_site(folder)
    made.clock.at = datetime(2025, 3, 4, 10, 0, tzinfo=zone("America/Chicago"))
    with made.ports as ports:
        import_search(ports, read_search(NORTHWIND, name="northwind.yaml").search)
    return made


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample search read in; not to be changed."""
    place = tmp_path_factory.mktemp("sample") / "data"
    bootstrap.make_sample(place, nominal=True)
    return place


@pytest.fixture
def site(sample_folder: Path, tmp_path: Path) -> Iterator[Site]:
    folder = tmp_path / "data"
    shutil.copytree(sample_folder, folder)
    made = make_site(folder)
    yield made
    made.desks.close()


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    made = make_site(tmp_path / "data")
    yield made
    made.desks.close()


def signed_in(site: Site) -> TestClient:
    client = TestClient(site.app, base_url="http://127.0.0.1", follow_redirects=True)
    client.headers["origin"] = "http://127.0.0.1"
    client.get(f"/login?key={site.sessions.new_link()}")
    return client


@pytest.fixture
def client(site: Site) -> TestClient:
    return signed_in(site)


@pytest.fixture
def empty_client(empty_site: Site) -> TestClient:
    return signed_in(empty_site)


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """Serve a site on a free port in a thread; yield its address."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    server = Server(site.app, site.desks)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(5)
        listening.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Seat:
    """Somebody at a browser in front of a site; `complaints` are what the console said."""

    base: str
    page: Page
    site: Site
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page

    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()


Sit = Callable[..., Seat]


@pytest.fixture
def sit(chromium: Browser) -> Iterator[Sit]:
    """Return a function that serves a site and signs a browser in to it."""
    closing: list[Callable[[], object]] = []

    def once(site: Site, **options: Any) -> Seat:
        serve = serving(site)
        base = serve.__enter__()
        width = options.pop("width", 1440)
        context = chromium.new_context(
            viewport={"width": width, "height": 900 if width > 500 else 844}, **options
        )
        context.set_default_timeout(8000)
        page = context.new_page()
        seat = Seat(base, page, site)

        def hear(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                seat.complaints.append(message.text)

        page.on("console", hear)
        page.on("pageerror", lambda error: seat.complaints.append(str(error)))
        page.goto(f"{base}/login?key={site.sessions.new_link()}")
        closing.append(lambda: serve.__exit__(None, None, None))
        closing.append(context.close)
        return seat

    yield once
    for close in reversed(closing):
        close()
