"""The corpus: good letters pass, planted faults are found, inventions are refused; figures printed.

The floors are those of docs/quality.md. Single failures of the held-out half are not shown: its
letters are not to be tuned on.
"""

from collections import Counter
from functools import cache

import pytest

from heardback import bootstrap
from heardback.model.draft import Finding
from tests.checking.corpus import HALVES, PARTS, Sample, claims, faults, good

# The least share of planted faults and of inventions that must be found, by part.
FLOORS = {
    "tuning": (1.0, 1.0),
    "held_out": (0.98, 0.99),
    "fresh": (0.95, 0.9),
    "unseen": (0.8, 0.8),
    "second": (1.0, 0.95),
    "last": (0.88, 0.84),
    "once": (0.6, 0.7),
    "hand_in_view": (0.68, 0.58),
    "hand_held_out": (0.75, 0.65),
}
# The most good letters with an error, and recorded claims that are errors; elsewhere none.
WRONG = {"hand_in_view": 6, "hand_held_out": 13}
REFUSED = {"unseen": 1, "hand_held_out": 2}
SHOWN = ("tuning", "fresh", "second")  # single failures of the others are not looked at
FALSE_REMARKS = 0.5
# Letters by another hand get more than they should; so much and no more.
MOST_REMARKS = {"hand_in_view": 19, "hand_held_out": 24}
GRAMMAR = bootstrap.grammar()


@cache
def read(half: str) -> dict[str, tuple[Sample, tuple[Finding, ...]]]:
    return {id: (s, s.findings(GRAMMAR)) for id, s in good(half).items()}


@pytest.mark.parametrize("half", PARTS)
def test_no_good_letter_gets_an_error(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(half)
    wrong = [
        id for id, (_, remarks) in found.items() if any(f.severity == "error" for f in remarks)
    ]
    counts = Counter(f.severity for _, remarks in found.values() for f in remarks)
    with capsys.disabled():
        print(
            f"\n{half}: {len(found)} good letters, {len(wrong)} with an error; "
            f"{counts['warning']} warnings, {counts['hint']} hints"
        )
    assert len(wrong) <= WRONG.get(half, 0), (
        wrong if half in SHOWN else "single failures are not looked at"
    )


@pytest.mark.parametrize("half", PARTS)
def test_good_letters_get_few_remarks(half: str) -> None:
    found = read(half)
    own = [f for _, remarks in found.values() for f in remarks if f.check != "no_phone"]
    assert len(own) <= MOST_REMARKS.get(half, FALSE_REMARKS * len(found))


@pytest.mark.parametrize("half", PARTS)
def test_planted_faults_are_found(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    samples = list(faults(half))
    missed = [s.id for s in samples if not s.is_found(s.findings(GRAMMAR))]
    share = 1 - len(missed) / len(samples)
    with capsys.disabled():
        print(f"\n{half}: {len(samples) - len(missed)} of {len(samples)} planted faults found")
    assert share >= FLOORS[half][0], missed if half in SHOWN else share


@pytest.mark.parametrize("half", PARTS)
def test_inventions_typed_into_a_letter_are_errors(
    half: str, capsys: pytest.CaptureFixture[str]
) -> None:
    every = list(claims(half))
    passed = [c.sentence for c in every if not c.is_true and not c.sample.has_error()]
    refused = [c.sentence for c in every if c.is_true and c.sample.has_error()]
    invented = sum(not c.is_true for c in every)
    with capsys.disabled():
        print(
            f"\n{half}: {invented - len(passed)} of {invented} inventions are errors, "
            f"{len(refused)} of {len(every) - invented} recorded claims are"
        )
    assert len(passed) <= invented * (1 - FLOORS[half][1]), passed if half in SHOWN else len(passed)
    assert len(refused) <= REFUSED.get(half, 0), refused if half in SHOWN else len(refused)


def test_the_corpus_is_as_large_as_promised() -> None:
    from tests.checking.faults import PLAIN, RECORDED

    assert sum(len(good(half)) for half in HALVES) >= 80
    assert sum(len(list(faults(half))) for half in HALVES) + len(PLAIN) + len(RECORDED) >= 150
    assert sum(not c.is_true for half in HALVES for c in claims(half)) >= 100


def test_the_halves_share_no_letter() -> None:
    texts = [{s.text for s in good(half).values()} for half in HALVES]
    assert not texts[0] & texts[1]
