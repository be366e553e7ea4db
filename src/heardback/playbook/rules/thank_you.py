"""Thank everyone you met, each alone, as soon as it is thoughtfully written.

From half an hour after the interview, two hours after it where that is still a business day, else
the next business morning; within 24 hours. After a late Friday, a weekend or the eve of a holiday
the next business morning; at once where the decision is due the same or the next day.
"""

from collections.abc import Iterable

from heardback.model.events import Debrief, Event
from heardback.model.plan import Held, Reason, Sentence
from heardback.playbook.case import Case, Round, follows
from heardback.playbook.notes import carried, decision_known, note_times, owed
from heardback.playbook.proposal import Proposal, propose
from heardback.playbook.readers import agency_recruiter, barred, has_address, played

RULES = (
    "TY-1",
    "TY-2",
    "TY-3",
    "TY-4",
    "TY-5",
    "TY-6",
    "TY-7",
    "TY-8",
    "TY-9",
    "TY-13",
    "RC-2",
    "CK-13",
)
SOURCE = "seed: write a thank-you note and send it as soon as possible; playbook TY-1 to TY-9, RC-2"
GROUP_FROM, LITTLE = 7, 2


def decide(case: Case) -> Iterable[Proposal | Held]:
    """Given a case, answer with the notes owed for every interview held or scheduled."""
    if not case.in_play:
        return
    for round in case.rounds:
        if not decision_known(case, round):
            yield from _notes(case, round)
    yield from _arranger(case)


def _notes(case: Case, round: Round) -> Iterable[Proposal | Held]:
    if (left_out := _left_out(case, round)) is not None:
        if not any(r.start > round.start for r in case.held):
            to = tuple(owed(case, round))
            if to:
                yield Held(opportunity=case.id, kind="thank_you", to=to, reason=left_out)
        return
    readers = owed(case, round)
    through = carried(case)
    asked_not_to = {p: found for p in readers if (found := barred(case, p)) and not through}
    for person, found in asked_not_to.items():
        why = case.reason("CK-13", "note.forbidden", found.event, person=case.name(person))
        until = found.until
        yield Held(opportunity=case.id, kind="thank_you", to=(person,), until=until, reason=why)
    readers = [p for p in readers if p not in asked_not_to]
    reached = [p for p in readers if through or has_address(case, p) or p in case.bounced]
    for person in readers:
        if person not in reached:
            why = case.reason("TY-8", "note.no_address", round.event, person=case.name(person))
            yield Held(opportunity=case.id, kind="thank_you", to=(person,), reason=why)
    for group in _groups(case, round, reached):
        note = _note(case, round, group)
        if not (note.optional and note.latest and note.latest < case.at):
            yield note


def _left_out(case: Case, round: Round) -> Reason | None:
    """Return why no notes are written after this interview, by preference; else None."""
    if round.interview.stage == "screen" and case.preferences.screen_note == "off":
        return case.reason("TY-5", "note.screen_off", round.event, rests_on=("screen_note",))
    if agency_recruiter(case) is not None and case.preferences.agency_note == "none":
        return case.reason("RC-2", "note.agency_off", round.event, rests_on=("agency_note",))
    return None


def _groups(case: Case, round: Round, readers: list[str]) -> list[tuple[str, ...]]:
    mode = case.preferences.panel_mode
    if mode == "lead":
        leads = [p for p in round.met if case.role(p) == "hiring_manager"]
        lead = (leads or round.met)[:1]
        return [(p,) for p in readers if p in lead]
    if readers and (mode == "group" or len(round.met) >= GROUP_FROM):
        return [tuple(readers)]
    return [(p,) for p in readers]


def _note(case: Case, round: Round, readers: tuple[str, ...]) -> Proposal:
    through = carried(case)
    recruiter = agency_recruiter(case)
    hours = case.hours(recruiter if through else readers[0])
    not_before, due, latest, when = note_times(case, round, hours)
    note = propose(
        case,
        "thank_you",
        readers[0],
        *_reasons(case, round, readers, when),
        anchor=round.event,
        not_before=not_before,
        due=due,
        latest=latest,
        channel=_channel(case, round, when),
        carried=False,
        via=recruiter if through else None,
        optional=_is_optional(case, round),
        changes_if=_changes(case, round, readers[0]),
    )
    note.to = readers
    if latest < case.at:
        note.why.append(case.reason("TY-9", "note.late", round.event))
    if recruiter and not through and case.preferences.agency_note != "direct":
        note.cc = (recruiter,)
    return note


