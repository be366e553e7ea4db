"""Faults at every step of the outbox: killed, the line cut, the disk full. Doubled 0, lost 0."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from heardback.adapters.store.database import Database
from heardback.adapters.store.sql import open_store
from heardback.errors import DiskFull, HeardBackError, ServerBusy
from heardback.model.delivery import Standing, Way
from heardback.model.sayings import Logged
from heardback.service.outbox import all_standings, recall
from heardback.service.tell import say
from heardback.testing import MemoryOutbox
from tests.outbox.posts import NOTE, Bench, Killed, World, lost

FEW, MANY = 120, 1000
WAYS: tuple[Way, ...] = ("draft", "smtp")
QUIET: Callable[[str], None] = lambda _name: None  # noqa: E731


def full() -> DiskFull:
    return DiskFull("The disk is full.")


def busy() -> ServerBusy:
    return ServerBusy("451 try again.")


@contextmanager
def kept_in_steps(bench: Bench) -> Iterator[None]:
    """Let the store pass `step` too: before and after every step of a letter is kept."""
    take = MemoryOutbox.take

    def taking(self: MemoryOutbox, step: object) -> bool:
        bench.world.step("keep before")
        found = take(self, step)  # type: ignore[arg-type]
        bench.world.step("keep after")
        return found

    MemoryOutbox.take = taking  # type: ignore[method-assign]
    try:
        yield
    finally:
        MemoryOutbox.take = take  # type: ignore[method-assign]


def run(bench: Bench) -> None:
    """Deliver once; what breaks it is what breaks a process, or is told to the person."""
    with suppress(Killed, HeardBackError):
        bench.run()


def possible(name: str) -> list[Callable[[], BaseException]]:
    """Return what can go wrong at a step: a kill anywhere, a cut line, a full disk."""
    if name == "keep before":
        return [Killed, full]
    return [Killed] if name == "keep after" else [Killed, lost]


def busy_at(name: str) -> list[Callable[[], BaseException]]:
    """A busy server says so, but not of a letter it has taken: then 451 would be a lie."""
    return [] if name in ("end after", "keep before", "keep after") else [busy]


def steps_of(way: Way, *, keeps_sent: bool) -> list[str]:
    """Return the steps a letter passes when nothing goes wrong."""
    passed: list[str] = []
    bench = Bench(world=World(keeps_sent=keeps_sent))
    bench.approve(way=way)
    bench.world.fault = passed.append
    with kept_in_steps(bench):
        bench.run()
    return passed


def all_faults() -> list[tuple[Way, bool, int, int]]:
    found = []
    for way in WAYS:
        for keeps in (False, True):
            for at, name in enumerate(steps_of(way, keeps_sent=keeps)):
                found += [(way, keeps, at, number) for number in range(len(possible(name)))]
    return found


def test_there_are_many_steps_to_fail_at() -> None:
    assert len(steps_of("draft", keeps_sent=False)) >= 8
    assert len(steps_of("smtp", keeps_sent=False)) >= 15
    assert len(all_faults()) >= 80


def test_a_fault_at_any_step_doubles_and_loses_nothing() -> None:
    for way, keeps, at, number in all_faults():
        bench = Bench(world=World(keeps_sent=keeps))
        bench.approve(way=way)
        passed = 0

        def fault(name: str, at: int = at, number: int = number) -> None:
            nonlocal passed
            passed += 1
            if passed == at + 1:
                error = possible(name)[number]()
                raise error

        with kept_in_steps(bench):
            bench.world.fault = fault
            run(bench)
            bench.world.fault = QUIET
            for _ in range(3):
                run(bench)
        judge(bench, way, f"{way}, step {at}, fault {number}, keeps {keeps}")


@pytest.mark.parametrize("trials", [FEW, pytest.param(MANY, marks=pytest.mark.full)])
def test_many_faults_in_a_row_double_and_lose_nothing(trials: int) -> None:
    """Faults strike again and again; meanwhile the candidate acts and the employer answers."""
    stood: Counter[str] = Counter()
    for seed in range(trials):
        dice = random.Random(seed)
        way = dice.choice(WAYS)
        bench = Bench(world=World(keeps_sent=dice.random() < 0.5))
        bench.approve(way=way)
        chance = dice.choice([0.05, 0.15, 0.35])

        def fault(name: str, dice: random.Random = dice, chance: float = chance) -> None:
            if dice.random() < chance:
                error = dice.choice(possible(name) + busy_at(name))()
                raise error

        with kept_in_steps(bench):
            bench.world.fault = fault
            for _ in range(8):
                run(bench)
                meanwhile(bench, dice)
                bench.pass_time(minutes=1)
            bench.world.fault = QUIET
            for _ in range(3):
                run(bench)
        stood[judge(bench, way, f"seed {seed}").kind] += 1
    print(f"{trials} letters with faults: {dict(stood)}; doubled 0, lost 0")
    assert stood["sent"] + stood["drafted"] > trials // 3


def meanwhile(bench: Bench, dice: random.Random) -> None:
    """Now and then a draft is deleted or sent by hand, or the letter is taken back."""
    chance = dice.random()
    if chance < 0.03:
        bench.world.drafts.clear()
    elif chance < 0.06 and bench.world.drafts:
        (uid, raw), *_ = bench.world.drafts.items()
        del bench.world.drafts[uid]
        bench.world.sent[bench.world.next] = raw
        bench.world.next += 1
    elif chance < 0.08:
        with suppress(HeardBackError, Killed):
            recall(bench.ports, NOTE)
    elif chance < 0.1:
        rejected: dict[str, object] = {"when": "2025-03-03T13:31", "what": "rejected"}
        say(bench.ports, [Logged(opportunity="said:northwind", event=rejected)])


EXPLAINED = frozenset({"sent", "drafted", "unknown", "superseded", "withdrawn", "theirs"})


def judge(bench: Bench, way: Way, told: str) -> Standing:
    """Hold a letter to it: never twice anywhere, never said to have left and has not."""
    (standing,) = all_standings(bench.ports)
    world = bench.world
    copies = (len(world.arrived), len(world.drafts), len(world.sent))
    assert max(copies) <= 1, f"doubled: {told} {copies}"
    assert standing.kind in EXPLAINED, f"left hanging as {standing.kind}: {told}"
    assert standing.last.why, f"unexplained: {told}"
    if standing.kind == "sent":
        assert world.arrived or world.sent, f"said to have left, and it has not: {told}"
        assert len(bench.store.deeds()) == 1
    if standing.kind == "drafted":
        assert len(world.drafts) == 1, f"said to lie there, and it does not: {told}"
    if standing.kind == "superseded":
        assert not world.arrived, f"sent although something speaks against it: {told}"
    if way == "smtp" and world.arrived:
        assert standing.kind in ("sent", "unknown"), f"left, and not said: {told}"
    return standing


@pytest.mark.parametrize("way", WAYS)
def test_a_store_on_a_full_disk_doubles_and_loses_nothing(
    way: Way, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same with the real store: the disk is full at each of its writes in turn."""
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    write = Database.write_tuples
    for at in range(1, 12):
        store = open_store(tmp_path / f"{at}.db")
        bench = Bench(store=store)
        bench.approve(way=way)
        count = 0

        def writing(
            self: Database, name: str, rows: object, at: int = at, write: object = write
        ) -> None:
            nonlocal count
            count += 1
            if count == at:
                raise full()
            write(self, name, rows)  # type: ignore[operator]

        with monkeypatch.context() as patched:
            patched.setattr(Database, "write_tuples", writing)
            run(bench)
        for _ in range(3):
            run(bench)
        judge(bench, way, f"{way}, write {at}")
        store.close()
