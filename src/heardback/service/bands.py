"""Time as bands: the promised window, the grace after it, deadlines, and what is due when."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model import events as ev
from heardback.model.moment import Moment
from heardback.model.plan import Plan
from heardback.model.search import Opportunity
from heardback.playbook.hours import deadline_of
from heardback.playbook.promises import Promised, read_promise
from heardback.ports import Ports
from heardback.service.agenda import Page
from heardback.service.plan_view import plan_view
from heardback.service.show import find_opportunity
from heardback.service.tracked import plan, track
from heardback.timeframe.business import WorkCalendar, zone
from heardback.tracking.assemble import Tracked

View = dict[str, Any]
SHOWN = ("interview", "sent", "received")


def bands(ports: Ports, name: str) -> View:
    """Given an opportunity, return its bands and marks (see `bands_of`)."""
    tracked = track(ports)
    one = find_opportunity(tracked, name).opportunity
    return bands_of(one, tracked, plan(ports, tracked))


def all_bands(ports: Ports) -> list[View]:
    """Return the bands and marks of every opportunity that is not over."""
    tracked = track(ports)
    made = plan(ports, tracked)
    open_ = [o for o in tracked.search.opportunities if made.opportunities[o.id].stage != "closed"]
    return [bands_of(one, tracked, made) for one in open_]


def bands_of(one: Opportunity, tracked: Tracked, made: Plan) -> View:
    """Return bands (kind, from, to, words) and marks (kind, at, words), dates as ISO 8601.

    A band runs from the start of its first day to the end of its last. Kinds of band: window
    (promised), grace, patience (nothing was promised); of mark: interview, sent, received, due,
    deadline.
    """
    local = made.at.astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=local)
    return {
        "id": one.id,
        "employer": one.employer,
        "at": local.isoformat(timespec="minutes"),
        "bands": [*_windows(one, tracked), *_patience(one, made, tracked)],
        "marks": [*_marks(one, local), *_due(one, made, page), *_deadlines(one, tracked, local)],
    }


def _promises(one: Opportunity, tracked: Tracked) -> list[Promised]:
    candidate = tracked.search.candidate
    place = (one.country or candidate.country, one.timezone or candidate.timezone, True)
    return [
        read_promise(event, event.happened, words=ENGLISH_TIMEFRAMES, place=place)
        for event in one.events
        if isinstance(event.happened, ev.Promise) and event.happened.about == "answer"
    ]


def _windows(one: Opportunity, tracked: Tracked) -> Iterator[View]:
    dated = [p for p in _promises(one, tracked) if p.runs_to and p.runs_to >= p.on]
    for number, promised in enumerate(dated, 1):
        assert promised.runs_to is not None
        yield {
            "kind": "window",
            "old": number < len(dated) or _ended_after(one, promised),
            "from": (promised.earliest or promised.on).isoformat()
            if promised.by
            else promised.on.isoformat(),
            "to": promised.runs_to.isoformat(),
            "words": promised.quote or "promised",
        }


def _ended_after(one: Opportunity, promised: Promised) -> bool:
    return any(
        isinstance(e.happened, ev.Offer | ev.Rejected | ev.Filled)
        and e.when.at > promised.event.when.at
        for e in one.events
    )


def _patience(one: Opportunity, made: Plan, tracked: Tracked) -> Iterator[View]:
    """Yield the days between the promise (or the meeting) and the check-in."""
    check_in = next(
        (f for f in made.follow_ups if f.opportunity == one.id and f.kind == "check_in"), None
    )
    if check_in is None:
        return
    ends = [p.runs_to for p in _promises(one, tracked) if p.runs_to]
    meetings = [e.when.at.date() for e in one.events if e.what == "interview"]
    opens = check_in.not_before.date()
    before = [day for day in (*ends, *meetings) if day < opens]
    if not before:
        return
    if ends and max(before) == ends[-1]:
        yield _band("grace", ends[-1], opens, "grace: they may be a little late")
    else:
        yield _band("patience", max(before), opens, "no date was given: patience")


def _band(kind: str, first: date, last: date, words: str) -> View:
    shown = {"kind": kind, "old": False, "from": first.isoformat(), "to": last.isoformat()}
    return shown | {"words": words, "after": True}


def _marks(one: Opportunity, now: datetime) -> Iterator[View]:
    for event in one.events:
        if event.what in SHOWN and not getattr(event.happened, "cancelled", False):
            words = ENGLISH_FACES.what[event.what]
            yield _mark(event.what, event.when.at, words, now, fact=str(event.ref))


def _due(one: Opportunity, made: Plan, page: Page) -> Iterator[View]:
    rows: Any = plan_view(made, search=page.search)["follow_ups"]
    for row in rows:
        if row["opportunity"] == one.id:
            due = max(datetime.fromisoformat(row["due"]), page.now)
            yield _mark("due", due, page.title(row), page.now, follow_up=row["id"])


def deadline(one: Opportunity, tracked: Tracked) -> datetime | None:
    """Return by when the newest offer, or its newest extension, wants an answer.

    A day alone ends at 17:00 in the employer's zone, on the business day before where it is none
    (contracts.md, section 1).
    """
    by: Moment | None = None
    for event in one.events:
        if isinstance(event.happened, ev.Offer | ev.DeadlineMoved) and event.happened.decide_by:
            by = event.happened.decide_by
    if by is None:
        return None
    candidate = tracked.search.candidate
    calendar = WorkCalendar(one.country or candidate.country)
    return deadline_of(by, calendar, zone(one.timezone or candidate.timezone))


def _deadlines(one: Opportunity, tracked: Tracked, now: datetime) -> Iterator[View]:
    by = deadline(one, tracked)
    if by is not None:
        yield _mark("deadline", by, "answer wanted", now)


def _mark(kind: str, moment: datetime, words: str, now: datetime, **more: str) -> View:
    local = moment.astimezone(now.tzinfo)
    return {"kind": kind, "at": local.isoformat(timespec="minutes"), "words": words, **more}
