"""What a language lends to checking: its tell-tale phrases, its dates, its ordinary words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from heardback.checking.likeness import Learned
from heardback.model.draft import Severity


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase that tells of a fault; `kinds` empty: in every kind of message.

    `fix` is what mends it, with the groups of the pattern; `safe` where it cannot be wrong.
    `needs`: one of these small-letter texts is in every match (empty: not known); `quick` finds the
    same in a text in small letters, in a fraction of the time.
    """

    pattern: re.Pattern[str]
    severity: Severity
    suggestion: str | None = None
    kinds: frozenset[str] = frozenset()
    fix: str | None = None
    safe: bool = False
    needs: frozenset[str] = frozenset()
    quick: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """A date written in a text; what the words leave open is None."""

    start: int
    end: int
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """How a language claims: patterns by the kind of claim, each with a group `what`.

    `needs`: a letter that a pattern matches holds one of these (empty: not known); `oneself` is in
    every sentence about oneself.

    `plain` are words (stems) that state no fact by themselves, `stem` reduces a word to what its
    forms have in common. `offers` matches what may always be promised (to send more, to wait),
    `commits` what may not without ground (to start, to relocate), `times` the words for a day,
    `reports` what an employer that has said when it will answer may be said to have said,
    `pointing` words that only point back, `strangers` people who are not named, `lasting` a
    length of time (group `number`).
    """

    kinds: Mapping[str, re.Pattern[str]]
    needs: Mapping[str, frozenset[str]]
    oneself: str
    plain: frozenset[str]
    stem: Callable[[str], str]
    offers: re.Pattern[str]
    commits: re.Pattern[str]
    times: re.Pattern[str]
    reports: re.Pattern[str]
    pointing: re.Pattern[str]
    strangers: re.Pattern[str]
    lasting: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """One language's words for the checks.

    `told` lists phrases by check; `greeting` has a group `names`; `sign_off` matches the line
    before the name; `separators` split greeted names, `groups` are greetings to nobody by name;
    `ordinary` are words (lower case) that may begin with a capital without being a name;
    `claims` matches numbers in words that claim something (group `number`), `numbers` gives their
    values; `same_allowed` matches sentences that a panel may share; `limits` are word counts by
    kind (warn below, warn above, refuse above); `advice` are the suggestions by name,
    `remarks` what each check says, `needed_by_three` all that
    the phrases of `told` need, by three letters of each.
    `misspellings` maps words to the right ones; `job_words` end the name of a job, `role` finds
    one (groups `role`, `join`), `titles` finds Mr, Ms, Dr and the name behind it, `doctors` those
    of them that are earned; `pronouns` are the words for a person by the first pronoun on record;
    `needed` is what a kind cannot do without, `denies` what turns a sentence into its opposite.
    `learned` gives what was learned of sentences' "faults" and "claims" (see likeness.py).
    """

    told: Mapping[str, tuple[Told, ...]]
    greeting: re.Pattern[str]
    sign_off: re.Pattern[str]
    separators: re.Pattern[str]
    honorific: re.Pattern[str]
    groups: re.Pattern[str]
    ordinary: frozenset[str]
    speaks: re.Pattern[str]
    claims: re.Pattern[str]
    numbers: Mapping[str, int]
    find_dates: Callable[[str], list[DateWords]]
    anchored_weekday: re.Pattern[str]
    asks: re.Pattern[str]
    offers_help: re.Pattern[str]
    owns: re.Pattern[str]
    you_do: re.Pattern[str]
    people: tuple[re.Pattern[str], ...]
    same_allowed: re.Pattern[str]
    nicknames: tuple[frozenset[str], ...]
    limits: Mapping[str, tuple[int, int, int]]
    advice: Mapping[str, str]
    remarks: Mapping[str, str]
    needed_by_three: Mapping[str, tuple[str, ...]]
    misspellings: Mapping[str, str]
    claiming: ClaimWords
    job_words: frozenset[str]
    role: re.Pattern[str]
    titles: re.Pattern[str]
    doctors: re.Pattern[str]
    needed: Mapping[str, re.Pattern[str]]
    denies: re.Pattern[str]
    pronouns: Mapping[str, frozenset[str]]
    learned: Callable[[str], Learned]
