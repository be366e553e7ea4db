"""What every request must pass before any page: host, session, origin, size; and what it gets back.

Against DNS rebinding the Host must be a name of ours (RFC 9110, 7.2); against forged requests a
changing method must come from our own pages by Origin or Sec-Fetch-Site (OWASP CSRF cheat sheet),
beside SameSite cookies. Nothing inline may run or style (CSP level 3).
"""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from heardback.faces.web.sessions import Sessions

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/login", "/manifest.webmanifest", "/ping", "/favicon.ico")
OPEN_BELOW = ("/static/", "/feed/")  # a feed's address is its own secret
UPLOAD = "/connect/upload"
WITH_FILES = ("/resume", "/api/approve")
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
Pass = Callable[[Scope, Receive, Send], Awaitable[None]]


class TooLarge(Exception):
    """A request's body went over its bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How many bytes a request may have: an upload of mail, a letter with files, anything else."""

    upload: int = 2 << 30
    letter: int = 32 << 20
    form: int = 1 << 20


class Gate:
    """ASGI middleware. `hosts` are the names this app answers to, without port."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        sessions: Sessions,
        hosts: Collection[str],
        cookie: str,
        bounds: Bounds | None = None,
    ) -> None:
        self.app = app
        self.sessions = sessions
        self.hosts = frozenset(h.casefold() for h in hosts)
        self.cookie = cookie
        self.bounds = bounds or Bounds()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer why not."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        send = _with_headers(send)
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        try:
            await self.app(scope, self._bounded(scope, receive), send)
        except TooLarge:
            await too_large()(scope, receive, send)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_our_name(headers.get("host", "")):
            return PlainTextResponse(
                "HeardBack does not answer to this name. Open it by the link it printed.", 421
            )
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._bound(scope):
            return too_large()
        path, method = scope["path"], scope["method"]
        bearer = headers.get("authorization", "").removeprefix("Bearer ").strip()
        by_key = bool(bearer) and path.startswith("/api") and self.sessions.is_key(bearer)
        secret = cookie_parser(headers.get("cookie", "")).get(self.cookie, "")
        scope["state"] = {**scope.get("state", {}), "session": secret}
        if method not in SAFE and not by_key and not _is_ours(headers, scope["scheme"]):
            return _forged(path)
        if by_key or _is_open(path) or self.sessions.known(secret):
            return None
        return _stranger(scope, headers)

    def _is_our_name(self, host: str) -> bool:
        name = host.rpartition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]
        return name.casefold() in self.hosts

    def _bound(self, scope: Scope) -> int:
        path = scope["path"]
        if path in WITH_FILES or (path.startswith("/letter/") and path.endswith("/approve")):
            return self.bounds.letter
        return self.bounds.upload if path == UPLOAD else self.bounds.form

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        bound, seen = self._bound(scope), 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > bound:
                raise TooLarge
            return message

        return counted


def _is_open(path: str) -> bool:
    return path in OPEN or path.startswith(OPEN_BELOW)


def _is_ours(headers: Headers, scheme: str) -> bool:
    """Return whether a changing request comes from our own page."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is not None:
        return origin.casefold() == f"{scheme}://{headers.get('host', '')}".casefold()
    return site == "same-origin"


def _forged(path: str) -> Response:
    text = "This request did not come from a page of HeardBack, so it was refused."
    if path.startswith("/api"):
        return JSONResponse({"error": text, "hint": "Programs use a key: Bearer …"}, 403)
    return PlainTextResponse(text, 403)


def _stranger(scope: Scope, headers: Headers) -> Response:
    if scope["path"].startswith("/api"):
        hint = "Sign in, or send 'Authorization: Bearer KEY' ('heardback web --new-key')."
        return JSONResponse({"error": "Who is asking?", "hint": hint}, 401)
    if headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": "/login"})
    wanted = scope["path"] + (f"?{scope['query_string'].decode()}" if scope["query_string"] else "")
    target = "/login" if scope["method"] not in SAFE else f"/login?next={quote(wanted)}"
    return RedirectResponse(target, 303)


def too_large() -> Response:
    """Return the answer to a body over its bound."""
    return PlainTextResponse("That is more than HeardBack takes at once.", 413)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending
