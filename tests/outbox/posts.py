"""A mailbox and a server for sending that break where they are told to, and a search to write in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from heardback.errors import ConnectionLost, ServerRefused
from heardback.model.account import Account, Server
from heardback.online.deliver import written
from heardback.ports import Ports, Store
from heardback.ports_out import InMailbox, Line
from heardback.searchfile import read_search
from heardback.service.approve import Approval, approve
from heardback.service.deliver import Counter, run_due
from heardback.service.search_file import import_search
from heardback.testing import FakeClock, MemoryStore

SEARCH = """
heardback: 1
candidate:
  name: Dana Reyes
  email: dana@example.org
  phone: "+1 512 555 0100"
  timezone: America/Chicago
  country: US
people:
  priya: {name: Priya Raman, email: priya@northwind.example, title: Engineering Manager}
  tom: {name: Tom Okafor, email: tom@northwind.example}
opportunities:
  northwind:
    employer: Northwind
    role: Data Engineer
    people: {priya: hiring_manager, tom: interviewer}
    events:
      - {when: 2025-03-03T10:00, what: interview, ends: "11:00", stage: first, mode: video, with: [priya, tom]}
      - {when: 2025-03-03T11:05, what: debrief, person: priya, topics: ["moving the nightly batch to streaming"], enthusiasm: 4}
      - {when: 2025-03-03T11:06, what: debrief, person: tom, topics: ["the on-call rota"], enthusiasm: 4}
      - {when: 2025-03-03T11:10, what: promise, from: priya, said: "You will hear from us by Friday."}
"""
AT = datetime.fromisoformat("2025-03-03T13:30:00-06:00")
NOTE = "northwind/thank_you/priya"
ACCOUNT = Account(
    id="dana",
    address="dana@example.org",
    imap=Server(host="localhost", port=993),
    smtp=Server(host="localhost", port=465),
    sent="Sent",
    drafts="Drafts",
)


class Killed(BaseException):
    """The process ends here, as by SIGKILL: nothing of ours catches it."""


@dataclass
class World:
    """What is outside: folders, what readers got, and the faults to come.

    Every deed passes `step` before and after it happens; `fault` may raise there.
    """

    sent: dict[int, bytes] = field(default_factory=dict)
    drafts: dict[int, bytes] = field(default_factory=dict)
    arrived: list[bytes] = field(default_factory=list)
    next: int = 1
    keeps_sent: bool = False
    fault: Callable[[str], None] = field(default=lambda _name: None)

    def step(self, name: str) -> None:
        self.fault(name)


@dataclass
class FakePost:
    """`ports.Post` on a World."""

    world: World

    def mark(self) -> str:
        self.world.step("mark")
        return f"1:{self.world.next}"

    def find(self, message_id: str) -> list[InMailbox]:
        self.world.step("find")
        wanted = message_id.encode()
        return [
            InMailbox(folder=folder, place=f"1:{uid}", raw=raw)  # type: ignore[arg-type]
            for folder, mails in (("sent", self.world.sent), ("drafts", self.world.drafts))
            for uid, raw in mails.items()
            if wanted in raw
        ]

    def put_draft(self, raw: bytes) -> str:
        self.world.step("put before")
        uid = self.world.next
        self.world.next += 1
        self.world.drafts[uid] = raw
        self.world.step("put after")
        return f"1:{uid}"

    def remove_draft(self, place: str) -> None:
        self.world.step("remove before")
        self.world.drafts.pop(int(place.partition(":")[2]), None)
        self.world.step("remove after")

    @contextmanager
    def sending(self, sender: str, readers: Sequence[str]) -> Iterator[Line]:
        self.world.step("connect")
        yield FakeLine(self.world)
        self.world.step("quit")

    def keep_sent(self, raw: bytes) -> None:
        self.world.step("copy before")
        self._to_sent(raw)
        self.world.step("copy after")

    def _to_sent(self, raw: bytes) -> None:
        self.world.sent[self.world.next] = raw
        self.world.next += 1

    def states(self) -> dict[str, tuple[int, int]]:
        self.world.step("states")
        return {"all": (1, self.world.next)}

    def close(self) -> None:
        pass


@dataclass
class FakeLine:
    """`ports.Line` on a World: what was said arrives with its end, or not at all."""

    world: World
    words: bytes = b""

    def say(self, raw: bytes) -> None:
        self.world.step("say before")
        self.words = raw
        self.world.step("say after")

    def end(self) -> None:
        self.world.step("end before")
        self.world.arrived.append(self.words)
        if self.world.keeps_sent:
            FakePost(self.world)._to_sent(self.words)
        self.world.step("end after")


@dataclass
class Bench:
    """A store with the search in it, a clock, a world, and the counter that joins them."""

    store: Store = field(default_factory=MemoryStore)
    clock: FakeClock = field(default_factory=lambda: FakeClock(AT))
    world: World = field(default_factory=World)
    fresh: Callable[[], None] = field(default=lambda: None)
    still: Callable[[], bool] = field(default=lambda: True)

    def __post_init__(self) -> None:
        self.ports = Ports(store=self.store, clock=self.clock)
        import_search(self.ports, read_search(SEARCH, name="search.yaml").search)
        self.store.accounts.keep(ACCOUNT)

    def counter(self, **more: Any) -> Counter:
        def fresh() -> Callable[[], bool]:
            self.world.step("read")
            self.fresh()
            return self.still

        return Counter(
            ports=self.ports,
            post=lambda _id: FakePost(self.world),
            fresh=fresh,
            settled=timedelta(0),
            **more,
        )

    def run(self) -> list[str]:
        """Let leave what is due; return where the letters that moved stand."""
        return [each.kind for each in run_due(self.counter(), self.clock.now())]

    def approve(self, id: str = NOTE, **asked: object) -> None:
        values: dict[str, object] = {"undo": timedelta(0)} | asked
        approve(self.ports, id, Approval(**values), write=written)  # type: ignore[arg-type]

    def pass_time(self, **gone: float) -> None:
        self.clock.at += timedelta(**gone)


def at_step(name: str, error: BaseException) -> Callable[[str], None]:
    """Return a fault that raises at the step of that name."""

    def fault(step: str) -> None:
        if step == name:
            raise error

    return fault


def lost() -> ConnectionLost:
    return ConnectionLost("The connection broke.")


def refused() -> ServerRefused:
    return ServerRefused("550 no such user.")
