"""Preferences: each with what it does, the camps of advisers with their sources, and yours."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import Response

from heardback.errors import UsageError
from heardback.faces.web.visit import Visit, get, post
from heardback.languages.en.playbook import preference_words, profiles
from heardback.languages.en.reasons import PREFERENCES
from heardback.model.search import Opportunity, Search
from heardback.service import preferences as chosen
from heardback.service import record
from heardback.service.offers import changes_between
from heardback.service.show import find_opportunity
from heardback.service.tracked import plan, track


def preferences(visit: Visit) -> Response:
    """Show every preference, everywhere or for one opportunity."""
    with visit.ports() as ports:
        tracked = track(ports)
    name = visit.part("opportunity")
    one = find_opportunity(tracked, name).opportunity if name else None
    rows = {each: choice(each, tracked.search, one) for each in preference_words()}
    return visit.page(
        "pages/preferences.html",
        groups=grouped(rows),
        opportunities=tracked.search.opportunities,
        chosen=one.id if one else "",
        profiles=[(n, p.does) for n, p in profiles().items()],
    )


def choose(visit: Visit) -> Response:
    """Set one preference; an empty value goes back to the default."""
    name, text = visit.said("name"), visit.said("value")
    value = typed(name, text) if text else None
    with visit.ports() as ports:
        where = visit.said("opportunity") or None
        before = track(ports)
        now = plan(ports, before)
        record.set_preferences(ports, {name: value}, opportunity=where)
        after = track(ports)
        changes = changes_between(now, plan(ports, after), after)
    words = "Back to the playbook's default." if value is None else "Kept."
    return visit.back("/preferences", notice=f"{words} {changed(changes)}")


def changed(changes: Sequence[Mapping[str, Any]]) -> str:
    """Given the follow-ups that a choice moves, say which: the first few by name."""
    if not changes:
        return "Nothing of the plan as it stands changes."
    told = [
        f"{c['title']} ({c['employer']}): {c['now_words'] or 'new'} → "
        f"{c['then_words'] or 'not needed any more'}"
        for c in changes[:MOST_TOLD]
    ]
    more = len(changes) - len(told)
    return f"{'; '.join(told)}{f'; and {more} more' if more else ''}."


def grouped(rows: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the preferences under headings; whatever has none stands under the last."""
    found = [
        {"title": title, "rows": [rows[n] for n in names if n in rows]} for title, names in GROUPS
    ]
    placed = {name for _, names in GROUPS for name in names}
    rest = [row for name, row in rows.items() if name not in placed]
    return [*found, {"title": "Other", "rows": rest}] if rest else found


def choose_profile(visit: Visit) -> Response:
    """Set several preferences at once, for a kind of work or of candidate."""
    where = visit.said("opportunity") or None
    values = chosen.profile(visit.said("profile"), everywhere=where is None)
    with visit.ports() as ports:
        record.set_preferences(ports, values, opportunity=where)
    return visit.back("/preferences", notice=f"Set for {visit.said('profile')}.")


def choice(name: str, search: Search, one: Opportunity | None) -> dict[str, Any]:
    """Return a preference as the page shows it."""
    told = chosen.explain(name, search, one)
    return {
        **told,
        "words": PREFERENCES.get(name, name.replace("_", " ")),
        "value": _shown(told["value"]),
        "default": _shown(told["default"]),
        "yours": told["set_in"] != "default",
        "options": _options(told["schema"]),
    }


def _options(schema: dict[str, Any]) -> list[str]:
    if schema.get("type") == "boolean":
        return ["yes", "no"]
    return [str(word) for word in schema.get("enum", ())]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return " to ".join(str(v) for v in value)
    return "" if value is None else str(value)


def typed(name: str, text: str) -> object:
    """Return a value as the contract has it: yes and no, numbers, pairs, words."""
    if name not in preference_words():
        raise UsageError(f"There is no preference {name!r}.", hint="The list shows them all.")
    if isinstance(chosen.default(name), bool):
        return text == "yes"
    if " to " in text:
        return [_number(part) for part in text.split(" to ", 1)]
    return _number(text)


def _number(text: str) -> object:
    text = text.strip()
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text


GROUPS = (
    (
        "How long to wait",
        (
            "grace",
            "grace_vague",
            "no_timeframe",
            "no_timeframe_final",
            "second_gap",
            "max_checkins",
            "sector",
            "holiday_stretch",
            "quiet_days",
        ),
    ),
    (
        "Notes after an interview",
        (
            "note_delay",
            "note_words",
            "note_channel",
            "panel_mode",
            "screen_note",
            "thank_coordinator",
            "agency_note",
            "repair_answer",
        ),
    ),
    (
        "Offers and pay",
        (
            "assumed_window",
            "extension_days",
            "tell_A_why",
            "b_channel",
            "early_headsup",
            "withdraw_after",
            "pay_talk",
        ),
    ),
    (
        "How and when letters go",
        ("call_policy", "weekend_send", "send_window", "reply_sla", "linkedin_connect"),
    ),
    ("After a no", ("feedback_timing", "reapproach")),
)
MOST_TOLD = 3

ROUTES = (
    get("/preferences", preferences),
    post("/preferences", choose),
    post("/preferences/profile", choose_profile),
)
