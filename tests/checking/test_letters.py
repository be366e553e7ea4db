"""Good letters pass; one planted fault is an error of the right check."""

from dataclasses import replace

import pytest

from heardback.checking.check import Record, check, discovered
from heardback.languages.en.checks import checks
from heardback.model.people import Person
from heardback.searchfile import read_search
from heardback.service.compared import record_of
from tests.checking.faults import CHECK_IN, NOTE, PLAIN, RECORDED, TELL
from tests.checking.good_letters import GOOD
from tests.drafting.rich import NORTHWIND, PEOPLE, SEARCH, at

NOW = at("2025-03-04T10:00")
RECORD = Record(SEARCH, NORTHWIND, PEOPLE["priya"])


def errors(text: str, kind: str, *, record: Record | None = None) -> set[str]:
    found = check(text, kind=kind, at=NOW, record=record, words=checks())
    for f in found:
        words = " ".join(text[f.start : f.end].split())
        assert not 0 < len(words) <= 60 or f.text.startswith(f"“{words}”: ")
    return {f.check for f in found if f.severity == "error"}


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_an_experts_letter_gives_no_error(kind: str, text: str) -> None:
    assert errors(text, kind) == set()


def test_good_letters_get_few_remarks() -> None:
    remarks = [f for kind, text in GOOD for f in check(text, kind=kind, words=checks())]
    assert len(remarks) <= len(GOOD)


@pytest.mark.parametrize(("kind", "frame", "fault", "name"), PLAIN)
def test_a_fault_in_the_text_is_an_error(kind: str, frame: str, fault: str, name: str) -> None:
    assert errors(frame.replace("{fault}", fault), kind) == {name}


@pytest.mark.parametrize(("kind", "frame", "fault", "name"), RECORDED)
def test_a_fault_against_the_record_is_an_error(
    kind: str, frame: str, fault: str, name: str
) -> None:
    assert name in errors(frame.replace("{fault}", fault), kind, record=RECORD)


@pytest.mark.parametrize(("kind", "frame"), [("thank_you", NOTE), ("tell_about_offer", TELL)])
def test_the_frames_themselves_are_clean(kind: str, frame: str) -> None:
    assert errors(frame.replace("{fault}", ""), kind, record=RECORD) == set()


def test_without_a_record_no_name_is_doubted() -> None:
    assert (
        errors(NOTE.replace("{fault}", "I would be proud to join Contoso."), "thank_you") == set()
    )


def test_a_claim_of_an_offer_needs_one_on_record() -> None:
    tailspin = SEARCH.opportunities[3]
    lonely = SEARCH.__class__(candidate=SEARCH.candidate, people=PEOPLE, opportunities=(tailspin,))
    record = Record(lonely, tailspin, PEOPLE["omar"])
    text = TELL.replace("{fault}", "").replace("Priya", "Omar")
    assert "unknown_offer" in errors(text, "tell_about_offer", record=record)


def test_the_name_of_a_is_not_told_to_b() -> None:
    text = TELL.replace("{fault}", "It is from Contoso.")
    assert errors(text, "tell_about_offer", record=RECORD) & {"offer_details", "wrong_employer"}


def test_a_status_question_waits_for_the_promised_day() -> None:
    text = CHECK_IN.replace("{fault}", "")
    assert errors(text, "check_in", record=RECORD) == {"too_soon"}
    later = check(text, kind="check_in", at=at("2025-03-17T09:00"), record=RECORD, words=checks())
    assert not [f for f in later if f.check == "too_soon"]


def test_the_same_text_with_another_name_is_an_error() -> None:
    mine = NOTE.replace("{fault}", "")
    theirs = mine.replace("Priya", "Tom")
    found = check(mine, kind="thank_you", others=(theirs,), words=checks())
    assert {f.check for f in found if f.severity == "error"} == {"same_text"}


def test_a_wrong_employer_in_the_subject_is_an_error() -> None:
    found = check(
        NOTE.replace("{fault}", ""),
        kind="thank_you",
        at=NOW,
        record=RECORD,
        words=checks(),
        subject="Thank you: Contoso interview",
    )
    assert [(f.check, f.text[:9], f.start, f.end) for f in found if f.severity == "error"] == [
        ("wrong_employer", "“Contoso”", 0, 0)
    ]


