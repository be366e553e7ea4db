"""The words reading needs, as a value that a language builds and passes in."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from heardback.reading.phrases import Lexicon

ZERO = 120


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """What was learned of a language's letters (see likeness.py).

    The kinds, a start for each, and for each word its weight for each kind; weights are whole
    numbers, `scale` of them make one. A word's weights are a text, a character each, its code less
    ZERO: ten thousand lists of numbers take five times as long to load. `votes`: for each kind what
    the words' opinion and the phrases' count, and a start (see opinion.py).
    """

    kinds: tuple[str, ...]
    start: tuple[int, ...]
    words: Mapping[str, str]
    scale: int
    votes: Mapping[str, Sequence[float]]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class ReadingWords:
    """One language's phrases and lists for reading mail.

    `incoming` and `outgoing` are the phrases by group; what each group means is told in the module
    of `reading` that asks for it. Patterns are compiled; lists are lower-case.
    """

    code: str
    incoming: Lexicon
    outgoing: Lexicon
    # cutting the new text out of a mail
    attribution: re.Pattern[str]  # "On … wrote:"
    history: re.Pattern[str]  # a line from which everything is older mail
    history_header: re.Pattern[str]  # From:/Sent: as mail programs print them
    footer: re.Pattern[str]  # a line from which everything is disclaimer or footer
    device: re.Pattern[str]  # "Sent from my phone"
    closing: re.Pattern[str]  # "Kind regards,"
    greeting: re.Pattern[str]  # "Hi Dana,"
    abbreviations: frozenset[str]
    # scope
    negators: frozenset[str]
    hypothetical: frozenset[str]
    turns: re.Pattern[str]  # "but", "however": where a clause ends
    # who and what
    job_words: frozenset[str]
    common_words: frozenset[str]  # job words that loans, flats and clubs use as well
    foreign_words: frozenset[str]
    personal_domains: frozenset[str]
    relay_words: frozenset[str]
    carrier_words: frozenset[str]  # in the domains of applicant systems and agencies
    domain_parts: frozenset[str]  # parts of domains that name nobody: ac, gov, co
    firm_words: frozenset[str]  # what names of firms end in
    agency_words: frozenset[str]
    machine_names: frozenset[str]
    sender_words: re.Pattern[str]  # "Careers", "Hiring Team": what stands beside an employer's name
    title_words: dict[str, str]  # word in a title -> part played
    role_nouns: frozenset[str]
    people_labels: frozenset[str]
    person_does: re.Pattern[str]
    role_ending: re.Pattern[str]
    title_before: re.Pattern[str]
    role_about: re.Pattern[str]
    role_in_passing: re.Pattern[str]
    employer_patterns: tuple[re.Pattern[str], ...]
    role_patterns: tuple[re.Pattern[str], ...]
    role_label: re.Pattern[str]  # "Position: …", as forms have it
    role_before: re.Pattern[str]  # ends in words after which a place to be filled is named
    role_after: re.Pattern[str]  # " hiring", " vacancy"
    generic_title: re.Pattern[str]  # titles of those who hire: no role of the candidate's
    employer_label: re.Pattern[str]  # "Company: …"
    client_patterns: tuple[re.Pattern[str], ...]
    not_names: frozenset[str]  # capitalised words that are nobody's name
    # dates
    months: dict[str, int]
    weekdays: dict[str, int]
    slot_date: re.Pattern[str]
    slot_time: re.Pattern[str]
    zones: dict[str, str]
    zone_told: re.Pattern[str]  # "all times Pacific"
    plain_slot: Callable[[str], str]
    stages: tuple[tuple[re.Pattern[str], str], ...]
    modes: tuple[tuple[re.Pattern[str], str], ...]
    introductions: tuple[re.Pattern[str], ...]  # "you'll meet …"
    return_phrases: re.Pattern[str]
    own_news: re.Pattern[str]  # the writer speaks of an offer of their own
    own_search: re.Pattern[str]  # the writer speaks of a search of their own
    hirer_news: re.Pattern[str]  # the reader is asked to interview somebody else
    employer_speaks: re.Pattern[str]  # "we", "our": the employer's own voice
    terms_asked: re.Pattern[str]  # pay, notice, visa: asked for, not appointed
    applied: re.Pattern[str]  # what an acknowledgement acknowledges
    polite_wait: re.Pattern[str]  # thanks for patience: tells of waiting, alone not of deciding
    account_notice: re.Pattern[str]  # passwords and addresses to verify: no step of a process
    weights: Callable[[], Weights]
    bare_hour: re.Pattern[str]  # "at 5", "at noon", "10 o'clock"
    deadline: re.Pattern[str]  # what an offer's deadline is for: to accept, sign, answer
    scam: re.Pattern[str]
