"""The draft of one follow-up of the plan, proofread; or the reason why there is none."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from heardback.checking.check import Record, check
from heardback.drafting.channels import UNPHONED, check_channel, check_forbidden
from heardback.drafting.compose import Style, ThreadHead, compose
from heardback.drafting.facts import known
from heardback.drafting.likeness import likeness
from heardback.languages.en.checks import checks
from heardback.languages.en.letters import letters
from heardback.model.draft import Draft, Finding
from heardback.model.events import Received, Sent
from heardback.model.message import bracketed
from heardback.model.people import Habits, Person
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Search
from heardback.service import compared
from heardback.service.draft_reasons import unknown

# What a spoken text, a card or a LinkedIn message is not expected to have; a card to oneself is
# not proofread at all.
WRITTEN_ONLY = frozenset({"no_name", "no_phone", "length", "no_question", "greeting"})
BY_HAND = frozenset({"no_phone", "length"})
SPOKEN = frozenset({"call", "voicemail"})
GROUNDED = frozenset({"unknown_claim"})
MOST_VARIANTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is wanted of a draft: its style, a channel other than the plan's, the thread it answers.

    `printed` are sources that stand in forwards alone, which no reply can continue; `kept` the
    candidate's own words for other follow-ups, by id, with which it must not agree.
    """

    style: Style | None = None
    channel: str | None = None
    thread: ThreadHead | None = None
    printed: frozenset[str] = frozenset()
    kept: Mapping[str, str] = field(default_factory=dict)


def draft_follow_up(
    search: Search, plan: Plan, follow_up_id: str, *, at: datetime, asked: Asked | None = None
) -> Draft:
    """Given a plan and an id it lists, return the draft with its findings.

    Raise UnknownFollowUp, with the reason, where the plan does not list the id, and DraftRefused
    where it may not be written, or not by this channel.
    """
    wanted = asked or Asked()
    follow_up = listed(search, plan, follow_up_id)
    follow_up = by_channel(search, follow_up, wanted.channel, at=at)
    panel = Panel(search, plan, follow_up, at, wanted)
    draft = compose(
        follow_up,
        search=search,
        at=at,
        letters=letters(),
        thread=wanted.thread or recorded_thread(search, follow_up, at=at, but=wanted.printed),
        others=panel.before,
        style=wanted.style,
    )
    draft = proofread_draft(draft, follow_up=follow_up, search=search, at=at, others=panel.before)
    return replace(draft, likeness=panel.likeness(draft))


def variants(
    search: Search,
    plan: Plan,
    follow_up_id: str,
    *,
    at: datetime,
    asked: Asked | None = None,
    most: int = 3,
) -> list[Draft]:
    """Given a follow-up, return up to `most` drafts of it that differ, always the same ones."""
    wanted = asked or Asked()
    style = wanted.style or Style(habits=search.candidate.habits or Habits())
    made: dict[str, Draft] = {}
    for number in range(1, MOST_VARIANTS + 1):
        one = replace(wanted, style=replace(style, variant=number))
        draft = draft_follow_up(search, plan, follow_up_id, at=at, asked=one)
        made.setdefault(text_of(draft), draft)
        if len(made) >= most:
            break
    return list(made.values())


def listed(search: Search, plan: Plan, follow_up_id: str) -> FollowUp:
    """Given an id, return the plan's follow-up; raise UnknownFollowUp with the reason."""
    found = next((f for f in plan.follow_ups if f.id == follow_up_id), None)
    if found is None:
        raise unknown(plan, follow_up_id, search=search)
    return found


def by_channel(
    search: Search, follow_up: FollowUp, channel: str | None, *, at: datetime
) -> FollowUp:
    """Given a follow-up, return it by the channel wanted; raise DraftRefused where it may not."""
    if channel is None:
        return follow_up
    check_channel(follow_up.kind, channel)
    opportunity = search.opportunity(follow_up.opportunity)
    if opportunity is not None:
        check_forbidden(opportunity, channel, at=at)
    return replace(follow_up, channel="call" if channel == "voicemail" else channel)


def recorded_thread(
    search: Search, follow_up: FollowUp, *, at: datetime, but: Container[str] = ()
) -> ThreadHead | None:
    """Given a follow-up, return the last recorded message exchanged with its first reader.

    `but` are sources that its reader never got: mail that somebody passed on.
    """
    opportunity = search.opportunity(follow_up.opportunity)
    readers = set(follow_up.to)
    for event in reversed(known(opportunity, at=at) if opportunity else ()):
        happened, source = event.happened, event.source or ""
        ends = set(happened.to) if isinstance(happened, Sent) else set()
        ends |= {happened.from_} if isinstance(happened, Received) and happened.from_ else set()
        if source.startswith("message:") and source not in but and ends & readers:
            return ThreadHead(message_id=bracketed(source.removeprefix("message:")), subject="")
    return None


def text_of(draft: Draft) -> str:
    """Given a draft, return its body, for a call the script."""
    return draft.body if draft.body is not None else draft.script or ""


