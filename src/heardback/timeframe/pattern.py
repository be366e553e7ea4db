"""Match constructions over tokens: a trie per construction, longest reading first, each tried once.

A pattern is a line such as `the? REL UNIT` or `DURATION (from|after) WHEN`. Alternatives and
optional parts are written out when the language is first used; what begins alike shares a path, so
a token is looked up in a dictionary, not tried against a list. Readings are remembered by place,
and no construction can contain itself without consuming a token: time is linear in the text.
"""

import re
from collections.abc import Callable

from heardback.timeframe.automaton import Automaton
from heardback.timeframe.lexer import Lexicon, Token
from heardback.timeframe.node import Builder, Node, Parts, Ways
from heardback.timeframe.words import TimeframeWords

_PIECE = re.compile(r"\\[()]|[()|?]|[^\s()|?\\]+")
_CLASS = 3
_MAX_DEPTH = 20  # constructions inside one another
_MOST_MEANINGS = 20_000


Classes = dict[tuple[str, ...], str]


def expand(pattern: str, classes: Classes) -> list[tuple[str, ...]]:
    """Given a pattern, return the plain sequences it stands for.

    Three or more single words between bars are one class of words ("@7"), so that a pattern with
    several such lists does not multiply out.
    """
    pieces = _PIECE.findall(pattern)
    sequences, at = _alternatives(pieces, 0, classes)
    if at != len(pieces):
        raise ValueError(f"unbalanced pattern: {pattern!r}")
    return list(dict.fromkeys(s for s in sequences if s))


def _alternatives(
    pieces: list[str], at: int, classes: Classes
) -> tuple[list[tuple[str, ...]], int]:
    found: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            found += current
            current = [()]
            at += 1
            continue
        if pieces[at] == "(":
            group, at = _alternatives(pieces, at + 1, classes)
            group = _classed(group, classes)
        else:
            group = [(pieces[at],)]
        at += 1
        if at < len(pieces) and pieces[at] == "?":
            group = [*group, ()]
            at += 1
        current = [a + b for a in current for b in group]
    return found + current, at


def _classed(group: list[tuple[str, ...]], classes: Classes) -> list[tuple[str, ...]]:
    single = tuple(sorted({s[0] for s in group if len(s) == 1 and s[0].islower()}))
    if len(single) < _CLASS:
        return group
    name = classes.setdefault(single, f"@{len(classes)}")
    return [s for s in group if len(s) != 1 or not s[0].islower()] + [(name,)]


