"""May I write to them? Yes, not yet, or no, with the reasons of the plan."""

from datetime import datetime

from heardback.errors import UsageError
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.plan import KINDS, STATUS_QUESTIONS
from heardback.model.search import Search
from heardback.playbook.decide import decide
from heardback.service.plan_view import View, plan_view

TEMPTATIONS = (
    "resign",
    "stop_search",
    "discuss_pay",
    "contact_around_recruiter",
    "linkedin_connect",
)


def may(
    search: Search,
    *,
    kind: str,
    person: str,
    at: datetime,
    dismissed: frozenset[str] = frozenset(),
) -> View:
    """Given a kind of follow-up and a person, return whether it may go at a moment, and why.

    `answer` is yes, not yet (with `until`, null where nobody knows) or no. Raise UsageError for a
    kind or a person that is not known.
    """
    if kind not in KINDS and kind not in TEMPTATIONS:
        known = ", ".join((*KINDS, *TEMPTATIONS))
        raise UsageError(f"there is no kind {kind!r}.", hint=f"There are: {known}.")
    id = _person(search, person)
    view = plan_view(
        decide(search, at=at, words=ENGLISH_TIMEFRAMES, dismissed=dismissed), search=search
    )
    theirs = {o.id for o in search.opportunities if id in o.people}
    found = _listed(view, kind, id) or _suppressed(view, kind, id, theirs)
    found = found or _ended(view, theirs) or _quiet(view, kind)
    return {"kind": kind, "person": id, "at": at.isoformat(), **found}


def _person(search: Search, named: str) -> str:
    """Given an id, a name or an address, return the person's id; raise UsageError."""
    wanted = named.casefold().strip()
    for id, person in search.people.items():
        addresses = {each.casefold() for each in (person.email, *person.emails) if each}
        if wanted in {id.casefold(), person.name.casefold()} | addresses:
            return id
    near = [i for i, p in search.people.items() if wanted and wanted in p.name.casefold()]
    if len(near) == 1:
        return near[0]
    known = ", ".join(search.people)
    raise UsageError(f"there is no person {named!r}.", hint=f"There are: {known or 'none'}.")


def _rows(view: View, name: str) -> list[View]:
    rows = view[name]
    assert isinstance(rows, list)
    return rows


def _names(row: View, id: str) -> bool:
    to = row.get("to")
    return id == row.get("via") or (isinstance(to, list) and id in to)


def _listed(view: View, kind: str, id: str) -> View | None:
    for row in _rows(view, "follow_ups"):
        if row["kind"] != kind or not _names(row, id):
            continue
        if row["state"] == "upcoming":
            return {"answer": "not yet", "until": row["not_before"], "why": row["why"]}
        return {"answer": "yes", "until": None, "why": row["why"]}
    return None


def _suppressed(view: View, kind: str, id: str, theirs: set[str]) -> View | None:
    """Return what holds it back: a rule for now, a caution, or a promise that still runs."""
    for name in ("held", "cautions"):
        for row in _rows(view, name):
            concerns = row["opportunity"] in theirs and (not row.get("to") or _names(row, id))
            if row["kind"] == kind and concerns:
                why = [{"rule": row["rule"], "text": row["text"], "evidence": []}]
                return {"answer": "not yet", "until": row["until"], "why": why}
    for row in _rows(view, "waiting"):
        if kind in STATUS_QUESTIONS and row["opportunity"] in theirs:
            return {"answer": "not yet", "until": row["until"], "why": row["why"]}
    return None


def _ended(view: View, theirs: set[str]) -> View | None:
    standing = view["opportunities"]
    assert isinstance(standing, dict)
    closed = [standing[o] for o in theirs if o in standing]
    if closed and all(one["stage"] == "closed" for one in closed):
        text = f"The process has ended ({closed[0]['closed_as']}); nothing of this kind is due."
        return {"answer": "no", "until": None, "why": [{"rule": "CK-15", "text": text}]}
    return None


def _quiet(view: View, kind: str) -> View:
    standing = view["opportunities"]
    assert isinstance(standing, dict)
    accepted = any(one["stage"] == "accepted" for one in standing.values())
    if kind in ("resign", "stop_search") and not accepted:
        text = "There is no accepted offer on record."
        return {"answer": "no", "until": None, "why": [{"rule": "OF-9", "text": text}]}
    if kind in STATUS_QUESTIONS:
        text = "Nothing is open that a status question could ask about."
        return {"answer": "no", "until": None, "why": [{"rule": "CK-15", "text": text}]}
    text = "No rule forbids it, and none asks for it."
    return {"answer": "yes", "until": None, "why": [{"rule": "DL-1", "text": text}]}
