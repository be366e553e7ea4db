"""What the candidate does with a follow-up: done, put off, skipped."""

from datetime import datetime, timedelta

from heardback.errors import UnknownFollowUp
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.model.plan import FollowUp
from heardback.model.sayings import Dismissed, Logged, Snoozed
from heardback.playbook.keys import follow_up_key
from heardback.ports import Ports
from heardback.service.agenda import Page
from heardback.service.show import find_opportunity
from heardback.service.tell import say
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

# The deed a follow-up means, where it is not simply a message sent.
OUTCOMES = {"accept": "accepted", "decline": "declined", "withdraw": "withdrew"}
# Nothing goes out for these: they are marked by skipping them.
UNSENT = frozenset({"ask_timeframe", "decide"})


def listed(ports: Ports, id: str) -> tuple[Tracked, FollowUp]:
    """Given a follow-up's id or its number in today's agenda, return it; raise UnknownFollowUp."""
    tracked = track(ports)
    made = plan(ports, tracked)
    found = next((f for f in made.follow_ups if f.id == id), None)
    if found is None:
        name = id.partition("/")[0]
        find_opportunity(tracked, name)
        ids = ", ".join(f.id for f in made.follow_ups if f.opportunity == name)
        raise UnknownFollowUp(
            f"{id!r} is not in the plan.", hint=f"Listed for {name}: {ids or 'nothing'}."
        )
    return tracked, found


def title(ports: Ports, tracked: Tracked, follow_up: FollowUp) -> str:
    """Return what a follow-up is called, with its employer."""
    now = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=now)
    row = {"id": follow_up.id, "kind": follow_up.kind, "to": list(follow_up.to)}
    return f"{page.title(row)} ({page.opportunity(follow_up.opportunity).employer})"


def done(ports: Ports, id: str, *, when: datetime | None, channel: str | None) -> str:
    """Record that a follow-up was sent or done at `when` (default: now); return its title.

    It is kept as a saying, so that it can be undone; a message found in Sent replaces it.
    """
    tracked, follow_up = listed(ports, id)
    if follow_up.kind in UNSENT:
        return skip(ports, id, reason="done")
    at = (when or ports.clock.now()).isoformat(timespec="seconds")
    sent: dict[str, object] = {"when": at, "what": "sent", "kind": follow_up.kind}
    sent["to"] = list(follow_up.to)
    if follow_up.via:
        sent["via"] = follow_up.via
    sent["channel"] = channel or follow_up.channel or "email"
    sent["source"] = "user"
    key = _address(tracked, follow_up)
    sayings = [Logged(opportunity=key, event=sent)]
    if follow_up.kind in OUTCOMES:
        outcome: dict[str, object] = {
            "when": at,
            "what": OUTCOMES[follow_up.kind],
            "source": "user",
        }
        sayings.append(Logged(opportunity=key, event=outcome))
    say(ports, sayings)
    return title(ports, tracked, follow_up)


def snooze(ports: Ports, id: str, *, until: datetime | None, days: int | None) -> tuple[str, str]:
    """Put a follow-up off; return its title and until when, in words."""
    tracked, follow_up = listed(ports, id)
    now = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    again = until or (now + timedelta(days=days or 1)).replace(hour=8, minute=0, second=0)
    say(ports, [Snoozed(follow_up=key_of(tracked, follow_up), until=again)])
    shown = ENGLISH_FACES.moment(again.astimezone(now.tzinfo), today=now.date())
    return title(ports, tracked, follow_up), shown


def skip(ports: Ports, id: str, *, reason: str | None) -> str:
    """Dismiss a follow-up; return its title."""
    tracked, follow_up = listed(ports, id)
    say(ports, [Dismissed(follow_up=key_of(tracked, follow_up), reason=reason)])
    return title(ports, tracked, follow_up)


def _address(tracked: Tracked, follow_up: FollowUp) -> str:
    found = tracked.find(follow_up.opportunity)
    assert found is not None
    return found.key


def key_of(tracked: Tracked, follow_up: FollowUp) -> str:
    """Return the lasting address of a follow-up."""
    address = _address(tracked, follow_up)
    return follow_up_key(address, follow_up.kind, follow_up.to, follow_up.anchor)
