"""The child that opens a résumé: standard input to text, within limits of time and memory.

A DOCX is a zip of XML and a PDF a program of sorts; either may be made to explode. So they are
opened here, where an explosion ends this process and nothing else:
`python -m heardback.adapters.resume.extract < FILE`.
"""

import io
import sys
import zipfile
from collections.abc import Iterator

CPU_SECONDS, MEMORY_BYTES = 15, 1 << 30
MOST_TEXT, MOST_PAGES = 200_000, 30
MOST_ENTRIES, MOST_UNPACKED = 500, 40 << 20
REFUSED = 3


class Refused(Exception):
    """What makes the file unusable, in a sentence."""


def text_of(raw: bytes) -> str:
    """Given a file's bytes, return its text; raise Refused for what is no résumé."""
    if raw.startswith(b"%PDF-"):
        return _pdf(raw)
    if raw.startswith(b"PK\x03\x04"):
        return _docx(raw)
    if b"\0" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("is neither text, Markdown, DOCX nor PDF.")
    return _plain(raw)


def _plain(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _docx(raw: bytes) -> str:
    from docx import Document

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            entries = packed.infolist()
    except zipfile.BadZipFile as fault:
        raise Refused("is a damaged DOCX file.") from fault
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise Refused("unpacks to more than a résumé can hold.")
    if "word/document.xml" not in {e.filename for e in entries}:
        raise Refused("is a zip file, but no DOCX.")
    document = Document(io.BytesIO(raw))
    lines = [_styled(p.text, p.style.name if p.style else "") for p in document.paragraphs]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*lines, *dict.fromkeys(cells)])


def _styled(text: str, style: str | None) -> str:
    return f"- {text}" if text.strip() and style and "List" in style else text


def _pdf(raw: bytes) -> str:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("is locked with a password.")
    return "\n".join(_pages(reader))


def _pages(reader: "object") -> Iterator[str]:
    length = 0
    for page in list(reader.pages[:MOST_PAGES]):  # type: ignore[attr-defined]  # pypdf's reader
        text = page.extract_text() or ""
        length += len(text)
        yield text
        if length > MOST_TEXT:
            return


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit holds alone
        return
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> int:
    """Read standard input, write its text; return the exit code."""
    _limit()
    raw = sys.stdin.buffer.read()
    try:
        text = text_of(raw)
    except Refused as why:
        sys.stderr.write(str(why))
        return REFUSED
    except Exception as fault:  # noqa: BLE001  # a hostile file may raise anything at all
        sys.stderr.write(f"cannot be read ({type(fault).__name__}).")
        return REFUSED
    sys.stdout.buffer.write(text[:MOST_TEXT].encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
