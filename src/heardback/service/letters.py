"""The draft of a follow-up from the store: in the thread it answers, in the candidate's own way.

What the candidate has edited is kept as a saying and never written over: the draft shown is theirs,
with what has changed in the facts since beside it.
"""

import difflib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from heardback.drafting.compose import Style, ThreadHead
from heardback.errors import UsageError
from heardback.model.draft import Draft, DraftGround, Register
from heardback.model.message import bracketed, printed_in
from heardback.model.plan import FollowUp, Plan
from heardback.model.sayings import DraftKept
from heardback.model.search import Search
from heardback.playbook.keys import follow_up_keys
from heardback.ports import Grammar, Ports
from heardback.service import draft as drafts
from heardback.service.deeds import key_of
from heardback.service.draft import Asked, text_of
from heardback.service.grammar import with_grammar
from heardback.service.manners import learn
from heardback.service.tell import say
from heardback.service.tracked import plan, track
from heardback.tracking.assemble import Tracked
from heardback.tracking.happenings import source_of
from heardback.tracking.threads import in_order

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
MOST_TEXT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a draft from the store; `fresh`: as the facts have it, edits left aside."""

    register: Register | None = None
    variant: int = 1
    channel: str | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft from the store, and what moved in the facts since it was edited: (old, new)."""

    draft: Draft
    search: Search
    moved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Desk:
    """The search, its plan and the hour, read once for one command."""

    tracked: Tracked
    made: Plan
    at: datetime
    style: Style

    @staticmethod
    def at_work(ports: Ports, wanted: Wanted) -> "Desk":
        """Return the desk with the candidate's habits learned."""
        tracked = track(ports)
        learned = learn(ports, tracked)
        style = Style(
            register=wanted.register,
            variant=wanted.variant,
            habits=learned.habits,
            manners=learned.manners,
        )
        return Desk(tracked, plan(ports, tracked), ports.clock.now(), style)

    def asked(self, follow_up: FollowUp, wanted: Wanted) -> Asked:
        """Return what is asked of the draft itself."""
        others = {f.id: kept.text for f in self.made.follow_ups if (kept := self.kept(f))}
        others.pop(follow_up.id, None)
        head = thread_head(self.tracked, follow_up)
        return Asked(
            style=self.style,
            channel=wanted.channel,
            thread=head,
            printed=printed_sources(self.tracked, follow_up.opportunity),
            kept=others,
        )

    def kept(self, follow_up: FollowUp, channel: str | None = None) -> DraftKept | None:
        """Return the candidate's own words for a follow-up, if there are any."""
        found = self.tracked.find(follow_up.opportunity)
        if found is None:
            return None
        keys = follow_up_keys(found.opportunity, follow_up.kind, follow_up.to, follow_up.anchor)
        channel = channel or follow_up.channel
        kept = (self.tracked.drafts.get(f"{key}/{channel}") for key in keys)
        return next((k for k in kept if k is not None and k.text), None)


def draft(ports: Ports, id: str, wanted: Wanted | None = None) -> Draft:
    """Given a follow-up's id, return its draft; raise UnknownFollowUp with the reason."""
    return draft_kept(ports, id, wanted or Wanted()).draft


def draft_kept(ports: Ports, id: str, wanted: Wanted) -> Kept:
    """Given a follow-up's id, return its draft, the candidate's own words where they are kept."""
    desk = Desk.at_work(ports, wanted)
    follow_up = drafts.listed(desk.tracked.search, desk.made, id)
    fresh = _fresh(desk, follow_up, wanted)
    kept = desk.kept(follow_up, wanted.channel)
    if kept is None or wanted.fresh:
        return Kept(fresh, desk.tracked.search)
    basis = _fresh(
        replace(desk, style=replace(desk.style, variant=1, register=None)), follow_up, wanted
    )
    mine = _edited(desk, follow_up, fresh, kept)
    return Kept(mine, desk.tracked.search, moved(kept.made_from, text_of(basis)))


def variants(ports: Ports, id: str, wanted: Wanted) -> list[Draft]:
    """Given a follow-up's id, return the drafts to choose from."""
    desk = Desk.at_work(ports, wanted)
    follow_up = drafts.listed(desk.tracked.search, desk.made, id)
    asked = desk.asked(follow_up, wanted)
    return drafts.variants(desk.tracked.search, desk.made, id, at=desk.at, asked=asked)


def keep_edit(
    ports: Ports, id: str, text: str, *, subject: str | None = None, wanted: Wanted | None = None
) -> Draft:
    """Keep the candidate's own words for a follow-up; return them as a draft, proofread.

    An empty text takes the words back. Raise UsageError where the text is too long to be a letter.
    """
    if len(text) > MOST_TEXT:
        raise UsageError(f"that is no letter: more than {MOST_TEXT:,} characters.")
    asked = wanted or Wanted()
    desk = Desk.at_work(ports, replace(asked, variant=1, register=None))
    follow_up = drafts.listed(desk.tracked.search, desk.made, id)
    basis = _fresh(desk, follow_up, asked)
    said = DraftKept(
        follow_up=key_of(desk.tracked, follow_up),
        id=id,
        channel=basis.channel,
        text=text.replace("\r\n", "\n").strip("\n"),
        subject=subject,
        made_from=text_of(basis),
    )
    say(ports, [said])
    return draft(ports, id, asked)


