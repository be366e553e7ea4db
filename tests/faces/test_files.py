"""The commands on files answer as the contract says."""

import json
from pathlib import Path

from tests.faces.conftest import Run

AT = "2025-03-04T10:00"
PLAN_KEYS = ["heardback", "at", "follow_ups", "waiting", "held", "cautions", "opportunities"]
FOLLOW_UP_KEYS = [
    *("id", "opportunity", "kind", "to", "via", "channel", "attempt", "not_before", "due"),
    *("latest", "state", "optional", "aims", "anchor", "review_by", "changes_if", "why"),
]


def test_the_contracts_example_is_planned_as_it_says(run: Run, northwind: str) -> None:
    view = run("plan", northwind, "--at", AT, "--json").json
    assert list(view) == PLAN_KEYS
    assert view["at"] == "2025-03-04T10:00:00-06:00"
    note = next(f for f in view["follow_ups"] if f["id"] == "northwind/thank_you/tom")
    assert list(note) == FOLLOW_UP_KEYS
    assert (note["not_before"], note["due"], note["latest"], note["state"]) == (
        "2025-03-03T15:30:00-05:00",
        "2025-03-03T17:00:00-05:00",
        "2025-03-04T15:00:00-05:00",
        "due",
    )
    assert note["anchor"] == 1
    kinds = [(f["kind"], f["to"]) for f in view["follow_ups"]]
    assert ("thank_you", ["priya"]) not in kinds
    check_in = next(f for f in view["follow_ups"] if f["kind"] == "check_in")
    assert check_in["due"] == "2025-03-17T09:00:00-04:00"
    assert view["waiting"][0]["until"] == "2025-03-14"
    assert view["waiting"][0]["why"][0]["evidence"][0]["quote"] == "by the end of next week"
    held = next(h for h in view["held"] if h["kind"] == "check_in")
    assert (held["rule"], held["until"]) == ("CK-1", "2025-03-17T09:00:00-04:00")


def test_the_same_file_and_moment_give_the_same_bytes(run: Run, northwind: str) -> None:
    words = ("plan", northwind, "--at", AT, "--json")
    assert run(*words).out == run(*words).out


def test_the_json_twin_plans_alike(run: Run, northwind: str, tmp_path: Path) -> None:
    run("import", northwind)
    twin = tmp_path / "search.json"
    run("export", str(twin))
    assert json.loads(twin.read_text())["heardback"] == 1
    one = run("plan", northwind, "--at", AT, "--json").json
    two = run("plan", str(twin), "--at", AT, "--json").json
    assert one == two


def test_many_plans_in_one_go(run: Run, northwind: str, tmp_path: Path) -> None:
    jobs = tmp_path / "jobs.jsonl"
    rows = [
        {"id": "a", "file": northwind, "at": AT},
        {"id": "b", "file": "nowhere.yaml"},
        {"id": "c", "file": northwind, "at": "2025-03-20", "until": "2025-04-20"},
    ]
    jobs.write_text("\n".join(json.dumps(r) for r in rows) + "\nnot json\n")
    answer = run("plan", "--jsonl", str(jobs))
    assert answer.code == 1
    assert [row["id"] for row in answer.lines] == ["a", "b", "c", None]
    assert "error" in answer.lines[1] and "nowhere.yaml" in answer.lines[1]["error"]
    assert answer.lines[2]["heardback"] == 1


def test_a_wrong_file_is_refused_with_its_line(run: Run, northwind: str) -> None:
    path = Path(northwind)
    path.write_text(path.read_text().replace("what: applied", "what: aplied"))
    answer = run("plan", northwind, "--json")
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith(f"{northwind}:20: ")
    assert "applied" in answer.err


def test_a_missing_file_is_one_clear_line(run: Run) -> None:
    answer = run("plan", "nowhere.yaml")
    assert answer.code == 2 and "nowhere.yaml: cannot be read" in answer.err


def test_a_draft_cites_what_it_rests_on(run: Run, northwind: str) -> None:
    view = run("draft", northwind, "northwind/thank_you/tom", "--at", AT, "--json").json
    assert list(view)[:8] == ["id", "kind", "channel", "to", "cc", "subject", "in_reply_to", "body"]
    assert "Tom" in view["body"] and "Dana Reyes" in view["body"]
    for ground in view["grounds"]:
        start, end = ground["span"]
        assert view["body"][start:end]
    assert not [f for f in view["findings"] if f["severity"] == "error"]


