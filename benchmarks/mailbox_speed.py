"""How long a mailbox takes next to mbsync, on the same server: first sync, nothing new, +100 mails.

    python -m benchmarks.mailbox_speed [--count 100000] [--work FOLDER] [--json FILE]

A Dovecot on this machine serves a made-up mailbox (genmail.py). mbsync fetches all of it into a
Maildir, as a mail program that keeps a copy does; HeardBack reads headers, and texts as far as it
needs them. Wall time and CPU time of each client's own process; the server's own work is in the
wall time of both. The server has seen the mailbox once before either begins, so that both find its
index made. Needs dovecot-imapd and isync (Debian).
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

import genmail
from import_speed import Cost, measure
from tests.servers.dovecot import PASSWORD, USER, Dovecot

from heardback.adapters.mail.imap import connect

MORE = 100


def fill(server: Dovecot, work: Path, count: int) -> None:
    """Make the mailbox, and let the server number it."""
    made = work / f"mail-{count}"
    if not made.exists():
        genmail.write(made, count)
    room = server.room()
    (room / "tmp").mkdir(parents=True)
    for each in ("cur", "new"):
        (room / each).mkdir()
    for each in ("cur", "new"):
        for mail in (made / "Maildir" / each).iterdir():
            os.link(mail, room / each / mail.name)
    server.give(server.folder / "home")
    with connect(server.account(security="none"), PASSWORD, read=900) as session:
        session.examine("INBOX")


def more(server: Dovecot, work: Path) -> None:
    made = work / f"more-{MORE}"
    if not made.exists():
        genmail.write(made, MORE, seed=99)
    server.put_all([each.read_bytes() for each in sorted((made / "Maildir" / "cur").iterdir())])


class Ours:
    def __init__(self, server: Dovecot, work: Path) -> None:
        self.data = work / "data"
        shutil.rmtree(self.data, ignore_errors=True)
        os.environ["HB_BENCH"] = PASSWORD
        self(
            "connect",
            "mail",
            "jo.seeker@example.net",
            "--host",
            "localhost",
            "--user",
            USER,
            "--port",
            str(server.port),
            "--security",
            "none",
            "--password-env",
            "HB_BENCH",
        )

    def __call__(self, *words: str) -> Cost:
        return measure(sys.executable, "-m", "heardback", "--data", str(self.data), *words)

    def sync(self) -> Cost:
        return self("sync")


class Theirs:
    def __init__(self, server: Dovecot, work: Path) -> None:
        copy, self.rc = work / "copy", work / "mbsyncrc"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        self.rc.write_text(
            f"IMAPAccount a\nHost localhost\nPort {server.port}\nUser {USER}\nPass {PASSWORD}\n"
            "SSLType None\nAuthMechs LOGIN\n\nIMAPStore far\nAccount a\n\n"
            f"MaildirStore near\nPath {copy}/\nInbox {copy}/INBOX\n\n"
            "Channel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSync Pull\n"
            "SyncState *\n"
        )

    def sync(self) -> Cost:
        return measure("mbsync", "-q", "-c", str(self.rc), "c")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    if shutil.which("mbsync") is None:
        raise SystemExit("mbsync is not installed (Debian: isync).")
    work = chosen.work or Path(tempfile.mkdtemp(prefix="hb-mailbox-"))
    work.mkdir(parents=True, exist_ok=True)
    rows: dict[str, dict[str, Cost]] = {}
    with Dovecot(log=False) as server:
        fill(server, work, chosen.count)
        both = {"heardback": Ours(server, work), "mbsync": Theirs(server, work)}
        for step in ("first sync", "nothing new", f"+{MORE} mails"):
            if step.startswith("+"):
                more(server, work)
            rows[step] = {name: each.sync() for name, each in both.items()}
            for name, cost in rows[step].items():
                print(
                    f"{step:<12} {name:<10} {cost.wall:8.2f} s  CPU {cost.cpu:7.2f} s",
                    flush=True,
                )
    if chosen.json:
        shown = {
            step: {name: asdict(cost) for name, cost in row.items()} for step, row in rows.items()
        }
        chosen.json.write_text(json.dumps({"count": chosen.count, "rows": shown}, indent=1))


if __name__ == "__main__":
    main()
