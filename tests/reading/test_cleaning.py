"""What mail programs leave behind: forwards, heads in other languages, answers between the lines."""

from email.message import EmailMessage

import pytest

from heardback.adapters.mail.mime import read_mime
from heardback.adapters.mail.mime_text import html_text, tidied
from heardback.languages.en.mail import ENGLISH_READING
from heardback.languages.en.timeframe import ENGLISH_TIMEFRAMES
from heardback.languages.en.turns import ENGLISH_TURNS
from heardback.model.message import Address, Message
from heardback.reading.clean import clean, sentences
from heardback.reading.read import read_message
from tests.reading.corpus_reader import ME, SAID

NEW = "Yes, Thursday works for me."
OLD = "We will not be moving forward with your application."


def new_words(text: str) -> str:
    found = clean(text, words=ENGLISH_READING)
    return " | ".join(
        " ".join(s.text.split()) for s in sentences(text, found, words=ENGLISH_READING)
    )


HEADS = {
    "English": "From: Priya Raman\nSent: Monday, 3 March 2025 10:00\nTo: Dana Reyes\nSubject: Role",
    "German": "Von: Priya Raman\nGesendet: Montag, 3. März 2025 10:00\nAn: Dana Reyes\nBetreff: Rolle",
    "French": "De : Priya Raman\nEnvoyé : lundi 3 mars 2025 10:00\nÀ : Dana Reyes\nObjet : Poste",
    "Spanish": "De: Priya Raman\nEnviado el: lunes, 3 de marzo de 2025\nPara: Dana Reyes\nAsunto: Puesto",
    "Italian": "Da: Priya Raman\nInviato: lunedì 3 marzo 2025 10:00\nA: Dana Reyes\nOggetto: Ruolo",
    "Dutch": "Van: Priya Raman\nVerzonden: maandag 3 maart 2025\nAan: Dana Reyes\nOnderwerp: Rol",
    "Portuguese": "De: Priya Raman\nEnviado: 3 de março de 2025\nPara: Dana Reyes\nAssunto: Vaga",
    "Swedish": "Från: Priya Raman\nSkickat: den 3 mars 2025\nTill: Dana Reyes\nÄmne: Tjänst",
    "Norwegian": "Fra: Priya Raman\nSendt: mandag 3. mars 2025\nTil: Dana Reyes\nEmne: Stilling",
    "Polish": "Od: Priya Raman\nWysłano: 3 marca 2025\nDo: Dana Reyes\nTemat: Praca",
}
MARKS = {
    "Outlook's rule": "-----Original Message-----\nFrom: Priya",
    "a German rule": "-----Ursprüngliche Nachricht-----\nVon: Priya",
    "a short German rule": "---- Original-Nachricht ----\nVon: Priya",
    "a German forward": "-------- Weitergeleitete Nachricht --------\nBetreff: Rolle",
    "a French rule": "-----Message d'origine-----\nDe : Priya",
    "a Spanish rule": "-----Mensaje original-----\nDe: Priya",
    "Apple's forward": "Begin forwarded message:\n\nFrom: Priya\nSubject: Role",
    "Apple's forward, German": "Anfang der weitergeleiteten Nachricht:\n\nVon: Priya",
    "Lotus Notes": "Priya Raman/Northwind\n03/03/2025 10:00 AM\n\nTo\nDana Reyes\ncc\n\nSubject\nRole\n",
    "Lotus, forwarded": "----- Forwarded by Priya Raman/Northwind on 03/03/2025 10:00 AM -----",
    "German attribution": "Am 03.03.2025 um 10:00 schrieb Priya Raman <p@n.example>:",
    "French attribution": "Le lun. 3 mars 2025 à 10:00, Priya Raman <p@n.example> a écrit :",
    "Spanish attribution": "El lun, 3 mar 2025 a las 10:00, Priya Raman (<p@n.example>) escribió:",
    "Dutch attribution": "Op ma 3 mrt 2025 om 10:00 schreef Priya Raman <p@n.example>:",
    "Swedish attribution": "Den mån 3 mars 2025 kl 10:00 skrev Priya Raman <p@n.example>:",
}


