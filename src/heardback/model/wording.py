"""How one language calls days, hours, follow-ups and stages on a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceWords:
    """The words of a face; `titles` have a place `{to}` for the readers' names."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    today: str
    tomorrow: str
    yesterday: str
    titles: Mapping[str, str]
    nobody: str
    channels: Mapping[str, str]
    stages: Mapping[str, str]
    closed: Mapping[str, str]
    debts: Mapping[str, str]  # who owes an answer: employer, candidate; promised
    what: Mapping[str, str]
    headings: Mapping[str, str]

    def day(self, on: date, *, today: date) -> str:
        """Given a day, return it as said today: today, tomorrow, Fri 16 May, Fri 2 Jan 2026."""
        near = {0: self.today, 1: self.tomorrow, -1: self.yesterday}.get((on - today).days)
        if near:
            return near
        shown = f"{self.weekdays[on.weekday()][:3]} {on.day} {self.months[on.month - 1][:3]}"
        far = abs((on - today).days) > 300
        return f"{shown} {on.year}" if far else shown

    def plain_day(self, on: date, *, today: date) -> str:
        """Given a day, return it as prose has it: 3 March, and the year where it is another."""
        year = f" {on.year}" if on.year != today.year else ""
        return f"{on.day} {self.months[on.month - 1]}{year}"

    def owed(
        self,
        by: str,
        *,
        employer: str,
        person: str,
        since: date,
        promised: date | None,
        today: date,
    ) -> str:
        """Given who owes an answer since when, return it as a sentence without its full stop."""
        told = self.debts[by].format(
            employer=employer, person=person, since=self.plain_day(since, today=today)
        )
        if promised is None:
            return told
        return told + self.debts["promised"].format(day=self.plain_day(promised, today=today))

    def long_day(self, on: date) -> str:
        """Given a day, return it in full: Wednesday 14 May 2025."""
        weekday, month = self.weekdays[on.weekday()], self.months[on.month - 1]
        return f"{weekday} {on.day} {month} {on.year}"

    def moment(self, at: datetime, *, today: date) -> str:
        """Given a moment (already in the zone to be shown), return its day and hour."""
        return f"{self.day(at.date(), today=today)} {at:%H:%M}"
