"""Forms that hold a table of their own: sections, preferences, roles by person."""

from dataclasses import dataclass
from typing import Any

from heardback.searchfile.fields import (
    Form,
    Setting,
    Table,
    read_fields,
    schema_of,
    write_fields,
)
from heardback.searchfile.forms import Person
from heardback.searchfile.values import Wrong, keys_of


def _left_over(table: Table, value: object) -> dict[str, object]:
    known = {*table.by_key, *table.besides}
    return {key: inner for key, inner in keys_of(value).items() if key not in known}


@dataclass(frozen=True, slots=True)
class Section(Form):
    """Keys that make one object of the model."""

    table: Table

    def read(self, value: object, setting: Setting, /) -> object:
        """Return the model's object."""
        assert self.table.makes is not None
        return self.table.makes(**read_fields(self.table, keys_of(value), setting)[0])

    def write(self, value: Any, setting: Setting, /) -> object:
        """Return its keys."""
        return write_fields(self.table, value, setting)

    def schema(self) -> dict[str, object]:
        """Return the schema of its keys."""
        return schema_of([self.table])

    def unknown(self, value: object, /) -> dict[str, object]:
        """Return the keys it does not have."""
        return _left_over(self.table, value)


@dataclass(frozen=True, slots=True)
class WordsOr(Form):
    """A section, or a text that stands for its first key."""

    section: Section
    key: str

    def read(self, value: object, setting: Setting, /) -> object:
        """Return the model's object."""
        if isinstance(value, str):
            value = {self.key: value}
        return self.section.read(value, setting)

    def write(self, value: Any, setting: Setting, /) -> object:
        """Return the text alone where there is nothing else."""
        keys = self.section.write(value, setting)
        assert isinstance(keys, dict)
        return keys[self.key] if len(keys) == 1 else keys

    def schema(self) -> dict[str, object]:
        """Return the schema of text or section."""
        return {"anyOf": [{"type": "string"}, self.section.schema()]}


@dataclass(frozen=True, slots=True)
class Preferred(Form):
    """Preferences by name: only those that are given."""

    table: Table

    def read(self, value: object, setting: Setting, /) -> dict[str, object]:
        """Return the typed values by name."""
        return read_fields(self.table, keys_of(value), setting)[0]

    def write(self, value: Any, setting: Setting, /) -> dict[str, object]:
        """Return the values by name, in the table's order."""
        by_key = self.table.by_key
        return {key: by_key[key].form.write(value[key], setting) for key in by_key if key in value}

    def schema(self) -> dict[str, object]:
        """Return the schema of all preferences."""
        return {**schema_of([self.table]), "type": ["object", "null"]}

    def unknown(self, value: object, /) -> dict[str, object]:
        """Return the names that are no preference."""
        return _left_over(self.table, value)


@dataclass(frozen=True, slots=True)
class ById(Form):
    """A value for each of some people."""

    of: Form

    def read(self, value: object, setting: Setting, /) -> dict[str, object]:
        """Return the values by person; raise Wrong for unknown people."""
        keys = keys_of(value)
        found = {}
        for id, raw in keys.items():
            try:
                found[Person().read(id, setting)] = self.of.read(raw, setting)
            except Wrong as wrong:
                line = keys.line_of(id)
                if setting.people is None or id in setting.people:
                    raise wrong.inside(f"{id}:", line=line) from None
                raise Wrong(wrong.message, hint=wrong.hint, line=line) from None
        return found

    def write(self, value: Any, setting: Setting, /) -> dict[str, object]:
        """Return the values by person."""
        return {id: self.of.write(each, setting) for id, each in value.items()}

    def schema(self) -> dict[str, object]:
        """Return the schema of the mapping."""
        return {"type": ["object", "null"], "additionalProperties": self.of.schema()}
