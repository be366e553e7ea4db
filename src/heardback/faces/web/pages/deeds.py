"""What is done with a follow-up from any page: done, put off, skipped; and the way back."""

from starlette.responses import Response

from heardback.faces.web.visit import Visit, post
from heardback.service import deeds
from heardback.service.tell import described, undo


def done(visit: Visit) -> Response:
    """Record that it was sent or done now."""
    with visit.ports() as ports:
        title = deeds.done(ports, visit.part("id"), when=None, channel=None)
    return visit.back("/", notice=f"Noted as done: {title}.")


def snooze(visit: Visit) -> Response:
    """Put it off until tomorrow, or so many days."""
    days = visit.said("days", "1")
    number = max(1, min(int(days), 366)) if days.isdigit() else 1
    with visit.ports() as ports:
        title, until = deeds.snooze(ports, visit.part("id"), until=None, days=number)
    return visit.back("/", notice=f"{title}: again {until}.")


def skip(visit: Visit) -> Response:
    """Never show it again."""
    with visit.ports() as ports:
        title = deeds.skip(ports, visit.part("id"), reason=visit.said("reason") or None)
    return visit.back("/", notice=f"Skipped: {title}.")


def take_back(visit: Visit) -> Response:
    """Undo one saying, with all that was said at the same moment."""
    with visit.ports() as ports:
        said = undo(ports, visit.said("saying") or None)
    return visit.back("/activity", notice=f"Taken back: {described(said.saying)}.", undo=False)


ROUTES = (
    post("/follow-up/{id:path}/done", done),
    post("/follow-up/{id:path}/snooze", snooze),
    post("/follow-up/{id:path}/skip", skip),
    post("/undo", take_back),
)
