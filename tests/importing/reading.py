"""A reading that knows one word, so that these tests are about the import alone."""

from collections.abc import Sequence
from functools import partial

from heardback.adapters.calendar.ics import read_ics
from heardback.adapters.mail.gate import make_gate, person_hash
from heardback.adapters.mail.mime import read_mime
from heardback.adapters.mail.source import open_sources
from heardback.languages.en.gate import ENGLISH_GATE
from heardback.model.message import Meeting, Message
from heardback.model.understanding import MessageKind, Understanding
from heardback.ports import Store
from heardback.service.importing import ImportReport, Reading, import_paths


def understand(message: Message, me: frozenset[str]) -> Understanding:
    words = f"{message.subject} {message.text}".lower()
    if "unspeakable" in words:
        raise ZeroDivisionError("the reader gave up")
    kind: MessageKind = "recruiter_outreach" if "outreach" in words else "timeframe"
    return Understanding(
        message_id=message.message_id,
        date=message.date,
        direction="out" if message.from_.email in me else "in",
        job_related="interview" in words or "outreach" in words,
        kind=kind,
    )


def understand_meeting(meeting: Meeting, _me: frozenset[str]) -> Understanding:
    return Understanding(
        message_id=None, uid=meeting.uid, job_related="interview" in meeting.summary.lower()
    )


def calendar(raw: bytes, name: str) -> Sequence[Meeting]:
    return read_ics(raw, name=name)


READING = Reading(
    open_sources=open_sources,
    make_gate=partial(make_gate, ENGLISH_GATE),
    person_hash=person_hash,
    read_mime=read_mime,
    read_ics=calendar,
    understand=understand,
    understand_meeting=understand_meeting,
    reader="test-1",
)


def run(
    store: Store, *paths: object, reading: Reading = READING, me: frozenset[str] = frozenset()
) -> ImportReport:
    """Import these paths with the test's reading."""
    sources = open_sources([str(path) for path in paths])
    return import_paths(store, sources=sources, reading=reading, me=me)
