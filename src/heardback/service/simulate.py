"""How the plan unfolds: every follow-up sent when it is due, and nobody answers, or as assumed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from heardback.errors import UsageError
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Opportunity, Search
from heardback.playbook.decide import decide
from heardback.playbook.keys import follow_up_keys
from heardback.searchfile import event_from_keys
from heardback.service.deeds import OUTCOMES, UNSENT
from heardback.service.plan_view import View, plan_view

MOST_STEPS = 500
_A_MOMENT = timedelta(minutes=1)
_ASSUMPTION = re.compile(
    r"^\s*(?P<id>[^:\s]+)\s*:\s*(?P<what>\w+)(?:\s+(?:on\s+)?(?P<when>[\d][\w:.+-]*))?"
    r"(?:\s+by\s+(?P<by>[\d][\w:.+-]*))?\s*$"
)
HINT = (
    'Write "northwind: silence", "northwind: answer 2025-03-20 by 2025-03-28", or rejected, offer, '
    "on_hold, filled, interview with a date."
)


@dataclass(frozen=True, slots=True)
class Assumed:
    """What somebody supposes to happen: the opportunity, its events, and when."""

    opportunity: str
    what: str
    at: datetime | None
    keys: tuple[dict[str, object], ...]


def simulate(
    search: Search,
    *,
    at: datetime,
    until: datetime,
    assume: Sequence[str] = (),
    dismissed: frozenset[str] = frozenset(),
) -> View:
    """Given a search and two moments, return each step from one to the other with its reason.

    Optional follow-ups are told and not sent. `assume` are texts such as "northwind: rejected
    2025-03-20"; raise UsageError for one that cannot be understood.
    """
    assumed = [_assumed(text, search) for text in assume]
    for one in assumed:
        search = _with_events(search, one.opportunity, one.keys)
    steps: list[View] = [
        {"when": a.at.isoformat(), "opportunity": a.opportunity, "assumed": a.what}
        for a in assumed
        if a.at is not None and at < a.at <= until
    ]
    now = at
    for _ in range(MOST_STEPS):
        made = decide(search, at=now, until=until, words=ENGLISH_TIMEFRAMES, dismissed=dismissed)
        first = _next(made, now, until)
        changes = [a.at for a in assumed if a.at is not None and now < a.at <= until]
        if changes and (first is None or min(changes) <= max(first.due, now)):
            now = min(changes)
            continue
        if first is None:
            break
        now = max(first.due, now)
        made = decide(search, at=now, until=until, words=ENGLISH_TIMEFRAMES, dismissed=dismissed)
        first = next((one for one in made.follow_ups if one.id == first.id), first)
        steps.append(_step(first, made, search, now))
        if first.optional or first.kind in UNSENT:
            dismissed = dismissed.union(_keys(first, search))
        else:
            search = _with_events(search, first.opportunity, _sent(first, now))
        now += _A_MOMENT
    end = decide(search, at=until, words=ENGLISH_TIMEFRAMES, dismissed=dismissed)
    return {
        "heardback": 1,
        "at": at.isoformat(),
        "until": until.isoformat(),
        "steps": sorted(steps, key=lambda step: datetime.fromisoformat(str(step["when"]))),
        "opportunities": plan_view(end, search=search)["opportunities"],
    }


def _next(made: Plan, now: datetime, until: datetime) -> FollowUp | None:
    ahead = [one for one in made.follow_ups if max(one.due, now) <= until]
    return min(ahead, key=lambda one: (max(one.due, now), one.id), default=None)


def _keys(follow_up: FollowUp, search: Search) -> list[str]:
    opportunity = _found(search, follow_up.opportunity)
    return follow_up_keys(opportunity, follow_up.kind, follow_up.to, follow_up.anchor)


def _step(one: FollowUp, made: Plan, search: Search, now: datetime) -> View:
    rows = plan_view(replace(made, follow_ups=(one,)), search=search)["follow_ups"]
    assert isinstance(rows, list)
    row = rows[0]
    told = {name: row[name] for name in ("id", "opportunity", "kind", "to", "via", "channel")}
    sends = not one.optional and one.kind not in UNSENT
    when = now.astimezone(one.due.tzinfo).isoformat()
    return {"when": when, **told, "optional": one.optional, "sent": sends, "why": row["why"]}


def _sent(one: FollowUp, now: datetime) -> tuple[dict[str, object], ...]:
    when = now.isoformat()
    sent: dict[str, object] = {"when": when, "what": "sent", "kind": one.kind, "to": list(one.to)}
    if one.via:
        sent["via"] = one.via
    sent["channel"] = one.channel or "email"
    if one.kind not in OUTCOMES:
        return (sent,)
    return (sent, {"when": when, "what": OUTCOMES[one.kind]})


def _with_events(search: Search, id: str, keys: Sequence[dict[str, object]]) -> Search:
    """Return the search with further events at the end of an opportunity."""
    opportunity = _found(search, id)
    events = list(opportunity.events)
    zone = opportunity.timezone or search.candidate.timezone
    for each in keys:
        place = len(events)
        in_store = bool(events) and isinstance(events[0].ref, str)
        events.append(
            event_from_keys(
                each,
                place=place,
                zone=zone,
                people_ids=set(search.people),
                opportunity_ids={o.id for o in search.opportunities},
                ref=f"assumed-{place}" if in_store else place,
            )
        )
    changed = replace(opportunity, events=tuple(events))
    others = tuple(changed if o.id == id else o for o in search.opportunities)
    return replace(search, opportunities=others)


def _found(search: Search, id: str) -> Opportunity:
    found = search.opportunity(id)
    if found is None:
        known = ", ".join(o.id for o in search.opportunities)
        raise UsageError(f"there is no opportunity {id!r}.", hint=f"There are: {known or 'none'}.")
    return found


def _assumed(text: str, search: Search) -> Assumed:
    match = _ASSUMPTION.match(text)
    if match is None:
        raise UsageError(f"--assume {text!r} cannot be read.", hint=HINT)
    opportunity = _found(search, match["id"])
    what, when, by = match["what"], match["when"], match["by"]
    if what == "silence":
        return Assumed(opportunity.id, what, None, ())
    if when is None:
        raise UsageError(f"--assume {text!r} names no day.", hint=HINT)
    keys = _happening(what, when, by, _contact(opportunity))
    if keys is None:
        raise UsageError(f"--assume {text!r}: {what!r} is not known.", hint=HINT)
    later = _with_events(search, opportunity.id, keys)
    event = _found(later, opportunity.id).events[-1]
    return Assumed(opportunity.id, f"{what} by {by}" if by else what, event.when.at, keys)


def _happening(
    what: str, when: str, by: str | None, contact: str | None
) -> tuple[dict[str, object], ...] | None:
    """Return the events of an assumption; None where it is none of those that can be assumed."""
    told: dict[str, object] = {"from": contact} if contact else {}
    if what == "answer":
        answer = {"when": when, "what": "received", "channel": "email", **told}
        if by is None:
            return ({**answer, "about": "still_deciding"},)
        promise = {"when": when, "what": "promise", "by": by, **told}
        return ({**answer, "about": "update"}, promise)
    if what == "offer":
        offer: dict[str, object] = {"when": when, "what": "offer", "written": True, **told}
        return (offer | ({"decide_by": by} if by else {}),)
    if what == "on_hold":
        hold: dict[str, object] = {"when": when, "what": what}
        return (hold | ({"until": by} if by else {}),)
    if what == "interview":
        met: dict[str, object] = {"with": [contact]} if contact else {}
        return ({"when": when, "what": what, **met},)
    end: dict[str, object] = {"when": when, "what": what}
    return (end,) if what in ("rejected", "filled") else None


def _contact(opportunity: Opportunity) -> str | None:
    order = ("hiring_manager", "recruiter", "coordinator", "interviewer", "agency_recruiter")
    parts = {part: id for id, part in reversed(list(opportunity.people.items()))}
    return next((parts[part] for part in order if part in parts), None)
