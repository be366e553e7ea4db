"""One reading to the events it stands for, in the contract's words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from heardback.model import events as ev
from heardback.model.events import Happening
from heardback.model.message import bracketed, printed_in
from heardback.model.moment import Moment
from heardback.model.understanding import InterviewSeen, Understanding
from heardback.tracking.match import SURE_ENOUGH
from heardback.tracking.threads import Reading, short_hash

RECEIVED_ABOUT = {
    "application_received": "acknowledgement",
    "scheduling": "scheduling",
    "interview_confirmed": "scheduling",
    "timeframe": "update",
    "request": "request",
    "still_deciding": "still_deciding",
    "thanks": "thanks",
    "other": "other",
}


# Without an offer on record a mail is none of these, whatever its words.
ABOUT_AN_OFFER = frozenset({"accept", "decline", "ask_extension", "acknowledge_offer"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event a reading stands for, before it has its place in the opportunity."""

    ref: str
    when: Moment
    happened: Happening
    source: str | None
    quote: str | None = None
    uid: str | None = None
    sequence: int = 0
    changed_at: datetime | None = None


Who = Callable[[str], str | None]


def ref_of(reading: Reading, what: str, extra: str = "") -> str:
    """Return the address of the fact that `reading` says `what`; re-reading gives the same."""
    return short_hash(reading.key, what, extra)[:12]


def source_of(seen: Understanding) -> str | None:
    """Return the contract's `source` of a reading: for printed mail, the mail it is printed in."""
    if seen.message_id:
        return f"message:{bracketed(printed_in(seen.message_id) or seen.message_id)}"
    return f"calendar:{seen.uid}" if seen.uid else None


def happenings(
    reading: Reading,
    *,
    who: Who,
    after_end: bool,
    after_no: bool = False,
    offered: bool = True,
) -> Iterator[Found]:
    """Given a reading, yield the events it stands for.

    `who` maps a name or an address to a person's id. `after_end`: the candidate had withdrawn or
    been rejected by then, so that a wish to talk is a call asked for; `after_no`: the employer had
    said no and has no answer yet, so that a friendly mail of the candidate's is that answer. A
    reading below the threshold moves nothing: it only counts as received.
    """
    seen = reading.seen
    if seen.interview is not None and seen.confidence >= SURE_ENOUGH:
        yield _interview(reading, seen.interview, who)
    if seen.date is None or (seen.uid and not seen.message_id):
        return
    if seen.direction == "out":
        yield from _sent(reading, who, after_no, offered)
        return
    yield from _received(reading, who, after_end)


def _found(reading: Reading, happened: Happening, *, field: str = "kind", extra: str = "") -> Found:
    seen = reading.seen
    assert seen.date is not None
    what = ev.WHAT_OF[type(happened)]
    quote = seen.evidence.get(field) or None
    return Found(
        ref=ref_of(reading, what, extra),
        when=Moment(seen.date),
        happened=happened,
        source=source_of(seen),
        quote=quote,
    )


def _interview(reading: Reading, seen: InterviewSeen, who: Who) -> Found:
    with_ = tuple(dict.fromkeys(id for name in seen.with_ if (id := who(name))))
    happened = ev.Interview(
        ends=Moment(seen.end) if seen.end else None,
        stage=seen.stage,
        mode=seen.mode,
        with_=with_ or None,
        cancelled=seen.cancelled,
    )
    return Found(
        ref=ref_of(reading, "interview"),
        when=Moment(seen.start),
        happened=happened,
        source=source_of(reading.seen),
        quote=reading.seen.evidence.get("interview") or None,
        uid=seen.uid,
        sequence=seen.sequence,
        changed_at=seen.changed_at,
    )


