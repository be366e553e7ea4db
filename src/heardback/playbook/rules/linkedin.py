"""Met somebody? An invitation to connect waits for the end, or a day where you prefer that."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from heardback.model.plan import Caution, Reason
from heardback.playbook.case import Case
from heardback.playbook.readers import AGENCY, carrier

RULES = ("TY-8", "CK-13")
SOURCE = "advisers: not before the end of the process, or at the earliest a day after meeting"
ONE_DAY = timedelta(days=1)


def decide(case: Case) -> Iterable[Caution]:
    """Given a case, answer with the caution against connecting with those met, while it holds."""
    if not case.held or case.over or case.accepted:
        return
    met = dict.fromkeys(p for r in case.held for p in r.met if _has_page(case, p))
    if not met:
        return
    people = tuple(met)
    asked = case.forbidden("linkedin") or case.forbidden("any")
    if asked is not None:
        why = case.reason("CK-13", "linkedin.forbidden", asked.event)
        yield _caution(case, people, why, asked.until)
        return
    last = case.held[-1]
    names: dict[str, Any] = {"people": [case.name(p) for p in people]}
    patient = case.preferences.linkedin_connect == "after_process"
    if patient or carrier(case, people[0]) is not None:
        why = case.reason("TY-8", "linkedin.after_process", last.event, **names)
        yield _caution(case, people, why, None)
    elif last.end + ONE_DAY > case.at:
        rests_on = ("linkedin_connect",)
        why = case.reason("TY-8", "linkedin.after_a_day", last.event, rests_on=rests_on, **names)
        yield _caution(case, people, why, case.hours().local(last.end + ONE_DAY))


def _has_page(case: Case, person: str) -> bool:
    known = case.person(person)
    return known is not None and bool(known.linkedin) and case.role(person) != AGENCY


def _caution(case: Case, to: tuple[str, ...], why: Reason, until: datetime | None) -> Caution:
    return Caution(
        opportunity=case.id,
        kind="linkedin_connect",
        to=to,
        channel="linkedin",
        until=until,
        reason=why,
    )
