"""What speaks against a letter at the last moment: the plan is made anew and asked."""

import re
from dataclasses import dataclass
from datetime import datetime

from heardback.model.delivery import Letter
from heardback.model.events import Event, Sent
from heardback.model.plan import STATUS_QUESTIONS, FollowUp, Plan
from heardback.playbook.keys import follow_up_keys
from heardback.ports import Ports
from heardback.service.reasons import render
from heardback.service.tracked import plan, track
from heardback.tracking.assemble import Tracked


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a letter must not leave, and the words that say so; `wait`: not yet."""

    why: str
    quote: str = ""
    wait: bool = False


OVER = "this search is over ({stage})"
NEWS = "something new has come since: {what}"
UNLISTED = "the plan no longer asks for it"


def objection(ports: Ports, letter: Letter) -> Objection | None:
    """Given a letter, return what speaks against it now, or None if its follow-up is still due."""
    tracked = track(ports)
    made = plan(ports, tracked)
    follow_up = _carried(tracked, made, letter)
    now = ports.clock.now()
    if follow_up is None:
        return _gone(tracked, made, letter, now=now)
    if follow_up.not_before is None or follow_up.not_before <= now:
        return None
    if letter.kind in STATUS_QUESTIONS:
        # It was due when it was approved: something has moved it, and its words are stale.
        return _gone(tracked, made, letter, now=now)
    return Objection("its time has not come", wait=True) if letter.way == "smtp" else None


def _carried(tracked: Tracked, made: Plan, letter: Letter) -> FollowUp | None:
    for one in made.follow_ups:
        found = tracked.find(one.opportunity)
        if found is None or letter.kind != one.kind:
            continue
        if letter.follow_up in follow_up_keys(found.opportunity, one.kind, one.to, one.anchor):
            return one
    return None


def _gone(tracked: Tracked, made: Plan, letter: Letter, *, now: datetime) -> Objection:
    """Say why a follow-up is no longer in the plan: what holds it, or the newest thing known."""
    found = tracked.find(letter.opportunity)
    if found is None:
        return Objection(UNLISTED)
    id = found.opportunity.id
    held = next((h for h in made.held if (h.opportunity, h.kind) == (id, letter.kind)), None)
    newest = _newest(found.opportunity.events, now=now)
    quote = (newest.quote or "") if newest else ""
    if held is not None:
        return Objection(render(held.reason, on=now.date()), quote)
    view = made.opportunities.get(id)
    if view is not None and view.closed_as is not None:
        return Objection(OVER.format(stage=view.closed_as), quote)
    if newest is not None:
        what = type(newest.happened).__name__
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", what).lower()
        return Objection(NEWS.format(what=words), quote)
    return Objection(UNLISTED)


def _newest(events: "tuple[Event, ...]", *, now: datetime) -> Event | None:
    """Return the newest thing that others did: the candidate's own letters speak for nothing."""
    theirs = [e for e in events if not isinstance(e.happened, Sent) and e.when.at <= now]
    return max(theirs, key=lambda e: (e.when.at, e.place), default=None)
