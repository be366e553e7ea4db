"""Coming in and going out; the theme; what a phone needs to keep the app on its home screen."""

from starlette.responses import JSONResponse, RedirectResponse, Response

from heardback.faces.web.visit import THEMES, Visit, get, post

YEAR = 365 * 24 * 3600
MANIFEST = {
    "name": "HeardBack",
    "short_name": "HeardBack",
    "description": "Knows when and how to follow up after a job interview, and says why.",
    "start_url": "/",
    "scope": "/",
    "display": "standalone",
    "background_color": "#f7f2e8",
    "theme_color": "#f7f2e8",
    "icons": [
        {"src": "/static/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        {"src": "/static/icon-192.png", "sizes": "192x192", "type": "image/png"},
        {"src": "/static/icon-512.png", "sizes": "512x512", "type": "image/png"},
        {
            "src": "/static/icon-512.png",
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ],
}


def login(visit: Visit) -> Response:
    """Let in whoever has a fresh link; ask everybody else."""
    secret = visit.request.query_params.get("key", "")
    session = visit.request.app.state.sessions.redeem(secret) if secret else None
    if session is not None:
        return _let_in(visit, session, visit.part("next", "/"))
    said = "This link has been used, or is too old." if secret else ""
    return _ask(visit, said, visit.part("next", "/"))


def enter(visit: Visit) -> Response:
    """Let in whoever knows the password."""
    sessions = visit.request.app.state.sessions
    session = sessions.enter(visit.said("password"))
    if session is not None:
        return _let_in(visit, session, visit.said("next", "/"))
    said = "Wait a minute before you try again." if sessions.must_wait else "That is not it."
    return _ask(visit, said, visit.said("next", "/"), status=401)


def leave(visit: Visit) -> Response:
    """End the session."""
    visit.request.app.state.sessions.end(visit.session)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(visit.request.app.state.cookie)
    return answer


def theme(visit: Visit) -> Response:
    """Keep the chosen colours."""
    answer = visit.back("/", undo=False)
    chosen = visit.said("theme")
    answer.set_cookie(
        "theme", chosen if chosen in THEMES else "", max_age=YEAR, httponly=True, samesite="lax"
    )
    return answer


def manifest(visit: Visit) -> Response:
    """Return the web manifest."""
    del visit
    return JSONResponse(MANIFEST, media_type="application/manifest+json")


def favicon(visit: Visit) -> Response:
    """Point to the icon."""
    del visit
    return RedirectResponse("/static/icon.svg", 301)


def _let_in(visit: Visit, session: str, wanted: str) -> Response:
    safe = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    answer = RedirectResponse(wanted if safe else "/", 303)
    answer.set_cookie(
        visit.request.app.state.cookie,
        session,
        max_age=30 * 24 * 3600,
        httponly=True,
        samesite="lax",
        secure=visit.request.url.scheme == "https",
    )
    return answer


def _ask(visit: Visit, said: str, wanted: str, status: int = 200) -> Response:
    has = visit.request.app.state.sessions.has_password
    return visit.page("pages/login.html", status=status, said=said, next=wanted, has_password=has)


ROUTES = (
    get("/login", login),
    post("/login", enter),
    post("/logout", leave),
    post("/theme", theme),
    get("/manifest.webmanifest", manifest),
    get("/favicon.ico", favicon),
)
