"""Letters leave from here: approved, scheduled, put into the drafts; recalled, and settled."""

from datetime import datetime, timedelta

from starlette.datastructures import UploadFile
from starlette.responses import Response

from heardback.errors import (
    HeardBackError,
    UnknownFollowUp,
    UnknownOpportunity,
    UsageError,
)
from heardback.faces.web.hints import in_the_app
from heardback.faces.web.pages.draft import typed, wanted_of
from heardback.faces.web.visit import Visit, get, local, post
from heardback.languages.en.outbox import APPROVED, THIS_LETTER
from heardback.model.delivery import Attachment, Way
from heardback.online.deliver import approve_letter
from heardback.service.approve import UNDO, Approval
from heardback.service.letters import keep_typed
from heardback.service.outbox import although_late, find_letter, recall, settle
from heardback.service.outbox_view import told_in_words
from heardback.service.outgoing import outgoing
from heardback.service.tracked import zone_name
from heardback.timeframe.business import zone

MOST = 10 << 20
WAYS: tuple[Way, ...] = ("draft", "smtp")


def outbox(visit: Visit) -> Response:
    """Show every letter that was approved, and where it stands."""
    with visit.ports() as ports:
        groups = outgoing(ports)
        accounts = ports.store.accounts.mail()
    courier = visit.desk.courier
    return visit.page(
        "pages/outbox.html",
        groups=groups,
        connected=bool(accounts),
        fault=courier.trouble if courier else None,
        locked=bool(courier and courier.needs_passphrase(accounts)),
    )


def approve(visit: Visit) -> Response:
    """Keep the words as they were typed, and let them leave in the way that was pressed."""
    id = visit.part("id")
    try:
        told = _approved(visit, id)
    except (UnknownFollowUp, UnknownOpportunity):
        raise
    except HeardBackError as error:
        hint = in_the_app(error.hint)
        words = f"Not approved. {error.message}{f' {hint}' if hint else ''}"
        return visit.to(f"/draft/{local(id)}#leave", notice=words)
    _call(visit)
    return visit.to(f"/draft/{local(id)}#leave", notice=told)


def _approved(visit: Visit, id: str) -> str:
    """Approve a letter as the form says; return that it is. Raise what the service raises."""
    if visit.is_sample:
        raise UsageError("The made-up search sends nothing.", hint="Go back to your own.")
    way = visit.said("way")
    if way not in WAYS:
        raise UsageError("How is it to leave?", hint="Put it into your drafts, or send it.")
    if visit.desk.courier is not None:
        visit.desk.courier.take(visit.said("passphrase"))
    with visit.ports() as ports:
        here = zone(zone_name(ports))
        keep_typed(ports, id, typed(visit), subject=visit.said("subject"), wanted=wanted_of(visit))
        when = _hour(visit).replace(tzinfo=here) if visit.part("press") == "schedule" else None
        if when is not None and when <= ports.clock.now():
            raise UsageError("That hour has passed.", hint="Choose a later one, or send it now.")
        asked = Approval(
            way="smtp" if way == "smtp" else "draft",
            account=visit.said("account") or None,
            when=when,
            despite_findings=visit.said("despite") == "yes",
            again=visit.said("again") == "yes",
            undo=UNDO if when is None else timedelta(0),
            quote=visit.said("quote") == "yes",
            copy_me=visit.said("copy_me") == "yes",
            attachments=_files(visit),
        )
        approve_letter(ports, id, asked)
    return APPROVED


def take_back(visit: Visit) -> Response:
    """Take a letter back that has not left."""
    with visit.ports() as ports:
        told = told_in_words(
            recall(ports, visit.said("letter")), zone=zone(zone_name(ports)), called=THIS_LETTER
        )
    _call(visit)
    return visit.back("/outbox", notice=told, undo=False)


def say_how(visit: Visit) -> Response:
    """Say of a letter that nobody knows about whether it was sent."""
    with visit.ports() as ports:
        standing = settle(ports, visit.said("letter"), was_sent=visit.said("sent") == "yes")
        told = told_in_words(standing, zone=zone(zone_name(ports)), called=THIS_LETTER)
    _call(visit)
    return visit.back("/outbox", notice=told, undo=False)


def release(visit: Visit) -> Response:
    """Let a letter leave although its time has passed."""
    with visit.ports() as ports:
        standing = although_late(ports, visit.said("letter"))
        told = told_in_words(standing, zone=zone(zone_name(ports)), called=THIS_LETTER)
    _call(visit)
    return visit.back("/outbox", notice=told, undo=False)


def unlock(visit: Visit) -> Response:
    """Take the passphrase of the encrypted file, so that letters can leave."""
    if visit.desk.courier is not None:
        visit.desk.courier.take(visit.said("passphrase"))
    _call(visit)
    words = "Taken. Letters leave at their hour while HeardBack runs."
    return visit.back("/outbox", notice=words, undo=False)


def leave_now(visit: Visit) -> Response:
    """Look at once whether the hour of a letter has come."""
    with visit.ports() as ports:
        find_letter(ports, visit.said("letter"))
    _call(visit)
    words = "Mail is read once more; whatever is due leaves, if nothing speaks against it."
    return visit.back("/outbox", notice=words, undo=False)


def _call(visit: Visit) -> None:
    if visit.desk.courier is not None:
        visit.desk.courier.call()


def _hour(visit: Visit) -> datetime:
    try:
        return datetime.fromisoformat(visit.said("when")).replace(tzinfo=None)
    except ValueError:
        raise UsageError("When is it to leave?", hint="Choose a day and an hour.") from None


def _files(visit: Visit) -> tuple[Attachment, ...]:
    found = []
    for each in visit.form.getlist("files"):
        if isinstance(each, UploadFile) and each.filename:
            content = each.file.read(MOST + 1)
            if len(content) > MOST:
                raise UsageError(f"{each.filename} is larger than 10 MB.", hint="Send a link.")
            found.append(Attachment(each.filename, content))
    return tuple(found)


ROUTES = (
    get("/outbox", outbox),
    post("/letter/{id:path}/approve", approve),
    post("/outbox/recall", take_back),
    post("/outbox/settle", say_how),
    post("/outbox/release", release),
    post("/outbox/deliver", leave_now),
    post("/outbox/unlock", unlock),
)
