"""One request to one page: the search, the form, and ways to answer."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from heardback.errors import HeardBackError, StoreBusy, UnknownFollowUp, UnknownOpportunity
from heardback.faces.web.desk import Desk
from heardback.faces.web.hints import in_the_app
from heardback.faces.web.notices import Notice, Notices
from heardback.ports import Ports

THEMES = ("light", "dark")
MOST_FILES, MOST_FIELDS = 50, 400
Handler = Callable[["Visit"], Response]


@dataclass
class Visit:
    """What a page is given. `form` is empty unless something was posted."""

    request: Request
    form: FormData = field(default_factory=FormData)

    @property
    def desk(self) -> Desk:
        """Return the search this browser looks at: its own, or the sample."""
        desks = self.request.app.state.desks
        desk: Desk = desks.sample if self.is_sample else desks.own
        return desk

    @property
    def is_sample(self) -> bool:
        """Return whether the made-up search is looked at."""
        desks = self.request.app.state.desks
        return desks.sample is not None and self.request.cookies.get("sample") == "1"

    @contextmanager
    def ports(self) -> Iterator[Ports]:
        """Hand out the store and the clock."""
        with self.desk.ports() as opened:
            yield opened

    @property
    def theme(self) -> str:
        """Return the chosen theme; empty follows the machine."""
        chosen = self.request.cookies.get("theme", "")
        return chosen if chosen in THEMES else ""

    @property
    def session(self) -> str:
        """Return the session's secret."""
        return str(self.request.state.session)

    @property
    def notices(self) -> Notices:
        """Return what is to be said on the next page."""
        found: Notices = self.request.app.state.notices
        return found

    def part(self, name: str, fallback: str = "") -> str:
        """Return a part of the path, else a word of the query, else the fallback."""
        value = self.request.path_params.get(name, self.request.query_params.get(name, fallback))
        return str(value)

    def said(self, name: str, fallback: str = "") -> str:
        """Return a text of the form, without spaces around it."""
        value = self.form.get(name, fallback)
        return value.strip() if isinstance(value, str) else fallback

    def listed(self, name: str) -> list[str]:
        """Return a field's values: repeated fields, and one a line within each; empty ones gone."""
        texts = [v for v in self.form.getlist(name) if isinstance(v, str)]
        return [line.strip() for text in texts for line in text.splitlines() if line.strip()]

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """Return a page of the app."""
        return HTMLResponse(self.text(template, **values), status_code=status)

    def text(self, template: str, **values: Any) -> str:
        """Return a template filled, with what every page knows."""
        environment = self.request.app.state.templates
        shown: str = environment.get_template(template).render(
            path=self.request.url.path,
            theme=self.theme,
            is_sample=self.is_sample,
            has_sample=self.request.app.state.desks.sample is not None,
            notice=self.notices.take(self.session) if self.session else None,
            **values,
        )
        return shown

    def to(self, place: str, *, notice: str = "", undo: str | None = None) -> Response:
        """Go to another page and say something there, with a way to take it back."""
        if notice:
            self.notices.put(self.session, Notice(notice, undo))
        return RedirectResponse(place, status_code=303)

    def back(self, fallback: str, *, notice: str = "", undo: bool = True) -> Response:
        """Go back to the page the form names (one of ours), and say what was done there."""
        wanted = self.said("next") or fallback
        safe = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
        newest = self._newest_saying() if undo else None
        return self.to(wanted if safe else fallback, notice=notice, undo=newest)

    def _newest_saying(self) -> str | None:
        from heardback.service.tell import newest

        with self.ports() as ports:
            return newest(ports)


def get(path: str, handler: Handler) -> Route:
    """Return the route of a page."""
    return Route(path, _endpoint(handler), methods=["GET"])


def post(path: str, handler: Handler) -> Route:
    """Return the route of a deed."""
    return Route(path, _endpoint(handler), methods=["POST"])


def local(id: str) -> str:
    """Return an id as part of an address."""
    return quote(id, safe="/")


def _endpoint(handler: Handler) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        visit = Visit(request)
        if request.method == "POST":
            visit.form = await request.form(
                max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=1 << 20
            )
        try:
            return await run_in_threadpool(handler, visit)
        except HeardBackError as error:
            return trouble(visit, error)

    endpoint.__name__ = handler.__name__
    return endpoint


def trouble(visit: Visit, error: HeardBackError) -> Response:
    """Return a page that says what is wrong and how to mend it."""
    status = 404 if isinstance(error, UnknownFollowUp | UnknownOpportunity) else 400
    status = 503 if isinstance(error, StoreBusy) else status
    hint = in_the_app(error.hint)
    shown: Mapping[str, object] = {"message": error.message, "hint": hint, "code": status}
    run = visit.desk.imported
    came = came_from(visit)
    return visit.page("pages/trouble.html", status=status, trouble=shown, run=run, came=came)


def came_from(visit: Visit) -> str | None:
    """Return the page of ours that a form was on, None where that is not known."""
    parts = urlsplit(visit.request.headers.get("referer", ""))
    if parts.netloc != visit.request.url.netloc or not parts.path.startswith("/"):
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")
