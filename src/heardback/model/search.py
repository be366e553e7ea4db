"""One candidate's whole search: the opportunities, the people, and what the candidate prefers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from heardback.model.events import Event
from heardback.model.people import Candidate, Person, PersonRole

Route = Literal["direct", "agency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One role at one employer, from first contact to end.

    `people` maps a person's id to the part played; `preferences` overrides the candidate's own
    for this opportunity only. `timezone`/`country` None mean the candidate's. `addresses` are what
    a store keeps it under: unlike the readable id, none of them ever goes away. Of a `private` one
    nothing goes to a language model.
    """

    id: str
    employer: str
    role: str | None = None
    timezone: str | None = None
    country: str | None = None
    route: Route = "direct"
    people: Mapping[str, PersonRole] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    preferences: Mapping[str, object] = field(default_factory=dict)
    private: bool = False
    extra: dict[str, object] = field(default_factory=dict, compare=False)
    addresses: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The portable form of the three truths: what was received, said and done."""

    candidate: Candidate
    preferences: Mapping[str, object] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    opportunities: tuple[Opportunity, ...] = ()
    extra: dict[str, object] = field(default_factory=dict, compare=False)

    def opportunity(self, id: str) -> Opportunity | None:
        """Given an opportunity's id, return it, or None."""
        return next((o for o in self.opportunities if o.id == id), None)
