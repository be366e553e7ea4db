"""The chapters of the playbook told as stories: what happens, and what the plan says each time."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ruamel.yaml import YAML

from heardback.service.examples import disagreements, search_told
from heardback.service.plan import plan_search

FOLDER = Path(__file__).parent / "chapters"
ZONE = ZoneInfo("America/New_York")
Story = Mapping[str, Any]


def stories() -> list[tuple[str, Story]]:
    yaml = YAML(typ="safe", pure=True)
    return [
        (f"{path.stem}: {story['story']}", story)
        for path in sorted(FOLDER.glob("*.yaml"))
        for story in yaml.load(path.read_text("utf-8"))
    ]


STORIES = stories()


@pytest.mark.parametrize("story", [s for _, s in STORIES], ids=[name for name, _ in STORIES])
def test_the_plan_follows_the_story(story: Story) -> None:
    keys = {**story, "given": list(story.get("given", ()))}
    if any("elsewhere" in step for step in story["steps"]):
        keys["globex"] = list(story.get("globex", ()))
    for step in story["steps"]:
        keys["given"] += step.get("happened", ())
        if "elsewhere" in step:
            keys["globex"] += step["elsewhere"]
        at = datetime.fromisoformat(str(step["at"])).replace(tzinfo=ZONE)
        found = list(disagreements(step["then"], plan_search(search_told(keys), at=at)))
        assert found == [], step["at"]


def test_every_chapter_is_told() -> None:
    assert [path.stem[:1] for path in sorted(FOLDER.glob("*.yaml"))] == list("123456789")
