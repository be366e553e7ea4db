"""A forwarded conversation counts as what it is: one's own at once, another's after a yes."""

from pathlib import Path

import pytest
from tests.faces.conftest import Run

FORWARD = """\
From: {by}
To: Dana Reyes <dana@example.org>
Date: Thu, 05 Mar 2026 09:00:00 -0500
Subject: Fwd: Interview at Northwind
Message-ID: <outer@mail.example>
Content-Type: text/plain; charset=utf-8

---------- Forwarded message ---------
From: Priya Raman <priya@northwind.example>
Date: Tue, Mar 3, 2026 at 2:15 PM
Subject: Re: Interview at Northwind
To: Dana Reyes <dana@example.org>

Thank you for the interview on Monday for the Data Engineer position. You will hear from us by
13 March.

Priya Raman
Head of Data, Northwind

On Mon, Mar 2, 2026 at 5:30 PM Dana Reyes <dana@example.org> wrote:

> Hi Priya, I have decided to withdraw my application for the Data Engineer position.
>
> Dana
"""
THANKED = "I have decided to withdraw my application", "thank you for the interview today"


@pytest.fixture
def dana(run: Run) -> Run:
    run("profile", "--name", "Dana Reyes", "--email", "dana@example.org")
    return run


def file(folder: Path, by: str, text: str = FORWARD) -> str:
    path = folder / "forward.eml"
    path.write_text(text.format(by=by), encoding="utf-8")
    return str(path)


def test_what_one_passes_on_to_oneself_counts_with_its_own_days(dana: Run, tmp_path: Path) -> None:
    text = FORWARD.replace(*THANKED)
    dana("import", file(tmp_path, "Dana Reyes <dana@example.org>", text))
    (asked,) = dana("agenda", "--at", "2026-03-06T10:00", "--json").json["waiting"]
    assert asked["until"] == "2026-03-13"
    shown = dana("show", "northwind").out
    assert "Thu 5 Mar" not in shown  # a mail to oneself is no deed
    assert "kind thank_you" in shown


def test_a_reply_to_printed_mail_claims_no_message_id(dana: Run, tmp_path: Path) -> None:
    dana("import", file(tmp_path, "Dana Reyes <dana@example.org>", FORWARD.replace(*THANKED)))
    late = ("--at", "2026-03-17T10:00", "--json")
    assert dana("draft", "northwind/check_in/priya", *late).json["in_reply_to"] is None
    events = dana("show", "northwind", "--json").json["timeline"]
    sources = {event["source"] for event in events}
    assert sources == {"message:<outer@mail.example>"}


def test_facts_of_printed_mail_can_be_split_off(dana: Run, tmp_path: Path) -> None:
    dana("import", file(tmp_path, "Dana Reyes <dana@example.org>", FORWARD.replace(*THANKED)))
    fact = dana("show", "northwind", "--json").json["timeline"][0]["fact"]
    assert dana("split", str(fact), "--employer", "Globex").code == 0
    assert "Globex" in dana("show", "globex").out


def test_what_a_friend_passes_on_waits_for_a_yes(dana: Run, tmp_path: Path) -> None:
    dana("import", file(tmp_path, "Pat Pal <pat@pals.example>"))
    assert dana("agenda", "--json").json["opportunities"] == 0
    assert "passed on by pat@pals.example" in dana("review").out
    (row,) = dana("review", "--json").json["review"]
    dana("review", "--yes", row["key"])
    (asked,) = dana("agenda", "--at", "2026-03-06T10:00", "--json").json["waiting"]
    assert asked["until"] == "2026-03-13"
    # The withdrawal that the friend's mail shows beside it was never sent by the candidate.
    assert "withdraw" not in dana("show", "northwind").out


def test_the_mail_itself_and_its_copy_are_one(dana: Run, tmp_path: Path) -> None:
    inner = FORWARD[FORWARD.index("From: Priya") : FORWARD.index("On Mon")]
    inner = inner.replace("Tue, Mar 3, 2026 at 2:15 PM", "Tue, 03 Mar 2026 14:15:20 -0500")
    (tmp_path / "itself.eml").write_text(inner, encoding="utf-8")
    dana("import", file(tmp_path, "Dana Reyes <dana@example.org>"), str(tmp_path / "itself.eml"))
    assert dana("show", "northwind").out.count("They said when") == 1


def test_understand_shows_what_is_inside_under_forwarded(run: Run, tmp_path: Path) -> None:
    path = file(tmp_path, "Dana Reyes <dana@example.org>")
    (line,) = run("understand", path, "--me", "dana@example.org", "--json-lines").lines
    assert line["kind"] == "timeframe"
    assert line["employer"] == "Northwind"
    assert [one["from"]["email"] for one in line["forwarded"]] == [
        "priya@northwind.example",
        "dana@example.org",
    ]
    promise = next(t for t in line["timeframes"] if t["promise"])
    assert promise["by"] == "2026-03-13"


PASSED_ON = """\
From: {by}
To: Dana Reyes <dana.reyes@work.example>
Subject: Fwd: Data Engineer - next steps
Date: Tue, 04 Mar 2025 09:00:00 -0500
Message-ID: <passed-on@example.org>
Content-Type: text/plain; charset=utf-8

---------- Forwarded message ---------
From: Priya Raman <priya@northwind.example>
Date: Mon, 3 Mar 2025 at 16:10
Subject: Data Engineer - next steps
To: Dana Reyes <dana@example.org>

Hi Dana,

Thank you for coming in yesterday to talk about the Data Engineer role at Northwind.
We hope to be in touch by the end of next week.

Priya Raman
"""


def test_where_one_passes_it_on_to_says_nothing_of_the_employer(run: Run, tmp_path: Path) -> None:
    path = file(tmp_path, "Dana Reyes <dana@example.org>", PASSED_ON)
    (line,) = run("understand", path, "--me", "dana@example.org", "--json-lines").lines
    assert line["employer"] == "Northwind"
    assert line["role"] == "Data Engineer"