class Constructions:
    """The compiled constructions of one language."""

    def __init__(self, words: TimeframeWords, builders: Callable[[str], Builder]) -> None:
        singles: dict[str, dict[str, object]] = {}
        self.lexicon = Lexicon(words, singles)
        self._tries: dict[str, Node] = {}
        self._literals: set[str] = set()
        self._classes: Classes = {}
        self._pieces: dict[str, tuple[str, object]] = {}
        self._single = singles
        names = {*words.lexicon, *words.constructions, "HEAD"}
        self._inner_names = set(words.constructions) | {"HEAD"}
        self._load_terms(words)
        for name, rules in words.constructions.items():
            trie = self._tries.setdefault(name, Node())
            for order, (pattern, meaning) in enumerate(rules):
                self._insert(trie, pattern, order, builders(meaning), names)
        heads = self._tries.setdefault("HEAD", Node())
        for order, (kind, patterns) in enumerate(words.heads.items()):
            build = _constant(kind)
            for pattern in patterns:
                self._insert(heads, pattern, order, build, names)
        for members, name in self._classes.items():
            for word in members:
                singles.setdefault(word, {})[name] = True
        self.lexicon.singles = dict(singles)
        self._beginnings: dict[str, dict[str, bool]] = {}
        self._firsts: dict[str, frozenset[str]] = {}
        self._starts: dict[str, frozenset[str]] = {}
        self._automata: dict[str, Automaton] = {}
        self.meanings: dict[tuple[str, ...], tuple[int, object] | None] = {}
        self._anchors = self._anchor_words(words)
        self._anchored: dict[str, bool] = {"": False}
        self.lexicon.vocabulary = frozenset(self._literals)

    def _load_terms(self, words: TimeframeWords) -> None:
        for category, terms in words.lexicon.items():
            for phrase, value in terms.items():
                sequence = self._spelt(phrase)
                if len(sequence) == 1:
                    self._single.setdefault(sequence[0], {})[category] = value
                    continue
                self._inner_names.add(category)
                node = self._tries.setdefault(category, Node())
                for word in sequence:
                    self._literals.add(word)
                    node = node.step("words", word)
                node.ends = (*node.ends, (0, _constant(value)))

    def _spelt(self, phrase: str) -> list[str]:
        """The words of a phrase; most are plain, and need no lexer."""
        words = phrase.split()
        letters = phrase.replace(" ", "")
        plain = letters.isascii() and letters.isalpha()
        if plain and self.lexicon.words.contractions.keys().isdisjoint(words):
            return words
        return [token.word for token in self.lexicon.tokens(phrase)]

    def _insert(
        self, trie: Node, pattern: str, order: int, build: Builder, names: set[str]
    ) -> None:
        for sequence in expand(pattern, self._classes):
            node = trie
            for item in sequence:
                kind, key = self._pieces.get(item) or self._piece(item, names)
                node = node.step(kind, key)
            node.ends = (*node.ends, (order, build))

    def _piece(self, item: str, names: set[str]) -> tuple[str, object]:
        """Return which edges of a node a piece of a pattern goes by, and under what key."""
        label, _, name = item.rpartition(":")
        found: tuple[str, object]
        if item[0] == "@" and item != "@":
            found = "classes", item
        elif name.isupper() and len(name) > 1:
            if name not in names and name not in _BUILT_IN:
                raise ValueError(f"no such category {name!r}")
            plain = name not in self._tries and name not in self._inner_names
            found = "terms" if plain else "inner", (label or name, name)
        else:
            word = item.removeprefix("\\")
            self._literals.add(word)
            found = "words", word
        self._pieces[item] = found
        return found

    def firsts(self, name: str) -> frozenset[str]:
        """Return the words and categories a construction can begin with."""
        known = self._firsts.get(name)
        if known is None:
            self._firsts[name] = frozenset()  # a construction may begin with itself
            found: set[str] = {name}
            trie = self._tries.get(name)
            if trie is not None:
                found.update(trie.words)
                found.update(trie.classes)
                found.update(category for _, category in trie.terms)
                for _, inner in trie.inner:
                    found |= self.firsts(inner)
            known = self._firsts[name] = frozenset(found)
        return known

    def _anchor_words(self, words: TimeframeWords) -> frozenset[str]:
        found = {name for name in words.anchors if name.islower() or not name.isalpha()}
        for category in words.anchors & words.lexicon.keys():
            for phrase in words.lexicon[category]:
                found.add(max(self._spelt(phrase), key=len))
        return frozenset(found | words.anchors)

    def anchors(self, tokens: list[Token], first: int, last: int) -> list[int]:
        """Return the tokens without one of which there is no time to be read."""
        known, out = self._anchored, []
        for at in range(first, last):
            token = tokens[at]
            anchored = known.get(token.signature)
            if anchored is None:
                anchored = token.word in self._anchors or not self._anchors.isdisjoint(token.senses)
                known[token.signature] = anchored
            if anchored:
                out.append(at)
        return out

    def words_of(self, category: str) -> frozenset[str]:
        """Return the words a category's phrases begin with."""
        known = self._starts.get(category)
        if known is None:
            singles = {w for w, senses in self._single.items() if category in senses}
            trie = self._tries.get(category)
            known = frozenset(singles | (set(trie.words) if trie is not None else set()))
            self._starts[category] = known
        return known

    def matcher(self, tokens: list[Token]) -> "Matcher":
        """Given tokens, return what matches constructions on them."""
        return Matcher(self, tokens)

    def begins(self, name: str, token: Token) -> bool:
        """Return whether a construction can begin with a token."""
        if not token.signature:
            return False
        known = self._beginnings.setdefault(name, {})
        begins = known.get(token.signature)
        if begins is None:
            firsts = self.firsts(name)
            begins = token.word in firsts or not firsts.isdisjoint(token.senses)
            known[token.signature] = begins
        return begins

    def ways(self, node: Node, token: Token) -> Ways:
        """Return where a token leads from a node; worked out once for tokens that are alike."""
        signature = token.signature
        known = node.ways.get(signature)
        if known is None:
            if not node.ways:
                node.ways = {}
            known = node.ways[signature] = Ways(
                self._by_word(node, token),
                tuple((a, b, to) for (a, b), to in node.terms.items() if b in token.senses),
                tuple((a, b, to) for (a, b), to in node.inner.items() if self.begins(b, token)),
            )
        return known

    @staticmethod
    def _by_word(node: Node, token: Token) -> tuple[Node, ...]:
        by_class = tuple(to for name, to in node.classes.items() if name in token.senses)
        literal = node.words.get(token.word)
        return by_class if literal is None else (literal, *by_class)

    def automaton(self, name: str) -> Automaton:
        """Return what tells how far a construction reaches."""
        known = self._automata.get(name)
        if known is None:
            known = self._automata[name] = Automaton(name, self._tries)
        return known

    def trie(self, name: str) -> Node | None:
        """Return the trie of a construction, if it has one."""
        return self._tries.get(name)


