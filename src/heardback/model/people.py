"""The candidate, the people met, and the part each plays in an opportunity."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from heardback.model.draft import Register

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
HABIT_NAMES = ("greeting", "sign_off", "contractions")
PERSON_ROLES: tuple[str, ...] = get_args(PersonRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentEmployer:
    """Where the candidate works now: never written from, never named in a draft."""

    name: str
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Something the candidate can do, the proof of it, and where it was read (None: told)."""

    what: str
    evidence: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How the candidate writes; None: not said. `off` are habits not to be learned from mail."""

    greeting: str | None = None
    sign_off: str | None = None
    contractions: bool | None = None
    register: Register | None = None
    off: tuple[str, ...] = ()


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
    strengths: tuple[Strength, ...] = ()
    habits: Habits | None = None
    extra: dict[str, object] = field(default_factory=dict, compare=False)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address the candidate writes from, the main one first, without repetition."""
        first = (self.email,) if self.email else ()
        return tuple(dict.fromkeys(first + self.emails))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody met or written to. `id` is the short key the search file uses ("priya").

    `signs` is the name they sign with to the candidate ("Priya"), where they have written;
    `pronouns` what they go by ("she/her"), where they have said so.
    """

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
    signs: str | None = None
    pronouns: str | None = None
    extra: dict[str, object] = field(default_factory=dict, compare=False)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every known address, the main one first, without repetition."""
        first = (self.email,) if self.email else ()
        return tuple(dict.fromkeys(first + self.emails))
