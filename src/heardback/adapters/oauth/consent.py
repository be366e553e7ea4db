"""Asking the person for consent: in the browser of this machine, or by a code on another device.

The browser way is RFC 8252: a server on the loopback for one answer, PKCE (RFC 7636) so that a
code that was overheard is of no use, and a `state` so that nobody can slip in an answer of his own.
The other is RFC 8628, for machines without a browser.
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from heardback.adapters.oauth.tokens import Token, asked, token_of
from heardback.errors import LoginRefused, UsageError
from heardback.model.account import OAuthClient

PATIENCE = 300.0
_DONE = b"HeardBack has its answer. You can close this window."


def consent_in_browser(
    oauth: OAuthClient,
    *,
    show: Callable[[str], None],
    now: Callable[[], float],
    address: str = "",
    client_secret: str | None = None,
    patience: float = PATIENCE,
) -> Token:
    """Let the person consent in a browser; `show` gets the address to open. Raise LoginRefused."""
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    with _Listener() as listener:
        back = f"http://127.0.0.1:{listener.port}/"
        query = {
            "response_type": "code",
            "client_id": oauth.client_id,
            "redirect_uri": back,
            "scope": oauth.scope,
            "state": state,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            "access_type": "offline",
            "prompt": "consent",
        }
        if address:
            query["login_hint"] = address
        show(f"{oauth.authorize}?{urlencode(query)}")
        told = listener.answer(state, until=now() + patience, now=now)
    if "code" not in told:
        reason = told.get("error_description") or told.get("error") or "no answer came"
        raise LoginRefused(f"No consent was given: {reason[:200]}.", hint="Try again.")
    form = {
        "grant_type": "authorization_code",
        "code": told["code"],
        "redirect_uri": back,
        "code_verifier": verifier,
    }
    answer = asked(oauth.token, form, oauth, client_secret)
    return token_of(answer, now=now, client_secret=client_secret)


class _Listener:
    """A web server on the loopback that waits for one answer."""

    def __init__(self) -> None:
        self._told: list[dict[str, str]] = []
        self._server = HTTPServer(("127.0.0.1", 0), _page(self._told))
        self.port = int(self._server.server_address[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.server_close()

    def answer(self, state: str, *, until: float, now: Callable[[], float]) -> dict[str, str]:
        """Return the answer that bears our state; nothing when the patience is at its end."""
        while (left := until - now()) > 0:
            self._server.timeout = min(left, 5.0)
            self._server.handle_request()
            for told in self._told:
                if secrets.compare_digest(told.get("state", ""), state):
                    return told
            self._told.clear()
        return {}


def _page(told: list[dict[str, str]]) -> type[BaseHTTPRequestHandler]:
    class Page(BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            told.append({name: values[0] for name, values in query.items()})
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.end_headers()
            self.wfile.write(_DONE)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing: the address holds the code."""

    return Page


def consent_by_code(
    oauth: OAuthClient,
    *,
    show: Callable[[str, str], None],
    now: Callable[[], float],
    pause: Callable[[float], None],
    client_secret: str | None = None,
) -> Token:
    """Let the person type a code on another device; `show` gets the page and the code.

    Raise UsageError if the provider has no such way, LoginRefused if the person says no.
    """
    if not oauth.device:
        raise UsageError("This provider has no device codes.", hint="Leave out --device.")
    begun = asked(oauth.device, {"scope": oauth.scope}, oauth, None)
    code = begun.get("device_code")
    page = begun.get("verification_uri") or begun.get("verification_url")
    if not isinstance(code, str) or not isinstance(page, str):
        reason = begun.get("error_description") or begun.get("error") or "no code came"
        raise LoginRefused(f"The identity provider gives no code: {str(reason)[:200]}.")
    show(page, str(begun.get("user_code", "")))
    every = float(begun.get("interval") or 5)
    until = now() + float(begun.get("expires_in") or PATIENCE)
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": code}
    while now() < until:
        pause(every)
        answer = asked(oauth.token, form, oauth, client_secret)
        if answer.get("error") == "slow_down":
            every += 5
        elif answer.get("error") != "authorization_pending":
            return token_of(answer, now=now, client_secret=client_secret)
    raise LoginRefused("The code was not entered in time.", hint="Try again.")
