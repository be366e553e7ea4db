"""The rules of the playbook: a file per family, each answering for one case alone."""

from collections.abc import Callable, Iterable

from heardback.playbook.case import Case
from heardback.playbook.proposal import Answer
from heardback.playbook.rules import (
    after_the_end,
    ask_address,
    card,
    check_in,
    decision,
    doubts,
    interview_ahead,
    linkedin,
    mistake,
    offer_here,
    points,
    recruiter,
    reply,
    talk,
    tell_about_offer,
    thank_you,
)

FAMILIES = (
    interview_ahead,
    thank_you,
    card,
    ask_address,
    check_in,
    reply,
    offer_here,
    tell_about_offer,
    decision,
    points,
    doubts,
    recruiter,
    talk,
    mistake,
    after_the_end,
    linkedin,
)
RULES: tuple[Callable[[Case], Iterable[Answer]], ...] = tuple(f.decide for f in FAMILIES)
