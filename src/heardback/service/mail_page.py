"""One kept mail, as a page shows it: plain text, whom it is from, where it belongs."""

from typing import Any

from heardback.model.message import Address
from heardback.ports import Ports
from heardback.service.tracked import track
from heardback.timeframe.business import zone


def mail_page(ports: Ports, key: str) -> dict[str, Any] | None:
    """Given a Message-ID, return the kept mail in words, None where it is not kept.

    A mail that came attached to another is shown as the one it came with.
    """
    wanted = {key, f"<{key.strip('<>')}>", key.strip("<>")}
    tracked = track(ports)
    read = [(t.opportunity, r) for t in tracked.opportunities for r in t.readings]
    wanted |= {r.kept for _, r in read if r.seen.message_id in wanted}
    kept = (r for r in ports.store.received() if r.key in wanted and r.message is not None)
    received = next(kept, None)
    if received is None or received.message is None:
        return None
    mail = received.message
    home = next((one for one, r in read if r.kept in wanted), None)
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
