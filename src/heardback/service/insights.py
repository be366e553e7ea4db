"""What the search so far shows: promises kept, answers after check-ins, the funnel, silences."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model import events as ev
from heardback.model.search import Opportunity
from heardback.playbook.promises import read_promise
from heardback.ports import Ports
from heardback.service.tracked import plan, track
from heardback.timeframe.business import WorkCalendar
from heardback.tracking.assemble import Tracked

View = dict[str, Any]
ANSWERS = (ev.Received, ev.Promise, ev.Offer, ev.Rejected, ev.OnHold, ev.Filled)
STEPS = ("applied", "talked", "final round", "offer", "accepted")


def insights(ports: Ports) -> View:
    """Return promises (when they answered against when they said), check-ins, funnel, silences."""
    tracked = track(ports)
    made = plan(ports, tracked)
    every = tracked.search.opportunities
    open_ = [o for o in every if made.opportunities[o.id].stage != "closed"]
    today = made.at.date()
    return {
        "at": made.at.isoformat(timespec="seconds"),
        "opportunities": len(every),
        "promises": [row for o in every for row in _promises(o, tracked, made.at)],
        "check_ins": [row for o in every for row in _check_ins(o, made.at)],
        "funnel": [{"step": s, "count": sum(s in reached(o) for o in every)} for s in STEPS],
        "silence": sorted((_silence(o, today) for o in open_), key=lambda r: -(r["days"] or 0)),
        "ends": _ends(every, made.opportunities),
    }


def _promises(one: Opportunity, tracked: Tracked, at: datetime) -> Iterator[View]:
    candidate = tracked.search.candidate
    country = one.country or candidate.country
    calendar = WorkCalendar(country)
    place = (country, one.timezone or candidate.timezone, True)
    for event in one.events:
        said = event.happened
        if not isinstance(said, ev.Promise) or said.about != "answer":
            continue
        read = read_promise(event, said, words=ENGLISH_TIMEFRAMES, place=place)
        if read.runs_to is None or read.runs_to < read.on:
            continue
        heard = _answer_after(one, event.when.at, at)
        if heard is None and read.runs_to >= at.date():
            continue
        yield {
            "id": one.id,
            "employer": one.employer,
            "said_on": read.on.isoformat(),
            "promised": read.runs_to.isoformat(),
            "answered": heard.isoformat() if heard else None,
            "late": _late(read.runs_to, heard or at.date(), calendar),
            "quote": read.quote,
        }


def _answer_after(one: Opportunity, since: datetime, at: datetime) -> date | None:
    """Return the day of the first word from them after a moment that was no plain receipt."""
    days = [
        e.when.at.date()
        for e in one.events
        if since < e.when.at <= at
        and isinstance(e.happened, ANSWERS)
        and not (
            isinstance(e.happened, ev.Received)
            and e.happened.about in ("thanks", "acknowledgement")
        )
    ]
    return min(days, default=None)


def _late(promised: date, heard: date, calendar: WorkCalendar) -> int:
    """Return business days after the promised day; below zero where they were early."""
    if heard <= promised:
        return -calendar.count_between(heard, promised)
    return calendar.count_between(promised, heard)


def _check_ins(one: Opportunity, at: datetime) -> Iterator[View]:
    for event in one.events:
        sent = event.happened
        if isinstance(sent, ev.Sent) and sent.kind in ("check_in", "closing_message"):
            heard = _answer_after(one, event.when.at, at)
            days = (heard - event.when.at.date()).days if heard else None
            yield {
                "id": one.id,
                "employer": one.employer,
                "sent": event.when.at.date().isoformat(),
                "answered": heard.isoformat() if heard else None,
                "days": days,
            }


def reached(one: Opportunity) -> set[str]:
    """Return the steps of the funnel that an opportunity has come to."""
    found = {"applied"}
    for event in one.events:
        happened = event.happened
        if isinstance(happened, ev.Interview) and not happened.cancelled:
            found.add("talked")
            if happened.stage == "final":
                found.add("final round")
        if isinstance(happened, ev.Offer):
            found |= {"talked", "offer"}
        if isinstance(happened, ev.Accepted):
            found |= {"talked", "offer", "accepted"}
    return found


def _silence(one: Opportunity, today: date) -> View:
    heard = [
        e.when.at.date()
        for e in one.events
        if isinstance(e.happened, (*ANSWERS, ev.Interview)) and e.when.at.date() <= today
    ]
    last = max(heard, default=None)
    return {
        "id": one.id,
        "employer": one.employer,
        "last": last.isoformat() if last else None,
        "days": (today - last).days if last else None,
    }


def _ends(every: tuple[Opportunity, ...], standing: Any) -> list[View]:
    counts: dict[str, int] = {}
    for one in every:
        closed = standing[one.id].closed_as
        if closed:
            counts[closed] = counts.get(closed, 0) + 1
    return [{"end": ENGLISH_FACES.closed[k], "count": n} for k, n in sorted(counts.items())]
