"""Letters on their way out as a page shows them: grouped by what they ask of the person."""

from datetime import datetime
from typing import Any

from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.outbox import GROUPS, PAST_ITS_TIME, THIS_LETTER
from heardback.model.delivery import ENDED, IN_HAND, LEAVING, Letter, Standing
from heardback.ports import Ports
from heardback.service.agenda import Page
from heardback.service.outbox import all_standings
from heardback.service.outbox_view import outbox_view, stands, told_in_words
from heardback.service.tracked import track
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

View = dict[str, Any]
ASKS = frozenset({"unknown", "late", "failed", "superseded"})
MOST_GONE = 40


def outgoing(ports: Ports) -> list[View]:
    """Return every letter in groups (`name`, `words`, `letters`), those that ask for a yes first.

    Each letter has the keys of `outbox_view` and, in words, `title`, `employer`, `told`, `history`,
    `caution`; what may be done: `can` holds "recall", "settle", "release", "repeat" and "leave".
    """
    tracked = track(ports)
    now = ports.clock.now().astimezone(zone(tracked.search.candidate.timezone))
    page = Page(search=tracked.search, faces=ENGLISH_FACES, now=now)
    groups: dict[str, list[View]] = {name: [] for name in GROUPS}
    found = all_standings(ports)
    newest = {each.letter.follow_up: each for each in found}
    for standing in reversed(found):
        is_newest = newest[standing.letter.follow_up] is standing
        group = _group(standing, is_newest=is_newest)
        groups[group].append(_row(standing, page, tracked, now, asks=group == "asks"))
    groups["gone"] = groups["gone"][:MOST_GONE]
    return [
        {"name": name, "words": GROUPS[name], "letters": rows}
        for name, rows in groups.items()
        if rows
    ]


def letter_for(ports: Ports, id: str) -> View | None:
    """Given a follow-up's id, return the letter for it that is not over, as `outgoing` has it."""
    for group in outgoing(ports):
        for row in group["letters"]:
            if row["id"] == id and row["state"] not in ENDED:
                return dict(row)
    return None


def letter_title(page: Page, letter: Letter) -> str:
    """Return what a letter's follow-up is called on a screen."""
    to: Any = letter.event.get("to") or []
    return page.title({"id": letter.plan_id, "kind": letter.kind, "to": to})


def _group(standing: Standing, *, is_newest: bool) -> str:
    kind = standing.kind
    if kind in ASKS and (is_newest or kind not in ENDED):
        return "asks"
    if kind in ENDED:
        return "gone"
    return "hands" if kind in IN_HAND else "leaving"


def _row(standing: Standing, page: Page, tracked: Tracked, now: datetime, *, asks: bool) -> View:
    letter = standing.letter
    home = tracked.find(letter.opportunity)
    here = now.tzinfo
    return {
        **outbox_view(standing),
        "title": letter_title(page, letter),
        "employer": home.opportunity.employer if home else "",
        "opportunity": home.opportunity.id if home else None,
        "told": told_in_words(standing, zone=here, called=THIS_LETTER),
        "told_short": _short(standing, page),
        "leaves": page.when(letter.leave_at.isoformat()) if standing.kind in LEAVING else None,
        "caution": PAST_ITS_TIME if _past(letter) and standing.kind in LEAVING else None,
        "history": [
            {
                "at": page.when(step.at.isoformat()),
                "words": stands(letter, step.kind, called=THIS_LETTER),
                "why": step.why or None,
                "quote": " ".join(step.quote.split()) or None,
            }
            for step in standing.steps
        ],
        "can": _can(standing, asks=asks),
    }


def _past(letter: Letter) -> bool:
    return letter.by_hand and letter.latest is not None and letter.leave_at > letter.latest


def _short(standing: Standing, page: Page) -> str:
    """Return where it stands without its reason, which stands below."""
    text = stands(standing.letter, standing.kind, called=THIS_LETTER)
    if standing.kind in LEAVING and standing.letter.is_mail:
        text += f" It leaves {page.when(standing.letter.leave_at.isoformat())}."
    return text


def _can(standing: Standing, *, asks: bool) -> list[str]:
    kind = standing.kind
    found = []
    if kind in LEAVING or kind in ("drafted", "given", "theirs", "late"):
        found.append("recall")
    if kind == "unknown":
        found.append("settle")
    if kind == "late":
        found.append("release")
    if kind in LEAVING:
        found.append("leave")
    if asks and kind in ("failed", "superseded"):
        found.append("repeat")
    return found
