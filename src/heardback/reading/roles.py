"""For which role a mail is: the fullest name that most often stands in it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from heardback.reading.concerns import Named
from heardback.reading.letter import Letter
from heardback.reading.names import role_word
from heardback.reading.who import signature_lines

_SHORT_SUBJECT = 4  # words: "Re: plant clerk"
_STATED = 6  # "Position: Data Engineer"
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w/&+.'-]*(?: (?:(?:of|and|for|to|in|&) )?[A-ZÀ-Þ][\w/&+.'-]*){0,6}"
)
_A_PERSON_NEXT = re.compile(r"[ ,(]+[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ]")
_BRACKET = re.compile(r"^(?:\S+,? ){1,4}\(([^()]{4,60})\)$")
_A_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]+[ ,]*){1,4}(?:\([^)]*\))?")
_VAGUE = frozenset(
    "lead manager head master partner owner holder fellow director host tech".split()
)
_NEW = frozenset("new newest next latest current".split())


def role_in(letter: Letter) -> Named | None:
    """Return the role a letter is about: the fullest name that most often stands in it."""
    found: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    for one, factor in [(letter.subject, 3), *((s, 2) for s in letter.sentences[:60])]:
        for pattern in letter.words.role_patterns:
            for match in pattern.finditer(one.text):
                role = _role(_without_i(match["role"], one.text[match.end("role") :]), letter)
                if role:
                    found[role] += factor
                    quotes.setdefault(role, " ".join(one.text.split())[:200])
    for role in _bare_roles(letter):
        found[role] += 2
        quotes.setdefault(role, letter.message.subject)
    for role, line in _stated(letter):
        found[role] += _STATED
        quotes.setdefault(role, line)
    for way in (_told, _in_passing, _mentioned):
        for role, weight, line in [] if found else list(way(letter)):
            found[role] += weight
            quotes.setdefault(role, line)
    sender = letter.message.from_.name.casefold()
    found = Counter({role: n for role, n in found.items() if role.casefold() not in sender})
    if not found:
        return None
    role, weight = max(found.items(), key=lambda kv: (kv[1], len(kv[0])))
    return Named(role, float(weight), quotes[role])


def _stated(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield what stands behind "Position:" or "Job:", whatever its words are."""
    for line in letter.cleaned.text(letter.message.text).splitlines():
        match = letter.words.role_label.match(line.strip())
        if match:
            name = re.split(r"[,(|;]| [-–] | at ", match["role"])[0].strip(" .")
            if name and len(name.split()) <= 6 and not name.isdigit():
                yield name, " ".join(line.split())


def _told(letter: Letter) -> Iterator[tuple[str, int, str]]:
    """Yield roles named without any of the usual words: as a line, in brackets, beside "hire".

    A capital name that ends in a role's word may be somebody's title: it counts only where it
    stands alone, or with words that speak of a place to be filled.
    """
    words = letter.words
    titles = _titles(letter)
    for one in letter.sentences[:60]:
        for match in _CAPITALS.finditer(one.text):
            role = _role(match[0], letter)
            if role is None or role in titles or words.generic_title.search(role):
                continue
            start = match.start() + match[0].find(role)
            before, after = one.text[:start], one.text[start + len(role) :]
            alone = (not before.strip() or before.rstrip()[-1] in ":,.)\n") and (
                not after.strip() or after.lstrip()[0] in ",.(:\n"
            )
            several = len(role.split()) > 1
            filled = words.role_before.search(before) or words.role_after.match(after)
            if (alone and several and not _titled(before)) or filled:
                yield role, 1, " ".join(one.text.split())
    yield from (
        (role, weight, line) for role, weight, line in _signed(letter) if role not in titles
    )


def _in_passing(letter: Letter) -> Iterator[tuple[str, int, str]]:
    """Yield roles in lower case, where the words before speak of a place to be filled."""
    for one in letter.sentences[:60]:
        for match in letter.words.role_in_passing.finditer(one.low):
            words = match["role"].split()
            last = words[-1]
            if not is_role_noun(last, letter) or last in _TITLES or last in letter.words.not_names:
                continue
            while words and words[0] in letter.words.not_names | _LOOSE:
                words.pop(0)
            if not words or (len(words) == 1 and last in _VAGUE):
                continue
            start = match.start("role") + match["role"].find(" ".join(words))
            role = one.text[start : match.end("role")]
            if role.casefold() == " ".join(words):
                yield " ".join(role.split()), 1, " ".join(one.text.split())


def _mentioned(letter: Letter) -> Iterator[tuple[str, int, str]]:
    """Yield the one role that a letter names at all, where it is nobody's title."""
    found: dict[str, str] = {}
    titles = _titles(letter)
    for one in letter.sentences[:60]:
        for match in _CAPITALS.finditer(one.text):
            role = _role(match[0], letter)
            if role is None or role in titles or letter.words.generic_title.search(role):
                continue
            start = match.start() + match[0].find(role)
            before, after = one.text[:start], one.text[start + len(role) :]
            somebodys = _titled(before) or letter.words.title_before.search(before)
            several = len(role.split()) > 1 or _stands_alone(role, letter)
            if several and not somebodys and not _A_PERSON_NEXT.match(after):
                found.setdefault(role, " ".join(one.text.split()))
    if len(found) == 1:
        ((role, line),) = found.items()
        yield role, 1, line


