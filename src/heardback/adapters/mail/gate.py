"""The first look at every mail: is it worth understanding? In doubt, yes.

It sees the first 8 kB as they come from the file. One regular expression finds the header; subject,
sender and text are then cut into words, and the set of words is held against those of the language
(`languages/<xx>/gate.py`). That costs a third of looking for eighty words one by one, and does not
find "position" in "Content-Disposition". What is wrapped is unwrapped first: encoded subjects (RFC
2047), quoted-printable and base64 texts. A mail sent in bulk needs a sign in its header; any other
is let in by a word of its text too.

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
_PAGE = 2048  # a letter says what it is about in its first page;
_ROOM = 1024  # for the header of the part and what unwrapping takes away
_STUB = 600
_MARKUP_PAGE = 16384  # in HTML alone that page may come late
_CACHE = 20_000
_PLACES = 20  # so many references and people are remembered

_HEADER = re.compile(
    rb"\n(From|To|Cc|Subject|Message-ID|In-Reply-To|References|Delivered-To|List-Id"
    rb"|List-Unsubscribe|Precedence|Content-Type|Content-Transfer-Encoding):"
    rb"[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)",
    re.IGNORECASE,  # the literal "\n" in front lets the search jump from line to line
)
_OUR_OWN = b"heardback-digest."  # the daily mail to oneself, and answers to it, are no job mail
_ID = re.compile(rb"<([^<>\s]{1,512})>")
_ADDRESS = re.compile(rb"[\w.+'=/%&-]{1,128}@[\w.-]{1,200}")
_ENCODED = re.compile(rb"=\?[^?\s]{1,40}\?([bq])\?([^?\s]{0,400})\?=", re.IGNORECASE)
_JOINT = re.compile(rb"\?=\s+=\?")
_NAMES_ENCODING = re.compile(rb"content-transfer-encoding:[ \t]*base64", re.IGNORECASE)
_PART_TYPE = re.compile(rb"content-type:[ \t]*([a-z]+)", re.IGNORECASE)
_BASE64_TEXT = re.compile(rb"[A-Za-z0-9+/=\r\n]+")
_MARKUP = re.compile(
    rb"<(?:style|head|script)\b.*?</(?:style|head|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE
)
_WORDS = bytes(
    each + 32 if 65 <= each <= 90 else each if chr(each).isalnum() or each > 127 else 32
    for each in range(256)
)


def make_gate(words: GateWords, salt: bytes) -> Callable[[RawMail], Glance]:
    """Return the function that takes the first look, for one language and one store."""
    return _Gate(words, salt).glance


def person_hash(address: str, salt: bytes) -> bytes:
    """Return the hash by which the ledger knows somebody."""
    return blake2b(address.lower().encode(), digest_size=PERSON, key=salt[:32]).digest()


class _Gate:
    """The words as bytes, and the store's secret."""

    def __init__(self, words: GateWords, salt: bytes) -> None:
        self._alert = re.compile("|".join(words.alerts).encode())
        body = frozenset(word.encode() for word in words.body)
        subject = body.union(word.encode() for word in words.subject)
        self._senders = frozenset(word.encode() for word in words.senders)
        self._phrases: dict[bytes, list[bytes]] = {}
        for phrase in words.phrases:
            words_ = phrase.split()
            rare = [word for word in words_ if word not in words.everyday]
            key = max(rare or words_, key=len)
            self._phrases.setdefault(key.encode(), []).append(b" %s " % phrase.encode())
        # what lets in by itself, and all that is worth a closer look
        self._body = (body, body.union(self._phrases))
        self._subject = (subject, subject.union(self._phrases))
        self._salt = salt[:32]
        self._hashes: dict[bytes, bytes] = {}

    def glance(self, mail: RawMail) -> Glance:
        """Return the first look at a mail or a calendar file."""
        if mail.kind == "calendar":
            # The file itself is known by its content; its events by their own ids.
            return Glance(self._hash(mail.more(), TOKEN), b"", b"", True, b"")
        head = mail.head
        end = _header_end(head)
        if end < 0 and not mail.whole:
            head = mail.more()
            end = _header_end(head)
        if end < 0:
            end = len(head)
        header: dict[bytes, bytes] = {}
        for name, value in _HEADER.findall(b"\n" + head[:end]):
            header.setdefault(name.lower(), value)
        if _OUR_OWN in header.get(b"message-id", b"") + header.get(b"in-reply-to", b""):
            return Glance(self._token(header, head), b"", b"", False, b"")
        bulk = b"list-unsubscribe" in header or b"list-id" in header or b"precedence" in header
        to = _ADDRESS.search(header.get(b"delivered-to") or header.get(b"to", b""))
        return Glance(
            self._token(header, head),
            self._thread(header),
            b"" if bulk else self._people(header),  # nobody gets to know a newsletter
            self._lets_in(header, head, end, mail, bulk=bulk),
            to[0].lower() if to else b"",
        )

    def _hash(self, value: bytes, size: int) -> bytes:
        return blake2b(value, digest_size=size, key=self._salt).digest()

    def _token(self, header: dict[bytes, bytes], head: bytes) -> bytes:
        own = _ID.search(header.get(b"message-id", b""))
        return self._hash(own[1] if own else head, TOKEN)

    def _thread(self, header: dict[bytes, bytes]) -> bytes:
        named = header.get(b"references", b"") + b" " + header.get(b"in-reply-to", b"")
        if len(named) == 1:
            return b""
        return b"".join([self._hash(each, TOKEN) for each in _ends(_ID.findall(named))])

    def _people(self, header: dict[bytes, bytes]) -> bytes:
        """Return the hashes of who wrote it and who got it; the same few are met all the time."""
        named = header.get(b"from", b"") + b" " + header.get(b"to", b"")
        if b"cc" in header:
            named += b" " + header[b"cc"]
        hashes, found = self._hashes, []
        for address in _ends(_ADDRESS.findall(named.lower())):
            known = hashes.get(address)
            if known is None:
                if len(hashes) > _CACHE:
                    hashes.clear()
                known = hashes[address] = self._hash(address, PERSON)
            found.append(known)
        return b"".join(found)

    def _lets_in(
        self, header: dict[bytes, bytes], head: bytes, end: int, mail: RawMail, *, bulk: bool
    ) -> bool:
        subject = _subject(header.get(b"subject", b""))
        if bulk and self._alert.search(subject):
            return False
        if self._says(subject, self._subject) or not self._senders.isdisjoint(
            header.get(b"from", b"").translate(_WORDS).split()
        ):
            return True
        if bulk:
            return False
        body = head[end:]
        kind = header.get(b"content-type", b"text/plain").strip().lower()
        if _invites(kind, body) or b"alendarmessage" in head[:end]:
            return True
        if _is_plain(kind, body):
            return self._says(_text(header, kind, body[: _PAGE + _ROOM])[:_PAGE], self._body)
        longer = body if mail.whole else mail.more()[end:]
        text = _MARKUP.sub(b" ", _text(header, kind, longer))
        return self._says(text[:_MARKUP_PAGE], self._body)

    def _says(self, text: bytes, sought: tuple[frozenset[bytes], frozenset[bytes]]) -> bool:
        """Return whether a text has one of the words or phrases."""
        alone, worth_a_look = sought
        words = text.translate(_WORDS).split()
        met = worth_a_look.intersection(words)
        if not met:
            return False
        if not alone.isdisjoint(met):
            return True
        line = b" %s " % b" ".join(words)
        return any(phrase in line for key in met for phrase in self._phrases[key])