def test_a_draft_that_is_not_due_says_why(run: Run, northwind: str) -> None:
    answer = run("draft", northwind, "northwind/thank_you/priya", "--at", AT)
    assert answer.code == 2 and "priya" in answer.err


def test_a_timeframe_is_read_from_the_command_line(run: Run) -> None:
    answer = run(
        *("timeframe", "We hope to get back to you by the end of next week."),
        *("--said", "2025-03-03T16:00-05:00", "--json"),
    )
    (found,) = answer.json["timeframes"]
    assert (found["by"], found["firmness"], found["promise"]) == ("2025-03-14", "firm", True)
    assert found["quote"] == "by the end of next week"


def test_a_timeframe_is_explained_in_words(run: Run) -> None:
    said = ("--said", "2025-03-03T10:00:00-05:00", "--explain")
    told = run("timeframe", "If you haven't heard by Friday, e-mail me. Please don't call.", *said)
    assert "until Fri 7 Mar 2025" in told.out
    assert "invites you to write" in told.out
    assert "“don't call”" in told.out and "asks you not to write or call" in told.out
    assert "none is made up" in run("timeframe", "We'll be in touch soon.", *said).out
    assert "No time is named" in run("timeframe", "Hello", *said).out


def test_understanding_is_explained_by_the_words_behind_each_fact(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_text(
        "From: Priya Raman <priya@northwind.example>\nTo: dana@example.org\n"
        "Subject: Data Engineer at Northwind\nDate: Mon, 3 Mar 2025 10:00:00 -0500\n"
        "Message-ID: <1@northwind.example>\n\nHi Dana,\n\nThank you for interviewing for the Data "
        "Engineer role at Northwind. We hope to get back to you by the end of next week.\n\n"
        "Best,\nPriya Raman\nEngineering Manager, Northwind\n",
        encoding="utf-8",
    )
    told = run("understand", str(letter), "--me", "dana@example.org", "--explain").out
    assert "timeframe (" in told
    assert "2025-03-14, firm, a promise" in told
    assert "“by the end of next week”" in told
    assert "Priya Raman" in told and "Engineering Manager" in told


def test_timeframes_line_by_line(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "t.jsonl"
    rows = [
        {"id": 1, "text": "We will call you by Friday.", "said": "2025-03-03T10:00-05:00"},
        {"id": 2, "text": "Lovely weather.", "said": "2025-03-03T10:00-05:00"},
        {"id": 3, "text": "no moment"},
    ]
    lines.write_text("\n".join(json.dumps(r) for r in rows))
    answer = run("timeframe", "--jsonl", str(lines))
    assert [row["id"] for row in answer.lines] == [1, 2, 3]
    assert answer.lines[1] == {"id": 2, "timeframes": []}
    assert "error" in answer.lines[2] and answer.code == 1


def test_a_letter_with_a_wrong_name_is_stopped(run: Run, northwind: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear Tim,\n\nThank you for meeting me on Monday about the Data Engineer role. I enjoyed "
        "hearing about your team and would be glad to join it.\n\nBest regards,\nDana Reyes\n"
    )
    record = ("--search", northwind, "--opportunity", "northwind", "--to", "tom")
    answer = run("proofread", str(letter), "--kind", "thank_you", *record, "--json")
    assert answer.code == 1
    assert any(f["severity"] == "error" for f in answer.json["findings"])
    alone = run("proofread", str(letter), "--kind", "thank_you", "--json")
    assert alone.code == 0 and alone.json["record_checked"] is False


def test_schemas_are_published(run: Run) -> None:
    for name in ("search", "plan", "understanding", "timeframe", "findings"):
        assert run("schema", name).json["$schema"].endswith("2020-12/schema")


def test_every_command_has_help_with_an_example(run: Run) -> None:
    from heardback.faces.cli.main import COMMANDS

    for name in COMMANDS:
        text = run(name, "--help").out
        assert "Examples:" in text and f"heardback {name}" in text, name


def test_a_mistyped_command_is_answered_with_the_nearest(run: Run) -> None:
    answer = run("tody")
    assert answer.code == 2 and "'today'" in answer.err


def test_completion_for_three_shells(run: Run) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_HEARDBACK_COMPLETE" in run("completion", shell).out
