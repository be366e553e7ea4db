"""Letters on their way out: see them, approve one, take one back, say what became of one."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from heardback.errors import UsageError
from heardback.faces.api import shapes
from heardback.faces.api.search import Search
from heardback.faces.web.desk import Desk
from heardback.model.delivery import Attachment, Standing
from heardback.online.deliver import approve_letter
from heardback.service.approve import Approval
from heardback.service.outbox import all_standings, although_late, recall, settle
from heardback.service.outbox_view import outbox_view
from heardback.service.tracked import zone_name
from heardback.timeframe.business import zone

router = APIRouter()
Id = Annotated[str, Query(min_length=1, max_length=400)]


@router.get("/outbox", response_model=shapes.Letters)
def outbox(search: Search) -> Any:
    """Every letter that was approved, where it stands, why, and each step it took."""
    with search.ports() as ports:
        return {"letters": [outbox_view(each) for each in all_standings(ports)]}


@router.post("/approve", response_model=shapes.LetterShape)
def approve(search: Search, id: Id, how: shapes.Approve) -> Any:
    """Approve the draft of a follow-up: it leaves at its hour, if nothing speaks against it."""
    with search.ports() as ports:
        when = how.when
        if when is not None and when.tzinfo is None:
            when = when.replace(tzinfo=zone(zone_name(ports)))
        if when is not None and when <= ports.clock.now():
            raise UsageError("That hour has passed.", hint="Choose a later one.")
        asked = Approval(
            way=how.way,
            account=how.account,
            when=when,
            despite_findings=how.despite_findings,
            again=how.again,
            undo=timedelta(minutes=how.undo_minutes),
            quote=how.quote,
            copy_me=how.copy_me,
            attachments=tuple(Attachment(f.name, f.content) for f in how.attachments),
        )
        standing = approve_letter(ports, id, asked)
    return _told(search, standing)


@router.post("/recall", response_model=shapes.LetterShape)
def take_back(search: Search, id: Id) -> Any:
    """Take back a letter that has not left, by its own id or its follow-up's."""
    with search.ports() as ports:
        standing = recall(ports, id)
    return _told(search, standing)


@router.post("/settle", response_model=shapes.LetterShape)
def say_how(search: Search, id: Id, which: shapes.WasSent) -> Any:
    """Say of a letter that may have been sent whether it was."""
    with search.ports() as ports:
        standing = settle(ports, id, was_sent=which.was_sent)
    return _told(search, standing)


@router.post("/release", response_model=shapes.LetterShape)
def release(search: Search, id: Id) -> Any:
    """Let a letter leave although its time has passed."""
    with search.ports() as ports:
        standing = although_late(ports, id)
    return _told(search, standing)


def _told(desk: Desk, standing: Standing) -> dict[str, object]:
    if desk.courier is not None:
        desk.courier.call()
    return outbox_view(standing)
