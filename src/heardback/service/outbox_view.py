"""Letters on their way out, as a face shows them."""

from datetime import datetime, tzinfo

from heardback.languages.en.outbox import NEXT, NEXT_SPOKEN, STANDS, STANDS_SPOKEN
from heardback.model.delivery import LEAVING, Letter, Standing, StepKind

Row = dict[str, object]


def outbox_view(standing: Standing) -> Row:
    """Given a letter, return it as JSON: what, to whom, how, where it stands and why."""
    letter, last = standing.letter, standing.last
    return {
        "id": letter.plan_id,
        "letter": letter.id,
        "kind": letter.kind,
        "way": letter.way,
        "account": letter.account,
        "to": list(letter.readers),
        "subject": letter.subject,
        "message_id": letter.message_id,
        "state": standing.kind,
        "leave_at": letter.leave_at.isoformat(timespec="seconds"),
        "latest": letter.latest.isoformat(timespec="seconds") if letter.latest else None,
        "why": last.why or None,
        "quote": last.quote or None,
        "steps": [
            {
                "at": each.at.isoformat(timespec="seconds"),
                "state": each.kind,
                "why": each.why or None,
            }
            for each in standing.steps
        ],
    }


def told_in_words(
    standing: Standing, *, zone: tzinfo | None = None, called: str | None = None
) -> str:
    """Given a letter, return one sentence: where it stands, why, and the words quoted."""
    letter, last = standing.letter, standing.last
    text = stands(letter, standing.kind, called=called)
    if standing.kind in LEAVING and letter.is_mail:
        text += f" It leaves {_hour(letter.leave_at, zone)}."
    if last.why:
        text += f" Reason: {last.why.rstrip('.')}."
    if last.quote:
        text += f" “{' '.join(last.quote.split())[:200]}”"
    return text


def stands(letter: Letter, kind: StepKind, *, called: str | None = None) -> str:
    """Given a letter and a step of it, return in words where it stood then.

    It is `called` by its follow-up's id, or as the page that shows it likes.
    """
    words = STANDS[kind] if letter.is_mail else STANDS_SPOKEN.get(kind, STANDS[kind])
    text = words.format(id=called or letter.plan_id, to=", ".join(letter.readers))
    return text[:1].upper() + text[1:] if called else text


def discreetly(standing: Standing) -> str:
    """Given a letter, return where it stands without a name, an address or a word of it."""
    return f"letter {standing.letter.id[:8]}: {standing.kind}"


def next_step(standing: Standing) -> str | None:
    """Return what the person may do about a letter, None where there is nothing to do."""
    spoken = None if standing.letter.is_mail else NEXT_SPOKEN.get(standing.kind)
    advice = spoken or NEXT.get(standing.kind)
    return advice.format(id=standing.letter.plan_id) if advice else None


def _hour(at: datetime, zone: tzinfo | None) -> str:
    return f"{at.astimezone(zone) if zone else at:%a %d %B, %H:%M}".replace(" 0", " ")
