"""What speaks against a letter at the last moment: the plan is made anew and asked.

Rules NN-1 (never nag, asked again at the moment of delivery) and DL-1 (the reader's hours) of the
playbook. Whatever cannot be told for sure counts against a status question: a question too few
costs a day, one too many costs goodwill.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.outbox import OBJECTIONS
from heardback.model.delivery import Letter
from heardback.model.events import Event, Sent
from heardback.model.plan import STATUS_QUESTIONS, FollowUp, Plan
from heardback.model.search import Search
from heardback.playbook.hours import Hours
from heardback.playbook.keys import follow_up_keys
from heardback.ports import Ports
from heardback.service.reasons import render
from heardback.service.tracked import plan, track
from heardback.timeframe.business import WorkCalendar, zone
from heardback.tracking.assemble import Tracked, TrackedOpportunity
from heardback.tracking.match import SURE_ENOUGH
from heardback.tracking.threads import Reading, in_order

SAYS_NOTHING = frozenset({"auto_reply", "job_alert", "application_received"})
"""Kinds of messages that answer nothing, even if they come from the employer."""

MISSED = timedelta(hours=1)
"""So long after it an hour of the candidate's own is still that hour."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a letter must not leave, and the words that say so; `wait`: not yet, until then."""

    why: str
    quote: str = ""
    wait: bool = False
    until: datetime | None = None


def objection(ports: Ports, letter: Letter) -> Objection | None:
    """Given a letter, return what speaks against it now, or None if its follow-up is still due."""
    tracked = track(ports)
    made = plan(ports, tracked)
    follow_up = carried(tracked, made, letter)
    now = ports.clock.now()
    found = tracked.find(letter.opportunity)
    if follow_up is None or found is None:
        return _gone(tracked, made, letter, now=now)
    news = since(ports, found, letter)
    if letter.kind in STATUS_QUESTIONS and news:
        return Objection(*_news(news[-1], tracked, now=now))
    unsure = _unsure(tracked, found)
    if letter.kind in STATUS_QUESTIONS and unsure is not None:
        return Objection(*_news(unsure, tracked, now=now, say="unsure"))
    if follow_up.not_before > now:
        if letter.kind in STATUS_QUESTIONS:
            # It was due when it was approved: something has moved it, and its words are stale.
            return _gone(tracked, made, letter, now=now)
        if letter.way == "smtp" and not letter.by_hand:
            return Objection(OBJECTIONS["early"], wait=True, until=follow_up.not_before)
    opens = opening(tracked.search, follow_up, letter, now=now)
    if opens is not None:
        return Objection(OBJECTIONS["hours"], wait=True, until=opens)
    return None


def carried(tracked: Tracked, made: Plan, letter: Letter) -> FollowUp | None:
    """Given a letter, return the follow-up of this plan that it carries, or None."""
    for one in made.follow_ups:
        found = tracked.find(one.opportunity)
        if found is None or letter.kind != one.kind:
            continue
        if letter.follow_up in follow_up_keys(found.opportunity, one.kind, one.to, one.anchor):
            return one
    return None


def opening(
    search: Search, follow_up: FollowUp, letter: Letter, *, now: datetime
) -> datetime | None:
    """Return when the reader's day begins, None where the letter may leave at once (DL-1).

    Drafts, hours of the candidate's own (unless a machine slept past them) and follow-ups that are
    due at any hour wait for nobody's day, nor does a letter whose limit would pass before it.
    """
    if letter.way != "smtp" or (letter.by_hand and now - letter.leave_at < MISSED):
        return None
    hours = reader_hours(search, follow_up)
    if hours.open(follow_up.due) != follow_up.due:
        return None
    opens = hours.open(now)
    at_risk = follow_up.latest is not None and opens > follow_up.latest
    return None if opens <= now or at_risk else opens


def reader_hours(search: Search, follow_up: FollowUp) -> Hours:
    """Return the business hours of whoever gets a follow-up first."""
    one = search.opportunity(follow_up.opportunity)
    country = (one.country if one else None) or search.candidate.country
    quiet = {**search.preferences, **(one.preferences if one else {})}.get("quiet_days", "on")
    theirs = follow_up.due.tzinfo
    name = search.candidate.timezone
    here = theirs if isinstance(theirs, ZoneInfo) else zone(name)
    return Hours(WorkCalendar(country, quiet_days=quiet not in ("off", False)), here)


def since(ports: Ports, found: TrackedOpportunity, letter: Letter) -> list[Reading]:
    """Return what came in of this opportunity after a letter was approved, in order of arrival."""
    keys = [each.key for each in islice(ports.store.received(), letter.known, None)]
    order = {key: number for number, key in enumerate(keys)}
    fresh = [r for r in found.readings if r.key in order and _speaks(r)]
    return sorted(fresh, key=lambda r: order[r.key])


def _speaks(reading: Reading) -> bool:
    seen = reading.seen
    from_calendar = bool(seen.uid and not seen.message_id)
    silent = seen.kind in SAYS_NOTHING and seen.confidence > SURE_ENOUGH
    return seen.direction == "in" and not from_calendar and not silent


def _unsure(tracked: Tracked, found: TrackedOpportunity) -> Reading | None:
    """Return the newest mail of theirs that nobody is sure of yet and no letter has answered."""
    waiting = {each.key for each in tracked.review}
    for reading in reversed(in_order(r for r in found.readings if r.seen.date)):
        if reading.seen.direction == "out":
            return None
        if reading.key in waiting and _speaks(reading):
            return reading
    return None


def _news(
    reading: Reading, tracked: Tracked, *, now: datetime, say: str = "wrote"
) -> tuple[str, str]:
    seen = reading.seen
    who = seen.from_.name or seen.from_.email or OBJECTIONS["somebody"]
    on = _day(seen.date or now, now, zone(tracked.search.candidate.timezone))
    quote = seen.evidence.get("kind") or seen.evidence.get("interview") or seen.subject
    return OBJECTIONS[say].format(who=who, on=on), quote


def _gone(tracked: Tracked, made: Plan, letter: Letter, *, now: datetime) -> Objection:
    """Say why a follow-up is no longer in the plan: what holds it, or the newest thing known."""
    found = tracked.find(letter.opportunity)
    if found is None:
        return Objection(OBJECTIONS["unlisted"])
    id = found.opportunity.id
    newest = _newest(found.opportunity.events, now=now)
    quote = (newest.quote or "") if newest else ""
    held = next((h for h in made.held if (h.opportunity, h.kind) == (id, letter.kind)), None)
    if held is not None:
        return Objection(render(held.reason, on=now.date()), quote)
    view = made.opportunities.get(id)
    if view is not None and view.closed_as is not None:
        words = ENGLISH_FACES.closed[view.closed_as]
        return Objection(OBJECTIONS["over"].format(how=words), quote)
    if newest is not None:
        here = zone(found.opportunity.timezone or tracked.search.candidate.timezone)
        what = ENGLISH_FACES.what[newest.what].lower()
        on = _day(newest.when.at, now, here)
        return Objection(OBJECTIONS["news"].format(what=what, on=on), quote)
    return Objection(OBJECTIONS["unlisted"])


def _day(at: datetime, now: datetime, here: tzinfo) -> str:
    return ENGLISH_FACES.day(at.astimezone(here).date(), today=now.astimezone(here).date())


def _newest(events: Sequence[Event], *, now: datetime) -> Event | None:
    """Return the newest thing that others did: the candidate's own letters speak for nothing."""
    theirs = [e for e in events if not isinstance(e.happened, Sent) and e.when.at <= now]
    return max(theirs, key=lambda e: (e.when.at, e.place), default=None)
