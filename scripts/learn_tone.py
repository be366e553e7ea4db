"""Learn what checking/likeness.py weighs: python scripts/learn_tone.py

Reads the sentences of tests/checking/corpus (all but the parts and fifths held out) and of our own
gallery, and writes src/heardback/languages/en/tone.json: two multinomial logistic regressions, one
for faults and one for claims, with the limits above which a label counts. The limits are set by
cross validation: so high that of the fine sentences next to none passes.

Needs `pip install scikit-learn` (a development tool: the program needs only the numbers). Takes a
few seconds; the same sentences give the same file.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP))

from tests.checking.corpus import LEARNED_FROM, claims, good, learned_sentences, table

from heardback.checking.checks.unknown_claim import PRIVATE
from heardback.checking.claims import PROPOSES, Known
from heardback.checking.letter import Letter, Span
from heardback.checking.likeness import ZERO, Learned, features, odds
from heardback.checking.opinion import BARE_PLACE, GROUNDED, claim_marks
from heardback.languages.en.checks import checks

FAULTS = (
    "reproach",
    "ultimatum",
    "desperation",
    "excuse",
    "pay_talk",
    "offer_details",
    "stock_phrase",
)
STRENGTH = {"faults": 40.0, "claims": 30.0}  # inverse of the penalty, by cross validation
LOUDEST = 11.0  # a character must hold it
LEAST = 0.15  # words whose weights are all below it are left out
# So many fine sentences of a thousand may pass as a fault, for an error and for a warning.
PASS = {"sure": 0.7, "likely": 4.0}
# So many of a hundred harmless sentences with a word not on record may pass as a claim.
CLAIMS_PASS = {"sure": 2.5, "likely": 6.0}
PLACE = TOP / "src" / "heardback" / "languages" / "en" / "tone.json"


def sentences_of(text: str, kind: str) -> list[str]:
    return [s.text for s in Letter(text=text, kind=kind, words=checks()).sentences]


def fault_sentences() -> list[tuple[str, str]]:
    own = table("sentences_tone")
    found = [(text, label) for label in own for text in own[label]]
    for part in LEARNED_FROM:
        for entry in table(f"faults_{part}")["fault"]:
            if "put" in entry and "find" not in entry and entry["checks"][0] in FAULTS:
                found.append((entry["put"], entry["checks"][0]))
        for one in good(part).values():
            found += [(s, topic(s)) for s in sentences_of(one.text, one.kind)]
    found += [(s, topic(s)) for s in gallery()]
    # The hand of the claims wrote no faults, but questions about the decision.
    found += [(s, topic(s)) for s, label in learned_sentences("claims") if label != "fine"]
    labels = dict(found[::-1])  # the first label of a sentence counts
    return [(text, labels[text]) for text in dict.fromkeys(text for text, _ in found)]


def measured() -> set[str]:
    """The sentences known to be fine: those of good letters and of our own drafts."""
    letters = (one for part in LEARNED_FROM for one in good(part).values())
    return {s for one in letters for s in sentences_of(one.text, one.kind)} | set(gallery())


def claim_counts(pairs: list[tuple[str, str]], said: dict[str, Any], apart: Any) -> dict[str, Any]:
    """Return what each mark of a claim counts, and from which sum on it is likely, and sure.

    The sentences by another hand know nothing of the search they are compared with: their claims
    are inventions there; what they are like is told by a regression that has not seen them.
    """
    labels = said["labels"]
    learned = Learned(tuple(labels), tuple(said["start"]), said["words"], 10, {}, {})
    at_hand = next(c.sample for c in claims("tuning"))
    marks, truth = [], []
    for (text, label), row in zip(pairs, apart, strict=True):
        if text.endswith("?") or text.count(" ") < 2:
            continue
        letter = Letter(text=text, kind=at_hand.kind, words=checks(), record=at_hand.record)
        known = Known(letter.record, letter.words.claiming, letter.words.numbers)
        span = Span(0, len(text), text)
        like = dict(zip(labels, map(float, row), strict=True))
        found, bare = claim_marks(letter, span, like, known)
        if bare:
            marks.append(found)
            truth.append(label != "no_claim")
    matrix, told = np.array(marks), np.array(truth)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(matrix, told)
    score = matrix @ model.coef_[0] + model.intercept_[0]
    ranked = np.sort(score[~told])[::-1]
    limits = {
        name: {"claim": round(float(ranked[int(len(ranked) * most / 100)]), 2)}
        for name, most in CLAIMS_PASS.items()
    }
    # No letter of ours may get an error by it; this regression has not learned from them.
    counts = [round(float(v), 3) for v in (*model.coef_[0], model.intercept_[0])]
    most = max(letter_scores(learned, counts))
    limits["sure"]["claim"] = round(max(limits["sure"]["claim"], most + 0.05), 2)
    for name in limits:
        part = np.mean(score[told] > limits[name]["claim"])
        print(
            f"  {told.sum()} claims and {(~told).sum()} others with a bare word: {name} {part:.2f}"
        )
    print("  counts", counts, limits)
    return {**limits, "marks": counts}


def letter_scores(learned: Learned, counts: list[float]) -> Iterator[float]:
    """Yield for each sentence of our good letters that has a bare word how like a claim it is."""
    for part in LEARNED_FROM:
        for one in good(part).values():
            if one.record is None or one.kind in PRIVATE | PROPOSES:
                continue
            letter = Letter(
                text=one.text, kind=one.kind, words=checks(), at=one.at, record=one.record
            )
            known = Known(one.record, letter.words.claiming, letter.words.numbers)
            for s in letter.sentences:
                like = odds(features(s.text), learned)
                marks, bare = claim_marks(letter, s, like, known)
                if bare and marks[BARE_PLACE] > 1 - GROUNDED and not s.text.endswith("?"):
                    yield counts[-1] + sum(a * b for a, b in zip(marks, counts, strict=False))


def topic(sentence: str) -> str:
    """What is fine in one kind and not in another keeps its name there."""
    for name in ("status_question", "pay_talk"):
        if any(t.pattern.search(sentence) for t in checks().told[name]):
            return name
    return "fine"


def gallery() -> list[str]:
    page = (TOP / "docs" / "gallery.md").read_text("utf-8")
    blocks = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    found = [s for block in blocks for s in sentences_of(block, "thank_you")]
    return [s for s in dict.fromkeys(found) if not s.startswith("Subject:")]


def learn(
    of: str, pairs: list[tuple[str, str]], harmless: str, by: set[str]
) -> tuple[dict[str, Any], Any]:
    labels = sorted({label for _, label in pairs})
    told = np.array([labels.index(label) for _, label in pairs])
    shelf = DictVectorizer()
    matrix = shelf.fit_transform([features(text) for text, _ in pairs])
    often = np.asarray((matrix > 0).sum(0)).ravel() >= 2
    matrix, names = matrix[:, often], shelf.get_feature_names_out()[often]
    rare = 1 + 0.5 * np.log((1 + len(told)) / (1 + np.asarray((matrix > 0).sum(0)).ravel()))
    matrix = matrix.multiply(rare).tocsr()

    def regression(part: Any, truth: Any) -> Any:
        model = LogisticRegression(C=STRENGTH[of], max_iter=1000, tol=1e-3)
        return model.fit(part, truth)

    apart = np.zeros((len(told), len(labels)))
    for rest, part in StratifiedKFold(8, shuffle=True, random_state=1).split(matrix, told):
        apart[part] = regression(matrix[rest], told[rest]).predict_proba(matrix[part])
    fine = told == labels.index(harmless)
    fine &= np.array([not by or text in by for text, _ in pairs])
    limits: dict[str, dict[str, float]] = {"sure": {}, "likely": {}}
    print(f"{of}: {len(told)} sentences, right {np.mean(apart.argmax(1) == told):.3f}")
    for place, label in enumerate(labels):
        if label == harmless:
            continue
        for name, most in PASS.items():
            ranked = np.sort(apart[fine, place])[::-1]
            limit = float(ranked[int(most * fine.sum() / 1000)])
            limits[name][label] = round(min(0.98, max(limit + 0.01, 0.3)), 2)
        hit = [np.mean(apart[told == place, place] >= limits[name][label]) for name in PASS]
        print(
            f"  {label}: {(told == place).sum()}, found {hit[0]:.2f} sure {hit[1]:.2f} likely",
            limits["sure"][label],
            limits["likely"][label],
        )
    whole = regression(matrix, told)
    counts = np.clip(whole.coef_ * rare, -LOUDEST, LOUDEST)
    kept = {
        str(name): "".join(chr(ZERO + round(10 * each)) for each in counts[:, column])
        for column, name in enumerate(names)
        if np.abs(counts[:, column]).max() >= LEAST
    }
    learned = {
        "labels": labels,
        "start": [round(10 * each) for each in whole.intercept_],
        **limits,
        "words": dict(sorted(kept.items())),
    }
    return learned, apart


def main() -> None:
    faults, _ = learn("faults", fault_sentences(), "fine", measured())
    pairs = [p for p in learned_sentences("claims") if p[1] != "fine"]
    said, apart = learn("claims", pairs, "no_claim", set())
    said |= claim_counts(pairs, said, apart)
    learned = {"faults": faults, "claims": said}
    PLACE.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
