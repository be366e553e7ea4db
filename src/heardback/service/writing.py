"""A draft with all that stands beside it on the desk: readers, grounds in words, when it may go."""

from collections.abc import Mapping, Sequence
from typing import Any

from heardback.drafting.channels import ALLOWED
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.model.draft import Draft, DraftGround
from heardback.model.events import Event
from heardback.model.people import Person
from heardback.model.search import Opportunity
from heardback.ports import Ports
from heardback.service.agenda import Page
from heardback.service.draft import draft_view, text_of
from heardback.service.keys import UNNAMED
from heardback.service.letters import Wanted, draft_kept
from heardback.service.plan_view import plan_view
from heardback.service.show import timeline_row
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

View = dict[str, Any]
WORDS_OF = {"name": "your name", "phone": "your number", "email": "your address"}


def writing(ports: Ports, id: str, wanted: Wanted) -> View:
    """Given a follow-up's id, return its draft in the contract's keys and what stands beside it.

    `text`, `title`, `row` (as the agenda shows it), `readers` with their addresses, `grounds_told`
    in words, `moved`: what has changed in the facts since the candidate edited it; `panel`: the
    other notes of the same panel, with how alike they are; `channels` it may go by; `stops`: what
    would change or end it; `unnamed`: nobody knows how the candidate signs. Raise UnknownFollowUp
    with the reason.
    """
    kept = draft_kept(ports, id, wanted)
    draft = kept.draft
    tracked = track(ports)
    made = plan(ports, tracked)
    rows: Any = plan_view(made, search=tracked.search)["follow_ups"]
    row = next(r for r in rows if r["id"] == id)
    local = made.at.astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=local)
    one = page.opportunity(row["opportunity"])
    return {
        **draft_view(draft),
        "text": text_of(draft),
        "title": page.title(row),
        "opportunity": one.id,
        "row": page.item(row) | {"from": page.when(row["not_before"])},
        "readers": _readers(row, tracked),
        "grounds_told": grounds_told(draft, page, one),
        "moved": [list(pair) for pair in kept.moved],
        "at": local.isoformat(timespec="minutes"),
        "unnamed": tracked.search.candidate.name == UNNAMED,
        "channels": list(ALLOWED.get(row["kind"], ())),
        "stops": list(row["changes_if"]),
        "panel": [
            {"id": other, "title": _title(rows, other, page), "likeness": alike}
            for other, alike in draft.likeness
        ],
    }


def _title(rows: Sequence[Mapping[str, Any]], id: str, page: Page) -> str:
    return next((page.title(r) for r in rows if r["id"] == id), id)


def _readers(row: Mapping[str, Any], tracked: Tracked) -> list[View]:
    ids = [row["via"]] if row["via"] else list(row["to"])
    found = [(id, tracked.search.people.get(id)) for id in ids]
    return [_reader(id, person) for id, person in found]


def _reader(id: str, person: Person | None) -> View:
    if person is None:
        return {"id": id, "name": id, "email": None, "phone": None}
    phone = person.phone if person.phone_given else None
    return {"id": id, "name": person.name, "email": person.email, "phone": phone}


def grounds_told(draft: Draft, page: Page, one: Opportunity) -> list[View]:
    """Return each claim of a draft with what it rests on, in words."""
    text = text_of(draft)
    facts = {str(e.ref): (e, o) for o in page.search.opportunities for e in o.events}
    return [
        {
            "span": [ground.start, ground.end],
            "claim": text[ground.start : ground.end],
            **_told(ground, facts, page, one),
        }
        for ground in draft.grounds
    ]


def _told(
    ground: DraftGround,
    facts: Mapping[str, tuple[Event, Opportunity]],
    page: Page,
    one: Opportunity,
) -> dict[str, Any]:
    rests = ground.evidence
    found = facts.get(str(rests.get("event")))
    if found is not None:
        event, home = found
        row = timeline_row(event, page, home)
        elsewhere = f", {home.employer}" if home.id != one.id else ""
        return {
            "rests_on": f"{row['words']}{elsewhere}, {row['shown']}",
            "quote": rests.get("quote") or row["quote"],
            "fact": f"{home.id}#fact-{row['fact']}",
        }
    if "person" in rests:
        return {
            "rests_on": f"{page.names([str(rests['person'])])}, in your mail",
            "quote": None,
            "fact": None,
        }
    if "candidate" in rests:
        name = str(rests["candidate"])
        return {"rests_on": WORDS_OF.get(name, f"your {name}"), "quote": None, "fact": None}
    words = {"role": "the position"}.get(str(rests.get("opportunity")), rests.get("opportunity"))
    return {"rests_on": f"{words} at {one.employer}", "quote": None, "fact": None}
