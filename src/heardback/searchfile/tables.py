"""Every key of the search file: the one table that reading, writing and the schema are made from.

The order is the contract's (contracts.md, section 1) and the order in which files are written.
"""

from typing import get_args

from heardback.model import events as ev
from heardback.model.draft import REGISTERS
from heardback.model.people import (
    HABIT_NAMES,
    PERSON_ROLES,
    Candidate,
    Habits,
    PresentEmployer,
    Strength,
)
from heardback.model.people import Person as PersonMet
from heardback.model.plan import KINDS
from heardback.model.search import Opportunity, Route, Search
from heardback.model.timeframe import Firmness
from heardback.searchfile.fields import Field, Table
from heardback.searchfile.forms import (
    ADDRESS,
    SOURCE,
    Choice,
    Country,
    Day,
    DayOrMoment,
    End,
    Flag,
    Free,
    Many,
    Number,
    OpportunityId,
    Person,
    Text,
    Zone,
)
from heardback.searchfile.parts import ById, Preferred, Section, WordsOr
from heardback.searchfile.preferences import PREFERENCES

FORMAT = 1
TEXT, FILLED, FLAG, DAY, MOMENT = Text(), Text(filled=True), Flag(), Day(), DayOrMoment()
PERSON, PEOPLE, TEXTS = Person(), Many(Person()), Many(Text())
CHANNEL = Choice(get_args(ev.Channel))

PRESENT_EMPLOYER = Table(
    makes=PresentEmployer,
    fields=(
        Field("name", FILLED, "where the candidate works now", required=True),
        Field("domains", TEXTS, "its mail domains"),
    ),
)
STRENGTH = Table(
    makes=Strength,
    fields=(
        Field("what", FILLED, "what the candidate can do", required=True),
        Field("evidence", TEXT, "the proof: what was done, where, with what result"),
        Field("source", TEXT, "the file it was read from"),
    ),
)
HABITS = Table(
    makes=Habits,
    fields=(
        Field("greeting", TEXT, "the word before the name: Dear, Hi, Hello"),
        Field("sign_off", TEXT, "the line before the own name"),
        Field("contractions", FLAG, "whether I'm and don't are written so"),
        Field("register", Choice(REGISTERS), "the register of every draft"),
        Field("off", Many(Choice(HABIT_NAMES)), "habits not to be learned from sent mail"),
    ),
)
CANDIDATE = Table(
    makes=Candidate,
    fields=(
        Field("name", TEXT, "how the candidate signs"),
        Field("email", ADDRESS, "the address the candidate writes from"),
        Field("emails", Many(ADDRESS), "all own addresses"),
        Field("phone", TEXT, "the number given to employers"),
        Field("timezone", Zone(), "IANA time zone"),
        Field("country", Country(), "ISO 3166, with subdivision where it matters"),
        Field(
            "present_employer",
            Section(PRESENT_EMPLOYER),
            "where the candidate works now: never written from, never named",
        ),
        Field(
            "strengths",
            Many(WordsOr(Section(STRENGTH), "what")),
            "what drafts may say the candidate can do",
        ),
        Field("habits", Section(HABITS), "how the candidate greets, signs and writes"),
    ),
)
PERSON_MET = Table(
    makes=PersonMet,
    fields=(
        Field("name", FILLED, "the person's name", required=True),
        Field("email", ADDRESS, "the person's address"),
        Field("emails", Many(ADDRESS), "all known addresses"),
        Field("title", TEXT, "the person's title"),
        Field("phone", TEXT, "the person's number"),
        Field("phone_given", FLAG, "the number was given to the candidate"),
        Field("linkedin", TEXT, "the person's LinkedIn page"),
        Field("employer", TEXT, "whom the person works for, where it is not the employer"),
        Field("timezone", Zone(), "the person's IANA time zone"),
        Field("signs", TEXT, "the name the person signs with to the candidate"),
        Field("pronouns", TEXT, "what the person goes by, such as she/her"),
    ),
)
OPPORTUNITY = Table(
    makes=Opportunity,
    besides=("events",),
    fields=(
        Field("employer", FILLED, "who hires", required=True),
        Field("role", TEXT, "the position"),
        Field("timezone", Zone(), "the employer's IANA time zone; else the candidate's"),
        Field("country", Country(), "the employer's country; else the candidate's"),
        Field("route", Choice(get_args(Route)), "direct or through an agency"),
        Field("people", ById(Choice(PERSON_ROLES)), "the part each person plays"),
        Field("preferences", Preferred(PREFERENCES), "preferences for this opportunity only"),
        Field("private", FLAG, "nothing of it goes to a language model"),
    ),
)
SEARCH = Table(
    makes=Search,
    fields=(Field("preferences", Preferred(PREFERENCES), "the candidate's preferences by name"),),
    besides=("heardback", "candidate", "people", "opportunities"),
)

