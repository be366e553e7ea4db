"""The candidate's own mail: which follow-up it was."""

from heardback.reading.letter import Found, Letter
from heardback.reading.phrases import WORDS
from heardback.reading.roles import role_in

# The one that says most first; a note that thanks and withdraws is a withdrawal.
KINDS = (
    ("sent_withdraw", "withdraw"),
    ("sent_decline", "decline"),
    ("sent_accept", "accept"),
    ("sent_extension", "ask_extension"),
    ("sent_other_offer", "tell_about_offer"),
    ("sent_offer_thanks", "acknowledge_offer"),
    ("sent_closing", "closing_message"),
    ("sent_rejection", "answer_rejection"),
    ("sent_check_in", "check_in"),
    ("sent_address", "ask_address"),
    ("sent_raise", "raise_point"),
    ("sent_question", "ask_question"),
    ("sent_reapproach", "keep_in_touch"),
    ("sent_thank_you", "thank_you"),
    ("sent_fix", "fix_mistake"),
    ("sent_debrief", "debrief_recruiter"),
    ("sent_reschedule", "reschedule"),
    ("sent_take_call", "take_call"),
    ("sent_reply", "reply"),
)
# These need more than one word for it, or the context of a rejection.
# Loose words that a thank-you note may hold without being one of these.
LOOSE = frozenset(
    {
        *("sent_fix", "sent_question", "sent_raise", "sent_address", "sent_debrief"),
        *("sent_reapproach", "sent_take_call"),
    }
)
TALKED = (
    "today",
    "yesterday",
    "this morning",
    "this afternoon",
    "your time",
    "conversation",
    "interview",
)
# "If I were to accept" accepts nothing; "if you can tell me where it stands" does ask.
FINAL = frozenset({"withdraw", "decline", "accept"})
NEAR = 3
ASKED_ABOUT = ("did ", "have you ", "has ", "was ", "were ", "why ", "who ")
AFTER_A_NO = frozenset({"sent_rejection"})
APPLYING = "sent_apply"


def sent_kind(letter: Letter) -> tuple[str | None, str]:
    """Given a mail of the candidate's own, return the follow-up kind it is and the words for it.

    None where it is no follow-up (an application, chat with a friend).
    """
    role = role_in(letter)
    thanked = letter.subject.low.startswith("thank")
    if not (letter.process or letter.about_jobs or letter.reply or role or thanked):
        return None, ""
    if letter.foreign and not role:
        return None, ""
    applies = letter.found(APPLYING)
    thanks = opening_thanks(letter)
    if applies and not letter.reply and not thanks and not _withdraws(letter):
        return None, applies[0].quote
    for group, kind in KINDS:
        found = [f for f in letter.found(group) if kind not in FINAL or _is_meant(letter, f)]
        if not found:
            continue
        if group in AFTER_A_NO and not _answers_a_no(letter):
            continue
        if group == "sent_accept" and letter.has("sent_decline"):
            continue
        if kind == "reply" and (thanks or not letter.reply):
            continue
        if thanks and group in LOOSE and not letter.has(f"subject:{group}"):
            continue
        return kind, found[0].quote
    if thanks:
        return "thank_you", thanks
    return ("reply", "") if letter.reply else (None, "")


def _withdraws(letter: Letter) -> bool:
    """Return whether it says so in so many words: a letter of application tells of other ends."""
    told = (f for f in letter.found("sent_withdraw") if "withdraw" in f.sentence.low)
    return any(_is_meant(letter, f) for f in told)


def _is_meant(letter: Letter, one: Found) -> bool:
    """Return whether a last word is said: neither supposed, nor denied, nor asked about.

    Denied is what has its "not" right before it: "it is not for me, so I withdraw" withdraws.
    """
    asked = one.sentence.low.startswith(ASKED_ABOUT) and "?" in one.sentence.text
    before = WORDS.findall(letter.clause_before(one))[-NEAR:]
    denied = not letter.words.negators.isdisjoint(before)
    return not (letter.supposed(one) or denied or asked)


def opening_thanks(letter: Letter) -> str | None:
    """Return the opening sentence where it gives thanks for a meeting just held, else None.

    "Thank you for your message" opens a reply, so the thanks must be for time or talk, or stand in
    the subject.
    """
    body = [s for s in letter.sentences if not letter.words.greeting.match(s.text)][:2]
    first = next(
        (s for s in body if s.low.startswith(("thank you", "thanks", "many thanks"))), None
    )
    if first is None:
        return None
    titled = letter.has("subject:sent_thank_you") or letter.subject.low.startswith("thank")
    talked = letter.has("sent_thank_you") or any(word in first.low for word in TALKED)
    return " ".join(first.text.split()) if (titled and not letter.reply) or talked else None


def _answers_a_no(letter: Letter) -> bool:
    words = ("disappoint", "future", "keep me in mind", "feedback", "decision", "other candidate")
    told = " ".join(s.low for s in letter.sentences)
    return sum(word in told for word in words) >= 2
