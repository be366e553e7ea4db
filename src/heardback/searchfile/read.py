"""Read a search file: text in, one search out, refused whole with one line where it is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from heardback.errors import SearchFileError
from heardback.model.events import Event, Interview, MistakeSent, Sent
from heardback.model.people import Candidate, Person
from heardback.model.search import Opportunity, Search
from heardback.searchfile.events import read_event
from heardback.searchfile.fields import Setting, read_fields
from heardback.searchfile.forms import check_id
from heardback.searchfile.load import load
from heardback.searchfile.tables import CANDIDATE, FORMAT, OPPORTUNITY, PERSON_MET, SEARCH
from heardback.searchfile.values import Keys, Wrong, keys_of, shown, values_of
from heardback.timeframe.business import zone as zone_named


@dataclass(frozen=True, slots=True)
class ReadSearch:
    """A search as read, and the unknown keys met on the way (one line each)."""

    search: Search
    warnings: tuple[str, ...] = ()


def read_search(text: str, *, name: str) -> ReadSearch:
    """Given a search file's text (YAML or its JSON twin) and name, return it read.

    Raise SearchFileError, with the line, for anything it cannot mean.
    """
    setting = Setting(name=name)
    try:
        search = _search(load(text, name=name), setting)
    except Wrong as wrong:
        raise SearchFileError(name, wrong.line, wrong.message, hint=wrong.hint) from None
    if setting.more:
        setting.warnings.append(f"{name}: {setting.more:,} more unknown keys, ignored")
    return ReadSearch(search, tuple(setting.warnings))


def _search(keys: Keys, setting: Setting) -> Search:
    _check_format(keys)
    values, extra = read_fields(SEARCH, keys, setting)
    candidate = _candidate(keys, setting)
    people = _section(keys, "people")
    opportunities = _section(keys, "opportunities")
    setting.people, setting.opportunities = people.keys(), opportunities.keys()
    return Search(
        candidate=candidate,
        people={id: _person(id, people, setting) for id in people},
        opportunities=tuple(
            _opportunity(id, opportunities, setting, candidate) for id in opportunities
        ),
        extra=extra,
        **values,
    )


def _check_format(keys: Keys) -> None:
    if "heardback" not in keys:
        hint = f"Add the line heardback: {FORMAT}"
        raise Wrong("heardback, the number of the format, is missing.", hint=hint, line=keys.line)
    found = keys["heardback"]
    if found == FORMAT and not isinstance(found, bool):
        return
    line = keys.line_of("heardback")
    if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
        message = f"this file is of format {found}, and this program reads format {FORMAT}."
        raise Wrong(message, hint="A newer HeardBack reads it.", line=line)
    raise Wrong(f"heardback should be {FORMAT}, not {shown(found)}.", line=line)


def _section(keys: Keys, key: str) -> Keys:
    try:
        return keys_of(keys.get(key))
    except Wrong as wrong:
        raise wrong.inside(key, line=keys.line_of(key)) from None


def _candidate(keys: Keys, setting: Setting) -> Candidate:
    section = _section(keys, "candidate")
    try:
        values, extra = read_fields(CANDIDATE, section, setting)
    except Wrong as wrong:
        raise wrong.inside("candidate:") from None
    return Candidate(**{"name": "", **values}, extra=extra)


def _person(id: str, people: Keys, setting: Setting) -> Person:
    line = people.line_of(id)
    try:
        values, extra = read_fields(PERSON_MET, keys_of(people[id]), setting)
        return Person(id=check_id(id), **values, extra=extra)
    except Wrong as wrong:
        raise wrong.inside(f"person {shown(id)}:", line=line) from None


def _opportunity(id: str, all: Keys, setting: Setting, candidate: Candidate) -> Opportunity:
    line = all.line_of(id)
    try:
        check_id(id)
        keys = keys_of(all[id])
        values, extra = read_fields(OPPORTUNITY, keys, setting)
        setting.zone = zone_named(values.get("timezone") or candidate.timezone)
        events = _events(keys, setting)
    except Wrong as wrong:
        raise wrong.inside(f"opportunity {shown(id)}:", line=line) from None
    return Opportunity(id=id, events=events, extra=extra, **values)


def _events(keys: Keys, setting: Setting) -> tuple[Event, ...]:
    raw = keys.get("events")
    listed = values_of(raw)
    if raw is not None and raw is not listed:
        message = f"events should be a list, not {shown(raw)}."
        raise Wrong(message, hint="Start each event with a dash.", line=keys.line_of("events"))
    read: list[Event] = []
    for place, each in enumerate(listed):
        line = listed.line_of(place)
        try:
            read.append(read_event(keys_of(each), setting, place=place, ref=place))
        except Wrong as wrong:
            raise wrong.inside(f"event {place}:", line=line) from None
    for event in read:
        _check_number(event, read, listed)
    return tuple(read)


def _check_number(event: Event, events: Sequence[Event], listed: Sequence[object]) -> None:
    """Raise Wrong where `replaces` or `in` names no event of the right sort."""
    happened = event.happened
    wanted: type
    if isinstance(happened, Interview):
        key, number, wanted, what = "replaces", happened.replaces, Interview, "interview"
    elif isinstance(happened, MistakeSent):
        key, number, wanted, what = "in", happened.in_, Sent, "sent message"
    else:
        return
    if number is None:
        return
    line = keys_of(listed[event.place]).line_of(key)
    head = f"event {event.place}: {key}: {number}"
    hint = "Events count from 0."
    if number >= len(events) or not isinstance(events[number].happened, wanted):
        fit = [str(e.place) for e in events if isinstance(e.happened, wanted) and e is not event]
        hint += f" It may be {', '.join(fit[:20])}." if fit else ""
        raise Wrong(f"{head} is no {what} of this opportunity.", hint=hint, line=line)
    if _circles(event, events):
        raise Wrong(f"{head} leads back to this event.", hint=hint, line=line)


def _circles(event: Event, events: Sequence[Event]) -> bool:
    seen = {event.place}
    at: Event | None = event
    while at is not None and isinstance(at.happened, Interview):
        number = at.happened.replaces
        if number is None or number >= len(events):
            return False
        if number in seen:
            return True
        seen.add(number)
        at = events[number]
    return False
