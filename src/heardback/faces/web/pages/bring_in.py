"""Your mail: bring it in by dropping files, watch it being read, correct what was found."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfileobj

from starlette.datastructures import UploadFile
from starlette.responses import Response

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.web.desk import Desk
from heardback.faces.web.reading import import_files
from heardback.faces.web.streams import import_stream
from heardback.faces.web.visit import Visit, get, post
from heardback.online.accounts import list_accounts
from heardback.searchfile import candidate_to_keys
from heardback.service import overviews, record, show
from heardback.service.strengths import strengths
from heardback.service.tracked import track

SAMPLE = "heardback-demo"
TAKEN = (".mbox", ".mbx", ".eml", ".ics", ".zip", ".emlx", "")


def connect(visit: Visit) -> Response:
    """Show the ways in, the import that runs, or what it found."""
    run = visit.desk.imported
    if run is not None and run.running:
        return visit.page("pages/importing.html", run=run.seen())
    with visit.ports() as ports:
        profile = candidate_to_keys(track(ports).search.candidate)
        rows = show.opportunities(ports)["opportunities"]
        waits = len(overviews.review(ports))
        can = [{"source": None, "evidence": None} | s for s in strengths(ports)]
    return visit.page(
        "pages/connect.html",
        report=run.report if run else None,
        trouble=run.trouble if run else None,
        profile=profile,
        opportunities=rows,
        review=waits,
        strengths=can,
        alone=visit.request.app.state.alone,
        accounts=list_accounts(visit.desk.settings),
    )


def upload(visit: Visit) -> Response:
    """Take files and begin to read them."""
    _free(visit)
    scratch = Path(tempfile.mkdtemp(prefix="heardback-upload-"))
    paths = list(_kept(visit, scratch))
    if not paths:
        raise UsageError("No file came along.", hint="Choose an mbox, a zip, .eml or .ics files.")
    me = [visit.said("me")] if visit.said("me") else []
    data = visit.desk.settings.data
    visit.desk.imported = import_files(paths, data=data, me=me, scratch=scratch)
    return visit.to("/connect")


def named(visit: Visit) -> Response:
    """Read files of this machine by their path, which large mailboxes want."""
    if not visit.request.app.state.alone:
        raise UsageError("Files can be named by their path on the machine itself only.")
    _free(visit)
    path = Path(visit.said("path")).expanduser()
    if not visit.said("path") or not path.exists():
        raise UsageError(f"There is nothing at {path}.", hint="Give the whole path of a mailbox.")
    me = [visit.said("me")] if visit.said("me") else []
    visit.desk.imported = import_files([path], data=visit.desk.settings.data, me=me)
    return visit.to("/connect")


def progress(visit: Visit) -> Response:
    """Stream how far the import is."""
    return import_stream(visit.desk)


def profile(visit: Visit) -> Response:
    """Keep who the person is."""
    told: dict[str, object] = {
        name: visit.said(name)
        for name in ("name", "email", "phone", "timezone", "country")
        if visit.said(name)
    }
    with visit.ports() as ports:
        if told:
            record.set_profile(ports, told)
    return visit.back("/connect", notice="Kept.")


def sample(visit: Visit) -> Response:
    """Open the made-up search beside the person's own, making it first."""
    desks = visit.request.app.state.desks
    if desks.sample is None:
        place = desks.own.settings.data.parent / SAMPLE
        if not (place / "heardback.db").exists():
            bootstrap.make_sample(place)
        desks.sample = Desk(bootstrap.settings(str(place)))
    answer = visit.to("/")
    answer.set_cookie("sample", "1", httponly=True, samesite="lax")
    return answer


def leave_sample(visit: Visit) -> Response:
    """Go back to the person's own search."""
    answer = visit.to("/")
    answer.delete_cookie("sample")
    return answer


def _free(visit: Visit) -> None:
    run = visit.desk.imported
    if run is not None and run.running:
        raise UsageError("An import is at work already.", hint="See how far it is under Your mail.")


def _kept(visit: Visit, scratch: Path) -> Iterator[Path]:
    """Yield the uploaded files as written into a folder of ours, by names of ours."""
    files = [f for f in visit.form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    for number, sent in enumerate(files, 1):
        shown = (sent.filename or "").replace("\\", "/").rpartition("/")[2]
        ending = Path(shown).suffix.casefold()
        if ending not in TAKEN:
            raise UsageError(
                f"{shown!r} is no mailbox.", hint="An mbox, a zip, .eml or .ics files will do."
            )
        path = scratch / f"{number:02d}-{_plain(shown)}"
        with path.open("wb") as file:
            copyfileobj(sent.file, file)
        yield path


def _plain(name: str) -> str:
    kept = "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "_" for c in name)
    return kept.lstrip(".")[-80:] or "mail"


ROUTES = (
    get("/connect", connect),
    get("/connect/progress", progress),
    post("/connect/upload", upload),
    post("/connect/path", named),
    post("/profile", profile),
    post("/sample", sample),
    post("/sample/leave", leave_sample),
)
