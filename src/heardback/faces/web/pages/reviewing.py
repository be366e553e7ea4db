"""Readings that need a yes, the people, what was done, and the few pages of words."""

from starlette.responses import Response

from heardback.faces.web.visit import Visit, get, post
from heardback.service import overviews, record


def review(visit: Visit) -> Response:
    """List the readings too uncertain to count."""
    with visit.ports() as ports:
        rows = overviews.review(ports)
    return visit.page("pages/review.html", rows=rows)


def confirm(visit: Visit) -> Response:
    """Say whether a reading is right."""
    right = visit.said("right") == "yes"
    with visit.ports() as ports:
        record.confirm(ports, visit.said("key"), right=right)
    return visit.back("/review", notice="It counts now." if right else "It does not count.")


def people(visit: Visit) -> Response:
    """List everybody, each to be corrected in place."""
    with visit.ports() as ports:
        rows = overviews.people(ports)
    return visit.page("pages/people.html", people=rows)


def activity(visit: Visit) -> Response:
    """List what was said and done, each to be taken back."""
    with visit.ports() as ports:
        rows = overviews.activity(ports)
    return visit.page("pages/activity.html", rows=rows)


def more(visit: Visit) -> Response:
    """List the pages that have no tab on a phone."""
    return visit.page("pages/more.html")


def help_page(visit: Visit) -> Response:
    """Explain the app on one page."""
    return visit.page("pages/help.html")


ROUTES = (
    get("/review", review),
    post("/review", confirm),
    get("/people", people),
    get("/activity", activity),
    get("/more", more),
    get("/help", help_page),
)
