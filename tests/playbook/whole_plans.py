"""The whole plan of every scenario in short form, to see at a glance what a change changes.

    python -m tests.playbook.whole_plans        # writes tests/scenarios/whole_plans.txt anew

The scenarios say what must hold, by hand and from the text alone. This file says what else the
program answers to them: it was written by the program and proves nothing by itself. Where it
differs after a change, read the difference before you write it anew.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.playbook.scenarios import FOLDER, View, cases, plan_of

KEPT = FOLDER / "whole_plans.txt"


def lines(plan: View) -> Iterator[str]:
    """Yield a plan in short form: a line each, without the words."""
    for f in plan["follow_ups"]:
        route = f" via {f['via']}" if f["via"] else ""
        copied = f" cc {'+'.join(f['cc'])}" if f.get("cc") else ""
        optional = " optional" if f["optional"] else ""
        moments = " ".join(_short(f[m]) for m in ("not_before", "due", "latest"))
        yield f"{f['state']} {f['id']} to {'+'.join(f['to'])}{route}{copied} by {f['channel']}{optional}"
        aims = " ".join(f"{a['aim']}={a['what']}" for a in f["aims"])
        yield f"    {moments} #{f['attempt']} from {f['anchor']}{f' aims {aims}' if aims else ''}"
        yield f"    {_why(f['why'])} changes {len(f['changes_if'])}"
    for w in plan["waiting"]:
        yield f"wait {w['opportunity']} for {w['for']} until {w['until']} then {w['then']} {_why(w['why'])}"
    for name in ("held", "cautions"):
        for h in plan[name]:
            to = "+".join(h["to"] or ())
            yield f"{name} {h['opportunity']} {h['kind']} to {to} {h['rule']} until {_short(h['until'])}"
    for id, o in plan["opportunities"].items():
        yield f"{id}: {o['stage']} {o['closed_as']} next {o['next']}"
    # Every word and quote of it, as a hash: which one changed, `heardback plan` shows.
    yield f"words {sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()[:12]}"


def _why(reasons: Any) -> str:
    return " ".join(
        f"{r['rule']}({','.join(str(e['event']) for e in r['evidence'])})" for r in reasons
    )


def _short(moment: str | None) -> str:
    return "-" if moment is None else moment[:16] + moment[19:]


def kept() -> dict[str, list[str]]:
    """Return the short form of every scenario as it was kept."""
    return parsed(KEPT)


def parsed(file: Path) -> dict[str, list[str]]:
    """Return the short forms kept in a file, by name."""
    found: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            found[line[2:]] = []
        elif line:
            found[list(found)[-1]].append(line)
    return found


def written(plans: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return short forms as a file keeps them."""
    return "\n\n".join("\n".join([f"= {name}", *short]) for name, short in plans) + "\n"


def main() -> None:
    """Write the file anew."""
    KEPT.write_text(written((name, lines(plan_of(case))) for name, case in cases()), "utf-8")


if __name__ == "__main__":
    main()
