"""Searches thrown together at random, always the same ones: whatever can stand in a search file.

    python -m tests.playbook.made_up        # writes tests/scenarios/made_up_plans.txt anew

Nobody says what their plans should be: like `whole_plans.txt` the file was written by the program
and proves nothing by itself. It lets no plan change unseen where no scenario looks, and it is what
`benchmarks.mutants` compares with. Read the difference before you write it anew.
"""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from tests.playbook.scenarios import FOLDER, Case, plan_of
from tests.playbook.whole_plans import lines, parsed, written

KEPT = FOLDER / "made_up_plans.txt"
MANY = 700
FIRST, YEAR_END = date(2025, 2, 20), date(2025, 11, 20)
LONGEST = 45
ROLES = (
    *("hiring_manager", "interviewer", "coordinator", "recruiter", "agency_recruiter"),
    *("executive", "referrer", "other"),
)
SENDS = (
    *("thank_you", "ask_address", "check_in", "closing_message", "reply", "acknowledge_offer"),
    *("ask_extension", "tell_about_offer", "accept", "decline", "withdraw", "raise_point"),
    *("ask_question", "debrief_recruiter", "update_recruiter", "take_call", "reschedule"),
    *("fix_mistake", "answer_rejection", "keep_in_touch", "other"),
)
SAID = (
    "We hope to get back to everyone by the end of next week.",
    "You will hear from us by Friday.",
    "We will be in touch soon.",
    "It will probably be another week.",
    "If you have not heard by Tuesday, please e-mail me.",
    "We won't decide before the end of the month.",
    "Within two weeks.",
)
PREFERENCES: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(("grace", "grace_vague"), (0, 1, 2, 3)),
    **dict.fromkeys(("no_timeframe", "no_timeframe_final", "second_gap"), (4, 5, 8, 10)),
    **dict.fromkeys(("extension_days", "assumed_window"), (1, 2, 5)),
    "max_checkins": (1, 2, 3),
    "note_delay": (0, 0.5, 4, 20),
    "call_policy": ("never", "last", "either"),
    "weekend_send": ("avoid", "friday", "any"),
    "panel_mode": ("each", "group", "lead"),
    "note_channel": ("email", "card", "both"),
    "screen_note": ("off", "manager", "always"),
    "thank_coordinator": (True, False),
    "early_headsup": (True, False),
    "repair_answer": ("never", "ask", "yes"),
    "linkedin_connect": ("after_process", "after_a_day"),
    "tell_A_why": ("none", "process", "full"),
    "b_channel": ("call", "email"),
    "withdraw_after": ("accepted", "cleared"),
    "pay_talk": ("final", "second", "first"),
    "agency_note": ("through", "cc", "direct", "none"),
    "feedback_timing": (0, 1, 5),
    "reapproach": (3, 6, 12),
    "holiday_stretch": ("off", "year_end", "summer"),
    "reply_sla": (1, 2),
    "quiet_days": (True, False),
    "sector": ("corporate", "academia", "government", "hourly"),
}
ZONES = ("America/New_York", "Europe/London", "Asia/Kolkata", "America/Los_Angeles")
COUNTRIES = ("US", "US-TX", "GB", "DE-BY", "AE", "IN")
Dice = random.Random


class Making:
    """One opportunity in the making: who is there, and what has happened so far."""

    def __init__(self, dice: Dice, people: list[str], others: list[str]) -> None:
        self.dice, self.people, self.others = dice, people, others
        self.events: list[dict[str, Any]] = []

    def event(self, day: date) -> dict[str, Any]:
        """Return something that may happen on a day."""
        dice = self.dice
        names = [n for n, weight in WHAT.items() for _ in range(weight)]
        what = dice.choice(names)
        hour = dice.choice((8, 9, 11, 14, 15, 16, 17, 20))
        when = (
            day.isoformat() if dice.random() < 0.2 else f"{day}T{hour:02}:{dice.choice((0, 30)):02}"
        )
        keys = KEYS.get(what, _nothing)(self, day)
        return {"when": when, "what": what, **keys}

    def one(self) -> str:
        """Return somebody of this opportunity."""
        return self.dice.choice(self.people)

    def some(self) -> list[str]:
        """Return one to all of them."""
        return self.dice.sample(self.people, self.dice.randint(1, len(self.people)))

    def later(self, day: date, most: int = 14) -> str:
        """Return a day from this one on."""
        return (day + timedelta(days=self.dice.randint(0, most))).isoformat()

    def earlier(self, what: str) -> int | None:
        """Return the number of an event of that name, None where there is none."""
        found = [n for n, each in enumerate(self.events) if each["what"] == what]
        return self.dice.choice(found) if found else None


def _nothing(_making: Making, _day: date) -> dict[str, Any]:
    return {}


