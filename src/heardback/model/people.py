"""The candidate, the people met, and the part each plays in an opportunity."""

from dataclasses import dataclass, field
from typing import Literal, get_args

PersonRole = Literal[
    "hiring_manager",
    "interviewer",
    "coordinator",
    "recruiter",
    "agency_recruiter",
    "executive",
    "referrer",
    "other",
]
PERSON_ROLES: tuple[str, ...] = get_args(PersonRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentEmployer:
    """Where the candidate works now: never written from, never named in a draft."""

    name: str
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The person whose mail it is. `timezone` is an IANA name, `country` ISO 3166 (US, US-TX)."""

    name: str
    email: str | None = None
    emails: tuple[str, ...] = ()
    phone: str | None = None
    timezone: str = "UTC"
    country: str | None = None
    present_employer: PresentEmployer | None = None
    extra: dict[str, object] = field(default_factory=dict, compare=False)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address the candidate writes from, the main one first, without repetition."""
        first = (self.email,) if self.email else ()
        return tuple(dict.fromkeys(first + self.emails))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody met or written to. `id` is the short key the search file uses ("priya")."""

    id: str
    name: str
    email: str | None = None
    emails: tuple[str, ...] = ()
    title: str | None = None
    phone: str | None = None
    phone_given: bool = False
    linkedin: str | None = None
    employer: str | None = None
    timezone: str | None = None
    extra: dict[str, object] = field(default_factory=dict, compare=False)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every known address, the main one first, without repetition."""
        first = (self.email,) if self.email else ()
        return tuple(dict.fromkeys(first + self.emails))
