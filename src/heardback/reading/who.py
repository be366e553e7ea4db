"""Who writes and who is named: people with their parts, titles, numbers, and their agency."""

import re

from heardback.model.message import Address, Meeting
from heardback.model.people import PersonRole
from heardback.model.understanding import PersonSeen
from heardback.reading.letter import Letter
from heardback.reading.named import at_the_end, by_first_name, doing, on_lists
from heardback.reading.names import (
    HONORIFIC,
    HONORIFICS,
    compact,
    names_firm,
    role_word,
    spellings,
)

PHONE = re.compile(r"(?<![\w])(\+?\(?\d[\d\s().-]{7,18}\d)(?![\w])")
NAME = re.compile(r"[^\W\d_][\w'’-]*\.?(?: [^\W\d_][\w'’-]*\.?){1,4}")
NAME_PART = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*"
    r"(?: (?:de|van|von|da|di|la|del|bin|al|el|O')? ?[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*\.?){0,3}"
)
FROM_DEPARTMENT = re.compile(r"^(?P<name>.+?) (?:from|at|via|@|\||-|–) (?P<rest>.+)$")
TITLE_LINE_MOST = 90
# "Professor Lotte Brandsma", and "Dr. Kim" or "Mrs Tammen", who have no first name here.
ADDRESSED = re.compile(
    rf"\b(?P<title>(?i:{HONORIFICS})\.?) (?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){{0,2}})"
)
# A name with its title behind a comma, a dash or in brackets.
TITLED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: (?:[A-Z]\.|de|van|von|da|di|la|al|el))*"
    r"(?: [A-ZÀ-Þ][\w'’-]+){1,2})"
    r"(?:,| \(| [-–—])\s*(?P<title>[^,;\n()]{3,60})"
)
AGENCY_ENDINGS = (
    "search",
    "staffing",
    "recruiting",
    "recruitment",
    "personnel",
    "headhunters",
    "recruiters",
)


def is_person(address: Address, letter: Letter) -> bool:
    """Tell whether a header names a person rather than a team or a machine."""
    name = address.name.strip().strip('"')
    if not name or letter.words.sender_words.search(name) or "@" in name:
        return False
    words = [w.casefold().strip(".,") for w in plain_name(name).split()]
    if len(words) < 2 or len(words) > 5 or any(w in letter.words.job_words for w in words):
        return False
    # "Town Clerk" is nobody's name, Tom Baker of t.baker@… is somebody.
    local = compact(address.email.partition("@")[0])
    worked = role_word(words[-1], letter) or role_word(words[0], letter)
    own = [compact(w) for w in words if len(w) > 2 and not role_word(w, letter)]
    if worked and not any(each in local for each in own):
        return False
    return bool(NAME.fullmatch(plain_name(name))) and not names_firm(words, letter)


def plain_name(name: str) -> str:
    """Return a header's name as one says it: "Raman, Priya" turned, additions cut."""
    bare = re.sub(r"\s*[(\[].*", "", name.strip().strip('"'))
    cut = FROM_DEPARTMENT.match(bare)
    if cut and len(cut["name"].split()) >= 2:
        bare = cut["name"]
    family, comma, given = bare.partition(", ")
    turned = f"{given} {family}".strip() if comma and " " not in family else bare
    return HONORIFIC.sub("", turned)


def people_in(letter: Letter) -> tuple[PersonSeen, ...]:
    """Return the sender, the people in copy and in invitations, and those the text introduces."""
    message = letter.message
    found: dict[str, PersonSeen] = {}
    if not letter.out:
        sender = _sender(letter)
        if sender is not None:
            _add(found, sender)
    others = message.to if letter.out else message.cc
    for address in others:
        own = address.email.casefold() in letter.me
        if address.email and not own and is_person(address, letter):
            _add(found, PersonSeen(name=plain_name(address.name), email=address.email))
    for meeting in message.meetings:
        for seen in people_of_meeting(meeting, me=frozenset()):
            _add(found, seen)
    if not letter.out:
        surnames = {one.name.split()[-1].casefold() for one in found.values()}
        told = _introduced(letter)
        known = {w for one in (*found.values(), *told) for w in one.name.casefold().split()}
        named = [n for n in (*on_lists(letter), *doing(letter)) if n.casefold() not in known]
        for seen in (*told, *(PersonSeen(name=n, role="interviewer") for n in named)):
            again = "." in seen.name.split()[0] or HONORIFIC.match(f"{seen.name} x")
            if not (again and seen.name.split()[-1].casefold() in surnames):
                _add(found, seen)
    mine = {w for a in message.to for w in a.name.casefold().split()} if not letter.out else set()
    return tuple(
        one
        for one in found.values()
        if not _is_own_firm(one.name, letter)
        and (one.email or not mine & set(one.name.casefold().split()))
    )


