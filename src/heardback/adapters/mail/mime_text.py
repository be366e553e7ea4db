"""Bytes of a mail made readable: transfer encodings, charsets, encoded words, HTML to text.

Nothing here raises for content: what cannot be decoded is replaced, and a fault says so.
"""

import base64
import binascii
import quopri
import re
from email.header import decode_header

MAX_TEXT = 400_000  # characters of one body that are kept
MAX_HTML = 2_000_000  # characters of HTML that are read
MAX_HEADER = 32_000
SHORT = 64  # bytes: too few to guess a charset from

_ENCODED_WORD = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?")
_FOLD = re.compile(r"\r?\n[ \t]*")
_QUOTE_OPENS = re.compile(
    r"<blockquote\b[^>]{0,400}(?:type=[\"']?cite|gmail_quote|protonmail_quote)[^>]{0,400}>",
    re.IGNORECASE,
)
_ANY_QUOTE = re.compile(r"<blockquote\b", re.IGNORECASE)
_QUOTE_CLOSES = re.compile(r"</blockquote\s*>", re.IGNORECASE)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|mso-hide"
    r"|opacity\s*:\s*0\s*[;\"']",
    re.IGNORECASE,
)
_HIDDEN = [
    "[hidden]",
    *(
        f'[style*="{word}" i]'
        for word in (
            "display:none",
            "display: none",
            "visibility:hidden",
            "visibility: hidden",
            "max-height:0",
            "max-height: 0",
            "mso-hide:all",
            "opacity:0;",
            "opacity: 0;",
        )
    ),
    '[style$="opacity:0" i]',
    '[style$="opacity: 0" i]',
]
_OPEN, _CLOSE = "\ue000", "\ue001"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u200e\u200f"), None)


def transfer_decoded(payload: str, encoding: str, *, faults: list[str]) -> bytes:
    """Given a part's payload as parsed (bytes smuggled as surrogates), return its real bytes."""
    raw = payload.encode("ascii", "surrogateescape") if payload else b""
    name = encoding.strip().lower()
    if name == "base64":
        return _from_base64(raw, faults)
    if name == "quoted-printable":
        return quopri.decodestring(raw)
    if name in {"x-uuencode", "uuencode", "uue", "x-uue"}:
        faults.append("uuencoded part was not read")
        return b""
    return raw


def _from_base64(raw: bytes, faults: list[str]) -> bytes:
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
        faults.append("base64 part is cut short")
    try:
        return base64.b64decode(clean + b"=" * (-len(clean) % 4))
    except (binascii.Error, ValueError):
        faults.append("base64 part is damaged")
        return b""


