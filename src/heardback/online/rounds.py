"""What every round of `watch` does after reading: letters, reminders, the calendar of our own.

Each is looked at only when it can have changed, so that a round in which nothing happens costs a
look at the clock and one at the outbox.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from heardback import bootstrap
from heardback.config import Settings
from heardback.model.delivery import IN_HAND, Standing
from heardback.online.deliver import Wish, deliver_opened
from heardback.online.feed import keep_calendars
from heardback.online.remind import remind, ways_of
from heardback.ports import Ports
from heardback.service.agenda import agenda
from heardback.service.outbox import all_standings, is_urgent
from heardback.service.outbox_view import discreetly, told_in_words

if TYPE_CHECKING:
    from heardback.adapters.secrets.places import SecretPlaces

SELDOM = timedelta(minutes=10)
"""Drafts in the mailbox are looked at so often, or at once when mail has come."""


@dataclass(slots=True, kw_only=True)
class Rounds:
    """What the rounds remember of each other."""

    chosen: Settings
    places: "SecretPlaces"
    tell: Callable[[str], None]
    discreet: bool = False
    _tended: datetime | None = None
    _planned: datetime | None = field(default=None)
    _looked: datetime | None = None

    def round(self, moved: Sequence[str]) -> None:
        """Let leave what is due, then remind, then bring the calendar up to date."""
        with bootstrap.ports(self.chosen) as opened:
            now = opened.clock.now()
            self._letters(opened, now, moved=bool(moved))
            self._reminders(opened, now)

    def _letters(self, opened: Ports, now: datetime, *, moved: bool) -> None:
        standings = all_standings(opened)
        urgent = any(is_urgent(each, now) for each in standings)
        kept = any(_is_kept(each) for each in standings)
        seldom = self._tended is None or not timedelta(0) <= now - self._tended < SELDOM
        if not urgent and not (kept and (moved or seldom)):
            return
        self._tended = now
        shown = discreetly if self.discreet else told_in_words
        wish = Wish(read_first=False)  # it was read a moment ago, and is again for each letter
        for standing in deliver_opened(opened, self.chosen, self.places, wish=wish):
            self.tell(shown(standing))

    def _reminders(self, opened: Ports, now: datetime) -> None:
        """Look whether to remind when the plan has changed, and now and then by the clock."""
        made = opened.store.agenda()
        changed = made is None or now >= made.good_until or made.made_at != self._planned
        seldom = self._looked is None or not timedelta(0) <= now - self._looked < SELDOM
        if not changed and not seldom:
            return
        self._looked = now
        if changed:
            agenda(opened)
            kept = opened.store.agenda()
            self._planned = kept.made_at if kept else None
        for line in remind(opened, ways_of(self.chosen, self.places), tell=self._fault):
            self.tell("reminded" if self.discreet else f"reminded: {line}")
        if changed:
            for done in keep_calendars(opened, self.places):
                if done.put or done.removed:
                    self.tell(f"calendar: {done.put} entries put, {done.removed} taken out")

    def _fault(self, text: str) -> None:
        self.tell("a reminder did not get through" if self.discreet else text)


def _is_kept(standing: Standing) -> bool:
    """Return whether a letter lies somewhere where the candidate can do something with it."""
    waits = standing.kind == "withdrawn" and bool(standing.place) and not standing.last.place
    return standing.kind in IN_HAND or waits
