"""What messages mean, one answer each in input order (contracts.md, section 4); nothing stored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from heardback.errors import HeardBackError
from heardback.model.message import Message, bracketed, printed_in
from heardback.model.moment import Moment
from heardback.model.understanding import Understanding
from heardback.ports import Fault, RawMail, Source
from heardback.service.import_parts import Reading
from heardback.service.timeframe import timeframe_view
from heardback.tracking.lookalike import suspected
from heardback.tracking.threads import Reading as Read
from heardback.tracking.threads import threads

Line = dict[str, Any]


def understand_sources(
    sources: Iterable[Source | Fault], *, reading: Reading, me: frozenset[str]
) -> Iterator[Line]:
    """Given sources, yield a line for every message and calendar event, in input order.

    What cannot be read yields a line with `error`. Where `me` is empty, the own addresses are the
    commonest the mail was delivered to. A message in the thread of a job message is about the job
    too, and takes employer and role from it where its own words name none.
    """
    opened: list[Message | Line | tuple[Any, ...]] = list(_open(sources, reading))
    own = me or commonest_recipient([m for m in opened if isinstance(m, Message)])
    lines: list[Understanding | Line] = []
    for one in opened:
        if isinstance(one, Message):
            lines.append(_understood(one, reading, own))
        elif isinstance(one, tuple):
            lines += [reading.understand_meeting(meeting, own) for meeting in one]
        else:
            lines.append(one)
    for line in _in_threads(lines):
        yield understanding_view(line) if isinstance(line, Understanding) else line


def _open(
    sources: Iterable[Source | Fault], reading: Reading
) -> Iterator[Message | Line | tuple[Any, ...]]:
    for source in sources:
        if isinstance(source, Fault):
            yield _error(source.file, source.where, source.reason)
            continue
        for mail in source.mails(mark=None, known=frozenset):
            if isinstance(mail, Fault):
                yield _error(mail.file, mail.where, mail.reason)
            else:
                yield _opened(mail, reading)


def _opened(mail: RawMail, reading: Reading) -> Message | Line | tuple[Any, ...]:
    try:
        raw = mail.head if mail.whole else mail.more()
        if mail.kind == "calendar":
            return tuple(reading.read_ics(raw, mail.origin))
        return reading.read_mime(raw)
    except (HeardBackError, OSError) as error:
        return _error(mail.origin, mail.place, str(error))


def _error(file: str, where: str, reason: str) -> Line:
    return {"file": file, "where": where, "error": reason}


def _understood(message: Message, reading: Reading, own: frozenset[str]) -> Understanding | Line:
    return reading.understand(message, own)


def _in_threads(lines: Sequence[Understanding | Line]) -> list[Understanding | Line]:
    """Let what one message of a thread tells hold for those that do not tell it."""
    read = [Read(str(n), u) for n, u in enumerate(lines) if isinstance(u, Understanding)]
    out = list(lines)
    for doubted in suspected(read):
        out[int(doubted.key)] = doubted.seen
    read = [
        Read(one.key, seen) for one in read if isinstance(seen := out[int(one.key)], Understanding)
    ]
    for thread in threads(read):
        related = [r.seen for r in thread.readings if r.seen.job_related]
        if not any(u.kind not in ("job_alert", "recruiter_outreach") for u in related):
            continue
        employer = _commonest(u.employer for u in related)
        role = _commonest(u.role for u in related)
        for reading in thread.readings:
            seen = reading.seen
            out[int(reading.key)] = replace(
                seen,
                job_related=True,
                employer=seen.employer or employer,
                role=seen.role or role,
            )
    return out


def _commonest(names: Iterable[str | None]) -> str | None:
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else None


def commonest_recipient(messages: Sequence[Message]) -> frozenset[str]:
    """Given messages, return the address they were most often delivered to, if there is one.

    One message alone does not tell: there, whoever it was delivered to is the candidate.
    """
    delivered: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for message in messages:
        address = message.headers.get("delivered-to", "").strip().casefold()
        if address:
            delivered[address] += 1
        for to in message.to:
            if to.email:
                written[to.email.casefold()] += 1
    counted = delivered or written
    return frozenset({counted.most_common(1)[0][0]}) if counted else frozenset()


def understanding_view(seen: Understanding) -> Line:
    """Given what a message means, return the contract's line, keys in the documented order.

    Where the candidate passed mail on, the line tells what that mail means, under `forwarded` each
    of them apart; what another passed on stands there alone.
    """
    inner, seen = seen.forwarded, _with_passed_on(seen)
    line: Line = {
        "message_id": _id(seen),
        "date": seen.date.isoformat() if seen.date else None,
        "from": {"name": seen.from_.name, "email": seen.from_.email},
        "direction": seen.direction,
        "job_related": seen.job_related,
        "kind": seen.kind,
        "employer": seen.employer,
        "role": seen.role,
        "people": [
            {"name": p.name, "email": p.email, "role": p.role, "title": p.title}
            for p in seen.people
        ],
        "timeframes": [timeframe_view(t) for t in seen.timeframes],
        "interview": _interview(seen),
        "offer": _offer(seen),
        "asks": [{"quote": a.quote, "reply_by": _moment(a.reply_by)} for a in seen.asks],
        "authentication": seen.authentication,
        "confidence": round(seen.confidence, 2),
        "evidence": seen.evidence,
        "also": list(seen.also),
    }
    if seen.flags:
        line["flags"] = [{"kind": f.kind, "quote": f.quote} for f in seen.flags]
    if seen.bounced:
        line["bounced"] = True
    if seen.away_until is not None:
        line["away_until"] = seen.away_until.date().isoformat()
    if seen.direction == "out":
        line["sent_kind"] = seen.sent_kind
    if seen.uid is not None and seen.message_id is None:
        line["uid"] = seen.uid
    if inner:
        line["forwarded"] = [understanding_view(one) for one in inner]
    return line


def _id(seen: Understanding) -> str | None:
    """Return the Message-ID; what is printed in a forward has none that is known."""
    if seen.message_id is None or printed_in(seen.message_id):
        return None
    return bracketed(seen.message_id)


def _with_passed_on(seen: Understanding) -> Understanding:
    """Return a mail of the candidate's own with what it passes on, where it says nothing itself."""
    if seen.direction != "out" or seen.sent_kind is not None or not seen.forwarded:
        return seen
    newest = next((one for one in seen.forwarded if one.direction == "in"), None)
    if newest is None:
        return seen
    printed = [one for one in seen.forwarded if printed_in(one.message_id)]
    frames = {t.start: t for one in printed for t in one.timeframes}
    return replace(
        seen,
        job_related=seen.job_related or newest.job_related,
        kind=newest.kind if seen.kind == "other" else seen.kind,
        also=newest.also,
        employer=newest.employer or seen.employer,
        role=newest.role or seen.role,
        people=tuple({(p.name, p.email): p for p in (*seen.people, *newest.people)}.values()),
        timeframes=(*seen.timeframes, *(frames[start] for start in sorted(frames))),
        interview=seen.interview or newest.interview,
        offer=seen.offer or newest.offer,
        asks=seen.asks or newest.asks,
        confidence=newest.confidence,
        evidence=newest.evidence | seen.evidence,
    )


def _interview(seen: Understanding) -> Line | None:
    one = seen.interview
    if one is None:
        return None
    return {
        "start": one.start.isoformat(),
        "end": one.end.isoformat() if one.end else None,
        "mode": one.mode,
        "with": list(one.with_),
    }


def _offer(seen: Understanding) -> Line | None:
    if seen.offer is None:
        return None
    by = _moment(seen.offer.decide_by)
    return {"decide_by": by, "written": seen.offer.written, "quote": seen.offer.quote}


def _moment(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    return moment.on.isoformat() if moment.is_date else moment.at.isoformat()
