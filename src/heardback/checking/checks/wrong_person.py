"""Greeted by a name that is not the reader's."""

from collections.abc import Iterable, Iterator

from heardback.checking.letter import Letter, Span
from heardback.checking.spelling import is_slip, unaccented
from heardback.model.draft import Finding, Severity
from heardback.model.people import Person

NAME = "wrong_person"
RULE = "TY-12"


def find(letter: Letter) -> Iterable[Finding]:
    """Given a letter and its record, yield each greeting that names somebody else, or wrongly."""
    if letter.record is None:
        return
    for place, greeting in enumerate(letter.greetings):
        enclosed = place > 0  # a note to be passed on greets somebody else of this employer
        readers = (() if enclosed else letter.record.readers) or letter.record.people
        for name in _names(greeting, letter):
            if readers and not letter.words.groups.search(name.text):
                yield from _judged(letter, name, readers)


def _names(greeting: Span, letter: Letter) -> Iterator[Span]:
    start = greeting.start
    for part in letter.words.separators.split(greeting.text):
        at = letter.text.index(part, start) if part else start
        name = part.partition(" (")[0]  # "Dear Gita (if I may),"
        if name.strip():
            yield Span(at, at + len(name), name)
        start = at + len(part)


def _judged(letter: Letter, name: Span, readers: tuple[Person, ...]) -> Iterator[Finding]:
    if any(_fits(name.text, reader, letter) for reader in readers):
        return
    wanted = readers[0].name
    swapped = [r for r in readers if _is_swapped(name.text, r, letter)]
    if swapped:
        advice = letter.words.advice["name_order"].format(name=swapped[0].name)
        yield letter.finding("misspelt_name", "error", name.start, name.end, advice, rule=RULE)
        return
    plain = letter.words.honorific.sub("", name.text)
    parts = [p for r in readers for p in r.name.split()]
    if any(is_slip(word, meant=part) for word in plain.split() for part in parts):
        return  # the check of spelling says so, with the right form
    advice = letter.words.advice["wrong_person"].format(name=wanted)
    severity: Severity = "warning" if _is_nickname(plain, readers, letter) else "error"
    yield letter.finding(NAME, severity, name.start, name.end, advice, rule=RULE)


def _fits(greeted: str, reader: Person, letter: Letter) -> bool:
    name = letter.words.honorific.sub("", reader.name).casefold()
    plain = letter.words.honorific.sub("", greeted).strip().rstrip(".").casefold()
    titled = plain != greeted.strip().rstrip(".").casefold()
    words = name.replace(",", " ").split()
    if plain == name or plain == name.replace(",", ""):
        return True
    if titled:
        return bool(words) and (name.endswith(plain) or words[0] == plain)
    return bool(words) and (
        plain == words[0] or name.startswith(plain + " ") or _given(plain, words)
    )


def _given(plain: str, words: list[str]) -> bool:
    """Family-first names: the given name follows, and is what a friend would write."""
    return len(words) >= 2 and plain == " ".join(words[1:]) and "-" in plain


def _is_swapped(greeted: str, reader: Person, letter: Letter) -> bool:
    plain = unaccented(letter.words.honorific.sub("", greeted)).split()
    wanted = unaccented(letter.words.honorific.sub("", reader.name)).split()
    if len(plain) == 1:
        return (
            len(wanted) > 1
            and plain == wanted[-1:]
            and plain != wanted[:1]
            and plain[0] == unaccented(greeted)
        )
    return plain != wanted and sorted(plain) == sorted(wanted)


def _is_nickname(plain: str, readers: tuple[Person, ...], letter: Letter) -> bool:
    word = plain.casefold()
    firsts = {r.name.split()[0].casefold() for r in readers if r.name}
    return any(word in group and group & firsts for group in letter.words.nicknames)
