"""Builder of the sample search: mailboxes, a calendar and the candidate's notes from TOML data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from heardback.sample.calendar import invitation, own_calendar
from heardback.sample.dates import Shift, spell
from heardback.sample.mime import POLICY, Letter, Person, to_message
from heardback.sample.noise import expand

DATA = Path(__file__).parent
NOMINAL_TODAY = "2025-05-14T09:30"
Table = Mapping[str, Any]


@dataclass(frozen=True)
class Candidate:
    """Who the sample's mail belongs to."""

    name: str
    emails: tuple[str, ...]
    phone: str
    timezone: str
    country: str
    present_employer: dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """What was written, and what the mail alone cannot tell."""

    inbox: Path
    sent: Path
    calendar: Path
    today: str
    candidate: Candidate
    notes: tuple[tuple[str, dict[str, Any]], ...]
    facts: dict[str, dict[str, Any]]
    opportunities: tuple[str, ...]
    received_count: int
    sent_count: int


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        return tomllib.load(stream)


def _candidate(table: Table) -> Candidate:
    return Candidate(
        name=table["name"],
        emails=tuple(table["emails"]),
        phone=table["phone"],
        timezone=table["timezone"],
        country=table["country"],
        present_employer=dict(table["present_employer"]),
    )


class Thread:
    """One file of letters: its people, and its letters in order."""

    def __init__(self, name: str, table: Table, candidate: Table, shift: Shift) -> None:
        """Keep what the letters need; ``letters`` makes them."""
        self.name = name
        self.table = table
        self.shift = shift
        self.made: dict[str, Letter] = {}
        zone = candidate["timezone"]
        own = zip(("me", "me2"), candidate["emails"], strict=True)
        self.people = {
            key: Person(candidate["name"], email, zone, candidate["signature"])
            for key, email in own
        }
        for key, person in table["people"].items():
            self.people[key] = Person(
                name=person["name"],
                email=person.get("email", ""),
                zone=person.get("zone", table["zone"]),
                signature=person.get("signature", "").strip("\n"),
            )

    def letters(self) -> Iterator[Letter]:
        """Make the letters in the order of the file; a reply comes after what it answers."""
        for entry in self.table["message"]:
            letter = self._letter(entry)
            self.made[entry["key"]] = letter
            yield letter

    def _many(self, keys: list[str] | str) -> tuple[Person, ...]:
        return tuple(self.people[key] for key in ([keys] if isinstance(keys, str) else keys))

    def _body(self, entry: Table, sender: Person) -> str:
        text = self.shift.words(entry["text"]).strip("\n")
        if sender.signature and entry.get("sign", True):
            text = f"{text}\n{sender.signature}"
        return f"{text}\n"

    def _invite(self, entry: Table, letter_when: Any) -> tuple[str, str]:
        event = entry.get("invite")
        if event is None:
            return "", ""
        guests = [self.people[key] for key in (entry["from"], "me", *event.get("with", []))]
        people = [(person.name, person.email or None) for person in guests]
        full = {"zone": self.table["zone"], **event}
        return invitation(full, self.shift, letter_when, people), full.get("method", "REQUEST")

    def _letter(self, entry: Table) -> Letter:
        sender = self.people[entry["from"]]
        when = self.shift.moment(entry["when"], sender.zone)
        parent = self.made[entry["reply_to"]] if "reply_to" in entry else None
        subject = entry.get("subject") or f"Re: {_bare(parent.subject if parent else '')}"
        invite, method = self._invite(entry, when)
        attachment = entry.get("attachment")
        return Letter(
            key=f"{self.name}/{entry['key']}",
            when=when,
            sender=sender,
            to=self._many(entry.get("to", "me")),
            cc=self._many(entry.get("cc", [])),
            subject=self.shift.words(subject),
            body=self._body(entry, sender),
            shape=entry.get("shape", "text"),
            charset=entry.get("charset", "utf-8"),
            encoding=entry.get("encoding", ""),
            quote=entry.get("quote", ""),
            parent=parent,
            headers=dict(entry.get("headers", {})),
            invite=invite,
            invite_method=method,
            attachment=(attachment[0], attachment[1], attachment[2]) if attachment else None,
            bounced=entry.get("bounced", ""),
        )


