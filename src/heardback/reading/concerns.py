"""For which employer and role a mail is: names with the words they stand in."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from heardback.reading.letter import Letter
from heardback.reading.names import compact, role_word, spellings
from heardback.reading.organisations import (
    BEFORE,
    Run,
    carries_others,
    domain_label,
    fits,
    runs,
    runs_in,
)
from heardback.reading.who import (
    FROM_DEPARTMENT,
    PHONE,
    is_person,
    plain_name,
    signature_lines,
    spelt,
)

BETTER_NAMED = 3.0
_LONGEST_NAME = 7  # words
_LEAST_SAID = 2.0
_STATED = 8.0  # "Company: Northwind", as forms have it
_SAID_OFTEN = 6.0  # a name that its own domain does not show
# What stands behind a firm's name: its department, or the rest of a form that breaks at a dot.
_TAIL = re.compile(
    r"(?: (?:HR|Human Resources|Recruitment|Recruiting|Careers?|Talent|Hiring|Campus|Personnel|"
    r"Search|Committee|Team|Shared|Jobs|Sp|K|S|B|N)\b.*)$"
)
Vote = Callable[[str | None, float, str], None]


@dataclass(frozen=True, slots=True)
class Named:
    """An employer or role, how sure it is, and the words that say so."""

    name: str
    weight: float
    quote: str


def employer_in(letter: Letter, agency: str | None) -> Named | None:
    """Return the employer a letter is about, with the words that name it, or None.

    A relay's or an agency's domain never names the employer, nor does a private mailbox; where the
    sender's domain is the employer's own, the name that spells it wins.
    """
    found: dict[str, float] = {}
    quotes: dict[str, str] = {}
    people = {w for p in _everybody(letter) for w in p.casefold().split()}

    def vote(name: str | None, weight: float, quote: str) -> None:
        clean = proper(name, letter)
        if not clean or (agency and compact(clean) == compact(agency)):
            return
        if all(word in people for word in clean.casefold().split()):
            return
        found[clean] = found.get(clean, 0.0) + weight
        quotes.setdefault(clean, " ".join(quote.split())[:200])

    _vote_header(letter, vote)
    _vote_text(letter, vote)
    _vote_signature(letter, vote)
    for name, line in _stated(letter):
        found[name] = found.get(name, 0.0) + _STATED
        quotes.setdefault(name, line)
    named = list(runs(letter))
    label = _own_label(letter, agency)
    client = _client(letter, label or "", people)
    if client is not None and not _speaks_for_itself(label, letter, named):
        return client
    if label and letter.machine and not any(fits(r.name, label) for r in named):
        other = _written_for(letter)
        if other:
            return other
    if label:
        return _spelling(label, letter, found, quotes, named)
    local = letter.message.from_.email.partition("@")[0]
    shown = [*named, *runs_in(letter.message.from_.name)]
    often = Counter(compact(run.name) for run in shown)
    for run in shown:
        weight = _salience(run, letter, often[compact(run.name)])
        if weight and not _is_carrier(run.name, letter):
            vote(run.name, weight + (3.0 if fits(run.name, local) else 0.0), run.quote)
    found = {name: weight for name, weight in found.items() if not _is_carrier(name, letter)}
    found = {name: weight for name, weight in found.items() if weight >= _LEAST_SAID}
    if not found:
        return None
    name, weight = max(found.items(), key=lambda kv: (kv[1], -len(kv[0])))
    return Named(name, weight, quotes[name])


def _speaks_for_itself(label: str | None, letter: Letter, named: Sequence[Run]) -> bool:
    """Return whether the sender's own domain is spelled as a firm that is no agency."""
    own = _own_spelling(label, letter, named) if label else None
    words = own.name.casefold().split() if own else [""]
    agency = letter.words.agency_words | {"consultants", "partners", "consulting", "associates"}
    return words[-1].strip(".,") in letter.words.firm_words - agency


def _written_for(letter: Letter) -> Named | None:
    """Return the employer whose name a system's mail says, where its own is not in the text."""
    said: Counter[str] = Counter()
    quotes: dict[str, str] = {}

    def vote(name: str | None, weight: float, quote: str) -> None:
        clean = proper(name, letter)
        if clean and not is_title(clean, letter):
            said[clean] += round(weight)
            quotes.setdefault(clean, " ".join(quote.split())[:200])

    _vote_text(letter, vote)
    if not said or max(said.values()) < BETTER_NAMED:
        return None
    name = max(said, key=lambda n: said[n])
    return Named(name, float(said[name]), quotes[name])


_PLURAL = frozenset("want have are were need ask invite like say".split())


