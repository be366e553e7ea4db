"""Our own drafts pass our own proofreader: every kind, register and channel, day after day.

And read from Sent, they are what they were written as.
"""

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.message import Address, Message
from heardback.model.search import Search
from heardback.reading.read import read_message
from heardback.searchfile import read_search

ANSWERS = {
    *("reply", "take_call", "acknowledge_offer", "ask_extension", "accept", "decline"),
}
SCRIPTS = Path(__file__).parents[2] / "scripts"


def gallery() -> ModuleType:
    spec = spec_from_file_location("gallery", SCRIPTS / "gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def second_search() -> Search:
    text = (SCRIPTS / "gallery_search.yaml").read_text("utf-8")
    return read_search(text, name="gallery_search.yaml").search


@cache
def entries() -> list[Any]:
    return list(gallery().from_file(second_search()))


@pytest.mark.slow
def test_no_draft_of_the_second_search_has_an_error() -> None:
    drafts = [(register, draft) for one in entries() for register, draft in one.drafts.items()]
    wrong = {
        (draft.kind, register, finding.check, finding.text)
        for register, draft in drafts
        for finding in draft.findings
        if finding.severity == "error"
    }
    assert len(drafts) > 3000
    assert not wrong


@pytest.mark.slow
def test_our_own_letters_are_read_from_sent_as_what_they_are() -> None:
    """News for a recruiter, and an answer to a no, are told apart by whom they go to (tracking)."""
    search = second_search()
    right: set[tuple[str, str | None, str | None]] = set()
    wrong: set[tuple[str, str | None, str | None]] = set()
    for entry in entries():
        for draft in entry.drafts.values():
            if draft.channel != "email" or draft.kind in ("update_recruiter", "answer_rejection"):
                continue
            people = [search.people[id] for id in draft.to]
            message = Message(
                message_id="<sent@example.org>",
                date=entry.at,
                from_=Address(search.candidate.name, search.candidate.email or ""),
                to=tuple(Address(p.name, p.email or "somebody@firm.example") for p in people),
                subject=draft.subject or "",
                text=draft.body or "",
                in_reply_to="<theirs@firm.example>" if draft.kind in ANSWERS else None,
            )
            seen = read_message(
                message,
                me=frozenset({(search.candidate.email or "").lower()}),
                words=ENGLISH_READING,
                timeframe_words=ENGLISH_TIMEFRAMES,
            )
            found = right if seen.sent_kind == draft.kind else wrong
            found.add((draft.kind, seen.sent_kind, draft.body))
    assert len(right) + len(wrong) > 200
    assert len(right) >= 0.93 * (len(right) + len(wrong)), {pair[:2] for pair in wrong}
