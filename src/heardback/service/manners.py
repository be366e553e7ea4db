"""The candidate's habits, learned from their own sent mail: on this machine, shown, deletable.

Nothing learned is kept: it is read again from the mail each time, so that deleting the mail, or
switching a habit off, leaves no trace of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heardback.drafting.style import Manner
from heardback.errors import UsageError
from heardback.model.draft import REGISTERS
from heardback.model.people import HABIT_NAMES, Habits, Person
from heardback.model.sayings import ProfileSet
from heardback.ports import Ports
from heardback.reading.manners import Seen, manner_of, own_name
from heardback.service.tell import say
from heardback.service.tracked import own_addresses
from heardback.tracking.assemble import Tracked
from heardback.tracking.voice import voice

LEAST_SEEN = 2  # what was done once is no habit
LEAST_CONTRACTABLE = 6


@dataclass(slots=True)
class Counted:
    """What the candidate's own mails were seen to do, and how often."""

    mails: int = 0
    greeting: Counter[str] = field(default_factory=Counter)
    sign_off: Counter[str] = field(default_factory=Counter)
    contracted: int = 0
    written_out: int = 0


@dataclass(frozen=True, slots=True)
class Learned:
    """The candidate's habits, how each person and they write to each other, and the counts."""

    habits: Habits
    manners: Mapping[str, Manner]
    counted: Counted


def learn(ports: Ports, tracked: Tracked) -> Learned:
    """Given the store, return the habits: those said, else those that sent mail shows."""
    from heardback.languages.en.mail import ENGLISH_READING
    from heardback.languages.en.manners import ENGLISH_MANNERS

    me = own_addresses(ports)
    people = {a.casefold(): p for p in tracked.search.people.values() for a in p.addresses}
    counted, manners = Counted(), dict[str, Manner]()
    for received in ports.store.received():
        message = received.message
        if message is None or not message.text:
            continue
        sender = message.from_.email.casefold()
        if sender not in me and sender not in people:
            continue
        seen = manner_of(message.text, words=ENGLISH_READING, manners=ENGLISH_MANNERS)
        if sender in me:
            _count(counted, seen)
            ends = [people[a] for t in message.to if (a := t.email.casefold()) in people]
            _note_own(manners, seen, ends)
        else:
            _note_theirs(manners, seen, people[sender])
    said = tracked.search.candidate.habits or Habits()
    return Learned(_chosen(said, counted), manners, counted)


def _count(counted: Counted, seen: Seen) -> None:
    counted.mails += 1
    counted.greeting.update([seen.greeting] if seen.greeting else [])
    counted.sign_off.update([seen.sign_off] if seen.sign_off else [])
    counted.contracted += seen.contracted
    counted.written_out += seen.written_out


def _note_own(manners: dict[str, Manner], seen: Seen, to: Iterable[Person]) -> None:
    readers = list(to)
    if len(readers) != 1:
        return
    old = manners.get(readers[0].id, Manner())
    manners[readers[0].id] = Manner(
        signs=old.signs,
        greets=seen.greeting or old.greets,
        sign_off=seen.sign_off or old.sign_off,
    )


def _note_theirs(manners: dict[str, Manner], seen: Seen, person: Person) -> None:
    signs = own_name(seen.signs, of=person.name)
    if signs is None or signs.casefold() == person.name.casefold():
        return
    old = manners.get(person.id, Manner())
    manners[person.id] = Manner(signs=signs, greets=old.greets, sign_off=old.sign_off)


def _chosen(said: Habits, counted: Counted) -> Habits:
    def usual(name: str, counts: Counter[str]) -> str | None:
        (word, times), *_ = counts.most_common(1) or [("", 0)]
        return word if times >= LEAST_SEEN and name not in said.off else None

    total = counted.contracted + counted.written_out
    tells = total >= LEAST_CONTRACTABLE and "contractions" not in said.off
    contracts = counted.contracted * 2 > total if tells else None
    return Habits(
        greeting=said.greeting or usual("greeting", counted.greeting),
        sign_off=said.sign_off or usual("sign_off", counted.sign_off),
        contractions=said.contractions if said.contractions is not None else contracts,
        register=said.register,
        off=said.off,
    )


def habits_view(learned: Learned, said: Habits) -> dict[str, object]:
    """Given what was learned and said, return each habit with where it comes from."""
    counted, habits = learned.counted, learned.habits
    total = counted.contracted + counted.written_out
    return {
        "mails": counted.mails,
        "habits": {
            name: {"value": getattr(habits, name), "from": _origin(name, said, habits)}
            for name in (*HABIT_NAMES, "register")
        },
        "seen": {
            "greeting": dict(counted.greeting.most_common(5)),
            "sign_off": dict(counted.sign_off.most_common(5)),
            "contractions": {"contracted": counted.contracted, "of": total},
        },
        "people": {
            id: {"signs": m.signs, "greets": m.greets, "sign_off": m.sign_off}
            for id, m in learned.manners.items()
            if m.signs or m.greets or m.sign_off
        },
        "off": list(said.off),
    }


def _origin(name: str, said: Habits, habits: Habits) -> str | None:
    if getattr(said, name) is not None:
        return "said"
    if name in said.off:
        return "off"
    return "sent mail" if getattr(habits, name) is not None else None


def set_habits(ports: Ports, changes: Mapping[str, str]) -> None:
    """Keep habits as said; an empty value takes one back. Raise UsageError on what is no habit."""
    values = _said(ports)
    for name, text in changes.items():
        if name not in (*HABIT_NAMES, "register"):
            known = ", ".join((*HABIT_NAMES, "register"))
            raise UsageError(f"{name!r} is no habit.", hint=f"There are: {known}.")
        if not text:
            values.pop(name, None)
        elif name == "contractions":
            if text.lower() not in ("yes", "no"):
                raise UsageError("contractions is yes or no.")
            values[name] = text.lower() == "yes"
        elif name == "register" and text not in REGISTERS:
            raise UsageError(f"{text!r} is no register.", hint=f"One of {', '.join(REGISTERS)}.")
        else:
            values[name] = text.strip()
        values["off"] = [n for n in _listed(values.get("off")) if n != name]
    say(ports, [ProfileSet(values={"habits": values})])


def forget_habits(ports: Ports, names: Iterable[str]) -> list[str]:
    """Learn these habits no more, and take back what was said of them; return their names."""
    wanted = list(names)
    gone = list(HABIT_NAMES) if "all" in wanted else wanted
    if unknown := [n for n in gone if n not in HABIT_NAMES]:
        known = ", ".join((*HABIT_NAMES, "all"))
        raise UsageError(f"{unknown[0]!r} is no habit.", hint=f"There are: {known}.")
    values = {k: v for k, v in _said(ports).items() if k not in gone}
    values["off"] = sorted({*_listed(values.get("off")), *gone})
    say(ports, [ProfileSet(values={"habits": values})])
    return gone


def _said(ports: Ports) -> dict[str, object]:
    kept = voice(ports.store.sayings()).profile.get("habits")
    return dict(kept) if isinstance(kept, dict) else {}


def _listed(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple) else []
