"""Small nouns for the contract suites."""

from datetime import UTC, datetime

from heardback.model.message import Address, Meeting, Message
from heardback.model.sayings import Deed, Dismissed, Said
from heardback.model.understanding import Understanding
from heardback.ports import Agenda, Received, Seen

AT = datetime(2025, 3, 4, 10, tzinfo=UTC)


def mail(key: str, text: str = "hello") -> Received:
    message = Message(message_id=key, date=AT, from_=Address("Priya", "p@x.example"), text=text)
    return Received(key=key, message=message, origin="inbox:0")


def meeting(uid: str) -> Received:
    return Received(key=f"ics:{uid}:0", meeting=Meeting(uid=uid, start=AT), origin="a.ics")


def saying(id: str) -> Said:
    return Said(id=id, at=AT, saying=Dismissed(follow_up="northwind/thank_you/tom"))


def deed(id: str) -> Deed:
    event: dict[str, object] = {"what": "sent", "to": ["tom"], "when": AT.date()}
    return Deed(id=id, at=AT, follow_up="abc", opportunity="northwind", event=event, text="Hi")


def reading(message_id: str) -> Understanding:
    return Understanding(message_id=message_id, date=AT, job_related=True, kind="timeframe")


def kept_agenda() -> Agenda:
    return Agenda(made_at=AT, good_until=AT.replace(hour=18), view={"due": ["é", 1, None]})


def line(number: int, verdict: str = "other", source: str = "/m/inbox") -> Seen:
    token = number.to_bytes(16, "big")
    return Seen(
        source=source,
        place=str(number),
        token=token,
        thread=token * 2,
        people=token[:8],
        verdict=verdict,  # type: ignore[arg-type]
    )
