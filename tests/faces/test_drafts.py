"""Drafts on the command line: registers, variants, channels, edits, habits and the profile."""

from pathlib import Path

import pytest
from tests.faces.conftest import Run

AT = "2025-03-04T10:00"
TOM = "northwind/thank_you/tom"


@pytest.fixture
def kept(run: Run, northwind: str) -> Run:
    """Return `run` over a store that holds the Northwind search."""
    assert run("import", northwind).code == 0
    return run


def test_a_register_is_taken_and_said(run: Run, northwind: str) -> None:
    views = {
        r: run("draft", northwind, TOM, "--at", AT, "--register", r, "--json").json
        for r in ("formal", "friendly", "brief")
    }
    assert {r: v["register"] for r, v in views.items()} == {r: r for r in views}
    assert len({v["body"] for v in views.values()}) == 3
    assert views["friendly"]["body"].startswith("Hi Tom,")


def test_variants_are_shown_to_choose_from(run: Run, northwind: str) -> None:
    many = run("draft", northwind, TOM, "--at", AT, "--variants", "--json").json["variants"]
    assert len({v["body"] for v in many}) == 3
    second = many[1]
    one = run("draft", northwind, TOM, "--at", AT, "--variant", str(second["variant"]), "--json")
    assert one.json["body"] == second["body"]


def test_another_channel_is_taken_where_it_may_be(run: Run, northwind: str) -> None:
    note = run("draft", northwind, TOM, "--at", AT, "--channel", "linkedin", "--json").json
    assert note["channel"] == "linkedin"
    assert len(note["body"]) <= 300
    refused = run("draft", northwind, TOM, "--at", AT, "--channel", "call")
    assert refused.code == 2
    assert "does not go by call. It may go by email, linkedin, letter." in refused.err


def test_a_bluff_ends_with_two_and_the_reason(run: Run, northwind: str) -> None:
    refused = run("draft", northwind, "northwind/tell_about_offer/priya", "--at", AT)
    assert refused.code == 2
    assert "no offer of another employer is on record" in refused.err


def test_explain_shows_text_and_ground_side_by_side(run: Run, northwind: str) -> None:
    shown = run("draft", northwind, TOM, "--at", AT, "--explain").out
    line = next(x for x in shown.splitlines() if "“Data Engineer”" in x)
    assert "opportunity role" in line


def test_an_edit_is_kept_and_never_written_over(kept: Run, tmp_path: Path) -> None:
    words = tmp_path / "note.txt"
    words.write_text("Dear Tom,\n\nThank you for Monday.\n\nDana Reyes\n", encoding="utf-8")
    edited = kept("edit", TOM, "--at", AT, "--text", str(words), "--json")
    assert edited.code == 0
    for register in ("formal", "brief"):
        again = kept("draft", TOM, "--at", AT, "--register", register, "--json").json
        assert again["edited"] is True
        assert again["body"] == "Dear Tom,\n\nThank you for Monday.\n\nDana Reyes"
        assert again["moved"] == []
    fresh = kept("draft", TOM, "--at", AT, "--fresh", "--json").json
    assert fresh["edited"] is False
    assert "Data Engineer" in fresh["body"]


def test_facts_that_move_after_an_edit_are_shown_beside_it(kept: Run) -> None:
    kept("edit", TOM, "--at", AT, "--text", "-", typed="Dear Tom,\n\nThanks!\n\nDana Reyes")
    kept("log", "northwind", "debrief", "person=tom", 'topics=["the on-call rota"]',
         "--when", "2025-03-03T16:00", "--at", AT)  # fmt: skip
    view = kept("draft", TOM, "--at", AT, "--json").json
    assert view["body"] == "Dear Tom,\n\nThanks!\n\nDana Reyes"
    assert any("the on-call rota" in change["now"] for change in view["moved"])
    assert "the facts have moved" in kept("draft", TOM, "--at", AT).out


