"""A moment in somebody's search: an instant, or a day that was written as a date alone."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """An aware instant; `is_date` says that only the day was given (it then counts from 00:00).

    `text` is the form as the person wrote it, kept so that a search file round-trips; it takes no
    part in comparisons.
    """

    at: datetime
    is_date: bool = False
    text: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Refuse a naive instant: civil times are resolved where the zone is known."""
        if self.at.tzinfo is None:
            raise ValueError("a Moment needs a time zone")

    @property
    def on(self) -> date:
        """The civil day in the zone the moment was given in."""
        return self.at.date()
