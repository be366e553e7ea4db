"""What every store keeps to: run on the one in memory and the one in a file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from heardback.adapters.store.sql import open_store
from heardback.model.account import Account, CalendarLink, Server
from heardback.model.delivery import Step
from heardback.model.journal import Entry, ReminderWish
from heardback.model.sayings import Undone
from heardback.ports import Mark, Store
from heardback.testing import MemoryStore
from tests.contracts.nouns import AT, deed, kept_agenda, line, mail, meeting, reading, saying


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened: Store = (
        MemoryStore() if request.param == "memory" else open_store(tmp_path / "heardback.db")
    )
    yield opened
    opened.close()


def test_what_was_received_comes_back_in_order_of_arrival(store: Store) -> None:
    arrived = [mail("b"), meeting("m"), mail("a")]
    assert store.receive(arrived) == 3
    assert list(store.received()) == arrived


def test_nothing_is_received_twice(store: Store) -> None:
    assert store.receive([mail("a", "first")]) == 1
    assert store.receive([mail("a", "second"), mail("b"), mail("b")]) == 1
    first, second = store.received()
    assert first == mail("a", "first") and second.key == "b"


def test_more_than_a_page_is_received_in_order(store: Store) -> None:
    arrived = [mail(str(number)) for number in range(1203)]
    assert store.receive(arrived) == 1203
    assert [each.key for each in store.received()] == [each.key for each in arrived]


def test_the_store_may_be_written_while_it_is_read(store: Store) -> None:
    store.receive([mail(str(number)) for number in range(600)])
    for each in store.received():
        store.observe({each.key: reading(each.key)}, reader="en-1")
    assert len(store.observations(reader="en-1")) == 600


def test_sayings_come_back_in_the_order_they_were_said(store: Store) -> None:
    undone = type(saying("x"))(id="c", at=AT, saying=Undone(saying="b"))
    for each in (saying("b"), saying("a"), undone):
        store.say(each)
    assert store.sayings() == [saying("b"), saying("a"), undone]


def test_a_saying_with_a_known_id_is_not_said_again(store: Store) -> None:
    store.say(saying("a"))
    store.say(saying("a"))
    assert store.sayings() == [saying("a")]


def test_nothing_is_done_twice(store: Store) -> None:
    assert store.do(deed("1"))
    assert not store.do(deed("1"))
    assert store.do(deed("2"))
    assert store.deeds() == [deed("1"), deed("2")]


def test_a_newer_reader_replaces_what_an_older_one_read(store: Store) -> None:
    store.receive([mail("a"), mail("b")])
    store.observe({"a": reading("a"), "b": reading("b")}, reader="en-1")
    store.observe({"a": reading("a!")}, reader="en-2")
    assert store.observations(reader="en-1") == {"b": reading("b")}
    assert store.observations(reader="en-2") == {"a": reading("a!")}


def test_the_agenda_is_kept_and_replaced(store: Store) -> None:
    assert store.agenda() is None
    store.keep_agenda(kept_agenda())
    store.keep_agenda(kept_agenda())
    assert store.agenda() == kept_agenda()


@pytest.mark.parametrize("truth", ["receive", "say", "do"])
def test_a_new_truth_forgets_the_agenda_and_a_known_one_does_not(store: Store, truth: str) -> None:
    def add() -> None:
        if truth == "receive":
            store.receive([mail("a")])
        elif truth == "say":
            store.say(saying("a"))
        else:
            store.do(deed("a"))

    store.keep_agenda(kept_agenda())
    add()
    assert store.agenda() is None
    if truth != "say":
        store.keep_agenda(kept_agenda())
        add()
        assert store.agenda() is not None


def test_readings_alone_do_not_forget_the_agenda(store: Store) -> None:
    store.keep_agenda(kept_agenda())
    store.observe({"a": reading("a")}, reader="en-1")
    assert store.agenda() is not None


def test_what_is_derived_can_be_dropped_and_truths_stay(store: Store) -> None:
    store.receive([mail("a")])
    store.say(saying("s"))
    store.do(deed("d"))
    store.observe({"a": reading("a")}, reader="en-1")
    store.keep_agenda(kept_agenda())
    store.forget_derived()
    assert store.agenda() is None and store.observations(reader="en-1") == {}
    assert list(store.received()) and store.sayings() and store.deeds()


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    store.keep_agenda(kept_agenda())
    with pytest.raises(KeyError), store.transaction():
        store.receive([mail("a")])
        store.say(saying("s"))
        with store.transaction():
            store.do(deed("d"))
            store.ledger.note([line(1)])
        raise KeyError
    assert not list(store.received()) and not store.sayings() and not store.deeds()
    assert list(store.ledger.lines()) == [] and store.agenda() == kept_agenda()


def test_a_transaction_sees_its_own_writes(store: Store) -> None:
    with store.transaction():
        store.receive([mail("a")])
        assert [each.key for each in store.received()] == ["a"]


def test_one_may_write_within_writing(store: Store) -> None:
    with store.writing(), store.writing():
        store.receive([mail("a")])
    store.receive([mail("b")])
    assert len(list(store.received())) == 2


def test_the_ledger_numbers_lines_in_order_of_arrival(store: Store) -> None:
    store.ledger.note([line(7), line(3)])
    store.ledger.note([line(5, source="/m/sent")])
    lines = list(store.ledger.lines())
    assert [each.place for each in lines] == ["7", "3", "5"]
    assert [each.number for each in lines] == sorted(each.number for each in lines)
    assert lines[2].source == "/m/sent" and lines[0].thread == line(7).thread


def test_a_line_that_waits_moves_and_one_that_was_judged_stays(store: Store) -> None:
    store.ledger.note([line(1, "waiting"), line(2, "other")])
    moved = [line(1, "waiting", "/new"), line(2, "waiting", "/new")]
    store.ledger.note(moved)
    first, second = store.ledger.lines()
    assert (first.source, first.verdict) == ("/new", "waiting")
    assert (second.source, second.verdict) == ("/m/inbox", "other")


def test_the_ledger_says_what_waits_and_which_places_were_judged(store: Store) -> None:
    store.ledger.note([line(1, "waiting"), line(2), line(3, "waiting"), line(4, source="/b")])
    waiting = store.ledger.waiting()
    assert [each.place for each in waiting] == ["1", "3"]
    store.ledger.judge({waiting[0].number: "kept"})
    assert [each.place for each in store.ledger.waiting()] == ["3"]
    assert store.ledger.places("/m/inbox") == {"1", "2"}
    assert store.ledger.verdicts()[line(1).token] == "kept"


def test_marks_are_kept_and_replaced(store: Store) -> None:
    store.ledger.note([line(1)])  # the source is known before it has a mark
    assert store.ledger.marks() == {}
    store.ledger.set_marks({"/m/inbox": Mark(print="1:2:3", count=1)})
    store.ledger.set_marks(
        {"/m/inbox": Mark(print="4:5:6", count=9), "/b": Mark(print="", count=0)}
    )
    assert store.ledger.marks() == {
        "/m/inbox": Mark(print="4:5:6", count=9),
        "/b": Mark(print="", count=0),
    }


def test_found_addresses_and_the_salt_are_remembered(store: Store) -> None:
    assert store.ledger.own_addresses() == frozenset()
    store.ledger.set_own_addresses(frozenset({"b@x", "a@x"}))
    store.ledger.set_own_addresses(frozenset({"a@x"}))
    assert store.ledger.own_addresses() == {"a@x"}
    assert len(store.ledger.salt()) == 16 and store.ledger.salt() == store.ledger.salt()


def test_lines_read_from_the_ledger_are_copies(store: Store) -> None:
    store.ledger.note([line(1)])
    next(iter(store.ledger.lines())).verdict = cast("object", "kept")  # type: ignore[assignment]
    assert next(iter(store.ledger.lines())).verdict == "other"


BOX = Account(
    id="dana",
    address="dana@example.org",
    imap=Server(host="imap.example.org", port=993),
    folders=("INBOX", "Bewerbungen/Zürich"),
)
DATES = CalendarLink(id="dates", kind="file", where="/home/dana/dates.ics")


def test_connected_accounts_are_kept_in_order_and_replaced_by_their_id(store: Store) -> None:
    store.accounts.keep(BOX)
    store.accounts.keep(DATES)
    other = Account(id="work", address="d@work.example")
    store.accounts.keep(other)
    changed = Account(id="dana", address="dana@example.org", sent="Sent")
    store.accounts.keep(changed)
    assert store.accounts.mail() == [changed, other]
    assert store.accounts.calendars() == [DATES]


def test_an_account_comes_back_as_it_was_kept(store: Store) -> None:
    store.accounts.keep(BOX)
    assert store.accounts.mail() == [BOX]


def test_a_removed_account_is_gone(store: Store) -> None:
    store.accounts.keep(BOX)
    assert store.accounts.remove("dana")
    assert not store.accounts.remove("dana")
    assert store.accounts.mail() == []


def entry(id: str) -> Entry:
    return Entry(id=id, at=AT, kind="digest", body={"due": 2})


def test_a_digest_is_noted_once_for_a_day(store: Store) -> None:
    assert store.journal.note(entry("digest:2025-03-03"))
    assert not store.journal.note(entry("digest:2025-03-03"))
    assert store.journal.note(entry("digest:2025-03-04"))
    assert store.journal.entries() == [entry("digest:2025-03-03"), entry("digest:2025-03-04")]


def test_how_to_be_reminded_is_kept(store: Store) -> None:
    assert store.journal.wish() == ReminderWish()
    wish = ReminderWish(digest="08:00", desktop=True, quiet=("22:00", "08:00"))
    store.journal.set_wish(wish)
    assert store.journal.wish() == wish


def test_of_two_runs_only_one_takes_a_step(store: Store) -> None:
    step = Step(letter="a", number=1, at=AT, kind="started")
    assert store.outbox.take(step)
    assert not store.outbox.take(replace(step, kind="handing"))
    assert store.outbox.steps() == [step]
