"""One kept mail, as a page shows it: plain text, whom it is from, where it belongs."""

from typing import Any

from heardback.model.message import Address
from heardback.ports import Ports
from heardback.service.tracked import track
from heardback.timeframe.business import zone


def mail_page(ports: Ports, key: str) -> dict[str, Any] | None:
    """Given a kept mail's key (its Message-ID), return it in words, None where it is not kept."""
    wanted = {key, f"<{key.strip('<>')}>", key.strip("<>")}
    kept = (r for r in ports.store.received() if r.key in wanted and r.message is not None)
    received = next(kept, None)
    if received is None or received.message is None:
        return None
    mail, tracked = received.message, track(ports)
    homes = (t.opportunity for t in tracked.opportunities for r in t.readings if r.key in wanted)
    home = next(homes, None)
    at = mail.date.astimezone(zone(tracked.search.candidate.timezone)) if mail.date else None
    return {
        "subject": mail.subject or "(no subject)",
        "from": _shown(mail.from_),
        "to": [_shown(each) for each in mail.to],
        "at": at.isoformat(timespec="minutes") if at else None,
        "text": mail.text,
        "opportunity": home.id if home else None,
        "employer": home.employer if home else None,
    }


def _shown(address: Address) -> str:
    return f"{address.name} <{address.email}>" if address.name else address.email
