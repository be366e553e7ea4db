"""A letter leaves from the app: approved, scheduled, put into the drafts, taken back, held back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from imapclient import IMAPClient
from starlette.testclient import TestClient

from heardback.faces.web.courier import Courier
from heardback.model.account import Server
from heardback.timeframe.business import zone
from tests.mailbox.conftest import dovecot, user
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.ports import free_port
from tests.servers.sink import Sink

from .conftest import Site, signed_in

__all__ = ["dovecot", "user"]
pytestmark = pytest.mark.slow

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


def test_a_note_is_put_into_the_drafts_once(office: Office) -> None:
    told = office.approve(HELENA, way="draft")
    assert "This letter is approved" in told and "Take it back" in told
    assert office.courier.run() == 1 and office.courier.trouble is None
    assert office.drafts() == 1
    assert "lies in your drafts" in office.client.get(f"/draft/{HELENA}").text
    assert office.courier.run() == 0 and office.drafts() == 1


def test_what_was_typed_is_what_leaves(office: Office) -> None:
    mine = "Dear Helena,\n\nThank you for yesterday.\n\nBest,\nNora Lindqvist\n+1 312 555 0142"
    office.approve(HELENA, way="smtp", text=mine, subject="Thank you")
    office.site.clock.at += timedelta(minutes=6)
    office.courier.run()
    (arrived,) = office.sink.arrived
    assert b"Thank you for yesterday." in arrived and b"Subject: Thank you\r\n" in arrived
    assert "was sent to" in office.outbox()
    assert "“Thank Helena Duarte” was sent to" in office.client.get("/activity").text


def test_until_it_has_left_it_can_be_taken_back(office: Office) -> None:
    office.approve(HELENA, way="smtp")
    office.courier.run()
    assert office.sink.arrived == [], "five minutes are there to take it back"
    told = office.client.post("/outbox/recall", data={"letter": office.letter()}).text
    assert "This letter is withdrawn" in told
    office.site.clock.at += timedelta(hours=1)
    office.courier.run()
    assert office.sink.arrived == []


def test_an_hour_of_ones_own_is_kept(office: Office) -> None:
    told = office.approve(HELENA, way="smtp", when="2025-05-14T11:15")
    assert "It leaves Wed 14 May, 11:15" in told
    office.at("2025-05-14T11:14")
    office.courier.run()
    assert office.sink.arrived == []
    office.at("2025-05-14T11:16")
    office.courier.run()
    assert len(office.sink.arrived) == 1


def test_an_hour_that_has_passed_is_refused(office: Office) -> None:
    assert "That hour has passed" in office.approve(HELENA, way="smtp", when="2025-05-14T09:00")
    assert "Nothing is on its way" in office.outbox()


def test_an_answer_that_comes_before_it_leaves_stops_it_and_is_quoted(office: Office) -> None:
    office.approve(MARISOL, way="smtp")
    text = (
        "From: Tess Nakamura <tess.nakamura@copperlineenergy.example>\r\n"
        f"To: {ME}\r\nSubject: Pricing Analyst at Copperline\r\n"
        "Date: Wed, 14 May 2025 09:32:00 -0500\r\nMessage-ID: <t1@copperlineenergy.example>\r\n\r\n"
        "Hi Nora,\r\n\r\nwe are still deciding about the Pricing Analyst role and will be in touch "
        "next week.\r\n\r\nTess\r\n"
    )
    office.dovecot.put(text.encode(), user=office.user)
    office.site.clock.at += timedelta(minutes=6)
    office.courier.run()
    assert office.sink.arrived == []
    shown = office.outbox()
    assert "Waits for you" in shown and "was NOT sent" in shown and "next week" in shown


def test_a_file_goes_with_it(office: Office) -> None:
    office.client.post(
        f"/letter/{HELENA}/approve",
        data={"text": "", "way": "smtp", "despite": "yes"},
        files={"files": ("one pager.pdf", b"%PDF-1.7 x", "application/pdf")},
    )
    office.site.clock.at += timedelta(minutes=6)
    office.courier.run()
    assert b"one pager.pdf" in office.sink.arrived[0]


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(office: Office) -> None:
    office.approve(HELENA, way="draft")
    with office.site.ports as ports:
        (account,) = ports.store.accounts.mail()
        ports.store.accounts.keep(replace(account, imap=Server(host="localhost", port=free_port())))
    office.courier.run()
    assert "On their way" in office.outbox()
    assert "could not leave yet" in office.outbox()


def test_an_error_of_the_proofreader_stops_it_until_one_says_so(office: Office) -> None:
    words = "Dear Helena,\n\nThank you. What does the job pay?\n\nNora Lindqvist\n+1 312 555 0142"
    told = office.approve(HELENA, way="draft", text=words, despite="")
    assert "The proofreader found an error" in told
    assert "Nothing is on its way" in office.outbox()
    assert words.split("\n")[2] in office.client.get(f"/draft/{HELENA}").text, "kept as typed"
    assert "is approved" in office.approve(HELENA, way="draft", despite="yes")


def test_without_a_mailbox_the_page_says_how_to_come_by_one(client: TestClient) -> None:
    page = client.get(f"/draft/{HELENA}").text
    assert "Connect my mailbox" in page and "/approve" not in page