def keep_typed(ports: Ports, id: str, text: str, *, subject: str, wanted: Wanted) -> None:
    """Keep words as they stand on a screen, where they are not the draft's anyway."""
    now = draft(ports, id)
    same_words = text_of(now).strip() == text.replace("\r\n", "\n").strip()
    if text.strip() and not (same_words and subject in ("", now.subject or "")):
        keep_edit(ports, id, text, subject=subject or None, wanted=wanted)


def checked(
    ports: Ports,
    id: str,
    text: str,
    *,
    subject: str | None = None,
    wanted: Wanted | None = None,
    grammar: Grammar | None = None,
) -> Draft:
    """Return a text as a follow-up's draft, proofread, with the grounds that stand.

    With a `grammar`, its notes are among the findings. Keep nothing. Raise UsageError where the
    text is too long to be a letter.
    """
    if len(text) > MOST_TEXT:
        raise UsageError(f"that is no letter: more than {MOST_TEXT:,} characters.")
    asked = wanted or Wanted()
    desk = Desk.at_work(ports, asked)
    follow_up = drafts.listed(desk.tracked.search, desk.made, id)
    fresh = _fresh(desk, follow_up, asked)
    said = DraftKept(
        follow_up="", id=id, channel=fresh.channel, text=text, subject=subject, made_from=""
    )
    made = _edited(desk, follow_up, fresh, said)
    if grammar is None:
        return made
    record = drafts.record_of(desk.tracked.search, follow_up)
    return replace(made, findings=with_grammar(text, made.findings, grammar=grammar, record=record))


def _fresh(desk: Desk, follow_up: FollowUp, wanted: Wanted) -> Draft:
    asked = desk.asked(follow_up, wanted)
    return drafts.draft_follow_up(
        desk.tracked.search, desk.made, follow_up.id, at=desk.at, asked=asked
    )


def _edited(desk: Desk, follow_up: FollowUp, fresh: Draft, kept: DraftKept) -> Draft:
    spoken = fresh.script is not None
    mine = replace(
        fresh,
        body=None if spoken else kept.text,
        script=kept.text if spoken else None,
        subject=kept.subject or fresh.subject,
        grounds=regrounded(fresh, kept.text),
        findings=(),
        questions=(),
        thin=False,
        edited=True,
    )
    search = desk.tracked.search
    one = drafts.by_channel(search, follow_up, fresh.channel, at=desk.at)
    panel = drafts.Panel(search, desk.made, one, desk.at, Asked(style=desk.style))
    return drafts.proofread_draft(
        mine,
        follow_up=one,
        search=search,
        at=desk.at,
        others=panel.before,
        composed=text_of(fresh),
    )


def regrounded(fresh: Draft, text: str) -> tuple[DraftGround, ...]:
    """Given a draft and the text it was edited to, return the grounds that still stand."""
    old, grounds, after = text_of(fresh), [], 0
    for ground in sorted(fresh.grounds, key=lambda g: g.start):
        piece = old[ground.start : ground.end]
        start = text.find(piece, after)
        start = text.find(piece) if start < 0 else start
        if piece and start >= 0:
            grounds.append(replace(ground, start=start, end=start + len(piece)))
            after = start
    return tuple(grounds)


def moved(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Given the draft that was edited and the draft of today, return the sentences that differ."""
    before, now = _SENTENCE.split(old), _SENTENCE.split(new)
    matcher = difflib.SequenceMatcher(a=before, b=now, autojunk=False)
    return tuple(
        (" ".join(before[a:b]), " ".join(now[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def printed_sources(tracked: Tracked, opportunity: str) -> frozenset[str]:
    """Return the sources of facts that stand in forwards alone: nobody there can be answered."""
    found = tracked.find(opportunity)
    read = (r.seen for r in found.readings) if found else ()
    return frozenset(source_of(s) or "" for s in read if printed_in(s.message_id))


def thread_head(tracked: Tracked, follow_up: FollowUp) -> ThreadHead | None:
    """Return the newest message exchanged with the first reader, which a reply continues."""
    found = tracked.find(follow_up.opportunity)
    first = follow_up.via or (follow_up.to[0] if follow_up.to else None)
    person = tracked.search.people.get(first) if first else None
    if found is None or person is None or follow_up.channel != "email":
        return None
    addresses = {a.casefold() for a in person.addresses}
    for reading in reversed(in_order(found.readings)):
        seen = reading.seen
        ends = {seen.from_.email.casefold(), *(a.email.casefold() for a in seen.to)}
        usable = seen.kind != "auto_reply" and printed_in(seen.message_id) is None
        if usable and ends & addresses and seen.message_id is not None:
            return ThreadHead(
                message_id=bracketed(seen.message_id),
                subject=seen.subject,
                references=tuple(bracketed(id) for id in seen.thread),
            )
    return None
