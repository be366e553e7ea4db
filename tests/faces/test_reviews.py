"""A friend reads a draft: what is prepared, what comes back, what is taken up."""

import email
from email import policy
from pathlib import Path

import pytest
from tests.faces.conftest import Run

AT = "2025-03-03T15:00"
TOM = "northwind/thank_you/tom"
FRIEND = "friend@example.org"


@pytest.fixture
def kept(run: Run, northwind: str) -> Run:
    assert run("import", northwind).code == 0
    return run


def ask(run: Run, *more: str) -> dict[str, str]:
    answer = run("review", "ask", TOM, "--to", FRIEND, "--at", AT, "--json", *more)
    assert answer.code == 0, answer.err
    return dict(answer.json)


def edited(body: str, old: str, new: str) -> str:
    assert old in body
    return body.replace(old, new)


def test_the_message_carries_the_draft_what_to_look_at_and_until_when(kept: Run) -> None:
    made = ask(kept)
    draft = kept("draft", TOM, "--at", AT, "--json").json
    assert draft["body"].strip() in made["body"]
    assert "Please look at:" in made["body"]
    assert "I need it back by" in made["body"]
    assert made["review_by"] < draft_latest(kept)


def draft_latest(run: Run) -> str:
    rows = run("today", "--at", AT, "--json").json["due"]
    return str(next(r["latest"] for r in rows if r["id"] == TOM))


def test_the_plan_says_until_when_it_must_be_back(kept: Run) -> None:
    made = ask(kept)
    row = next(r for r in kept("today", "--at", AT, "--json").json["due"] if r["id"] == TOM)
    assert row["review_by"]
    assert f"wanted by {row['review_by']}" in kept("today", "--at", AT).out
    assert made["review_by"]


def test_no_reading_is_asked_for_where_no_time_is_left(kept: Run) -> None:
    late = kept("review", "ask", TOM, "--to", FRIEND, "--at", "2025-03-04T13:40")
    assert late.code == 2
    assert "no time for a second reader" in late.err


def test_an_eml_file_opens_in_a_mail_program(kept: Run, tmp_path: Path) -> None:
    out = tmp_path / "ask.eml"
    ask(kept, "--out", str(out))
    mail = email.message_from_bytes(out.read_bytes(), policy=policy.default)
    assert mail["To"] == FRIEND
    assert mail["From"] == "dana@example.org"
    assert mail["X-Unsent"] == "1"


def test_changes_are_shown_and_nothing_is_taken_by_itself(kept: Run, tmp_path: Path) -> None:
    body = edited(ask(kept)["body"], "Dear Tom,", "Hello Tom,")
    reply = tmp_path / "reply.txt"
    reply.write_text(body, encoding="utf-8")
    shown = kept("review", "answer", str(reply), "--at", AT, "--json")
    assert shown.code == 1
    assert [(c["old"].strip(), c["new"].strip()) for c in shown.json["changes"]] == [
        ("Dear Tom,", "Hello Tom,")
    ]
    assert not kept("draft", TOM, "--at", AT, "--json").json["edited"]


def test_what_is_accepted_is_kept_as_an_edit_and_can_be_undone(kept: Run, tmp_path: Path) -> None:
    made = ask(kept)
    body = edited(made["body"], "Dear Tom,", "Hello Tom,")
    body = edited(body, "Dana Reyes\n+1", "Dana\n+1")
    quoted = "\n".join(f"> {line}" for line in body.splitlines())
    reply = tmp_path / "reply.eml"
    reply.write_text(
        f"From: {FRIEND}\nTo: dana@example.org\nSubject: Re: read\n\nNice! line 3: stiff\n\n"
        f"On Monday Dana wrote:\n{quoted}\n",
        encoding="utf-8",
    )
    shown = kept("review", "answer", str(reply), "--at", AT, "--json").json
    assert shown["remarks"] == ["Nice! line 3: stiff"]
    assert len(shown["changes"]) == 2
    taken = kept("review", "answer", str(reply), "--accept", "1", "--at", AT, "--json")
    assert [c["accepted"] for c in taken.json["changes"]] == [True, False]
    draft = kept("draft", TOM, "--at", AT, "--json").json
    assert draft["edited"]
    assert draft["body"].startswith("Hello Tom,")
    assert "Dana Reyes" in draft["body"]


