"""`heardback proofread` on the command line: the contract's shape, fixes, the envelope."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.faces.conftest import Run

LETTER = """Dear Tom,

I recieved your note , thank you!! I enjoyed hearing about moving the nightly batch to streaming.

Best regards,
Dana Reyes
+1 512 555 0100
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_the_answer_has_the_contracts_keys(run: Run, letter: Path) -> None:
    answer = run("proofread", str(letter), "--kind", "thank_you", "--json")
    assert answer.code == 1
    finding = next(f for f in answer.json["findings"] if f["check"] == "slip")
    assert list(finding)[:6] == ["severity", "check", "span", "text", "suggestion", "rule"]
    start, end = finding["span"]
    assert LETTER[start:end] == "recieved"
    assert answer.json["record_checked"] is False


def test_it_says_that_the_record_was_not_compared(run: Run, letter: Path) -> None:
    assert "not compared with the record" in run("proofread", str(letter), "--kind", "reply").out


def test_fix_writes_the_file_shows_what_it_did_and_then_rests(run: Run, letter: Path) -> None:
    first = run("proofread", str(letter), "--kind", "thank_you", "--fix", "--json")
    assert first.code == 0
    assert {c["new"] for c in first.json["fixed"]} == {"received", ",", "!"}
    assert "I received your note, thank you! I enjoyed" in letter.read_text("utf-8")
    again = run("proofread", str(letter), "--kind", "thank_you", "--fix", "--json")
    assert again.json["fixed"] == []


def test_fix_of_the_input_goes_to_the_output(run: Run) -> None:
    answer = run("proofread", "-", "--kind", "thank_you", "--fix", typed=LETTER)
    assert answer.out.startswith("Dear Tom,\n\nI received your note, thank you!")
    assert "3 fixes put in" in answer.err


def test_claims_are_compared_with_the_search(run: Run, letter: Path, northwind: str) -> None:
    letter.write_text(LETTER.replace("I enjoyed", "I have a PhD. I enjoyed"), encoding="utf-8")
    told = ("--search", northwind, "--opportunity", "northwind", "--to", "tom")
    answer = run("proofread", str(letter), "--kind", "thank_you", *told, "--json")
    assert answer.json["record_checked"] is True
    assert "unknown_claim" in {f["check"] for f in answer.json["findings"]}


def test_a_copy_to_others_is_an_error(run: Run, letter: Path, northwind: str) -> None:
    told = ("--search", northwind, "--opportunity", "northwind", "--to", "tom")
    cc = ("--cc", "priya@northwind.example")
    answer = run("proofread", str(letter), "--kind", "thank_you", *told, *cc, "--json")
    assert "reply_all" in {f["check"] for f in answer.json["findings"]}


def test_a_promised_attachment_must_be_in_the_mail(run: Run, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "dana@example.org", "tom@x.example", "Thank you"
    mail.set_content(LETTER.replace("I enjoyed", "My plan is attached. I enjoyed"))
    mail.add_alternative("<p>hello</p>", subtype="html")
    path = tmp_path / "note.eml"
    path.write_bytes(mail.as_bytes())
    without = run("proofread", str(path), "--kind", "thank_you", "--json").json
    assert ("error", "attachment") in {(f["severity"], f["check"]) for f in without["findings"]}
    assert "My plan is attached" in without["text"]
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="plan.pdf")
    path.write_bytes(mail.as_bytes())
    there = run("proofread", str(path), "--kind", "thank_you", "--json").json
    assert "attachment" not in {f["check"] for f in there["findings"]}
    assert run("proofread", str(path), "--kind", "thank_you", "--fix").code == 2


def test_quick_leaves_dictionary_and_grammar_out(run: Run, letter: Path) -> None:
    letter.write_text(LETTER.replace("nightly", "nihgtly"), encoding="utf-8")
    full = run("proofread", str(letter), "--kind", "thank_you", "--json").json["findings"]
    quick = run("proofread", str(letter), "--kind", "thank_you", "--quick", "--json").json
    assert "spelling" in {f["check"] for f in full}
    assert "spelling" not in {f["check"] for f in quick["findings"]}


def test_one_key_puts_each_fix_in(run: Run, letter: Path) -> None:
    answer = run("proofread", str(letter), "--kind", "thank_you", "--ask", "--quick", typed="ynq")
    assert "[y]es, [n]o" in answer.err
    assert "I received your note , thank you!!" in letter.read_text("utf-8")
    every = run("proofread", str(letter), "--kind", "thank_you", "--ask", "--quick", typed="a")
    assert "I received your note, thank you!" in letter.read_text("utf-8")
    assert "2 fixes put in" in every.err
