"""Why the plan lists no such follow-up: held back, waited for, closed, or never there."""

from datetime import datetime
from difflib import get_close_matches

from heardback.errors import UnknownFollowUp
from heardback.model.events import Offer
from heardback.model.plan import KINDS, Plan
from heardback.model.search import Search


def unknown(plan: Plan, follow_up_id: str, *, search: Search) -> UnknownFollowUp:
    """Given an id that the plan does not list, return the refusal that says why."""
    name, _, rest = follow_up_id.partition("/")
    kind, _, reader = rest.partition("/")
    if search.opportunity(name) is None:
        known = ", ".join(o.id for o in search.opportunities) or "none"
        return UnknownFollowUp(
            f"{follow_up_id!r} is not in the plan: there is no opportunity {name!r}.",
            hint=f"Opportunities: {known}.",
        )
    if kind not in KINDS:
        near = ", ".join(get_close_matches(kind, KINDS, 2)) or "see heardback plan --help"
        return UnknownFollowUp(f"there is no kind {kind!r}.", hint=f"Meant: {near}?")
    if kind == "tell_about_offer" and not _offers_elsewhere(search, name, at=plan.at):
        return UnknownFollowUp(
            f"{follow_up_id!r} is refused: no offer of another employer is on record, and an offer "
            "that does not exist is never claimed (rule OF-10).",
            hint="If you have one, note it first: heardback log OPPORTUNITY offer from=NAME.",
        )
    why = _held(plan, name, kind, reader) or _waiting(plan, name, kind) or _closed(plan, name)
    listed = ", ".join(f.id for f in plan.follow_ups if f.opportunity == name)
    hint = f"Listed now: {listed}." if listed else f"Nothing is listed for {name} now."
    return UnknownFollowUp(f"{follow_up_id!r} is not in the plan{why}.", hint=hint)


def _held(plan: Plan, name: str, kind: str, reader: str) -> str:
    for held in plan.held:
        if (held.opportunity, held.kind) == (name, kind) and (
            not reader or not held.to or held.to[0] in reader
        ):
            until = f" until {held.until:%Y-%m-%d %H:%M}" if held.until else ""
            return f": it is held back{until} by rule {held.reason.rule}"
    return ""


def _waiting(plan: Plan, name: str, kind: str) -> str:
    for waiting in plan.waiting:
        if waiting.opportunity == name and waiting.then in (kind, None):
            until = f" until {waiting.until:%Y-%m-%d}" if waiting.until else ""
            return f": {name} waits for {waiting.for_}{until}"
    return ""


def _closed(plan: Plan, name: str) -> str:
    standing = plan.opportunities.get(name)
    if standing is None:
        return ""
    if standing.closed_as:
        return f": {name} is closed ({standing.closed_as.replace('_', ' ')})"
    return f": {name} stands at {standing.stage!r} and nothing of that kind is due"


def _offers_elsewhere(search: Search, name: str, *, at: datetime) -> bool:
    return any(
        isinstance(event.happened, Offer) and event.when.at <= at
        for other in search.opportunities
        if other.id != name
        for event in other.events
    )
