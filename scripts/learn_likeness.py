"""Learn the weights of reading/likeness.py: python scripts/learn_likeness.py

Reads the labelled letters of tests/reading/corpus (all but the held-out parts), learns a
multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011) with a fixed seed, and
writes src/heardback/languages/en/likeness.json. Takes a few minutes; the standard library alone.
"""

import json
import math
import random
import sys
from collections import Counter
from pathlib import Path

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP))

from tests.reading.corpus_reader import ME, corpus, message_of

from heardback.languages.en.mail import ENGLISH_READING
from heardback.reading.letter import open_letter
from heardback.reading.likeness import NOISE, features

LEARNED = ("tuning", "held_out", "second", "third", "blind_us", "blind_uk", "blind_noise")
EPOCHS, RATE, SHRINK = 30, 0.8, 2e-6
LEAST = 2.0  # smaller weights are left out: half the words, and no worse on what was held out
PLACE = TOP / "src" / "heardback" / "languages" / "en" / "likeness.json"


def letters() -> list[tuple[dict[str, float], str]]:
    found = []
    for name in LEARNED:
        for one in corpus(name):
            if one.told.get("out"):
                continue
            kind = NOISE if one.kind == "other" and not one.job else one.kind
            message = message_of(one.number, one.told)
            letter = open_letter(message, me=frozenset({ME.email}), words=ENGLISH_READING)
            found.append((features(letter), kind))
    return found


def main() -> None:
    samples = letters()
    seen = Counter(word for words, _kind in samples for word in words)
    samples = [({w: s for w, s in ws.items() if seen[w] >= 2}, kind) for ws, kind in samples]
    kinds = sorted({kind for _words, kind in samples})
    size = len(kinds)
    weights: dict[str, list[float]] = {w: [0.0] * size for w, n in seen.items() if n >= 2}
    speed = {word: [1e-8] * size for word in weights}
    start, start_speed = [0.0] * size, [1e-8] * size
    dice = random.Random(20250303)
    for epoch in range(EPOCHS):
        dice.shuffle(samples)
        loss = 0.0
        for words, kind in samples:
            scores = list(start)
            for word, share in words.items():
                row = weights[word]
                for n in range(size):
                    scores[n] += share * row[n]
            top = max(scores)
            odds = [math.exp(score - top) for score in scores]
            total = sum(odds)
            slope = [each / total for each in odds]
            slope[kinds.index(kind)] -= 1.0
            loss -= math.log(max(odds[kinds.index(kind)] / total, 1e-12))
            for n in range(size):
                start_speed[n] += slope[n] ** 2
                start[n] -= 0.1 * RATE * slope[n] / math.sqrt(start_speed[n])
            for word, share in words.items():
                row, fast = weights[word], speed[word]
                for n in range(size):
                    step = slope[n] * share + SHRINK * row[n]
                    fast[n] += step * step
                    row[n] -= RATE * step / math.sqrt(fast[n])
        print(f"epoch {epoch + 1}: loss {loss / len(samples):.4f}", file=sys.stderr)
    kept = {
        word: [round(10 * weight) for weight in row]
        for word, row in sorted(weights.items())
        if max(map(abs, row)) >= LEAST
    }
    learned = {"kinds": kinds, "start": [round(10 * s) for s in start], "words": kept}
    PLACE.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{len(kept)} words from {len(samples)} letters", file=sys.stderr)


if __name__ == "__main__":
    main()
