"""Which ways a message may go, and how much each of them holds.

Sources: playbook table (a) (channel column) and its lists of channels by question; LinkedIn allows
300 characters in a note with an invitation to connect and 1,900 in a message.
"""

from datetime import datetime

from heardback.drafting import facts
from heardback.drafting.case import Case
from heardback.errors import DraftRefused
from heardback.model.draft import Register
from heardback.model.events import Event, NoContact, Received, Sent
from heardback.model.search import Opportunity

SPOKEN = frozenset({"call", "voicemail"})
# No telephone number is signed here: a card is signed by hand, and LinkedIn shows the profile.
UNPHONED = frozenset({"linkedin", "letter"})
CONNECTION_NOTE, LINKEDIN_MESSAGE, CARD = 300, 1900, 700

_WRITTEN, _TALKED = ("email",), ("call", "email")
ALLOWED: dict[str, tuple[str, ...]] = {
    "thank_you": ("email", "linkedin", "letter"),
    "ask_address": ("email", "call", "linkedin"),
    "check_in": ("email", "call", "linkedin"),
    "closing_message": ("email", "linkedin"),
    "reply": ("email", "call", "linkedin"),
    "acknowledge_offer": _TALKED,
    "ask_extension": _TALKED,
    "tell_about_offer": _TALKED,
    "accept": _TALKED,
    "decline": _TALKED,
    "withdraw": _TALKED,
    "raise_point": _TALKED,
    "ask_question": _TALKED,
    "debrief_recruiter": _TALKED,
    "update_recruiter": _TALKED,
    "take_call": _TALKED,
    "reschedule": _TALKED,
    "fix_mistake": _WRITTEN,
    "answer_rejection": ("email", "letter"),
    "keep_in_touch": ("email", "linkedin", "letter"),
    "ask_timeframe": (),
    "decide": (),
}


def check_channel(kind: str, channel: str) -> None:
    """Given a kind and the channel wanted for it, raise DraftRefused where it does not go so."""
    ways = ALLOWED.get(kind, ())
    wanted = "call" if channel == "voicemail" else channel
    if wanted in ways:
        return
    said = kind.replace("_", " ")
    if not ways:
        raise DraftRefused(f"a card for yourself ({said}) is not sent to anybody.")
    raise DraftRefused(f"{said} does not go by {channel}.", hint=f"It may go by {', '.join(ways)}.")


def check_forbidden(opportunity: Opportunity, channel: str, *, at: datetime) -> None:
    """Given a channel, raise DraftRefused where the employer asked for no contact of this sort."""
    wanted = {"call": "calls", "voicemail": "calls", "linkedin": "linkedin"}.get(channel)
    for found in facts.all_of(facts.known(opportunity, at=at), kind=NoContact):
        over = found.what.until is not None and found.what.until < at.date()
        if wanted in found.what.forbids and not over:
            said = f": “{found.what.said}”" if found.what.said else ""
            raise DraftRefused(f"{opportunity.employer} asked for no {wanted}{said}.")


def room(case: Case) -> int | None:
    """Given a case, return how many characters its channel holds, or None where it is a mail."""
    if case.follow_up.channel == "letter":
        return CARD
    if case.follow_up.channel != "linkedin":
        return None
    return LINKEDIN_MESSAGE if _are_connected(case) else CONNECTION_NOTE


def _are_connected(case: Case) -> bool:
    """Whether the two have written to each other there before: only then is it a message."""
    readers = set(case.follow_up.to)
    return any(readers & _ends(e) for e in case.events)


def _ends(event: Event) -> set[str]:
    happened = event.happened
    if isinstance(happened, Received) and happened.channel == "linkedin":
        return {happened.from_} if happened.from_ else set()
    if isinstance(happened, Sent) and happened.channel == "linkedin":
        return set(happened.to)
    return set()


def heaviest(case: Case, register: Register) -> int:
    """Given a case, return the heaviest sentence that its register and channel have room for."""
    if register == "brief" or case.follow_up.channel in (*UNPHONED, *SPOKEN):
        return 1
    return 2
