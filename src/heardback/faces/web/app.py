"""The app: pages, static files, the API, and the gate before them all."""

import mimetypes
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from heardback.faces.web import pages
from heardback.faces.web.desk import Desk
from heardback.faces.web.gate import Bounds, Gate, TooLarge, too_large
from heardback.faces.web.notices import Notices
from heardback.faces.web.sessions import Sessions
from heardback.faces.web.templating import make_environment
from heardback.faces.web.visit import Visit

HERE = Path(__file__).parent
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(slots=True)
class Desks:
    """The person's own search, and the made-up one where it was asked for."""

    own: Desk
    sample: Desk | None = None

    def end_streams(self) -> None:
        """Let every open event stream end, so that the app can stop at once."""
        for desk in (self.own, self.sample):
            if desk is not None:
                desk.closing = True

    def close(self) -> None:
        """Release both."""
        for desk in (self.own, self.sample):
            if desk is not None:
                desk.close()


class KeptFiles(StaticFiles):
    """Static files; asked for by their version they never change."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Return a file with leave to keep it."""
        answer = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        answer.headers["cache-control"] = FOR_EVER
        return answer


def make_app(
    desks: Desks,
    *,
    sessions: Sessions,
    hosts: Collection[str] = LOOPBACK,
    cookie: str = "heardback",
    bounds: Bounds | None = None,
    alone: bool = True,
) -> Gate:
    """Given the searches and who may see them, return the whole app.

    `alone`: only this machine can reach it, so that files may be named by their path.
    """
    from heardback.faces.api.routes import make_api

    mimetypes.add_type("font/woff2", ".woff2")
    app = Starlette(
        routes=[
            *_pages(),
            Mount("/api", make_api(desks.own), name="api"),
            Route("/ping", _ping),
            Mount("/static", KeptFiles(directory=HERE / "static"), name="static"),
        ],
        exception_handlers={404: _not_found, 405: _not_found, TooLarge: _too_large},
    )
    app.state.desks = desks
    app.state.sessions = sessions
    app.state.cookie = cookie
    app.state.alone = alone
    app.state.notices = Notices()
    app.state.templates = make_environment(static_version())
    zipped = GZipMiddleware(app, minimum_size=800, compresslevel=6)
    return Gate(zipped, sessions=sessions, hosts=hosts, cookie=cookie, bounds=bounds)


def static_version() -> str:
    """Return a word that changes whenever a static file does."""
    found = sha256()
    for path in sorted((HERE / "static").rglob("*")):
        if path.is_file():
            found.update(path.read_bytes())
    return found.hexdigest()[:10]


def _pages() -> Iterator[BaseRoute]:
    for found in iter_modules(pages.__path__):
        yield from import_module(f"{pages.__name__}.{found.name}").ROUTES


async def _ping(request: Request) -> Response:
    del request
    return PlainTextResponse("ok")


async def _not_found(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    shown = {
        "message": "There is no such page.",
        "hint": "It may have moved, or the address was cut short.",
        "code": status,
    }
    return Visit(request).page(
        "pages/trouble.html", status=status, trouble=shown, run=None, came=None
    )


async def _too_large(request: Request, error: Exception) -> Response:
    del request, error
    return too_large()