def test_a_friends_invention_is_found_before_it_leaves(kept: Run, tmp_path: Path) -> None:
    made = ask(kept)
    body = edited(made["body"], "Dear Tom,\n\n", "Dear Tom,\n\nI have a PhD in physics. ")
    reply = tmp_path / "reply.txt"
    reply.write_text(body, encoding="utf-8")
    taken = kept("review", "answer", str(reply), "--accept", "all", "--at", AT, "--json")
    assert taken.code == 1
    assert "unknown_claim" in {f["check"] for f in taken.json["findings"]}


def test_remarks_alone_change_nothing(kept: Run, tmp_path: Path) -> None:
    ask(kept)
    reply = tmp_path / "reply.txt"
    reply.write_text("All fine, but the ending is stiff.\n", encoding="utf-8")
    answer = kept("review", "answer", str(reply), "--at", AT, "--json")
    assert answer.code == 0
    assert answer.json["changes"] == []
    assert answer.json["remarks"] == ["All fine, but the ending is stiff."]


def test_an_answer_to_nothing_is_refused(kept: Run, tmp_path: Path) -> None:
    reply = tmp_path / "reply.txt"
    reply.write_text("Hello", encoding="utf-8")
    assert "which letter" in kept("review", "answer", str(reply)).err
    ask(kept)
    wrong = kept("review", "answer", str(reply), "--accept", "7", "--at", AT)
    assert (wrong.code, "no change 7" in wrong.err) == (2, True)


def test_a_letter_in_a_file_is_changed_in_its_file(kept: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Tom,\n\nThank you for today. I enjoyed it.\n\nBest,\nDana\n", "utf-8")
    made = kept("review", "ask", str(letter), "--to", FRIEND, "--at", AT, "--json").json
    reply = tmp_path / "reply.txt"
    reply.write_text(edited(made["body"], "I enjoyed it.", "It was fun."), encoding="utf-8")
    assert kept("review", "answer", str(reply), "--accept", "all", "--at", AT).code == 0
    assert "Thank you for today. It was fun." in letter.read_text("utf-8")


@pytest.mark.parametrize(
    "to", ["friend", "a@b", "a b@c.de", "a@b.de, c@d.ef", "a@b.de\nBcc: x@y.z"]
)
def test_a_doubtful_address_is_refused(kept: Run, to: str) -> None:
    assert kept("review", "ask", TOM, "--to", to, "--at", AT).code == 2


def test_uncertain_readings_are_still_reviewed(kept: Run) -> None:
    assert kept("review", "--json").json == {"review": []}


def test_our_own_words_that_come_back_are_no_remarks(kept: Run, tmp_path: Path) -> None:
    body = ask(kept)["body"]
    back = tmp_path / "back.txt"
    back.write_text(body, encoding="utf-8")
    assert kept("review", "answer", str(back), "--json", "--at", AT).json["remarks"] == []
    told = kept("review", "answer", str(back), "--accept", "1", "--at", AT)
    assert told.code == 2
    assert "came back as it was" in told.err


def test_what_a_friend_writes_among_our_words_is_a_remark(kept: Run, tmp_path: Path) -> None:
    body = ask(kept)["body"]
    body = edited(body, "Is every name spelt right?", "Is every name spelt right? Yes, I think so.")
    body = edited(body, "Thank you!", "Thank you! Line 3 is stiff.")
    back = tmp_path / "back.txt"
    back.write_text(body, encoding="utf-8")
    remarks = kept("review", "answer", str(back), "--json", "--at", AT).json["remarks"]
    assert any("Yes, I think so." in r for r in remarks)
    assert any("Line 3 is stiff." in r for r in remarks)
