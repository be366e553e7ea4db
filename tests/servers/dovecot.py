"""A Dovecot of our own for tests: its own settings, folders, ports and certificate.

Its command log (`commands`) is what the server received, byte for byte: with it a test proves what
was never asked of it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import pytest
from imapclient import IMAPClient

from heardback.model.account import Account, Server
from tests.servers.certificate import make_certificate
from tests.servers.ports import free_port, wait_for

PROGRAM = shutil.which("dovecot") or "/usr/sbin/dovecot"
MISSING = "Dovecot is not installed (apt-get install dovecot-imapd): nothing about a real server is proved"
PASSWORD = "correct-horse"
USER = "dana"

WHOLE = (
    "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT THREAD=REFERENCES MULTIAPPEND "
    "URL-PARTIAL UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED I18NLEVEL=1 CONDSTORE QRESYNC "
    "ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS BINARY MOVE LITERAL+ SPECIAL-USE"
)


def needs_dovecot() -> None:
    """Skip, saying so, where the server cannot be had; CI installs it."""
    if not Path(PROGRAM).exists():
        pytest.skip(MISSING)


class Dovecot:
    """One server with a mailbox for every user name; `lacks` are capabilities it does not have."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        lacks: Sequence[str] = (),
        special: bool = True,
        extra: str = "",
        plugins: str = "",
        host: str = "localhost",
        log: bool = True,
        introspect: str | None = None,
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        needs_dovecot()
        # Sockets have short paths only, hence a folder of our own.
        self.folder = Path(tempfile.mkdtemp(prefix="hb-dovecot-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.port, self.tls_port = free_port(), free_port()
        self.certificate, self.key = certificate or make_certificate(self.folder, host=host)
        self.lacks, self.special, self.extra = lacks, special, extra
        self.plugins, self.log, self.introspect = plugins, log, introspect
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        for each in ("run", "home", "raw"):
            (self.folder / each).mkdir(exist_ok=True)
            (self.folder / each).chmod(0o777)
        path = self.folder / "dovecot.conf"
        path.write_text(self._settings())
        if self.introspect:
            (self.folder / "oauth2.conf").write_text(
                f"introspection_url = {self.introspect}\nintrospection_mode = post\n"
                "username_attribute = email\nactive_attribute = active\nactive_value = true\n"
            )
        with (self.folder / "out").open("wb") as out:
            self._process = subprocess.Popen(
                [PROGRAM, "-F", "-c", str(path)], stdout=out, stderr=out, stdin=subprocess.DEVNULL
            )
        try:
            wait_for(self.port)
        except TimeoutError:
            raise RuntimeError((self.folder / "out").read_text() + self.errors()) from None

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def errors(self) -> str:
        path = self.folder / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    def room(self, user: str = USER, folder: str = "INBOX") -> Path:
        """Return the Maildir of a folder (as the server names it)."""
        mail = self.folder / "home" / user / "Maildir"
        return mail if folder == "INBOX" else mail / f".{folder}"

    def put(
        self, raw: bytes, *, user: str = USER, folder: str = "INBOX", seen: bool = False
    ) -> None:
        """Deliver a mail behind the server's back, as a mail transfer agent does."""
        self.put_all([raw], user=user, folder=folder, seen=seen)

    def put_all(
        self, mails: Sequence[bytes], *, user: str = USER, folder: str = "INBOX", seen: bool = False
    ) -> None:
        room = self.room(user, folder)
        for each in ("tmp", "new", "cur"):
            (room / each).mkdir(parents=True, exist_ok=True)
        number = sum(1 for each in ("new", "cur") for _ in (room / each).iterdir())
        for raw in mails:
            number += 1
            name = f"{1_700_000_000 + number}.M{time.monotonic_ns()}P{number}.test"
            (room / "tmp" / name).write_bytes(raw)
            place = room / "cur" / f"{name}:2,S" if seen else room / "new" / name
            (room / "tmp" / name).rename(place)
        self.give(self.folder / "home" / user)

    def renumber(self, folder: str, *, user: str = USER) -> None:
        """Make a folder anew with the same mails: its UIDVALIDITY changes."""
        room = self.room(user, folder)
        mails = [
            path.read_bytes()
            for each in ("new", "cur")
            for path in sorted((room / each).iterdir(), key=lambda path: path.name)
        ]
        client: Any = IMAPClient("127.0.0.1", self.port, ssl=False)
        client.login(user, PASSWORD)
        client.delete_folder(folder)
        client.create_folder(folder)
        client.logout()
        self.put_all(mails, user=user, folder=folder)

    def commands(self, user: str = USER) -> list[bytes]:
        """Return every line that a user's clients sent since the start, without their tags."""
        lines = []
        for path in sorted((self.folder / "raw" / user).glob("*.in")):
            for line in path.read_bytes().split(b"\r\n"):
                words = line.split(b" ", 2)  # time, tag, the rest
                if len(words) == 3:
                    lines.append(words[2])
                elif len(words) == 2:
                    lines.append(words[1])
        return lines

    def account(self, *, id: str = "dana", security: str = "tls", **more: object) -> Account:
        values: dict[str, object] = {
            "id": id,
            "address": f"{USER}@example.org",
            "user": USER,
            "imap": Server(
                host="localhost",
                port=self.tls_port if security == "tls" else self.port,
                security=security,  # type: ignore[arg-type]
                certificate=str(self.certificate),
            ),
        }
        values |= more
        raw = self.folder / "raw" / str(values["user"])
        raw.mkdir(exist_ok=True)
        raw.chmod(0o777)
        return Account(**values)  # type: ignore[arg-type]

    def _owner(self) -> tuple[str, int, int]:
        if os.getuid() != 0:
            me = pwd.getpwuid(os.getuid())
            return me.pw_name, me.pw_uid, me.pw_gid
        nobody = pwd.getpwnam("mail")
        return "root", nobody.pw_uid, nobody.pw_gid

    def give(self, path: Path) -> None:
        if os.getuid() != 0:
            return
        _name, uid, gid = self._owner()
        for here, _folders, files in os.walk(path):
            os.chown(here, uid, gid)
            for each in files:
                os.chown(os.path.join(here, each), uid, gid)  # noqa: PTH118

    def _settings(self) -> str:
        owner, uid, gid = self._owner()
        self.give(self.folder / "home")
        has = " ".join(each for each in WHOLE.split() if each not in self.lacks)
        mine = (
            ""
            if owner == "root"
            else f"default_internal_user = {owner}\ndefault_login_user = {owner}\n"
        )
        oauth = (
            "passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n"
            f" args = {self.folder}/oauth2.conf\n}}\n"
        )
        boxes = (
            "\n".join(
                f" mailbox {name} {{\n  special_use = \\{mark}\n  auto = create\n }}"
                for name, mark in (
                    ("Sent", "Sent"),
                    ("Drafts", "Drafts"),
                    ("Trash", "Trash"),
                    ("Junk", "Junk"),
                )
            )
            if self.special
            else ""
        )
        return f"""
base_dir = {self.folder}/run
state_dir = {self.folder}/run
log_path = {self.folder}/log
protocols = imap
listen = 127.0.0.1
{mine}
ssl = yes
ssl_cert = <{self.certificate}
ssl_key = <{self.key}
ssl_dh =
disable_plaintext_auth = no
auth_mechanisms = plain login{" xoauth2 oauthbearer" if self.introspect else ""}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:~/Maildir
imap_capability = {has}
mail_max_userip_connections = 200
maildir_very_dirty_syncs = no
auth_failure_delay = 0
mail_plugins = {self.plugins}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = {self.tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
namespace inbox {{
 inbox = yes
 separator = .
{boxes}
}}
{oauth if self.introspect else ""}
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={self.folder}/home/%n
}}
protocol imap {{
  {f"rawlog_dir = {self.folder}/raw/%n" if self.log else ""}
}}
{self.extra}
"""
