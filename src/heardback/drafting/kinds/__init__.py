"""What each kind of follow-up says: one function per kind, an outline for each."""

from collections.abc import Callable

from heardback.drafting.case import Case
from heardback.drafting.kinds import answers, leaving, notes, offers, points, recruiter, status
from heardback.drafting.outline import Outline

OUTLINES: dict[str, Callable[[Case], Outline]] = {
    "ask_timeframe": status.ask_timeframe,
    "thank_you": notes.thank_you,
    "ask_address": notes.ask_address,
    "check_in": status.check_in,
    "closing_message": status.closing_message,
    "keep_in_touch": status.keep_in_touch,
    "reply": answers.reply,
    "take_call": answers.take_call,
    "reschedule": answers.reschedule,
    "fix_mistake": answers.fix_mistake,
    "answer_rejection": answers.answer_rejection,
    "acknowledge_offer": offers.acknowledge_offer,
    "ask_extension": offers.ask_extension,
    "tell_about_offer": offers.tell_about_offer,
    "decide": offers.decide,
    "accept": offers.accept,
    "decline": leaving.decline,
    "withdraw": leaving.withdraw,
    "raise_point": points.raise_point,
    "ask_question": points.ask_question,
    "debrief_recruiter": recruiter.debrief_recruiter,
    "update_recruiter": recruiter.update_recruiter,
}


def outline(case: Case) -> Outline:
    """Given a case, return what its letter says; wrapped for the recruiter where one carries it."""
    plain = OUTLINES[case.follow_up.kind](case)
    return recruiter.carried(plain, case=case) if case.carrier else plain
