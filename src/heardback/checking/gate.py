"""The gate for other words: a sentence put in another way may say nothing that it did not say.

Each offered sentence stands beside the one it replaces. It passes if every word of it that states
something is in that sentence, in the names of the case, or plain; if no name, number or date is
lost; if it denies as often, asks as often, speaks of nobody new, and claims nothing that was not
claimed. What the house checks find in the letter afterwards is looked at by who asks.
"""

import re
from collections import Counter
from collections.abc import Iterator

from heardback.checking.claims import OFFERS
from heardback.checking.letter import Letter
from heardback.checking.record import DIGITS, Record, bare, plain, words_of
from heardback.checking.words import CheckWords

LONGER = 1.8
# The kinds of claim that a sentence may not gain, even in plain words.
CLAIMED = (
    *("did", "told", "met", "promise", "has", "learned", "others", "ours", "shown", "relation"),
    *("long", "result", "boast", "attended"),
)
NEVER = frozenset({"told", "shown", "relation", "long", "boast", "attended"})
ROOM = 60
_STRANGE = re.compile(
    "[\\x00-\\x1f\\x7f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff<>{}|\\\\`*_#\\[\\]]|"
    "https?:|www\\.|@"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.+#/&-][^\W\d_]+)*")


def refusals(old: str, new: str, *, letter: Letter) -> tuple[str, ...]:
    """Given a sentence, its other wording and the letter, return why it may not stand (or nothing).

    The reasons are names of advice, with the words that offend behind a colon.
    """
    return tuple(dict.fromkeys(_reasons(old, new, letter)))


def _reasons(old: str, new: str, letter: Letter) -> Iterator[str]:
    words = letter.words
    if not new.strip() or len(new) > len(old) * LONGER + ROOM:
        yield "gate_length"
        return
    if _STRANGE.search(new) and not _STRANGE.search(old):
        yield "gate_strange"
        return
    added = [w for w in _stating(new, words) if not _is_held(w, old, letter)]
    if added:
        yield "gate_added:" + ", ".join(dict.fromkeys(added))
    if _numbers(old, words) != _numbers(new, words):
        yield "gate_numbers"
    lost = [n for n in _names(old, letter) if n.casefold() not in new.casefold()]
    if lost:
        yield "gate_lost:" + ", ".join(dict.fromkeys(lost))
    if _days(old, words) != _days(new, words):
        yield "gate_dates"
    if len(words.denies.findall(old)) != len(words.denies.findall(new)):
        yield "gate_denies"
    if old.count("?") != new.count("?"):
        yield "gate_asks"
    strangers = [p for p in words.people if p.search(new) and not p.search(old)]
    if strangers or len(words.you_do.findall(new)) > len(words.you_do.findall(old)):
        yield "gate_people"
    yield from _claimed(old, new, words)


def _stating(text: str, words: CheckWords) -> Iterator[str]:
    claiming = words.claiming
    for m in _WORD.finditer(text):
        folded = bare(m[0])
        if len(folded) > 1 and claiming.stem(folded) not in claiming.plain:
            yield folded


def _is_held(word: str, old: str, letter: Letter) -> bool:
    """Return whether the sentence itself or a name of the case holds the word."""
    stem = letter.words.claiming.stem
    held = {stem(w) for w in words_of([old])} | {stem(bare(w)) for w in _WORD.findall(old)}
    if letter.record is not None:
        held |= set(map(stem, words_of(_named(letter.record))))
    if stem(word) in held:
        return True
    parts = [p for p in re.split(r"[-/.&’']", word) if p]
    plain_words = letter.words.claiming.plain
    return len(parts) > 1 and all(stem(p) in held or stem(p) in plain_words for p in parts)


def _named(record: Record) -> Iterator[str]:
    """Names that any sentence may hold: the readers', the employer's, the role's."""
    yield from (person.name for person in record.readers)
    yield record.opportunity.employer
    yield record.opportunity.role or ""


def _names(text: str, letter: Letter) -> Iterator[str]:
    """Words written large inside the sentence: to lose one may change whom or what it is about."""
    for place, m in enumerate(_WORD.finditer(text)):
        word = re.sub(r"['’]s$", "", m[0])
        if place and word[:1].isupper() and bare(word) not in letter.words.ordinary:
            yield word


def _days(text: str, words: CheckWords) -> Counter[str]:
    said = Counter(f"{d.month} {d.day} {d.weekday}" for d in words.find_dates(text))
    return said + Counter(m[0].casefold() for m in words.claiming.times.finditer(text))


def _numbers(text: str, words: CheckWords) -> Counter[str]:
    """The numbers of a text, in digits or in words, as digits."""
    spelt = (str(words.numbers[w]) for w in map(bare, _WORD.findall(text)) if w in words.numbers)
    return Counter(map(plain, DIGITS.findall(text))) + Counter(spelt)


def _claimed(old: str, new: str, words: CheckWords) -> Iterator[str]:
    """Yield that the new wording makes a kind of claim that the old one does not."""
    for name in OFFERS:
        told = [t.pattern for t in words.told[name]]
        if any(p.search(new) and not p.search(old) for p in told):
            yield "gate_claims:offer"
    for kind in CLAIMED:
        pattern = words.claiming.kinds[kind]
        if len(pattern.findall(new)) > len(pattern.findall(old)) and not _harmless(
            kind, new, words
        ):
            yield f"gate_claims:{kind}"


def _harmless(kind: str, new: str, words: CheckWords) -> bool:
    claiming = words.claiming
    found = [m["what"] for m in claiming.kinds[kind].finditer(new)]
    if kind == "promise":
        return all(
            claiming.offers.match(what) and not claiming.commits.match(what) for what in found
        )
    if kind in NEVER:
        return False
    if kind == "has":
        return not any(words.owns.match(what) for what in found)
    return all(not any(_stating(what, words)) for what in found)