def _stands_alone(role: str, letter: Letter) -> bool:
    """Tell whether one word is a role by itself, not half a title or somebody's first name."""
    low = role.casefold()
    names = [letter.message.from_, *letter.message.to, *letter.message.cc]
    names += [guest for meeting in letter.message.meetings for guest in meeting.attendees]
    called = any(low in each.name.casefold().split() for each in names)
    return len(role) > 4 and low not in _VAGUE | _TITLES and not called


def _without_i(role: str, after: str) -> str:
    """Drop the I that is no level: "the role of Executive I mentioned"."""
    return role[:-2] if role.endswith(" I") and re.match(r"[ ][a-z']", after) else role


def is_role_noun(word: str, letter: Letter) -> bool:
    """Tell whether a word names somebody by their work: from the list, or by its ending."""
    plain = word.casefold().strip(",")
    return plain in letter.words.role_nouns or bool(letter.words.role_ending.search(plain))


def _titles(letter: Letter) -> frozenset[str]:
    """Return the titles below names: of whoever signs, or is named on a line alone."""
    lines = [line.strip() for line in letter.message.text.splitlines() if line.strip()]
    found = set()
    # Each pair once: a hostile mail says the same again and again.
    for above, line in dict.fromkeys(pairwise(lines)):
        title = _role(re.split(r"\s*[|•·(]\s*|, | [-–] | at ", line)[0], letter)
        greeted = letter.words.greeting.match(above.casefold())
        if title and line.startswith(title) and _A_NAME.fullmatch(above) and not greeted:
            found.add(title)
    return frozenset(found)


def _titled(before: str) -> bool:
    """Return whether a name stands before: "Priya Raman, Engineering Manager"."""
    return bool(re.search(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+[,\n]\s*$", before))


def _signed(letter: Letter) -> Iterator[tuple[str, int, str]]:
    """Yield the role a signature names beside the firm: "Fjordwind (Tender Coordinator)"."""
    lines = letter.cleaned.text(letter.message.text).rstrip().splitlines()[-5:]
    for line in dict.fromkeys([*signature_lines(letter), *map(str.strip, lines)]):
        for part in _BRACKET.findall(line):
            if role := _role(part, letter):
                yield role, 3, line
        first, *rest = re.split(r"\s*[|•·]\s*|, | [-–] |\bre: ", line)
        for part in rest:
            role = _role(part, letter)
            wanted = role and letter.words.role_after.match(part[len(role) :])
            firm = first and not role_word(first, letter) and len(rest) == 1
            named = firm and first not in {letter.message.from_.name, ""} and " " in first
            if role and (wanted or (named and not letter.words.generic_title.search(role))):
                yield role, 2, line


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
_ALSO_FIELDS = frozenset("Office Team Application Applications IT HR Talent Recruitment".split())
_OF_A_FIELD = frozenset(
    "lecturer professor reader lectureship professorship chair fellow fellowship".split()
)
_NOT_LAST = frozenset("search hiring role position job interview application update".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
# Of people one meets, more often than of places to be filled; and words that belong to no role.
_TITLES = frozenset("recruiter manager director owner partner head colleague president".split())
_LOOSE = frozenset("good great new same right other another perfect strong one two".split())
_NUMBERED = re.compile(
    r"\d|^(?:posting|req|requisition|competition|ref|job|vacancy|post|no)\W*$", re.IGNORECASE
)


def _role(text: str, letter: Letter) -> str | None:
    """Return a role without what is no part of it; lower case is let pass where a noun ends it."""
    text = letter.words.role_about.sub("", text)
    words = text.replace("’", "'").strip(" .,;:!?'\"").split()
    while len(words) > 1 and words[-1].casefold() in _NOT_LAST:
        words.pop()
    dull = letter.words.not_names - {"of", "and", "for", "head"}
    while words and (words[0].casefold() in dull or _NUMBERED.search(words[0])):
        if _ORDINAL.match(words[0]):
            break  # "5th Grade Teacher"
        follows = words[1:2] and is_role_noun(words[1], letter)
        if words[0] in _ALSO_FIELDS and words[0][0].isupper() and follows:
            break  # "Office Administrator", "IT Administrator"
        words.pop(0)
    while words and words[0].casefold() in ("of", "for", "and"):
        words.pop(0)
    nouns = [n for n, w in enumerate(words) if is_role_noun(w, letter)]
    if not words or not nouns or len(words) > 9:
        return None
    last = nouns[-1]
    if not words[0][:1].isupper() and last != len(words) - 1:
        return None
    while words[0].casefold() in _NEW and len(words) > 1:
        words, last = words[1:], last - 1
    if len(words) == 1 and words[0].casefold() in _VAGUE:
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
