"""Where older mail begins, by the marks that mail programs leave in several languages.

The programs' own words (From, Sent, Subject; "Original message") stand here, whatever language the
letter is in: a mail in English may quote one that a German program has marked.
"""

import re
from collections.abc import Sequence

_HEADERS = (
    "from sent to cc bcc subject date reply-to importance attachments "
    "von gesendet an kopie betreff datum "
    "de envoyé envoyé\\xa0 à objet date\\xa0 "
    "enviado enviado\\ el para asunto fecha assunto data "
    "da inviato a oggetto "
    "van verzonden aan onderwerp "
    "från skickat till ämne fra sendt til emne dato "
    "od wysłano do temat"
).split(" ")
HEADER = re.compile(
    r"(?:>\s?)?[*_]{0,2}(?:"
    + "|".join(name for name in _HEADERS if name)
    + r")\s?:[*_]{0,2}(?:\s|$)",
    re.IGNORECASE,
)
_FORWARDED = (
    "forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado"
    "|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande"
    "|forwarded by .{0,80}"
)
_ANSWERED = (
    "original message|original[- ]?nachricht|ursprüngliche nachricht|message d'origine"
    "|message original|mensaje original|mensagem original|messaggio originale"
    "|oorspronkelijk bericht|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse"
    "|wiadomość oryginalna|original appointment"
)
_BEGINS_FORWARDED = (
    "(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié"
    "|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht"
    r"|vidarebefordrat brev|start på videresendt melding)\s?:"
    r"|-{4,}\s*forwarded by\b"
)


def _ruler(words: str) -> re.Pattern[str]:
    return re.compile(rf"-{{2,}}\s?(?:{words})\s?-{{2,}}|{_BEGINS_FORWARDED}", re.IGNORECASE)


RULED = _ruler(f"{_ANSWERED}|{_FORWARDED}")
# Of these rulers, those that only a forward has.
FORWARD_RULE = _ruler(_FORWARDED)
ATTRIBUTED = re.compile(
    r"(?:am|on|le|el|il|op|den|em|dnia)\s.{4,200}\b(?:schrieb|wrote|a écrit|escribió|ha scritto|schreef"
    r"|skrev|escreveu|napisał(?:\(a\))?)\b.{0,120}:"
    r"|.{1,120}<[^>]+@[^>]+>\s(?:schrieb|wrote|a écrit|escribió|ha scritto|schreef|skrev|escreveu)\b.{0,60}:",
    re.IGNORECASE,
)
# Lotus Notes: the writer's name, the day, then To and Subject, each on a line of its own.
_LOTUS_DAY = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{3,4})?$"
)
_LOTUS_HEAD = frozenset({"to", "cc", "subject", "an", "kopie", "thema", "betreff"})
DEVICE = re.compile(
    r"(?:sent (?:from|via|with) (?:my |the )?.{2,40}|get outlook for (?:ios|android).{0,40}"
    r"|(?:von|aus) mein(?:em|er) .{2,40} gesendet|gesendet von (?:mein(?:em|er) )?.{2,40}"
    r"|envoyé (?:de|depuis) mon .{2,40}|enviado (?:desde|do|de) (?:mi|meu|meu).{2,40}"
    r"|inviato da(?:l mio)? .{2,40}|verzonden (?:vanaf|met) (?:mijn )?.{2,40}"
    r"|skickat från min .{2,40}|sendt fra min .{2,40}|verstuurd vanaf mijn .{2,40})\s*$",
    re.IGNORECASE,
)


def is_header(line: str) -> bool:
    """Given a line, tell whether it is a header as mail programs print it in a body."""
    return bool(HEADER.match(line)) and len(line) < 400


def begins_older(line: str) -> bool:
    """Given a line, tell whether everything below it is an older mail."""
    return bool(RULED.match(line) or ATTRIBUTED.match(line))


def begins_lotus(below: Sequence[str]) -> bool:
    """Given a line and those below it, tell whether they are the head that Lotus Notes prints."""
    if not any(_LOTUS_DAY.match(line) for line in below[:3]):
        return False
    return len({line.rstrip(":").lower() for line in below} & _LOTUS_HEAD) >= 2
