"""Offers beside each other: deadlines, promised dates, what to ask of whom by when, what if."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from heardback.errors import UsageError
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model import events as ev
from heardback.model.plan import Plan
from heardback.model.search import Opportunity
from heardback.playbook.decide import decide
from heardback.ports import Ports
from heardback.searchfile import event_from_keys
from heardback.service.agenda import Page
from heardback.service.bands import bands_of, deadline
from heardback.service.plan_view import plan_view
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

View = dict[str, Any]
KINDS = (
    "acknowledge_offer",
    "ask_extension",
    "tell_about_offer",
    "update_recruiter",
    "decide",
    "accept",
    "decline",
)
HEARD = ("interviewing", "waiting", "offer", "deciding", "accepted")


def offers(ports: Ports) -> View:
    """Return the offers that stand, the other open opportunities, one axis, and what to ask."""
    tracked = track(ports)
    made = plan(ports, tracked)
    return _view(tracked, made)


def what_if(ports: Ports, name: str, day: date, *, what: str = "deadline") -> View:
    """Return the same as if an offer's deadline were another day, or an offer came on that day.

    `what` is "deadline" or "offer". `changes` names each step that moves, comes or goes, with when
    it is and when it would be. Raise UsageError for an opportunity that is not open.
    """
    tracked = track(ports)
    now = plan(ports, tracked)
    one = next((o for o in tracked.search.opportunities if o.id == name), None)
    if one is None or now.opportunities[name].stage == "closed":
        raise UsageError(f"{name!r} is no open opportunity.", hint="Choose one of the list.")
    if day < now.at.date():
        raise UsageError("That day is past.", hint="Choose today or a later day.")
    supposed = _supposed(tracked, one, day, what, now.at)
    then = decide(
        supposed.search,
        at=now.at,
        words=ENGLISH_TIMEFRAMES,
        dismissed=tracked.dismissed,
        snoozed=tracked.snoozed,
    )
    told = {"id": name, "employer": one.employer, "day": day.isoformat(), "what": what}
    return _view(supposed, then) | {
        "changes": changes_between(now, then, tracked),
        "supposed": told,
    }


def _supposed(tracked: Tracked, one: Opportunity, day: date, what: str, at: datetime) -> Tracked:
    keys: dict[str, object] = {
        "when": at.isoformat(timespec="seconds"),
        "decide_by": day.isoformat(),
    }
    keys |= {"what": "deadline_moved"} if what == "deadline" else {"what": "offer", "written": True}
    event = event_from_keys(
        keys,
        place=len(one.events),
        zone=one.timezone or tracked.search.candidate.timezone,
        people_ids=set(tracked.search.people),
        opportunity_ids={o.id for o in tracked.search.opportunities},
        ref="supposed",
    )
    changed = replace(one, events=(*one.events, event))
    every = tuple(changed if o.id == one.id else o for o in tracked.search.opportunities)
    return replace(tracked, search=replace(tracked.search, opportunities=every))


def _view(tracked: Tracked, made: Plan) -> View:
    local = made.at.astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=local)
    rows: Any = plan_view(made, search=tracked.search)["follow_ups"]
    live = [o for o in tracked.search.opportunities if made.opportunities[o.id].stage in HEARD]
    offered = [o for o in live if _offer(o) is not None]
    others = [o for o in live if _offer(o) is None]
    return {
        "at": local.isoformat(timespec="minutes"),
        "offers": [_offer_row(o, page, made, tracked) for o in offered],
        "others": [_other_row(o, page, made) for o in others],
        "bands": [bands_of(o, tracked, made) for o in (*offered, *others)],
        "steps": [
            page.item(row) | {"opportunity": row["opportunity"], "kind": row["kind"]}
            for row in sorted(rows, key=lambda r: datetime.fromisoformat(r["due"]))
            if row["kind"] in KINDS
        ],
    }


def _offer(one: Opportunity) -> ev.Offer | None:
    found = [e.happened for e in one.events if isinstance(e.happened, ev.Offer)]
    return found[-1] if found else None


def _offer_row(one: Opportunity, page: Page, made: Plan, tracked: Tracked) -> View:
    offer, by = _offer(one), deadline(one, tracked)
    assert offer is not None
    quote = next((e.quote for e in reversed(one.events) if e.what == "offer"), None)
    return {
        "id": one.id,
        "employer": one.employer,
        "role": one.role,
        "stage": made.opportunities[one.id].stage,
        "decide_by": by.astimezone(page.now.tzinfo).isoformat() if by else None,
        "decide_by_words": page.when(by.isoformat()) if by else None,
        "days_left": (by.date() - page.now.date()).days if by else None,
        "written": offer.written,
        "conditional": offer.conditional,
        "terms": {str(k): str(v) for k, v in offer.terms.items()},
        "quote": quote,
    }


def _other_row(one: Opportunity, page: Page, made: Plan) -> View:
    waiting = next((w for w in made.waiting if w.opportunity == one.id), None)
    steps = [e.happened.steps_left for e in one.events if isinstance(e.happened, ev.Interview)]
    preferred = any(isinstance(e.happened, ev.Preference) for e in one.events)
    until = waiting.until if waiting else None
    return {
        "id": one.id,
        "employer": one.employer,
        "role": one.role,
        "stage": ENGLISH_FACES.stages[made.opportunities[one.id].stage],
        "until": until.isoformat() if until else None,
        "until_words": page.faces.day(until, today=page.now.date()) if until else None,
        "steps_left": next((s for s in reversed(steps) if s is not None), None),
        "preferred": preferred,
    }


def changes_between(now: Plan, then: Plan, tracked: Tracked) -> list[View]:
    """Given two plans of a search, return the follow-ups that come, go or move, in words."""
    return sorted(_each_change(now, then, tracked), key=lambda c: str(c["then"] or c["now"]))


def _each_change(now: Plan, then: Plan, tracked: Tracked) -> Iterator[View]:
    local = now.at.astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=local)
    before = {f.id: f for f in now.follow_ups}
    after = {f.id: f for f in then.follow_ups}
    for id in {**before, **after}:
        old, new = before.get(id), after.get(id)
        if old and new and old.due == new.due:
            continue
        one = new or old
        assert one is not None
        row = {"id": id, "kind": one.kind, "to": list(one.to)}
        yield {
            "id": id,
            "title": page.title(row),
            "employer": page.opportunity(one.opportunity).employer,
            "now": old.due.isoformat() if old else None,
            "then": new.due.isoformat() if new else None,
            "now_words": page.when(old.due.isoformat()) if old else None,
            "then_words": page.when(new.due.isoformat()) if new else None,
        }
