"""The paths that patterns share: one node for each place where they part."""

from collections.abc import Callable
from typing import Any, NamedTuple

Parts = dict[str, object]
Builder = Callable[[Parts], object]
_NOWHERE: dict[Any, Any] = {}  # shared, never written to


class Node:
    """Where a path may go on: by a word, a class of words, a category, another construction.

    A language has thousands; what is empty is shared, so that the first reading starts sooner.
    """

    __slots__ = ("classes", "ends", "inner", "terms", "ways", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = _NOWHERE
        self.classes: dict[str, Node] = _NOWHERE
        self.terms: dict[tuple[str, str], Node] = _NOWHERE
        self.inner: dict[tuple[str, str], Node] = _NOWHERE
        self.ends: tuple[tuple[int, Builder], ...] = ()
        self.ways: dict[str, Ways] = _NOWHERE

    def step(self, edges: str, key: object) -> "Node":
        """Given the name of its edges and a key, return the node there, made if need be."""
        known: dict[object, Node] = getattr(self, edges)
        if known is _NOWHERE:
            known = {}
            setattr(self, edges, known)
        following = known.get(key)
        if following is None:
            following = known[key] = Node()
        return following

    @property
    def closed(self) -> bool:
        """Whether every path ends here."""
        return not (self.words or self.classes or self.terms or self.inner)


class Ways(NamedTuple):
    """Where a token of one signature leads from a node: by word, by category, by construction."""

    words: tuple[Node, ...]
    terms: tuple[tuple[str, str, Node], ...]
    inner: tuple[tuple[str, str, Node], ...]
