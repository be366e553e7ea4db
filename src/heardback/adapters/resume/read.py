"""Read a résumé through the bounded child; every way it can fail is one sentence."""

import subprocess
import sys
from pathlib import Path

from heardback.adapters.resume.extract import REFUSED
from heardback.errors import InputError

MOST_BYTES = 8 << 20
SECONDS = 30
_CHILD = (sys.executable, "-I", "-m", "heardback.adapters.resume.extract")
_MEND = "Save it as text, Markdown, DOCX or PDF."


def read_resume(path: str) -> str:
    """Given a file, return its text; raise InputError where it cannot be had within bounds."""
    try:
        size = Path(path).stat().st_size
        if size > MOST_BYTES:
            raise InputError(path, None, f"is larger than {MOST_BYTES >> 20} MB.", hint=_MEND)
        raw = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(path, None, f"cannot be read: {reason}.") from error
    try:
        done = subprocess.run(  # noqa: S603  # our own module, its words fixed above, no shell
            _CHILD, input=raw, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise InputError(path, None, "takes too long to open.", hint=_MEND) from late
    if done.returncode != 0:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = told[-1][:200] if told and done.returncode == REFUSED else ""
        raise InputError(path, None, why or "needs more time or memory than allowed.", hint=_MEND)
    return done.stdout.decode("utf-8", "replace")
