"""Letters written from the contract alone, before anybody tried them on the reading.

`blind`: the reading was mended after them, and the word weights are learned from them. `held_out`:
nothing is learned from it, and its single failures are not looked at; its figures are the ones to
believe. They are printed, and the floors keep them from falling.
"""

import math
from collections.abc import Callable, Iterable
from functools import cache

import pytest

from tests.reading.corpus_reader import Labelled, corpus

PARTS = ("us", "uk", "noise")
STATUS = ("rejection", "offer", "position_closed", "on_hold")
# What the held-out part may not fall below: (precision, recall) of the kind as answered.
FLOORS = {
    # 2026-11-23, words learned from 400 letters more by another hand: rejections gained eight points
    # of recall and lost one of precision, offers gained five and one; confirmed interviews lost four
    # points of precision for four of recall, scheduling two of recall, hard noise two, statuses
    # that move wrongly one of two.
    "rejection": (0.91, 0.9),
    "offer": (0.81, 0.86),
    "position_closed": (0.95, 0.76),
    "scheduling": (0.83, 0.76),
    "interview_confirmed": (0.62, 0.84),
    "request": (0.8, 0.65),
    "job_alert": (0.95, 0.85),
    "auto_reply": (0.95, 0.95),
}


@cache
def letters(part: str) -> tuple[Labelled, ...]:
    return tuple(one for name in PARTS for one in corpus(f"{part}_{name}"))


def noise(part: str) -> list[Labelled]:
    return [one for one in letters(part) if one.kind == "other" and not one.job]


def hard_noise() -> list[Labelled]:
    """Return mails that use the words of job mail in other meanings, all of them unseen."""
    return [one for one in corpus("held_out_fresh_noise") if one.kind == "other" and not one.job]


def own_process(part: str) -> list[Labelled]:
    aside = ("other", "job_alert", "recruiter_outreach")
    return [one for one in letters(part) if one.kind not in aside]


def interval(right: int, of: int) -> str:
    """Return a share with its 95 % interval (Wilson, 1927)."""
    if not of:
        return "none"
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.2f} [{max(0.0, middle - half):.2f}–{min(1.0, middle + half):.2f}] of {of}"


def test_the_corpus_is_as_large_as_promised() -> None:
    everything = [*letters("blind"), *letters("held_out")]
    everything += [
        one for name in ("tuning", "held_out", "second", "third") for one in corpus(name)
    ]
    assert len(everything) >= 1200
    assert len(noise("held_out")) >= 170
    for kind in ("rejection", "offer", "scheduling"):
        assert sum(one.kind == kind for one in letters("held_out")) >= 40


def test_prints_how_well_unseen_letters_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["", "letters held out: kind, precision, recall (95 % intervals)"]
    kinds = sorted({one.kind for one in letters("held_out")})
    for kind in kinds:
        right, told, read = counts(kind)
        lines.append(f"  {kind:22} {interval(right, read):32} {interval(right, told)}")
    moved = [one for one in letters("held_out") if one.moved]
    wrong = [one for one in moved if one.moved != one.kind]
    lines.append(f"  statuses moved {len(moved)}, wrongly {len(wrong)}")
    for label, found in measures("held_out").items():
        lines.append(f"  {label:22} {interval(*found)}")
    with capsys.disabled():
        print("\n".join(lines))


def counts(kind: str) -> tuple[int, int, int]:
    right = sum(one.kind == one.seen.kind == kind for one in letters("held_out"))
    told = sum(one.kind == kind for one in letters("held_out"))
    read = sum(one.seen.kind == kind for one in letters("held_out"))
    return right, told, read


def measures(part: str) -> dict[str, tuple[int, int]]:
    names = [
        (one, set(map(str.casefold, one.told["people"])))
        for one in letters(part)
        if "people" in one.told
    ]
    met = sum(len(told & {p.name.casefold() for p in one.seen.people}) for one, told in names)
    return {
        "noise kept out": _share(noise(part), lambda one: not one.seen.job_related),
        "hard noise kept out": _share(hard_noise(), lambda one: not one.seen.job_related),
        "own process seen": _share(own_process(part), lambda one: one.seen.job_related),
        "employer": _field(part, "employer", lambda one: one.seen.employer),
        "role": _field(part, "role", lambda one: one.seen.role),
        "people": (met, sum(len(told) for _one, told in names)),
        "interview's start": _field(part, "start", _start),
        "offer's deadline": _field(part, "decide_by", _decide_by),
    }


def _share(ones: list[Labelled], holds: Callable[[Labelled], bool]) -> tuple[int, int]:
    return sum(map(holds, ones)), len(ones)


def _field(part: str, name: str, read: Callable[[Labelled], str | None]) -> tuple[int, int]:
    ones: Iterable[Labelled] = [one for one in letters(part) if name in one.told]
    told = [(read(one) or "", str(one.told[name])) for one in ones]
    return sum(a.casefold() == b.casefold() for a, b in told), len(told)


def _start(one: Labelled) -> str | None:
    seen = one.seen.interview
    return seen.start.isoformat() if seen and seen.start else None


def _decide_by(one: Labelled) -> str | None:
    offer = one.seen.offer
    return offer.decide_by.on.isoformat() if offer and offer.decide_by else None


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_unseen_letters_are_read_no_worse_than_before(kind: str) -> None:
    right, told, read = counts(kind)
    precision, recall = FLOORS[kind]
    assert right >= precision * read
    assert right >= recall * told


def test_a_status_hardly_ever_moves_wrongly_on_unseen_letters() -> None:
    wrong = [one for one in letters("held_out") if one.moved and one.moved != one.kind]
    assert len(wrong) <= 3


def test_no_status_moves_wrongly_on_letters_we_have_seen() -> None:
    wrong = [str(one) for one in letters("blind") if one.moved and one.moved != one.kind]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("label", "least"),
    [
        ("noise kept out", 0.87),
        ("hard noise kept out", 0.9),
        ("own process seen", 0.94),
        ("employer", 0.8),
        ("role", 0.84),
        ("people", 0.86),
        ("offer's deadline", 0.68),
        ("interview's start", 0.55),
    ],
)
def test_fields_of_unseen_letters_are_read_no_worse_than_before(label: str, least: float) -> None:
    right, of = measures("held_out")[label]
    assert right >= least * of, interval(right, of)
