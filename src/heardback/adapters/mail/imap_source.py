"""A folder of a mailbox as a source of mail, read by UID and never marked.

A mail of a folder is known for good by UIDVALIDITY and UID (RFC 9051, 2.3.1.1), and what it says
never changes. So what was looked at is covered by the next UID to look at; flags do not matter.
The mark of a folder is kept with every batch, so that a sync that was killed goes on from there.
"""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from heardback.adapters.mail.imap import ImapSession, State
from heardback.adapters.mail.imap_box import ImapBox
from heardback.adapters.mail.imap_fetch import FIELDS, Fetched, fetch, uids_between, whole_mail
from heardback.errors import ServerRefused
from heardback.ports import WINDOW, Fault, Mark, RawMail

CHUNK = 500
WHOLES = 50
SPAN = 50_000
"""So many UIDs are asked for at once: imaplib takes no line as long as all of a large folder."""

MORE = 1 << 16
SCHEME = "imap:"
_BULK = (b"\nlist-id:", b"\nlist-unsubscribe:", b"\nprecedence:")


def folder_source_name(account: str, folder: str) -> str:
    """Return what a folder is known by in the ledger."""
    return f"{SCHEME}{account}/{folder}"


@dataclass(slots=True)
class Reached:
    """How far a folder was read: all UIDs below `next` under `validity` were looked at."""

    validity: int = 0
    next: int = 1
    exists: int = 0
    modseq: int = 0
    done: bool = False
    newest: str = ""

    def text(self) -> str:
        """Return it as the print of a mark."""
        return json.dumps(
            [self.validity, self.next, self.exists, self.modseq, self.done, self.newest]
        )

    @classmethod
    def of(cls, mark: Mark | None) -> "Reached":
        """Return what a mark says; a mark that is none of ours says nothing."""
        try:
            return cls(*json.loads(mark.print)) if mark is not None else cls()
        except (ValueError, TypeError):
            return cls()