@pytest.mark.parametrize(
    "text", ["", "\n", "Dear Priya,", "!!!", "Dear ,\n\n\n", "A" * 5000, "Ünï ¿? 🙂"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    errors(text, "thank_you", record=RECORD)


def test_every_check_says_its_name_and_rule() -> None:
    assert len(discovered()) >= 24
    assert all(one.name for one in discovered())


def test_a_promise_in_words_holds_a_status_question_back() -> None:
    spoken = read_search(
        """
heardback: 1
candidate: {name: Dana Reyes, timezone: America/New_York, country: US}
people:
  priya: {name: Priya Raman}
opportunities:
  northwind:
    employer: Northwind
    role: Data Engineer
    people: {priya: hiring_manager}
    events:
      - {when: 2025-03-03T14:00, what: interview, with: [priya]}
      - {when: 2025-03-03, what: promise, from: priya, said: "You will hear by the end of next week."}
""",
        name="search.yaml",
    ).search
    text = CHECK_IN.replace("{fault}", "")
    for day, expected in (("2025-03-13", {"too_soon"}), ("2025-03-17", set())):
        record = record_of(spoken, spoken.opportunities[0], [spoken.people["priya"]])
        found = check(text, kind="check_in", at=at(f"{day}T09:00"), record=record, words=checks())
        timed = {f.check for f in found if f.check == "too_soon"}
        assert timed == expected
    asked = "Is there any more information that would help you decide?"
    note = NOTE.replace("{fault}", asked)
    record = record_of(spoken, spoken.opportunities[0], [spoken.people["priya"]])
    found = check(note, kind="thank_you", at=at("2025-03-04T09:00"), record=record, words=checks())
    assert not [f for f in found if f.check == "too_soon"]


@pytest.mark.parametrize("greeting", ["Dear Mei-Ling,", "Hi Mei-Ling -", "Dear Mei-Ling Zhou,"])
def test_a_hyphen_belongs_to_the_name_greeted(greeting: str) -> None:
    mei = Person(id="mei", name="Mei-Ling Zhou")
    people = {**PEOPLE, "mei": mei}
    search = SEARCH.__class__(
        candidate=SEARCH.candidate, people=people, opportunities=SEARCH.opportunities
    )
    text = NOTE.replace("{fault}", "").replace("Dear Priya,", greeting)
    found = check(
        text, kind="thank_you", at=NOW, record=Record(search, NORTHWIND, mei), words=checks()
    )
    assert not [f for f in found if f.check in ("wrong_person", "misspelt_name")]


def test_a_long_employers_first_word_belongs_to_it() -> None:
    other = replace(SEARCH.opportunities[1], employer="Kestrel Institute")
    search = replace(SEARCH, opportunities=(NORTHWIND, other))
    text = NOTE.replace("{fault}", "I can see myself at Kestrel.")
    record = Record(search, NORTHWIND, PEOPLE["priya"])
    assert "wrong_employer" in errors(text, "thank_you", record=record)


def test_a_slip_of_the_pen_is_no_invention() -> None:
    text = NOTE.replace("I particularly enjoyed", "I realy enjoyed").replace("{fault}", "")
    found = check(text, kind="thank_you", at=NOW, record=RECORD, words=checks())
    assert {f.check for f in found if f.severity == "error"} == {"slip"}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("We talked.I liked it.", "We talked. I liked it."),
        ("It was short,but good.", "It was short, but good."),
    ],
)
def test_a_missing_space_is_put_in(wrong: str, right: str) -> None:
    text = NOTE.replace("{fault}", wrong)
    found = check(text, kind="thank_you", words=checks())
    slips = [f for f in found if f.check == "slip"]
    assert [f.safe for f in slips] == [True]
    [slip] = slips
    assert text[: slip.start] + (slip.fix or "") + text[slip.end :] == NOTE.replace(
        "{fault}", right
    )


@pytest.mark.parametrize("said", ["See node.js or example.com/The.", "At 3.5 p.m. I left."])
def test_a_full_stop_inside_a_word_is_none(said: str) -> None:
    text = NOTE.replace("{fault}", said)
    assert not [f for f in check(text, kind="thank_you", words=checks()) if f.check == "slip"]


def test_an_acceptance_needs_one_on_record() -> None:
    text = NOTE.replace("{fault}", "I accepted your offer on the phone this morning.")
    assert "unknown_offer" in errors(text, "thank_you", record=RECORD)
