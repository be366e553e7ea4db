"""The first look at every mail: is it worth understanding? In doubt, yes.

It sees the first 16 kB as they come from the file: one regular expression for the header, then
`bytes.lower()` and `in` for the words (a search for many words at once is several times slower in
Python). What is wrapped is unwrapped first: encoded subjects (RFC 2047), quoted-printable and
base64 texts. A mail sent in bulk needs a sign in its header; any other is let in by a word of its
text too. What the words are is the language's business (`languages/<xx>/gate.py`).

The look also takes the hashes by which threads are kept whole: of the mail's own id, of those it
answers, and of the people on it. They are keyed with the store's secret, so that nobody can find
out from the store with whom the candidate writes.
"""

import re
from binascii import Error as NotBase64
from binascii import a2b_base64, a2b_qp
from collections.abc import Callable
from hashlib import blake2b

from heardback.ports import GateWords, Glance, RawMail

TOKEN = 16
PERSON = 8
_BODY = 8192  # a letter says what it is about in its first page
_PLACES = 20  # so many references and people are remembered

_HEADER = re.compile(
    rb"^(From|To|Cc|Subject|Message-ID|In-Reply-To|References|Delivered-To|List-Id"
    rb"|List-Unsubscribe|Precedence|Content-Type|Content-Transfer-Encoding):"
    rb"[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)",
    re.MULTILINE | re.IGNORECASE,
)
_END = re.compile(rb"\r?\n\r?\n")
_ID = re.compile(rb"<([^<>\s]{1,512})>")
_ADDRESS = re.compile(rb"[\w.+'=/%&-]{1,128}@[\w.-]{1,200}")
_ENCODED = re.compile(rb"=\?[^?\s]{1,40}\?([bq])\?([^?\s]{0,400})\?=", re.IGNORECASE)
_BASE64_PART = re.compile(
    rb"^content-transfer-encoding:[ \t]*base64[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_PART_TYPE = re.compile(rb"content-type:[ \t]*([a-z]+)", re.IGNORECASE)
_BASE64_TEXT = re.compile(rb"[A-Za-z0-9+/=\r\n]+")
_MARKUP = re.compile(rb"<(?:style|head|script)\b.*?</(?:style|head|script)>", re.DOTALL)
_ATTACHED = (b"content-disposition: attachment", b"content-type: application/", b"filename=")


def make_gate(words: GateWords, salt: bytes) -> Callable[[RawMail], Glance]:
    """Return the function that takes the first look, for one language and one store."""
    return _Gate(words, salt).glance


def person_hash(address: str, salt: bytes) -> bytes:
    """Return the hash by which the ledger knows somebody."""
    return blake2b(address.lower().encode(), digest_size=PERSON, key=salt[:32]).digest()


class _Gate:
    """The words as bytes, and the store's secret."""

    def __init__(self, words: GateWords, salt: bytes) -> None:
        self._subject = tuple(word.encode() for word in words.subject)
        self._body = tuple(word.encode() for word in words.body)
        self._senders = tuple(word.encode() for word in words.senders)
        self._alerts = tuple(re.compile(pattern.encode()) for pattern in words.alerts)
        self._salt = salt[:32]

    def glance(self, mail: RawMail) -> Glance:
        """Return the first look at a mail or a calendar file."""
        head = mail.head
        if mail.kind == "calendar":
            # The file itself is known by its content; its events by their own ids.
            return Glance(self._hash(mail.more(), TOKEN), b"", b"", True, b"")
        ending = _END.search(head)
        if ending is None and not mail.whole:
            head = mail.more()
            ending = _END.search(head)
        end = ending.start() if ending else len(head)
        header: dict[bytes, bytes] = {}
        for name, value in _HEADER.findall(head, 0, end + 1):
            header.setdefault(name.lower(), value)
        people = _ADDRESS.findall(
            b" ".join(header.get(name, b"") for name in (b"from", b"to", b"cc")).lower()
        )
        to = _ADDRESS.search(header.get(b"delivered-to") or header.get(b"to", b""))
        return Glance(
            self._token(header, head),
            self._thread(header),
            self._join(people, PERSON),
            self._lets_in(header, head, end, mail),
            to[0].lower() if to else b"",
        )

    def _hash(self, value: bytes, size: int) -> bytes:
        return blake2b(value, digest_size=size, key=self._salt).digest()

    def _join(self, values: list[bytes], size: int) -> bytes:
        """Return the hashes of the first and the last of the values, each once."""
        unique = list(dict.fromkeys(values))
        if len(unique) > _PLACES:
            unique = [*unique[: _PLACES // 2], *unique[-_PLACES // 2 :]]
        return b"".join([self._hash(value, size) for value in unique])

    def _token(self, header: dict[bytes, bytes], head: bytes) -> bytes:
        own = _ID.search(header.get(b"message-id", b""))
        return self._hash(own[1] if own else head, TOKEN)

    def _thread(self, header: dict[bytes, bytes]) -> bytes:
        named = header.get(b"references", b"") + b" " + header.get(b"in-reply-to", b"")
        return self._join(_ID.findall(named), TOKEN) if len(named) > 1 else b""

    def _lets_in(self, header: dict[bytes, bytes], head: bytes, end: int, mail: RawMail) -> bool:
        subject = _subject(header.get(b"subject", b""))
        sender = header.get(b"from", b"").lower()
        named = _has(subject, self._subject)
        bulk = b"list-unsubscribe" in header or b"list-id" in header or b"precedence" in header
        if bulk and any(alert.search(subject) for alert in self._alerts):
            return False
        if named or _has(sender, self._senders):
            return True
        if bulk:
            return False
        text = _text(header, head[end:])
        if b"text/calendar" in text or _has(text[:_BODY], self._body):
            return True
        if mail.whole or any(sign in text for sign in _ATTACHED):
            return False
        longer = mail.more()
        return len(longer) > len(head) and self._has_in_markup(_text(header, longer[end:]))

    def _has_in_markup(self, text: bytes) -> bool:
        """Return whether a long mail says it after the styles that fill its beginning."""
        return _has(_MARKUP.sub(b" ", text)[: 4 * _BODY], self._body)


def _has(text: bytes, words: tuple[bytes, ...]) -> bool:
    for word in words:  # noqa: SIM110 - any() with a generator takes twice as long
        if word in text:
            return True
    return False


def _subject(value: bytes) -> bytes:
    """Return the subject in lower case, encoded words decoded as far as they are Latin."""
    if b"=?" in value:
        value = _ENCODED.sub(_decoded, value)
    return value.replace(b"\r", b"").replace(b"\n", b"").lower()


def _decoded(match: re.Match[bytes]) -> bytes:
    kind, text = match[1], match[2]
    if kind in b"bB":
        return _base64(text)
    return a2b_qp(text.replace(b"_", b" "))


def _base64(text: bytes) -> bytes:
    """Decode what there is of a base64 text, cut off as it may be."""
    text = text.translate(None, b"\r\n")
    try:
        return a2b_base64(text[: len(text) // 4 * 4])
    except NotBase64:
        return b""


def _text(header: dict[bytes, bytes], body: bytes) -> bytes:
    """Return the body in lower case, with its wrapped texts unwrapped."""
    encoding = header.get(b"content-transfer-encoding", b"").strip().lower()
    if encoding == b"base64":
        return _base64(body.strip()).lower()
    text = body.lower()
    if encoding == b"quoted-printable" or b"quoted-printable" in text:
        text = text.replace(b"=\r\n", b"").replace(b"=\n", b"").replace(b"=20", b" ")
    if b"base64" in text:
        text = b" ".join(_base64_texts(body)).lower() + text
    return text


def _base64_texts(body: bytes) -> list[bytes]:
    """Return the decoded text parts of a body in several parts."""
    found = []
    for mark in _BASE64_PART.finditer(body):
        around = body[max(mark.start() - 300, 0) : mark.start()]
        around = around[around.rfind(b"\n--") + 1 :]
        ending = _END.search(body, mark.start())
        if ending is None:
            continue
        types = _PART_TYPE.findall(around + body[mark.end() : ending.start()])
        if types and types[-1].lower() != b"text":
            continue
        text = _BASE64_TEXT.match(body, ending.end())
        if text:
            found.append(_base64(text[0]))
    return found
