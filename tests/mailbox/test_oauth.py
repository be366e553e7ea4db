"""OAuth 2 against an identity provider of our own, up to a mailbox opened by XOAUTH2."""

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from heardback.adapters.mail.imap import connect
from heardback.adapters.oauth.consent import consent_by_code, consent_in_browser
from heardback.adapters.oauth.tokens import Token, access_token
from heardback.errors import LoginRefused, UsageError
from heardback.model.account import Account, OAuthClient, secret_name
from heardback.online.asking import Nobody
from heardback.online.connect import MailWish, connect_mail
from heardback.testing import MemorySecrets
from tests.servers.dovecot import Dovecot
from tests.servers.identity import CLIENT, Identity, identity_provider

pytestmark = pytest.mark.slow


@pytest.fixture
def identity() -> Iterator[Identity]:
    with identity_provider() as provider:
        yield provider


def browse(address: str) -> None:
    """Open the page as a browser would, which follows where it is sent."""
    threading.Thread(
        target=lambda: httpx.get(address, follow_redirects=True, timeout=10), daemon=True
    ).start()


def account(identity: Identity) -> Account:
    return Account(id="dana", address="dana@example.org", auth="oauth", oauth=identity.client())


def clock(at: float = 1000.0) -> float:
    return at


def ticking() -> Iterator[float]:
    at = 0.0
    while True:
        at += 1.0
        yield at


def test_consent_in_the_browser_gives_a_token(identity: Identity) -> None:
    token = consent_in_browser(identity.client(), show=browse, now=clock)
    assert token.access in identity.good and token.refresh in identity.refresh
    assert token.until == 1000 + 3600
    query = identity.asked[0][1]
    assert query["code_challenge_method"] == "S256" and "code_verifier" not in query


def test_a_no_in_the_browser_is_told(identity: Identity) -> None:
    identity.refuses = True
    with pytest.raises(LoginRefused, match="Dana said no"):
        consent_in_browser(identity.client(), show=browse, now=clock)


def test_an_answer_that_bears_another_state_is_not_taken(identity: Identity) -> None:
    def slip_in(address: str) -> None:
        back = httpx.URL(address).params["redirect_uri"]

        def first_wrong() -> None:
            httpx.get(f"{back}?code=stolen&state=mine")
            browse(address)

        threading.Thread(target=first_wrong, daemon=True).start()

    token = consent_in_browser(identity.client(), show=slip_in, now=clock)
    assert token.access in identity.good
    assert all(form.get("code") != "stolen" for _path, form in identity.asked)


def test_nobody_s_consent_ends_the_waiting(identity: Identity) -> None:
    times = ticking()
    with pytest.raises(LoginRefused, match="no answer"):
        consent_in_browser(
            identity.client(), show=lambda _address: None, now=lambda: next(times), patience=3.0
        )


def test_a_code_on_another_device_gives_a_token_after_some_waiting(identity: Identity) -> None:
    identity.pending = 3
    shown: list[tuple[str, str]] = []
    pauses: list[float] = []
    token = consent_by_code(
        identity.client(),
        show=lambda page, code: shown.append((page, code)),
        now=clock,
        pause=pauses.append,
    )
    assert shown == [(f"{identity.address}/code", "WXYZ")]
    assert token.access in identity.good
    assert pauses == [1, 6, 11, 11]  # it slows down when it is told to


def test_a_token_that_runs_out_is_renewed_and_kept(identity: Identity) -> None:
    token = consent_in_browser(identity.client(), show=browse, now=clock)
    secrets = MemorySecrets({secret_name("dana", "oauth"): token.text()})
    assert access_token(account(identity), secrets, now=clock) == token.access
    fresh = access_token(account(identity), secrets, now=lambda: token.until - 60)
    assert fresh != token.access and fresh in identity.good
    # the provider gave a new refresh token with it: the old one is of no use any more
    again = access_token(account(identity), secrets, now=lambda: token.until + 9999)
    assert again not in (fresh, token.access)


def test_a_permission_that_was_withdrawn_says_how_to_mend_it(identity: Identity) -> None:
    old = Token(access="x", until=0.0, refresh="gone")
    secrets = MemorySecrets({secret_name("dana", "oauth"): old.text()})
    with pytest.raises(LoginRefused, match="--oauth"):
        access_token(account(identity), secrets, now=clock)


def test_a_provider_without_tls_is_not_asked() -> None:
    client = OAuthClient(
        client_id="x", authorize="https://idp.example/a", token="http://idp.example/t"
    )
    secrets = MemorySecrets(
        {secret_name("dana", "oauth"): Token(access="x", until=0.0, refresh="r").text()}
    )
    with pytest.raises(UsageError, match="no TLS"):
        access_token(
            Account(id="dana", address="d@example.org", auth="oauth", oauth=client),
            secrets,
            now=clock,
        )


class Browsing(Nobody):
    def open_page(self, address: str) -> None:
        browse(address)


def test_a_mailbox_is_connected_and_opened_by_xoauth2(
    identity: Identity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heardback import bootstrap
    from heardback.online.sync import sync

    monkeypatch.setenv("HEARDBACK_PASSPHRASE", "an open door")
    with Dovecot(introspect=f"{identity.address}/introspect") as server:
        from tests.mailbox.letters import search

        server.put_all(search())
        wish = MailWish(
            address="dana@example.org",
            host="localhost",
            port=server.tls_port,
            certificate=str(server.certificate),
            user="dana",
            keep="file",
            client_id=CLIENT,
            authorize_url=f"{identity.address}/authorize",
            token_url=f"{identity.address}/token",
        )
        settings = bootstrap.settings(str(tmp_path))
        done = connect_mail(settings, wish, asking=Browsing())
        assert done.account.auth == "oauth" and done.account.sent == "Sent"
        report = sync(settings)
        assert report.accounts[0].error is None and report.accounts[0].view()["new"] == 4
        # a token that the provider takes back is refused in words
        identity.good.clear()
        with pytest.raises(LoginRefused, match="--oauth"):
            connect(done.account, "access-1")
    for path in tmp_path.iterdir():
        assert b"access-" not in path.read_bytes() and b"refresh-" not in path.read_bytes()