def _is_own_firm(name: str, letter: Letter) -> bool:
    """Return whether a name is that of the sender's domain: "Salter Rigg" of salterrigg.example."""
    domain = re.sub(r"[^a-z0-9]", "", letter.message.from_.email.partition("@")[2].casefold())
    bare = name.replace("’", "'").removesuffix("'s")
    return any(len(each) > 5 and domain.startswith(each) for each in spellings(bare))


def people_of_meeting(meeting: Meeting, *, me: frozenset[str]) -> list[PersonSeen]:
    """Return organizer and guests of a meeting; a guest without an address is known by name."""
    everybody = ([meeting.organizer] if meeting.organizer else []) + list(meeting.attendees)
    return [
        PersonSeen(name=plain_name(a.name), email=a.email or None, role="interviewer")
        for a in everybody
        if a.name and a.email.casefold() not in me and "@" not in a.name
    ]


def _add(found: dict[str, PersonSeen], seen: PersonSeen) -> None:
    key = (seen.email or seen.name).casefold()
    old = found.get(key)
    if old is None and seen.email:
        bare = next((k for k, v in found.items() if v.name == seen.name and not v.email), None)
        old = found.pop(bare) if bare else None
    if old is None:
        found[key] = seen
        return
    found[key] = PersonSeen(
        name=old.name if len(old.name) >= len(seen.name) else seen.name,
        email=old.email or seen.email,
        role=old.role or seen.role,
        title=old.title or seen.title,
        phone=old.phone or seen.phone,
        employer=old.employer or seen.employer,
    )


def _sender(letter: Letter) -> PersonSeen | None:
    sender = letter.message.from_
    lines = signature_lines(letter)
    personal = is_person(sender, letter) and not letter.relay and not letter.machine
    name = plain_name(sender.name) if personal else ""
    if (not name or " at " in name) and not letter.relay:
        name = by_first_name(sender, letter) or name
    if not name and not letter.bulk:
        name = _signed(lines, letter) or at_the_end(letter)
    if not name:
        return None
    title = _title(lines, name, letter)
    phone = next((m[1].strip() for line in lines if (m := PHONE.search(line))), None)
    return PersonSeen(
        name=name,
        email=sender.email or None,
        role=role_of(title, letter),
        title=title,
        phone=phone,
        employer=agency_of(letter),
    )


def _signed(lines: list[str], letter: Letter) -> str:
    """Return the name a letter of a team is signed with."""
    for line in lines[:2]:
        bare = HONORIFIC.sub("", re.split(r"\s*[|•·]\s*|, | - | – ", line)[0].strip())
        words = [word.casefold().strip(".,") for word in bare.split()]
        if 2 <= len(words) <= 4 and NAME.fullmatch(bare) and bare[0].isupper():
            if names_firm(words, letter) or role_word(bare, letter):
                continue
            if not any(word in letter.words.job_words for word in words):
                return bare
    return ""


def signature_lines(letter: Letter) -> list[str]:
    """Return the lines of the signature without the closing; without one, from the name on."""
    if letter.cleaned.signature is None:
        lines = letter.cleaned.text(letter.message.text).splitlines()
        plain = [" ".join(line.split()) for line in lines if line.strip()][-6:]
        names = [n for n, line in enumerate(plain) if n and _is_name(line, letter)]
        return plain[names[0] :] if names else []
    start, end = letter.cleaned.signature
    lines = [" ".join(x.split()) for x in letter.message.text[start:end].splitlines()]
    return [x for x in lines if x and x != "--" and not letter.words.closing.match(x)][:10]


def _is_name(line: str, letter: Letter) -> bool:
    """Return whether a line is nothing but a person's name."""
    words = HONORIFIC.sub("", line).split()
    low = [word.casefold().strip(".,") for word in words]
    if not 2 <= len(words) <= 4 or not all(w[:1].isupper() for w in words):
        return False
    dull = names_firm(low, letter) or role_word(line, letter)
    known = letter.words.job_words | letter.words.not_names
    return bool(NAME.fullmatch(" ".join(words))) and not dull and not known & set(low)


def _title(lines: list[str], name: str, letter: Letter) -> str | None:
    """Return the line below the name that holds a title's word."""
    first = name.split(maxsplit=1)[0]
    places = [n for n, line in enumerate(lines) if line.startswith(first)]
    if not places:
        return None
    here = lines[places[0]]
    after = [here[len(name) :].lstrip(" ,|-–")] if here.startswith(name) else []
    for line in [*after, *lines[places[0] + 1 : places[0] + 3]]:
        part = re.split(r"\s*[|•·]\s*|, | at | – | - ", line)[0].strip()
        words = {w.casefold() for w in re.findall(r"[\w-]+", part)}
        known = set(letter.words.title_words) | letter.words.role_nouns
        if words & known and len(part) <= TITLE_LINE_MOST and not PHONE.search(part):
            return part
    return None


