"""Connecting a mailbox in the browser by consent at its provider, in both of the ways there are."""

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from heardback.model.account import Account
from tests.mailbox.letters import search
from tests.servers.dovecot import Dovecot
from tests.servers.identity import CLIENT, Identity, identity_provider
from tests.servers.login_sink import login_sink

from .conftest import Site

pytestmark = pytest.mark.slow


@pytest.fixture
def identity(monkeypatch: pytest.MonkeyPatch) -> Iterator[Identity]:
    monkeypatch.setenv("HEARDBACK_PASSPHRASE", "an open door")
    with identity_provider() as provider:
        yield provider


def form(identity: Identity, server: Dovecot, **more: str) -> dict[str, str]:
    return {
        "address": "dana@example.org",
        "host": "localhost",
        "port": str(server.tls_port),
        "certificate": str(server.certificate),
        "user": "dana",
        "keep": "file",
        "client_id": CLIENT,
        "authorize_url": f"{identity.address}/authorize",
        "token_url": f"{identity.address}/token",
        "device_url": f"{identity.address}/device",
        "scope": "mail",
    } | more


def waited(client: TestClient) -> str:
    """Return the page once the reading is at its end."""
    for _ in range(150):
        page = str(client.get("/connect").text)
        if "data-stream" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError(page)


def test_one_consents_on_the_providers_page_and_the_mailbox_is_read(
    identity: Identity, empty_client: TestClient
) -> None:
    with Dovecot(introspect=f"{identity.address}/introspect") as server:
        server.put_all(search())
        page = empty_client.post("/accounts/mail", data=form(identity, server)).text
        assert "Sign in at your provider" in page
        link = re.search(r'href="(http://127[^"]+)" target="_blank"', page)
        assert link and "code_challenge=" in link[1]
        httpx.get(unescape(link[1]), follow_redirects=True, timeout=10)
        shown = waited(empty_client)
    assert "What was found" in shown and "dana@example.org" in shown
    assert "access-" not in shown and "refresh-" not in shown


def test_a_no_at_the_provider_is_told_and_nothing_is_kept(
    identity: Identity, empty_client: TestClient, empty_site: Site
) -> None:
    identity.refuses = True
    with Dovecot(introspect=f"{identity.address}/introspect") as server:
        page = empty_client.post("/accounts/mail", data=form(identity, server)).text
        link = re.search(r'href="(http://127[^"]+)" target="_blank"', page)
        assert link
        httpx.get(unescape(link[1]), follow_redirects=True, timeout=10)
        assert "Dana said no" in waited(empty_client)
    with empty_site.ports as ports:
        assert list(ports.store.accounts.mail()) == []


def test_a_code_for_another_device_is_shown(identity: Identity, empty_client: TestClient) -> None:
    with Dovecot(introspect=f"{identity.address}/introspect") as server:
        server.put_all(search())
        data = form(identity, server, device="yes")
        page = empty_client.post("/accounts/mail", data=data).text
        assert "enter the code" in page
        assert "What was found" in waited(empty_client)


def test_without_a_client_id_it_says_where_one_is_made(empty_client: TestClient) -> None:
    data = {"address": "dana@gmail.com", "oauth": "google"}
    page = empty_client.post("/accounts/mail", data=data).text
    assert "client id of your own" in page and "--client-id" not in page


def test_the_server_that_sends_is_named_tried_and_kept(
    empty_client: TestClient,
    empty_site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HEARDBACK_PASSPHRASE", "an open door")
    with empty_site.ports as ports:
        ports.store.accounts.keep(Account(id="dana", address="dana@example.org"))
    assert "The server that sends" in empty_client.get("/connect").text
    with login_sink(tmp_path / "tls") as sink:
        typed = {
            "account": "dana",
            "host": "localhost",
            "port": str(sink.port),
            "security": "starttls",
            "certificate": sink.certificate,
            "user": "dana",
            "password": "wrong",
            "keep": "file",
        }
        refused = empty_client.post("/accounts/sending", data=typed).text
        assert "app password" in refused
        kept = empty_client.post("/accounts/sending", data=typed | {"password": "right"}).text
    assert "localhost will send for dana@example.org" in kept
    with empty_site.ports as ports:
        (account,) = ports.store.accounts.mail()
    assert account.smtp == sink.server()
    assert sink.mails == []
