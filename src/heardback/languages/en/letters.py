"""English letters: the sentences of letters.toml, dates in words, names, and notes made to fit."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from heardback.drafting.words import Form, LetterWords, Phrase
from heardback.languages.en.letter_names import address

MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH_FIRST = frozenset({"US", "CA", "PH"})
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()

# How a candidate's private note starts, and what of it belongs into a sentence.
_LEAD = re.compile(
    r"^(?:we |they |she |he |i )?(?:talked|spoke|discussed|asked|chatted|conversation|discussion)"
    r"(?: (?:me|them|her|him|us))?(?: (?:about|on|of|over|through))?\s+",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?:about|on|regarding|re:?)\s+", re.IGNORECASE)
_HOW = re.compile(r"^(?:how|why|what|when|where|whether|which|that)\b", re.IGNORECASE)
_MINE = re.compile(r"^my\b", re.IGNORECASE)
_GERUND = re.compile(
    r"^(?!bring |during |spring |king |thing |string |pricing |billing |training |"
    r"engineering |hiring |onboarding |testing |marketing |monitoring |meeting |streaming )"
    r"[a-z]{2,}ing\b(?! (?:is|are|was|were|will|has)\b)",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"^(?:send|provide|confirm|share|complete|fill|return|tell|give|let|submit|forward|sign|choose|"
    r"pick|prepare|bring|update|call|write|answer|upload|suggest|schedule|book|check|review|"
    r"attend|join|explain|describe|list)\b(?! (?:is|are|was)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^(?:said|told|gave|got|wrote|called|named|misspelt|misspelled|mixed|led|built|ran|made|"
    r"forgot|did|had|was|used|spelt|spelled|claimed|stated|quoted|put|sent|left|swapped|"
    r"[a-z]{3,}ed)\b(?! (?:by|in|on|at|from|streams?|systems?|data|teams?|services?|work)\b)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"^(?!.*\b(?:that|which|who|where|how|what|why|whether)\b)(?:\S+ ){1,6}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|took|went|grew|owns|lasted|said)\b"
    r"|^(?:you|they|he|she|we|it|I|the (?:team|company|group)) [a-z]+\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(he|she)\s+(\w+)|(?:^|(?<=how )|(?<=why )|(?<=what )|(?<=that )|(?<=where ))(they)\s+(\w+)",
    re.IGNORECASE,
)
_TO_YOU = {"is": "are", "has": "have", "was": "were", "does": "do", "goes": "go"}
_POSSESSIVE = re.compile(
    r"\b(?:his|her)\b(?= \w)|(?:^|(?<=how )|(?<=why )|(?<=what )|(?<=about ))their\b", re.IGNORECASE
)
_THIRD = re.compile(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(told|gave|asked|showed) (?:them|him|her)\b", re.IGNORECASE)
_KEEP = re.compile(r"^(?:I\b|[A-Z]{2,}|[A-Z][a-z]*[A-Z0-9]|[A-Z]\w*'s\b|\S*[.\d])")
_COMMON = frozenset(
    "a an the their her his our my your how why what when where whether which that some more most "
    "hiring team teams work plans plan migration data experience knowledge background question "
    "questions they she he it we there this these those said told and no not new old remote hybrid "
    "culture roadmap product design code incident on-call performance communication project "
    "projects two three four five six several designed built led ran made explained send provide "
    "confirm availability references".split()
)
UNFIT = re.compile(
    r"\b(?:salar(?:y|ies)|compensation|pay (?:range|band|rise|raise)|the pay|benefits package|"
    r"bonus|equity (?:grant|package)|stock options?|day rate|"
    r"seem(?:ed|s) (?:tired|bored|rude|cold|unsure|disorgani[sz]ed|annoyed)|"
    r"boring|bored|rude|arrogant|awkward|red flags?|creepy|hated?|disliked?|did(?:n't| not) like|"
    r"old-fashioned|toxic|mess(?:y)?|unprofessional|other offers?)\b|[$€£]\s?\d",
    re.IGNORECASE,
)
ASKS_PHONE = re.compile(
    r"\b(?:(?:tele)?phone|mobile|cell|contact) number\b|\byour number\b|\bbest number\b",
    re.IGNORECASE,
)


def say_date(day: date, country: str | None) -> str:
    """Given a day and a country, return "Friday, March 14" or "Friday 14 March"."""
    month = MONTHS[day.month - 1]
    if country is None or country.split("-")[0] in MONTH_FIRST:
        return f"{say_day(day)}, {month} {day.day}"
    return f"{say_day(day)} {day.day} {month}"


def say_day(day: date) -> str:
    """Given a day, return its weekday."""
    return DAYS[day.weekday()]


def say_month(day: date) -> str:
    """Given a day, return its month."""
    return MONTHS[day.month - 1]


def say_minutes(minutes: int) -> str:
    """Given a number of minutes, return "an hour", "45 minutes", "an hour and 20 minutes"."""
    hours, rest = divmod(minutes, 60)
    said = "" if not hours else "an hour" if hours == 1 else f"{_count(hours)} hours"
    if rest:
        said += f"{' and ' if said else ''}{rest} minutes"
    return said


def _count(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)


def join(names: Sequence[str]) -> str:
    """Given names, return them as "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def fit(note: str, reader: str) -> Phrase:
    """Given a candidate's note and the reader's full name, return it ready for a sentence.

    "Their plan for Kafka." to Tom becomes "your plan for Kafka"; the form says which sentences
    can carry it.
    """
    text = _ABOUT.sub("", _LEAD.sub("", _bare(note)))
    if reader:
        text = _to_reader(text, reader)
    return _shaped(text)