def role_of(title: str | None, letter: Letter) -> PersonRole | None:
    """Return the part that a title suggests; an agency's people are its recruiters."""
    if agency_of(letter):
        return "agency_recruiter"
    if not title:
        return None
    words = [w.casefold() for w in re.findall(r"\w+", title)]
    parts = [letter.words.title_words[w] for w in words if w in letter.words.title_words]
    for part in ("coordinator", "recruiter", "executive", "hiring_manager"):
        if part in parts:
            return part
    return None


def _introduced(letter: Letter) -> list[PersonSeen]:
    """Return the people that "you'll meet …" names."""
    found: list[PersonSeen] = []
    for sentence in letter.sentences:
        for pattern in letter.words.introductions:
            for match in pattern.finditer(sentence.text):
                found += _listed(match["list"], letter)
        greeted = letter.words.greeting.match(sentence.low)
        for match in [] if greeted else ADDRESSED.finditer(sentence.text):
            found += _addressed(match, letter)
        for match in TITLED.finditer(sentence.text):
            if role_word(match["title"], letter):
                found += _listed(f"{match['name']} ({match['title'].strip()})", letter)
    return found


def _addressed(match: re.Match[str], letter: Letter) -> list[PersonSeen]:
    """Return whom a form of address names; the candidate is addressed, not met."""
    name = match["name"]
    words = [w.casefold() for w in name.split()]
    mine = {w for a in letter.message.to for w in a.name.casefold().split()}
    if any(w in mine or w in letter.words.not_names for w in words) or names_firm(words, letter):
        return []
    if any(w in letter.words.job_words for w in words) or role_word(name, letter):
        return []
    shown = name if len(words) > 1 else f"{match['title']} {name}"
    return [PersonSeen(name=shown, role="interviewer")]


def _listed(text: str, letter: Letter) -> list[PersonSeen]:
    found = []
    for part in re.split(r",| and | & |;|\bwith\b", text):
        name = NAME_PART.match(HONORIFIC.sub("", part.strip()))
        if not name:
            continue
        words = [w.casefold().strip(".") for w in name[0].split()]
        if any(w in letter.words.not_names or w in letter.words.weekdays for w in words):
            continue
        if len(words) < 2 or any(w in letter.words.job_words for w in words):
            continue
        if role_word(name[0], letter) or names_firm(words, letter):
            continue  # a title alone is nobody's name, nor is a firm
        rest = HONORIFIC.sub("", part.strip())[name.end() :].strip(" ()")
        title = rest if 0 < len(rest) <= 50 and role_word(rest, letter) else None
        found.append(
            PersonSeen(name=name[0], role=role_of(title, letter) or "interviewer", title=title)
        )
    return found


def agency_of(letter: Letter) -> str | None:
    """Return the agency a recruiter writes for: by its name in the domain or the signature."""
    if letter.relay:
        return None
    ends = letter.message.to[:1] if letter.out else (letter.message.from_,)
    domain = ends[0].email.partition("@")[2].casefold() if ends else ""
    label = re.split(r"\.", domain)[0] if domain else ""
    lines = signature_lines(letter)
    for line in lines[1:6] if not letter.out else []:
        for part in re.split(r"\s*[|•·,]\s*", line):
            words = [w.casefold() for w in re.findall(r"[\w&-]+", part)]
            last = words[-1] if words else ""
            named = 2 <= len(words) <= 5 and last in letter.words.agency_words
            if named and compact(part)[:5] == compact(label)[:5]:
                return part.strip()
    ending = next((w for w in AGENCY_ENDINGS if label.endswith(w) and label != w), None)
    if ending:
        return spelt(compact(label), letter) or label.capitalize()
    parts = set(re.split(r"[^a-z]+", label))
    if parts & (letter.words.agency_words - {"recruiting"}) and label:
        return " ".join(p.capitalize() for p in re.split(r"[^a-z]+", label) if p)
    return None


def spelt(label: str, letter: Letter) -> str | None:
    """Return how the mail itself spells what its domain says."""
    text = f"{letter.message.subject}\n{letter.message.text[:6000]}\n{letter.message.from_.name}"
    words = re.findall(r"[A-ZÀ-ÞĀ-Ž][\w&'-]*|&|and|und", text)
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if name[0].isupper() and label in spellings(name):
                return name
    # "tadeo ruiz, solarpunk co-op": in lower case two words or more must join to it.
    low = re.findall(r"[^\W\d_][\w-]*", text)
    for size in (4, 3, 2):
        for at in range(len(low) - size + 1):
            if compact("".join(low[at : at + size])) == label and "@" not in low[at]:
                return " ".join(w[:1].upper() + w[1:] for w in low[at : at + size])
    return None
