"""Letters put into the candidate's hands: a file for any mail program, the clipboard, paper."""

import base64
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from heardback.errors import InputError, UsageError
from heardback.model.delivery import Attachment, Letter

COPIERS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
"""Programs that take a text into the clipboard, in the order they are tried."""

SECONDS = 10.0
MOST = 10 << 20


@dataclass(frozen=True, slots=True)
class Hands:
    """Where letters are put: `out` names a file; without it the clipboard, or the own folder.

    `folder` is where .eml files go that are not named. `copier` is used in place of what is found.
    """

    out: Path | None = None
    folder: Path | None = None
    copier: tuple[str, ...] | None = None

    def give(self, letter: Letter) -> str:
        """Put a letter into the candidate's hands; return where it is, in words.

        Raise InputError for a file that cannot be written, UsageError without a clipboard.
        """
        if letter.way == "mailto":
            name = f"{letter.plan_id.replace('/', '-')}.eml"
            place = self.out or (self.folder or Path.cwd()) / name
            _write(place, base64.b64decode(letter.raw))
            return f"it is in {place}: open it, and send it from your mail program"
        if self.out is not None:
            _write(self.out, (letter.text.rstrip("\n") + "\n").encode())
            return f"its words are in {self.out}"
        _copy(letter.text, self.copier or _copier())
        return "its words are in the clipboard"


def read_attachment(path: str) -> Attachment:
    """Given a file's path, return it as an attachment; raise InputError."""
    file = Path(path).expanduser()
    try:
        if file.stat().st_size > MOST:
            raise InputError(path, None, "is larger than 10 MB.", hint="Send a link to it.")
        return Attachment(file.name, file.read_bytes())
    except OSError as fault:
        raise InputError(path, None, f"cannot be read: {fault.strerror}.") from fault


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    except OSError as fault:
        raise InputError(str(path), None, f"cannot be written: {fault.strerror}.") from fault


def _copier() -> tuple[str, ...]:
    for words in COPIERS:
        found = shutil.which(words[0])
        if found:
            return (found, *words[1:])
    raise UsageError(
        "There is no clipboard here (wl-copy, xclip, xsel or pbcopy).",
        hint="Write the words to a file: --out FILE",
    )


def _copy(text: str, words: tuple[str, ...]) -> None:
    try:
        subprocess.run(  # noqa: S603 - one of the programs above, no shell, words on its input
            words,
            input=text.encode(),
            check=True,
            timeout=SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise UsageError(
            f"The clipboard does not take it ({type(fault).__name__}).",
            hint="Write the words to a file: --out FILE",
        ) from fault
