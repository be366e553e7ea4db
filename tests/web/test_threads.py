"""Many pages at once, an import beside them, and the uploads that begin it."""

import mailbox
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from heardback import bootstrap

from .conftest import Site, signed_in


def test_many_pages_and_deeds_at_once_are_all_answered(site: Site) -> None:
    client = signed_in(site)
    paths = ["/", "/offers", "/people", "/opportunity/orrery-maps", "/search?q=data"] * 4

    def ask(path: str) -> int:
        return int(client.get(path).status_code)

    def tell(days: int) -> int:
        id = "copperline-energy/check_in/marisol"
        answer = client.post(f"/follow-up/{id}/snooze", data={"days": str(days), "next": "/help"})
        return int(answer.status_code)

    with ThreadPoolExecutor(6) as pool:
        looks = pool.map(ask, paths)
        deeds = pool.map(tell, range(1, 2))
        assert set(looks) == {200}
        assert set(deeds) == {200}


def mbox(path: Path) -> Path:
    box = mailbox.mbox(path)
    letter = EmailMessage()
    letter["From"] = "Priya Raman <priya@northwind.example>"
    letter["To"] = "Dana Reyes <dana@example.org>"
    letter["Date"] = "Mon, 12 May 2025 10:00:00 -0500"
    letter["Subject"] = "Your interview for Data Engineer at Northwind"
    letter["Message-ID"] = "<one@northwind.example>"
    letter.set_content(
        "Hi Dana,\n\nThank you for interviewing with us today for the Data Engineer role. "
        "We will get back to you by Friday, May 16.\n\nBest,\nPriya Raman\nNorthwind\n"
    )
    box.add(letter)
    box.flush()
    box.close()
    return path


def test_a_dropped_mailbox_becomes_the_first_agenda(
    empty_site: Site, empty_client: TestClient, tmp_path: Path
) -> None:
    data = mbox(tmp_path / "in.mbox").read_bytes()
    empty_client.post(
        "/connect/upload",
        files={"files": ("in.mbox", data)},
        data={"me": "dana@example.org"},
    )
    run = empty_site.desks.own.imported
    assert run is not None
    assert run.thread is not None
    run.thread.join(20)
    told = empty_client.get("/connect/progress").text
    assert '"running": false' in told
    page = empty_client.get("/connect").text
    assert "1 about jobs" in page
    assert "Northwind" in page
    assert "until Fri 16 May" in empty_client.get("/").text


def test_the_sample_stands_beside_ones_own_search_and_is_marked(
    empty_client: TestClient, empty_site: Site, sample_folder: Path
) -> None:
    import shutil

    place = empty_site.desks.own.settings.data.parent / "heardback-demo"
    shutil.copytree(sample_folder, place)
    page = empty_client.post("/sample").text
    assert "Made-up search" in page
    back = empty_client.post("/sample/leave").text
    assert "Made-up search." not in back
    assert "Bring in my mail" in back


def test_a_program_brings_in_mail_and_sees_how_far_it_is(
    empty_site: Site, empty_client: TestClient, tmp_path: Path
) -> None:
    data = mbox(tmp_path / "in.mbox").read_bytes()
    begun = empty_client.post("/api/imports", files={"files": ("in.mbox", data)})
    assert begun.status_code == 202
    run = empty_site.desks.own.imported
    assert run is not None
    assert run.thread is not None
    run.thread.join(20)
    assert empty_client.get("/api/imports").json()["report"]["job_related"] == 1


def test_while_another_heardback_writes_the_page_says_so_and_then_comes(
    site: Site, client: TestClient
) -> None:
    id = "copperline-energy/check_in/marisol"
    client.post(f"/follow-up/{id}/snooze", data={"next": "/help"})
    with bootstrap.ports(site.desks.own.settings) as other, other.store.writing():
        answer = client.get("/")
        assert answer.status_code == 503
        assert "is writing to this store" in answer.text
    assert client.get("/").status_code == 200


@pytest.mark.slow
def test_the_command_serves_the_app_and_stops_at_once_with_a_page_open(tmp_path: Path) -> None:
    heardback = [sys.executable, "-m", "heardback", "--data", str(tmp_path / "data")]
    server = subprocess.Popen(
        [*heardback, "web", "--port", "0", "--no-open"], stderr=subprocess.PIPE, text=True
    )
    assert server.stderr is not None
    link = next(line.strip() for line in server.stderr if "/login?key=" in line)
    base = link.partition("/login")[0]
    with httpx.Client(base_url=base, follow_redirects=True) as browser:
        assert "leave in peace" in browser.get(link).text
        with browser.stream("GET", "/news") as news:
            assert news.status_code == 200
            next(news.iter_text())
            server.send_signal(signal.SIGINT)
            assert server.wait(10) in (0, 130, -signal.SIGINT)
    assert "Traceback" not in server.stderr.read()