def _sent(reading: Reading, who: Who, after_no: bool, offered: bool) -> Iterator[Found]:
    seen = reading.seen
    to = tuple(dict.fromkeys(id for a in seen.to if (id := who(a.email) or who(a.name))))
    kind = seen.sent_kind or "other"
    if kind in ABOUT_AN_OFFER and not offered:
        kind = "reply"
    if after_no and kind in ("reply", "thank_you", "other"):
        kind = "answer_rejection"
    yield _found(reading, ev.Sent(to=to, kind=kind, channel="email"))
    outcome: Happening | None = None
    match kind:
        case "withdraw":
            outcome = ev.Withdrew()
        case "accept":
            outcome = ev.Accepted()
        case "decline":
            outcome = ev.Declined()
        case _:
            pass
    if outcome is not None and seen.confidence >= SURE_ENOUGH:
        yield _found(reading, outcome)


def _received(reading: Reading, who: Who, after_end: bool) -> Iterator[Found]:
    seen = reading.seen
    sender = who(seen.from_.email) or who(seen.from_.name)
    if seen.kind == "auto_reply":
        yield from _automatic(reading, sender, who)
        return
    sure = seen.confidence >= SURE_ENOUGH and seen.authentication != "fail"
    status = _status(seen, sender) if sure else None
    if status is not None:
        yield _found(reading, status)
    if isinstance(status, ev.OnHold):
        yield _found(reading, ev.Received(from_=sender, channel="email", about="update"))
    if seen.kind == "application_received":
        yield _found(reading, ev.Applied())
    if after_end and not {"scheduling", "request"}.isdisjoint((seen.kind, *seen.also)):
        yield _found(reading, ev.CallRequested(from_=sender, channel="call"))
    elif status is None and seen.kind in RECEIVED_ABOUT:
        yield _plain(reading, sender)
    yield from _promises(reading, sender)
    if seen.no_contact:
        yield _found(
            reading,
            ev.NoContact(said=seen.no_contact_quote, from_=sender, forbids=seen.no_contact),
            field="no_contact",
        )


def _status(seen: Understanding, sender: str | None) -> Happening | None:
    match seen.kind:
        case "rejection":
            return ev.Rejected(automatic=seen.automatic, runner_up=seen.runner_up)
        case "position_closed":
            return ev.Filled()
        case "on_hold":
            return ev.OnHold(until=_day(seen.hold_until))
        case "offer":
            offer = seen.offer
            return ev.Offer(
                from_=sender,
                channel="email",
                decide_by=offer.decide_by if offer else None,
                written=offer.written if offer else None,
                conditional=offer.conditional if offer else None,
            )
        case _:
            return None


def _plain(reading: Reading, sender: str | None) -> Found:
    seen = reading.seen
    ask = seen.asks[0] if seen.asks else None
    about = RECEIVED_ABOUT[seen.kind]
    if about == "still_deciding" and any(t.by for t, _ in seen.promises):
        about = "update"  # they gave a date: nothing is left to ask (rule CK-10)
    if about == "still_deciding" and any(t.by for t, _ in seen.promises):
        about = "update"  # they name the next date themselves: nothing to ask
    happened = ev.Received(
        from_=sender,
        channel="email",
        about=about,  # type: ignore[arg-type]  # the table above holds the contract's words only
        asks=ask.quote if ask else None,
        reply_by=ask.reply_by if ask else None,
    )
    return _found(reading, happened, field="asks" if ask else "kind")


def _automatic(reading: Reading, sender: str | None, who: Who) -> Iterator[Found]:
    seen = reading.seen
    if seen.bounced:
        yield _found(reading, ev.Bounced(to=who(seen.bounced_to) if seen.bounced_to else None))
    elif seen.away_until is not None and sender:
        yield _found(reading, ev.Away(person=sender, until=_day(seen.away_until)), field="away")


def _promises(reading: Reading, sender: str | None) -> Iterator[Found]:
    said: dict[str, str] = {}
    for timeframe, sentence in reading.seen.promises:
        if timeframe.about == "answer":
            said.setdefault(" ".join(sentence.split()), timeframe.quote)
    for number, (sentence, quote) in enumerate(said.items()):
        found = _found(reading, ev.Promise(from_=sender, said=sentence), extra=str(number))
        yield Found(found.ref, found.when, found.happened, found.source, quote)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
