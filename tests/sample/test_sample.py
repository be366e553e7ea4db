"""The sample search is whole, repeatable, movable and made of reserved names only."""

import email
import email.policy
import mailbox
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from heardback.sample import Sample, build_sample, shift_for
from heardback.sample.dates import Shift, ordinal

RESERVED = re.compile(r"(^|\.)(example|example\.(org|net|com))$")
DATA = Path(__file__).parents[2] / "src" / "heardback" / "sample"
CHAPTERS = {
    "a panel with one address missing": "Larkspur Health",
    "a promise and patience": "Halvorsen Freight",
    "an offer at A": "Bellwether Mutual",
    "the preferred B": "Orrery Maps",
    "a candidate with doubts": "Quill & Harbor",
    "an employer with doubts": "Saltmarsh Robotics",
    "a withdrawal": "Kilnbrook Ceramics",
    "a feedback call": "Juniper Transit",
    "an agency recruiter": "Pemberton Dairy",
    "a rejection": "Marrow & Fitch",
    "an on-hold": "Ashgrove Parks Foundation",
    "a silence that ends": "Dunmore Labs",
    "no timeframe": "Sable Creek Brewing",
    "a bounce": "Copperline Energy",
    "an automatic no": "Gossamer Retail",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return build_sample(tmp_path_factory.mktemp("sample"))


def messages(path: Path) -> Iterator[EmailMessage]:
    box = mailbox.mbox(path)
    for key in box.iterkeys():
        parsed = email.message_from_bytes(box.get_bytes(key), policy=email.policy.default)
        assert isinstance(parsed, EmailMessage)
        yield parsed


def everything(sample: Sample) -> list[EmailMessage]:
    return [*messages(sample.inbox), *messages(sample.sent)]


def test_there_is_enough_of_everything(sample: Sample) -> None:
    found = everything(sample)
    assert len(found) == sample.received_count + sample.sent_count >= 270
    assert len({message["Message-ID"] for message in found}) == len(found)
    files = [tomllib.loads(path.read_text("utf-8")) for path in (DATA / "threads").glob("*.toml")]
    assert {table["employer"] for table in files} == set(sample.opportunities)
    assert 70 <= sum(len(table["message"]) for table in files) <= 140


def test_all_chapters_are_told(sample: Sample) -> None:
    assert set(CHAPTERS.values()) == set(sample.opportunities)


def test_every_message_parses_without_a_defect(sample: Sample) -> None:
    own = set(sample.candidate.emails)
    for message in messages(sample.inbox):
        assert message["Delivered-To"] in own
    for message in everything(sample):
        assert message["Date"].datetime.tzinfo is not None
        for part in message.walk():
            assert not part.defects, message["Subject"]
            if part.get_content_maintype() == "text":
                assert "{" not in re.sub(r"<style>.*?</style>", "", str(part.get_content()))


def test_answers_name_a_message_that_exists_and_is_older(sample: Sample) -> None:
    when = {m["Message-ID"]: m["Date"].datetime for m in everything(sample)}
    for message in everything(sample):
        if message["In-Reply-To"]:
            assert when[message["In-Reply-To"]] <= message["Date"].datetime, message["Subject"]
            assert message["References"].split()[-1] == message["In-Reply-To"]


def test_the_shapes_of_real_mail_are_there(sample: Sample) -> None:
    found = everything(sample)
    charsets = {part.get_content_charset() for message in found for part in message.walk()}
    assert {"utf-8", "windows-1252", "iso-2022-jp", "iso-8859-2"} <= charsets
    encodings = {
        str(part["Content-Transfer-Encoding"]).lower()
        for message in found
        for part in message.walk()
    }
    assert {"base64", "quoted-printable"} <= encodings
    kinds = [message.get_content_type() for message in found]
    assert "text/html" in kinds
    assert "multipart/report" in kinds
    methods = [p.get_param("method") for m in found for p in m.walk()]
    assert methods.count("CANCEL") == 1
    assert methods.count("REQUEST") >= 15
    assert any(message["Auto-Submitted"] == "auto-replied" for message in found)
    texts = "\n".join(
        str(part.get_content())
        for m in found
        for part in m.walk()
        if part.get_content_type() == "text/plain"
    )
    assert re.search(r"^On \w{3}, .*(\n<.*)?wrote:$", texts, re.MULTILINE)
    assert re.search(r"^> On .* wrote:$", texts, re.MULTILINE)
    assert re.search(r"^From: .*\nSent: ", texts, re.MULTILINE)


def readable(message: EmailMessage) -> str:
    texts = [f"{name}: {value}" for name, value in message.items()]
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    texts += [str(part.get_content()) for part in parts]
    return re.sub(r"\r?\n ", "", "\n".join(texts))


def test_only_reserved_domains_and_numbers_occur(sample: Sample) -> None:
    calendar = sample.calendar.read_text("utf-8")
    texts = [re.sub(r"\r?\n ", "", calendar), *map(readable, everything(sample))]
    for text in texts:
        for domain in re.findall(r"@([A-Za-z0-9.-]+[A-Za-z])", text):
            assert RESERVED.search(domain.lower()), domain
        for domain in re.findall(r"https?://([^/\s\"<>\\]+)", text):
            assert RESERVED.search(domain.lower()), domain
        for number in re.findall(r"\+1 \d{3} \d{3} \d{4}", text):
            assert re.search(r" 555 01\d\d$", number), number


def test_the_same_bytes_every_time(sample: Sample, tmp_path: Path) -> None:
    again = build_sample(tmp_path)
    for one, two in (
        (sample.inbox, again.inbox),
        (sample.sent, again.sent),
        (sample.calendar, again.calendar),
    ):
        assert one.read_bytes() == two.read_bytes()
    assert sample.notes == again.notes


@pytest.mark.parametrize("weeks", [-30, 1, 80])
def test_a_shift_moves_everything_by_whole_weeks(
    sample: Sample, tmp_path: Path, weeks: int
) -> None:
    moved = build_sample(tmp_path, shift_days=7 * weeks)
    zone = ZoneInfo(sample.candidate.timezone)
    old = {m["Message-ID"]: m["Date"].datetime for m in everything(sample)}
    for message in everything(moved):
        before = old[message["Message-ID"]].astimezone(zone).date()
        after = message["Date"].datetime.astimezone(zone).date()
        assert after - before == timedelta(weeks=weeks)
    for (_, before_note), (_, after_note) in zip(sample.notes, moved.notes, strict=True):
        gap = datetime.fromisoformat(after_note["when"]) - datetime.fromisoformat(
            before_note["when"]
        )
        assert gap == timedelta(weeks=weeks)
    starts = [
        re.findall(r"DTSTART;\S+:(\d{8})", s.calendar.read_text("utf-8")) for s in (sample, moved)
    ]
    for before_start, after_start in zip(*starts, strict=True):
        gap = date.fromisoformat(after_start) - date.fromisoformat(before_start)
        assert gap == timedelta(weeks=weeks)


def test_the_shift_for_a_day_stays_within_the_week_before_it() -> None:
    nominal = date(2025, 5, 14)
    for distance in range(-10, 800, 7 * 3 + 1):
        day = nominal + timedelta(days=distance)
        assert shift_for(day) % 7 == 0
        assert timedelta(0) <= day - (nominal + timedelta(days=shift_for(day))) < timedelta(days=7)


def test_dates_in_words_agree_with_the_shift() -> None:
    text = "by {date:2025-05-21|%A, %B %-d}, the {date:2025-05-21|%o}"
    assert Shift(0).words(text) == "by Wednesday, May 21, the 21st"
    assert Shift(14).words(text) == "by Wednesday, June 4, the 4th"
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 22)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "22nd"),
    ]
    with pytest.raises(ValueError, match="whole weeks"):
        Shift(3)


def test_no_date_is_written_plainly_in_the_texts() -> None:
    months = "January|February|March|April|May|June|July"
    plain = re.compile(rf"\b({months}) \d|\bthe \d+(st|nd|rd|th)\b")
    for path in DATA.rglob("*.toml"):
        tables: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        for message in tables.get("message", []):
            for key in ("text", "subject"):
                bare = re.sub(r"\{date:[^}]*\}", "", message.get(key, ""))
                assert not plain.search(bare), (path.name, message["key"])


def test_the_dates_in_headers_carry_the_writers_offset(sample: Sample) -> None:
    for message in messages(sample.inbox):
        if "orrerymaps.example" in str(message["From"]):
            offset = parsedate_to_datetime(str(message["Date"])).utcoffset()
            assert offset == timedelta(hours=-4)


def test_notes_name_people_who_are_known(sample: Sample) -> None:
    for employer, note in sample.notes:
        named = [note[key] for key in ("person",) if key in note]
        named += [name for key in ("to", "with", "for") for name in note.get(key, [])]
        for name in named:
            assert name in sample.facts[employer]["people"], (employer, name)