@pytest.mark.parametrize("language", sorted(HEADS))
def test_a_head_in_any_of_these_languages_begins_older_mail(language: str) -> None:
    assert new_words(f"{NEW}\n\n{HEADS[language]}\n\n{OLD}\n") == NEW


@pytest.mark.parametrize("name", sorted(MARKS))
def test_a_mark_of_any_of_these_programs_begins_older_mail(name: str) -> None:
    assert new_words(f"{NEW}\n\n{MARKS[name]}\n\n{OLD}\n") == NEW


DEVICES = [
    "Sent from my iPhone",
    "Get Outlook for iOS",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verzonden vanaf mijn iPhone",
    "Skickat från min iPhone",
]


@pytest.mark.parametrize("device", DEVICES)
def test_a_phone_signs_for_nobody(device: str) -> None:
    assert new_words(f"{NEW}\n\n{device}\n") == NEW


def test_a_letter_that_speaks_of_from_and_to_keeps_its_words() -> None:
    text = "From: Monday to Thursday we are in Leeds.\nIs that fine?\n"
    assert new_words(text).endswith("Is that fine?")
    assert "Leeds" in new_words(text)


def test_answers_between_the_lines_are_new_in_german_too() -> None:
    text = (
        "Am 3. März 2025 schrieb Priya <p@n.example>:\n> Can you come on Monday?\n"
        "Yes, I can.\n> And your number?\nIt is on my resume.\n"
    )
    assert new_words(text) == "Yes, I can. | It is on my resume."


def page(html: str) -> str:
    return " ".join(tidied(html_text(html, faults=[])).split())


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "display: none !important; font-size:1px",
        "visibility:hidden",
        "max-height:0px;overflow:hidden",
        "mso-hide:all",
        "opacity:0",
        "color:#fff;opacity: 0;height:0",
    ],
)
def test_a_hidden_preheader_is_not_read(style: str) -> None:
    html = f"<body><div style='{style}'>You are hired!</div><p>Thank you for applying.</p></body>"
    assert page(html) == "Thank you for applying."


def test_what_a_layout_sets_to_size_nought_is_read() -> None:
    html = "<td style='font-size:0px;padding:9px'><div style='font-size:14px'>Hello</div></td>"
    assert page(f"<table><tr>{html}</tr></table>") == "Hello"


def test_nested_tables_are_read_in_order() -> None:
    inner = "<table><tr><td>on Tuesday</td></tr><tr><td>at 10 am</td></tr></table>"
    html = f"<table><tr><td><table><tr><td>Your interview is</td></tr></table></td></tr><tr><td>{inner}</td></tr></table>"
    assert page(html) == "Your interview is on Tuesday at 10 am"


def test_tables_nested_a_hundred_deep_are_read() -> None:
    html = "<table><tr><td>" * 100 + "Hello" + "</td></tr></table>" * 100
    assert page(html) == "Hello"


