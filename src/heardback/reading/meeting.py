"""From a calendar event to what it means, with the words that say so."""

import re

from heardback.model.message import Address, Meeting, Message
from heardback.model.understanding import PersonSeen, Understanding
from heardback.reading.concerns import Named, employer_in
from heardback.reading.kind import LIKELY
from heardback.reading.letter import open_letter
from heardback.reading.roles import role_in
from heardback.reading.when import interview_of_meeting
from heardback.reading.who import people_of_meeting
from heardback.reading.words import ReadingWords

NOBODY = Address()
ENGLISH_INTERVIEW = re.compile(r"\b(interview|screen|panel|hiring)\b", re.IGNORECASE)


def read_meeting(meeting: Meeting, *, me: frozenset[str], words: ReadingWords) -> Understanding:
    """Given a calendar event, return what it means; `message_id` is None and `uid` set.

    It is job-related where its words are those of an interview.
    """
    people = tuple(
        PersonSeen(name=p.name, email=p.email, role=p.role)
        for p in people_of_meeting(meeting, me=me)
    )
    organizer = meeting.organizer or (meeting.attendees[0] if meeting.attendees else None)
    text = f"{meeting.description}\n{meeting.location}"
    letter = open_letter(
        Message(
            message_id=meeting.uid,
            date=meeting.start,
            from_=organizer or NOBODY,
            subject=meeting.summary,
            text=text,
        ),
        me=frozenset(),
        words=words,
    )
    named = ENGLISH_INTERVIEW.search(f"{meeting.summary}\n{text}")
    related = bool(named) and not letter.foreign
    employer, role = employer_in(letter, None), role_in(letter)
    cancelled = meeting.method == "CANCEL" or meeting.status == "CANCELLED"
    return Understanding(
        message_id=None,
        uid=meeting.uid,
        date=meeting.noted_at,
        from_=organizer or NOBODY,
        subject=meeting.summary,
        job_related=related,
        kind=("scheduling" if cancelled else "interview_confirmed") if related else "other",
        employer=employer.name if employer and related else None,
        role=role.name if role and related else None,
        people=people if related else (),
        interview=interview_of_meeting(meeting, me=me, words=words) if related else None,
        confidence=0.9 if related else LIKELY,
        evidence=quotes(kind=meeting.summary, employer=employer, role=role),
    )


def quotes(
    *,
    kind: str = "",
    employer: Named | None = None,
    role: Named | None = None,
    interview: str | None = None,
) -> dict[str, str]:
    """Given what was found, return its quotes by field, those there are."""
    told = {
        "kind": kind,
        "employer": employer.quote if employer else "",
        "role": role.quote if role else "",
        "interview": interview or "",
    }
    return {name: quote for name, quote in told.items() if quote}
