"""Texts that the tests share: the contract's examples verbatim, and a small file to vary."""

from pathlib import Path

import pytest

from heardback.errors import SearchFileError
from heardback.model.events import Event
from heardback.searchfile import read_search

HERE = Path(__file__).parent
CONTRACT = (HERE / "contract_search.yaml").read_text("utf-8")
CONTRACT_PLAN = (HERE / "contract_plan.json").read_text("utf-8")

# The events of a small file start in line 11, one a line.
HEAD = """\
heardback: 1
candidate: {name: Ada, timezone: America/Chicago}
people:
  priya: {name: Priya}
  tom: {name: Tom}
opportunities:
  other: {employer: Other}
  north:
    employer: Northwind
    events:
"""
FIRST = HEAD.count("\n") + 1


def with_events(*events: str, head: str = HEAD) -> str:
    """Return a small search file with these events, each as it stands after the dash."""
    return head + "".join(f"      - {event}\n" for event in events)


def events_of(*events: str, head: str = HEAD) -> tuple[Event, ...]:
    """Return these events as read."""
    found = read_search(with_events(*events, head=head), name="s.yaml").search.opportunity("north")
    assert found is not None
    return found.events


def event_of(event: str, *, head: str = HEAD) -> Event:
    """Return this event as read."""
    return events_of(event, head=head)[0]


def refusal(text: str, *, name: str = "s.yaml") -> str:
    """Return the one line with which this text is refused."""
    with pytest.raises(SearchFileError) as caught:
        read_search(text, name=name)
    line = str(caught.value)
    assert "\n" not in line
    assert "\r" not in line
    assert len(line) < 700
    return line
