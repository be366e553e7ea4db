"""The first run: from nothing to the first agenda, or a look at a made-up search."""

from starlette.responses import Response

from heardback.faces.web.visit import Visit, get


def welcome(visit: Visit) -> Response:
    """Show the ways in."""
    return visit.page("pages/welcome.html")


ROUTES = (get("/welcome", welcome),)