def _bare(subject: str) -> str:
    while subject[:3].lower() == "re:":
        subject = subject[3:].strip()
    return subject


def _letters(candidate: Table, shift: Shift) -> Iterator[Letter]:
    for path in sorted((DATA / "threads").glob("*.toml")):
        yield from Thread(path.stem, _read(path), candidate, shift).letters()
    noise = _read(DATA / "noise.toml")
    own = Thread("noise", noise, candidate, shift)
    yield from own.letters()
    for series in noise["series"]:
        yield from expand(series, shift, own.people[series.get("to", "me")])


def _mbox(letters: list[Letter], own: tuple[str, ...], *, received: bool) -> bytes:
    """Write the letters as an mbox, with lines that begin with From quoted (mboxrd)."""
    chunks: list[bytes] = []
    for letter in sorted(letters, key=lambda one: (one.when, one.key)):
        target = next((person.email for person in letter.to if person.email in own), own[0])
        content = to_message(letter, own=target, received=received).as_bytes(policy=POLICY)
        stamp = spell(letter.when, "%a %b ") + f"{letter.when.day:2} {letter.when:%H:%M:%S %Y}"
        chunks.append(f"From {letter.sender.email} {stamp}\n".encode())
        for line in content.splitlines(keepends=True):
            quoted = line.lstrip(b">").startswith(b"From ")
            chunks.append(b">" + line if quoted else line)
        chunks.append(b"\n" if content.endswith(b"\n") else b"\n\n")
    return b"".join(chunks)


def _notes(shift: Shift) -> tuple[list[tuple[str, dict[str, Any]]], dict[str, dict[str, Any]]]:
    table = _read(DATA / "notes.toml")
    notes, facts = [], {}
    for employer, entry in table["opportunity"].items():
        facts[employer] = {
            key: shift.value(value) for key, value in entry.items() if key != "events"
        }
        notes += [(employer, dict(shift.value(event))) for event in entry.get("events", [])]
    return notes, facts


def shift_for(day: date) -> int:
    """Find the shift whose today is the last one of its weekday on or before ``day``."""
    return (day - date.fromisoformat(NOMINAL_TODAY[:10])).days // 7 * 7


def build_sample(out: Path, *, shift_days: int = 0) -> Sample:
    """Write ``inbox.mbox``, ``sent.mbox`` and ``calendar.ics`` into ``out``.

    ``shift_days`` moves every date by that many days and must be whole weeks. The same shift gives
    the same bytes every time; no clock is read.
    """
    shift = Shift(shift_days)
    table = _read(DATA / "candidate.toml")
    candidate = _candidate(table)
    letters = list(_letters(table, shift))
    own = candidate.emails
    sent = [letter for letter in letters if letter.sender.email in own]
    received = [letter for letter in letters if letter.sender.email not in own]
    out.mkdir(parents=True, exist_ok=True)
    paths = [out / name for name in ("inbox.mbox", "sent.mbox", "calendar.ics")]
    paths[0].write_bytes(_mbox(received, own, received=True))
    paths[1].write_bytes(_mbox(sent, own, received=False))
    meetings = _read(DATA / "calendar.toml")["event"]
    paths[2].write_bytes(own_calendar(meetings, shift).encode())
    notes, facts = _notes(shift)
    return Sample(
        inbox=paths[0],
        sent=paths[1],
        calendar=paths[2],
        today=str(shift.value(NOMINAL_TODAY)),
        candidate=candidate,
        notes=tuple(notes),
        facts=facts,
        opportunities=tuple(facts),
        received_count=len(received),
        sent_count=len(sent),
    )
