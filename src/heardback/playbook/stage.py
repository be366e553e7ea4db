"""Where an opportunity stands."""

from heardback.model.plan import Standing
from heardback.playbook.case import Case
from heardback.playbook.chain import has_ended_in_silence, next_question
from heardback.playbook.offers import acknowledged
from heardback.playbook.terms import running_hold


def standing(case: Case) -> Standing:
    """Given a case, return its stage, and how it closed if it did."""
    if case.ending is not None:
        return Standing(stage="closed", closed_as=case.ending.closed_as)
    if case.accepted is not None:
        return Standing(stage="accepted")
    if case.offered is not None:
        return Standing(stage="deciding" if acknowledged(case, case.offered) else "offer")
    if running_hold(case) is not None:
        silent = _is_silent(case)
        return (
            Standing(stage="closed", closed_as="no_answer") if silent else Standing(stage="on_hold")
        )
    if case.ahead:
        return Standing(stage="interviewing")
    if _is_silent(case):
        return Standing(stage="closed", closed_as="no_answer")
    return Standing(stage="waiting" if case.held else "applied")


def _is_silent(case: Case) -> bool:
    """Return whether the last question's time has passed; only asked where one was put."""
    asked = case.dismissed or any(s.kind == "check_in" for s in case.sends)
    return bool(asked) and has_ended_in_silence(case, next_question(case))
