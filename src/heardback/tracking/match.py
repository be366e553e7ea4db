"""Which opportunity does a thread belong to: employer, role and people, each kept by name.

Two roles at one employer stay two; a relay's or an agency's address never decides alone; merging
and splitting by the candidate outranks all of it (house.md, 5.2; peers.md, section 4).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from heardback.tracking.threads import Reading, Thread, short_hash, threads

LEGAL_FORMS = frozenset(
    "inc incorporated llc ltd limited gmbh ag co corp corporation company plc llp lp sa bv oy ab "
    "the group holdings and".split()
)
# Kinds that show a process with the candidate; the others open no opportunity by themselves.
OPENING = frozenset(
    "application_received scheduling interview_confirmed timeframe request still_deciding on_hold "
    "offer rejection position_closed".split()
)
PERSONAL_DOMAINS = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com gmx.com "
    "gmx.de web.de aol.com proton.me protonmail.com fastmail.com example.com example.org "
    "example.net".split()
)
MACHINES = tuple("no-reply noreply no_reply donotreply do-not-reply notification mailer".split())
SURE_ENOUGH = 0.6
SHORT_FORM = 6
STALE = timedelta(days=240)


def tokens(name: str | None) -> tuple[str, ...]:
    """Given a name, return its lower-case words without accents and legal forms."""
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = [w for w in re.split(r"[^\w]+", plain) if w]
    kept = tuple(w for w in words if w not in LEGAL_FORMS)
    return kept or tuple(words)


def same_role(one: str | None, other: str | None) -> bool:
    """Given two roles, return whether they can be the same: one unknown, equal, or contained."""
    a, b = set(tokens(one)), set(tokens(other))
    return not a or not b or a <= b or b <= a


def same_employer(one: str | None, other: str | None) -> bool:
    """Given two employers, return whether they can be the same: equal, or one a shorter form.

    A shorter form ends where a word of the longer ends; a longer name of one word (as a domain
    writes it) may go on, but not with a number: "Unit 28" is not "Unit 289".
    """
    words = sorted((tokens(one), tokens(other)), key=lambda w: len("".join(w)))
    short, long = ("".join(w) for w in words)
    if short == long:
        return True
    if len(short) < SHORT_FORM or not long.startswith(short) or long[len(short)].isdigit():
        return False
    ends = {len("".join(words[1][:n])) for n in range(1, len(words[1]))}
    return len(words[1]) == 1 or len(short) in ends


@dataclass(frozen=True, slots=True)
class Match:
    """Why a thread belongs to an opportunity, part by part."""

    employer: bool = False
    role: bool = False
    people: int = 0
    domain: bool = False

    @property
    def score(self) -> int:
        """The parts as one number; 0 = no match."""
        return 8 * self.employer + 4 * min(self.people, 2) + 2 * self.domain + self.role


@dataclass(slots=True)
class Group:
    """The threads of one opportunity, before its events are made."""

    threads: list[Thread] = field(default_factory=list)
    employer: str | None = None
    role: str | None = None
    agency: str | None = None
    wanted_id: str | None = None
    roots: list[str] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)
    addresses: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    last_at: datetime | None = None
    alias: list[str] = field(default_factory=list)
    apart: bool = False

    @property
    def readings(self) -> list[Reading]:
        """All readings of all threads."""
        return [reading for thread in self.threads for reading in thread.readings]

    def take(self, thread: Thread, profile: "Profile") -> None:
        """Add a thread and what it tells of the opportunity."""
        self.threads.append(thread)
        self.roots.append(thread.root)
        self.addresses |= profile.addresses
        self.domains |= profile.domains
        self.named.update(r.seen.employer for r in thread.readings if r.seen.employer)
        if self.named and not self.wanted_id and not (self.apart and self.employer):
            self.employer = best_name(self.named)
        longer = len(tokens(profile.role)) > len(tokens(self.role))
        if profile.role and longer and not self.apart:
            self.role = profile.role
        self.agency = self.agency or profile.agency
        if thread.last_at and (self.last_at is None or thread.last_at > self.last_at):
            self.last_at = thread.last_at


def best_name(named: Counter[str]) -> str:
    """Given how often each name was read, return the commonest in its fullest spelling."""
    counted: Counter[str] = Counter()
    for name, count in named.items():
        counted["".join(tokens(name))] += count
    top = max(counted, key=lambda key: (counted[key], len(key)))
    family = [name for name in named if same_employer(name, top)]
    whole = [name for name in family if " " in name] or family
    plain = max(
        ("".join(tokens(name)) for name in whole), key=lambda key: (counted[key], -len(key))
    )
    spelt = [name for name in named if "".join(tokens(name)) == plain]
    return max(spelt, key=lambda n: (len(n.split()), named[n], n))


@dataclass(frozen=True, slots=True)
class Profile:
    """What a thread tells of whom it concerns."""

    employer: str | None
    role: str | None
    agency: str | None
    addresses: frozenset[str]
    domains: frozenset[str]
    opens: bool


def profile(thread: Thread, me: frozenset[str]) -> Profile:
    """Given a thread and the candidate's own addresses, return what it tells."""
    employers: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    roles: Counter[str] = Counter()
    for reading in thread.readings:
        seen = reading.seen
        if seen.employer:
            key = " ".join(tokens(seen.employer))
            spelt.setdefault(key, seen.employer)
            employers[key] += 1 + round(4 * seen.confidence)
        if seen.role:
            roles[seen.role] += 1
    addresses = {a for r in thread.readings for a in addresses_of(r) if a not in me}
    agency = next((r.seen.agency for r in thread.readings if r.seen.agency), None)
    domains = {a.rpartition("@")[2] for a in addresses} - PERSONAL_DOMAINS
    return Profile(
        employer=spelt[employers.most_common(1)[0][0]] if employers else None,
        role=max(roles, key=lambda r: (roles[r], len(r))) if roles else None,
        agency=agency,
        addresses=frozenset(addresses),
        domains=frozenset() if agency else frozenset(domains),
        opens=opens(thread),
    )