def _interview(making: Making, day: date) -> dict[str, Any]:
    dice = making.dice
    keys: dict[str, Any] = {"stage": dice.choice(("screen", "first", "later", "final"))}
    keys |= {"mode": dice.choice(("phone", "video", "onsite"))} if dice.random() < 0.7 else {}
    keys |= {"with": making.some()} if dice.random() < 0.8 else {}
    keys |= {"steps_left": dice.randint(0, 3)} if dice.random() < 0.5 else {}
    keys |= {"cancelled": True} if dice.random() < 0.08 else {}
    replaced = making.earlier("interview")
    return keys | ({"replaces": replaced} if replaced is not None and dice.random() < 0.15 else {})


def _debrief(making: Making, day: date) -> dict[str, Any]:
    dice = making.dice
    keys: dict[str, Any] = {"person": making.one()} if dice.random() < 0.7 else {}
    weak: list[Any] = [
        "my answer on testing",
        {"what": "the budget", "noticed": dice.random() < 0.5},
    ]
    choices: dict[str, Any] = {
        "topics": ["moving the nightly batch to streaming"],
        "missed": ["my on-call rota"],
        "mistakes": ["said five years; it was three"],
        "weak_answers": dice.sample(weak, dice.randint(1, 2)),
        "questions": ["How large is the team?"],
        "enthusiasm": dice.randint(1, 5),
    }
    return keys | {k: v for k, v in choices.items() if dice.random() < 0.4}


def _promise(making: Making, day: date) -> dict[str, Any]:
    dice = making.dice
    keys: dict[str, Any] = {"from": making.one()} if dice.random() < 0.8 else {}
    if dice.random() < 0.5:
        return keys | {"said": dice.choice(SAID)}
    by = making.later(day)
    keys |= {"by": by, "firmness": dice.choice(("firm", "window", "vague"))}
    keys |= {"invites": True} if dice.random() < 0.2 else {}
    return keys | {
        "about": dice.choice(("answer", "answer", "answer", "written_offer", "schedule"))
    }


def _no_contact(making: Making, day: date) -> dict[str, Any]:
    forbids = making.dice.choice(
        ("any", "calls", "mobile", "linkedin", "hiring_manager", making.one())
    )
    until = {"until": making.later(day, 30)} if making.dice.random() < 0.5 else {}
    return {"said": "Please do not.", "forbids": forbids, **until}


def _received(making: Making, day: date) -> dict[str, Any]:
    about = making.dice.choice(
        ("acknowledgement", "scheduling", "request", "still_deciding", "update", "thanks", "other")
    )
    keys: dict[str, Any] = {"from": making.one(), "channel": "email", "about": about}
    if about == "request":
        keys |= {"asks": "two references"}
        keys |= {"reply_by": making.later(day, 5)} if making.dice.random() < 0.5 else {}
    return keys


def _sent(making: Making, day: date) -> dict[str, Any]:
    dice = making.dice
    keys: dict[str, Any] = {"to": making.some(), "kind": dice.choice(SENDS)}
    keys |= {"channel": dice.choice(("email", "email", "call", "voicemail", "linkedin", "letter"))}
    keys |= {"answered": True} if keys["channel"] == "call" and dice.random() < 0.6 else {}
    return keys | ({"for": making.one()} if dice.random() < 0.1 else {})


def _offer(making: Making, day: date) -> dict[str, Any]:
    dice = making.dice
    keys: dict[str, Any] = {"from": making.one(), "channel": dice.choice(("email", "call"))}
    keys |= {"decide_by": making.later(day)} if dice.random() < 0.7 else {}
    return keys | {"written": dice.random() < 0.5, "conditional": dice.random() < 0.2}


