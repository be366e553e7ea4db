"""The five questions after an interview, asked in plain words."""

from typing import Any

import click

from heardback.tracking.assemble import Tracked, TrackedOpportunity


def given(options: dict[str, Any]) -> list[dict[str, object]]:
    """Given the command's options, return the events they make."""
    answers: list[dict[str, object]] = [
        {
            "person": options["person"],
            "topics": list(options["topic"]),
            "strengths": list(options["strength"]),
            "missed": list(options["missed"]),
            "mistakes": list(options["mistake"]),
            "enthusiasm": options["enthusiasm"],
        }
    ]
    if options["said"]:
        answers.append(_promise(options["said"], options["person"]))
    return answers


def ask(found: TrackedOpportunity, tracked: Tracked) -> list[dict[str, object]]:
    """Ask the five questions about the last interview; return the events the answers make."""
    one = found.opportunity
    held = [e for e in one.events if e.what == "interview"]
    met = getattr(held[-1].happened, "with_", None) if held else None
    people = [i for i in met or one.people if i in tracked.search.people]
    click.echo(f"{one.employer}: five questions. Leave empty what you do not want to answer.\n")
    answers: list[dict[str, object]] = []
    for id in people:
        name = tracked.search.people[id].name
        topics = _list(f"1. What did you and {name} talk about?")
        answers.append({"person": id, "topics": topics})
    answers.append(
        {
            "strengths": _list("2. What went well, or did they like about you?"),
            "missed": _list("3. What did you leave unsaid that they should know?"),
            "mistakes": _list("4. Did you say anything that was not right?"),
        }
    )
    said = click.prompt("5. When did they say you would hear, in their words", default="")
    if said.strip():
        answers.append(_promise(said.strip(), None))
    return answers


def _promise(said: str, person: str | None) -> dict[str, object]:
    keys: dict[str, object] = {"what": "promise", "said": said}
    return keys | ({"from": person} if person else {})


def _list(question: str) -> list[str]:
    """Ask a question; several things are separated by semicolons."""
    text = str(click.prompt(f"{question} (several: separate by ;)", default="", show_default=False))
    return [part.strip() for part in text.split(";") if part.strip()]
