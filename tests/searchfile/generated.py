"""Searches of every shape, generated from the table of fields itself."""

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from heardback.model import events as ev
from heardback.model.moment import Moment
from heardback.model.people import Candidate, Person
from heardback.model.preferences import Preferences
from heardback.model.search import Opportunity, Search
from heardback.searchfile import forms, parts, preferences
from heardback.searchfile.fields import Field, Form, Table
from heardback.searchfile.tables import CANDIDATE, EVENTS, OPPORTUNITY, PERSON_MET

IDS = ("priya", "no", "1", "a.b-c", "über_42", "null")
OPPORTUNITIES = ("north", "15", "yes")
ZONES = ("America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo", "UTC")
TRICKY = (
    "no·NO·off·yes·null·~·true·15:00·2025-03-04·1_000·0o7·0x1f·.5·1e3·.inf·<<·· · a ·a: b·a #b·- a"
    "·[a]·{a}·'·\"·\\·a\nb\n·\t·é·don't·!a·&a·*a·%a·@a·`a·|·>·?·-·---·...·\x85·\x7f·\u2028·\ufeff"
    "·\U0001f600·\uffff·a\r\nb·C:\\new·a,b·=·\xa0".split("·")
)
TEXTS = (
    st.sampled_from(TRICKY)
    | st.just("x" * 300)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
)
KEYS = TEXTS.filter(lambda text: len(text) <= 200)
FILLED = TEXTS.filter(lambda text: bool(text.strip()))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | TEXTS
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
DAYS = st.dates(date(1971, 1, 1), date(2199, 1, 1))


@st.composite
def moments(draw: st.DrawFn, zone: str) -> Moment:
    """Return a day or a moment, with or without words of its own, in this zone or another."""
    from heardback.searchfile.moments import read_moment

    own = ZoneInfo(draw(st.sampled_from((zone, zone, *ZONES))))
    if draw(st.booleans()):
        return read_moment(draw(DAYS).isoformat(), zone=ZoneInfo(zone))
    at = datetime.combine(draw(DAYS), draw(st.times()))
    at = at.replace(microsecond=draw(st.sampled_from((0, at.microsecond))))
    if draw(st.booleans()):
        at = at.replace(second=0, microsecond=0)
    instant = at.replace(tzinfo=own, fold=draw(st.integers(0, 1))).astimezone(UTC)
    written = instant.astimezone(own).isoformat()
    if draw(st.booleans()):
        return read_moment(written, zone=ZoneInfo(zone))
    moment = read_moment(written, zone=ZoneInfo(zone))
    return Moment(moment.at)


def values(form: Form, zone: str) -> st.SearchStrategy[Any]:
    """Return the typed values of a form."""
    simple: dict[type, st.SearchStrategy[Any]] = {
        forms.Text: FILLED if getattr(form, "filled", False) else TEXTS,
        forms.Flag: st.booleans(),
        forms.Day: DAYS,
        forms.DayOrMoment: moments(zone),
        forms.Zone: st.sampled_from(ZONES),
        forms.Country: st.sampled_from(("US", "NO", "DE-BY", "US-TX")),
        forms.Person: st.sampled_from((*IDS, *getattr(form, "words", ()))),
        forms.OpportunityId: st.sampled_from(OPPORTUNITIES),
        forms.Free: st.dictionaries(KEYS, JSON, max_size=3),
        preferences.Window: st.just(("08:00", "10:30")),
        preferences.WordCounts: st.just((50, 90)),
    }
    if type(form) in simple:
        return simple[type(form)]
    if isinstance(form, forms.Number):
        least, most = form.least, form.most if form.most is not None else 10**6
        if form.whole:
            return st.integers(int(least), int(most))
        return st.floats(least, most)
    if isinstance(form, forms.Choice):
        return st.sampled_from(form.words)
    if isinstance(form, forms.Many):
        return st.lists(values(form.of, zone), max_size=3).map(tuple)
    if isinstance(form, forms.Pattern):
        return st.sampled_from(
            ("a@b.example",) if form is forms.ADDRESS else ("user", "message:<a@b>", "calendar:x y")
        )
    if isinstance(form, parts.WordsOr):
        return objects(form.section.table, zone)
    if isinstance(form, parts.Section):
        return objects(form.table, zone)
    if isinstance(form, parts.ById):
        return st.dictionaries(st.sampled_from(IDS), values(form.of, zone), max_size=3)
    assert isinstance(form, parts.Preferred)
    given = {f.key: values(f.form, zone) for f in form.table.fields}
    return st.fixed_dictionaries({}, optional=given)


