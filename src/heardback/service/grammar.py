"""What a grammar checker says of a letter, cut down to what is right and not said already."""

import re
from collections.abc import Iterator, Sequence

from heardback.checking.check import Record, in_order
from heardback.checking.spelling import distance
from heardback.languages.en.checks import checks
from heardback.languages.en.grammar import GrammarWords, grammar_words
from heardback.model.draft import Finding
from heardback.ports import Grammar, GrammarNote

SHORT = 4
_H = re.compile(r"(?:hono|hour|heir)", re.IGNORECASE)


def with_grammar(
    text: str, found: Sequence[Finding], *, grammar: Grammar, record: Record | None = None
) -> tuple[Finding, ...]:
    """Given the findings of the house checks, return them with those of spelling and grammar."""
    names = sorted(record.proper) if record else ()
    known = record.words if record else frozenset()
    words = grammar_words()
    taken = [(f.start, f.end) for f in found if f.end - f.start <= 60 and f.end > f.start]
    kept = [
        _finding(note, text)
        for note in grammar.read(text, names=names)
        if _is_right(note, text, words, known)
        and not any(note.start < end and start < note.end for start, end in taken)
    ]
    return in_order([*found, *kept])


def _is_right(note: GrammarNote, text: str, words: GrammarWords, known: frozenset[str]) -> bool:
    written = text[note.start : note.end]
    if not note.is_spelling:
        following = text[note.end :].split(maxsplit=1)[:1]
        unsounded = written.casefold() == "an" and following and _H.match(following[0])
        return written.casefold() not in words.words and not unsounded
    return not any(_is_word(part, note, words, known) for part in _forms(written))


def _forms(written: str) -> Iterator[str]:
    plain = written.casefold().removesuffix("'s").removesuffix("’s")
    yield plain
    if plain != written.casefold():
        yield plain


def _is_word(word: str, note: GrammarNote, words: GrammarWords, known: frozenset[str]) -> bool:
    """A name, a short form, a word of the record or of work, a spelling of another country."""
    return (
        len(word) < SHORT
        or word in known
        or word in words.words
        or word.removesuffix("s") in words.words
        or not word.replace("-", "").replace("'", "").replace("’", "").isalpha()
        or any(words.is_variant(word, other.casefold()) for other in note.instead)
    )


def _finding(note: GrammarNote, text: str) -> Finding:
    written = text[note.start : note.end]
    name = "spelling" if note.is_spelling else "grammar"
    remark = checks().remarks[name] if note.is_spelling else note.says
    fix = note.instead[0] if note.instead else None
    sure = (
        note.is_spelling
        and fix is not None
        and written.islower()
        and distance(written, fix) == 1
        and len(written) > SHORT
    )
    sure = sure or (fix is not None and {written, fix} == {"a", "an"})
    quoted = " ".join(written.split())
    return Finding(
        severity="warning",
        check=name,
        start=note.start,
        end=note.end,
        text=f"“{quoted}”: {remark}" if quoted else remark,
        suggestion=" / ".join(note.instead[:3]) or None,
        fix=fix,
        safe=sure,
    )
