"""Whom a message goes to, and who carries it."""

from collections.abc import Iterable

from heardback.playbook.case import Case, Prohibition
from heardback.playbook.hours import Hours

MAKERS = ("hiring_manager", "recruiter", "coordinator", "interviewer", "executive")
STATUS = ("recruiter", "coordinator", "hiring_manager", "interviewer", "executive")
ARRANGERS = (
    "agency_recruiter",
    "coordinator",
    "recruiter",
    "hiring_manager",
    "interviewer",
    "executive",
)
AGENCY = "agency_recruiter"
BETWEEN = frozenset({"recruiter", "coordinator"})


def reachable(case: Case, person: str) -> bool:
    """Return whether a message can reach the person: an address that has not bounced."""
    return barred(case, person) is None and has_address(case, person)


def barred(case: Case, person: str) -> Prohibition | None:
    """Return what the employer said against writing to this person, by name or role, or None."""
    if not case.prohibitions:
        return None
    by_role = "hiring_manager" if case.role(person) == "hiring_manager" else person
    return case.forbidden(person) or case.forbidden(by_role)


def has_address(case: Case, person: str) -> bool:
    """Return whether an address is known at which the person has not been missed."""
    known = case.person(person)
    if known is None:
        return False
    bounce = case.bounced.get(person)
    if bounce is None:
        return bool(known.email or known.emails)
    if len(known.addresses) > 1:
        return True
    return any(person in s.readers and s.event.when.at > bounce.when.at for s in case.sends)


def played(case: Case, roles: Iterable[str]) -> list[str]:
    """Given roles in order of preference, return the people who play them here."""
    players = case.players
    return [p for role in roles for p in players.get(role, ())]


def first(case: Case, roles: Iterable[str]) -> str | None:
    """Given roles in order, return the first reachable person, else the first one known."""
    candidates = played(case, roles)
    return next(
        (p for p in candidates if reachable(case, p)), candidates[0] if candidates else None
    )


def agency_recruiter(case: Case) -> str | None:
    """Return the agency's recruiter where this opportunity runs through an agency, else None."""
    if case.opportunity.route != "agency":
        return None
    return first(case, (AGENCY,))


def carrier(case: Case, person: str | None) -> str | None:
    """Given whom a message is meant for, return the recruiter who carries it, or None."""
    recruiter = agency_recruiter(case)
    if recruiter is None or person == recruiter or "direct_contact" in case.permissions:
        return None
    return None if person is not None and case.role(person) == AGENCY else recruiter


def hours_of(case: Case, person: str | None) -> Hours:
    """Given whom a message is meant for, return the hours of who gets it first: their carrier's."""
    return case.hours(carrier(case, person) or person)


def decision_maker(case: Case) -> str | None:
    """Return who hears of an offer elsewhere, a withdrawal or a refusal (section 7, Readers).

    The hiring manager; where none is known or reachable the employer's recruiter, coordinator,
    first interviewer. What an agency carries needs no address.
    """
    candidates = played(case, MAKERS)
    if (recruiter := carrier(case, None)) is not None:
        return candidates[0] if candidates else recruiter
    return first(case, MAKERS) or first(case, (AGENCY, "other", "referrer"))


def status_reader(case: Case, giver: str | None) -> str | None:
    """Return whom a status question goes to (rule CK-16).

    The agency's recruiter on an agency route; else who gave the timeframe, else the employer's
    recruiter or coordinator, else the hiring manager.
    """
    if (recruiter := carrier(case, None)) is not None:
        return recruiter
    if giver is not None and reachable(case, giver):
        return giver
    candidates = played(case, STATUS)
    open_to = [p for p in candidates if reachable(case, p)]
    if open_to:
        return open_to[0]
    return giver or (candidates[0] if candidates else None)


def author(case: Case, person: str | None) -> str | None:
    """Given who wrote, if that is known, return whom to answer."""
    return person or agency_recruiter(case) or decision_maker(case)


def may_call(case: Case, person: str | None) -> bool:
    """Return whether a call is allowed: by the candidate, and by the employer."""
    if case.preferences.call_policy == "never":
        return False
    what = ("calls", "mobile", "any", *((person,) if person else ()))
    return not (case.prohibitions and any(case.forbidden(one) for one in what))
