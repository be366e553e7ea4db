"""How far a construction can reach from a token: a machine that is built while it is used.

Constructions contain constructions, so what is still open is a stack of nodes. A state of the
machine is the set of all (node, stack) pairs a text so far allows (the subset construction, Rabin
and Scott 1959, made lazily as grep does); tokens of one signature lead from a state to the same
next state, so each step is looked up once and then known. It only says where to look: what the
words mean is worked out in `pattern.py`, and only where the machine reached an end.
"""

from heardback.timeframe.lexer import Token
from heardback.timeframe.node import Node

_DEEPEST = 20  # constructions inside one another
_MOST_STATES = 4000
_FARTHEST = 48  # tokens: no time is longer, and a text must not be gone through once a token
_Stack = tuple["Node", object] | None  # the node to go on from, and the stack below it
_Open = tuple["Node", _Stack]


class State:
    """The places a text may be in; `accepts` if one of them ends the construction."""

    __slots__ = ("accepts", "open", "steps")

    def __init__(self, open_: tuple[_Open, ...]) -> None:
        self.open = open_
        self.accepts = any(node.ends and stack is None for node, stack in open_)
        self.steps: dict[str, State | None] = {}


class Automaton:
    """The machine of one construction; `tries` are the roots of all constructions by name."""

    def __init__(self, name: str, tries: dict[str, Node]) -> None:
        self._tries = tries
        self._name = name
        self._states: dict[frozenset[_Open], State] = {}
        self._begin()

    def _begin(self) -> None:
        self._states.clear()
        root = self._tries.get(self._name)
        self.start = self._state({(root, None)} if root is not None else set())

    def reach(self, tokens: list[Token], at: int) -> tuple[int, bool]:
        """Return the first token it cannot go on with, and whether it reached an end before."""
        if len(self._states) > _MOST_STATES:
            self._begin()  # a text that is no letter; what matters will be built anew
        first, state, count = at, self.start, min(len(tokens), at + _FARTHEST)
        accepted = at < count and self._name in tokens[at].senses
        while at < count:
            token = tokens[at]
            signature = token.signature
            if not signature:
                break
            if signature in state.steps:
                following = state.steps[signature]
            else:
                following = state.steps[signature] = self._step(state, token)
            if following is None:
                break
            state, at = following, at + 1
            accepted = accepted or state.accepts
        return max(at, first + accepted), accepted

    def _step(self, state: State, token: Token) -> State | None:
        senses = token.senses
        found: set[_Open] = set()
        for node, stack in state.open:
            literal = node.words.get(token.word)
            if literal is not None:
                found.add((literal, stack))
            for name, to in node.classes.items():
                if name in senses:
                    found.add((to, stack))
            for edges in (node.terms, node.inner):
                for (_label, name), to in edges.items():
                    if name in senses:
                        found.add((to, stack))
        return self._state(found) if found else None

    def _state(self, open_: set[_Open]) -> State:
        """Return the state of these places and all that can be entered from them for free."""
        waiting = list(open_)
        while waiting:
            node, stack = waiting.pop()
            further: list[_Open] = []
            if node.ends and stack is not None:
                further.append((stack[0], stack[1]))  # type: ignore[arg-type]  # stacks nest
            if node.inner and _depth(stack) < _DEEPEST:
                for (_label, name), to in node.inner.items():
                    root = self._tries.get(name)
                    if root is not None:
                        further.append((root, stack if to.closed else (to, stack)))
            for each in further:
                if each not in open_:
                    open_.add(each)
                    waiting.append(each)
        key = frozenset(open_)
        if key not in self._states:
            self._states[key] = State(tuple(open_))
        return self._states[key]


def _depth(stack: object) -> int:
    depth = 0
    while isinstance(stack, tuple):
        depth, stack = depth + 1, stack[1]
    return depth
