"""The calendar: weeks with windows, meetings, what is due, and deadlines."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from starlette.responses import Response

from heardback.errors import UsageError
from heardback.faces.web.visit import Visit, get
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.service.bands import all_bands

WEEKS = 5
# So many due things of one day are named; the rest is counted.
MOST_DUE = 3
SHOWN = {"interview", "due", "deadline"}


def calendar(visit: Visit) -> Response:
    """Show five weeks from the one of `from` (default: this one)."""
    with visit.ports() as ports:
        rows = all_bands(ports)
        today = ports.clock.now().date()
    if rows:
        today = datetime.fromisoformat(rows[0]["at"]).date()
    first = _monday(visit.part("from"), today)
    marks: dict[date, list[dict[str, Any]]] = {}
    for day, mark in _marks(rows):
        marks.setdefault(day, []).append(mark)
    weeks = [
        [_day(first + timedelta(days=7 * w + d), marks, today) for d in range(7)]
        for w in range(WEEKS)
    ]
    step = timedelta(weeks=WEEKS - 1)
    return visit.page(
        "pages/calendar.html",
        weeks=weeks,
        weekdays=ENGLISH_FACES.weekdays,
        title=_span(first),
        before=(first - step).isoformat(),
        after=(first + step).isoformat(),
        is_now=first <= today < first + timedelta(weeks=1),
        empty=not rows,
        has_feed=visit.request.app.state.sessions.has_feed,
    )


def _monday(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text) if text else today
        monday = day - timedelta(days=day.weekday())
        monday + timedelta(weeks=2 * WEEKS), monday - timedelta(weeks=2 * WEEKS)
    except (ValueError, OverflowError):
        raise UsageError(f"{text!r} is no day.", hint="Write it as 2025-05-14.") from None
    return monday


def _span(first: date) -> str:
    last = first + timedelta(days=7 * WEEKS - 1)
    months = ENGLISH_FACES.months
    if first.month == last.month:
        return f"{months[first.month - 1]} {first.year}"
    return f"{months[first.month - 1]} and {months[last.month - 1]} {last.year}"


def _marks(rows: list[dict[str, Any]]) -> Iterator[tuple[date, dict[str, Any]]]:
    for row in rows:
        home = {"id": row["id"], "employer": row["employer"]}
        for mark in row["marks"]:
            if mark["kind"] in SHOWN:
                at = datetime.fromisoformat(mark["at"])
                yield at.date(), {**mark, **home, "hour": f"{at:%H:%M}"}
        for band in row["bands"]:
            if band["kind"] in ("window", "grace") and not band["old"]:
                words = "they answer by today" if band["kind"] == "window" else "you may ask"
                yield date.fromisoformat(band["to"]), {**band, **home, "words": words, "hour": ""}


def _day(day: date, marks: dict[date, list[dict[str, Any]]], today: date) -> dict[str, Any]:
    order = ("deadline", "interview", "due", "window", "grace")
    mine = sorted(marks.get(day, ()), key=lambda m: (order.index(m["kind"]), m["hour"]))
    due = [m for m in mine if m["kind"] == "due"]
    asked = {m["id"] for m in due}
    mine = [m for m in mine if m["kind"] != "grace" or m["id"] not in asked]
    hidden = due[MOST_DUE:] if len(due) > MOST_DUE + 1 else []
    name = f"{day.day} {ENGLISH_FACES.months[day.month - 1][:3]}" if day.day == 1 else str(day.day)
    return {
        "day": day.isoformat(),
        "name": name,
        "words": ENGLISH_FACES.day(day, today=today),
        "off": day.weekday() > 4,
        "now": day == today,
        "past": day < today,
        "marks": [m for m in mine if m not in hidden],
        "hidden": len(hidden),
    }


ROUTES = (get("/calendar", calendar),)
