"""Which further mails a kept one brings with it: those of its thread, and of its people."""

from collections.abc import Collection, Iterator, Sequence

from heardback.ports import Seen

TOKEN = 16
PERSON = 8


def _pieces(joined: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(joined), size):
        yield joined[at : at + size]


class _Threads:
    """Mails that name each other, as sets that grow together (union-find)."""

    def __init__(self) -> None:
        self._above: dict[bytes, bytes] = {}

    def join(self, one: bytes, other: bytes) -> None:
        """Put two mails into one thread."""
        one, other = self.root(one), self.root(other)
        if one != other:
            self._above[one] = other
        self._above.setdefault(other, other)

    def root(self, token: bytes) -> bytes:
        """Return the mail that stands for the thread of this one."""
        above = self._above
        path = []
        while (upper := above.get(token, token)) != token:
            path.append(token)
            token = upper
        for each in path:
            above[each] = token
        return token


def in_kept_threads(lines: Sequence[Seen]) -> list[Seen]:
    """Return the lines that are in a thread with a kept one and are not kept themselves."""
    threads = _Threads()
    for line in lines:
        for answered in _pieces(line.thread, TOKEN):
            threads.join(line.token, answered)
    kept = {threads.root(line.token) for line in lines if line.verdict in ("kept", "joined")}
    return [
        line
        for line in lines
        if line.verdict in ("other", "read") and threads.root(line.token) in kept
    ]


def with_known_people(lines: Sequence[Seen], *, own: Collection[bytes]) -> list[Seen]:
    """Return the lines the gate let pass that share somebody, not the candidate, with a kept one.

    An answer from a known person often has none of the words of a job mail ("Does Tuesday work?").
    Only mails kept for their own words make people known: else a friend in one thread would bring
    in all friends, and the outcome would depend on where an import was interrupted.
    """
    known: set[bytes] = set()
    for line in lines:
        if line.verdict == "kept":
            known.update(_pieces(line.people, PERSON))
    known.difference_update(own)
    return [
        line
        for line in lines
        if line.verdict == "other" and not known.isdisjoint(_pieces(line.people, PERSON))
    ]
