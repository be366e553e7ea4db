"""No address for somebody you met? Ask whoever arranged it, the same day, for it or to pass it on.

The note goes with the request, ready to be forwarded. An address is never guessed silently.
"""

from collections.abc import Iterable
from datetime import timedelta

from heardback.model.plan import Sentence
from heardback.playbook.case import Case, Round, follows
from heardback.playbook.notes import carried, decision_known, owed
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import ARRANGERS, barred, has_address, hours_of, played

RULES = ("TY-8", "BN-1")
SOURCE = "playbook TY-8: coordinator or recruiter first, then a LinkedIn message, then reception"
ONE_HOUR, ONE_DAY = timedelta(hours=1), timedelta(days=1)


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with one request for the addresses missing after each interview."""
    if not case.in_play or carried(case):
        return
    for round in case.rounds:
        missing = [p for p in _missing(case, round) if not _asked(case, round, p)]
        if missing and not decision_known(case, round) and not _checked_in(case, round):
            yield _request(case, round, tuple(missing))


def _missing(case: Case, round: Round) -> list[str]:
    if round.interview.stage == "screen" and case.preferences.screen_note == "off":
        return []
    if all(has_address(case, p) for p in round.met):
        return []
    return [p for p in owed(case, round) if not has_address(case, p) and not barred(case, p)]


def _asked(case: Case, round: Round, person: str) -> bool:
    asked = [s for s in case.sends if s.kind == "ask_address"]
    for send in asked:
        meant = getattr(send.event.happened, "for_", None)
        if follows(send.event, case.bounced.get(person, round.event)) and meant in (None, person):
            return True
    return False


def _checked_in(case: Case, round: Round) -> bool:
    return case.sent("check_in", since=round.event)


def _on_linkedin(case: Case, missing: tuple[str, ...]) -> str | None:
    return next((p for p in missing if (q := case.person(p)) and q.linkedin), None)


def _request(case: Case, round: Round, missing: tuple[str, ...]) -> Proposal:
    asked = next((p for p in played(case, ARRANGERS) if has_address(case, p)), None)
    linked = None if case.forbidden("linkedin") else _on_linkedin(case, missing)
    reader = asked or linked
    hours = hours_of(case, reader)
    names = [case.name(p) for p in missing]
    bounces = [case.bounced[p] for p in missing if p in case.bounced]
    anchor = bounces[-1] if bounces else round.event
    begins = anchor.when.at if bounces else round.end
    why = [case.reason("TY-8", "address.unknown", round.event, people=names, on=round.start)]
    if reader is None:
        why.append(case.reason("TY-8", "address.nobody_to_ask", round.event, people=names))
    if bounces:
        why.append(case.reason("BN-1", "address.bounced", *bounces, people=names))
    request = propose(
        case,
        "ask_address",
        reader,
        *why,
        anchor=anchor,
        not_before=hours.open(begins),
        due=hours.open(hours.open(begins) + ONE_HOUR),
        latest=begins + ONE_DAY,
        channel=None if reader is None else ("email" if asked else "linkedin"),
        changes_if=(Sentence("change.address_found", {"people": names}),),
    )
    request.named = missing
    return request
