"""The story files themselves are sound: known people, kinds and rules, and right states."""

import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

HERE = Path(__file__).parent
THREADS = HERE.parents[1] / "src" / "heardback" / "sample" / "threads"
CANDIDATE = ZoneInfo("America/Chicago")
KEYS = {"when", "stage", "closed_as", "follow_ups", "may", "held", "waiting_until", "why"}
ENTRY = {
    *("kind", "to", "via", "channel", "state", "not_before", "due", "latest"),
    *("rules", "aims", "optional", "attempt"),
}
STAGES = {"applied", "interviewing", "waiting", "offer", "deciding", "on_hold", "closed"}
STORIES = sorted(HERE.glob("*.toml"))


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value and len(value) > 10 else None


def test_every_opportunity_has_its_story() -> None:
    assert {path.name for path in STORIES} == {path.name for path in THREADS.glob("*.toml")}


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_is_sound(path: Path) -> None:
    story, thread = load(path), load(THREADS / path.name)
    names = {person["name"] for person in thread["people"].values()}
    assert story["employer"] == thread["employer"]
    assert len(story["at"]) >= 6
    assert [at["when"] for at in story["at"]] == sorted(at["when"] for at in story["at"])
    for at in story["at"]:
        assert set(at) <= KEYS
        assert at["stage"] in STAGES
        assert ("closed_as" in at) == (at["stage"] == "closed")
        assert at["why"].endswith((".", "!"))
        for entry in [*at["follow_ups"], *at.get("may", [])]:
            assert set(entry) <= ENTRY, entry
            assert set(entry["to"]) <= names, entry
            assert all(re.fullmatch(r"[A-Z]{2}-\d+", rule) for rule in entry.get("rules", []))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_states_agree_with_the_moments(path: Path) -> None:
    for at in load(path)["at"]:
        now = datetime.fromisoformat(at["when"]).replace(tzinfo=CANDIDATE)
        for entry in at["follow_ups"]:
            first, due, last = (moment(entry.get(key)) for key in ("not_before", "due", "latest"))
            if first and due:
                assert first <= due
            if due and last:
                assert due <= last
            if last and "state" in entry:
                assert (entry["state"] == "overdue") == (now > last), entry
            if first and "state" in entry:
                assert (entry["state"] == "upcoming") == (now < first), entry
