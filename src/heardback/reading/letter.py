"""A message laid out for reading: its new sentences, the phrases in them, what surrounds them."""

import re
from dataclasses import dataclass, field

from heardback.model.message import Message
from heardback.model.understanding import MessageKind
from heardback.reading.authentication import authentication
from heardback.reading.clean import Cleaned, Sentence, clean, lowered, sentences
from heardback.reading.phrases import WORDS, Hit
from heardback.reading.words import ReadingWords

BULK_PRECEDENCE = ("bulk", "list", "junk")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a sentence of the letter."""

    sentence: Sentence
    hit: Hit

    @property
    def quote(self) -> str:
        """The whole sentence, on one line."""
        return " ".join(self.sentence.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one kind found: how sure it is, and the words it rests on."""

    kind: MessageKind
    confidence: float
    quote: str = ""
    automatic: bool = False
    runner_up: bool = False


@dataclass(slots=True, kw_only=True)
class Letter:
    """Everything the kinds look at; made once for a message."""

    message: Message
    words: ReadingWords
    out: bool
    me: frozenset[str]
    cleaned: Cleaned
    subject: Sentence
    sentences: tuple[Sentence, ...]
    hits: dict[str, list[Found]] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()
    bulk: bool = False
    machine: bool = False
    personal: bool = False
    relay: bool = False
    agency: bool = False
    reply: bool = False

    def found(self, *groups: str) -> list[Found]:
        """Return the phrases of these groups that the letter holds."""
        return [one for group in groups for one in self.hits.get(group, ())]

    def has(self, *groups: str) -> bool:
        """Tell whether the letter holds a phrase of one of these groups."""
        return any(group in self.hits for group in groups)

    def negated(self, one: Found) -> bool:
        """Tell whether the clause before a phrase denies it."""
        return not self.words.negators.isdisjoint(WORDS.findall(self.clause_before(one)))

    def supposed(self, one: Found) -> bool:
        """Tell whether a phrase is only supposed: "if we were to …", "should you be …"."""
        before = WORDS.findall(self.clause_before(one, whole=True))
        return not self.words.hypothetical.isdisjoint(before)

    def clause_before(self, one: Found, *, whole: bool = False) -> str:
        """Return what stands before a phrase in its own clause (`whole`: in its sentence)."""
        before = one.sentence.low[: one.hit.start]
        if whole:
            return before
        turns = list(self.words.turns.finditer(before))
        return before[turns[-1].end() :] if turns else before

    @property
    def about_jobs(self) -> int:
        """How many words of job applications it holds."""
        return len(self.words.job_words & self.vocabulary)

    @property
    def own_jobs(self) -> int:
        """How many words it holds that speak of jobs and of nothing else, titles included."""
        words = (self.words.job_words - self.words.common_words) | self.words.role_nouns
        return len(words & self.vocabulary)

    @property
    def foreign(self) -> bool:
        """Whether it speaks of loans, flats, parcels: things one applies for or waits for too."""
        strange = len(self.words.foreign_words & self.vocabulary)
        return strange > self.own_jobs + (1 if self.relay else 0)

    def names_job(self, one: Found) -> bool:
        """Tell whether the sentence a phrase stands in speaks of jobs itself."""
        told = set(WORDS.findall(one.sentence.low))
        return bool(told & self.words.job_words) and not told & self.words.foreign_words

    @property
    def signed(self) -> bool:
        """Whether a person wrote it: no list, no machine, and the sender's name stands below."""
        first = lowered(self.message.from_.name or "").partition(" ")[0]
        if not first or self.bulk or self.machine or self.relay:
            return False
        return first in WORDS.findall(" ".join(one.low for one in self.sentences[-3:]))

    @property
    def process(self) -> bool:
        """Whether it speaks of the candidate's own application or interview."""
        return self.has("process") or self.relay


def open_letter(message: Message, *, me: frozenset[str], words: ReadingWords) -> Letter:
    """Given a message and one's own addresses, lay it out for reading."""
    cleaned = clean(message.text, words=words)
    # Anybody can write the candidate's address into From; a failed check shows that somebody did.
    out = message.from_.email.lower() in me and authentication(message) != "fail"
    subject = Sentence(message.subject[:300], lowered(message.subject[:300]), 0)
    letter = Letter(
        message=message,
        words=words,
        out=out,
        me=me,
        cleaned=cleaned,
        subject=subject,
        sentences=sentences(message.text, cleaned, words=words),
    )
    _look_up(letter)
    _look_at_sender(letter)
    return letter


def _look_up(letter: Letter) -> None:
    lexicon = letter.words.outgoing if letter.out else letter.words.incoming
    vocabulary: set[str] = set(WORDS.findall(letter.subject.low))
    for sentence in letter.sentences:
        vocabulary.update(WORDS.findall(sentence.low))
        for hit in lexicon.scan(sentence.low):
            letter.hits.setdefault(hit.group, []).append(Found(sentence, hit))
    for hit in lexicon.scan(letter.subject.low):
        letter.hits.setdefault(f"subject:{hit.group}", []).append(Found(letter.subject, hit))
        if hit.group == "process":
            letter.hits.setdefault(hit.group, []).append(Found(letter.subject, hit))
    letter.vocabulary = frozenset(vocabulary)


def _look_at_sender(letter: Letter) -> None:
    message, words = letter.message, letter.words
    headers = message.headers
    sender = message.from_
    local, _, domain = sender.email.lower().partition("@")
    precedence = headers.get("precedence", "").lower()
    letter.bulk = (
        "list-unsubscribe" in headers or "list-id" in headers or precedence in BULK_PRECEDENCE
    )
    letter.machine = bool(words.machine_names & set(re.split(r"[^a-z]+", local))) or "noreply" in (
        local.replace("-", "").replace("_", "").replace(".", "")
    )
    letter.personal = domain in words.personal_domains
    parts = set(re.split(r"[^a-z]+", domain))
    agents = [part for part in parts for word in words.agency_words if part.endswith(word)]
    letter.agency = any(not part.endswith("research") for part in agents)
    letter.relay = bool(parts & words.relay_words) or bool(words.sender_words.search(sender.name))
    letter.reply = bool(message.in_reply_to or message.references) or letter.subject.low.startswith(
        ("re:", "aw:", "sv:")
    )
