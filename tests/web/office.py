"""A person at the app with a real mailbox and a server for sending behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from imapclient import IMAPClient
from starlette.testclient import TestClient

from heardback.faces.web.courier import Courier
from heardback.timeframe.business import zone
from tests.mailbox.conftest import dovecot, user
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.sink import Sink

from .conftest import Site, signed_in

__all__ = ["Office", "dovecot", "office", "user"]

HELENA = "larkspur-health/thank_you/helena"
MARISOL = "copperline-energy/check_in/marisol"
SECRET = "HEARDBACK_TEST_WEB"
ME = "nora.lindqvist@example.org"


@dataclass
class Office:
    """A person at the app with a mailbox and a server for sending; the courier comes when called."""

    site: Site
    client: TestClient
    dovecot: Dovecot
    user: str
    sink: Sink
    courier: Courier

    def at(self, text: str) -> None:
        self.site.clock.at = datetime.fromisoformat(text).replace(tzinfo=zone("America/Chicago"))

    def approve(self, id: str, **form: str) -> str:
        page = self.client.get(f"/draft/{id}").text
        body = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
        assert body, page
        data = {"text": body[1], "despite": "yes", "next": f"/draft/{id}"} | form
        where = f"/letter/{id}/approve{'?press=schedule' if 'when' in form else ''}"
        return str(self.client.post(where, data=data).text)

    def outbox(self) -> str:
        return str(self.client.get("/outbox").text)

    def letter(self) -> str:
        found = re.search(r'name="letter" value="(\w+)"', self.outbox())
        assert found, self.outbox()
        return found[1]

    def wait(self, minutes: int) -> None:
        """Let time pass, then let the courier come."""
        self.site.clock.at += timedelta(minutes=minutes)
        self.courier.run()

    def drafts(self) -> int:
        client = IMAPClient("127.0.0.1", self.dovecot.port, ssl=False)
        client.login(self.user, PASSWORD)
        count: int = client.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"]
        client.logout()
        return count


@pytest.fixture
def office(
    site: Site, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    monkeypatch.setenv(SECRET, PASSWORD)
    with Sink() as sink:
        client = IMAPClient("127.0.0.1", dovecot.port, ssl=False)
        client.login(user, PASSWORD)
        for name in ("Sent", "Drafts"):
            if not client.folder_exists(name):
                client.create_folder(name)
        client.logout()
        account = dovecot.account(
            id="nora",
            address=ME,
            user=user,
            secret=f"environment:{SECRET}",
            smtp=sink.server(),
            sent="Sent",
            drafts="Drafts",
        )
        with site.ports as ports:
            ports.store.accounts.keep(account)
        courier = Courier(site.desks.own.settings, clock=site.clock)
        site.desks.own.courier = courier
        yield Office(site, signed_in(site), dovecot, user, sink, courier)
