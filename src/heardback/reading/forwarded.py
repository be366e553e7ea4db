"""Conversations passed on: the mails inside a forward, with their own dates and writers.

Mail programs print a forwarded mail below a ruler or a head of From, Sent, To and Subject; the
mails it answered follow below it, each with a head or an attribution of its own. Every one of them
becomes a `Message` whose text stands where it stands in the forwarding mail, all else blanked: what
is quoted from it has its true place there. A reply with the usual quotes below is no forward.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from heardback.model.message import Address, Message, printed_id
from heardback.reading.older import ATTRIBUTED, FORWARD_RULE, RULED, begins_lotus, is_header
from heardback.reading.stamped import stamped

MOST = 20
MOST_LINES = 4_000
MOST_HEADER_LINES = 16
SUBJECT = re.compile(r"(?:fwd?|wg|tr|rv|i|enc|doorst|vb|vs|vl|pd|rif|reenv)\s?:\s*", re.IGNORECASE)
NAMES = {
    "from": "from von de da van från fra od",
    "date": "sent date gesendet datum envoyé enviado fecha data inviato verzonden skickat sendt "
    "dato wysłano",
    "to": "to an à para a aan till til do",
    "subject": "subject betreff objet asunto assunto oggetto onderwerp ämne emne temat",
}
CANONICAL = {name: key for key, names in NAMES.items() for name in names.split()}
_FIELD = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_]+)(?: el)?[\s\xa0]?:[*_]{0,2}\s*(?P<value>.*)$")
_PREFIX = re.compile(r"(?:\s*>)*[ \t]?")
_NAMED = re.compile(
    r"[\"']?(?P<name>[^<>\[\]\"()]*?)[\"']?\s*[<\[(]\s*(?:mailto:)?(?P<email>[^\s<>\[\]()]+@[^\s<>\[\]()]+)"
)
_BARE = re.compile(r"[^\s<>\[\]();,:\"]+@[^\s<>\[\]();,:\"]+")
_WROTE = re.compile(
    r"\s*\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał(?:\(a\))?)"
)
_MOMENT_ENDS = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?(?:[+-]\d{4}|GMT|UTC|Uhr))?"
    r"|\b\d{4}\b"
)
_LOTUS_NAME = re.compile(r"^(?P<name>[^/<>@\d]{3,60}?)(?:/.*)?$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its place, where its words begin behind quote marks, and the words."""

    start: int
    words: int
    end: int
    bare: str

    @property
    def quoted(self) -> bool:
        return self.words > self.start


@dataclass(slots=True)
class _Part:
    """One mail inside: its head as printed and its lines."""

    head: dict[str, str]
    lines: list[_Line]


def forwarded_in(message: Message, *, me: frozenset[str]) -> tuple[Message, ...]:
    """Given a mail and one's own addresses, return the mails that it passes on, as printed.

    Attached mails come first, then those in the text, the newest (the uppermost) first. What
    another passes on of the candidate's own words is left out: it is in the candidate's mailbox.
    """
    mine = message.from_.email.casefold() in me
    parts = _parts(message.text, subject=message.subject)
    printed = [_message(part, message, number) for number, part in enumerate(parts, start=1)]
    printed = [  # one conversation: whatever stands above answers what stands lowest
        replace(one, references=(printed[-1].message_id,)) if one is not printed[-1] else one
        for one in printed
    ]
    if printed and mine and message.meetings:
        printed[0] = replace(printed[0], meetings=message.meetings)
    known = {(m.from_.email.casefold(), m.date) for m in printed}
    whole = [m for m in message.attached if (m.from_.email.casefold(), m.date) not in known]
    found = [m for m in (*whole, *printed) if m.from_.email or m.from_.name]
    if not mine:
        found = [m for m in found if m.from_.email.casefold() not in me]
    return tuple(found[:MOST])


def _parts(text: str, *, subject: str) -> list[_Part]:
    if "\n" not in text:
        return []
    lines = list(_lines(text))
    begin = _forward(lines, passed_on=bool(SUBJECT.match(subject.strip())))
    if begin is None:
        return []
    parts: list[_Part] = []
    number = begin
    while number < len(lines) and len(parts) < MOST:
        cut = _head(lines, number)
        if cut is None:
            if parts:
                parts[-1].lines.append(lines[number])
            number += 1
            continue
        head, number = cut
        parts.append(_Part(head, []))
    return parts


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for _ in range(MOST_LINES):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        marks = _PREFIX.match(text, at, end)
        begins = marks.end() if marks and ">" in marks.group() else at
        yield _Line(at, begins, end, text[begins:end].strip())
        if end >= len(text):
            return
        at = end + 1


def _forward(lines: Sequence[_Line], *, passed_on: bool) -> int | None:
    """Return the line at which a forward begins; None where a reply's history comes first."""
    for number, line in enumerate(lines):
        if line.quoted or not line.bare:
            if line.quoted:
                return None
            continue
        if FORWARD_RULE.match(line.bare):
            return number
        if _is_head(lines, number) or RULED.match(line.bare):
            return number if passed_on else None
        if ATTRIBUTED.match(_joined(lines, number)[0]):
            return None
    return None


