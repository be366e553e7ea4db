"""What notes of thanks share: who is still owed one, by which route, and when it goes."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from heardback.model.plan import Reason
from heardback.playbook.case import Case, Round
from heardback.playbook.hours import Hours
from heardback.playbook.promises import newest
from heardback.playbook.readers import AGENCY, agency_recruiter

FRIDAY, LATE, TEN, EVENING = 4, time(16), time(10), time(20)
TWO_HOURS, ONE_DAY, HALF_HOUR = timedelta(hours=2), timedelta(days=1), timedelta(minutes=30)

Times = tuple[datetime, datetime, datetime, Reason]


def decision_known(case: Case, round: Round) -> bool:
    """Return whether the employer has decided since the interview began."""
    return case.offered is not None and case.offered.event.when.at > round.start


def owed(case: Case, round: Round) -> list[str]:
    """Return whom of those met in the interview no note or check-in has reached since."""
    later = [r for r in case.held if r.start > round.start]
    return [
        p
        for p in round.met
        if case.role(p) != AGENCY
        and not case.sent("thank_you", "check_in", since=round.event, to=p)
        and not any(p in r.met for r in later)
    ]


def carried(case: Case) -> bool:
    """Return whether notes go through the agency's recruiter (rule RC-2)."""
    direct = "direct_note" in case.permissions or "direct_contact" in case.permissions
    through = case.preferences.agency_note in ("through", "none")
    return agency_recruiter(case) is not None and through and not direct


def note_times(case: Case, round: Round, hours: Hours) -> Times:
    """Given an interview and the reader's hours, return the note's three moments and their rule."""
    end = hours.local(round.end)
    first = end + timedelta(hours=case.preferences.note_delay)
    delay = ("note_delay",)
    if decision_is_near(case, round):
        soon = end + HALF_HOUR
        return soon, soon, end + ONE_DAY, case.reason("TY-4", "note.decision_near", round.event)
    if _ended_late(end, hours) and case.preferences.weekend_send != "any":
        why = case.reason("TY-3", "note.weekend", round.event, rests_on=("weekend_send", *delay))
        if case.preferences.weekend_send == "friday" and end.weekday() == FRIDAY:
            why = replace(why, say="note.before_weekend")
            due = end + TWO_HOURS if (end + TWO_HOURS).time() <= EVENING else first
            return min(first, due), due, end + ONE_DAY, why
        monday = hours.next_morning(end)
        return min(hours.open(first), monday), monday, hours.next_morning(end, TEN), why
    rests_on = (*delay, "weekend_send") if not hours.is_business_day(end) else delay
    say = "note.met" if round.end <= case.at else "note.will_meet"
    why = case.reason("TY-1", say, round.event, rests_on=rests_on, on=round.start)
    after = max(end + TWO_HOURS, first)
    any_day = case.preferences.weekend_send == "any" and not hours.is_business_day(after)
    if any_day and after.time() < hours.closes:
        return first, after, end + ONE_DAY, why
    due = hours.open(after)
    return min(hours.open(first), due), due, end + ONE_DAY, why


def _ended_late(end: datetime, hours: Hours) -> bool:
    if not hours.is_business_day(end):
        return True
    return end.time() >= LATE and not hours.is_business_day(end + ONE_DAY)


def decision_is_near(case: Case, round: Round) -> bool:
    """Return whether they said they decide on the day of the interview or the next (TY-4)."""
    promised = newest(case.promises, "answer")
    if promised is None or promised.by is None or promised.on < round.start.date():
        return False
    return promised.by <= case.calendar.after(round.end.date())
