"""A search of thousands of opportunities is planned, and says on the way what it does."""

import io
import json
import sys
from pathlib import Path

import pytest

from heardback.faces.cli.files import plan_file

COUNT = 2_000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.slow
def test_a_long_file_is_planned_whole_and_says_what_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "search.json"
    interview = {"when": "2025-03-03T14:00", "what": "interview", "stage": "first"}
    search = {
        "heardback": 1,
        "candidate": {"name": "Dana Reyes", "timezone": "America/Chicago", "country": "US"},
        "people": {f"p{n}": {"name": f"P{n}", "email": f"p@e{n}.example"} for n in range(COUNT)},
        "opportunities": {
            f"e{n}": {
                "employer": f"Employer {n}",
                "people": {f"p{n}": "hiring_manager"},
                "events": [{**interview, "with": [f"p{n}"]}],
            }
            for n in range(COUNT)
        },
    }
    file.write_text(json.dumps(search), encoding="utf-8")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    view = plan_file(str(file), at="2025-03-03T16:00", until=None)
    due = [f for f in view["follow_ups"] if f["kind"] == "thank_you"]
    assert len(due) == COUNT
    assert "planning" in screen.getvalue()
    assert "2,000" in screen.getvalue()
    assert screen.getvalue().endswith("\r")  # and takes it away again