def _invites(kind: bytes, body: bytes) -> bool:
    """Return whether a mail has a calendar part; `kind` is its content type."""
    if not kind.startswith(b"multipart"):
        return kind.startswith(b"text/calendar")
    return b"text/calendar" in body or b"TEXT/CALENDAR" in body


def _is_plain(kind: bytes, body: bytes) -> bool:
    """Return whether a mail begins with a plain text that is more than "see the HTML part"."""
    if kind.startswith(b"text/plain"):
        return True
    return b"text/plain" in body[:_PAGE] and not 0 <= body.find(b"text/html", 0, _PAGE) < _STUB


def _header_end(head: bytes) -> int:
    """Return where the header ends, -1 if it does not."""
    unix = head.find(b"\n\n")
    if b"\r" not in head[: max(unix, 0) or len(head)]:
        return unix
    dos = head.find(b"\r\n\r\n", 0, unix if unix >= 0 else len(head))
    return unix if dos < 0 else dos


def _ends(values: list[bytes]) -> list[bytes]:
    """Return the first and the last of many values, each once."""
    if len(values) < 2:
        return values
    unique = list(dict.fromkeys(values))
    if len(unique) > _PLACES:
        return [*unique[: _PLACES // 2], *unique[-_PLACES // 2 :]]
    return unique


def _subject(value: bytes) -> bytes:
    """Return the subject in lower case, encoded words decoded as far as they are Latin."""
    if b"=?" in value:
        value = _ENCODED.sub(_decoded, _JOINT.sub(b"?==?", value))
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


def _text(header: dict[bytes, bytes], kind: bytes, body: bytes) -> bytes:
    """Return the body with its wrapped texts unwrapped."""
    encoding = header.get(b"content-transfer-encoding", b"").strip().lower()
    if encoding == b"base64":
        return _base64(body.strip())
    if not kind.startswith(b"multipart"):
        return _joined(body) if encoding == b"quoted-printable" else body
    if b"uoted-" in body or encoding == b"quoted-printable":
        body = _joined(body)
    if b"BASE64" in body:
        body = body.replace(b"BASE64", b"base64")
    if b"base64" in body:
        body = b" ".join(_base64_texts(body)) + b" " + body
    return body


def _joined(body: bytes) -> bytes:
    """Return a quoted-printable text without its soft line breaks (RFC 2045, section 6.7)."""
    if b"\r" in body:
        body = body.replace(b"=\r\n", b"")
    body = body.replace(b"=\n", b"")
    return body.replace(b"=20", b" ") if b"=20" in body else body


def _base64_texts(body: bytes) -> list[bytes]:
    """Return the decoded text parts of a body in several parts."""
    found = []
    at = body.find(b"base64")
    while at >= 0:
        begin = body.rfind(b"\n", 0, at) + 1
        ending = _header_end(body[at : at + _PAGE])
        if ending >= 0 and _NAMES_ENCODING.match(body, begin):
            header = body[max(body.rfind(b"\n--", 0, begin), begin - 300, 0) : at + ending]
            types = _PART_TYPE.findall(header)
            if not types or types[-1].lower() == b"text":
                text = _BASE64_TEXT.match(body, at + ending)
                found.append(_base64(text[0]) if text else b"")
        at = body.find(b"base64", at + 6)
    return found