WHEN = Field("when", MOMENT, "the day or moment of it", required=True)
GROUNDS = (
    Field("source", SOURCE, "user, message:<Message-ID> or calendar:<UID>"),
    Field("quote", TEXT, "the exact words it rests on"),
    Field("note", TEXT, "a note of the candidate"),
)
WEAK_ANSWER = Table(
    makes=ev.WeakAnswer,
    fields=(
        Field("what", FILLED, "what was said wrongly or weakly", required=True),
        Field("noticed", FLAG, "is the candidate confident that they noticed?"),
    ),
)
WEAK_ANSWERS = Many(WordsOr(Section(WEAK_ANSWER), "what"))
FROM = Field("from", PERSON, "who said or wrote it")
SAID = Field("said", TEXT, "the words")
CHANNEL_USED = Field("channel", CHANNEL, "how it came or went")
FORBIDS = ("any", "calls", "mobile", "linkedin", "hiring_manager")


def _event(happened: type, meaning: str, *fields: Field) -> Table:
    return Table(makes=happened, fields=fields, meaning=meaning)


def _words(happened: type, name: str) -> Choice:
    """Return the words a field of the model allows."""
    hint = happened.__annotations__[name]
    literals = [hint, *get_args(hint)]
    return Choice(tuple(w for one in literals for w in get_args(one) if isinstance(w, str)))


def _about(happened: type, meaning: str = "what it is about") -> Field:
    return Field("about", _words(happened, "about"), meaning)


