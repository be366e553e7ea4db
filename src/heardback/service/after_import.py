"""What frames an import of mail: whose mail it is before, and the agenda made ready after."""

from collections.abc import Sequence

from heardback.model.sayings import ProfileSet
from heardback.ports import Ports
from heardback.service.tell import say
from heardback.service.tracked import said_addresses, track


def begin(ports: Ports, me: Sequence[str]) -> frozenset[str]:
    """Keep the own addresses given on the command line with the profile; return all known."""
    known = said_addresses(ports)
    new = [address for address in me if address.casefold() not in known]
    if new:
        all_ = [*sorted(known), *new]
        values: dict[str, object] = {"emails": all_}
        if not known:
            values["email"] = new[0]
        say(ports, [ProfileSet(values=values)])
    return said_addresses(ports)


def conclude(ports: Ports) -> int:
    """Return how many opportunities there are now; the agenda is made when it is asked for."""
    count = len(track(ports).search.opportunities)
    with ports.store.writing(), ports.store.transaction():
        ports.store.ledger.set_opportunities(count)
    return count