def _is_head(lines: Sequence[_Line], number: int) -> bool:
    if not is_header(lines[number].bare):
        return False
    return sum(is_header(line.bare) for line in lines[number + 1 : number + 8]) >= 2


def _joined(lines: Sequence[_Line], number: int) -> tuple[str, int]:
    """Return a line with those an attribution may be wrapped into, and how many they are."""
    parts: list[str] = []
    for line in lines[number : number + 3]:
        if not line.bare:
            break
        parts.append(line.bare[:300])
        if line.bare.endswith(":"):
            break
    return " ".join(parts), len(parts)


def _head(lines: Sequence[_Line], number: int) -> tuple[dict[str, str], int] | None:
    """Given a line, return the head that begins there and the line after it; None for no head."""
    if RULED.match(lines[number].bare) or FORWARD_RULE.match(lines[number].bare):
        below = number + 1
        while below < len(lines) and not lines[below].bare:
            below += 1
        found = _lotus(lines, below) or _fields(lines, below)
        return found if found[0] else ({}, number + 1)
    if _is_head(lines, number):
        return _fields(lines, number)
    joined, count = _joined(lines, number)
    if ATTRIBUTED.match(joined) and joined.endswith(":"):
        return _attribution(joined), number + count
    return None


def _fields(lines: Sequence[_Line], number: int) -> tuple[dict[str, str], int]:
    """Read From, Sent, To and Subject as printed, wrapped values too."""
    head: dict[str, str] = {}
    last: str | None = None
    for further, line in enumerate(lines[number : number + MOST_HEADER_LINES]):
        field = _FIELD.match(line.bare)
        if field and is_header(line.bare):
            last = CANONICAL.get(field["name"].casefold())
            if last is not None and last not in head:
                head[last] = field["value"].strip(" *_")
        elif line.bare and last in ("to", "from", None) and "@" in line.bare and head:
            head[last or "to"] = f"{head.get(last or 'to', '')} {line.bare}".strip()
        else:
            return head, number + further
    return head, min(number + MOST_HEADER_LINES, len(lines))


def _lotus(lines: Sequence[_Line], number: int) -> tuple[dict[str, str], int] | None:
    """Read the head that Lotus Notes prints: name, day, then To, cc and Subject line by line."""
    below = [line.bare for line in lines[number : number + 14]]
    if not begins_lotus(below):
        return None
    filled = [(n, bare) for n, bare in enumerate(below) if bare]
    head = {"from": filled[0][1], "date": filled[1][1]}
    name: str | None = None
    last = number + filled[1][0]
    for n, bare in filled[2:]:
        if bare.rstrip(":").casefold() in (
            "to",
            "cc",
            "subject",
            "an",
            "kopie",
            "thema",
            "betreff",
        ):
            name = CANONICAL.get(bare.rstrip(":").casefold(), "subject")
        elif name is not None and name not in head:
            head[name] = bare
        else:
            break
        last = number + n
        if "subject" in head:
            break
    return head, last + 1


def _attribution(line: str) -> dict[str, str]:
    """Given "On Mon, Mar 3, 2025 at 2:15 PM Priya Raman <priya@…> wrote:", return its parts."""
    before, *rest = _WROTE.split(line, maxsplit=1)
    writer = rest[0].strip(" :") if rest else ""
    if writer:
        return {"from": writer, "date": before}
    named = before.partition("<")[0]
    ends = [found.end() for found in _MOMENT_ENDS.finditer(named)]
    at = ends[-1] if ends else 0
    return {"from": before[at:].strip(" ,"), "date": before[:at]}


def _message(part: _Part, around: Message, number: int) -> Message:
    head = part.head
    subject = head.get("subject") or _bare_subject(around.subject)
    return Message(
        message_id=printed_id(around.message_id, number),
        date=stamped(
            head.get("date", ""),
            zone=around.date.tzinfo if around.date else None,
            until=around.date,
        ),
        from_=_address(head.get("from", "")),
        to=tuple(_address(one) for one in re.split(r"[;,]\s+", head["to"]))
        if head.get("to")
        else (),
        subject=subject,
        text=_blanked(around.text, part.lines),
        was_html=around.was_html,
        attachments=around.attachments if number == 1 else (),
    )


def _bare_subject(subject: str) -> str:
    while found := SUBJECT.match(subject.strip()):
        subject = subject.strip()[found.end() :]
    return subject


def _address(printed: str) -> Address:
    found = _NAMED.search(printed)
    if found:
        return Address(found["name"].strip(" '\"*,"), found["email"].rstrip(">.,"))
    bare = _BARE.search(printed)
    if bare:
        return Address("", bare.group().rstrip("."))
    name = _LOTUS_NAME.match(printed.strip(" *'\""))
    return Address(name["name"].strip() if name else "", "")


def _blanked(text: str, lines: Sequence[_Line]) -> str:
    """Return the text up to the last of the lines with all else blanked, every offset kept."""
    if not lines:
        return ""
    out, at = [], 0
    for line in lines:
        out.append(re.sub(r"[^\n]", " ", text[at : line.words]))
        out.append(text[line.words : line.end])
        at = line.end
    return "".join(out)