KEYS: dict[str, Callable[[Making, date], dict[str, Any]]] = {
    "interview": _interview,
    "debrief": _debrief,
    "promise": _promise,
    "no_contact": _no_contact,
    "permission": lambda m, _: {
        "from": m.one(),
        "allows": m.dice.choice(("direct_note", "direct_contact", "calls")),
    },
    "away": lambda m, day: {"person": m.one(), "until": m.later(day)},
    "news": lambda m, _: {
        "about": m.dice.choice(("reposted", "advertised_elsewhere", "contact_left", "other"))
    },
    "received": _received,
    "sent": _sent,
    "offer": _offer,
    "deadline_moved": lambda m, day: {"decide_by": m.later(day, 20)},
    "preference": lambda m, _: {"rank": m.dice.randint(1, 3)},
    "hesitation": lambda m, _: {
        "about": m.dice.choice(("culture", "scope", "pay", "manager", "location", "other")),
        "serious": m.dice.random() < 0.5,
    },
    "decided_against": lambda m, _: {
        "reason": m.dice.choice(("accepted_other", "not_a_fit", "personal", "none"))
    },
    "review_asked": lambda m, _: {
        "of": "Ana",
        "kind": m.dice.choice(("thank_you", "check_in", "ask_extension")),
        **({"to": m.some()} if m.dice.random() < 0.6 else {}),
    },
    "concern": lambda _m, _d: {"said": "not enough streaming", "about": "experience"},
    "rejected": lambda m, _: {
        "automatic": m.dice.random() < 0.3,
        "runner_up": m.dice.random() < 0.3,
    },
    "on_hold": lambda m, day: {"until": m.later(day, 40)} if m.dice.random() < 0.5 else {},
    "call_requested": lambda m, _: {"from": m.one(), "channel": "email", "about": "your doubts"},
    "no_show": lambda m, _: {"by": m.dice.choice(("employer", "candidate"))},
    "bounced": lambda m, _: {"to": m.one()},
    "mistake_sent": lambda m, _: (
        {"in": place, "what_is_wrong": "the name"}
        if (place := m.earlier("sent")) is not None
        else {}
    ),
}
WHAT = {
    "interview": 10,
    "debrief": 5,
    "promise": 6,
    "received": 7,
    "sent": 12,
    "offer": 4,
    **dict.fromkeys(("applied", "references_checked", "no_contact", "permission", "away"), 1),
    **dict.fromkeys(("news", "deadline_moved", "accepted", "declined", "conditions_cleared"), 1),
    "review_asked": 2,
    **dict.fromkeys(("preference", "hesitation", "decided_for", "decided_against", "concern"), 2),
    **dict.fromkeys(("withdrew", "reapproach", "rejected", "on_hold", "filled", "bounced"), 1),
    **dict.fromkeys(("call_requested", "no_show", "mistake_sent"), 1),
}


def case(number: int) -> Case:
    """Return the made-up search of a number, the moment it is planned at, and nothing expected."""
    dice = Dice(number)
    people: dict[str, dict[str, Any]] = {}
    opportunities: dict[str, dict[str, Any]] = {}
    first = YEAR_END if number % 3 == 0 else FIRST
    firms = [f"firm{n}" for n in range(dice.choice((1, 1, 2, 3)))]
    for firm in firms:
        roles = dice.sample(ROLES, dice.randint(1, 4))
        here = {f"{firm}p{n}": role for n, role in enumerate(roles)}
        for id in here:
            person: dict[str, Any] = {"name": f"{id.capitalize()} Raman"}
            person |= {"email": f"{id}@{firm}.example"} if dice.random() < 0.85 else {}
            if dice.random() < 0.4:
                person |= {"phone": "+1 617 555 0111", "phone_given": dice.random() < 0.7}
            person |= {"linkedin": f"https://linkedin.example/{id}"} if dice.random() < 0.3 else {}
            person |= {"timezone": dice.choice(ZONES)} if dice.random() < 0.15 else {}
            people[id] = person
        making = Making(dice, list(here), [f for f in firms if f != firm])
        day = first
        for _ in range(dice.randint(2, 12)):
            day += timedelta(days=dice.choice((0, 0, 1, 1, 2, 3, 5, 8)))
            making.events.append(making.event(day))
        opportunities[firm] = {
            "employer": firm.capitalize(),
            "role": "Data Engineer",
            "route": "agency" if "agency_recruiter" in roles and dice.random() < 0.8 else "direct",
            "people": here,
            "events": making.events,
        }
        if dice.random() < 0.2:
            opportunities[firm]["preferences"] = _chosen(dice)
        if dice.random() < 0.4:
            opportunities[firm]["country"] = dice.choice(COUNTRIES)
        if dice.random() < 0.25:
            opportunities[firm]["timezone"] = dice.choice(ZONES)
    # A third of them over the turn of the year, with its quiet days.
    at = datetime.combine(
        first + timedelta(days=dice.randint(5, LONGEST)), datetime.min.time()
    ) + timedelta(hours=dice.choice((7, 9, 10, 14, 16, 19)), minutes=dice.choice((0, 29)))
    candidate = {"name": "Dana Reyes", "email": "dana@example.org", "timezone": "America/Chicago"}
    search = {
        "heardback": 1,
        "candidate": candidate
        | {"phone": "+1 512 555 0100", "country": dice.choice(("US", "US", "US-TX"))},
        "preferences": _chosen(dice) if dice.random() < 0.5 else {},
        "people": people,
        "opportunities": opportunities,
    }
    return {"at": at.isoformat(), "search": search, "expect": {}}


def _chosen(dice: Dice) -> dict[str, Any]:
    names = dice.sample(sorted(PREFERENCES), dice.randint(1, 4))
    return {name: dice.choice(PREFERENCES[name]) for name in names}


def cases() -> list[tuple[str, Case]]:
    """Return all of them with their names."""
    return [(f"made up {number}", case(number)) for number in range(MANY)]


def kept() -> dict[str, list[str]]:
    """Return the short form of their plans as it was kept."""
    return parsed(KEPT)


def main() -> None:
    """Write the file anew."""
    KEPT.write_text(written((name, lines(plan_of(one))) for name, one in cases()), encoding="utf-8")


if __name__ == "__main__":
    main()
