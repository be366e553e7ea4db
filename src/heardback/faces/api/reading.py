"""Looking: today, opportunities, reasons, drafts, offers, people, insights, search, export."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse

from heardback.errors import UsageError
from heardback.faces.api import shapes
from heardback.faces.api.search import Search
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.model.draft import Register
from heardback.searchfile import candidate_to_keys, resolve_preferences
from heardback.service import overviews, searching, show
from heardback.service.agenda import agenda
from heardback.service.bands import all_bands, bands
from heardback.service.insights import insights
from heardback.service.letters import Wanted
from heardback.service.may import may
from heardback.service.offers import offers, what_if
from heardback.service.plan_view import plan_view
from heardback.service.search_file import export_search
from heardback.service.simulate import simulate
from heardback.service.timeframe import read_one
from heardback.service.tracked import plan, track
from heardback.service.writing import writing

router = APIRouter()
Name = Annotated[str, Query(min_length=1, max_length=400)]


@router.get("/today", response_model=shapes.AgendaShape)
def today(search: Search, days: Annotated[int, Query(ge=1, le=366)] = 7) -> Any:
    """Whom to write to, whom to leave in peace until when, and why."""
    with search.ports() as ports:
        return agenda(ports, days=days)


@router.get("/plan")
def whole_plan(search: Search) -> dict[str, Any]:
    """The plan in the public format of `heardback plan`."""
    with search.ports() as ports:
        tracked = track(ports)
        return plan_view(plan(ports, tracked), search=tracked.search)


@router.get("/opportunities", response_model=shapes.OpportunityLines)
def opportunities(search: Search) -> Any:
    """A line for every opportunity."""
    with search.ports() as ports:
        return show.opportunities(ports)


@router.get("/opportunities/{id}", response_model=shapes.OpportunityShape)
def opportunity(search: Search, id: str) -> Any:
    """One opportunity in full, in order of time, with quotes."""
    with search.ports() as ports:
        return show.opportunity(ports, id)


@router.get("/opportunities/{id}/bands")
def time_bands(search: Search, id: str) -> dict[str, Any]:
    """The windows, grace, deadlines and due moments of one opportunity."""
    with search.ports() as ports:
        return bands(ports, id)


@router.get("/calendar")
def calendar(search: Search) -> list[dict[str, Any]]:
    """The same for every open opportunity."""
    with search.ports() as ports:
        return all_bands(ports)


@router.get("/why", response_model=shapes.WhyShape)
def why(search: Search, id: Name) -> Any:
    """Why a follow-up is due, or (for an opportunity) why none is."""
    with search.ports() as ports:
        return show.why(ports, id)


@router.get("/may")
def may_i(search: Search, kind: Name, person: Name) -> dict[str, Any]:
    """Whether a follow-up of a kind may go to somebody now."""
    with search.ports() as ports:
        tracked = track(ports)
        at = ports.clock.now()
        return may(tracked.search, kind=kind, person=person, at=at, dismissed=tracked.dismissed)


@router.get("/draft", response_model=shapes.DraftShape)
def draft(
    search: Search,
    id: Name,
    register: Register | None = None,
    variant: Annotated[int, Query(ge=1, le=12)] = 1,
    fresh: bool = False,
) -> Any:
    """A draft with its grounds and findings, in the candidate's own words where they are kept."""
    with search.ports() as ports:
        return writing(ports, id, Wanted(register=register, variant=variant, fresh=fresh))


@router.get("/offers")
def competing_offers(search: Search) -> dict[str, Any]:
    """Offers beside each other: deadlines, promised dates, what to ask of whom by when."""
    with search.ports() as ports:
        return offers(ports)


@router.get("/offers/what-if")
def offers_what_if(
    search: Search, opportunity: Name, day: date, what: Literal["deadline", "offer"] = "deadline"
) -> dict[str, Any]:
    """What would change if a deadline were another day, or an offer came; nothing is kept."""
    with search.ports() as ports:
        return what_if(ports, opportunity, day, what=what)


@router.get("/people")
def people(search: Search) -> list[dict[str, Any]]:
    """Everybody of the search."""
    with search.ports() as ports:
        return overviews.people(ports)


@router.get("/review")
def review(search: Search) -> list[dict[str, Any]]:
    """Readings that wait for a yes."""
    with search.ports() as ports:
        return overviews.review(ports)


@router.get("/activity")
def activity(search: Search) -> list[dict[str, Any]]:
    """What was said and done, the newest first."""
    with search.ports() as ports:
        return overviews.activity(ports)


@router.get("/insights")
def show_insights(search: Search) -> dict[str, Any]:
    """Promises kept, answers after check-ins, the funnel, silences."""
    with search.ports() as ports:
        return insights(ports)


@router.get("/search")
def find(search: Search, q: Annotated[str, Query(max_length=200)]) -> list[dict[str, Any]]:
    """Everything that has all the words."""
    return searching.search(search.findable(), q)


@router.get("/profile")
def profile(search: Search) -> dict[str, Any]:
    """Who the candidate is."""
    with search.ports() as ports:
        return dict(candidate_to_keys(track(ports).search.candidate))


@router.get("/preferences")
def preferences(search: Search, opportunity: str | None = None) -> dict[str, Any]:
    """Every preference as it counts, everywhere or for one opportunity; `changed` are yours."""
    from dataclasses import asdict

    with search.ports() as ports:
        tracked = track(ports)
        one = show.find_opportunity(tracked, opportunity).opportunity if opportunity else None
        own = one.preferences if one else {}
        chosen = resolve_preferences(tracked.search.preferences, own)
    return {**asdict(chosen), "changed": sorted(chosen.changed)}


@router.get("/export", response_class=PlainTextResponse)
def export(search: Search, format: Literal["yaml", "json"] = "yaml") -> str:
    """The whole search as one file."""
    with search.ports() as ports:
        return export_search(ports, form=format)


@router.post("/simulations")
def simulation(search: Search, asked: shapes.Suppose) -> dict[str, Any]:
    """How the plan unfolds until a moment; nothing is kept."""
    with search.ports() as ports:
        tracked = track(ports)
        at = ports.clock.now()
        until = _aware(asked.until, at)
        if not at <= until or (until - at).days > 366:
            raise UsageError("`until` lies outside the next year.", hint="Choose a moment in it.")
        return simulate(
            tracked.search, at=at, until=until, assume=asked.assume, dismissed=tracked.dismissed
        )


@router.post("/timeframes")
def timeframes(asked: shapes.Sentence, search: Search) -> dict[str, Any]:
    """Read when somebody said that an answer would come."""
    with search.ports() as ports:
        said = _aware(asked.said, ports.clock.now())
    if not 1990 <= said.year <= 2100:
        raise UsageError("`said` lies too far from today.", hint="Years 1990 to 2100.")
    return read_one(
        asked.text,
        said=said,
        words=ENGLISH_TIMEFRAMES,
        country=asked.country,
        timezone=asked.timezone,
    )


def _aware(moment: datetime, now: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
