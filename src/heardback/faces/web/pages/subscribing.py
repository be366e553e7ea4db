"""The calendar as a file, and as an address that a calendar program may subscribe to.

A calendar program carries no session: whoever has the address reads the feed, nothing else. Only
its hash is kept, a new address replaces the old one, and names may be left out.
"""

from starlette.responses import PlainTextResponse, Response

from heardback import bootstrap
from heardback.faces.web.desk import Desk
from heardback.faces.web.visit import Visit, get, post
from heardback.service.calendar_feed import calendar_entries

TYPE = "text/calendar; charset=utf-8"


def download(visit: Visit) -> Response:
    """Return follow-ups and deadlines as a file."""
    return _written(visit, private=False)


def subscribed(visit: Visit) -> Response:
    """Return the feed to whoever has its address; it is always the person's own search."""
    found = visit.request.app.state.sessions.feed(visit.part("secret"))
    if found is None:
        return PlainTextResponse("There is no such calendar (any more).", 404)
    return _written(visit, private=found == "private")


def begin(visit: Visit) -> Response:
    """Make a new address and show it once."""
    private = visit.said("private") == "on"
    secret = visit.request.app.state.sessions.new_feed(private=private)
    address = f"{str(visit.request.base_url).rstrip('/')}/feed/{secret}.ics"
    return visit.page("pages/feed.html", address=address, private=private)


def end(visit: Visit) -> Response:
    """Let the address lead nowhere."""
    visit.request.app.state.sessions.end_feed()
    return visit.to("/calendar", notice="The calendar's address leads nowhere any more.")


def _written(visit: Visit, *, private: bool) -> Response:
    own: Desk = visit.request.app.state.desks.own
    with (own if visit.part("secret") else visit.desk).ports() as ports:
        entries = calendar_entries(ports, private=private)
        feed = bootstrap.calendar_feed(entries, at=ports.clock.now())
    named = {"content-disposition": 'inline; filename="heardback.ics"'}
    return Response(feed, media_type=TYPE, headers=named)


ROUTES = (
    get("/calendar.ics", download),
    get("/feed/{secret}.ics", subscribed),
    post("/calendar/address", begin),
    post("/calendar/address/end", end),
)
