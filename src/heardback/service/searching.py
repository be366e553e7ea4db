"""Search over everything kept: employers, people, what happened, and the mails themselves."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.ports import Ports
from heardback.service.tracked import track
from heardback.tracking.assemble import Tracked

MOST, AROUND, MOST_PLACES = 60, 90, 20
ORDER = {"opportunity": 0, "person": 1, "event": 2, "message": 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: what it is, where it leads, its words as shown and as compared."""

    kind: str
    title: str
    place: str
    when: str
    text: str
    folded: str
    who: str = ""


def entries(ports: Ports) -> list[Entry]:
    """Return all that can be found, opportunities first, the newest first within a kind."""
    tracked = track(ports)
    found = [*_opportunities(tracked), *_people(tracked), *_events(tracked)]
    found += _messages(ports, tracked)
    found.sort(key=lambda e: e.when, reverse=True)
    found.sort(key=lambda e: ORDER[e.kind])
    return found


def search(known: Sequence[Entry], words: str) -> list[dict[str, Any]]:
    """Given what can be found and some words, return what has them all, with the words around."""
    wanted = folded(words).split()
    if not wanted:
        return []
    hits = (e for e in known if all(w in e.folded for w in wanted))
    rows = []
    for entry in hits:
        rows.append(
            {
                "kind": entry.kind,
                "who": entry.who or None,
                "title": entry.title,
                "place": entry.place,
                "when": entry.when[:10] or None,
                "snippet": snippet(entry.text, wanted),
            }
        )
        if len(rows) >= MOST:
            break
    return rows


def snippet(text: str, wanted: Sequence[str]) -> list[list[object]]:
    """Return the words around the first hit, in pieces: [text, whether it was looked for]."""
    flat = " ".join(text.split())
    low = folded(flat)
    if len(low) != len(flat):
        return [[flat[: 2 * AROUND], False]]
    at = _middle(low, wanted)
    start, end = max(0, at - AROUND), min(len(flat), at + AROUND)
    pieces: list[list[object]] = [["… " if start else "", False]]
    while start < end:
        near = [(i, w) for w in wanted if 0 <= (i := low.find(w, start)) < end]
        if not near:
            break
        i, word = min(near)
        pieces += [[flat[start:i], False], [flat[i : i + len(word)], True]]
        start = i + len(word)
    pieces.append([flat[start:end] + (" …" if end < len(flat) else ""), False])
    return [piece for piece in pieces if piece[0]]


def _middle(low: str, wanted: Sequence[str]) -> int:
    """Return the hit with the most of the other words near it; of equals, the last word's."""
    hits = [(i, n) for n, w in enumerate(wanted) for i in _places(low, w)]
    near = {at: (len({w for i, w in hits if abs(i - at) < AROUND}), number) for at, number in hits}
    return max(near, key=lambda at: (*near[at], -at), default=0)


def _places(low: str, word: str) -> list[int]:
    """Return where a word begins, the first few times."""
    found: list[int] = []
    at = low.find(word)
    while at >= 0 and len(found) < MOST_PLACES:
        found.append(at)
        at = low.find(word, at + 1)
    return found


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, without accents."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _entry(kind: str, title: str, place: str, when: str, text: str) -> Entry:
    return Entry(kind, title, place, when, text, folded(f"{title} {text}"))


def _opportunities(tracked: Tracked) -> Iterator[Entry]:
    for one in tracked.search.opportunities:
        yield _entry("opportunity", one.employer, f"/opportunity/{one.id}", "", one.role or "")


def _people(tracked: Tracked) -> Iterator[Entry]:
    for id, person in tracked.search.people.items():
        words = (person.title, person.employer, *person.addresses)
        yield _entry("person", person.name, f"/people#p-{id}", "", " · ".join(filter(None, words)))


def _events(tracked: Tracked) -> Iterator[Entry]:
    for one in tracked.search.opportunities:
        for event in one.events:
            said = " ".join(filter(None, (event.quote, event.note, *_noted(event.happened))))
            if said:
                title = f"{ENGLISH_FACES.what[event.what]}, {one.employer}"
                place = f"/opportunity/{one.id}#fact-{event.ref}"
                yield _entry("event", title, place, event.when.at.isoformat(), said)


def _noted(happened: object) -> Iterator[str]:
    for name in ("topics", "strengths", "missed", "questions"):
        yield from getattr(happened, name, ())


def _messages(ports: Ports, tracked: Tracked) -> Iterator[Entry]:
    homes = {r.kept for t in tracked.opportunities for r in t.readings}
    for received in ports.store.received():
        mail = received.message
        if mail is None:
            continue
        place = f"/mail/{quote(received.key)}" if received.key in homes else "/review"
        when = mail.date.isoformat() if mail.date else ""
        who = mail.from_.name or mail.from_.email
        subject = mail.subject or "(no subject)"
        yield replace(_entry("message", subject, place, when, f"{who}: {mail.text}"), who=who)
