"""The interviews held lately of which nothing has been noted yet."""

from datetime import timedelta
from typing import Any

from heardback.ports import Ports
from heardback.service.record import due_for_debrief
from heardback.service.tracked import track

FRESH = timedelta(days=4)


def waiting_debriefs(ports: Ports) -> list[dict[str, Any]]:
    """Return the opportunities with an interview of the last days and no notes since."""
    tracked = track(ports)
    now = ports.clock.now()
    found = []
    for id in due_for_debrief(tracked, now):
        one = tracked.search.opportunity(id)
        assert one is not None
        held = [e.when.at for e in one.events if e.what == "interview" and e.when.at <= now]
        if now - max(held) <= FRESH:
            found.append({"id": id, "employer": one.employer, "held": max(held).isoformat()})
    return found
