"""Which clause a date stands in: who speaks of doing what, and in which mood.

One pass over the tokens keeps the subject and the mood of the clause; every verb or noun the
language lists ("get back to you", "your interview", "applications close") becomes a `Head` with
both. A date then belongs to the nearest head before it in its clause, else the next one after it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from heardback.timeframe.lexer import Senses, Token
from heardback.timeframe.pattern import Constructions, Matcher

_LONGEST_SENTENCE = 120  # tokens; longer ones are lists or noise, and are read piece by piece
_BREAKS = frozenset({";", ":", "(", ")", "\u2014", "\n", "|", "•"})
_PHRASES = ("IF", "WELCOME", "EVENTJOIN")


@dataclass(slots=True)
class Head:
    """A verb or noun a date may hang on, with the subject and mood of its clause."""

    kind: str
    start: int
    end: int
    clause: int
    subject: str = "none"
    mood: str = ""
    named: bool = False
    negated: bool = False
    conditional: bool = False
    requested: bool = False
    welcome: bool = False
    inside: bool = False  # "the result of the assessment": part of what stands before it
    elided: bool = False  # "call you tomorrow": nobody bids the reader to do that

    @property
    def imperative(self) -> bool:
        """Whether the clause bids the reader to do it."""
        return self.requested or (self.subject == "none" and not self.mood and not self.named)


@dataclass(slots=True)
class Sentence:
    """A stretch of tokens read as one: its heads, and which clause each token is in."""

    first: int
    last: int
    quoted: bool = False
    question: bool = False
    heads: list[Head] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    events: list[tuple[int, int, int]] = field(default_factory=list)
    finite: set[int] = field(default_factory=set)

    def clause_at(self, token: int) -> int:
        """Return the number of the clause a token stands in."""
        return self.clauses[token - self.first]

    def beside(self, head: Head, *kinds: str) -> bool:
        """Return whether the clause of a head has one of these kinds too."""
        return any(one.kind in kinds and one.clause == head.clause for one in self.heads)

    def recalled_before(self, token: int) -> bool:
        """Return whether an employer only recalls what it had said: "we told you that …"."""
        told = (one for one in self.heads if one.kind == "recalled" and one.end <= token)
        return any(one.subject in ("we", "you") for one in told)

    def has(self, *kinds: str) -> bool:
        """Return whether a head of one of these kinds is there."""
        return any(head.kind in kinds for head in self.heads)


def sentences(tokens: Sequence[Token]) -> list[Sentence]:
    """Given tokens, return the stretches to read together; quoted lines apart."""
    out: list[Sentence] = []
    first, quoted = 0, False
    for n, token in enumerate(tokens):
        word = token.word
        if n == 0 or tokens[n - 1].word == "\n":
            quoted = word == ">"
        if n - first >= _LONGEST_SENTENCE or _ends(tokens, n):
            out.append(Sentence(first, n + 1, quoted, word == "?"))
            first = n + 1
    if first < len(tokens):
        out.append(Sentence(first, len(tokens), quoted))
    return out


def _ends(tokens: Sequence[Token], n: int) -> bool:
    token = tokens[n]
    word = token.word
    if word in ("!", "?", "\n"):
        return True
    if word != "." or n + 1 >= len(tokens):
        return word == "."
    if tokens[n + 1].start == token.end:
        return False
    initial = n and len(tokens[n - 1].word) == 1 and tokens[n - 1].word.isalpha()
    return not (initial and tokens[n - 1].end == token.start)


class ClauseReader:
    """Reads the clauses of one sentence: a small machine over its tokens."""

    def __init__(
        self, tokens: Sequence[Token], matcher: Matcher, constructions: Constructions
    ) -> None:
        self._tokens = tokens
        self._matcher = matcher
        self._begins = constructions.begins
        self._phrases = [(name, constructions.words_of(name)) for name in _PHRASES]
        self._clause = Head("", 0, 0, 0)
        self._in_times: set[int] = set()

    def read(self, sentence: Sentence, times: Sequence[tuple[int, int, object]] = ()) -> Sentence:
        """Given a sentence and its times, fill in its heads and clauses and return it."""
        self._in_times = {at for first, last, _time in times for at in range(first, last)}
        self._clause = Head("", 0, 0, 0)
        at = sentence.first
        while at < sentence.last:
            end = min(self._step(at, sentence), sentence.last)
            inside = self._clause.clause
            sentence.clauses.append(inside)
            sentence.clauses.extend([inside] * (end - at - 1))
            at = end
        return sentence

    def _step(self, at: int, sentence: Sentence) -> int:
        token = self._tokens[at]
        word, senses, clause = token.word, token.senses, self._clause
        if not (word[0].isalpha() or senses):
            self._mark(at)
            return at + 1
        if not token.signature:
            clause.named = True
            return at + 1
        for name, starts in self._phrases:
            if word in starts:
                found = self._matcher.longest(name, at)
                if found is not None and self._phrase(name, at, *found, sentence):
                    return found[0]
        if self._begins("HEAD", token):
            found = self._matcher.longest("HEAD", at)
            if found is not None and isinstance(found[1], str):
                self._head(found[1], at, found[0], sentence)
                return found[0]
        if at not in self._in_times:  # "May" of a date is no verb
            self._mood(at, sentence)
        return at + 1

    def _phrase(self, name: str, at: int, end: int, value: object, sentence: Sentence) -> bool:
        if name == "IF":
            self._turn(conditional=True)
            return True
        if name == "WELCOME":
            self._clause.welcome = True
            self._clause.subject = str(value)
            return True
        sentence.events.append((at, end, self._clause.clause))
        return False

    def _turn(
        self, *, conditional: bool = False, keep: bool = False, hypothetical: bool = False
    ) -> None:
        old = self._clause
        self._clause = Head("", 0, 0, old.clause + 1, conditional=conditional or hypothetical)
        if keep and not old.conditional:
            self._clause.subject, self._clause.mood = old.subject, old.mood
            self._clause.welcome, self._clause.requested = old.welcome, False

    def _mark(self, at: int) -> None:
        token = self._tokens[at]
        if token.word == ",":
            self._turn(keep=True)
        elif token.word in _BREAKS or (token.word == "-" and self._spaced(at)):
            self._turn()

    def _spaced(self, at: int) -> bool:
        tokens = self._tokens
        return (
            0 < at < len(tokens) - 1
            and tokens[at - 1].end < tokens[at].start
            and tokens[at].end < tokens[at + 1].start
        )

    def _mood(self, at: int, sentence: Sentence) -> None:
        clause, tokens = self._clause, self._tokens
        known = tokens[at].senses
        if "JOIN" in known and at + 1 < len(tokens):
            after = tokens[at + 1].senses
            if "SUBJECT" in after or "PLEASE" in after or "IF" in after:
                self._turn()
                return
        if "SUBJECT" in known:
            if clause.conditional and clause.mood and self._future_follows(at + 1):
                self._turn(hypothetical=clause.mood == "past")  # "if there is a match | we will …"
            self._subject(at, str(known["SUBJECT"]))
        elif "PLEASE" in known:
            clause.requested, clause.subject, clause.mood = True, "none", ""
        elif "NOT" in known:
            clause.negated = True
        elif "PAST" in known:
            self._past(sentence)
        elif "FUTURE" in known:
            if "SURELY" not in known:
                sentence.finite.add(clause.clause)
            clause.mood = "past" if clause.mood == "past" else "future"
        else:
            self._weak_mood(known)

    def _weak_mood(self, known: Senses) -> None:
        clause = self._clause
        if "HAVE" in known:
            clause.mood = clause.mood or "perfect"
        elif "PRESENT" in known:
            clause.mood = clause.mood or "present"
        elif "LIGHT" not in known:
            clause.named = True

    def _past(self, sentence: Sentence) -> None:
        """A past verb, also of the nouns before it: "the decision was made"."""
        self._clause.mood = "past"
        for head in sentence.heads:
            if head.clause == self._clause.clause and head.kind in ("decision", "interview"):
                head.mood = "past"

    def _subject(self, at: int, subject: str) -> None:
        """A pronoun is a subject where a verb may follow; "give you time" has only an object."""
        clause = self._clause
        begun = clause.subject != "none" or bool(clause.mood)
        if subject in ("you", "cand") and begun and not self._verb_follows(at + 1):
            return
        if clause.subject not in ("none", subject) and clause.mood == "past":
            clause.mood = ""
        clause.subject = subject
        clause.negated = clause.negated and clause.subject == subject

    def _verb_follows(self, at: int) -> bool:
        if at >= len(self._tokens):
            return False
        token = self._tokens[at]
        if "INFINITIVE" in token.senses:
            return False  # "two more candidates to meet": what we have to do
        moods = ("FUTURE", "PAST", "PRESENT", "HAVE", "LIGHT")
        return any(mood in token.senses for mood in moods) or self._begins("HEAD", token)

    def _future_follows(self, at: int) -> bool:
        return at < len(self._tokens) and "FUTURE" in self._tokens[at].senses

    def _head(self, kind: str, at: int, end: int, sentence: Sentence) -> None:
        clause = self._clause
        if kind == "news" and any("LET" in t.senses for t in self._tokens[max(0, at - 3) : at]):
            kind = "task"  # "let Priya know": somebody else is told
        if "DONE" in self._tokens[at].senses and clause.mood in ("", "perfect"):
            clause.mood = clause.mood if clause.subject in ("none", "you") else "past"
        head = Head(
            kind,
            at,
            end,
            clause.clause,
            clause.subject,
            clause.mood,
            clause.named,
            clause.negated,
            clause.conditional,
            clause.requested,
            clause.welcome,
        )
        words = [token.word for token in self._tokens[at:end]]
        if kind in _NEGATABLE and not _NONE.isdisjoint(words):
            head.negated = True
        if not head.mood and any("FUTURE" in t.senses for t in self._tokens[at:end]):
            head.mood = "future"
        head.inside = any("OF" in t.senses for t in self._tokens[max(0, at - 2) : at])
        bidden = clause.requested or clause.subject != "none" or bool(clause.mood)
        head.elided = not bidden and "you" in words[1:] and self._tokens[at - 1].word != "to"
        sentence.heads.append(head)
        clause.named = True


def governing(sentence: Sentence, first: int, last: int, *, deadline: bool) -> Head | None:
    """Given the tokens of a date, return the head it hangs on; None where there is none.

    A deadline ("by Friday") prefers the verb of its clause to a noun between them.
    """
    heads = sentence.heads
    if not heads:
        return None
    at = bisect_left([head.start for head in heads], first)
    clause = sentence.clause_at(first)
    before = [head for head in heads[max(0, at - 6) : at] if head.clause == clause]
    before = [head for n, head in enumerate(before) if not (n and head.inside)]
    if before:
        return _verb_first(before) if deadline else before[-1]
    opens = first == sentence.first or sentence.clause_at(first - 1) != clause
    if clause in sentence.finite and not deadline and not opens:
        same = [head for head in heads[at : at + 4] if head.clause == clause]
        return same[0] if same else None  # "the board votes on Friday": a verb not known
    end = sentence.clause_at(last - 1)
    after = [head for head in heads[at : at + 4] if head.start >= last - 1]
    if after and after[0].clause == end:
        return after[0]
    beside = after[0] if after and after[0].clause <= end + 1 else None
    if clause == sentence.clauses[0]:
        return beside or (heads[at - 1] if at else None)
    earlier = heads[max(0, at - 6) : at]
    if earlier:
        nearest = [head for head in earlier if head.clause == earlier[-1].clause]
        return _verb_first(nearest) if deadline else nearest[-1]
    return beside


# Heads that may hold their own "no": "no news from us until Monday", "it won't be before May".
_NEGATABLE = frozenset({"decision", "decide", "takes", "unheard"})
_NONE = frozenset({"no", "not", "nothing"})
_NOUNS = frozenset({"interview", "offer", "start", "meets", "past", "decision"})


def _verb_first(heads: list[Head]) -> Head:
    verbs = [head for head in heads if head.kind not in _NOUNS]
    return verbs[-1] if verbs and heads[-1].kind in _NOUNS else heads[-1]
