"""One event from its keys, and back: for the search file, the store and the command line."""

from collections.abc import Collection, Mapping
from datetime import tzinfo

from heardback.errors import UsageError
from heardback.model.events import Event, Promise
from heardback.model.moment import Moment
from heardback.searchfile.fields import (
    Setting,
    read_field,
    read_fields,
    with_extra,
    write_fields,
)
from heardback.searchfile.tables import EVENT_KEYS, EVENTS, GROUNDS, WHEN
from heardback.searchfile.values import Keys, Wrong, did_you_mean, shown
from heardback.timeframe.business import zone as zone_named

_GROUNDS = tuple(field.key for field in GROUNDS)
_PROMISED = ("said", "by", "earliest", "event", "firmness", "quote")


def read_event(keys: Keys, setting: Setting, *, place: int, ref: int | str) -> Event:
    """Given an event's keys in a setting, return the event; raise Wrong."""
    what = _what(keys)
    if keys.get("when") is None:
        hint = "Add its day, such as when: 2025-03-14."
        raise Wrong(f"when is missing ({what}).", hint=hint, line=keys.line)
    when = read_field(WHEN, keys["when"], keys, setting)
    assert isinstance(when, Moment)
    setting.start = when
    table = EVENT_KEYS[what]
    values, extra = read_fields(table, keys, setting)
    grounds = {key: values.pop(key) for key in _GROUNDS if key in values}
    assert table.makes is not None
    happened = table.makes(**values)
    if isinstance(happened, Promise) and not any(keys.get(key) for key in _PROMISED):
        hint = "Add said: and their words, or by: and the day."
        raise Wrong("a promise needs its words or its day.", hint=hint, line=keys.line)
    return Event(when=when, place=place, happened=happened, ref=ref, extra=extra, **grounds)


def _what(keys: Keys) -> str:
    what = keys.get("what")
    if what is None:
        hint = "Say what happened, such as what: interview."
        raise Wrong("what is missing.", hint=hint, line=keys.line)
    if isinstance(what, str) and what in EVENTS:
        return what
    otherwise = f"It is one of {', '.join(EVENTS)}."
    hint = did_you_mean(what, EVENTS, otherwise=otherwise) if isinstance(what, str) else otherwise
    raise Wrong(f"what: {shown(what)} is unknown.", hint=hint, line=keys.line_of("what"))


def write_event(event: Event, setting: Setting) -> dict[str, object]:
    """Given an event in a setting, return its keys in the contract's order."""
    setting.start = event.when
    keys: dict[str, object] = {"when": WHEN.form.write(event.when, setting), "what": event.what}
    keys |= write_fields(EVENTS[event.what], event.happened, setting)
    for field in GROUNDS:
        if (value := getattr(event, field.attribute)) is not None:
            keys[field.key] = field.form.write(value, setting)
    return with_extra(keys, event.extra)


def event_from_keys(
    keys: Mapping[str, object],
    *,
    place: int,
    zone: tzinfo | str,
    people_ids: Collection[str] | None,
    opportunity_ids: Collection[str] | None,
    ref: int | str | None = None,
    name: str = "event",
    strict: bool = False,
) -> Event:
    """Given an event's keys with JSON values, return the event; raise UsageError.

    A moment without an offset is in `zone`. Ids None: any person or opportunity may be named.
    `ref` is how evidence cites it (its place, where not given). An unknown key stands in `extra`,
    or is refused where `strict`. Where `replaces` and `in` point is for the caller to check.
    """
    setting = Setting(
        name=name,
        zone=zone_named(zone) if isinstance(zone, str) else zone,
        people=people_ids,
        opportunities=opportunity_ids,
        strict=strict,
    )
    try:
        return read_event(Keys(keys), setting, place=place, ref=place if ref is None else ref)
    except Wrong as wrong:
        raise UsageError(f"{name}: {wrong.message}", hint=wrong.hint) from None


def event_to_keys(event: Event, *, zone: tzinfo | str | None = None) -> dict[str, object]:
    """Given an event, return its keys with JSON values, in the contract's order.

    `zone` is the one its reader will assume; without it, a moment keeps its words where they say
    the same in its own zone, and else gets its offset.
    """
    frame = zone_named(zone) if isinstance(zone, str) else zone
    return write_event(event, Setting(zone=frame))
