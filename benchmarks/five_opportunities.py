"""The same five opportunities on Sunday 22 November 2026, told to three programs.

    python -m benchmarks.five_opportunities --jh /tmp/scratch/bin/jh

applyr is a development dependency; jobhound goes into a virtual environment of its own
(`python -m venv /tmp/scratch && /tmp/scratch/bin/pip install jobhound==0.18.9`). Each is really
run, in a home folder of its own, and told all that it has a place for. Neither takes a "today":
they use the day on which this is run, so run it near that Sunday or read only what follows.
What each printed stands below its command; docs/quality.md keeps it as a table.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

AT = "2026-11-22T12:00"
FILE = Path(__file__).with_name("five_opportunities.yaml")
# number, company, applyr's status for it, what jobhound is told of it
FIVE = (
    ("1", "One", "in_process", "interview on 20 Nov, in touch by 4 Dec"),
    ("2", "Two", "applied", "applied on 18 Nov"),
    ("3", "Three", "offer", "offer, decide by 25 Nov"),
    ("4", "Four", "in_process", "final round on 21 Nov"),
    ("5", "Five", "waiting", "recruiter answered on 1 Nov, wants two references"),
)


def run(command: list[str], home: Path, answers: bytes = b"") -> str:
    """Run a command in its own home and return what it printed."""
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    environment |= {"XDG_CONFIG_HOME": str(home / "config"), "NO_COLOR": "1", "COLUMNS": "110"}
    done = subprocess.run(
        command, env=environment, input=answers, capture_output=True, check=False, cwd=home
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace").strip()


def applyr(program: str, home: Path) -> None:
    run([program, "init"], home, b"\n" * 20)
    for number, company, status, what in FIVE:
        offer = {"company": company, "title": "Data Engineer", "url": f"https://{number}.example"}
        run([program, "add", json.dumps(offer), "--force"], home)
        run([program, "update", number, status, "--notes", what], home)
    print(f"$ applyr followups\n{run([program, 'followups'], home)}\n")
    for number, *_ in FIVE:
        print(f"$ applyr next {number}\n{run([program, 'next', number], home)}\n")


def jobhound(program: str, home: Path) -> None:
    body = home / "body.md"
    for _, company, _, what in FIVE:
        # Without a next action of the candidate's own: the one it proposes is what is looked at.
        made = run([program, "new", "--company", company, "--role", "Data Engineer"], home)
        body.write_text(what, encoding="utf-8")
        log = ["--channel", "email", "--direction", "from", "--who", "them", "--body", str(body)]
        logged = run([program, "log", company.lower(), *log], home)
        shown = run([program, "show", company.lower()], home)
        print(f"$ jh show {company.lower()}   # {what}\n{made}\n{logged}\n{shown}\n")
    print(f"$ jh list\n{run([program, 'list'], home)}\n")


def ours() -> None:
    command = [sys.executable, "-m", "heardback", "plan", str(FILE), "--at", AT, "--json"]
    plan = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for name, standing in plan["opportunities"].items():
        print(f"{name}: {standing['stage']}")
        for row in plan["follow_ups"]:
            if row["opportunity"] == name:
                say = row["why"][0]
                print(f"    {row['state']} {row['kind']} to {row['to']} {row['due']}")
                print(f"        [{say['rule']}] {say['text']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jh", help="the jh program of jobhound")
    given = parser.parse_args()
    beside = Path(sys.executable).parent / "applyr"
    with tempfile.TemporaryDirectory() as folder:
        homes = [Path(folder) / name for name in ("applyr", "jobhound")]
        for home in homes:
            home.mkdir()
        if beside.exists():
            applyr(str(beside), homes[0])
        if given.jh:
            jobhound(given.jh, homes[1])
    ours()


if __name__ == "__main__":
    main()
