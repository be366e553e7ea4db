"""Telling: opportunities, events, notes, corrections, preferences, the profile, mail files."""

import tempfile
from pathlib import Path
from shutil import copyfileobj
from typing import Annotated, Any

from fastapi import APIRouter, File, UploadFile

from heardback.errors import UsageError
from heardback.faces.api import shapes
from heardback.faces.api.search import Search, done
from heardback.faces.web.reading import import_files
from heardback.service import record

router = APIRouter()
Files = Annotated[list[UploadFile], File(max_length=50)]


@router.post("/opportunities", status_code=201, response_model=shapes.Done)
def add(search: Search, new: shapes.NewOpportunity) -> Any:
    """Enter an opportunity by hand; `done` is its id."""
    with search.ports() as ports:
        id = record.add(
            ports,
            new.employer,
            role=new.role,
            agency=new.agency,
            timezone=new.timezone,
            country=new.country,
            people=[(person, "other") for person in new.people],
        )
        return done(ports, id)


@router.post("/opportunities/{id}/events", status_code=201, response_model=shapes.Done)
def note(search: Search, id: str, event: shapes.NewEvent) -> Any:
    """Note an event by hand, in the words of the search file."""
    with search.ports() as ports:
        when = record.log(ports, id, event.what, event.keys, when=event.when)
        return done(ports, f"{event.what} of {when}")


@router.post("/opportunities/{id}/debriefs", status_code=201, response_model=shapes.Done)
def debrief(search: Search, id: str, notes: shapes.Debrief) -> Any:
    """Keep the notes after an interview."""
    with search.ports() as ports:
        count = record.debrief(ports, id, notes.answers)
        return done(ports, f"{count} kept")


@router.post("/opportunities/{id}/merge", response_model=shapes.Done)
def merge(search: Search, id: str, with_: shapes.Merge) -> Any:
    """Make another opportunity part of this one."""
    with search.ports() as ports:
        return done(ports, record.merge(ports, id, with_.other))


@router.post("/splits", response_model=shapes.Done)
def split(search: Search, parts: shapes.Split) -> Any:
    """Let the messages behind some facts be an opportunity of their own."""
    with search.ports() as ports:
        count = record.split(ports, parts.facts, employer=parts.employer, role=parts.role)
        return done(ports, f"{count} messages")


@router.post("/corrections", response_model=shapes.Done)
def correct(search: Search, mended: shapes.Correction) -> Any:
    """Mend what was read wrongly."""
    if not mended.changes:
        raise UsageError("There is nothing to change.", hint='Such as {"by": "2025-03-14"}.')
    with search.ports() as ports:
        return done(ports, record.correct(ports, mended.about, mended.changes))


@router.post("/review/{key}", response_model=shapes.Done)
def confirm(search: Search, key: str, answer: shapes.Yes) -> Any:
    """Say whether a reading that waits is right."""
    with search.ports() as ports:
        record.confirm(ports, key, right=answer.right)
        return done(ports, "right" if answer.right else "wrong")


@router.put("/preferences", response_model=shapes.Done)
def choose(search: Search, choices: shapes.Choices) -> Any:
    """Set preferences by name."""
    with search.ports() as ports:
        record.set_preferences(ports, choices.values, opportunity=choices.opportunity)
        return done(ports, ", ".join(choices.values))


@router.patch("/profile", response_model=shapes.Done)
def set_profile(search: Search, profile: shapes.Profile) -> Any:
    """Keep facts about the candidate."""
    told = profile.model_dump(exclude_none=True)
    with search.ports() as ports:
        record.set_profile(ports, told)
        return done(ports, ", ".join(told))


@router.post("/imports", status_code=202)
def bring_in(search: Search, files: Files) -> dict[str, Any]:
    """Begin to read mail files; GET /imports says how far it is."""
    if search.imported is not None and search.imported.running:
        raise UsageError("An import is at work already.", hint="GET /imports says how far it is.")
    scratch = Path(tempfile.mkdtemp(prefix="heardback-upload-"))
    paths = []
    for number, sent in enumerate(files, 1):
        ending = Path(sent.filename or "").suffix.casefold()
        known = ending in (".mbox", ".eml", ".ics", ".zip")
        path = scratch / f"{number:02d}{ending if known else ''}"
        with path.open("wb") as file:
            copyfileobj(sent.file, file)
        paths.append(path)
    search.imported = import_files(paths, data=search.settings.data, me=(), scratch=scratch)
    return search.imported.seen()


@router.get("/imports")
def how_far(search: Search) -> dict[str, Any]:
    """How far the newest import is, and what it found; {} where there was none."""
    return search.imported.seen() if search.imported else {}
