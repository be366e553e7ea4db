"""The plan as the public contract shows it: the keys of contracts.md, section 2, in their order."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from heardback.model.plan import (
    Aim,
    Caution,
    DeadlineSum,
    FollowUp,
    Ground,
    Held,
    OtherProcess,
    Plan,
    Reason,
    Waiting,
)
from heardback.model.search import Search
from heardback.service.reasons import render

FORMAT = 1
Say = Callable[[Reason], str]
View = dict[str, object]


def plan_view(plan: Plan, *, search: Search) -> View:
    """Given a plan and its search, return it as the contract's mapping, reasons in words."""
    today = plan.at.date()

    said: dict[int, str] = {}  # by identity: a caution, what it holds and the wait share a reason

    def say(reason: Reason) -> str:
        text = said.get(id(reason))
        if text is None:
            text = said[id(reason)] = render(reason, on=today)
        return text

    view: View = {
        "heardback": FORMAT,
        "at": _iso(plan.at),
        "follow_ups": [_follow_up(f, say, today) for f in plan.follow_ups],
        "waiting": [_waiting(w, say) for w in plan.waiting],
        "held": [_held(h, say) for h in plan.held],
        "cautions": [_caution(c, say) for c in plan.cautions],
        "opportunities": {
            o.id: {"stage": s.stage, "closed_as": s.closed_as, "next": s.next}
            for o in search.opportunities
            if (s := plan.opportunities.get(o.id)) is not None
        },
    }
    if plan.deadlines:
        view["deadlines"] = [_deadline(d, today) for d in plan.deadlines]
    return view


def _deadline(sum: DeadlineSum, today: date) -> View:
    return {
        "opportunity": sum.opportunity,
        "decide_by": _iso(sum.decide_by),
        "assumed": sum.assumed,
        "working_hours_left": sum.working_hours_left,
        "ask_by": _iso(sum.ask_by),
        "others": [_other(o, today) for o in sum.others],
        "ask": [render(s, on=today) for s in sum.asks],
    }


def _other(other: OtherProcess, today: date) -> View:
    return {
        "opportunity": other.opportunity,
        "promised_by": other.promised_by.isoformat() if other.promised_by else None,
        "steps_left": other.steps_left,
        "far_along": other.far_along,
        "preferred": other.preferred,
        "gap_days": other.gap_days,
        "extension_days": other.extension_days,
        "extension_until": _iso(other.extension_until),
        "reachable": other.reachable,
        "ask": [render(s, on=today) for s in other.asks],
    }


def _follow_up(f: FollowUp, say: Say, today: date) -> View:
    view: View = {
        "id": f.id,
        "opportunity": f.opportunity,
        "kind": f.kind,
        "to": list(f.to),
        "via": f.via,
        "channel": f.channel,
        "attempt": f.attempt,
        "not_before": _iso(f.not_before),
        "due": _iso(f.due),
        "latest": _iso(f.latest),
        "state": f.state,
        "optional": f.optional,
        "aims": [_aim(a) for a in f.aims],
        "anchor": f.anchor,
        "review_by": _iso(f.review_by),
        "changes_if": [render(s, on=today) for s in f.changes_if],
        "why": [_reason(r, say) for r in f.why],
    }
    if f.cc:
        view["cc"] = list(f.cc)
    return view


def _aim(aim: Aim) -> View:
    return {"aim": aim.aim, "what": aim.what, "evidence": _evidence(aim.evidence)}


def _reason(reason: Reason, say: Say) -> View:
    return {"rule": reason.rule, "text": say(reason), "evidence": _evidence(reason.evidence)}


def _evidence(grounds: tuple[Ground, ...]) -> list[Mapping[str, object]]:
    return [{"event": g.event, "quote": g.quote} for g in grounds]


def _waiting(w: Waiting, say: Say) -> View:
    return {
        "opportunity": w.opportunity,
        "for": w.for_,
        "until": w.until.isoformat() if w.until else None,
        "then": w.then,
        "why": [_reason(r, say) for r in w.why],
    }


def _held(h: Held, say: Say) -> View:
    return {
        "opportunity": h.opportunity,
        "kind": h.kind,
        "to": list(h.to),
        "rule": h.reason.rule,
        "until": _iso(h.until),
        "text": say(h.reason),
    }


def _caution(c: Caution, say: Say) -> View:
    return {
        "opportunity": c.opportunity,
        "rule": c.reason.rule,
        "kind": c.kind,
        "to": None if c.to is None else list(c.to),
        "channel": c.channel,
        "until": _iso(c.until),
        "text": say(c.reason),
    }


def _iso(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.isoformat(timespec="seconds") if moment.microsecond else moment.isoformat()
