"""Automatic replies and mail that came back: never answers (RFC 3834, RFC 3464)."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from heardback.model.message import Message
from heardback.reading.letter import Letter
from heardback.reading.when import day_in

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
BOUNCE_SENDERS = ("mailer-daemon", "postmaster", "mail-daemon")
BOUNCE_SUBJECT = re.compile(
    r"(undeliver|delivery (status|failure|has failed|incomplete)|returned mail|mail delivery failed"
    r"|failure notice|could not be delivered)",
    re.IGNORECASE,
)
AWAY_SUBJECT = re.compile(
    r"^(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|ooo\b|away\b"
    r"|abwesenheit|absence)",
    re.IGNORECASE,
)


SURELY_AWAY = re.compile(r"^(automatic reply|auto(matic)?[- ]?(reply|response))\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Automatic:
    """A message a machine wrote for somebody: away until a day, or undelivered to an address."""

    bounced: bool = False
    bounced_to: str | None = None
    away_until: datetime | None = None
    quote: str = ""


def automatic(letter: Letter) -> Automatic | None:
    """Given a letter, return what it says as an automatic one, or None if a person wrote it."""
    if _is_bounce(letter.message):
        return Automatic(
            bounced=True, bounced_to=_bounced_to(letter.message), quote=letter.subject.text
        )
    if not _is_away(letter):
        return None
    until, quote = _away_until(letter)
    return Automatic(away_until=until, quote=quote)


def _is_bounce(message: Message) -> bool:
    local = message.from_.email.partition("@")[0].casefold()
    headers = message.headers
    report = (
        "report-type=delivery-status" in headers.get("content-type", "").replace('"', "").lower()
    )
    known = any(local.startswith(name) for name in BOUNCE_SENDERS)
    return (
        report
        or "x-failed-recipients" in headers
        or (known and bool(BOUNCE_SUBJECT.search(message.subject)))
    )


def _bounced_to(message: Message) -> str | None:
    failed = message.headers.get("x-failed-recipients", "")
    named = ADDRESS.search(failed)
    if named:
        return named[0].casefold()
    own = {a.email.casefold() for a in message.to}
    for found in ADDRESS.finditer(message.text[:8000]):
        address = found[0].casefold().rstrip(".")
        if address not in own and not address.startswith(BOUNCE_SENDERS):
            return address
    return None


def _is_away(letter: Letter) -> bool:
    headers = letter.message.headers
    sent = headers.get("auto-submitted", "").lower()
    replied = sent.startswith("auto-replied") or "x-autoreply" in headers
    subject = letter.message.subject.strip()
    titled = bool(AWAY_SUBJECT.match(subject))
    says = bool(letter.words.return_phrases.search(letter.message.text[:3000]))
    if replied:
        return titled or says or not letter.process
    return titled and (says or bool(SURELY_AWAY.match(subject)) or sent.startswith("auto-"))


def _away_until(letter: Letter) -> tuple[datetime | None, str]:
    """Return the last day away and the words; "back on Monday" means away until the day before."""
    sent = letter.message.date
    text = " ".join(letter.message.text[:3000].split())
    if sent is None:
        return None, ""
    for found in letter.words.return_phrases.finditer(text):
        day = day_in(found["day"] or found["day2"], sent, letter.words)
        if day is None:
            continue
        last = day - timedelta(days=1) if found["back"] else day
        return datetime.combine(last, time(), sent.tzinfo), found[0]
    return None, ""