def attributes(
    table: Table, zone: str, *, without: tuple[str, ...] = ()
) -> st.SearchStrategy[dict[str, Any]]:
    """Return the values of some of a table's fields, of the required ones always."""
    wanted: list[Field] = [f for f in table.fields if f.key not in without]
    return st.fixed_dictionaries(
        {f.attribute: values(f.form, zone) for f in wanted if f.required},
        optional={f.attribute: values(f.form, zone) for f in wanted if not f.required},
    )


def objects(table: Table, zone: str) -> st.SearchStrategy[Any]:
    """Return objects of the model that a table makes."""
    makes = table.makes
    assert makes is not None
    return attributes(table, zone).map(lambda found: makes(**found))


def extras(known: set[str]) -> st.SearchStrategy[dict[str, object]]:
    """Return keys that no table has."""
    keys = st.sampled_from([*TRICKY, "nickname"]).filter(lambda key: key not in known)
    return st.dictionaries(keys, JSON, max_size=2)


@st.composite
def events(draw: st.DrawFn, what: str, zone: str, place: int) -> ev.Event:
    """Return an event of this name."""
    when = draw(moments(zone))
    found = draw(attributes(EVENTS[what], zone, without=("ends", "replaces", "in")))
    if what == "interview" and draw(st.booleans()):
        later = draw(moments(zone).filter(lambda moment: not moment.is_date))
        if later.at.astimezone(UTC) >= when.at.astimezone(UTC):
            found["ends"] = later
    if what == "promise" and not any(
        found.get(key) for key in ("said", "by", "earliest", "event", "firmness")
    ):
        found["by"] = date(2025, 3, 14)
    return ev.Event(
        when=when,
        place=place,
        ref=place,
        happened=ev.WHAT[what](**found),
        source=draw(st.none() | st.sampled_from(("user", "message:<a@b>"))),
        quote=draw(st.none() | TEXTS),
        note=draw(st.none() | TEXTS),
        extra=draw(extras({"when", "what"})),
    )


@st.composite
def opportunities(draw: st.DrawFn, id: str, zone: str, names: list[str]) -> Opportunity:
    """Return an opportunity with events of these names."""
    found = draw(attributes(OPPORTUNITY, zone))
    own = found.get("timezone") or zone
    read = [draw(events(what, own, place)) for place, what in enumerate(names)]
    return Opportunity(id=id, events=tuple(read), extra=draw(extras({"events"})), **found)


@st.composite
def searches(draw: st.DrawFn) -> Search:
    """Return a search in which each sort of event may occur."""
    candidate = draw(attributes(CANDIDATE, "UTC"))
    zone = candidate.get("timezone", "UTC")
    preferred = {f.name: values(PREFERRED[f.name], zone) for f in fields(Preferences)}
    names = st.lists(st.sampled_from(list(EVENTS)), max_size=4)
    return Search(
        candidate=Candidate(**{"name": "", **candidate}, extra=draw(extras(set()))),
        preferences=draw(st.fixed_dictionaries({}, optional=cast(Any, preferred))),
        people={
            id: Person(id=id, extra=draw(extras(set())), **draw(attributes(PERSON_MET, zone)))
            for id in IDS
        },
        opportunities=tuple(draw(opportunities(id, zone, draw(names))) for id in OPPORTUNITIES),
        extra=draw(extras({"heardback"})),
    )


PREFERRED = {key: field.form for key, field in preferences.PREFERENCES.by_key.items()}
