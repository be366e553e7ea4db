"""One opportunity with its timeline, and the reasons behind any follow-up of it."""

from collections.abc import Mapping
from typing import Any

from heardback.errors import UnknownFollowUp, UnknownOpportunity
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.playbook import publishers_of, rule_words
from heardback.model.events import Event
from heardback.model.search import Opportunity
from heardback.ports import Ports
from heardback.searchfile import event_to_keys
from heardback.service.agenda import Page
from heardback.service.competing import competing
from heardback.service.owed import owed, owed_view
from heardback.service.plan_view import plan_view
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked, TrackedOpportunity

Row = Mapping[str, Any]
# The follow-ups that the deadline sum of competing offers explains.
OF_OFFERS = frozenset(
    {"acknowledge_offer", "ask_extension", "tell_about_offer", "decide", "accept"}
)
SHOWN_APART = ("when", "what", "source", "quote", "note")


def find_opportunity(tracked: Tracked, name: str) -> TrackedOpportunity:
    """Given an id, an address or the beginning of an employer's name, return the opportunity."""
    exact = tracked.find(name)
    if exact is not None:
        return exact
    wanted = name.casefold()
    near = [
        t
        for t in tracked.opportunities
        if t.opportunity.id.startswith(wanted)
        or t.opportunity.employer.casefold().startswith(wanted)
    ]
    if len(near) == 1:
        return near[0]
    ids = ", ".join(t.opportunity.id for t in (near or tracked.opportunities))
    what = "is more than one opportunity" if near else "is no opportunity of yours"
    raise UnknownOpportunity(f"{name!r} {what}.", hint=f"There are: {ids or 'none yet'}.")


def planned(ports: Ports) -> tuple[Tracked, dict[str, Any]]:
    """Return the tracked search and its plan in the contract's shape, at the clock's hour."""
    tracked = track(ports)
    made = plan(ports, tracked)
    return tracked, plan_view(made, search=tracked.search)


def opportunities(ports: Ports) -> dict[str, Any]:
    """Return a line for every opportunity: where it stands and what comes next."""
    tracked, view = planned(ports)
    faces = ENGLISH_FACES
    rows = []
    for one in tracked.search.opportunities:
        standing = view["opportunities"][one.id]
        closed = standing["closed_as"]
        rows.append(
            {
                "id": one.id,
                "employer": one.employer,
                "role": one.role,
                "stage": standing["stage"],
                "closed_as": closed,
                "words": faces.closed[closed] if closed else faces.stages[standing["stage"]],
                "next": standing["next"],
            }
        )
    return {"at": view["at"], "opportunities": rows}


def opportunity(ports: Ports, name: str) -> dict[str, Any]:
    """Given an opportunity's id, return all that is known of it, in order of time."""
    tracked, view = planned(ports)
    found = find_opportunity(tracked, name)
    one = found.opportunity
    at = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=at)
    events = sorted(one.events, key=lambda e: (e.when.at, e.place))
    mine = [row for row in view["follow_ups"] if row["opportunity"] == one.id]
    return {
        "id": one.id,
        "employer": one.employer,
        "role": one.role,
        "route": one.route,
        "standing": view["opportunities"][one.id],
        "owed": owed_view(owed(tracked, found, at=at), one, tracked, at=at, faces=ENGLISH_FACES),
        "flags": flagged(found),
        "people": [
            {"id": id, "role": role, **_person(tracked, id)} for id, role in one.people.items()
        ],
        "timeline": [timeline_row(event, page, one) for event in events],
        "follow_ups": [page.item(row) for row in mine],
        "held": [held_row(h, page) for h in view["held"] if h["opportunity"] == one.id],
        "waiting": [page.waiting(r) for r in view["waiting"] if r["opportunity"] == one.id],
        "cautions": [row for row in view["cautions"] if row["opportunity"] == one.id],
        "deadlines": competing(view, page, one.id),
    }


def flagged(one: TrackedOpportunity) -> list[dict[str, str | None]]:
    """Given an opportunity, return the marks of fraud in its mail, each with its words."""
    return [
        {
            "message_id": reading.seen.message_id,
            "from": reading.seen.from_.email,
            "kind": flag.kind,
            "quote": flag.quote,
        }
        for reading in one.readings
        for flag in reading.seen.flags
    ]


