"""The paths that patterns share: one node for each place where they part."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

Parts = dict[str, object]
Builder = Callable[[Parts], object]


@dataclass(slots=True, eq=False)
class Node:
    """Where a path may go on: by a word, a class of words, a category, another construction."""

    words: dict[str, "Node"] = field(default_factory=dict)
    classes: dict[str, "Node"] = field(default_factory=dict)
    terms: dict[tuple[str, str], "Node"] = field(default_factory=dict)
    inner: dict[tuple[str, str], "Node"] = field(default_factory=dict)
    ends: list[tuple[int, Builder]] = field(default_factory=list)
    ways: dict[str, "Ways"] = field(default_factory=dict)

    @property
    def closed(self) -> bool:
        """Whether every path ends here."""
        return not (self.words or self.classes or self.terms or self.inner)


class Ways(NamedTuple):
    """Where a token of one signature leads from a node: by word, by category, by construction."""

    words: tuple[Node, ...]
    terms: tuple[tuple[str, str, Node], ...]
    inner: tuple[tuple[str, str, Node], ...]
