"""The draft of one follow-up of the plan, proofread; or the reason why there is none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from heardback.checking.check import Record, check
from heardback.drafting.compose import ThreadHead, compose
from heardback.errors import UnknownFollowUp
from heardback.languages.en.checks import checks
from heardback.languages.en.letters import letters
from heardback.model.draft import Draft, Finding
from heardback.model.people import Person
from heardback.model.plan import FollowUp, Plan
from heardback.model.search import Search

# What a spoken text is not expected to have; a card to oneself is not proofread at all.
WRITTEN_ONLY = frozenset({"no_name", "no_phone", "length", "no_question", "greeting"})
SPOKEN = frozenset({"call", "voicemail"})


def draft_follow_up(
    search: Search,
    plan: Plan,
    follow_up_id: str,
    *,
    at: datetime,
    thread: ThreadHead | None = None,
) -> Draft:
    """Given a plan and an id it lists, return the draft with its findings.

    `thread` is the message that it answers. Raise UnknownFollowUp, with the reason, where the
    plan does not list the id.
    """
    follow_up = next((f for f in plan.follow_ups if f.id == follow_up_id), None)
    if follow_up is None:
        raise _unknown(plan, follow_up_id, search=search)
    others = _others(search, plan, follow_up, at=at)
    draft = compose(
        follow_up, search=search, at=at, letters=letters(), thread=thread, others=others
    )
    return proofread_draft(draft, follow_up=follow_up, search=search, at=at, others=others)


def proofread_draft(
    draft: Draft,
    *,
    follow_up: FollowUp,
    search: Search,
    at: datetime,
    others: Sequence[str] = (),
) -> Draft:
    """Given a draft, return it with what the house checks find in its body or script."""
    text = draft.body if draft.body is not None else draft.script
    opportunity = search.opportunity(follow_up.opportunity)
    if text is None or opportunity is None or follow_up.channel is None:
        return draft
    found = check(
        text,
        kind=draft.kind,
        at=at,
        record=Record(search=search, opportunity=opportunity, to=_readers(search, follow_up)),
        others=others,
        words=checks(),
        subject=draft.subject,
    )
    return replace(draft, findings=tuple(f for f in found if _applies(f, draft)))


def _applies(finding: Finding, draft: Draft) -> bool:
    return draft.channel not in SPOKEN or finding.check not in WRITTEN_ONLY


def _readers(search: Search, follow_up: FollowUp) -> tuple[Person, ...]:
    ids = (follow_up.via, *follow_up.to) if follow_up.via else follow_up.to
    return tuple(search.people[p] for p in ids if p in search.people)


def _others(search: Search, plan: Plan, follow_up: FollowUp, *, at: datetime) -> tuple[str, ...]:
    """Return the notes that the panel's earlier members get: no two may share a sentence."""
    texts: list[str] = []
    for other in plan.follow_ups:
        if other.id == follow_up.id:
            break
        same = (other.opportunity, other.kind) == (follow_up.opportunity, follow_up.kind)
        if same and other.kind == "thank_you":
            made = compose(other, search=search, at=at, letters=letters(), others=texts)
            texts.append(made.body or made.script or "")
    return tuple(texts)


def _unknown(plan: Plan, follow_up_id: str, *, search: Search) -> UnknownFollowUp:
    name, _, rest = follow_up_id.partition("/")
    kind, _, reader = rest.partition("/")
    if search.opportunity(name) is None:
        known = ", ".join(o.id for o in search.opportunities) or "none"
        return UnknownFollowUp(
            f"{follow_up_id!r} is not in the plan: there is no opportunity {name!r}.",
            hint=f"Opportunities: {known}.",
        )
    why = _held(plan, name, kind, reader) or _waiting(plan, name, kind) or _closed(plan, name)
    listed = ", ".join(f.id for f in plan.follow_ups if f.opportunity == name)
    hint = f"Listed now: {listed}." if listed else f"Nothing is listed for {name} now."
    return UnknownFollowUp(f"{follow_up_id!r} is not in the plan{why}.", hint=hint)


def _held(plan: Plan, name: str, kind: str, reader: str) -> str:
    for held in plan.held:
        if (held.opportunity, held.kind) == (name, kind) and (
            not reader or not held.to or held.to[0] in reader
        ):
            until = f" until {held.until:%Y-%m-%d %H:%M}" if held.until else ""
            return f": it is held back{until} by rule {held.reason.rule}"
    return ""


def _waiting(plan: Plan, name: str, kind: str) -> str:
    for waiting in plan.waiting:
        if waiting.opportunity == name and waiting.then in (kind, None):
            until = f" until {waiting.until:%Y-%m-%d}" if waiting.until else ""
            return f": {name} waits for {waiting.for_}{until}"
    return ""


def _closed(plan: Plan, name: str) -> str:
    standing = plan.opportunities.get(name)
    if standing is None:
        return ""
    if standing.closed_as:
        return f": {name} is closed ({standing.closed_as.replace('_', ' ')})"
    return f": {name} stands at {standing.stage!r} and nothing of that kind is due"


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
    }
