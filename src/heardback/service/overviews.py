"""The people of the search, what waits for a yes, and everything that was said and done."""

from datetime import datetime
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.model.sayings import (
    Deed,
    Undone,
)
from heardback.ports import Ports
from heardback.service.activity import journal_rows, letter_rows
from heardback.service.agenda import Page
from heardback.service.outgoing import letter_title
from heardback.service.told import told
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone
from heardback.tracking.voice import in_force

View = dict[str, Any]


def people(ports: Ports) -> list[View]:
    """Return everybody of the search in order of name, with where they stand and the last word."""
    tracked = track(ports)
    now = plan(ports, tracked).at.astimezone(zone(tracked.search.candidate.timezone))
    rows = []
    for id, person in tracked.search.people.items():
        parts = [
            {"id": o.id, "employer": o.employer, "part": o.people[id]}
            for o in tracked.search.opportunities
            if id in o.people
        ]
        met = [
            e.when.at
            for o in tracked.search.opportunities
            for e in o.events
            if e.what == "interview"
            and e.when.at <= now
            and id in (getattr(e.happened, "with_", None) or ())
        ]
        rows.append(
            {
                "id": id,
                "name": person.name,
                "email": person.email,
                "title": person.title,
                "phone": person.phone,
                "employer": person.employer,
                "parts": parts,
                "met": ENGLISH_FACES.day(max(met).date(), today=now.date()) if met else None,
            }
        )
    return sorted(rows, key=lambda r: str(r["name"]).casefold())


def review(ports: Ports) -> list[View]:
    """Return the readings too uncertain to count, with the words they rest on."""
    return [
        {
            "key": r.key,
            "date": r.seen.date.isoformat() if r.seen.date else None,
            "from": r.seen.from_.name or r.seen.from_.email,
            "subject": r.seen.subject,
            "kind": r.seen.kind,
            "employer": r.seen.employer,
            "role": r.seen.role,
            "confidence": r.seen.confidence,
            "quote": r.seen.evidence.get("kind"),
            "passed_on_by": r.seen.forwarded_by,
            "flags": [{"kind": f.kind, "quote": f.quote} for f in r.seen.flags],
        }
        for r in track(ports).review
    ]


def activity(ports: Ports, *, most: int = 200) -> list[View]:
    """Return what was said and done, the newest first, and whether it can still be taken back.

    What one command said (the same moment) is one row and is taken back together.
    """
    tracked = track(ports)
    standing = {said.id for said in in_force(ports.store.sayings())}
    now = ports.clock.now()
    rows: list[View] = []
    for said in ports.store.sayings():
        if isinstance(said.saying, Undone):
            continue
        if rows and rows[-1]["at"] == said.at.isoformat():
            rows[-1]["more"] += 1
            rows[-1]["stands"] = rows[-1]["stands"] or said.id in standing
            if said.id in standing:
                rows[-1]["id"] = said.id
            continue
        rows.append(
            {
                "id": said.id,
                "at": said.at.isoformat(),
                "words": told(said.saying, tracked),
                "kind": type(said.saying).__name__,
                "stands": said.id in standing,
                "more": 0,
            }
        )
    rows += [_deed(deed) for deed in ports.store.deeds()]
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=now)
    letters = letter_rows(ports, lambda letter: f"“{letter_title(page, letter)}”")
    rows += [_other(row) for row in (*letters, *journal_rows(ports))]
    rows.sort(key=lambda r: str(r["at"]), reverse=True)
    for row in rows:
        day = datetime.fromisoformat(str(row["at"])).astimezone(now.tzinfo)
        row["shown"] = f"{ENGLISH_FACES.day(day.date(), today=now.date())} {day:%H:%M}"
    return rows[:most]


def _deed(deed: Deed) -> View:
    what = ENGLISH_FACES.what.get(str(deed.event.get("what")), "Done")
    return {
        "id": deed.id,
        "at": deed.at.isoformat(),
        "words": f"{what}, {deed.opportunity}",
        "kind": "Deed",
        "stands": False,
        "more": 0,
    }


def _other(row: View) -> View:
    words = f"{row['what'][:1].upper()}{row['what'][1:]}"
    at = row["when"].isoformat()
    return {"id": "", "at": at, "words": words, "kind": "Deed", "stands": False, "more": 0}
