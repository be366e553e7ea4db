"""An identity provider of our own on the loopback: consent, codes, tokens, and a look into them.

It keeps to RFC 6749, 7636 and 8628 strictly: a code works once, for the client, the address and the
verifier it was made for.
"""

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from heardback.model.account import OAuthClient

CLIENT = "our-own-client"


@dataclass
class Identity:
    """What the provider knows; `refuses` makes it say no to consent."""

    port: int = 0
    email: str = "dana"
    expires_in: int = 3600
    refuses: bool = False
    pending: int = 0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    good: set[str] = field(default_factory=set)
    refresh: set[str] = field(default_factory=set)
    number: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self) -> OAuthClient:
        return OAuthClient(
            client_id=CLIENT,
            authorize=f"{self.address}/authorize",
            token=f"{self.address}/token",
            device=f"{self.address}/device",
            scope="mail",
        )

    def consent(self, query: dict[str, str]) -> str:
        """Return where the browser is sent after the person has said yes or no."""
        back = {"state": query["state"]}
        if self.refuses:
            back |= {"error": "access_denied", "error_description": "Dana said no"}
        else:
            self.number += 1
            back["code"] = f"code-{self.number}"
            self.codes[back["code"]] = query
        return f"{query['redirect_uri']}?{urlencode(back)}"

    def token(self, form: dict[str, str]) -> dict[str, Any]:
        if form.get("client_id") != CLIENT:
            return {"error": "invalid_client"}
        match form.get("grant_type"):
            case "authorization_code":
                return self._by_code(form)
            case "refresh_token":
                if form.get("refresh_token") not in self.refresh:
                    return {"error": "invalid_grant", "error_description": "it was withdrawn"}
                self.refresh.discard(form["refresh_token"])
                return self._give()
            case _:
                if self.pending:
                    self.pending -= 1
                    return {"error": "slow_down" if self.pending else "authorization_pending"}
                return {"error": "access_denied"} if self.refuses else self._give()

    def _by_code(self, form: dict[str, str]) -> dict[str, Any]:
        query = self.codes.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "")
        digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if (
            query is None
            or query.get("redirect_uri") != form.get("redirect_uri")
            or query.get("code_challenge_method") != "S256"
            or query.get("code_challenge") != digest
            or len(verifier) < 43
        ):
            return {"error": "invalid_grant", "error_description": "code or verifier are wrong"}
        return self._give()

    def _give(self) -> dict[str, Any]:
        self.number += 1
        access, again = f"access-{self.number}", f"refresh-{self.number}"
        self.good.add(access)
        self.refresh.add(again)
        return {
            "access_token": access,
            "refresh_token": again,
            "expires_in": self.expires_in,
            "token_type": "Bearer",
        }


@contextmanager
def identity_provider() -> Iterator[Identity]:
    identity = Identity()

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
            identity.asked.append(("GET", query))
            self.send_response(302)
            self.send_header("Location", identity.consent(query))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            raw = self.rfile.read(length).decode()
            form = {k: v[0] for k, v in parse_qs(raw).items()}
            identity.asked.append((self.path, form))
            if self.path == "/introspect":
                active = form.get("token") in identity.good
                self._answer(
                    {"active": active, "email": identity.email} if active else {"active": False}
                )
            elif self.path == "/device":
                self._answer(
                    {
                        "device_code": "d",
                        "user_code": "WXYZ",
                        "verification_uri": f"{identity.address}/code",
                        "interval": 1,
                        "expires_in": 60,
                    }
                )
            else:
                told = identity.token(form)
                self._answer(told, status=400 if "error" in told else 200)

        def _answer(self, told: dict[str, Any], *, status: int = 200) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    identity.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield identity
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
