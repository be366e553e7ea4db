"""What several rules ask about offers: deadlines, how far along a process is, who is preferred."""

from datetime import date, datetime

from heardback.model.events import (
    Event,
    Hesitation,
    Offer,
    Preference,
    ReferencesChecked,
)
from heardback.model.record import record
from heardback.playbook.case import Case, Offered, Send
from heardback.timeframe.business import DEADLINE_HOUR, at

FAR_ALONG, FEWEST_DAYS, DECIDE_HOURS = 2, 3, 4
# Parts of words, in the languages read so far, by which an employer speaks of deciding.
DECIDING = ("decision", "decid", "offer", "entscheid", "angebot")
ACKNOWLEDGES = ("acknowledge_offer", "ask_extension", "accept", "decline", "reply")


@record(frozen=True, slots=True)
class Deadline:
    """By when the offer must be answered; `assumed` where the employer gave no date (OF-2)."""

    moment: datetime
    event: Event
    assumed: bool


def is_open(case: Case) -> bool:
    """Return whether an offer stands here that the candidate has not decided on."""
    return case.offered is not None and case.in_play and case.wants is None


def deadline(case: Case, offered: Offered) -> Deadline:
    """Given a case and its offer, return its deadline, known or assumed."""
    if offered.deadline is not None:
        return Deadline(offered.deadline, offered.dated or offered.event, assumed=False)
    day = case.calendar.after(_arrived(case, offered), case.preferences.assumed_window)
    return Deadline(at(day, DEADLINE_HOUR, case.hours().zone), offered.event, assumed=True)


def _arrived(case: Case, offered: Offered) -> date:
    return case.hours().local(offered.event.when.at).date()


def acknowledged(case: Case, offered: Offered) -> bool:
    """Return whether the candidate has answered the offer at all."""
    return case.sent(*ACKNOWLEDGES, since=offered.event)


def is_far_along(case: Case) -> Event | None:
    """Return the event that shows the process within two steps of its decision, or None."""
    references = case.last(ReferencesChecked)
    if references is not None:
        return references[0]
    for round in reversed(case.rounds):
        if round.interview.stage == "final":
            return round.event
    if case.held:
        left = case.held[-1].interview.steps_left
        if left is not None and left <= FAR_ALONG:
            return case.held[-1].event
    return _decision_promised(case)


def _decision_promised(case: Case) -> Event | None:
    """Return the promise whose words speak of a decision or an offer, or None."""
    for promised in reversed(case.promises):
        words = f"{promised.promise.said or ''} {promised.of or ''}".lower()
        if promised.promise.about == "written_offer" or any(w in words for w in DECIDING):
            return promised.event
    return None


def preferred(case: Case, over: Case) -> Event | None:
    """Given two cases, return the event by which the first is preferred over the second."""
    mine, theirs = case.last(Preference), over.last(Preference)
    if mine is not None and over.id in mine[1].over:
        return mine[0]
    if mine is None or mine[1].rank is None:
        return None
    if theirs is None or theirs[1].rank is None or mine[1].rank < theirs[1].rank:
        return mine[0]
    return None


def serious_doubt(case: Case) -> Event | None:
    """Return the last serious hesitation about this opportunity, or None."""
    doubts = [e for e, h in case.all(Hesitation) if h.serious]
    return doubts[-1] if doubts else None


def why_tell(offering: Case, case: Case) -> Event | None:
    """Given the case with an offer and another, return what makes the other worth telling."""
    return preferred(case, offering) or serious_doubt(offering)


def is_told_through(offering: Case, case: Case) -> bool:
    """Return whether this case is told of the offer by a `tell_about_offer` of its own."""
    allowed = is_far_along(case) is not None or case.preferences.early_headsup
    return allowed and why_tell(offering, case) is not None and case.offered is None


def settled_by(case: Case) -> Event:
    """Given an accepted case, return what settled it: the answer, or what it waited for."""
    assert case.accepted is not None
    events = [case.accepted]
    if case.offered is not None and case.preferences.withdraw_after == "cleared":
        events.append(case.offered.secured)
    elif case.offered is not None and case.offered.offer.written is False:
        written = [e for e, o in case.all(Offer) if o.written]
        written += [s.event for s in case.sends if _accepts_in_writing(s)]
        events += sorted(written, key=lambda e: (e.when.at, e.place))[:1]
    return max(events, key=lambda e: (e.when.at, e.place))


def is_settled(case: Case) -> bool:
    """Return whether an accepted offer releases every other employer (rules OF-9, OF-11).

    It must not rest on words alone, and by preference its conditions must be met.
    """
    offered = case.offered
    if case.accepted is None or offered is None:
        return case.accepted is not None
    if case.preferences.withdraw_after == "cleared" and offered.conditions_open:
        return False
    return offered.written is not False or _accepted_in_writing(case)


def _accepted_in_writing(case: Case) -> bool:
    return any(_accepts_in_writing(s) for s in case.sends)


def _accepts_in_writing(send: Send) -> bool:
    channel = getattr(send.event.happened, "channel", None)
    return send.kind == "accept" and channel in ("email", "letter")


@record(frozen=True, slots=True)
class Extension:
    """More time that would reach another employer's promised date (rule OF-3).

    `needed` business days bridge the gap (three at least); `days` are those to ask for, `until`
    the deadline they lead to.
    """

    needed: int
    days: int
    until: datetime

    @property
    def bridges(self) -> bool:
        """Whether what is asked for reaches the promised date."""
        return self.days >= self.needed


def extension(case: Case, limit: Deadline, by: date) -> Extension:
    """Given a case with an offer, its deadline and another's promised day, return what to ask."""
    tz = case.hours().zone
    local = limit.moment.astimezone(tz)
    needed = max(case.calendar.count_between(local.date(), by), FEWEST_DAYS)
    days = min(needed, max(case.preferences.extension_days, FEWEST_DAYS))
    return Extension(needed, days, at(case.calendar.after(local.date(), days), local.time(), tz))
