"""For which employer and role a mail is: names with the words they stand in."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heardback.reading.letter import Letter
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
    compact,
    is_person,
    plain_name,
    role_word,
    signature_lines,
    spelt,
)

BETTER_NAMED = 3.0
_LEAST_SAID = 2.0
_SHORT_SUBJECT = 4  # words: "Re: plant clerk"
_SAID_OFTEN = 6.0  # a name that its own domain does not show
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
    named = list(runs(letter))
    label = _own_label(letter, agency)
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
    weight += 1.0 if words[-1] in letter.words.firm_words else 0.0
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
    best: tuple[int, int, int] | None = None
    chosen: Named | None = None
    sender = letter.message.from_.name
    for run in [*named, *runs_in(sender)]:
        name = proper(run.name, letter, most=7)
        if name is None or compact(name) in people:
            continue
        shared = fits(name, label)
        if not shared:
            continue
        firm = name.split()[-1].casefold().strip(".,") in letter.words.firm_words
        rank = (shared, int(firm), len(name.split()))
        if best is None or rank > best:
            best, chosen = rank, Named(name, BETTER_NAMED, run.quote)
    return chosen


def proper(name: str | None, letter: Letter, *, most: int = 5) -> str | None:
    """Return a name without what is no part of it; None if nothing is left."""
    words = (name or "").replace("’", "'").strip(" .,;:!?'\"()").removesuffix("'s").split()
    if any(w.casefold().strip(".,") in letter.words.role_nouns for w in words):
        return None
    dull = letter.words.not_names
    while words and (words[-1].casefold().strip(".,") in dull or not words[-1][:1].isupper()):
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
        for pattern in letter.words.client_patterns[:1]:
            for match in pattern.finditer(one.text):
                vote(match["name"], 4.0, one.text)


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


def role_in(letter: Letter) -> Named | None:
    """Return the role a letter is about: the fullest name that most often stands in it."""
    found: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    for one, factor in [(letter.subject, 3), *((s, 2) for s in letter.sentences[:60])]:
        for pattern in letter.words.role_patterns:
            for match in pattern.finditer(one.text):
                role = _role(match["role"], letter)
                if role:
                    found[role] += factor
                    quotes.setdefault(role, " ".join(one.text.split())[:200])
    for role in _bare_roles(letter):
        found[role] += 2
        quotes.setdefault(role, letter.message.subject)
    if not found:
        return None
    role, weight = max(found.items(), key=lambda kv: (kv[1], len(kv[0])))
    return Named(role, float(weight), quotes[role])


def _bare_roles(letter: Letter) -> list[str]:
    """Return roles that stand alone between marks in the subject: "Interview: Data Engineer"."""
    found = []
    subject = _ANSWERED.sub("", letter.message.subject)
    for part in re.split(r"[:|–—()\[\]]| - | at | with |,", subject):
        role = _role(part.strip(), letter)
        if role and (role[0].isupper() or len(part.split()) <= _SHORT_SUBJECT):
            found.append(role)
    return found


_ANSWERED = re.compile(r"^(?:\s*(?:re|fwd?|fw|aw)\s*:\s*)+", re.IGNORECASE)
_LEVELS = frozenset({"i", "ii", "iii", "iv", "v", "1", "2", "3"})
_OF_A_FIELD = frozenset("lecturer professor reader lectureship professorship chair fellow".split())
_NUMBERED = re.compile(
    r"\d|^(?:posting|req|requisition|competition|ref|job|vacancy|post|no)\W*$", re.IGNORECASE
)


def _role(text: str, letter: Letter) -> str | None:
    """Return a role without what is no part of it; lower case is let pass where a noun ends it."""
    words = text.replace("’", "'").strip(" .,;:!?'\"").split()
    dull = letter.words.not_names - {"of", "and", "for", "head"}
    while words and (words[0].casefold() in dull or _NUMBERED.search(words[0])):
        words.pop(0)
    nouns = [n for n, w in enumerate(words) if w.casefold().strip(",") in letter.words.role_nouns]
    if not words or not nouns or len(words) > 9:
        return None
    last = nouns[-1]
    if not words[0][:1].isupper() and last != len(words) - 1:
        return None
    if words[last].casefold() != "head" and "of" not in words[last:]:
        words = words[: _role_end(words, last)]
    return " ".join(words).strip(" ,") if len(words) <= 7 else None


def _role_end(words: list[str], last: int) -> int:
    """Return where a role ends: its level and, of a teacher, the field belong to it."""
    end = last + 1
    if end < len(words) and words[end].casefold().strip(",") in _LEVELS:
        return end + 1
    if words[last].casefold() in _OF_A_FIELD and words[end : end + 1] == ["in"]:
        while end < len(words) and (words[end] in ("in", "and") or words[end][:1].isupper()):
            end += 1
    return end
