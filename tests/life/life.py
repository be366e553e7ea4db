"""The sample's candidate with a real mailbox, a server for sending, a calendar, and a clock of ours.

What `heardback watch` does in every round is done here at each moment that the story tells of.
"""

import mailbox
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from imapclient import IMAPClient

from heardback import bootstrap
from heardback.adapters.clock import set_back
from heardback.config import Settings
from heardback.model.account import Account, CalendarLink
from heardback.model.delivery import Standing
from heardback.online.deliver import approve_letter
from heardback.online.rounds import Rounds
from heardback.online.sync import sync_opened
from heardback.sample.build import Sample, build_sample
from heardback.service.approve import Approval
from heardback.service.made_up import tell_sample
from heardback.service.outbox import all_standings
from heardback.service.plan_view import plan_view
from heardback.service.tracked import plan, track
from heardback.service.watch import changes
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.radicale import USER as DATES_USER
from tests.servers.radicale import Radicale
from tests.servers.sink import Sink

CHICAGO = ZoneInfo("America/Chicago")
MAIL_SECRET, DATES_SECRET = "HEARDBACK_TEST_PASSWORD", "HEARDBACK_TEST_DATES"
ME = "nora.lindqvist@example.org"


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO)


@dataclass
class Life:
    """One candidate, one machine. `told` is what `watch` said."""

    folder: Path
    dovecot: Dovecot
    user: str
    sink: Sink
    dates: Radicale
    sample: Sample = field(init=False)
    told: list[str] = field(default_factory=list)
    _waiting: list[tuple[datetime, str, bytes]] = field(default_factory=list)
    _rounds: Rounds = field(init=False)

    def __post_init__(self) -> None:
        self.settings = Settings(data=self.folder / "data")
        self.sample = build_sample(self.folder / "sample")
        self.now = moment("2025-05-07T09:00")
        self.settings.data.mkdir(mode=0o700)
        set_back(self.settings.data, self.now)
        for name in ("Sent", "Drafts"):
            self.client().create_folder(name)
        self._connect()
        places = bootstrap.secrets(self.settings)
        self._rounds = Rounds(chosen=self.settings, places=places, tell=self.told.append)

    def _connect(self) -> None:
        where = self.dates.make(self.user)
        account: Account = self.dovecot.account(
            id="nora",
            address=ME,
            user=self.user,
            secret=f"environment:{MAIL_SECRET}",
            smtp=self.sink.server(),
            sent="Sent",
            drafts="Drafts",
        )
        dates = CalendarLink(
            id="dates",
            kind="caldav",
            where=where,
            user=DATES_USER,
            secret=f"environment:{DATES_SECRET}",
        )
        with bootstrap.ports(self.settings) as opened:
            tell_sample(opened, self.sample.candidate, {}, ())
            opened.store.accounts.keep(account)
            opened.store.accounts.keep(dates)

    # What happens outside ------------------------------------------------------------------------

    def expect(self, file: Path, folder: str, wanted: Callable[[EmailMessage], bool]) -> None:
        """Let these mails of the sample arrive at their hours."""
        for each in mailbox.mbox(file):
            mail = message_from_bytes(each.as_bytes(), policy=default)
            at = parsedate_to_datetime(str(mail["Date"]))
            if wanted(mail):
                self._waiting.append((at, folder, each.as_bytes().replace(b"\n", b"\r\n")))

    def mail(self, raw: bytes, folder: str = "INBOX") -> None:
        self.dovecot.put(raw, user=self.user, folder=folder)

    def client(self) -> IMAPClient:
        client = IMAPClient("127.0.0.1", self.dovecot.port, ssl=False)
        client.login(self.user, PASSWORD)
        return client

    def ids_in(self, folder: str) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.mails_in(folder)]

    def mails_in(self, folder: str) -> list[EmailMessage]:
        client = self.client()
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search(), ["BODY.PEEK[]"])
        client.logout()
        return [message_from_bytes(row[b"BODY[]"], policy=default) for row in found.values()]

    def clear(self, folder: str) -> None:
        """The candidate deletes everything in a folder with their own mail program."""
        client = self.client()
        client.select_folder(folder)
        client.delete_messages(client.search())
        client.expunge()
        client.logout()

    # What the machine does -----------------------------------------------------------------------

    def at(self, when: str) -> list[str]:
        """Let it be this hour, and one round of `watch` pass; return what it said."""
        self.now = moment(when) + timedelta(seconds=1)  # the clock is set by whole seconds
        set_back(self.settings.data, self.now)
        due = [each for each in self._waiting if each[0] <= self.now]
        self._waiting = [each for each in self._waiting if each[0] > self.now]
        for folder in ("INBOX", "Sent"):
            raws = [raw for _at, into, raw in sorted(due) if into == folder]
            if raws:
                self.dovecot.put_all(raws, user=self.user, folder=folder)
        before = len(self.told)
        self._rounds.round(self._read())
        return self.told[before:]

    def _read(self) -> list[str]:
        with bootstrap.ports(self.settings) as opened:
            known = {each.key for each in opened.store.received()}
            report = sync_opened(opened, places=bootstrap.secrets(self.settings))
            return changes(track(opened), known) if report.found else []

    # What the candidate sees and does ------------------------------------------------------------

    def approve(self, id: str, **asked: Any) -> Standing:
        with bootstrap.ports(self.settings) as opened:
            return approve_letter(opened, id, Approval(**asked))

    def tell(self) -> None:
        """Note what the sample's candidate notes by hand."""
        with bootstrap.ports(self.settings) as opened:
            tell_sample(opened, self.sample.candidate, self.sample.facts, self.sample.notes)

    def listed(self) -> dict[str, dict[str, Any]]:
        with bootstrap.ports(self.settings) as opened:
            tracked = track(opened)
            view: Any = plan_view(plan(opened, tracked), search=tracked.search)
        return {row["id"]: row for row in view["follow_ups"]}

    def letter(self, id: str) -> Standing:
        with bootstrap.ports(self.settings) as opened:
            return [s for s in all_standings(opened) if s.letter.plan_id == id][-1]
