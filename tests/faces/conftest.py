"""Run commands as a person would, in a data folder of their own."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from heardback.errors import HeardBackError
from heardback.faces.cli.main import cli

NORTHWIND = """\
heardback: 1
candidate:
  name: Dana Reyes
  email: dana@example.org
  phone: "+1 512 555 0100"
  timezone: America/Chicago
  country: US
people:
  priya: {name: Priya Raman, email: priya@northwind.example, title: Engineering Manager}
  tom: {name: Tom Okafor, email: tom@northwind.example}
  lee: {name: Lee Brandt}
opportunities:
  northwind:
    employer: Northwind
    role: Data Engineer
    timezone: America/New_York
    country: US
    people: {priya: hiring_manager, tom: interviewer, lee: interviewer}
    events:
      - {when: 2025-02-20, what: applied}
      - {when: 2025-03-03T14:00, what: interview, ends: "15:00", stage: first, mode: video, with: [priya, tom, lee], steps_left: 2}
      - {when: 2025-03-03, what: debrief, person: priya, topics: ["moving the nightly batch to streaming"]}
      - {when: 2025-03-03, what: promise, from: priya, said: "We hope to get back to everyone by the end of next week."}
      - {when: 2025-03-04T09:10, what: sent, kind: thank_you, to: [priya], channel: email}
"""


@dataclass(frozen=True)
class Answer:
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The answer as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


@pytest.fixture
def northwind(tmp_path: Path) -> str:
    path = tmp_path / "search.yaml"
    path.write_text(NORTHWIND, encoding="utf-8")
    return str(path)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command in a folder of its own; input by `typed`."""

    def once(*words: str, typed: str | None = None) -> Answer:
        runner = CliRunner()
        data: Sequence[str] = ["--data", str(tmp_path / "data")]
        done = runner.invoke(cli, [*data, *words], input=typed, prog_name="heardback")
        error = done.exception
        if isinstance(error, HeardBackError):
            return Answer(error.exit_code, done.stdout, f"{done.stderr}{error}")
        if error is not None and not isinstance(error, SystemExit):
            raise error
        return Answer(done.exit_code, done.stdout, done.stderr)

    return once