def fit_ask(note: str) -> Phrase:
    """Given what an employer asked for, return it as the candidate would repeat it."""
    text = re.sub(
        r"^(?:please|kindly)\s+|^(?:can|could|would) you (?:please )?(?=.*[^?]$)",
        "",
        _bare(note),
        flags=re.IGNORECASE,
    )
    if not text.endswith("?"):
        text = re.sub(r"^to ", "", text, flags=re.IGNORECASE)
        text = re.sub(r"\byour\b", "my", text, flags=re.IGNORECASE)
        text = re.sub(r"\b(send|give|tell) (?:us|me)\b", r"\1 you", text, flags=re.IGNORECASE)
    return _shaped(text)


def _bare(note: str) -> str:
    return re.sub(r"\s+", " ", note).strip().rstrip(".;,! ").strip()


def _shaped(text: str) -> Phrase:
    if text.endswith("?"):
        return Phrase(text[:1].upper() + text[1:], "question")
    text = _lowered(text)
    return Phrase(text, _form(text))


def _form(text: str) -> Form:
    forms: tuple[tuple[re.Pattern[str], Form], ...] = (
        (_HOW, "how"),
        (_PAST, "did"),
        (_FINITE, "clause"),
        (_MINE, "mine"),
        (_GERUND, "doing"),
        (_BASE, "do"),
    )
    return next((form for pattern, form in forms if pattern.search(text)), "noun")


def _to_reader(text: str, reader: str) -> str:
    first = re.escape(address(reader).split()[-1])
    text = re.sub(rf"\b(?:{re.escape(reader)}|{first})(?:'s|’s)\s", "your ", text)
    text = _TOLD.sub(r"\1 you", text)
    return _POSSESSIVE.sub("your", _SUBJECT.sub(_as_you, text))


def _as_you(found: re.Match[str]) -> str:
    verb = found[2] or found[4]
    if verb[:1].isupper():
        return found[0]  # a name, no verb
    if found[1] and verb.endswith("s") and not verb.endswith("ss"):
        verb = _TO_YOU.get(
            verb.lower(), verb[:-2] if verb.endswith(("shes", "ches", "xes")) else verb[:-1]
        )
    return f"you {verb}"


def _lowered(text: str) -> str:
    """Lower the first letter of an ordinary word; a name, an acronym or "I" keeps its own."""
    first = text.split(" ", 1)[0]
    if not first[:1].isupper() or _KEEP.match(text):
        return text
    plain = first.lower()
    ordinary = plain in _COMMON or plain.endswith(("ing", "tion"))
    return text[:1].lower() + text[1:] if ordinary else text


def _flattened(table: Mapping[str, object], prefix: str = "") -> dict[str, tuple[str, ...]]:
    lines: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}".strip(".")
        if isinstance(value, dict):
            lines.update(_flattened(value, key))
        elif isinstance(value, list):
            lines[key] = tuple(value)
    return lines


def _load() -> dict[str, tuple[str, ...]]:
    source = files("heardback.languages.en").joinpath("letters.toml")
    return _flattened(tomllib.loads(source.read_text(encoding="utf-8")))


@cache
def letters() -> LetterWords:
    """Return the English letters, read once."""
    return LetterWords(
        lines=_load(),
        say_date=say_date,
        say_day=say_day,
        say_month=say_month,
        say_minutes=say_minutes,
        join=join,
        address=address,
        fit=fit,
        fit_ask=fit_ask,
        unfit=UNFIT,
        third_person=_THIRD,
        asks_phone=ASKS_PHONE,
    )
