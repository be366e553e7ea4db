"""Who likes to may follow the mail of thanks with a card by post."""

from collections.abc import Iterable

from heardback.playbook.case import Case, Round, Send
from heardback.playbook.notes import carried, decision_is_near, decision_known
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import AGENCY, barred

RULES = ("TY-1",)
SOURCE = "advisers: a mail the next day, and a card some days later (preference note_channel: both)"
LATEST_DAYS = 5


def decide(case: Case) -> Iterable[Proposal]:
    """Given a case, answer with the cards that may follow the notes of the last interview."""
    if case.preferences.note_channel != "both" or not case.in_play or carried(case):
        return
    for round in case.held[-1:]:
        if round.interview.stage == "screen" or decision_known(case, round):
            continue
        if decision_is_near(case, round):  # never by post then (TY-4)
            continue
        for person in round.met:
            note = _mailed(case, round, person)
            if note is not None and case.role(person) != AGENCY and barred(case, person) is None:
                yield _card(case, note, person)


def _mailed(case: Case, round: Round, person: str) -> Send | None:
    """Return the note that went by mail, unless a card went too."""
    notes = [
        s
        for s in case.sends
        if s.kind == "thank_you" and person in s.readers and s.event.when.at >= round.start
    ]
    by_post = any(getattr(s.event.happened, "channel", None) == "letter" for s in notes)
    return None if by_post or not notes else notes[-1]


def _card(case: Case, note: Send, person: str) -> Proposal:
    hours = case.hours(person)
    moment = hours.next_morning(note.event.when.at)
    names = [case.name(person)]
    rests_on = ("note_channel",)
    return propose(
        case,
        "thank_you",
        person,
        case.reason("TY-1", "note.card", note.event, rests_on=rests_on, people=names),
        anchor=note.event,
        not_before=moment,
        due=moment,
        latest=hours.business_days_later(moment, LATEST_DAYS),
        channel="letter",
        optional=True,
    )
