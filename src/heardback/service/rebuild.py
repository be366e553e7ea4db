"""Work out anew all that is derived: the truths stay, the readings are made again."""

from heardback.ports import Ports
from heardback.service.tracked import track


def rebuild(ports: Ports) -> dict[str, int]:
    """Drop what is derived, read every kept message again, fold; return counts."""
    with ports.store.writing(), ports.store.transaction():
        ports.store.forget_derived()
    tracked = track(ports)
    return {
        "read": sum(1 for _ in ports.store.received()),
        "opportunities": len(tracked.search.opportunities),
        "people": len(tracked.search.people),
        "review": len(tracked.review),
    }
