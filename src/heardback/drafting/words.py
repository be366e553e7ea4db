"""What a language lends to drafting: sentences, dates, and how a note becomes part of a sentence.

A `LetterWords` is a value built in `languages/<xx>/letters.py` and passed down; drafting knows no
language of its own.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

# What a recorded note is, grammatically; it decides which sentences can carry it.
Form = Literal["noun", "mine", "doing", "how", "clause", "saying", "do", "did", "question"]
# What can stand after "about".
ABOUT: tuple[Form, ...] = ("noun", "mine", "doing", "how")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A recorded note made ready for a sentence, with the form it has."""

    text: str
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """One language's letters.

    `lines` are the variants of each sentence, with `{slot}`s (`{Slot}`: its first letter raised);
    `registers` are those of a register, where it has its own; `contract` writes "I am" as "I'm";
    `say_date` writes a day for a country, `say_day` only the weekday, `say_month` the month;
    `address` turns a full name into the one a greeting uses, `in_full` into the whole of it without
    letters after it, `titled` tells whether it has a title; `easy` are greetings (lower case) that
    only friends use, `stiff` matches sign-offs that they do not; `fit` readies a recorded note for
    a sentence to the named reader, `fit_ask` what an employer asked for; `unfit` matches notes that
    must stay out of letters to an employer, `third_person` words about one absent person,
    `asks_phone` a request for a telephone number.
    """

    lines: Mapping[str, tuple[str, ...]]
    registers: Mapping[str, Mapping[str, tuple[str, ...]]]
    contract: Callable[[str], str]
    say_date: Callable[[date, str | None], str]
    say_day: Callable[[date], str]
    say_month: Callable[[date], str]
    say_minutes: Callable[[int], str]
    join: Callable[[Sequence[str]], str]
    address: Callable[[str], str]
    in_full: Callable[[str], str]
    titled: Callable[[str], bool]
    easy: frozenset[str]
    stiff: re.Pattern[str]
    fit: Callable[[str, str], Phrase]
    fit_ask: Callable[[str], Phrase]
    unfit: re.Pattern[str]
    third_person: re.Pattern[str]
    asks_phone: re.Pattern[str]

    def variants(self, key: str, *, register: str) -> tuple[str, ...]:
        """Given a sentence's key, return its variants in this register."""
        own = self.registers.get(register, {}).get(key)
        return own or self.lines[key]
