"""How a letter is to sound: its register, its variant, and how two people write to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from heardback.model.draft import Register
from heardback.model.people import Habits


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one person and the candidate address each other, read from their own messages.

    `signs`: the name they sign with; `greets`: the candidate's word before their name; `sign_off`:
    the candidate's line before the own name. None: not seen.
    """

    signs: str | None = None
    greets: str | None = None
    sign_off: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What is asked of one draft: a register (None: what suits the reader), and which variant.

    `habits` are the candidate's, `manners` those between the candidate and each person, by id.
    """

    register: Register | None = None
    variant: int = 1
    habits: Habits = field(default_factory=Habits)
    manners: Mapping[str, Manner] = field(default_factory=dict)
