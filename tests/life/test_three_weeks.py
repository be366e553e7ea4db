"""Three weeks of the sample's candidate: real servers, a clock of ours, every deed asserted.

7 May to 27 May 2025, in Chicago. The mails are the sample's own, by their hours; what the story adds
comes through the same servers.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

import pytest

from heardback import bootstrap
from heardback.adapters.calendar.caldav import CalDav
from heardback.errors import OutboxProblem
from heardback.model.journal import ReminderWish
from heardback.online.feed import begin_calendar
from heardback.service.activity import activity
from heardback.service.outbox import all_standings
from heardback.service.undo import undo_last
from tests.life.life import DATES_SECRET, MAIL_SECRET, ME, Life, moment
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.radicale import PASSWORD as DATES_PASSWORD
from tests.servers.radicale import USER as DATES_USER
from tests.servers.radicale import radicale
from tests.servers.sink import Sink

pytestmark = pytest.mark.slow

ASTRID, DEV = "halvorsen-freight/thank_you/astrid", "halvorsen-freight/thank_you/dev"
ASK_ASTRID = "halvorsen-freight/check_in/astrid"
ASK_MARISOL, ASK_RUBEN = "copperline-energy/check_in/marisol", "sable-creek-brewing/check_in/ruben"
LEAVE_ODETTE, ASK_PAUL = (
    "kilnbrook-ceramics/withdraw/odette",
    "ashgrove-parks-foundation/check_in/paul",
)
HALVORSEN = "halvorsenfreight.example"


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Life]:
    monkeypatch.setenv(MAIL_SECRET, PASSWORD)
    monkeypatch.setenv(DATES_SECRET, DATES_PASSWORD)
    (tmp_path / "dates").mkdir()
    with Dovecot() as mails, Sink() as sink, radicale(tmp_path / "dates") as dates:
        yield Life(tmp_path, mails, "nora", sink, dates)


def written(from_: str, subject: str, text: str, when: str, id: str, to: str = ME) -> bytes:
    return (
        f"From: {from_}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{id}>\r\n"
        f"Date: {format_datetime(moment(when))}\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    ).encode()


def entries(life: Life) -> str:
    with bootstrap.ports(life.settings) as opened:
        (link,) = opened.store.accounts.calendars()
    assert link.own is not None
    there = CalDav(link.own, user=DATES_USER, password=DATES_PASSWORD).changes("").events
    return b"\n".join(there.values()).decode().replace("\r\n ", "")


def to_others(life: Life) -> list[EmailMessage]:
    """Return the letters that reached employers; digests go to oneself."""
    from email import message_from_bytes
    from email.policy import default

    mails = [message_from_bytes(raw, policy=default) for raw in life.sink.arrived]
    return [mail for mail in mails if ME not in str(mail["To"])]


def test_three_weeks(life: Life) -> None:
    begun(life)
    notes_of_thanks(life)
    patience(life)
    a_draft_that_is_void(life)
    a_withdrawal_taken_back_once(life)
    a_friday_night_and_a_server_that_is_down(life)
    an_answer_ten_seconds_before(life)
    a_machine_that_sleeps(life)
    an_end_in_good_grace(life)
    the_books_are_right(life)


def begun(life: Life) -> None:
    before = moment("2025-05-07T09:00")
    life.expect(life.sample.inbox, "INBOX", lambda _mail: True)
    life.expect(
        life.sample.sent, "Sent", lambda mail: parsedate_to_datetime(str(mail["Date"])) < before
    )
    life.at("2025-05-07T09:00")
    life.tell()
    with bootstrap.ports(life.settings) as opened:
        opened.store.journal.set_wish(ReminderWish(digest="08:00", weekends=False))
        begin_calendar(opened, bootstrap.secrets(life.settings), "dates")
    assert len(life.listed()) >= 10
    assert "Thank Astrid Sørensen" in entries(life)


def notes_of_thanks(life: Life) -> None:
    """One note by SMTP at its hour, one as a draft that Nora sends from her own program."""
    assert life.at("2025-05-07T11:50")[:1] == ["reminded: today's mail was sent to yourself"]
    life.approve(ASTRID, way="smtp", despite_findings=True)
    life.approve(DEV, way="draft", despite_findings=True)
    told, *_others = life.at("2025-05-07T11:51")
    assert told.startswith(f"{DEV} lies in your drafts")
    assert life.ids_in("Drafts") == [life.letter(DEV).letter.message_id]
    assert to_others(life) == []
    told, *_others = life.at("2025-05-07T13:00")
    assert told.startswith(f"{ASTRID} was sent to astrid.sorensen@{HALVORSEN}")
    (mail,) = to_others(life)
    assert mail["Message-ID"] == life.letter(ASTRID).letter.message_id
    assert parsedate_to_datetime(str(mail["Date"])) - moment("2025-05-07T13:00") < timedelta(
        minutes=1
    )
    assert mail["Message-ID"] in life.ids_in("Sent"), "a copy lies in Sent"

    (draft,) = life.mails_in("Drafts")
    life.clear("Drafts")
    words = draft.get_content().replace("\n", "\r\n")
    own = written(ME, str(draft["Subject"]), words, "2025-05-07T13:30", "p@example.org", f"dev.malhotra@{HALVORSEN}")  # fmt: skip
    life.mail(own, "Sent")
    told = " ".join(life.at("2025-05-07T13:40"))
    assert life.letter(DEV).kind == "sent", told
    assert not {ASTRID, DEV} & set(life.listed())
    assert "Thank Astrid" not in entries(life), "what is done is out of the calendar"


def patience(life: Life) -> None:
    """Astrid says the end of next week; until then there is nothing to ask."""
    life.at("2025-05-07T17:00")
    assert life.listed()[ASK_ASTRID]["due"] == "2025-05-19T09:00:00-05:00"
    today = digests(life)[-1]
    answer = written(ME, "Re: HeardBack", "snooze 1 1d", "2025-05-07T17:05", "s1@example.org")
    life.mail(
        answer.replace(b"\r\nMIME", f"\r\nIn-Reply-To: {today['Message-ID']}\r\nMIME".encode()),
        "Sent",
    )
    told = " ".join(life.at("2025-05-07T17:12"))
    assert "reminded: put off until tomorrow" in told, told
    for day in (8, 9, 10, 11, 12, 13):
        life.at(f"2025-05-{day:02}T07:45")
        life.at(f"2025-05-{day:02}T08:05")
        life.at(f"2025-05-{day:02}T16:00")
    assert len(to_others(life)) == 1
    days = Counter(str(mail["Date"])[:16] for mail in digests(life))
    assert set(days.values()) == {1} and len(days) == 5, "one mail a working day"
    assert all(mail["Subject"].startswith("HeardBack: ") for mail in digests(life))


def digests(life: Life) -> list[EmailMessage]:
    from email import message_from_bytes
    from email.policy import default

    mails = [message_from_bytes(raw, policy=default) for raw in life.sink.arrived]
    return [mail for mail in mails if ME in str(mail["To"])]


def a_draft_that_is_void(life: Life) -> None:
    """A check-in lies in the drafts; a colleague answers in a thread of her own."""
    life.at("2025-05-14T09:30")
    life.approve(ASK_MARISOL, way="draft", despite_findings=True)
    life.approve(ASK_ASTRID, way="smtp", despite_findings=True)  # ahead of its time
    life.at("2025-05-14T09:31")
    assert life.ids_in("Drafts") == [life.letter(ASK_MARISOL).letter.message_id]
    tess = "Tess Nakamura <tess.nakamura@copperlineenergy.example>"
    text = "Hi Nora,\r\n\r\nwe are still deciding about the Pricing Analyst role and will be in touch next week.\r\n\r\nTess"
    life.mail(written(tess, "Pricing Analyst at Copperline", text, "2025-05-14T10:20", "t1@copperlineenergy.example"))  # fmt: skip
    told = " ".join(life.at("2025-05-14T10:25"))
    assert life.ids_in("Drafts") == [], told
    standing = life.letter(ASK_MARISOL)
    assert standing.kind == "superseded" and standing.last.quote == "next week"
    assert f"{ASK_MARISOL} was NOT sent" in told and "ask nothing until it has passed" in told


def a_withdrawal_taken_back_once(life: Life) -> None:
    life.approve(LEAVE_ODETTE, way="smtp", despite_findings=True)
    life.at("2025-05-14T10:28")
    with bootstrap.ports(life.settings) as opened:
        assert undo_last(opened) == f"the letter for {LEAVE_ODETTE}"
    life.at("2025-05-14T10:40")
    assert len(to_others(life)) == 1
    life.approve(LEAVE_ODETTE, way="smtp", despite_findings=True)
    life.at("2025-05-14T10:46")
    assert life.letter(LEAVE_ODETTE).kind == "sent"
    assert len(to_others(life)) == 2
    assert LEAVE_ODETTE not in life.listed()
    life.at("2025-05-15T08:05")
    assert LEAVE_ODETTE not in life.listed(), "read again from Sent it is still done"


def a_friday_night_and_a_server_that_is_down(life: Life) -> None:
    life.at("2025-05-16T18:30")
    life.approve(ASK_RUBEN, way="smtp", despite_findings=True)
    life.at("2025-05-16T18:40")
    life.at("2025-05-17T11:00")
    life.at("2025-05-19T07:30")
    assert len(to_others(life)) == 2, "nobody is written to at night or on a weekend"
    life.dovecot.stop()
    with pytest.raises(AssertionError):
        life.at("2025-05-19T08:01")  # the mailbox cannot be read: nothing may leave
        assert life.letter(ASK_RUBEN).kind == "sent"
    assert len(to_others(life)) == 2
    assert life.letter(ASK_RUBEN).kind == "waiting"
    life.dovecot.start()
    life.at("2025-05-19T08:06")
    assert life.letter(ASK_RUBEN).kind == "sent"
    assert len(to_others(life)) == 3


def an_answer_ten_seconds_before(life: Life) -> None:
    """The check-in to Astrid is approved and due at nine; Dev writes just before."""
    dev = f"Dev Malhotra <dev.malhotra@{HALVORSEN}>"
    text = "Hi Nora,\r\n\r\nquick word from the yard: we are still deciding about the Logistics Data Analyst role. You will hear from us by Friday.\r\n\r\nDev"
    life.mail(written(dev, "Logistics Data Analyst", text, "2025-05-19T08:59", f"d1@{HALVORSEN}"))
    told = " ".join(life.at("2025-05-19T09:00"))
    standing = life.letter(ASK_ASTRID)
    assert standing.kind == "superseded", told
    assert standing.last.quote and "was NOT sent" in told
    assert len(to_others(life)) == 3
    asked = [row for id, row in life.listed().items() if "halvorsen-freight/check_in" in id]
    assert [row["state"] for row in asked] == ["upcoming"], "the new promise runs"


def a_machine_that_sleeps(life: Life) -> None:
    """Approved for Tuesday at nine; the machine wakes on Friday night before a holiday."""
    life.at("2025-05-19T16:00")
    life.approve(ASK_PAUL, way="smtp", when=moment("2025-05-20T09:00"), despite_findings=True)
    life.at("2025-05-23T22:00")
    life.at("2025-05-26T10:00")
    assert len(to_others(life)) == 3, "neither at night, on a weekend nor on Memorial Day"
    life.at("2025-05-27T08:00")
    assert life.letter(ASK_PAUL).kind == "sent"
    assert len(to_others(life)) == 4


def an_end_in_good_grace(life: Life) -> None:
    """A mail of which nobody is sure stops a question; the no is answered by a draft that Nora
    deletes, and that is never made again."""
    astrid = f"Astrid Sørensen <astrid.sorensen@{HALVORSEN}>"
    unsure = "Dear Nora,\r\n\r\nunfortunately we have decided to move forward with another candidate for the Logistics Data Analyst position.\r\n\r\nAstrid"
    subject = "Logistics Data Analyst"
    life.mail(written(astrid, subject, unsure, "2025-05-27T09:00", f"a8@{HALVORSEN}"))
    life.at("2025-05-27T09:05")
    ask = next(id for id in life.listed() if id.startswith("halvorsen-freight/check_in/"))
    life.approve(ask, way="smtp", at_once=True, despite_findings=True)
    told = " ".join(life.at("2025-05-27T09:06"))
    assert life.letter(ask).kind == "superseded" and "heardback review" in told
    assert len(to_others(life)) == 4
    sure = "Dear Nora,\r\n\r\nthank you for your time. We regret to inform you that you have not been selected for the Logistics Data Analyst position at Halvorsen Freight; we have chosen another candidate.\r\n\r\nAstrid"
    life.mail(written(astrid, subject, sure, "2025-05-27T09:10", f"a9@{HALVORSEN}"))
    life.at("2025-05-27T09:15")
    thanks = "halvorsen-freight/answer_rejection/astrid"
    assert thanks in life.listed() and ask not in life.listed()
    life.approve(thanks, way="draft", quote=True, despite_findings=True)
    life.at("2025-05-27T09:20")
    (draft,) = life.mails_in("Drafts")
    assert draft["In-Reply-To"] == f"<a9@{HALVORSEN}>" and draft["Subject"].startswith("Re: ")
    assert "> thank you for your time. We regret" in draft.get_content()
    life.clear("Drafts")
    life.at("2025-05-27T09:40")
    life.at("2025-05-27T12:00")
    assert life.letter(thanks).kind == "theirs"
    assert life.ids_in("Drafts") == []
    with pytest.raises(OutboxProblem, match="in your hands"):
        life.approve(thanks, way="draft", despite_findings=True)


def the_books_are_right(life: Life) -> None:
    ids = [str(mail["Message-ID"]) for mail in to_others(life)]
    assert len(ids) == len(set(ids)) == 4
    assert set(ids) <= set(life.ids_in("Sent")), "each lies in Sent"
    assert max(Counter(life.ids_in("Sent")).values()) == 1, "and once"
    with bootstrap.ports(life.settings) as opened:
        stands = Counter(each.kind for each in all_standings(opened))
        told = activity(opened)
    assert stands == {"sent": 5, "superseded": 3, "withdrawn": 1, "theirs": 1}
    did = Counter(row["did"] for row in told["deeds"])
    assert did["letter"] >= 25 and did["read"] >= 10 and did["reminded"] >= 8 and did["wrote"] >= 3
    client = life.client()
    client.select_folder("INBOX", readonly=True)
    flags = [row[b"FLAGS"] for row in client.fetch(client.search(), ["FLAGS"]).values()]
    assert not any(b"\\Seen" in each or b"\\Deleted" in each for each in flags)