def addresses_of(reading: Reading) -> list[str]:
    """Given a reading, return the addresses of sender, readers and people it names."""
    seen = reading.seen
    found = [seen.from_.email, *(a.email for a in seen.to), *(p.email for p in seen.people)]
    return [a.casefold() for a in found if a and not is_machine(a)]


def is_machine(address: str) -> bool:
    """Given an address, return whether it is a machine's (a relay), not a person's."""
    local = address.partition("@")[0].casefold()
    return any(word in local for word in MACHINES)


def opens(thread: Thread) -> bool:
    """Return whether a thread shows a process: its kinds, or the candidate's own part in it."""
    answered = any(r.seen.direction == "out" for r in thread.readings)
    if thread.readings[0].seen.kind == "recruiter_outreach" and not answered:
        return False
    for reading in thread.readings:
        seen = reading.seen
        if seen.kind in OPENING and seen.job_related and seen.confidence >= SURE_ENOUGH:
            return True
        told = seen.sent_kind not in (None, "reply") or seen.employer
        if seen.direction == "out" and seen.job_related and told:
            return True
    return answered and any(r.seen.kind == "recruiter_outreach" for r in thread.readings)


def match(group: Group, told: Profile, at: datetime | None) -> Match:
    """Given an opportunity and what a thread tells, return how they match (score 0: not)."""
    if group.employer and told.employer and not same_employer(group.employer, told.employer):
        return Match()
    if not same_role(group.role, told.role):
        return Match()
    if group.apart and not (group.role and told.role):
        return Match()  # what the candidate split off draws nothing but its own role
    people = len(group.addresses & told.addresses)
    found = Match(
        employer=bool(group.employer and told.employer),
        role=bool(group.role and told.role),
        people=people,
        domain=bool(group.domains & told.domains),
    )
    if found.score == found.role:
        return Match()
    old = group.last_at and at and at - group.last_at > STALE
    return Match() if old and not people else found


def group_threads(
    readings: Sequence[Reading],
    *,
    me: frozenset[str],
    seeds: Iterable[Group] = (),
    apart: Sequence[frozenset[str]] = (),
) -> list[Group]:
    """Given readings, return the opportunities they make, in order of their first message.

    `seeds` are opportunities the candidate entered by hand; `apart` are sets of message keys which
    the candidate split off: each set becomes an opportunity of its own.
    """
    groups = list(seeds)
    split = [key for keys in apart for key in keys]
    for keys in apart:
        own = [r for r in readings if r.key in keys]
        for thread in threads(own):
            _own_group(groups, thread, keys, me)
    waiting: list[tuple[Thread, Profile]] = []
    for thread in threads([r for r in readings if r.key not in split]):
        told = profile(thread, me)
        best = best_group(groups, told, thread.first_at)
        if best is not None:
            best.take(thread, told)
        elif told.opens:
            groups.append(Group())
            groups[-1].take(thread, told)
        else:
            waiting.append((thread, told))
    for thread, told in waiting:
        best = best_group(groups, told, thread.first_at)
        if best is not None and (told.addresses & best.addresses):
            best.take(thread, told)
    return groups


def _own_group(
    groups: list[Group], thread: Thread, keys: frozenset[str], me: frozenset[str]
) -> None:
    name = f"split:{short_hash(*sorted(keys))}"
    group = next((g for g in groups if name in g.alias), None)
    if group is None:
        group = Group(alias=[name])
        groups.append(group)
    group.apart = True
    group.take(thread, profile(thread, me))


def best_group(groups: Sequence[Group], told: Profile, at: datetime | None) -> Group | None:
    """Return the opportunity that a thread fits best, the newest among equals, or None."""
    scored = [(match(group, told, at).score, place) for place, group in enumerate(groups)]
    fits = [(score, place) for score, place in scored if score > 1]
    if not fits:
        return None
    top = max(score for score, _ in fits)
    places = [place for score, place in fits if score == top]
    return groups[max(places, key=lambda p: (_moment(groups[p].last_at), p))]


def _moment(at: datetime | None) -> float:
    return at.timestamp() if at else 0.0
