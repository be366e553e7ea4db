"""A second pair of eyes: a friend reads a draft, and the answer is taken up change by change.

Nothing is sent: `ask` prepares a message, `answer` reads what came back. What came back is mail
from outside, so it is compared as text only, bounded, and never taken up without the candidate.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from heardback.errors import UsageError
from heardback.languages.en import review as words
from heardback.model.draft import Finding
from heardback.model.plan import FollowUp
from heardback.model.sayings import ReviewAsked, ReviewClosed
from heardback.ports import Ports
from heardback.service.comparison import ALIKE, Change, accept, changes, likeness
from heardback.service.deeds import key_of
from heardback.service.draft import listed, text_of
from heardback.service.letters import Wanted, draft, keep_edit
from heardback.service.tell import say
from heardback.service.tracked import plan, track
from heardback.timeframe.business import zone

MOST_ANSWER = 60_000
AHEAD, LEAST = timedelta(hours=1), timedelta(minutes=30)
MORNING, EVENING = 7, 20
_MARK = re.compile(r"(?<!-)-{3,9} ?the letter \((?P<review>[0-9a-f]{8})\) ?-{3,9}[ \t]{0,9}\n")
_END = re.compile(r"^[> \t]{0,40}-{3,9} ?end of the letter ?-{3,9}", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?){1,20}", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The message that asks for the reading, ready to be sent by hand."""

    review: str
    to: str
    sender: str | None
    subject: str
    body: str
    review_by: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the differences, the remarks, and what has become of them."""

    review: ReviewAsked
    changes: tuple[Change, ...]
    remarks: tuple[str, ...]
    accepted: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()
    text: str | None = None
    findings: tuple[Finding, ...] = ()


def ask(ports: Ports, id: str, *, to: str) -> Request:
    """Given a follow-up and a friend's address, return the message that asks them to read it.

    Raise UsageError where no time is left for it, or the address is none.
    """
    _check_address(to)
    tracked = track(ports)
    follow_up = listed(tracked.search, plan(ports, tracked), id)
    made = draft(ports, id)
    by = review_by(follow_up, now=ports.clock.now())
    names = " and ".join(tracked.search.people[p].name for p in follow_up.to)
    asked = ReviewAsked(
        review=_number(id, to, text_of(made)),
        id=id,
        to=to,
        text=text_of(made),
        follow_up=key_of(tracked, follow_up),
        channel=made.channel,
        review_by=by,
    )
    say(ports, [asked])
    local = by.astimezone(zone(tracked.search.candidate.timezone)) if by else None
    who = tracked.search.candidate
    return _request(asked, follow_up.kind, names=names, by=local, name=who.name, sender=who.email)


def ask_file(ports: Ports, path: str, text: str, *, to: str, kind: str = "") -> Request:
    """Given a letter in a file, return the message that asks a friend to read it."""
    _check_address(to)
    asked = ReviewAsked(review=_number(path, to, text), id=path, to=to, text=text)
    say(ports, [asked])
    who = track(ports).search.candidate
    return _request(asked, kind, names="", by=None, name=who.name, sender=who.email)


def review_by(follow_up: FollowUp, *, now: datetime) -> datetime | None:
    """Given a follow-up, return when a reading must be back; its limit rules, and is never moved.

    An hour before it is due where that is ahead, else half-way to the limit and not in the night;
    None without either.
    Raise UsageError where less than an hour is left.
    """
    last = follow_up.latest
    if last is not None and last - now < AHEAD:
        shown = last.strftime("%H:%M on %d %B")
        raise UsageError(
            f"there is no time for a second reader: {follow_up.id} has to go by {shown}.",
            hint="Proofread it yourself: heardback draft shows what there is to mend.",
        )
    if follow_up.due - AHEAD > now + LEAST:
        return follow_up.due - AHEAD
    if last is None:
        return None
    return _awake(min(now + (last - now) / 2, last - LEAST), now=now)


def _awake(at: datetime, *, now: datetime) -> datetime:
    """Given a moment in the night, return the evening before it where that is still to come."""
    local = at.astimezone(now.tzinfo)
    evening = local.replace(hour=EVENING, minute=0, second=0)
    if local.hour < MORNING:
        evening -= timedelta(days=1)
    elif local.hour < EVENING:
        return at
    return evening if evening > now + LEAST else at


def _request(
    asked: ReviewAsked,
    kind: str,
    *,
    names: str,
    by: datetime | None,
    name: str,
    sender: str | None,
) -> Request:
    shown = f"{by:%A} {by.day} {by:%B}, {by:%H:%M} ({by:%Z})" if by else ""
    points = (*words.POINTS.get(kind, ()), *words.POINTS[""])
    text = words.ASK.format(
        what=words.WHAT.get(kind, words.WHAT[""]),
        to=words.TO.format(names=names) if names else "",
        by=words.BY.format(by=shown) if shown else "",
        points="".join(f"- {point}\n" for point in points),
        name=name,
    )
    begin = words.BEGIN.format(review=asked.review)
    subject = words.SUBJECT.format(by=shown) if shown else words.SUBJECT_ANY_TIME
    return Request(
        review=asked.review,
        to=asked.to,
        sender=sender,
        subject=subject,
        body=f"{text}\n{begin}\n{asked.text.rstrip()}\n{words.END}\n",
        review_by=asked.review_by,
    )


def read_answer(ports: Ports, text: str, *, review: str | None = None) -> Answer:
    """Given what came back, return it beside the letter that was given; nothing is taken up yet.

    Raise UsageError where it cannot be told which letter it answers.
    """
    if len(text) > MOST_ANSWER:
        raise UsageError(f"that is no answer: more than {MOST_ANSWER:,} characters.")
    plain = text.replace("\r\n", "\n")
    asked = _which(track(ports).reviews, plain, review)
    copy, rest = read_parts(plain, asked)
    found = changes(asked.text.rstrip(), copy.rstrip()) if copy is not None else ()
    return Answer(review=asked, changes=found, remarks=tuple(_remarks(rest, asked)))


def take(ports: Ports, answer: Answer, numbers: Collection[int]) -> Answer:
    """Take up these changes: they become the candidate's own words, proofread once more."""
    asked = answer.review
    unknown = sorted(set(numbers) - {c.number for c in answer.changes})
    if unknown:
        known = len(answer.changes)
        hint = f"There are 1 to {known}." if known else "The letter came back as it was."
        raise UsageError(f"there is no change {unknown[0]}.", hint=hint)
    current = _current(ports, asked)
    text, missed = accept(current, answer.changes, numbers)
    taken = tuple(n for n in sorted(numbers) if n not in missed)
    findings: tuple[Finding, ...] = ()
    if asked.follow_up is not None and taken:
        kept = keep_edit(ports, asked.id, text, wanted=Wanted(channel=asked.channel))
        findings = kept.findings
    if not missed:
        say(ports, [ReviewClosed(review=asked.review)])
    return Answer(
        review=asked,
        changes=answer.changes,
        remarks=answer.remarks,
        accepted=taken,
        missed=tuple(missed),
        text=text,
        findings=findings,
    )


