"""What a letter is compared with: the record, with the days that promised words mean."""

from collections.abc import Sequence
from dataclasses import replace

from heardback.checking.record import Record
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.events import Event, Promise
from heardback.model.people import Person
from heardback.model.search import Opportunity, Search
from heardback.playbook.promises import Place, read_promise


def record_of(search: Search, opportunity: Opportunity, readers: Sequence[Person]) -> Record:
    """Given an opportunity of a search and who is written to, return the record to compare with.

    A promise noted in words only ("by the end of next week") gets its days, so that a question
    about the decision inside them is found (rule CK-1) and the promised day may be named.
    """
    chosen = {**search.preferences, **opportunity.preferences}
    place = (
        opportunity.country or search.candidate.country,
        opportunity.timezone or search.candidate.timezone,
        chosen.get("quiet_days") not in (False, "off"),
    )
    events = tuple(_dated(event, place) for event in opportunity.events)
    return Record(search, replace(opportunity, events=events), tuple(readers))


def _dated(event: Event, place: Place) -> Event:
    promise = event.happened
    if not isinstance(promise, Promise) or promise.by or not promise.said:
        return event
    read = read_promise(event, promise, words=ENGLISH_TIMEFRAMES, place=place)
    dated = replace(promise, by=read.by, earliest=read.earliest, invites=read.invites)
    return replace(event, happened=dated)
