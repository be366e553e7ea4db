"""Tell the employer you would rather join that another has made you an offer, and by when.

Only where they are far along, and you prefer them or have serious doubts about the offer.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from heardback.model.events import Away, Event
from heardback.model.plan import Held, Reason, Sentence
from heardback.model.record import record
from heardback.playbook.case import Case, Offered
from heardback.playbook.offers import Deadline, deadline, is_far_along, preferred, why_tell
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import MAKERS, decision_maker, hours_of, may_call, played, reachable

RULES = ("OF-4", "OF-5", "OF-6", "OF-9")
SOURCE = (
    "seed: inform the hiring manager at Job B if far along and you prefer B; playbook OF-4 to 6"
)
THANKED = ("acknowledge_offer", "ask_extension")


@record(frozen=True, slots=True)
class Rival:
    """The case with the offer, the offer, and its deadline."""

    case: Case
    offered: Offered
    limit: Deadline


def decide(case: Case) -> Iterable[Proposal | Held]:
    """Given a case, answer with the news for its employer of an offer elsewhere, or why not."""
    if not case.offering or not case.in_play or case.offered or not case.rounds:
        return
    rivals = [
        Rival(other, other.offered, deadline(other, other.offered))
        for other in case.offering
        if other is not case and other.offered is not None
    ]
    rivals = [r for r in rivals if r.limit.moment >= case.at]
    if any(case.sent("tell_about_offer", since=r.offered.event) for r in rivals):
        return
    if rivals:
        yield _answer(case, min(rivals, key=lambda r: r.limit.moment))


def _answer(case: Case, rival: Rival) -> Proposal | Held:
    offer = rival.offered.event
    names: dict[str, Any] = {"other": rival.case.opportunity.employer}
    reader = _there_in_time(case, decision_maker(case), rival.limit)
    to = (reader,) if reader else ()
    wish = why_tell(rival.case, case)
    if wish is None:
        why = case.reason("OF-6", "tell.no_preference", offer, **names)
        return Held(opportunity=case.id, kind="tell_about_offer", to=to, reason=why)
    near = is_far_along(case)
    if near is None and not case.preferences.early_headsup:
        why = case.reason("OF-5", "tell.too_early", offer, rests_on=("early_headsup",), **names)
        return Held(opportunity=case.id, kind="tell_about_offer", to=to, reason=why)
    return _proposal(case, rival, reader, tuple(_reasons(case, rival, wish, near)))


def _reasons(case: Case, rival: Rival, wish: Event, near: Event | None) -> Iterable[Reason]:
    offer = rival.limit.event
    names: dict[str, Any] = {"other": rival.case.opportunity.employer, "by": rival.limit.moment}
    if near is None:
        yield case.reason("OF-5", "tell.headsup", offer, rests_on=("early_headsup",), **names)
    else:
        say = "tell.preferred" if preferred(case, rival.case) else "tell.doubt"
        yield case.reason("OF-4", say, offer, wish, near, rests_on=("b_channel",), **names)
    if rival.limit.assumed:
        days = rival.case.preferences.assumed_window
        rests_on = ("assumed_window",)
        yield case.reason(
            "OF-2", "tell.assumed", offer, rests_on=rests_on, whose=rival.case, days=days, **names
        )
    if rival.offered.written is not True:
        yield case.reason("OF-9", "tell.verbal", rival.offered.event, **names)


def _proposal(case: Case, rival: Rival, reader: str | None, why: tuple[Reason, ...]) -> Proposal:
    hours = hours_of(case, reader)
    known = hours.open(_date_known(rival))
    calls = case.preferences.b_channel == "call" and may_call(case, reader)
    return propose(
        case,
        "tell_about_offer",
        reader,
        *why,
        anchor=rival.limit.event,
        not_before=known,
        due=known,
        latest=rival.case.hours().business_days_before(rival.limit.moment, 1),
        channel="call" if calls else "email",
        optional=is_far_along(case) is None,
        changes_if=(Sentence("change.they_decide"), Sentence("change.you_decide")),
    )


def _there_in_time(case: Case, reader: str | None, limit: Deadline) -> str | None:
    """Return the reader, or who stands in where they are away until the deadline (rule CK-9)."""
    day = limit.moment.astimezone(case.hours().zone).date()
    away = {a.person for _, a in case.all(Away) if a.until is not None and a.until >= day}
    if reader not in away:
        return reader
    return next((p for p in played(case, MAKERS) if p not in away and reachable(case, p)), reader)


def _date_known(rival: Rival) -> datetime:
    """Return when the offer's date was known; without one, the business day after thanking."""
    if not rival.limit.assumed:
        return rival.limit.event.when.at
    thanked = [s.event for s in rival.case.sends if s.kind in THANKED]
    hours = rival.case.hours()
    since = thanked[-1].when.at if thanked else hours.open(rival.offered.event.when.at)
    return hours.next_morning(since)
