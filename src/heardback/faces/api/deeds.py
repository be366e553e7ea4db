"""Doing something with a follow-up: done, put off, skipped; its words proofread and kept."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.api import shapes
from heardback.faces.api.search import Search
from heardback.faces.api.search import done as told
from heardback.ports import Ports
from heardback.service import deeds
from heardback.service.draft import draft_view, finding_view
from heardback.service.letters import checked, keep_edit
from heardback.service.tell import described, newest, undo

router = APIRouter()
Id = Annotated[str, Query(min_length=1, max_length=400)]


@router.post("/done", response_model=shapes.Done)
def done(search: Search, id: Id, how: shapes.DoneNow) -> Any:
    """Record that a follow-up was sent or done."""
    with search.ports() as ports:
        when = _near(how.when, ports)
        return told(ports, deeds.done(ports, id, when=when, channel=how.channel))


@router.post("/snooze", response_model=shapes.Done)
def snooze(search: Search, id: Id, later: shapes.Later) -> Any:
    """Put a follow-up off."""
    with search.ports() as ports:
        title, until = deeds.snooze(ports, id, until=_near(later.until, ports), days=later.days)
        return told(ports, f"{title}: again {until}")


@router.post("/skip", response_model=shapes.Done)
def skip(search: Search, id: Id, why: shapes.Skip) -> Any:
    """Never show a follow-up again."""
    with search.ports() as ports:
        return told(ports, deeds.skip(ports, id, reason=why.reason))


@router.post("/proofread", response_model=shapes.FindingsShape)
def proofread(search: Search, id: Id, words: shapes.Words) -> Any:
    """Proofread a text for a follow-up against the record; nothing is kept."""
    with search.ports() as ports:
        made = checked(ports, id, words.text, subject=words.subject, grammar=bootstrap.grammar())
    return {"findings": [finding_view(f) for f in made.findings]}


@router.put("/draft")
def keep(search: Search, id: Id, words: shapes.Words) -> dict[str, Any]:
    """Keep the candidate's own words for a follow-up; an empty text takes them back."""
    with search.ports() as ports:
        return draft_view(keep_edit(ports, id, words.text, subject=words.subject))


@router.post("/undo", response_model=shapes.Done)
def take_back(search: Search, which: shapes.Undo) -> Any:
    """Take back a saying, with all that was said at the same moment."""
    with search.ports() as ports:
        said = undo(ports, which.saying)
        return shapes.Done(done=described(said.saying), saying=newest(ports))


def _near(moment: datetime | None, ports: Ports) -> datetime | None:
    """Return a moment with a zone; one years away is a slip."""
    if moment is None:
        return None
    now = ports.clock.now()
    aware = moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
    if abs(aware.year - now.year) > 2:
        raise UsageError(f"{aware:%Y-%m-%d} is years away.", hint="Choose a nearer day.")
    return aware
