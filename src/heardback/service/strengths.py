"""The candidate's strengths: told, or read from a résumé and confirmed; corrected, deleted."""

from collections.abc import Iterable, Mapping, Sequence

from heardback.errors import UsageError
from heardback.ports import Ports
from heardback.reading.resume import Proposal, read_resume
from heardback.service.record import set_profile
from heardback.tracking.voice import voice

Keys = dict[str, object]


def strengths(ports: Ports) -> list[Keys]:
    """Return the strengths on record, in order."""
    kept = voice(ports.store.sayings()).profile.get("strengths")
    listed = kept if isinstance(kept, list | tuple) else ()
    return [dict(s) if isinstance(s, Mapping) else {"what": str(s)} for s in listed]


def add_strength(ports: Ports, what: str, evidence: str | None) -> None:
    """Keep one more strength, with its proof where there is one."""
    if not what.strip():
        raise UsageError("A strength needs words.", hint='--strength "stock forecasting"')
    said: Keys = {"what": what.strip()}
    if evidence and evidence.strip():
        said["evidence"] = evidence.strip()
    _keep(ports, [*strengths(ports), said])


def correct_strength(ports: Ports, number: int, changes: Mapping[str, str]) -> None:
    """Change what a strength says (keys what, evidence; an empty evidence drops it)."""
    every = strengths(ports)
    _numbered(every, [number])
    if unknown := set(changes) - {"what", "evidence"}:
        raise UsageError(f"{min(unknown)!r} is no part of a strength.", hint="what, evidence.")
    changed = {k: v for k, v in {**every[number - 1], **changes}.items() if v}
    if not changed.get("what"):
        raise UsageError("A strength needs words.", hint=f"--forget {number} deletes it.")
    every[number - 1] = changed
    _keep(ports, every)


def forget_strengths(ports: Ports, numbers: Sequence[int]) -> int:
    """Delete strengths by number; return how many are left."""
    every = strengths(ports)
    _numbered(every, numbers)
    left = [s for i, s in enumerate(every, 1) if i not in numbers]
    _keep(ports, left)
    return len(left)


def proposals(text: str, *, known: Iterable[Keys]) -> list[Proposal]:
    """Given a résumé's text, return what it says that is not on record yet."""
    from heardback.languages.en.resume import ENGLISH_RESUME

    have = {str(s["what"]).casefold() for s in known}
    return [p for p in read_resume(text, words=ENGLISH_RESUME) if p.what.casefold() not in have]


def confirm_proposals(ports: Ports, chosen: Iterable[Proposal], *, source: str) -> int:
    """Keep what the candidate has said yes to, with the file it was read from; return how many."""
    new: list[Keys] = [{"what": p.what, "source": f"{source}:{p.line}"} for p in chosen]
    if new:
        _keep(ports, [*strengths(ports), *new])
    return len(new)


def _keep(ports: Ports, every: Sequence[Keys]) -> None:
    set_profile(ports, {"strengths": list(every) or None})


def _numbered(every: Sequence[Keys], numbers: Iterable[int]) -> None:
    for number in numbers:
        if not 1 <= number <= len(every):
            raise UsageError(
                f"There is no strength {number}.",
                hint=f"There are {len(every)}: heardback profile." if every else "There is none.",
            )
