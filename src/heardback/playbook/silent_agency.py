"""A silent agency: whom to ask instead of the recruiter, and who must not be (rule RC-4).

The agency's other contact first; the employer only where the candidate allows it (`permission` for
direct contact, recorded after the silence).
"""

from dataclasses import dataclass
from typing import Any

from heardback.model.events import Event, Permission
from heardback.model.plan import Reason
from heardback.playbook.case import Case, strictly_after
from heardback.playbook.readers import AGENCY, STATUS, played, reachable

AGENCY_DAYS = 10


@dataclass(frozen=True, slots=True)
class SilentAgency:
    """Who is asked instead (None: nobody else may be), and why."""

    reader: str | None
    reason: Reason


def silent_agency(case: Case, asked: str | None, last: Event) -> SilentAgency | None:
    """Given whom the unanswered questions went to and the last of them, return whom to ask now.

    None where no agency's recruiter was asked.
    """
    if asked is None or case.role(asked) != AGENCY:
        return None
    names: dict[str, Any] = {"recruiter": case.name(asked), "days": AGENCY_DAYS}
    allowed = [
        e
        for e, p in case.all(Permission)
        if "direct_contact" in p.allows and strictly_after(e, last)
    ]
    if allowed:
        reader = next((p for p in played(case, STATUS) if reachable(case, p)), None)
        why = case.reason("RC-4", "agency.released", allowed[-1], person=case.name(reader), **names)
        return SilentAgency(reader, why)
    others = [p for p in played(case, (AGENCY,)) if p != asked and reachable(case, p)]
    if others:
        why = case.reason("RC-4", "agency.colleague", last, person=case.name(others[0]), **names)
        return SilentAgency(others[0], why)
    return SilentAgency(None, case.reason("RC-4", "agency.nobody_else", last, **names))
