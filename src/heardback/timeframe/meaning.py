"""The register of meanings: a language names them, Python functions build them."""

from collections.abc import Callable

from heardback.timeframe.node import Builder, Parts

Meaning = Callable[..., object]
_MEANINGS: dict[str, Meaning] = {}


def meaning(function: Meaning) -> Meaning:
    """Register a function as the meaning of its own name (without a leading underscore)."""
    _MEANINGS[function.__name__.removeprefix("_")] = function
    return function


def builder(wanted: str) -> Builder:
    """Given a meaning's name and arguments ("part mid"), return what builds it from parts."""
    name, *arguments = wanted.split()
    make = _MEANINGS[name]

    def build(parts: Parts) -> object:
        return make(parts, *arguments)

    return build