def _channel(case: Case, round: Round, when: Reason) -> str:
    """Return the channel: post only by preference, and never where a decision is near (TY-4)."""
    by_post = case.preferences.note_channel == "card" and round.interview.stage != "screen"
    return "letter" if by_post and when.rule != "TY-4" else "email"


def _changes(case: Case, round: Round, reader: str) -> tuple[Sentence, ...]:
    writes = Sentence("change.writes_first", {"person": case.name(reader)})
    if round.end <= case.at:
        return (writes,)
    return (Sentence("change.interview_moves"),)


def _reasons(case: Case, round: Round, readers: tuple[str, ...], when: Reason) -> Iterable[Reason]:
    names = [case.name(p) for p in readers]
    values = {**when.values, "people": names}
    if case.preferences.note_channel == "card" and (card := case.changed(("note_channel",))):
        values["changed"] = (*when.values.get("changed", ()), *card)  # type: ignore[misc]  # pairs
    yield Reason(when.rule, when.say, values, when.evidence)
    if when.rule in ("TY-3", "TY-4"):
        yield case.reason("TY-1", "note.all", round.event)
    if len(round.met) > 1:
        say = "note.group" if len(readers) > 1 else "note.each"
        yield case.reason(
            "TY-2", say, round.event, rests_on=("panel_mode",), people=names, count=len(round.met)
        )
    if round.interview.stage == "screen":
        yield case.reason("TY-5", "note.screen", round.event, rests_on=("screen_note",))
    earlier = [r for r in case.held if r.start < round.start]
    if earlier:
        yield case.reason("TY-6", "note.later_round", round.event, people=names)
    if (badly := _went_badly(case, round)) is not None:
        yield case.reason("TY-13", "note.anyway", badly)
    bounces = [case.bounced[p] for p in readers if p in case.bounced]
    if bounces:
        yield case.reason("BN-1", "bounced.again", *bounces, people=names)
    if agency_recruiter(case):
        recruiter = case.name(agency_recruiter(case))
        say = "note.through" if carried(case) else "note.direct"
        rests_on = ("agency_note",)
        yield case.reason("RC-2", say, round.event, rests_on=rests_on, recruiter=recruiter)


def _went_badly(case: Case, round: Round) -> Event | None:
    """Return the debrief since that tells of little wish for the job, or None (rule TY-13)."""
    told = [
        e for e, d in case.all(Debrief) if follows(e, round.event) and (d.enthusiasm or 5) <= LITTLE
    ]
    return told[-1] if told else None


def _is_optional(case: Case, round: Round) -> bool:
    if round.interview.stage != "screen" or case.preferences.screen_note == "always":
        return False
    return not any(case.role(p) in ("hiring_manager", "executive") for p in round.met)


def _arranger(case: Case) -> Iterable[Proposal | Held]:
    """Answer with a line of thanks, once, to those who arranged it (rule TY-7)."""
    if agency_recruiter(case):
        return
    arrangers = played(case, ("coordinator", "recruiter"))
    rounds = (case.held[-1:] or case.ahead[:1]) if case.rounds else []
    for round in rounds:
        if round.interview.stage == "screen" or decision_known(case, round):
            continue
        for person in arrangers:
            met = any(person in r.met for r in case.rounds)
            thanked = any(s.kind == "thank_you" and person in s.readers for s in case.sends)
            if met or thanked or not has_address(case, person):
                continue
            if case.preferences.thank_coordinator:
                yield from _line_of_thanks(case, round, person)
            else:
                rests_on, who = ("thank_coordinator",), case.name(person)
                why = case.reason("TY-7", "note.arranger_off", rests_on=rests_on, person=who)
                yield Held(opportunity=case.id, kind="thank_you", to=(person,), reason=why)


def _line_of_thanks(case: Case, round: Round, person: str) -> Iterable[Proposal]:
    hours = case.hours(person)
    not_before, due, latest, _ = note_times(case, round, hours)
    # Who arranged it does not decide: a line to them may wait for the office to open (TY-4 does not
    # hold for it), unless its limit would pass.
    if case.preferences.weekend_send == "avoid" and hours.open(due) <= latest:
        not_before, due = hours.open(not_before), hours.open(due)
    why = case.reason(
        "TY-7",
        "note.arranged",
        round.event,
        rests_on=("thank_coordinator",),
        person=case.name(person),
    )
    yield propose(
        case,
        "thank_you",
        person,
        why,
        anchor=round.event,
        not_before=not_before,
        due=due,
        latest=latest,
        optional=True,
    )