def _client(letter: Letter, label: str, people: set[str]) -> Named | None:
    """Return the firm that an agency or a system writes about: it wants, rang, has closed.

    A person wants and asks as well: a name counts if it ends in a firm's word, stands in the
    subject, or is spoken of as several ("Baxter Lane want to meet you").
    """
    if letter.out:
        return None
    found: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    for one in (letter.subject, *letter.sentences[:20]):
        for pattern in letter.words.client_patterns[1:]:
            for match in pattern.finditer(one.text):
                name = proper(match["name"].partition(" for ")[0], letter)
                if not name or len(name) < _LEAST_NAME or fits(name, label):
                    continue
                words = name.casefold().split()
                if set(words) & people or is_title(name, letter):
                    continue
                firm = words[-1].strip(".,") in letter.words.firm_words
                if firm and len(words) == 1:
                    continue  # "the Board has decided"
                several = len(words) > 1 and match.groupdict().get("verb") in _PLURAL
                if firm or several or name in letter.message.subject:
                    found[name] += 1
                    quotes.setdefault(name, " ".join(one.text.split())[:200])
    if not found:
        return _talked_of(letter, label, people)  # the firm the agency speaks of
    name = max(found, key=lambda n: (found[n], n in letter.message.subject, len(n)))
    name = max((n for n in found if n.startswith(name)), key=len)  # "Ormsby": Ormsby Wines
    return Named(name, BETTER_NAMED, quotes[name])


_LEAST_NAME = 4


def _talked_of(letter: Letter, label: str, people: set[str]) -> Named | None:
    """Return the firm that subject and text both name, where the sender's own is in neither."""
    told = [run for run in runs(letter) if run.place != "signature"]
    if any(fits(run.name, label) for run in told):
        return None
    places: dict[str, set[str]] = {}
    quotes: dict[str, str] = {}
    for run in told:
        name = proper(run.name, letter)
        if name is None or len(name) < _LEAST_NAME or name.isupper() or is_title(name, letter):
            continue
        if not {*name.casefold().split()} & people:
            places.setdefault(name, set()).add(run.place)
            quotes.setdefault(name, run.quote)
    subject = letter.message.subject
    both = [name for name, found in places.items() if "body" in found and name in subject]
    if not both:
        return None
    name = max(both, key=len)
    name = max((n for n in places if n.startswith(name)), key=len)
    return Named(name, _LEAST_SAID, quotes[name])


def is_title(name: str, letter: Letter) -> bool:
    """Return whether a name is a title or a role: nobody's firm."""
    return role_word(name, letter) or bool(letter.words.generic_title.search(name))


def _everybody(letter: Letter) -> list[str]:
    """Return the names in the headers, as said and as written in addresses."""
    message = letter.message
    ends = [*message.to, *message.cc]
    if not letter.relay and not letter.machine:
        ends.append(message.from_)
    for meeting in message.meetings:
        ends += [*meeting.attendees, *([meeting.organizer] if meeting.organizer else [])]
    named = [plain_name(a.name) for a in ends if is_person(a, letter)]
    return named + [re.sub(r"[._-]", " ", a.email.partition("@")[0]) for a in ends]


def _is_carrier(name: str, letter: Letter) -> bool:
    """Return whether a name is that of the system or the agency that carries the mail."""
    domain = letter.message.from_.email.partition("@")[2]
    plain = compact(name)
    known = plain in letter.words.carrier_words or plain in letter.words.relay_words
    return known or fits(name, domain_label(domain, letter)) > 0


def _salience(run: Run, letter: Letter, often: int) -> float:
    """Return how much a run of capitalised words looks like the firm that a carrier writes for."""
    words = [word.casefold().strip(".,") for word in run.name.split()]
    if run.begins and len(words) == 1 and often < 2:
        return 0.0
    weight = {"subject": 1.5, "sender": 2.0}.get(run.place, 0.6)
    weight += 0.8 if run.before in BEFORE else 0.0
    weight += 1.5 if words[-1] in letter.words.firm_words and len(words) > 1 else 0.0
    return weight


def _spelling(
    label: str,
    letter: Letter,
    found: dict[str, float],
    quotes: dict[str, str],
    named: Sequence[Run],
) -> Named:
    """Return how the mail itself spells what the employer's own domain says."""
    own = _own_spelling(label, letter, named)
    if own is not None:
        return own
    alike = [n for n in found if compact(n) and (compact(n) == label or label in compact(n))]
    shorter = [n for n in found if len(compact(n)) > 3 and label.startswith(compact(n))]
    written = spelt(label, letter)
    for names in (alike, [written] if written else [], shorter):
        if names:
            name = max(names, key=lambda n: (found.get(n, 0.0), len(n)))
            return Named(name, BETTER_NAMED, quotes.get(name, letter.message.from_.email))
    strong = [
        n
        for n, weight in found.items()
        if weight >= (BETTER_NAMED if fits(n, label) else _SAID_OFTEN)
    ]
    if strong:
        name = max(strong, key=lambda n: found[n])
        return Named(name, found[name], quotes[name])
    domain = letter.message.from_.email.partition("@")[2]
    shown = " ".join(w.capitalize() for w in re.split(r"[-_]", domain_label(domain, letter)))
    return Named(shown if not letter.out else label.capitalize(), 0.5, domain)


