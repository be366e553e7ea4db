"""Answer whatever the employer asks within a business day, also while you are in doubt."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from heardback.model.events import Event, OnHold, Received
from heardback.model.plan import Aim, Reason, Sentence
from heardback.playbook.case import Case, follows, strictly_after
from heardback.playbook.hours import deadline_of
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import author, hours_of, status_reader
from heardback.playbook.terms import pending_promise, running_hold

RULES = ("FE-1", "CK-11", "CK-12", "PE-4")
SOURCE = "seed: respond to their requests for more information and interviews; playbook FE-1"
# Parts of words, in the languages read so far, by which an employer asks for proof.
PROOF = ("sample", "portfolio", "reference", "example", "arbeitsprobe", "referenz")
NO_ANSWER = frozenset({"thank_you", "ask_address", "debrief_recruiter", "check_in"})


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with the replies owed to what the employer wrote."""
    if case.elsewhere is not None or (case.out and not case.ending):
        return
    for event, received in case.all(Received):
        why = _asks_for_reply(case, event, received)
        if why is not None and not _answered(case, event, received.from_):
            yield _reply(case, event, received, why)
    hold = running_hold(case)
    if hold is not None and not case.over and not _answered(case, hold[0], None):
        reply = _to_hold(case, hold[0])
        if reply.latest is None or reply.latest >= case.at:
            yield reply


def _asks_for_reply(case: Case, event: Event, received: Received) -> Reason | None:
    who: dict[str, Any] = {"person": case.name(author(case, received.from_)), "asks": received.asks}
    who["days"] = max(case.preferences.reply_sla, 1)
    if received.asks or received.about == "request" or received.reply_by:
        return case.reason("FE-1", "reply.asked", event, rests_on=("reply_sla",), **who)
    if case.over:
        return None
    if received.about == "still_deciding":
        return case.reason("CK-11", "reply.still_deciding", event, **who)
    booked = any(strictly_after(r.event, event) for r in case.rounds)
    if received.about == "scheduling" and not booked:
        return case.reason("FE-1", "reply.scheduling", event, rests_on=("reply_sla",), **who)
    return None


def _answered(case: Case, event: Event, person: str | None) -> bool:
    """Return whether something that counts as an answer went out since."""
    for send in case.sends:
        if not follows(send.event, event) or send.kind in NO_ANSWER:
            continue
        if send.kind == "reply" or person is None or person in send.readers:
            return True
    return False


def _reply(case: Case, event: Event, received: Received, why: Reason) -> Proposal:
    reader = author(case, received.from_)
    reply = _answer(case, event, reader, why, _limit(case, received), received.channel)
    if _asks_for_proof(received):
        reply.why.append(case.reason("PE-4", "reply.proof", event))
    promised = pending_promise(case)
    dated = promised is not None and promised.runs_to is not None
    if received.about == "still_deciding" and not dated and not case.over:
        reply.aims.append(Aim("ask_timeframe", None, (case.ground(event),)))
    return reply


def _asks_for_proof(received: Received) -> bool:
    words = (received.asks or "").casefold()
    return any(part in words for part in PROOF)


def _limit(case: Case, received: Received) -> datetime | None:
    if received.reply_by is None:
        return None
    return deadline_of(received.reply_by, case.calendar, case.hours().zone)


def _to_hold(case: Case, event: Event) -> Proposal:
    hold = event.happened
    until = hold.until if isinstance(hold, OnHold) else None
    why = case.reason("CK-12", "reply.on_hold", event, until=until)
    heard = [r.from_ for e, r in case.all(Received) if not strictly_after(e, event) and r.from_]
    reader = status_reader(case, heard[-1] if heard else None)
    reply = _answer(case, event, reader, why, None, "email")
    reply.optional = True
    if until is None:
        reply.aims.append(Aim("ask_timeframe", None, (case.ground(event),)))
    return reply


def _answer(
    case: Case,
    event: Event,
    reader: str | None,
    why: Reason,
    limit: datetime | None,
    channel: str | None,
) -> Proposal:
    hours = hours_of(case, reader)
    moment = hours.open(event.when.at)
    latest = hours.business_days_later(event.when.at, case.preferences.reply_sla)
    return propose(
        case,
        "reply",
        reader,
        why,
        anchor=event,
        not_before=moment,
        due=moment,
        latest=min(latest, limit) if limit else latest,
        channel="call" if channel == "voicemail" else (channel or "email"),
        changes_if=(Sentence("change.you_answer"),),
    )
