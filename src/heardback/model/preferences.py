"""What the candidate may decide otherwise than the playbook: every preference and its default."""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The playbook's table (b) with the defaults of the contract, section 7.

    Whole business days unless said; `note_delay` is hours, `feedback_timing` days, `reapproach`
    months, `send_window` two local times "HH:MM" (None: notes 08:00, check-ins 09:00).
    """

    grace: int = 1
    grace_vague: int = 3
    no_timeframe: int = 5
    no_timeframe_final: int = 7
    second_gap: int = 5
    max_checkins: int = 2
    assumed_window: int = 3
    extension_days: int = 5
    note_delay: float = 0.5
    note_words: tuple[int, int] = (60, 180)
    call_policy: Literal["never", "last", "either"] = "last"
    weekend_send: Literal["avoid", "friday", "any"] = "avoid"
    panel_mode: Literal["each", "group", "lead"] = "each"
    note_channel: Literal["email", "card", "both"] = "email"
    screen_note: Literal["off", "manager", "always"] = "manager"
    thank_coordinator: bool = True
    early_headsup: bool = False
    repair_answer: Literal["never", "ask", "yes"] = "ask"
    linkedin_connect: Literal["after_process", "after_a_day"] = "after_process"
    tell_A_why: Literal["none", "process", "full"] = "process"  # noqa: N815 - the contract's name
    b_channel: Literal["call", "email"] = "call"
    withdraw_after: Literal["accepted", "cleared"] = "accepted"
    pay_talk: Literal["final", "second", "first"] = "final"
    agency_note: Literal["through", "cc", "direct", "none"] = "through"
    feedback_timing: int = 0
    reapproach: int = 6
    holiday_stretch: Literal["off", "year_end", "summer"] = "year_end"
    send_window: tuple[str, str] | None = None
    reply_sla: int = 1
    sector: Literal["corporate", "academia", "government", "hourly"] = "corporate"
    quiet_days: bool = True

    def with_(self, **changes: Any) -> "Preferences":
        """Given preferences by name, return a copy with them changed."""
        return replace(self, **changes)

    @property
    def changed(self) -> dict[str, object]:
        """The preferences that differ from the playbook's default, by name, in table order."""
        return {
            f.name: getattr(self, f.name)
            for f in fields(self)
            if getattr(self, f.name) != f.default
        }


DEFAULTS = Preferences()