def _current(ports: Ports, asked: ReviewAsked) -> str:
    """The draft as it stands now: it may have been edited since it was given away."""
    if asked.follow_up is None:
        return asked.text.rstrip()
    made = draft(ports, asked.id, Wanted(channel=asked.channel))
    return text_of(made) if made.edited else asked.text.rstrip()


def _which(asked: Collection[ReviewAsked], text: str, named: str | None) -> ReviewAsked:
    mark = _MARK.search(text)
    number = named or (mark["review"] if mark else None)
    open_ = {r.review: r for r in asked} | {r.id: r for r in asked}
    if number is None and len(asked) == 1:
        return next(iter(asked))
    if number is not None and number in open_:
        return open_[number]
    known = ", ".join(f"{r.review} ({r.id} to {r.to})" for r in asked) or "none"
    raise UsageError(
        "it cannot be told which letter this answers."
        if number is None
        else f"no reading {number!r} is waited for.",
        hint=f"Open are: {known}. Give --review NUMBER.",
    )


def read_parts(text: str, asked: ReviewAsked) -> tuple[str | None, str]:
    """Return the edited copy (None: there is none) and what else was written."""
    mark = _MARK.search(text)
    if mark is not None:
        end = _END.search(text, mark.end())
        inside = text[mark.end() : end.start() if end else len(text)]
        line = text.rfind("\n", 0, mark.start()) + 1
        quoted = text[line : mark.start()].strip().startswith(">")
        copy = _QUOTED.sub("", inside) if quoted else inside
        outside = text[:line] + (text[end.end() :] if end else "")
        return copy.strip("\n"), "\n".join(
            one for one in outside.splitlines() if not one.startswith((">", "--"))
        )
    if likeness(asked.text, text) >= ALIKE:
        return text.strip("\n"), ""
    return None, text


def _remarks(text: str, asked: ReviewAsked) -> list[str]:
    """Return the remarks: paragraphs of their own, without the words of the asking message.

    Our words may come back unquoted and wrapped anew; what was written among them stays.
    """
    paragraphs = re.split(r"\n\s*\n", text.strip())
    lines = (_without_ours(" ".join(p.split()), asked) for p in paragraphs)
    return [line for line in lines if line and not _is_frame(line)]


def _without_ours(line: str, asked: ReviewAsked) -> str:
    """Return what is left of a paragraph when the sentences of the asking message are gone."""
    left = line
    for pattern in words.OURS:
        left = pattern.sub("", left)
    left = " ".join(left.split())
    # Below "Thank you!" stands the candidate's name, which ends the letter too.
    return "" if left != line and left in asked.text else left


def _is_frame(line: str) -> bool:
    return bool(re.match(r"On .{5,90} wrote:$|(?:From|To|Sent|Subject|Date):", line))


def _number(id: str, to: str, text: str) -> str:
    return sha256(f"{id}\x1f{to}\x1f{text}".encode()).hexdigest()[:8]


def _check_address(to: str) -> None:
    if not re.fullmatch(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\"]+", to):
        raise UsageError(f"{to!r} is no address.", hint="It is: --to friend@example.org")