def test_an_edit_can_be_undone_and_dropped(kept: Run) -> None:
    before = kept("draft", TOM, "--at", AT, "--json").json["body"]
    kept("edit", TOM, "--at", AT, "--text", "-", typed="Dear Tom,\n\nThanks!\n\nDana")
    undone = kept("undo")
    assert "your own words" in undone.err
    assert kept("draft", TOM, "--at", AT, "--json").json["body"] == before
    kept("edit", TOM, "--at", AT, "--text", "-", typed="Dear Tom,\n\nThanks!\n\nDana")
    kept("edit", TOM, "--at", AT, "--forget")
    assert kept("draft", TOM, "--at", AT, "--json").json["body"] == before


def test_an_edit_is_proofread_like_any_letter(kept: Run) -> None:
    typed = "Dear Lee,\n\nThank you for Monday.\n\nDana Reyes\n+1 512 555 0100"
    view = kept("edit", TOM, "--at", AT, "--text", "-", "--json", typed=typed).json
    assert [f for f in view["findings"] if f["severity"] == "error"]


def test_a_strength_is_told_corrected_and_deleted(run: Run) -> None:
    run("profile", "--name", "Dana Reyes", "--strength", "planning", "--evidence", "cut costs")
    run("profile", "--correct", "1", "--strength", "stock planning")
    kept = run("profile", "--json").json["strengths"]
    assert kept == [{"what": "stock planning", "evidence": "cut costs"}]
    run("profile", "--forget", "1")
    assert "strengths" not in run("profile", "--json").json
    run("undo")
    assert run("profile", "--json").json["strengths"] == kept
    assert run("profile", "--forget", "7").code == 2


def test_a_resume_only_proposes_until_something_is_taken(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cv.md"
    path.write_text("# Experience\n- Led a team of four\n## Skills\nSQL, Kafka", encoding="utf-8")
    shown = run("profile", "--resume", str(path))
    assert "1. Led a team of four (line 2)" in shown.out
    assert "strengths" not in run("profile", "--json").json
    run("profile", "--resume", str(path), "--take", "1,3")
    kept = run("profile", "--json").json["strengths"]
    assert kept == [
        {"what": "Led a team of four", "source": "cv.md:2"},
        {"what": "Kafka", "source": "cv.md:4"},
    ]
    assert "SQL" in run("profile", "--resume", str(path)).out


SENT = """\
From dana@example.org Wed Feb 26 09:00:00 2025
From: Dana Reyes <dana@example.org>
To: Tom Okafor <tom@northwind.example>
Date: Wed, 26 Feb 2025 09:0{n}:00 -0600
Message-ID: <{n}@example.org>
Subject: Interview for the Data Engineer role

Hi Tom,

I'm glad to come for the interview on Monday, and I don't mind which room. I'll bring my laptop.

Cheers,
Dana

"""


def test_habits_are_learned_from_sent_mail_shown_and_forgotten(kept: Run, tmp_path: Path) -> None:
    sent = tmp_path / "sent.mbox"
    sent.write_text("".join(SENT.format(n=n) for n in range(3)), encoding="utf-8")
    kept("import", str(sent))
    habits = kept("habits", "--json").json
    assert habits["habits"]["greeting"] == {"value": "Hi", "from": "sent mail"}
    assert habits["habits"]["sign_off"]["value"] == "Cheers"
    assert habits["habits"]["contractions"]["value"] is True
    draft = kept("draft", TOM, "--at", AT, "--json").json
    assert draft["body"].startswith("Hi Tom,")
    assert "\nCheers,\nDana Reyes" in draft["body"]
    kept("habits", "--forget", "all")
    after = kept("habits", "--json").json
    assert {h["from"] for n, h in after["habits"].items() if n != "register"} == {"off"}


def test_a_habit_may_be_said_outright(kept: Run) -> None:
    kept("habits", "--set", "sign_off=All the best", "--set", "register=friendly")
    draft = kept("draft", TOM, "--at", AT, "--json").json
    assert draft["register"] == "friendly"
    assert "All the best,\nDana Reyes" in draft["body"]
    assert kept("habits", "--set", "hat=red").code == 2
