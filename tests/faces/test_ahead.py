"""Looking ahead: how the plan unfolds, and whether one may write to somebody."""

from pathlib import Path

import pytest
from tests.faces.conftest import Run

SEARCH = """\
heardback: 1
candidate: {name: Dana Reyes, email: dana@example.org, timezone: America/Chicago, country: US}
people:
  priya: {name: Priya Raman, email: priya@northwind.example}
  tom: {name: Tom Okafor, email: tom@northwind.example}
opportunities:
  northwind:
    employer: Northwind
    role: Data Engineer
    people: {priya: hiring_manager, tom: interviewer}
    events:
      - {when: 2025-03-03T14:00, what: interview, ends: "15:00", stage: first, with: [priya, tom]}
      - {when: 2025-03-03, what: promise, from: priya, said: "By the end of next week."}
      - {when: 2025-03-03T16:00, what: sent, kind: thank_you, to: [priya], channel: email}
      - {when: 2025-03-03T16:05, what: sent, kind: thank_you, to: [tom], channel: email}
"""
NOW = ("--at", "2025-03-04T10:00")


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "search.yaml"
    path.write_text(SEARCH, encoding="utf-8")
    return str(path)


def steps(run: Run, file: str, *words: str) -> list[tuple[str, str]]:
    view = run("simulate", "--search", file, *NOW, "--until", "2025-05-30", *words, "--json").json
    return [(row["when"][:10], row.get("kind", row.get("assumed"))) for row in view["steps"]]


def test_silence_ends_after_two_questions_and_an_optional_last_word(run: Run, file: str) -> None:
    assert steps(run, file) == [
        ("2025-03-17", "check_in"),
        ("2025-03-24", "check_in"),
        ("2025-03-31", "closing_message"),
    ]
    view = run("simulate", "--search", file, *NOW, "--until", "2025-05-30", "--json").json
    assert view["opportunities"]["northwind"]["closed_as"] == "no_answer"
    assert [row["sent"] for row in view["steps"]] == [True, True, False]


def test_a_new_date_moves_the_question_and_a_no_ends_it(run: Run, file: str) -> None:
    told = steps(
        run,
        file,
        *("--assume", "northwind: answer 2025-03-13 by 2025-03-28"),
        *("--assume", "northwind: rejected on 2025-04-02T10:00"),
    )
    assert told == [
        ("2025-03-13", "answer by 2025-03-28"),
        ("2025-03-31", "check_in"),
        ("2025-04-02", "rejected"),
        ("2025-04-02", "answer_rejection"),
    ]


def test_an_assumed_interview_has_its_card_its_note_and_its_patience(run: Run, file: str) -> None:
    told = steps(run, file, "--assume", "northwind: interview 2025-03-20T10:00")
    assert told[:4] == [
        ("2025-03-20", "ask_timeframe"),
        ("2025-03-20", "interview"),
        ("2025-03-20", "thank_you"),
        ("2025-03-27", "check_in"),
    ]


def test_an_invitation_to_connect_waits_for_the_end(run: Run, file: str) -> None:
    asked = ("may", "linkedin_connect", "priya", "--search", file)
    view = run(*asked, "--on", "2025-03-10", "--json").json
    assert (view["answer"], view["until"]) == ("not yet", None)
    assert view["why"][0]["rule"] == "TY-8"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("northwind", "cannot be read"),
        ("northwind: dances 2025-03-20", "is not known"),
        ("northwind: rejected", "names no day"),
        ("nowhere: silence", "there is no opportunity"),
    ],
)
def test_an_assumption_that_makes_no_sense_is_refused(
    run: Run, file: str, text: str, told: str
) -> None:
    answer = run("simulate", "--search", file, *NOW, "--assume", text)
    assert answer.code == 2
    assert told in answer.err


def test_simulating_changes_nothing(run: Run, file: str) -> None:
    before = Path(file).read_bytes()
    assert steps(run, file) == steps(run, file)
    assert Path(file).read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "person", "on", "answer"),
    [
        ("check_in", "priya", "2025-03-04T10:00", "not yet"),
        ("check_in", "Priya Raman", "2025-03-14T16:59", "not yet"),
        ("check_in", "priya@northwind.example", "2025-03-17T09:00", "yes"),
        ("resign", "priya", "2025-03-04T10:00", "no"),
        ("withdraw", "priya", "2025-03-04T10:00", "yes"),
    ],
)
def test_may_says_yes_not_yet_or_no_and_why(
    run: Run, file: str, kind: str, person: str, on: str, answer: str
) -> None:
    view = run("may", kind, person, "--on", on, "--search", file, "--json").json
    assert view["answer"] == answer
    assert view["person"] == "priya"
    assert all(reason["text"] and reason["rule"] for reason in view["why"])
    assert (view["until"] is not None) == (answer == "not yet")


def test_may_names_who_and_what_there_is(run: Run, file: str) -> None:
    nobody = run("may", "check_in", "bob", "--search", file)
    assert nobody.code == 2
    assert "priya, tom" in nobody.err
    nothing = run("may", "dance", "priya", "--search", file)
    assert nothing.code == 2
    assert "check_in" in nothing.err