_BUILT_IN = frozenset({"NUMBER", "YEAR", "DAYNUMBER", "DAYTH", "NTH", "FIGURES"})


def _constant(value: object) -> Builder:
    def build(_: Parts) -> object:
        return value

    return build


_NONE: dict[int, object] = {}
_Captured = tuple[tuple[str, object], ...]


class Matcher:
    """Readings of one token list, each construction at each place worked out once."""

    def __init__(self, constructions: Constructions, tokens: list[Token]) -> None:
        self._constructions = constructions
        self._ways = constructions.ways
        self._tokens = tokens
        self._count = len(tokens)
        self._known: dict[tuple[str, int], dict[int, object]] = {}
        self._depth = 0

    def readings(self, name: str, at: int) -> dict[int, object]:
        """Return every reading of a construction that starts at a token: end → meaning."""
        key = (name, at)
        known = self._known.get(key)
        if known is not None:
            return known
        if at >= self._count or self._depth >= _MAX_DEPTH:
            return _NONE
        found: dict[int, object] = {}
        self._known[key] = found
        orders: dict[int, int] = {}
        senses = self._tokens[at].senses
        if name in senses:
            found[at + 1] = senses[name]
            orders[at + 1] = -1
        trie = self._constructions.trie(name)
        if trie is not None:
            self._depth += 1
            self._walk(trie, at, (), found, orders)
            self._depth -= 1
        return found

    def longest(self, name: str, at: int) -> tuple[int, object] | None:
        """Return the longest reading of a construction at a token: its end and its meaning.

        What words mean is worked out once: it hangs on nothing but the words themselves.
        """
        stop, accepted = self._constructions.automaton(name).reach(self._tokens, at)
        if not accepted:
            return None
        meanings = self._constructions.meanings
        key = (name, *[token.word for token in self._tokens[at:stop]])
        if key in meanings:
            known = meanings[key]
            return None if known is None else (at + known[0], known[1])
        found = self.readings(name, at)
        end = max(found, default=at)
        if len(meanings) > _MOST_MEANINGS:
            meanings.clear()
        meanings[key] = (end - at, found[end]) if found else None
        return (end, found[end]) if found else None

    def _walk(
        self,
        node: Node,
        at: int,
        parts: _Captured,
        found: dict[int, object],
        orders: dict[int, int],
    ) -> None:
        for order, build in node.ends:
            if at in orders and orders[at] <= order:
                continue
            value = build(dict(parts))
            if value is not None:
                found[at], orders[at] = value, order
        if at >= self._count:
            return
        token = self._tokens[at]
        if not token.signature:
            return
        ways = node.ways.get(token.signature) or self._ways(node, token)
        for target in ways.words:
            self._walk(target, at + 1, parts, found, orders)
        for label, name, target in ways.terms:
            self._walk(target, at + 1, (*parts, (label, token.senses[name])), found, orders)
        for label, name, target in ways.inner:
            for end, value in list(self.readings(name, at).items()):
                self._walk(target, end, (*parts, (label, value)), found, orders)
