"""Today: what is due, what can wait and until when, what comes up this week."""

import gzip
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from starlette.responses import Response

from heardback.faces.web.visit import Visit, get
from heardback.languages.en.faces import ENGLISH_FACES


def today(visit: Visit) -> Response:
    """Show the agenda; an empty search is shown the way in instead."""
    stamp, agenda = visit.desk.agenda()
    if not agenda["opportunities"] and not agenda["review"]:
        return visit.to("/welcome")
    if visit.notices.waits(visit.session):
        return visit.page("pages/today.html", **shown(visit, agenda))
    key = ("today", visit.theme, visit.is_sample, stamp)
    made = visit.desk.remembered(key, lambda: _zipped(visit, agenda))
    if "gzip" not in visit.request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(made), media_type="text/html")
    headers = {"content-encoding": "gzip", "vary": "Accept-Encoding"}
    return Response(made, media_type="text/html", headers=headers)


def _zipped(visit: Visit, agenda: Mapping[str, Any]) -> bytes:
    text = visit.text("pages/today.html", **shown(visit, agenda))
    return gzip.compress(text.encode(), compresslevel=9)


def shown(visit: Visit, agenda: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page says of an agenda."""
    from heardback.service.debriefs import waiting_debriefs

    at = datetime.fromisoformat(agenda["at"])
    words = ENGLISH_FACES.long_day(at.date()).rsplit(" ", 1)[0]
    with visit.ports() as ports:
        debriefs = waiting_debriefs(ports)
    day = {"words": words, "hour": greeting(at.hour, agenda["candidate"])}
    late = next((row["id"] for row in agenda["due"][1:] if row["state"] == "overdue"), None)
    place = f"f-{late.replace('/', '.')}" if late else None
    words = lead(agenda)
    return {"agenda": agenda, "day": day, "lead": words, "late": place, "debriefs": debriefs}


def greeting(hour: int, name: str) -> str:
    """Return a greeting for the hour, by the first name where it is known."""
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    first = name.split(maxsplit=1)[0] if name and name != "You" else ""
    return f"Good {part}, {first}" if first else f"Good {part}"


def lead(agenda: Mapping[str, Any]) -> str:
    """Return the day in one sentence."""
    due, waiting = len(agenda["due"]), len(agenda["waiting"])
    late = sum(row["state"] == "overdue" for row in agenda["due"])
    first = f"{_count(due, 'thing')} to do" if due else "Nothing to do"
    rest = f"{_count(waiting, 'employer')} to leave in peace" if waiting else "nobody to wait for"
    return f"{first}{f', {_few(late)} of them late' if late else ''}; {rest}."


def _count(number: int, noun: str) -> str:
    return f"{_few(number, capital=True) if noun == 'thing' else _few(number)} {noun}" + (
        "" if number == 1 else "s"
    )


def _few(number: int, *, capital: bool = False) -> str:
    words = "no one two three four five six seven eight nine ten eleven twelve".split()
    word = words[number] if number < len(words) else str(number)
    return word.capitalize() if capital else word


ROUTES = (get("/", today),)
