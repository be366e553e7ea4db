"""Where duckling and parsedatetime read other days than HeardBack, line by line, and why.

    python -m benchmarks.differential [--write docs/decisions]

Every phrase and sentence of the corpora is read by all three; times that overlap are laid beside
one another. What differs is grouped by cause (`causes.py`), and with --write listed in
006-disagreements.tsv. Of the held-out part only totals are given, so that nobody mends after it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.causes import CAUSES, Difference, cause_of, judged
from benchmarks.readers import Found, Reader, installed, ours, version
from benchmarks.samples import Sample, phrase_samples, sentence_samples

COLUMNS = (
    "reader", "part", "said", "country", "text", "our words", "ours", "their words", "theirs",
    "cause", "judged",
)  # fmt: skip
FILE = "006-disagreements.tsv"
_AROUND = 70  # characters of a long text shown on either side


@dataclass(frozen=True)
class Outcome:
    """One time of one text beside another reader's: agreed, silent (theirs) or different."""

    reader: str
    sample: Sample
    kind: str
    difference: Difference | None = None


def overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def merged(found: list[Found]) -> Found:
    """Given times of another reader inside one of ours, return them as one span of days."""
    firsts = [one.first for one in found if one.first]
    lasts = [one.last for one in found if one.last]
    words = " + ".join(one.words.strip() for one in found)
    start, end = min(one.start for one in found), max(one.end for one in found)
    return Found(start, end, words, min(firsts, default=None), max(lasts, default=None))


def same_days(own: Found, their: Found) -> bool:
    """Compare last days; first days only where both name a span."""
    if own.last is None:
        return own.first in (their.first, their.last)
    if own.last != their.last:
        return False
    spans = own.first and their.first and their.first != their.last
    return not spans or own.first == their.first


def compared(name: str, reader: Reader, sample: Sample) -> Iterator[Outcome]:
    """Return what became of every dated time that either reader found in the text."""
    own_found = ours(sample.text, sample.said, sample.country)
    theirs = [f for f in reader(sample.text, sample.said, sample.country) if f.first or f.last]
    paired: list[Found] = []
    for own in own_found:
        beside = [one for one in theirs if overlap(own, one)]
        paired += beside
        if not beside:
            if own.first or own.last:
                yield Outcome(name, sample, "they found nothing")
            continue
        their = merged(beside)
        if same_days(own, their):
            yield Outcome(name, sample, "agreed")
        else:
            yield Outcome(name, sample, "disagreed", Difference(name, sample, own, their))
    for their in theirs:
        if their not in paired:
            yield Outcome(name, sample, "disagreed", Difference(name, sample, None, their))


def outcomes() -> list[Outcome]:
    readers = installed(("duckling", "parsedatetime"))
    missing = [name for name, reader in readers.items() if reader is None]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    samples = [*phrase_samples(), *sentence_samples()]
    return [
        outcome
        for name, reader in readers.items()
        if reader is not None
        for sample in samples
        for outcome in compared(name, reader, sample)
    ]


def days(found: Found | None) -> str:
    """Show first and last day: `2025-03-10..2025-03-14`, `..` alone where there is none."""
    if found is None:
        return ""
    if found.first == found.last and found.first:
        return found.first.isoformat()
    return f"{_shown(found.first)}..{_shown(found.last)}"


def _shown(day: date | None) -> str:
    return day.isoformat() if day else ""


def shown_text(difference: Difference) -> str:
    at = difference.own or difference.their
    text = difference.sample.text
    first, last = max(0, at.start - _AROUND), min(len(text), at.end + _AROUND)
    cut = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    return " ".join(cut.split())


def row(difference: Difference) -> tuple[str, ...]:
    own, their, sample = difference.own, difference.their, difference.sample
    name = cause_of(difference)
    return (
        difference.reader, sample.part, sample.said.isoformat(), sample.country or "",
        shown_text(difference), " ".join(own.words.split()) if own else "", days(own),
        " ".join(their.words.split()), days(their), name, judged(difference),
    )  # fmt: skip


def listed(found: list[Outcome]) -> list[Difference]:
    """Return what may be shown line by line: nothing held out."""
    return [one.difference for one in found if one.difference and one.sample.part != "held_out"]


def print_totals(found: list[Outcome]) -> None:
    counts = Counter((one.reader, one.sample.part, one.kind) for one in found)
    kinds = ("agreed", "disagreed", "they found nothing")
    print(f"{'':28}" + "".join(f"{kind:>20}" for kind in kinds))
    for reader, part in dict.fromkeys((one.reader, one.sample.part) for one in found):
        numbers = "".join(f"{counts[reader, part, kind]:>20}" for kind in kinds)
        print(f"{reader + ' ' + version(reader):19} {part:8}{numbers}")


def print_causes(differences: list[Difference]) -> None:
    counts = Counter((cause_of(one), one.reader, judged(one)) for one in differences)
    print(f"\n{'cause':68} {'duckling':>9} {'parsedatetime':>14}   judged")
    for name in CAUSES:
        own = [(reader, verdict, n) for (c, reader, verdict), n in counts.items() if c == name]
        numbers = Counter[str]()
        verdicts = Counter[str]()
        for reader, verdict, n in own:
            numbers[reader] += n
            verdicts[verdict] += n
        shown = ", ".join(f"{verdict} {n}" for verdict, n in verdicts.most_common())
        print(f"{name:68} {numbers['duckling']:>9} {numbers['parsedatetime']:>14}   {shown}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--write", type=Path, help=f"folder to write {FILE} into")
    given = parser.parse_args()
    found = outcomes()
    differences = listed(found)
    print_totals(found)
    print_causes(differences)
    if given.write:
        lines = ["\t".join(COLUMNS), *("\t".join(row(one)) for one in differences)]
        (given.write / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
