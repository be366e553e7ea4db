"""Plan a search: what to do at a moment, what to leave in peace until when, and why."""

from collections.abc import Mapping
from datetime import datetime

from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.plan import Plan
from heardback.model.search import Search
from heardback.playbook.decide import decide
from heardback.service.collector import collector_paused
from heardback.service.plan_view import View, plan_view


def plan_search(
    search: Search,
    *,
    at: datetime,
    until: datetime | None = None,
    dismissed: frozenset[str] = frozenset(),
    snoozed: Mapping[str, datetime] | None = None,
) -> View:
    """Given a search and a moment, return its plan in the contract's shape."""
    with collector_paused():
        plan = decide(
            search,
            at=at,
            until=until,
            words=ENGLISH_TIMEFRAMES,
            dismissed=dismissed,
            snoozed=snoozed,
        )
        return plan_view(plan, search=search)


def plan_of(search: Search, *, at: datetime) -> Plan:
    """Given a search and a moment, return its plan with the default horizon."""
    return decide(search, at=at, words=ENGLISH_TIMEFRAMES)