def _own_spelling(label: str, letter: Letter, named: Sequence[Run]) -> Named | None:
    """Return the fullest name in the mail that the domain is short for."""
    people = {compact(name) for name in _everybody(letter)}
    best: tuple[int, ...] | None = None
    chosen: Named | None = None
    sender = letter.message.from_.name
    for run in [*named, *runs_in(sender)]:
        name = proper(_TAIL.sub("", run.name), letter, most=7)
        if label in spellings(run.name):
            name = run.name  # "Ottley's", "Revenue Office", "Savannah Tel"
        if name is None or compact(name) in people or letter.words.generic_title.match(name):
            continue
        shared = fits(name, label)
        if not shared:
            continue
        firm = name.split()[-1].casefold().strip(".,") in letter.words.firm_words
        exact = label in spellings(name)
        rank = (shared, int(firm), int(exact), len(name.split()))
        if best is None or rank > best:
            best, chosen = rank, Named(name, BETTER_NAMED, run.quote)
    return chosen


def proper(name: str | None, letter: Letter, *, most: int = 5) -> str | None:
    """Return a name without what is no part of it; None if nothing is left."""
    words = (name or "").replace("’", "'").strip(" .,;:!?'\"()").removesuffix("'s").split()
    if any(w.casefold().strip(".,") in letter.words.role_nouns for w in words):
        return None
    days, months = letter.words.weekdays, letter.words.months
    short = [w.casefold()[:3] for w in words if len(w) < 10]
    if len(short) == len(words) and all(w in days or w in months for w in short):
        return None
    dull = letter.words.not_names
    ends = dull - letter.words.firm_words
    while words and (words[-1].casefold().strip(".,") in ends or not words[-1][:1].isupper()):
        words.pop()
    while words and (words[0].casefold().strip(".,") in dull or not words[0][:1].isupper()):
        words.pop(0)
    return " ".join(words).strip(" .,'") or None if len(words) <= most else None


def _vote_header(letter: Letter, vote: Vote) -> None:
    name = letter.message.from_.name.strip().strip('"')
    if letter.out or not name:
        return
    cut = re.match(
        rf"^(?P<e>.+?)[ ,|-]+(?:{letter.words.sender_words.pattern})", name, re.IGNORECASE
    )
    if cut and letter.words.sender_words.search(name):
        vote(cut["e"], 4, name)
    beside = FROM_DEPARTMENT.match(name)
    if beside and len(beside["name"].split()) >= 2:
        vote(letter.words.sender_words.sub("", beside["rest"]), 3, name)
    if letter.relay and not letter.words.sender_words.search(name):
        vote(name, 4, name)
    via = re.match(r"^(.+?) via .+$", name)
    if via:
        vote(letter.words.sender_words.sub("", via[1]), 4, name)
    if letter.machine and not letter.words.sender_words.search(name) and len(name.split()) <= 4:
        vote(name, 2, name)


def _vote_text(letter: Letter, vote: Vote) -> None:
    for one, factor in [(letter.subject, 1.5), *((s, 1.0) for s in letter.sentences[:60])]:
        for rank, pattern in enumerate(letter.words.employer_patterns):
            for match in pattern.finditer(one.text):
                weight = (3.0, 2.0, 1.5, 0.5)[rank] * factor
                vote(match["name"], weight, one.text)
        for match in letter.words.client_patterns[0].finditer(one.text):
            vote(match["name"], 4.0, one.text)


def _stated(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield what stands behind "Company:" or "Employer:", whatever its words are."""
    for line in letter.cleaned.text(letter.message.text).splitlines():
        stated = letter.words.employer_label.match(line.strip())
        if stated:
            name = re.split(r"[,(|;]| [-–] ", stated["name"])[0].strip(" .")
            if name and len(name.split()) <= _LONGEST_NAME:
                yield name, " ".join(line.split())


def _vote_signature(letter: Letter, vote: Vote) -> None:
    if letter.out:
        return
    for line in signature_lines(letter)[1:5]:
        if PHONE.search(line) or "@" in line or "http" in line:
            continue
        parts = re.split(r"\s*[|•·]\s*|, | at | – | - ", line)
        for part in parts:
            if not role_word(part, letter) and 1 <= len(part.split()) <= 4:
                vote(part, 2, line)


def _own_label(letter: Letter, agency: str | None) -> str | None:
    """Return the sender's domain as a name, where it is the employer's own."""
    ends = letter.message.to if letter.out else (letter.message.from_,)
    for address in ends:
        domain = address.email.partition("@")[2].casefold()
        if not domain or domain in letter.words.personal_domains or agency:
            continue
        label = domain_label(domain, letter)
        relays = set(re.split(r"[^a-z]+", domain)) & letter.words.relay_words
        if relays or carries_others(label, letter):
            continue
        return compact(label)
    return None
