"""What SECURITY.md promises of the app, tried."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from heardback import bootstrap
from heardback.faces.web.gate import Bounds
from heardback.service.record import add, log

from .conftest import Site, make_site, signed_in

NASTY = '<script>alert(1)</script><img src="http://evil.example/x.png" onerror=alert(2)>'
CHANGING = (
    "/undo",
    "/follow-up/copperline-energy/check_in/marisol/done",
    "/preferences",
    "/calendar/address",
    "/letter/larkspur-health/thank_you/helena/approve",
    "/outbox/recall",
    "/correct",
    "/connect/upload",
    "/sample",
    "/api/undo",
    "/login",
)


def stranger(site: Site, host: str = "127.0.0.1") -> TestClient:
    return TestClient(site.app, base_url=f"http://{host}", follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/people", "/search?q=a", "/connect", "/api/today", "/news"])
def test_nobody_sees_anything_without_having_come_in(site: Site, path: str) -> None:
    answer = stranger(site).get(path)
    assert answer.status_code in (303, 401)
    assert "Imogen" not in answer.text


def test_a_login_link_works_once_and_not_for_ever(site: Site) -> None:
    link = f"/login?key={site.sessions.new_link()}"
    assert stranger(site).get(link).headers["location"] == "/"
    assert "has been used" in stranger(site).get(link).text
    old = f"/login?key={site.sessions.new_link()}"
    site.clock.at += timedelta(minutes=31)
    assert "too old" in stranger(site).get(old).text


def test_a_session_is_a_secret_cookie_that_scripts_cannot_read(site: Site) -> None:
    cookie = stranger(site).get(f"/login?key={site.sessions.new_link()}").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    secret = re.search(r"heardback=([^;]+)", cookie)
    assert secret
    assert secret[1] not in (site.desks.own.settings.data / "web.json").read_text()
    assert (site.desks.own.settings.data / "web.json").stat().st_mode & 0o077 == 0


def test_a_session_ends_when_it_is_left_and_after_thirty_days(site: Site) -> None:
    one, two = signed_in(site), signed_in(site)
    one.post("/logout")
    assert "Come in" in one.get("/").text
    assert "Wednesday" in two.get("/").text
    site.clock.at += timedelta(days=31)
    assert "Come in" in two.get("/").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.5", ""])
def test_another_name_for_this_machine_is_not_answered(site: Site, host: str) -> None:
    """DNS rebinding: a page of evil.example whose name now points to this machine."""
    client = signed_in(site)
    answer = client.get("/", headers={"host": host})
    assert answer.status_code in (400, 421)
    assert "Imogen" not in answer.text


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize(
    "head",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1"},
        {"origin": "", "sec-fetch-site": "cross-site"},
    ],
)
def test_another_sites_page_changes_nothing(site: Site, path: str, head: dict[str, str]) -> None:
    client = signed_in(site)
    before = len(list(_sayings(site)))
    answer = client.post(path, headers=head, data={"a": "b"})
    assert answer.status_code == 403
    assert len(list(_sayings(site))) == before


def test_a_change_that_does_not_say_where_it_comes_from_is_refused(site: Site) -> None:
    client = signed_in(site)
    del client.headers["origin"]
    assert client.post("/undo", data={}).status_code == 403


def test_looking_changes_nothing(client: TestClient, site: Site) -> None:
    before = _sayings(site)
    for path in ("/undo", "/follow-up/copperline-energy/check_in/marisol/done", "/sample"):
        assert client.get(path).status_code in (404, 405)
    assert _sayings(site) == before


def test_what_a_mail_says_is_text_and_nothing_else(site: Site) -> None:
    with site.ports as ports:
        id = add(ports, NASTY, role=NASTY, people=[(f"{NASTY} <eve@evil.example>", "interviewer")])
        log(ports, id, "received", {"note": NASTY, "from": "eve@evil.example"})
    client = signed_in(site)
    for path in (
        "/opportunities",
        f"/opportunity/{id}",
        "/people",
        "/search?q=script",
        "/activity",
    ):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert '<img src="http://evil' not in page
        assert "&lt;script&gt;" in page


def test_a_mail_is_shown_as_text_and_loads_nothing(empty_site: Site, tmp_path: Path) -> None:
    mail = (
        f"From: Eve <eve@evil.example>\r\nTo: me@example.org\r\nSubject: Interview {NASTY}\r\n"
        "Message-ID: <nasty@evil.example>\r\nDate: Mon, 12 May 2025 10:00:00 -0500\r\n\r\n"
        "Dear Nora, we would like to invite you to an interview for the Data Analyst position on "
        f"Friday. Please apply soon. {NASTY}\r\n"
    )
    file = tmp_path / "one.eml"
    file.write_bytes(mail.encode())
    data = str(empty_site.desks.own.settings.data)
    bootstrap.import_mail([str(file)], me=["me@example.org"], data=data)
    page = signed_in(empty_site).get("/mail/nasty@evil.example").text
    assert "invite you to an interview" in page and "&lt;script&gt;" in page
    assert "<script>alert" not in page and '<img src="http://evil' not in page


def test_search_words_do_not_become_a_page(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_marks_that_turn_text_around_are_left_out(site: Site) -> None:
    with site.ports as ports:
        id = add(ports, "Evil\u202egnp.exe")
    assert "\u202e" not in signed_in(site).get(f"/opportunity/{id}").text


def test_nothing_inline_may_run_and_nothing_is_fetched_from_elsewhere(client: TestClient) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    for path in (
        "/",
        "/draft/larkspur-health/thank_you/helena",
        "/insights",
        "/offers",
        "/calendar",
    ):
        page = client.get(path).text
        assert not re.search(r"<script(?![^>]*src=\"/static/)", page), path
        assert not re.search(r"\s(style|on\w+)=", page), path
        assert not re.search(r"(src|href)=\"(https?:)?//", page), path


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/vendor/%2e%2e/%2e%2e/sessions.py",
    ],
)
def test_no_file_outside_the_static_ones_is_handed_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 400)
    assert "import" not in answer.text


def test_an_uploads_name_cannot_choose_where_it_is_written(site: Site, tmp_path: Path) -> None:
    client = signed_in(site)
    name = f"../../../../{tmp_path}/escaped.eml"
    mail = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Hello\r\n\r\nHello\r\n"
    client.post("/connect/upload", files={"files": (name, mail)})
    run = site.desks.own.imported
    assert run is not None
    assert run.thread is not None
    run.thread.join(20)
    assert not (tmp_path / "escaped.eml").exists()


def test_a_file_that_is_no_mailbox_is_refused(client: TestClient) -> None:
    answer = client.post("/connect/upload", files={"files": ("run.exe", b"MZ")})
    assert answer.status_code == 400
    assert "is no mailbox" in answer.text


@pytest.mark.parametrize("announced", [True, False])
def test_an_upload_over_its_bound_is_refused(tmp_path: Path, announced: bool) -> None:
    site = make_site(tmp_path / "data", bounds=Bounds(upload=5_000, form=2_000))
    client = signed_in(site)
    body = b"x" * 50_000
    head = {"content-type": "multipart/form-data; boundary=b"}
    wrapped = (
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.mbox"\r\n\r\n' + body
    )
    sent = wrapped if announced else (wrapped[i : i + 1000] for i in range(0, len(wrapped), 1000))
    answer = client.post("/connect/upload", content=sent, headers=head)
    assert answer.status_code == 413
    big = client.post("/preferences", data={"name": "grace", "value": "9" * 5_000})
    assert big.status_code == 413
    site.desks.close()


def test_after_coming_in_nobody_is_sent_elsewhere(site: Site) -> None:
    for wanted in ("//evil.example", "https://evil.example", "/\\evil.example"):
        link = f"/login?key={site.sessions.new_link()}&next={wanted}"
        assert stranger(site).get(link).headers["location"] == "/"
    answer = signed_in(site).post("/undo", data={"next": "//evil.example"}, follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith("//")


def test_a_wrong_password_is_slowed_down_and_a_right_one_lets_in(site: Site) -> None:
    site.sessions.set_password("correct horse battery")
    client = stranger(site)
    client.headers["origin"] = "http://127.0.0.1"
    for _ in range(5):
        assert client.post("/login", data={"password": "guess"}).status_code == 401
    right = {"password": "correct horse battery"}
    assert "Wait a minute" in client.post("/login", data=right).text
    site.clock.at += timedelta(minutes=2)
    assert client.post("/login", data=right).status_code == 303
    kept = (site.desks.own.settings.data / "web.json").read_text()
    assert "$argon2id$" in kept
    assert "correct horse" not in kept


def test_files_are_named_by_path_on_the_machine_itself_only(tmp_path: Path) -> None:
    site = make_site(tmp_path / "data", alone=False)
    client = signed_in(site)
    assert "/connect/path" not in client.get("/connect").text
    assert client.post("/connect/path", data={"path": "/etc"}).status_code == 400
    site.desks.close()


def test_listening_elsewhere_needs_a_password(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from heardback.errors import UsageError
    from heardback.faces.cli.main import cli

    words = ["--data", str(tmp_path), "web", "--host", "0.0.0.0", "--no-open"]
    done = CliRunner().invoke(cli, words)
    assert isinstance(done.exception, UsageError)
    assert "--set-password" in done.exception.hint


def test_what_is_vendored_is_what_was_looked_at() -> None:
    import hashlib
    import json

    from heardback.faces.web.app import HERE

    folder = HERE / "static" / "vendor"
    rows = json.loads((folder / "manifest.json").read_text())
    listed = {row["file"]: row["sha256"] for row in rows}
    found = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.iterdir()
        if p.name != "manifest.json"
    }
    assert found == listed
    assert all(row["licence"] and row["version"] for row in rows)


def _sayings(site: Site) -> list[str]:
    with site.ports as ports:
        return [said.id for said in ports.store.sayings()]
