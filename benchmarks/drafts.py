"""How long a draft takes in process, against rendering a template: python -m benchmarks.drafts

The peer is Jinja2 filling a letter of the same length from a compiled template, the least that any
program which writes letters does. A ratio of the two holds on any machine.
"""

import json
import statistics
from datetime import datetime
from pathlib import Path
from time import perf_counter

import jinja2

from heardback.drafting.compose import compose
from heardback.languages.en.letters import letters
from heardback.model.plan import Plan
from heardback.searchfile import read_search
from heardback.service import draft as drafts
from heardback.service.plan import plan_of
from heardback.timeframe.business import zone

SEARCH = Path(__file__).parents[1] / "scripts" / "gallery_search.yaml"
AT = datetime(2025, 3, 5, 16, 0)
LETTER = """\
Dear {{ first }},

Thank you for the conversation on {{ day }} about the {{ role }} role at {{ employer }}.

{% for topic in topics %}I enjoyed what you told me about {{ topic }}. {% endfor %}\
{% if strength %}From my side I would bring what I have learned from {{ strength }}.{% endif %}

I would be glad to take the next step. If anything is still open on your side, please ask.

Kind regards,
{{ name }}
{{ phone }}
"""
FACTS = {
    "first": "Maeve",
    "day": "Monday",
    "role": "Demand Planner",
    "employer": "Tern Logistics",
    "topics": ["your plan to forecast by port", "seasonal workers"],
    "strength": "my years on the returns desk",
    "name": "Aoife Brennan",
    "phone": "+353 1 555 0162",
}


def times(work: object, *, rounds: int) -> list[float]:
    """Return the seconds that each of so many calls took."""
    assert callable(work)
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return taken


def measure(rounds: int = 40) -> dict[str, object]:
    """Return the medians in milliseconds and the ratios of a draft to the peer."""
    search = read_search(SEARCH.read_text(encoding="utf-8"), name=SEARCH.name).search
    at = AT.replace(tzinfo=zone(search.candidate.timezone))
    plan: Plan = plan_of(search, at=at)
    due = [f for f in plan.follow_ups if f.state != "upcoming"]
    template = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True).from_string(
        LETTER
    )
    words = letters()

    def every() -> None:
        for one in due:
            compose(one, search=search, at=at, letters=words)

    def proofread() -> None:
        for one in due:
            drafts.draft_follow_up(search, plan, one.id, at=at)

    every(), proofread(), template.render(**FACTS)  # once for the caches
    peer = statistics.median(times(lambda: template.render(**FACTS), rounds=rounds * 50))
    draft = statistics.median(times(every, rounds=rounds)) / len(due)
    whole = statistics.median(times(proofread, rounds=max(5, rounds // 4))) / len(due)
    return {
        "drafts": len(due),
        "ms": {
            "template": round(peer * 1e3, 4),
            "draft": round(draft * 1e3, 3),
            "draft, panel and proofreading": round(whole * 1e3, 3),
        },
        "ratios": {"draft / template": round(draft / peer, 1)},
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