def _person(tracked: Tracked, id: str) -> dict[str, str | None]:
    person = tracked.search.people.get(id)
    return {
        "name": person.name if person else id,
        "email": person.email if person else None,
        "title": person.title if person else None,
    }


def timeline_row(event: Event, page: Page, one: Opportunity) -> dict[str, Any]:
    """Return one event as a screen shows it, with the words it rests on."""
    local = event.when.at.astimezone(zone(one.timezone or page.search.candidate.timezone))
    day = page.faces.day(local.date(), today=page.now.date())
    keys = {name: _named(value, page) for name, value in event_to_keys(event).items()}
    return {
        "fact": str(event.ref),
        "when": local.isoformat(timespec="minutes"),
        "shown": day if event.when.is_date else f"{day} {local:%H:%M}",
        "what": event.what,
        "words": page.faces.what[event.what],
        "details": {k: v for k, v in keys.items() if k not in SHOWN_APART},
        "quote": event.quote,
        "note": event.note,
        "source": event.source,
    }


def _named(value: object, page: Page) -> object:
    """Return a value with the names of people in place of their ids."""
    if isinstance(value, list):
        return [_named(one, page) for one in value]
    person = page.search.people.get(value) if isinstance(value, str) else None
    if person is not None:
        return person.name
    other = page.search.opportunity(value) if isinstance(value, str) else None
    return other.employer if other else value


def why(ports: Ports, id: str) -> dict[str, Any]:
    """Given a follow-up's id (or an opportunity's), return the reasons, and what is held back."""
    tracked, view = planned(ports)
    row = next((r for r in view["follow_ups"] if r["id"] == id), None)
    if row is None:
        return _why_none(ports, tracked, view, id)
    one = tracked.search.opportunity(row["opportunity"])
    assert one is not None
    at = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=at)
    facts = {str(e.ref): (e, o) for o in tracked.search.opportunities for e in o.events}
    return {
        "id": id,
        "follow_up": row,
        "shown": page.item(row) | {"from": page.when(row["not_before"])},
        "rules": {r["rule"]: rule_words()[r["rule"]].title for r in row["why"]},
        "sources": {reason["rule"]: publishers_of(reason["rule"]) for reason in row["why"]},
        "evidence": evidence(row["why"], facts, page),
        "held": [held_row(h, page) for h in view["held"] if h["opportunity"] == one.id],
        "deadlines": competing(view, page, one.id) if row["kind"] in OF_OFFERS else [],
    }


def held_row(row: Row, page: Page) -> dict[str, Any]:
    """Return what is held back with its end in words."""
    return {**row, "until_words": page.when(row["until"]) if row["until"] else None}


def evidence(
    reasons: list[Row], facts: Mapping[str, tuple[Event, Opportunity]], page: Page
) -> list[dict[str, Any]]:
    """Return the facts that reasons rest on, each once, as a screen shows them."""
    cited = dict.fromkeys(str(e["event"]) for reason in reasons for e in reason["evidence"])
    found = [facts[ref] for ref in cited if ref in facts]
    return [timeline_row(e, page, o) | {"employer": o.employer} for e, o in found]


def _why_none(ports: Ports, tracked: Tracked, view: dict[str, Any], id: str) -> dict[str, Any]:
    name, _, rest = id.partition("/")
    one = find_opportunity(tracked, name).opportunity
    kind = rest.partition("/")[0]
    mine = [r for r in view["follow_ups"] if r["opportunity"] == one.id]
    at = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=at)
    held = [held_row(h, page) for h in view["held"] if h["opportunity"] == one.id]
    if kind:
        held = [h for h in held if h["kind"] == kind] or held
        if not held:
            ids = ", ".join(r["id"] for r in mine) or "none"
            raise UnknownFollowUp(f"{id!r} is not in the plan.", hint=f"Listed there: {ids}.")
    return {
        "id": id,
        "follow_up": None,
        "standing": view["opportunities"][one.id],
        "listed": [r["id"] for r in mine],
        "held": held,
        "waiting": [w for w in view["waiting"] if w["opportunity"] == one.id],
        "cautions": [c for c in view["cautions"] if c["opportunity"] == one.id],
        "deadlines": competing(view, page, one.id),
    }
