"""What an offer in a letter says of itself: its deadline, its form, its conditions."""

from datetime import date, datetime, time, timedelta

from heardback.model.moment import Moment
from heardback.model.timeframe import Timeframe
from heardback.model.understanding import OfferSeen
from heardback.reading.letter import Letter

MOST_TO_DECIDE = timedelta(days=75)
Timeframes = tuple[Timeframe, ...]


def offer_in(letter: Letter, frames: Timeframes, quote: str) -> OfferSeen:
    """Given a letter that makes an offer, its timeframes and the words, return the offer."""
    by = _decide_by(letter, frames)
    attached = any(
        "offer" in a.casefold() or "contract" in a.casefold() for a in letter.message.attachments
    )
    written = True if letter.has("written") or attached else False if letter.has("verbal") else None
    return OfferSeen(
        decide_by=day_of(by, letter),
        written=written,
        conditional=True if letter.has("conditional") else None,
        quote=quote,
    )


def _decide_by(letter: Letter, frames: Timeframes) -> date | None:
    """Return the day by which an offer wants its answer."""
    wanted = (t for t in frames if t.about == "offer_deadline" and t.by)
    by = next((t.by for t in wanted if t.by and _to_come(t.by, letter)), None)
    if by is not None:
        return by
    sentences = [f.sentence for f in letter.found("decide_by")]
    sentences += [one for one in letter.sentences if letter.words.deadline.search(one.low)]
    for one in sentences:
        for t in frames:
            asked = t.about in ("reply_wanted", "other") and not t.promise
            if t.by and asked and one.start <= t.start < one.end and _to_come(t.by, letter):
                return t.by
    # Whatever else a sentence about answering names, but no day of work, of talk or of old.
    for one in sentences:
        for t in frames:
            elsewhere = t.about in ("start", "interview")
            within = one.start <= t.start < one.end
            if t.by and within and not elsewhere and _to_come(t.by, letter):
                return t.by
    return None


def _to_come(day: date, letter: Letter) -> bool:
    """An answer is wanted in the weeks to come, not in the year that a figure happens to name."""
    sent = letter.message.date
    return sent is None or timedelta(0) <= day - sent.date() <= MOST_TO_DECIDE


def day_of(by: date | None, letter: Letter) -> Moment | None:
    """Given a day or None, return it as a moment in the zone of the letter."""
    sent = letter.message.date
    if by is None or sent is None:
        return None
    return Moment(datetime.combine(by, time(), sent.tzinfo), is_date=True)
