"""The shape of a table of fields, and the one reader and writer of every such table."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import UTC, tzinfo
from typing import Any, Protocol

from heardback.model.moment import Moment
from heardback.searchfile.values import Keys, Wrong, did_you_mean, plain, shown

MAX_WARNINGS = 100
_RENAMED = {"from": "from_", "with": "with_", "for": "for_", "in": "in_"}


@dataclass(slots=True)
class Setting:
    """What a value is read or written in: the file, the zone, who and what may be named.

    `people` and `opportunities` None: any name goes. `start` is the moment of the event at hand.
    `strict`: an unknown key is refused, where it else is a warning.
    """

    name: str = "search"
    zone: tzinfo | None = None
    people: Collection[str] | None = None
    opportunities: Collection[str] | None = None
    start: Moment | None = None
    strict: bool = False
    warnings: list[str] = field(default_factory=list)
    more: int = 0

    @property
    def clock(self) -> tzinfo:
        """The zone of a moment without an offset."""
        return self.zone or UTC

    def unknown(self, key: str, known: Iterable[str], *, line: int | None) -> None:
        """Given a key that no table has, warn of it; raise Wrong where that is strict."""
        if len(self.warnings) >= MAX_WARNINGS:
            self.more += 1
            return
        hint = did_you_mean(key, known)
        if self.strict:
            raise Wrong(f"the key {shown(key)} is unknown.", hint=hint, line=line)
        place = self.name if line is None else f"{self.name}:{line}"
        hint = f" ({hint[0].lower()}{hint[1:]})" if hint else ""
        self.warnings.append(f"{place}: unknown key {shown(key)}, ignored{hint}")


class Form(Protocol):
    """How one kind of value is written: read, write and describe it."""

    def read(self, value: object, setting: Setting, /) -> object:
        """Given the written value, return the typed one; raise Wrong."""

    def write(self, value: Any, _setting: Setting, /) -> object:
        """Given the typed value, return it as JSON has it."""
        return value

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of the written value."""

    def unknown(self, _value: object, /) -> dict[str, object]:
        """Given the written value, return the keys in it that no table has."""
        return {}


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its name in the file, the form of its value, what it means, whether it must be."""

    key: str
    form: Form
    meaning: str = ""
    required: bool = False

    @property
    def attribute(self) -> str:
        """The name of the model's field: the key, with an underscore where Python needs one."""
        return _RENAMED.get(self.key, self.key)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The fields of one section or event, in the contract's order. `makes` is the model's class.

    `besides` are keys of the same mapping that are read elsewhere; `usual` are the defaults.
    """

    fields: tuple[Field, ...]
    makes: type[Any] | None = None
    besides: tuple[str, ...] = ()
    meaning: str = ""
    by_key: Mapping[str, Field] = field(init=False, repr=False)
    required: tuple[str, ...] = field(init=False, repr=False)
    usual: Mapping[str, object] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the fields by key, and the model's defaults by name."""
        object.__setattr__(self, "by_key", {f.key: f for f in self.fields})
        object.__setattr__(self, "required", tuple(f.key for f in self.fields if f.required))
        object.__setattr__(self, "usual", _defaults(self.makes))


def read_fields(
    table: Table, keys: Keys, setting: Setting
) -> tuple[dict[str, Any], dict[str, object]]:
    """Given a mapping, return the typed values by the model's names, and the keys left over."""
    values: dict[str, Any] = {}
    extra: dict[str, object] = {}
    for key, raw in keys.items():
        known = table.by_key.get(key)
        if known is None:
            if key not in table.besides:
                setting.unknown(key, (*table.by_key, *table.besides), line=keys.line_of(key))
                extra[key] = plain(raw)
        elif raw is not None:
            values[known.attribute] = read_field(known, raw, keys, setting)
            if inner := known.form.unknown(raw):
                extra[key] = inner
    for key in table.required:
        if keys.get(key) is None:
            hint = f"Add {key}: {table.by_key[key].meaning}."
            raise Wrong(f"{key} is missing.", hint=hint, line=keys.line)
    return values, extra


def read_field(known: Field, raw: object, keys: Keys, setting: Setting) -> object:
    """Given a field and its written value, return the typed one; raise Wrong with key and line."""
    try:
        return known.form.read(raw, setting)
    except Wrong as wrong:
        raise wrong.inside(known.key, line=keys.line_of(known.key)) from None


def write_fields(
    table: Table, owner: object, setting: Setting, *, extra: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Given a model object, return its keys: in the table's order, only what is not the default."""
    keys: dict[str, object] = {}
    for known in table.fields:
        value = getattr(owner, known.attribute)
        if value is None or (
            not known.required and value == table.usual.get(known.attribute, MISSING)
        ):
            continue
        keys[known.key] = known.form.write(value, setting)
    return with_extra(keys, extra or {})


def with_extra(keys: dict[str, object], extra: Mapping[str, object]) -> dict[str, object]:
    """Given keys and what else stood there, return them joined; what is known wins."""
    for key, value in extra.items():
        own = keys.get(key)
        if isinstance(own, dict) and isinstance(value, Mapping):
            keys[key] = own | {k: plain(v) for k, v in value.items() if k not in own}
        elif key not in keys:
            keys[key] = plain(value)
    return keys


def _defaults(model: type[Any] | None) -> dict[str, object]:
    found: dict[str, object] = {}
    for each in fields(model) if model is not None else ():
        if each.default is not MISSING:
            found[each.name] = each.default
        elif each.default_factory is not MISSING:
            make: Callable[[], object] = each.default_factory
            found[each.name] = make()
    return found


def schema_of(
    tables: Iterable[Table], *, more: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Given the tables of one mapping, return its JSON Schema."""
    properties: dict[str, object] = {}
    required: list[str] = []
    for table in tables:
        for known in table.fields:
            described = {"description": known.meaning} if known.meaning else {}
            properties[known.key] = known.form.schema() | described
            required += [known.key] * known.required
    schema: dict[str, object] = {"type": "object", "properties": properties | dict(more or {})}
    return schema | ({"required": required} if required else {})
