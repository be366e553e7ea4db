"""What the playbook's rules and preferences are called and where they come from, for people."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher that gives the advice, and where; no address for the seed."""

    publisher: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """One rule of the playbook's table (a), in words."""

    id: str
    title: str
    default: str
    band: str
    channel: str = ""
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Camp:
    """One of the camps that advisers fall into, and who is in it."""

    says: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceWords:
    """One preference of the playbook's table (b), in words; `rules` are those that it bends."""

    name: str
    does: str
    camps: tuple[Camp, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Several preferences at once, for a kind of work or of candidate."""

    name: str
    does: str
    sets: Mapping[str, object]