@dataclass(frozen=True)
class Panel:
    """The notes that the other members of a panel get; no two may share a sentence."""

    search: Search
    plan: Plan
    follow_up: FollowUp
    at: datetime
    asked: Asked

    @cached_property
    def _others(self) -> list[FollowUp]:
        mine = self.follow_up
        if mine.kind != "thank_you":
            return []
        return [
            f
            for f in self.plan.follow_ups
            if (f.opportunity, f.kind) == (mine.opportunity, mine.kind)
        ]

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The notes of those listed before this reader."""
        texts: list[str] = []
        for other in self._others:
            if other.id == self.follow_up.id:
                break
            texts.append(self._note(other, texts))
        return tuple(texts)

    def likeness(self, draft: Draft) -> tuple[tuple[str, float], ...]:
        """Given this reader's draft, return how alike each other note is, by id."""
        texts = list(self.before)
        alike = []
        for i, other in enumerate(self._others):
            if other.id == self.follow_up.id:
                texts.append(text_of(draft))
                continue
            if i >= len(texts):
                texts.append(self._note(other, texts))
            alike.append((other.id, round(likeness(text_of(draft), texts[i]), 3)))
        return tuple(alike)

    def _note(self, other: FollowUp, texts: Sequence[str]) -> str:
        if other.id in self.asked.kept:
            return self.asked.kept[other.id]
        style = self.asked.style
        made = compose(
            other,
            search=self.search,
            at=self.at,
            letters=letters(),
            others=texts,
            style=replace(style, variant=1, register=None) if style else None,
        )
        return text_of(made)


def proofread_draft(
    draft: Draft,
    *,
    follow_up: FollowUp,
    search: Search,
    at: datetime,
    others: Sequence[str] = (),
    composed: str | None = None,
) -> Draft:
    """Given a draft, return it with what the house checks find in its body or script.

    It is read as of the day it leaves: what is too soon today is not when the time has passed.
    `composed` is our own text where the candidate has edited it: what we composed rests on the
    record, sentence by sentence (`grounds`), and is not asked for a ground by its words again.
    """
    text = draft.body if draft.body is not None else draft.script
    opportunity = search.opportunity(follow_up.opportunity)
    if text is None or opportunity is None or follow_up.channel is None:
        return draft
    found = check(
        text,
        kind=draft.kind,
        at=max(at, follow_up.due),
        record=record_of(search, follow_up),
        others=others,
        words=checks(),
        subject=draft.subject,
    )
    ours = text if composed is None else composed
    kept = (f for f in found if _applies(f, draft) and not _is_ours(f, text, ours))
    return replace(draft, findings=tuple(kept))


def record_of(search: Search, follow_up: FollowUp) -> Record | None:
    """Given a follow-up, return the record that its letter is compared with, if it has one."""
    opportunity = search.opportunity(follow_up.opportunity)
    if opportunity is None:
        return None
    return compared.record_of(search, opportunity, _readers(search, follow_up))


def _is_ours(finding: Finding, text: str, ours: str) -> bool:
    return finding.check in GROUNDED and text[finding.start : finding.end] in ours


def _applies(finding: Finding, draft: Draft) -> bool:
    if draft.channel in UNPHONED and finding.check in BY_HAND:
        return False
    return draft.channel not in SPOKEN or finding.check not in WRITTEN_ONLY


def _readers(search: Search, follow_up: FollowUp) -> tuple[Person, ...]:
    ids = (follow_up.via, *follow_up.to) if follow_up.via else follow_up.to
    return tuple(search.people[p] for p in ids if p in search.people)


def recipients_view(draft: Draft, search: Search) -> list[dict[str, object]]:
    """Given a draft, return whom it goes to, with their names and main addresses."""
    people = [search.people[p] for p in (*draft.to, *draft.cc) if p in search.people]
    return [{"id": p.id, "name": p.name, "email": next(iter(p.addresses), None)} for p in people]


def draft_view(draft: Draft) -> dict[str, object]:
    """Given a draft, return the contract's answer (section 6), keys in order."""
    head: dict[str, object] = {
        "id": draft.id,
        "kind": draft.kind,
        "channel": draft.channel if draft.channel != "none" else None,
        "to": list(draft.to),
        "cc": list(draft.cc),
    }
    if draft.script is not None:
        words: dict[str, object] = {"script": draft.script, "voicemail": draft.voicemail}
    else:
        words = {
            "subject": draft.subject,
            "in_reply_to": draft.in_reply_to,
            "body": draft.body,
        }
    return {
        **head,
        **words,
        "grounds": [{"span": [g.start, g.end], "evidence": g.evidence} for g in draft.grounds],
        "findings": [finding_view(f) for f in draft.findings],
        "questions": list(draft.questions),
        "register": draft.register,
        "variant": draft.variant,
        "thin": draft.thin,
        "edited": draft.edited,
        "similarity": [{"id": id, "likeness": part} for id, part in draft.likeness],
    }


def finding_view(finding: Finding) -> dict[str, object]:
    """Given a finding, return the contract's answer (section 5), keys in order."""
    return {
        "severity": finding.severity,
        "check": finding.check,
        "span": [finding.start, finding.end],
        "text": finding.text,
        "suggestion": finding.suggestion,
        "rule": finding.rule,
        "fix": finding.fix,
        "safe": finding.safe,
    }