class ImapFolder:
    """`ports.Source` for one folder."""

    moves = True
    """Mail here is moved and deleted by others at any time, which is no fault."""

    def __init__(self, box: ImapBox, folder: str) -> None:
        self.name = folder_source_name(box.account.id, folder)
        self.folder = folder
        self.reached = Reached()
        self.removed = 0
        self.anew = False
        self._box = box
        self._skipped = 0
        self._state: State | None = None

    @property
    def newest(self) -> str:
        """Return when the newest mail arrived (ISO 8601), empty where it has none."""
        return self.reached.newest

    def unchanged(self, mark: Mark) -> bool:
        """Return whether no mail has come since the mark; the folder is not even opened."""
        self.reached = reached = Reached.of(mark)
        self._state = now = self._box.tries(lambda session: session.state(self.folder))
        if reached.done and now.modseq and reached.modseq == now.modseq:
            return reached.validity == now.validity  # nothing happened here at all (RFC 7162)
        same = reached.done and reached.validity == now.validity and reached.next >= now.next
        if same:
            self.removed = max(0, reached.exists - now.exists)
        return same and not self.removed

    def mails(
        self,
        *,
        mark: Mark | None,
        known: Callable[[], Collection[str]],  # noqa: ARG002 - the UIDs tell
    ) -> Iterator[RawMail | Fault]:
        """Yield the mails from the mark's UID on, ascending; all of them if the folder is anew."""
        before = Reached.of(mark)
        state = self._state = self._box.tries(lambda session: session.examine(self.folder))
        self.anew = mark is not None and before.validity != state.validity
        if before.validity != state.validity:
            before = Reached(validity=state.validity)
        self.reached = Reached(validity=state.validity, next=before.next, newest=before.newest)
        self._skipped = mark.count if mark is not None and not self.anew else 0
        yielded = 0
        for chunk in self._chunks(before.next, state.next):
            for each in self._box.in_folder(self.folder, partial(self._looked_at, chunk)):
                self.reached.next = each[0] + 1
                yielded += 1
                yield each[1]
            self.reached.next = chunk[-1] + 1
        self.reached.next = max(self.reached.next, state.next)
        if before.done and not self.anew:
            self.removed = max(0, before.exists + yielded - state.exists)
        self._skipped = max(0, state.exists - yielded)

    def skipped(self) -> int:
        """Return how many mails that are still there were covered by the mark."""
        return self._skipped

    def again(self, places: Collection[str]) -> Iterator[tuple[str, bytes | Fault]]:
        """Yield the mails at these places, as far as they are still there."""
        if not places:
            return
        state = self._box.in_folder(self.folder, lambda _, now: now)
        prefix = f"{state.validity}."
        uids = sorted(int(p.removeprefix(prefix)) for p in places if p.startswith(prefix))
        for chunk in _pieces(iter(uids), WHOLES):
            for uid, raw in self._box.in_folder(self.folder, partial(self._wholes, chunk)):
                yield f"{prefix}{uid}", raw

    def so_far(self, count: int) -> Mark | None:
        """Return the mark to keep with a batch: what was yielded until now is covered."""
        return Mark(print=self.reached.text(), count=count)

    def mark(self, count: int) -> Mark | None:
        """Return the mark to keep at the end of a sync."""
        state = self._state
        self.reached.done = True
        if state is not None:
            self.reached.exists, self.reached.modseq = state.exists, state.modseq
        return Mark(print=self.reached.text(), count=count)

    def _chunks(self, first: int, next_: int) -> Iterator[list[int]]:
        """Yield the UIDs to look at, some hundred at a time."""
        for start in range(first, next_, SPAN):
            span = partial(_span, start, min(start + SPAN, next_))
            yield from _pieces(iter(self._box.in_folder(self.folder, span)), CHUNK)

    def _looked_at(
        self, uids: list[int], session: ImapSession, state: State
    ) -> list[tuple[int, RawMail]]:
        """Fetch the headers of some mails, and of those that need it the beginning of the text."""
        self._check(state)
        heads = fetch(session, uids, f"RFC822.SIZE INTERNALDATE {FIELDS}")
        closer = [each.uid for each in heads if _needs_text(each)]
        texts = {each.uid: each for each in fetch(session, closer, f"BODY.PEEK[]<0.{WINDOW}>")}
        for each in heads:
            arrived = each.arrived
            if arrived is not None:
                self.reached.newest = max(self.reached.newest, arrived.isoformat())
        return [(each.uid, self._mail(each, texts.get(each.uid))) for each in heads]

    def _mail(self, head: Fetched, text: Fetched | None) -> RawMail:
        begins = (text.body if text is not None else head.body) or b""
        return RawMail(
            kind="mail",
            origin=self.name,
            place=f"{self.reached.validity}.{head.uid}",
            head=begins,
            whole=text is not None and head.size <= WINDOW,
            more=partial(self._beginning, head.uid, begins),
        )

    def _beginning(self, uid: int, otherwise: bytes) -> bytes:
        """Return a longer beginning of a mail; what is gone meanwhile has to do as it is."""
        found = self._box.in_folder(
            self.folder, lambda session, _: fetch(session, [uid], f"BODY.PEEK[]<0.{MORE}>")
        )
        return (found[0].body or otherwise) if found else otherwise

    def _wholes(
        self, uids: list[int], session: ImapSession, state: State
    ) -> list[tuple[int, bytes]]:
        del state
        sizes = fetch(session, uids, "RFC822.SIZE")
        small = [each.uid for each in sizes if each.size <= 1 << 18]
        found = {each.uid: each.body or b"" for each in fetch(session, small, "BODY.PEEK[]")}
        for each in sizes:
            if each.uid not in found:
                found[each.uid] = whole_mail(session, each.uid, each.size)
        return sorted(found.items())

    def _check(self, state: State) -> None:
        if state.validity != self.reached.validity:
            raise ServerRefused(
                f"The folder {self.folder!r} was made anew while it was read.",
                hint="The next sync reads it from the start.",
            )


def _needs_text(head: Fetched) -> bool:
    """Return whether the gate needs more than the header fields: not for what is sent in bulk."""
    low = b"\n" + (head.body or b"").lower()
    return b"\nmessage-id:" not in low or not any(each in low for each in _BULK)


def _span(first: int, next_: int, session: ImapSession, state: State) -> list[int]:
    del state
    return uids_between(session, first, next_)


def _pieces(uids: Iterator[int], size: int) -> Iterator[list[int]]:
    while piece := list(islice(uids, size)):
        yield piece