def mail(subject: str, text: str, *, date: str, sender: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = (
        sender,
        "dana@example.org",
        subject,
        date,
    )
    made["Message-ID"] = f"<{abs(hash(subject))}@n.example>"
    made.set_content(text)
    return made


def test_an_attached_mail_has_its_own_date_and_author() -> None:
    inner = mail("Decision", OLD, date="Mon, 03 Mar 2025 10:00:00 +0000", sender="tom@n.example")
    outer = mail(
        "Fwd", "See attached.", date="Fri, 07 Mar 2025 10:00:00 +0000", sender="p@n.example"
    )
    outer.add_attachment(inner)
    read = read_mime(outer.as_bytes())
    assert "moving forward" not in read.text
    (attached,) = read.attached
    assert attached.from_.email == "tom@n.example"
    assert attached.date is not None and attached.date.day == 3
    assert OLD in attached.text


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
UID:u1@n.example
SEQUENCE:{sequence}
DTSTAMP:20250301T100000Z
DTSTART;TZID="{zone}":20250310T140000
DTEND;TZID="{zone}":20250310T150000
SUMMARY:Interview
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "COUNTER", "REPLY"])
def test_an_invitation_keeps_method_and_sequence(method: str) -> None:
    made = mail(
        "Interview", "See invitation", date="Sat, 01 Mar 2025 10:00:00 +0000", sender="p@n.example"
    )
    text = CALENDAR.format(method=method, sequence=3, zone="Eastern Standard Time")
    made.add_alternative(
        text.encode(), maintype="text", subtype="calendar", params={"method": method}
    )
    (meeting,) = read_mime(made.as_bytes()).meetings
    assert (meeting.method, meeting.sequence) == (method, 3)


ZONES = {
    "Eastern Standard Time": "2025-03-10T14:00:00-04:00",
    "Central Standard Time": "2025-03-10T14:00:00-05:00",
    "Pacific Standard Time": "2025-03-10T14:00:00-07:00",
    "GMT Standard Time": "2025-03-10T14:00:00+00:00",
    "W. Europe Standard Time": "2025-03-10T14:00:00+01:00",
    "India Standard Time": "2025-03-10T14:00:00+05:30",
    "(UTC-05:00) Eastern Time (US & Canada)": "2025-03-10T14:00:00-04:00",
    "Europe/Berlin": "2025-03-10T14:00:00+01:00",
}


@pytest.mark.parametrize("zone", sorted(ZONES))
def test_the_zones_of_windows_are_known(zone: str) -> None:
    made = mail(
        "Interview", "See invitation", date="Sat, 01 Mar 2025 10:00:00 +0000", sender="p@n.example"
    )
    text = CALENDAR.format(method="REQUEST", sequence=0, zone=zone)
    made.add_alternative(text.encode(), maintype="text", subtype="calendar")
    (meeting,) = read_mime(made.as_bytes()).meetings
    assert meeting.start is not None
    assert meeting.start.isoformat() == ZONES[zone]


def raw(head: str, body: bytes) -> str:
    return read_mime(
        f"From: p@n.example\nMIME-Version: 1.0\n{head}\n\n".encode() + body
    ).text.strip()


def test_charsets_that_are_wrong_are_guessed() -> None:
    text = "Könnten Sie am Freitag kommen? Café, naïve"
    told = "Content-Type: text/plain; charset={}"
    assert raw(told.format("utf-8"), text.encode("cp1252")) == text
    assert raw(told.format("us-ascii"), text.encode()) == text
    assert raw(told.format("no-such-charset"), text.encode()) == text
    assert raw(told.format("iso-8859-1"), "“Yes” – she said".encode("cp1252")) == "“Yes” – she said"


def test_soft_breaks_of_quoted_printable_are_joined() -> None:
    head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    body = b"We will let you know by the end of ne=\nxt week. Caf=C3=\n=A9 =3D good=20=\n"
    assert raw(head, body) == "We will let you know by the end of next week. Café = good"


@pytest.mark.parametrize("name", sorted(MARKS))
def test_what_is_forwarded_is_no_word_of_the_sender(name: str) -> None:
    text = f"Hello Dana, see below, this came today.\n\n{MARKS[name]}\n\n{OLD}\n"
    message = Message(
        message_id="1@n.example",
        date=SAID,
        from_=Address("Priya Raman", "priya@northwind.example"),
        to=(ME,),
        subject="Fwd: Data Engineer",
        text=text,
    )
    seen = read_message(
        message,
        me=frozenset({ME.email}),
        words=ENGLISH_READING,
        timeframe_words=ENGLISH_TIMEFRAMES,
        turn_words=ENGLISH_TURNS,
    )
    assert seen.kind != "rejection" and "ends" not in {act.kind for act in seen.acts}
