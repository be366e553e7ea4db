"""Learn what reading/likeness.py and reading/opinion.py weigh: python scripts/learn_likeness.py

Reads the labelled letters of tests/reading/corpus (all but the held-out parts) and writes
src/heardback/languages/en/likeness.json. Two steps:

1. The words: a multinomial logistic regression over the features of likeness.py.
2. The votes: how much the words' opinion and the phrases' count for each kind, a conditional logit
   learned from letters that neither has seen: the words' opinion is that of a regression which
   learned from the other four fifths, and only letters count after which no phrase was mended.

Needs `pip install scikit-learn` (a development tool: the program needs only the numbers). Takes
half a minute; the same letters give the same file.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP))

from tests.reading import corpus_reader

from heardback.reading import read
from heardback.reading.likeness import NOISE, features
from heardback.reading.opinion import LEAST_ODDS, Opinion, votes
from heardback.reading.words import ZERO

# Phrases were mended after these; they teach the words alone.
SEEN = ("tuning", "held_out", "second", "third", "blind_us", "blind_uk", "blind_noise")
# Nothing was mended after these.
FRESH = (
    "blind_more_jobs",
    "blind_more_noise",
    "blind_letters_a",
    "blind_letters_b",
    "blind_letters_c",
    "blind_letters_d",
    "blind_letters_e",
    "blind_letters_f",
    "blind_letters_g",
    "blind_noise_g",
)
STRENGTH = 60.0  # inverse of the regression's penalty, by cross validation
PENALTY = 1.0  # on what a kind's votes differ from those of all kinds
NOISE_SHARE = 0.38  # of the mail that passes the gate
LOUDEST = 11.0  # a character must hold it
LEAST = 0.15  # words whose weights are all below it are left out
PLACE = TOP / "src" / "heardback" / "languages" / "en" / "likeness.json"


class Letters:
    """The labelled letters: features, kinds, what the phrases say, and which are fresh."""

    def __init__(self) -> None:
        self.features: list[dict[str, float]] = []
        self.kinds: list[str] = []
        self.votes: list[dict[str, tuple[float, ...]]] = []
        self.fresh: list[bool] = []
        inside = read.opinion

        def listen(letter: Any, found: Any, *, related: bool) -> Opinion:
            self.features.append(features(letter))
            self.votes.append(votes(found, related=related))
            return Opinion(found, related)

        read.opinion = listen
        for name in (*SEEN, *FRESH):
            self._read(name)
        read.opinion = inside

    def _read(self, name: str) -> None:
        for one in corpus_reader.each(name):
            if len(self.features) == len(self.kinds):
                continue  # own mail, or told by its headers: nothing to weigh
            self.kinds.append(NOISE if one.kind == "other" else one.kind)
            self.fresh.append(name in FRESH)


def main() -> None:
    letters = Letters()
    kinds = sorted(set(letters.kinds))
    told = np.array([kinds.index(kind) for kind in letters.kinds])
    shelf = DictVectorizer()
    matrix = shelf.fit_transform(letters.features)
    often = np.asarray((matrix > 0).sum(0)).ravel() >= 2
    matrix, names = matrix[:, often], shelf.get_feature_names_out()[often]
    # A rare word may weigh more: the penalty is lighter on it (inverse document frequency).
    rare = 1 + np.log((1 + len(told)) / (1 + np.asarray((matrix > 0).sum(0)).ravel()))
    matrix = matrix.multiply(rare).tocsr()
    apart = np.zeros((len(told), len(kinds)))
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    for rest, part in folds.split(matrix, told):
        apart[part] = regression(matrix[rest], told[rest]).predict_proba(matrix[part])
    print(f"words alone, cross validated: {np.mean(apart.argmax(1) == told):.3f}", file=sys.stderr)
    whole = regression(matrix, told)
    counts = np.clip(whole.coef_ * rare, -LOUDEST, LOUDEST)
    kept = {
        str(name): "".join(chr(ZERO + round(10 * each)) for each in counts[:, column])
        for column, name in enumerate(names)
        if np.abs(counts[:, column]).max() >= LEAST
    }
    learned = {
        "kinds": kinds,
        "start": [round(10 * each) for each in whole.intercept_],
        "votes": dict(zip(kinds, weighed(letters, kinds, told, apart), strict=True)),
        "words": dict(sorted(kept.items())),
    }
    PLACE.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{len(kept)} words from {len(told)} letters", file=sys.stderr)


def regression(matrix: Any, told: Any) -> Any:
    return LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-3).fit(matrix, told)


def weighed(letters: Letters, kinds: list[str], told: Any, apart: Any) -> list[list[float]]:
    """Return for each kind what its votes count: the words', the phrases', and its start."""
    fresh = np.array(letters.fresh)
    own = [each for each, new in zip(letters.votes, fresh, strict=True) if new]
    size = len(next(iter(own[0].values())))
    marks = np.array([[each.get(kind, (0.0,) * size) for kind in kinds] for each in own])
    heard = np.log(np.clip(apart[fresh], LEAST_ODDS, 1.0))[:, :, None]
    parts = np.concatenate([heard, marks], axis=2)
    truth = told[fresh]
    rows, many, width = np.arange(len(truth)), len(kinds), size + 1
    noise = truth == kinds.index(NOISE)
    weight = np.where(noise, NOISE_SHARE / noise.mean(), (1 - NOISE_SHARE) / (1 - noise.mean()))

    def loss(values: Any) -> tuple[float, Any]:
        shared, apiece = values[:width], values[width : width + many * width]
        apiece, start = apiece.reshape(many, width), values[width + many * width :]
        scores = (parts * (shared + apiece)).sum(2) + start
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        cost = -(weight * np.log(np.maximum(odds[rows, truth], 1e-12))).sum()
        cost += PENALTY * (2 * (apiece**2).sum() + (start**2).sum()) + 0.05 * (shared**2).sum()
        slope = odds.copy()
        slope[rows, truth] -= 1
        slope *= weight[:, None]
        each = (slope[:, :, None] * parts).sum(0)
        gradient = [
            each.sum(0) + 0.1 * shared,
            (each + 4 * PENALTY * apiece).ravel(),
            slope.sum(0) + 2 * PENALTY * start,
        ]
        return cost, np.concatenate(gradient)

    begin = np.zeros(width + many * width + many)
    best = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    counts = best[:width] + best[width : width + many * width].reshape(many, width)
    start = best[width + many * width :]
    right = ((parts * counts).sum(2) + start).argmax(1) == truth
    print(f"both, on {len(truth)} fresh letters: {np.mean(right):.3f}", file=sys.stderr)
    return [[round(float(v), 2) for v in (*row, s)] for row, s in zip(counts, start, strict=True)]


if __name__ == "__main__":
    main()