def charset_decoded(raw: bytes, charset: str | None, *, faults: list[str]) -> str:
    """Given bytes and the charset they claim, return text; guess where the claim is wrong."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") and not charset:
        charset = "utf-16"
    for name in (charset, "utf-8"):
        if not name:
            continue
        try:
            return raw.decode(_known_name(name))
        except (LookupError, UnicodeError, ValueError):
            faults.append(f"charset {name[:40]} does not fit")
    return _guessed(raw)


def _known_name(charset: str) -> str:
    """Return the codec for a charset as mail writes it (latin-1 is read as the web reads it)."""
    name = charset.strip().strip("'\"").lower()
    if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "ansi_x3.4-1968"}:
        return "utf-8" if "ascii" in name or "ansi" in name else "cp1252"
    if name in {"unknown-8bit", "8bit", "x-unknown", "default", "binary", "unicode"}:
        return "utf-8"
    if name in _NO_TEXT_CODECS:
        raise LookupError(name)
    return name


_NO_TEXT_CODECS = {"base64", "hex", "bz2", "zip", "zlib", "uu", "quopri", "rot13", "rot_13", "idna"}


def _guessed(raw: bytes) -> str:
    """Guess from the bytes; what is short or nearly ASCII is Western, as mail mostly is."""
    high = sum(byte > 127 for byte in raw[:2000])
    if len(raw) < SHORT or high * 5 < min(len(raw), 2000):
        return raw.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    try:
        best = from_bytes(raw[:100_000]).best()
        if best is not None:
            return raw.decode(best.encoding, "replace")
    except (LookupError, ValueError, UnicodeError):
        pass
    return raw.decode("cp1252", "replace")


def header_decoded(value: str, *, faults: list[str]) -> str:
    """Given a raw header value, return it unfolded, encoded words (RFC 2047) and bytes as text."""
    if len(value) > MAX_HEADER:
        faults.append("header cut at 32 kB")
        value = value[:MAX_HEADER]
    if not value.isascii():
        value = charset_decoded(value.encode("utf-8", "surrogateescape"), None, faults=[])
    if "\n" in value or "\r" in value:
        value = _FOLD.sub(" ", value)
    if "=?" in value and _ENCODED_WORD.search(value):
        value = _encoded_words(value, faults)
    return value.replace("\x00", "").strip()


def _encoded_words(value: str, faults: list[str]) -> str:
    parts: list[str] = []
    try:
        for piece, charset in decode_header(value):
            if isinstance(piece, str):
                parts.append(piece)
            else:
                parts.append(charset_decoded(piece, charset, faults=faults))
    except (ValueError, LookupError, binascii.Error, AssertionError):
        faults.append("encoded words in a header are damaged")
        return value
    return "".join(parts).replace("\n", " ").replace("\r", " ")


def html_text(html: str, *, faults: list[str]) -> str:
    """Given HTML, return the text a reader sees; cited blockquotes come out with "> " before."""
    from resiliparse.extract.html2text import extract_plain_text

    if len(html) > MAX_HTML:
        faults.append("HTML body cut at 2 MB")
        html = html[:MAX_HTML]
    marked = _quotes_marked(html) if "blockquote" in html or "BLOCKQUOTE" in html else html
    skip = _HIDDEN if _HIDING.search(html) or " hidden" in html else None
    try:
        text = extract_plain_text(
            marked, preserve_formatting=True, alt_texts=False, skip_elements=skip
        )
    except (ValueError, TypeError, RuntimeError):
        faults.append("HTML body could not be read")
        return re.sub(r"<[^<>]{0,2000}>", " ", html)
    return _quotes_as_text(text) if _OPEN in text else text


def _quotes_marked(html: str) -> str:
    """Put marks around cited blockquotes that survive the way to text."""
    if not _QUOTE_OPENS.search(html) and "wrote:" not in html:
        return html
    html = html.replace(_OPEN, "").replace(_CLOSE, "")
    cited = _QUOTE_OPENS if _QUOTE_OPENS.search(html) else _ANY_QUOTE_TAG
    html = cited.sub(lambda found: f"{found.group(0)}<div>{_OPEN}</div>", html)
    return _QUOTE_CLOSES.sub(f"<div>{_CLOSE}</div></blockquote>", html)


_ANY_QUOTE_TAG = re.compile(r"<blockquote\b[^>]{0,800}>", re.IGNORECASE)


def _quotes_as_text(text: str) -> str:
    lines: list[str] = []
    depth = 0
    for line in text.split("\n"):
        opens, closes = line.count(_OPEN), line.count(_CLOSE)
        bare = line.replace(_OPEN, "").replace(_CLOSE, "")
        depth = min(depth + opens, 20)
        if bare.strip() or not (opens or closes):
            lines.append("> " * depth + bare if depth else bare)
        depth = max(0, depth - closes)
    return "\n".join(lines)


def tidied(text: str) -> str:
    """Return text with one kind of line end, no invisible characters, bounded in length."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = text.translate(_INVISIBLE).replace("\xa0", " ")
        text = text.encode("utf-8", "replace").decode("utf-8", "replace")
    return text.replace("\x00", "")[:MAX_TEXT]
