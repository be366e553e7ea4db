"""What was said, as a person would say it, with names in place of ids."""

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.reasons import PREFERENCES
from heardback.model.sayings import (
    Confirmed,
    Corrected,
    Logged,
    OpportunitySaid,
    PersonSaid,
    PreferencesSet,
    ProfileSet,
    Saying,
)
from heardback.service.tell import described
from heardback.tracking.assemble import Tracked


def told(saying: Saying, tracked: Tracked) -> str:
    """Return a saying as a person would say it, with names in place of ids."""
    match saying:
        case Logged(event=event, opportunity=key):
            words = ENGLISH_FACES.what.get(str(event.get("what")), str(event.get("what")))
            return f"{words}, {_employer(key, tracked)}"
        case Corrected(about=about, field_name="-"):
            return f"It did not happen: {_about(about, tracked)}"
        case Corrected(about=about, field_name=name, value=value):
            shown = str(value) if isinstance(value, str | int | float) else "changed"
            return f"{_about(about, tracked)}: {name.replace('_', ' ')} is {shown}"
        case Confirmed(right=right):
            return "A reading is right" if right else "A reading is wrong"
        case PreferencesSet(values=values):
            names = ", ".join(PREFERENCES.get(n, n.replace("_", " ")) for n in values)
            return f"Preference: {names}"
        case OpportunitySaid(values=values):
            return f"Entered {values.get('employer') or 'an opportunity'}"
        case PersonSaid(values=values):
            return f"Named {values.get('name') or 'somebody'}"
        case ProfileSet(values=values):
            return f"About you: {', '.join(n.replace('_', ' ') for n in values)}"
        case _:
            words = described(saying)
            return words[:1].upper() + words[1:]


def _employer(key: str, tracked: Tracked) -> str:
    found = tracked.find(key)
    return found.opportunity.employer if found else "an opportunity"


def _about(about: str, tracked: Tracked) -> str:
    kind, _, name = about.partition(":")
    if kind == "person" and name in tracked.search.people:
        return tracked.search.people[name].name
    if kind == "opportunity":
        return _employer(name, tracked)
    for one in tracked.search.opportunities:
        for event in one.events:
            if str(event.ref) == about:
                return f"{ENGLISH_FACES.what[event.what]}, {one.employer}"
    return "A fact"