EVENTS: dict[str, Table] = {
    "applied": _event(ev.Applied, "the candidate applied"),
    "interview": _event(
        ev.Interview,
        "a meeting: in the future scheduled, in the past held",
        Field("ends", End(), "a time of the same day, or a moment; else an hour after the start"),
        Field("stage", Choice(get_args(ev.Stage)), "how far along"),
        Field("mode", Choice(get_args(ev.Mode)), "how it is held"),
        Field("with", PEOPLE, "who was met"),
        Field("steps_left", Number(most=50), "rounds still to come before the decision"),
        Field("cancelled", FLAG, "it did not, or will not, take place"),
        Field("replaces", Number(), "the number of the interview it was moved from"),
    ),
    "references_checked": _event(ev.ReferencesChecked, "the employer is calling references"),
    "debrief": _event(
        ev.Debrief,
        "what the candidate noted after an interview",
        Field("person", PERSON, "about whom; else the whole of it"),
        Field("topics", TEXTS, "what was talked about"),
        Field("strengths", TEXTS, "what went well"),
        Field("missed", TEXTS, "points not made"),
        Field("mistakes", WEAK_ANSWERS, "wrong facts"),
        Field("weak_answers", WEAK_ANSWERS, "answers that were weak"),
        Field("questions", TEXTS, "open questions"),
        Field("enthusiasm", Number(1, 5), "from 1 to 5"),
    ),
    "promise": _event(
        ev.Promise,
        "when the employer said it would answer",
        FROM,
        SAID,
        Field("earliest", DAY, "the first day on which the answer may come"),
        Field("by", DAY, "the last promised day"),
        Field("firmness", Choice(get_args(Firmness)), "how firm the date is"),
        Field("invites", FLAG, "the candidate was asked to write if nothing came"),
        Field("event", TEXT, "what the date ends, where it is not the deciding"),
        Field("about", Choice(get_args(ev.PromiseAbout)), "what was promised"),
    ),
    "no_contact": _event(
        ev.NoContact,
        "the employer asked not to be contacted",
        SAID,
        FROM,
        Field("forbids", Many(Person(FORBIDS)), "any, a way of contact, or a person"),
        Field("until", DAY, "the last day of it"),
    ),
    "permission": _event(
        ev.Permission,
        "an agency or employer allowed what the default forbids",
        FROM,
        Field("allows", Many(Choice(("direct_note", "direct_contact", "calls"))), "what"),
    ),
    "away": _event(
        ev.Away,
        "out of office, leave",
        Field("person", PERSON, "who is away"),
        Field("from", DAY, "the first day away"),
        Field("until", DAY, "the last day away"),
    ),
    "news": _event(ev.News, "what the candidate learned elsewhere", _about(ev.News)),
    "received": _event(
        ev.Received,
        "a message or call from the employer",
        FROM,
        CHANNEL_USED,
        _about(ev.Received),
        Field("asks", TEXT, "what they want"),
        Field("reply_by", MOMENT, "by when"),
    ),
    "sent": _event(
        ev.Sent,
        "the candidate wrote or called",
        Field("to", PEOPLE, "the readers"),
        Field("via", PERSON, "who carried it"),
        Field("for", PERSON, "whom it is meant for"),
        Field("kind", Choice((*KINDS, "other")), "a follow-up kind, or other"),
        CHANNEL_USED,
        Field("answered", FLAG, "a call was taken"),
    ),
    "offer": _event(
        ev.Offer,
        "an offer",
        FROM,
        CHANNEL_USED,
        Field("decide_by", MOMENT, "the deadline for the answer"),
        Field("written", FLAG, "it is in writing"),
        Field("conditional", FLAG, "it has conditions"),
        Field("terms", Free(), "its terms: private"),
    ),
    "deadline_moved": _event(
        ev.DeadlineMoved,
        "the offering employer gave more time",
        Field("decide_by", MOMENT, "the new deadline", required=True),
    ),
    "accepted": _event(ev.Accepted, "the candidate accepted the offer"),
    "declined": _event(ev.Declined, "the candidate declined the offer"),
    "conditions_cleared": _event(ev.ConditionsCleared, "the offer's conditions are met"),
    "preference": _event(
        ev.Preference,
        "the candidate prefers this one",
        Field("over", Many(OpportunityId()), "to which others"),
        Field("rank", Number(1), "its place, 1 first"),
    ),
    "hesitation": _event(
        ev.Hesitation,
        "the candidate is on the fence",
        _about(ev.Hesitation),
        Field("serious", FLAG, "it may decide the matter"),
    ),
    "decided_for": _event(ev.DecidedFor, "the candidate wants it; they do not know yet"),
    "decided_against": _event(
        ev.DecidedAgainst,
        "the candidate wants out; they do not know yet",
        Field("reason", _words(ev.DecidedAgainst, "reason"), "why"),
    ),
    "withdrew": _event(ev.Withdrew, "the withdrawal has been told"),
    "reapproach": _event(ev.Reapproach, "the candidate wants to try this employer again"),
    "concern": _event(
        ev.Concern, "the employer is on the fence", SAID, Field("about", TEXT, "about what")
    ),
    "rejected": _event(
        ev.Rejected,
        "the employer said no",
        Field("automatic", FLAG, "by a form letter"),
        Field("runner_up", FLAG, "the candidate came second"),
    ),
    "on_hold": _event(
        ev.OnHold, "the employer paused the search", Field("until", DAY, "until when")
    ),
    "filled": _event(ev.Filled, "the position is filled or closed"),
    "call_requested": _event(
        ev.CallRequested,
        "they ask the candidate to talk",
        FROM,
        CHANNEL_USED,
        Field("about", TEXT, "about what"),
    ),
    "no_show": _event(
        ev.NoShow,
        "an agreed call or meeting did not take place",
        Field("by", _words(ev.NoShow, "by"), "who did not come"),
    ),
    "bounced": _event(
        ev.Bounced, "a message came back undelivered", Field("to", PERSON, "whom it was for")
    ),
    "mistake_sent": _event(
        ev.MistakeSent,
        "the candidate saw an error in a message already sent",
        Field("in", Number(), "the number of the sent message"),
        Field("what_is_wrong", TEXT, "the error"),
    ),
    "review_asked": _event(
        ev.ReviewAsked,
        "somebody was asked to read a message before it goes",
        Field("of", TEXT, "whom: a friend's or recruiter's name"),
        Field("kind", Choice(KINDS), "the follow-up; else the note of thanks"),
        Field("to", PEOPLE, "its readers; else any"),
    ),
}
# An event's own keys and those of every event, as one table to read by.
EVENT_KEYS: dict[str, Table] = {
    what: Table(fields=(*table.fields, *GROUNDS), besides=("when", "what"), makes=table.makes)
    for what, table in EVENTS.items()
}
