"""Competing offers on one axis, what to ask of whom by when, and what if a date moved."""

from datetime import date, datetime, timedelta

from starlette.responses import Response

from heardback.errors import UsageError
from heardback.faces.web.axis import draw_bands
from heardback.faces.web.visit import Visit, get
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.service.offers import offers, what_if

MOST_DAYS = 28


def compare(visit: Visit) -> Response:
    """Show the offers; with `move`, `what` and `to` or `days` in the query, as they would be."""
    asked = visit.part("move")
    with visit.ports() as ports:
        now = offers(ports)
        today = datetime.fromisoformat(now["at"]).date()
        then = None
        if asked:
            day = _day(visit, today)
            then = what_if(ports, asked, day, what=_what(asked, now))
    days = [today + timedelta(days=n) for n in range(MOST_DAYS + 1)]
    return visit.page(
        "pages/offers.html",
        now=now,
        then=then,
        asked=asked,
        chosen=(date.fromisoformat(then["supposed"]["day"]) - today).days if then else 7,
        axis=draw_bands(now["bands"], named=True),
        narrow=draw_bands(now["bands"], above=True),
        days="|".join(ENGLISH_FACES.day(d, today=today) for d in days),
        most=MOST_DAYS,
    )


def _what(asked: str, now: dict[str, object]) -> str:
    rows = now["offers"]
    assert isinstance(rows, list)
    has_offer = any(row["id"] == asked for row in rows)
    return "deadline" if has_offer else "offer"


def _day(visit: Visit, today: date) -> date:
    number = visit.part("days")
    if number.isdigit():
        return today + timedelta(days=min(int(number), 366))
    try:
        return date.fromisoformat(visit.part("to"))
    except ValueError:
        raise UsageError("Which day?", hint="Write it as 2025-05-23.") from None


ROUTES = (get("/offers", compare),)
