"""Résumés in four formats, and files that want to do harm: text or one sentence, within bounds."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from heardback.adapters.resume import extract
from heardback.adapters.resume.extract import Refused, text_of
from heardback.adapters.resume.read import read_resume
from heardback.errors import InputError

LINES = ("Experience", "Led a team of four", "Skills: Python, SQL")


def a_docx() -> bytes:
    document = Document()
    document.add_heading("Experience")
    document.add_paragraph("Led a team of four", style="List Bullet")
    document.add_paragraph("Skills: Python, SQL")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def a_pdf(lines: tuple[str, ...] = LINES) -> bytes:
    """Return a PDF of one page with these lines, written by hand as the format has it."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("cv.txt", "\n".join(LINES).encode()),
        ("cv.md", b"# Experience\n- Led a team of four\n\nSkills: Python, SQL"),
        ("cv.docx", a_docx()),
        ("cv.pdf", a_pdf()),
        ("windows.txt", "Experience\nLed a team of four – caf\xe9\nSkills: SQL".encode("cp1252")),
        ("wide.txt", "\n".join(LINES).encode("utf-16")),
    ],
)
def test_every_format_gives_its_text(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    text = read_resume(str(path))
    assert "Led a team of four" in text
    assert "Skills" in text


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"A" * (60 << 20))
    return out.getvalue()


def laughing() -> bytes:
    """Return a DOCX whose XML doubles an entity thirty times over."""
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, 31)
    )
    xml = f"<?xml version='1.0'?><!DOCTYPE d [{entities}]><d>&a30;</d>"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_docx())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, xml if entry == "word/document.xml" else old.read(entry))
    return out.getvalue()


def locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (bomb(), "unpacks to more"),
        (laughing(), ""),
        (locked(), "password"),
        (b"\x7fELF\0\0\0", "neither text"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"%PDF-1.7\n but no more", ""),
        (a_pdf()[:200], ""),
    ],
    ids=["zip bomb", "entities", "locked", "program", "damaged zip", "empty pdf", "cut pdf"],
)
def test_a_hostile_file_ends_in_one_sentence(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "cv"
    path.write_bytes(raw)
    try:
        text = read_resume(str(path))
    except InputError as why:
        assert said in str(why)
        assert "\n" not in str(why)
        assert why.exit_code == 2
    else:
        assert said == "" and len(text) < extract.MOST_TEXT


def test_what_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    with path.open("wb") as out:
        out.truncate(9 << 20)
    with pytest.raises(InputError, match="larger than 8 MB"):
        read_resume(str(path))


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_resume(str(tmp_path / "none.pdf"))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04"]))
def test_any_bytes_give_text_or_a_refusal(raw: bytes, start: bytes) -> None:
    try:
        assert isinstance(text_of(start + raw), str)
    except Refused as why:
        assert str(why).endswith(".")
