"""The draft of a follow-up from the store: in the thread it answers."""

from heardback.drafting.compose import ThreadHead
from heardback.model.draft import Draft
from heardback.model.message import bracketed
from heardback.model.plan import FollowUp
from heardback.ports import Ports
from heardback.service.draft import Asked, draft_follow_up
from heardback.service.tracked import plan, track
from heardback.tracking.assemble import Tracked
from heardback.tracking.threads import in_order


def draft(ports: Ports, id: str) -> Draft:
    """Given a follow-up's id, return its draft; raise UnknownFollowUp with the reason."""
    tracked = track(ports)
    made = plan(ports, tracked)
    listed = next((f for f in made.follow_ups if f.id == id), None)
    head = thread_head(tracked, listed) if listed else None
    asked = Asked(thread=head)
    return draft_follow_up(tracked.search, made, id, at=ports.clock.now(), asked=asked)


def thread_head(tracked: Tracked, follow_up: FollowUp) -> ThreadHead | None:
    """Return the newest message exchanged with the first reader, which a reply continues."""
    found = tracked.find(follow_up.opportunity)
    first = follow_up.via or (follow_up.to[0] if follow_up.to else None)
    person = tracked.search.people.get(first) if first else None
    if found is None or person is None or follow_up.channel != "email":
        return None
    addresses = {a.casefold() for a in person.addresses}
    for reading in reversed(in_order(found.readings)):
        seen = reading.seen
        ends = {seen.from_.email.casefold(), *(a.email.casefold() for a in seen.to)}
        usable = seen.message_id and seen.kind != "auto_reply"
        if usable and ends & addresses and seen.message_id is not None:
            return ThreadHead(
                message_id=bracketed(seen.message_id),
                subject=seen.subject,
                references=tuple(bracketed(id) for id in seen.thread),
            )
    return None
