"""What the candidate noted, dealt out so that each reader of a panel gets their own part."""

import re
from collections.abc import Callable, Sequence

from heardback.drafting.case import Case, plain, quoted
from heardback.drafting.facts import Found, debriefs_after
from heardback.drafting.line import Evidence, Line, Slot
from heardback.drafting.words import Form
from heardback.model.events import Debrief, Hesitation
from heardback.model.people import Strength

Noted = tuple[Slot, Form]
RELUCTANT, EAGER = 2, 4
RUN = 4
_WORD = re.compile(r"\w{4,}")


def debriefs(case: Case) -> list[Found[Debrief]]:
    """Given a case, return the debriefs of the conversation that the letter is about."""
    if case.interview is None:
        return []
    return debriefs_after(case.interview, opportunity=case.opportunity, at=case.at)


def noted(
    case: Case, pick: Callable[[Debrief], Sequence[str]], *, about: str | None
) -> list[Noted]:
    """Given a case, return the fitting notes of the debriefs about one person (None: all)."""
    return [
        (Slot(phrase.text, quoted(note, event=found.event)), phrase.form)
        for found in debriefs(case)
        if found.what.person == about
        for note in pick(found.what)
        if note.strip() and not case.words.unfit.search(note) and not names_present(case, note)
        for phrase in (case.fit(note),)
        if case.is_alone or not case.words.third_person.search(phrase.text)
    ]


def names_present(case: Case, text: str) -> bool:
    """Given a text, return whether it names the present employer, which is never said."""
    present = case.search.candidate.present_employer
    return present is not None and present.name.casefold() in text.casefold()


def share(case: Case, pick: Callable[[Debrief], Sequence[str]]) -> list[Noted]:
    """Given a case, return the reader's share: their own notes, then their part of the general.

    General notes go round the panel, first to those with whom nothing else was noted; nobody
    else gets the same one.
    """
    reader = case.follow_up.to[0] if case.follow_up.to else None
    if len(case.follow_up.to) > 1:
        return [n for p in (*case.follow_up.to, None) for n in noted(case, pick, about=p)]
    own = [n for n in noted(case, pick, about=reader) if not _given(case, n)]
    theirs = {s.text.casefold() for p in case.panel for s, _ in noted(case, pick, about=p)}
    general = [
        n
        for n in noted(case, pick, about=None)
        if n[0].text.casefold() not in theirs and not _given(case, n)
    ]
    if reader not in case.panel:
        return own or general
    bare = [p for p in case.panel if not noted(case, pick, about=p)]
    order = [*bare, *(p for p in case.panel if p not in bare)]
    place = order.index(reader)
    return [*own, *general[place :: len(order)]]


def _given(case: Case, note: Noted) -> bool:
    """Whether four words in a row of a note stand in what another of the panel gets already."""
    words = plain(note[0].text).split()
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return any(run in other for run in runs for other in case.heard)


def topics(case: Case) -> list[Noted]:
    """Given a case, return what was talked about with this reader."""
    return share(case, lambda d: d.topics)


def strengths(case: Case) -> list[Noted]:
    """Given a case, return what went well and may be said to this reader."""
    return share(case, lambda d: d.strengths)


def missed(case: Case) -> list[Noted]:
    """Given a case, return what did not come up."""
    return share(case, lambda d: d.missed)


def own_strengths(case: Case) -> list[tuple[Strength, int]]:
    """Given a case, return the profile's strengths for this reader, each with its place there.

    Those closest in words to what was talked about come first; a panel shares them out.
    """
    said = " ".join(slot.text for slot, _ in topics(case)) + f" {case.opportunity.role or ''}"
    near = _words(said)
    every = [
        (s, i)
        for i, s in enumerate(case.search.candidate.strengths)
        if s.what.strip()
        and not case.words.unfit.search(_said(s))
        and not names_present(case, _said(s))
    ]
    panel = case.panel
    reader = case.follow_up.to[0] if len(case.follow_up.to) == 1 else None
    mine = every[panel.index(reader) :: len(panel)] if reader in panel else every
    return sorted(mine, key=lambda pair: (-len(near & _words(_said(pair[0]))), pair[1]))


def _said(strength: Strength) -> str:
    return f"{strength.what} {strength.evidence or ''}"


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def enthusiasm(case: Case) -> int | None:
    """Given a case, return how keen the candidate last said to be, 1 to 5, or None."""
    levels = [f.what.enthusiasm for f in debriefs(case) if f.what.enthusiasm is not None]
    return levels[-1] if levels else None


def zeal(case: Case) -> tuple[Evidence, ...]:
    """Given a case, return the note in which the candidate said how keen they are."""
    said = [f.event for f in debriefs(case) if f.what.enthusiasm is not None]
    return ({"event": said[-1].ref, "quote": f"enthusiasm {enthusiasm(case)}"},) if said else ()


def interest(case: Case) -> Line:
    """Given a case, return the sentence of interest: as warm as the record, resting on it."""
    if is_eager(case):
        return case.line("interest", evidence=zeal(case)).spare(1)
    return case.line("interest.plain", evidence=zeal(case)).spare(1)


def is_keen(case: Case) -> bool:
    """Given a case, return whether nothing on record speaks against saying so."""
    level = enthusiasm(case)
    doubts = any(isinstance(e.happened, Hesitation) for e in case.events)
    return not doubts and (level is None or level > RELUCTANT)


def is_eager(case: Case) -> bool:
    """Given a case, return whether the record says in so many words that they want it."""
    level = enthusiasm(case)
    return is_keen(case) and level is not None and level >= EAGER
