"""What letters may say of the person: told, or read from a résumé and said yes to."""

import tempfile
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.responses import Response

from heardback import bootstrap
from heardback.errors import InputError, UsageError
from heardback.faces.web.visit import Visit, post
from heardback.reading.resume import Proposal
from heardback.service import strengths

HOME = "/connect#can"
KINDS = (".txt", ".md", ".markdown", ".docx", ".pdf")
MOST = 8 << 20
MOST_LINES = 200


def add(visit: Visit) -> Response:
    """Keep one more strength, with its proof where there is one."""
    with visit.ports() as ports:
        strengths.add_strength(ports, visit.said("what"), visit.said("evidence") or None)
    return visit.back(HOME, notice=f"Kept: {visit.said('what')}.")


def forget(visit: Visit) -> Response:
    """Delete a strength by its number."""
    number = visit.said("number")
    with visit.ports() as ports:
        strengths.forget_strengths(ports, [int(number) if number.isdigit() else 0])
    return visit.back(HOME, notice="Deleted; no letter says it any more.")


def read(visit: Visit) -> Response:
    """Read a résumé on this machine and show what it says; nothing is kept yet."""
    sent = visit.form.get("resume")
    if not isinstance(sent, UploadFile) or not sent.filename:
        raise UsageError("No file came along.", hint="Choose a text, Markdown, DOCX or PDF file.")
    name = sent.filename.replace("\\", "/").rpartition("/")[2][-80:]
    text = _text(sent, name)
    with visit.ports() as ports:
        found = strengths.proposals(text, known=strengths.strengths(ports))
    return visit.page("pages/resume.html", found=found[:MOST_LINES], name=name)


def confirm(visit: Visit) -> Response:
    """Keep the lines that were said yes to, in the words they have now."""
    taken = [n for n in visit.listed("take") if n.isdigit()]
    chosen = [
        Proposal(what=visit.said(f"what.{n}")[:400], line=int(n))
        for n in taken
        if visit.said(f"what.{n}")
    ]
    with visit.ports() as ports:
        source = visit.said("name")[:80] or "résumé"
        count = strengths.confirm_proposals(ports, chosen, source=source)
    words = f"Kept {count}: letters may say so now." if count else "Nothing was kept."
    return visit.back(HOME, notice=words, undo=bool(count))


def _text(sent: UploadFile, name: str) -> str:
    ending = Path(name).suffix.casefold()
    if ending not in KINDS:
        raise UsageError(
            f"{name!r} is no résumé that can be read.", hint="Text, Markdown, DOCX and PDF can."
        )
    content = sent.file.read(MOST + 1)
    if len(content) > MOST:
        raise UsageError(f"{name} is larger than 8 MB.", hint="Save it as text, or as PDF.")
    with tempfile.TemporaryDirectory(prefix="heardback-resume-") as scratch:
        path = Path(scratch) / f"resume{ending}"
        path.write_bytes(content)
        try:
            return bootstrap.resume_text(str(path))
        except InputError as error:
            raise UsageError(f"{name} {error.message}", hint=error.hint or "") from None


ROUTES = (
    post("/strengths", add),
    post("/strengths/forget", forget),
    post("/resume", read),
    post("/resume/confirm", confirm),
)
