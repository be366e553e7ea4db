"""Files that go with a letter: the right kind, not too large, and nobody else's.

Rule PE-4 of the playbook: a sample of work may go with a note; another employer's papers never.
"""

import re
from collections.abc import Sequence

from heardback.errors import UsageError
from heardback.model.delivery import Attachment
from heardback.model.search import Search

MOST = 10 << 20
BEGINS = {
    "pdf": (b"%PDF",),
    "docx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04",),
    "zip": (b"PK\x03\x04",),
    "png": (b"\x89PNG",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
"""What a file of a kind begins with: one that does not is broken, or another kind."""

RUNS = frozenset("exe bat cmd com scr js vbs msi jar app sh ps1 lnk iso html htm".split())
"""What mail servers refuse, or what frightens whoever gets it."""


def check_attachments(files: Sequence[Attachment], search: Search, opportunity: str) -> None:
    """Given files for a letter of an opportunity, raise UsageError for one that must not go."""
    for each in files:
        _check_kind(each)
        _check_employer(each, search, opportunity)
    if sum(len(each.content) for each in files) > MOST:
        raise UsageError(
            "The attachments are larger than 10 MB together.",
            hint="Send a link, or a smaller file.",
        )


def _check_kind(file: Attachment) -> None:
    ending = file.name.rpartition(".")[2].casefold()
    if not file.content:
        raise UsageError(f"{file.name} is empty.", hint="Attach the file again once it is saved.")
    if ending in RUNS:
        raise UsageError(
            f"{file.name} is a kind of file that mail servers refuse.", hint="Send a PDF."
        )
    begins = BEGINS.get(ending)
    if begins and not file.content.startswith(begins):
        raise UsageError(
            f"{file.name} is no {ending.upper()} file, whatever its name says.",
            hint="Open it, and save it again.",
        )


def _check_employer(file: Attachment, search: Search, opportunity: str) -> None:
    """A name such as cover-letter-northwind.pdf must not go to another employer."""
    words = " ".join(re.findall(r"[^\W_]+", file.name.rpartition(".")[0].casefold()))
    mine = next((o.employer for o in search.opportunities if o.id == opportunity), "")
    for other in search.opportunities:
        name = " ".join(re.findall(r"[^\W_]+", other.employer.casefold()))
        if other.employer != mine and len(name) > 3 and f" {name} " in f" {words} ":
            raise UsageError(
                f"{file.name} bears the name of {other.employer}, and this letter goes to {mine}.",
                hint="Attach the right file, or give it another name.",
            )
