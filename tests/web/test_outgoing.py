"""A letter leaves from the app: approved, scheduled, put into the drafts, taken back, held back."""

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from heardback import bootstrap
from heardback.model.account import Server, secret_name
from heardback.service.record import set_profile
from tests.servers.dovecot import PASSWORD
from tests.servers.ports import free_port

from .office import HELENA, MARISOL, ME, Office, dovecot, office, user

__all__ = ["dovecot", "office", "user"]
pytestmark = pytest.mark.slow


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


def test_a_letter_whose_time_has_passed_waits_and_leaves_when_one_says_so(office: Office) -> None:
    office.approve(HELENA, way="smtp")
    office.at("2025-05-14T16:00")
    office.courier.run()
    shown = office.outbox()
    assert office.sink.arrived == []
    assert "did not leave: its time has passed" in shown and "Send it all the same" in shown
    told = office.client.post("/outbox/release", data={"letter": office.letter()}).text
    assert "leaves all the same" in told
    office.courier.run()
    assert len(office.sink.arrived) == 1 and "was sent to" in office.outbox()


def test_a_late_letter_is_taken_back_instead(office: Office) -> None:
    office.approve(HELENA, way="smtp")
    office.at("2025-05-14T16:00")
    office.courier.run()
    told = office.client.post("/outbox/recall", data={"letter": office.letter()}).text
    assert "is withdrawn" in told and "Open the draft again" in told
    office.wait(600)
    assert office.sink.arrived == []


def test_an_hour_past_the_latest_is_said_when_it_is_chosen(office: Office) -> None:
    told = office.approve(HELENA, way="smtp", when="2025-05-15T08:30")
    assert "It leaves Thu 15 May, 8:30" in told and "after the latest one that serves it" in told
    office.at("2025-05-15T08:31")
    office.courier.run()
    assert office.sink.arrived == [] and "Send it all the same" in office.outbox()


@pytest.mark.parametrize("sent", ["yes", "no"])
def test_what_may_have_been_sent_is_asked_and_never_sent_twice(office: Office, sent: str) -> None:
    office.sink.break_after_words = True
    office.approve(HELENA, way="smtp")
    office.wait(6)
    office.wait(1)
    shown = office.outbox()
    assert "may have reached" in shown and "It was sent" in shown and len(office.sink.arrived) == 1
    office.sink.break_after_words = False
    office.wait(60)
    assert len(office.sink.arrived) == 1, "not repeated without a yes"
    data = {"letter": office.letter(), "sent": sent}
    told = office.client.post("/outbox/settle", data=data).text
    office.wait(1)
    if sent == "yes":
        assert "was sent to" in told and len(office.sink.arrived) == 1
    else:
        assert "On their way" in told and len(office.sink.arrived) == 2
    assert "may have reached" not in office.outbox().split("What happened to it")[0]


def test_how_long_it_can_be_taken_back_and_what_would_stop_it_is_told(office: Office) -> None:
    page = office.client.get(f"/draft/{MARISOL}").text
    assert "5 minutes to take it back" in page
    assert "Copperline Energy asks not to be written to" in page
    told = office.approve(MARISOL, way="smtp")
    assert "Until then you can take it back" in told and "stays here, and you are told why" in told


def test_a_refusal_comes_back_to_the_letter_in_the_apps_words(office: Office) -> None:
    words = "Dear Helena,\n\nThank you for the 12 hours.\n\nNora Lindqvist\n+1 312 555 0142"
    told = office.approve(HELENA, way="smtp", text=words, despite="")
    assert "Not approved" in told and "How it leaves" in told and "the 12 hours" in told
    assert "--despite-findings" not in told and "unknown_number" not in told


def test_a_program_sends_a_file_along(office: Office) -> None:
    content = base64.b64encode(b"%PDF-1.7 x").decode()
    how = {
        "way": "smtp",
        "despite_findings": True,
        "attachments": [{"name": "one pager.pdf", "content": content}],
    }
    answer = office.client.post("/api/approve", params={"id": HELENA}, json=how)
    assert answer.json()["state"] == "approved", answer.text
    office.wait(6)
    assert b"one pager.pdf" in office.sink.arrived[0]


def test_a_programs_file_is_looked_at_like_any_other(office: Office) -> None:
    files = [{"name": "run.exe", "content": base64.b64encode(b"MZ").decode()}]
    how = {"way": "smtp", "despite_findings": True, "attachments": files}
    answer = office.client.post("/api/approve", params={"id": HELENA}, json=how)
    assert answer.status_code == 400 and "refuse" in answer.json()["error"]
    bad = how | {"attachments": [{"name": "a.pdf", "content": "no base64 §"}]}
    assert office.client.post("/api/approve", params={"id": HELENA}, json=bad).status_code == 400


def test_no_letter_leaves_signed_by_nobody(office: Office) -> None:
    words = "Dear Helena,\n\nThank you for your time.\n\nBest,\nYou"
    with office.site.ports as ports:
        set_profile(ports, {"name": "You"})
    assert "Say who you are" in office.client.get(f"/draft/{HELENA}").text
    told = office.approve(HELENA, way="smtp", text=words)
    assert "signed “You”" in told and "Who you are, under Your mail" in told
    assert "Nothing is on its way" in office.outbox()


def test_passwords_in_the_encrypted_file_are_opened_for_letters_by_their_passphrase(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARDBACK_PASSPHRASE", raising=False)
    places = bootstrap.secrets(office.site.desks.own.settings, ask_passphrase=lambda _: "open door")
    places.at("file").put(secret_name("nora", "imap"), PASSWORD)
    with office.site.ports as ports:
        (account,) = ports.store.accounts.mail()
        ports.store.accounts.keep(replace(account, secret="file"))
    assert "Passphrase of the encrypted file" in office.client.get(f"/draft/{HELENA}").text
    wrong = office.approve(HELENA, way="smtp", passphrase="another door")
    assert "Not approved" in wrong and "does not open" in wrong and "another door" not in wrong
    office.approve(HELENA, way="smtp")
    office.wait(6)
    assert office.sink.arrived == [] and "On their way" in office.outbox()
    told = office.client.post("/outbox/unlock", data={"passphrase": "open door"}).text
    assert "Letters leave at their hour" in told and "open door" not in told
    office.wait(2)
    assert len(office.sink.arrived) == 1, office.outbox()
    shown = office.client.get(f"/draft/{MARISOL}").text
    assert "Passphrase of the encrypted file" not in shown and "open door" not in shown
