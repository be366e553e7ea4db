"""Finding the mail under the paths a person names: which source each file and folder is."""

import atexit
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from heardback.adapters.mail.files import FilesSource, loose, maildir
from heardback.adapters.mail.mbox import MboxSource, begins_mbox, spool
from heardback.errors import UnreadableMail
from heardback.ports import Fault, Source

_HINT = "HeardBack reads mbox, Maildir, .eml, .ics, folders of these, and a mail export .zip."
_HEADER = re.compile(
    rb"(?:[!-9;-~]{1,100}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,200}?"
    rb"(?:from|to|date|subject|received|message-id|return-path|delivered-to|mime-version):",
    re.IGNORECASE,
)
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SINGLE = (".eml", ".ics", ".ical", ".icalendar")
_MAILBOX = (".mbox", ".mbx", ".mboxrd", ".mboxo")


def open_sources(paths: Iterable[str | Path]) -> list[Source | Fault]:
    """Return the sources under these paths, in order, each once, and what cannot be one.

    "-" is an mbox on standard input. Raise UnreadableMail for a path that is missing, holds no
    mail, or is of no known form: nothing has been read then.
    """
    found: list[Source | Fault] = []
    names: set[str] = set()
    for path in paths:
        for each in _open_path(path):
            name = each.file if isinstance(each, Fault) else each.name
            if name not in names:
                names.add(name)
                found.append(each)
    return found


def _open_path(path: str | Path) -> list[Source | Fault]:
    if str(path) == "-":
        return [_standard_input()]
    place = Path(path).expanduser().absolute()
    try:
        if place.is_dir():
            found = list(_folder(place, set()))
            if not found:
                raise UnreadableMail(
                    str(path), None, "there is no mail in this folder.", hint=_HINT
                )
            return found
        if not stat.S_ISREG(place.stat().st_mode):
            raise UnreadableMail(str(path), None, "is neither a file nor a folder.", hint=_HINT)
        return [_single_file(place, str(path))]
    except FileNotFoundError:
        raise UnreadableMail(
            str(path), None, "does not exist.", hint="Check the spelling of the path."
        ) from None
    except OSError as fault:
        raise UnreadableMail(
            str(path), None, f"cannot be read: {fault.strerror}.", hint="Check its permissions."
        ) from fault


def _standard_input() -> Source:
    """Return standard input as an mbox; it is kept in a temporary file while we need it."""
    import tempfile  # as rare as slow to load

    descriptor, name = tempfile.mkstemp(prefix="heardback-", suffix=".mbox")
    path = Path(name)
    atexit.register(path.unlink, missing_ok=True)
    with os.fdopen(descriptor, "wb") as file:
        spool(sys.stdin.buffer, file)
    with path.open("rb") as file:
        head = file.read(1 << 12)
    if head and not begins_mbox(head):
        raise UnreadableMail("-", None, "standard input is no mbox.", hint=_HINT)
    return MboxSource(path, name="-")


def _single_file(path: Path, shown: str) -> Source:
    source = _recognise(path, trusting=True)
    if source is None:
        raise UnreadableMail(shown, None, "is no mailbox or mail.", hint=_HINT)
    return source


def _recognise(path: Path, *, trusting: bool) -> Source | None:
    """Return the source a file is, by what it holds, else (`trusting`) by its name."""
    with path.open("rb") as file:
        head = file.read(1 << 12)
    suffix = path.suffix.lower()
    if head[:4] in ZIP:
        from heardback.adapters.mail.archive import ZipSource

        return ZipSource(path)
    if begins_mbox(head) or (not head and suffix not in _SINGLE and trusting):
        return MboxSource(path)
    if head.lstrip()[:15].upper() == b"BEGIN:VCALENDAR" or _HEADER.match(head):
        return loose(str(path), lambda: [path])
    if trusting and suffix in _SINGLE:
        return loose(str(path), lambda: [path])
    return None


def _folder(folder: Path, visited: set[tuple[int, int]]) -> Iterator[Source | Fault]:
    """Yield the sources of a folder and those below it; a folder met again ends the way there."""
    here = folder.stat()
    if (here.st_dev, here.st_ino) in visited:
        return
    visited.add((here.st_dev, here.st_ino))
    is_maildir = (folder / "cur").is_dir() and (folder / "new").is_dir()
    if is_maildir:
        yield maildir(folder)
    files, folders = _children(folder, in_maildir=is_maildir)
    yield from _files(folder, files)
    for each in folders:
        try:
            yield from _folder(each, visited)
        except OSError as fault:
            yield Fault(file=str(each), where="", reason=fault.strerror or str(fault))


def _children(folder: Path, *, in_maildir: bool) -> tuple[list[Path], list[Path]]:
    """Return the files and folders here. Hidden ones are left out, but for Maildir++ folders."""
    files, folders = [], []
    for each in sorted(folder.iterdir()):
        hidden = each.name.startswith(".")
        if in_maildir and (each.name in ("cur", "new", "tmp") or not each.is_dir()):
            continue
        if each.is_dir():
            if not hidden or (in_maildir and (each / "cur").is_dir()):
                folders.append(each)
        elif not hidden and each.is_file():
            files.append(each)
    return files, folders


def _files(folder: Path, files: list[Path]) -> Iterator[Source | Fault]:
    """Yield the sources among the files of one folder; single mails together are one source."""
    single = [path for path in files if path.suffix.lower() in _SINGLE]
    for path in files:
        if path in single:
            continue
        try:
            kind = _kind_in_folder(path)
        except OSError as fault:
            yield Fault(file=str(path), where="", reason=fault.strerror or str(fault))
            continue
        if kind == "single":
            single.append(path)
        elif not isinstance(kind, str) and kind is not None:
            yield kind
    if single:
        yield loose(str(folder), lambda: [path for path in sorted(single) if path.exists()])


def _kind_in_folder(path: Path) -> "Source | Fault | str | None":
    """Return what a file found in a folder is; None if it does not look like mail at all."""
    suffix = path.suffix.lower()
    if suffix == ".msg":
        return Fault(file=str(path), where="", reason="Outlook's .msg form is not read; save .eml")
    if suffix and ":2," not in path.name and suffix not in (*_MAILBOX, ".zip"):
        return None
    source = _recognise(path, trusting=False)
    if source is None:
        if not suffix or not path.stat().st_size:
            return None
        return Fault(file=str(path), where="", reason=f"is no {suffix[1:]} file")
    return "single" if isinstance(source, FilesSource) else source
