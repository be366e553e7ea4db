"""Why, as a kind adviser would say it aloud: one English sentence for each reason of the playbook.

The rules name a sentence and its values; `service/reasons.py` puts dates and names into words and
fills it. A part in [brackets] is left out where one of its values is missing.
"""

from collections.abc import Mapping

from heardback.languages.en.offer_reasons import OFFER_SENTENCES

SENTENCES: Mapping[str, str] = {
    # Notes of thanks
    "note.met": (
        "You met {people} {on:on}; a note within 24 hours is expected by most employers, and it "
        "may go as soon as it is written with care."
    ),
    "note.will_meet": "You meet {people} {on:on}; plan a note of thanks for the same day.",
    "note.before_weekend": (
        "Your meeting with {people} ended late before days off, and you like the note to arrive before "
        "them."
    ),
    "note.all": "A note within 24 hours is expected by most employers.",
    "note.decision_near": (
        "They decide on {employer}'s role within a day of meeting you, so the note to {people} "
        "must not wait: half an hour to write it well, then send."
    ),
    "note.weekend": (
        "Your meeting with {people} ended too late for the week: eight on the next business "
        "morning is soon enough, and ten the latest."
    ),
    "note.each": (
        "You met {count:number} people; each gets a note of their own, with something only that "
        "conversation had. They do compare."
    ),
    "note.group": "You met {count:number} people; one note to {people} together is enough.",
    "note.screen": (
        "It was a first screening call; a short note is kind, and expected only where the manager "
        "was on the line."
    ),
    "note.later_round": (
        "You have been through an earlier round here; this note is shorter and says something new."
    ),
    "note.anyway": (
        "You came away with little wish for it; a short, courteous note goes all the same, without "
        "a defence of how it went."
    ),
    "note.card": (
        "You like to follow the mail with a card: {people} may get one by post, if you care to "
        "write it."
    ),
    "note.screen_off": "You prefer no notes after a screening call.",
    "note.agency_off": "You prefer no notes where an agency introduced you.",
    "note.arranger_off": "You prefer no line of thanks to {person}, who arranged it.",
    "note.arranged": "{person} arranged it all; one line of thanks is remembered.",
    "note.no_address": "You have no address for {person} yet, so the note has to wait for one.",
    "note.forbidden": "{employer} asked you not to write to {person}, so the note is held.",
    "note.through": "{recruiter} introduced you and gets the note to pass on.",
    "note.direct": "{recruiter} introduced you; a note of thanks may still go directly.",
    "bounced.again": "Your message to {people} came back undelivered, so it was never received.",
    "address.unknown": (
        "You met {people} {on:on} and have no address; ask for it, or ask that your note be passed "
        "on, the same day."
    ),
    "address.nobody_to_ask": "Nobody is known who could pass it on: ask at their reception.",
    "address.bounced": "The address you had for {people} does not work: your message came back.",
    # Patience and check-ins
    "prepare.ask": (
        "You meet {employer} {on:on}. Before you leave, ask what comes next, when you will hear, "
        "who will tell you, and whom you may write to if you have not heard by then."
    ),
    "patience.promised": (
        "{person} said {said_on:on}: “{quote}”. That means {by}; ask nothing until it has passed."
    ),
    "patience.by": "{person} promised an answer by {by}; ask nothing until that day has passed.",
    "check.promised": (
        "{person} said you would hear by {by:date}[ (“{quote}”)]. Leave {days:number} business "
        "{days:day} of grace, then ask how things stand."
    ),
    "check.window": (
        "{person} spoke loosely[ (“{quote}”)], which comes to {by:date} at the latest[ and ends {of}, "
        "not the deciding]. Give them {days:number} business {days:day} more; no promise has been"
        " broken."
    ),
    "check.not_before": (
        "{person} said not to expect anything before {earliest}[: “{quote}”]. Wait {days:number} "
        "business {days:day} after that."
    ),
    "check.invited": "{person} asked you to write if you had not heard by {by:date}[: “{quote}”].",
    "check.no_timeframe": (
        "{employer} gave no date when you met {on:on}. Wait {days:number} business {days:day}, "
        "then ask when you may expect to hear."
    ),
    "check.if_no_date": (
        "If nobody gives you a date {on:on}, wait {days:number} business {days:day}, then ask when you "
        "may expect to hear."
    ),
    "check.final_round": (
        "Your final round was {on:on}, and nobody gave a date. Deciding takes longer then: allow "
        "{days:number} business {days:day}."
    ),
    "check.still_deciding": (
        "{person} wrote {on:on} that they are still deciding. That is not a no; leave them "
        "{days:number} business {days:day}."
    ),
    "check.answered": (
        "{person} answered {on:on} without a date, so your patience starts anew: {days:number} "
        "business {days:day}."
    ),
    "check.second": (
        "Your question of {on} has had no answer. Ask once more, {days:number} business "
        "{days:day} after it, in the same thread and with something new."
    ),
    "check.hold": (
        "{employer} put the role on hold {on:on}. Unless they write first, ask again after "
        "{days:number} business {days:day}."
    ),
    "check.hold_until": "{employer} put the role on hold until {until}; write once that is over.",
    "check.away": (
        "{person} is away until {until} and back {back:on}; give them two business days to catch "
        "up."
    ),
    "check.year_end": (
        "The days from 20 December to 2 January are not counted: few people decide anything then."
    ),
    "check.year_end_counts": "The days around New Year count here like any other.",
    "check.never": "You prefer to ask nothing after the note of thanks.",
    "call.never": "You prefer never to call, so it goes by mail.",
    "hours.window": "It goes when the hours begin in which you like to send.",
    "hours.quiet_days": "Days on which many offices stand empty count as working days.",
    "check.forbidden": (
        "{employer} asked not to be contacted[: “{said}”]. Nothing goes until you say otherwise."
    ),
    "closing.released": (
        "{employer} asked not to be contacted, and you have released one last, friendly message."
    ),
    "note.late": (
        "It is late, and late is better than never: send it now, with a clause about the delay at "
        "most."
    ),
    "check.owed": "They wait for your answer; give it first, and ask nothing before.",
    "check.through_agency": "The agency asks on your behalf: {person} there, and nobody at {employer}.",
    "check.whom_promised": "{person} gave you the date, and so is the one to ask.",
    "check.whom": "Ask {person}, {role:role}.",
    "check.whom_again": "This time ask {person}, {role:role}, and nobody else on that day.",
    "check.call": "Your mails had no answer; a short call to {person} is in order now.",
    "check.call_welcome": "You have {person}'s number, and a call is welcome; a short one will do.",
    "check.new_date": "{by} is their newest word; {older}, named before, no longer counts.",
    "closing.silence": (
        "{count:number} {count:question} went unanswered, the last {on:on}. Send one friendly "
        "closing message if you like; then stop, and keep searching."
    ),
    # Replies and talks
    "reply.asked": (
        "{person} is waiting for an answer[: “{asks}”]. Give it within {days:number} business "
        "{days:day}, even while you are in doubt."
    ),
    "reply.scheduling": (
        "{person} wants to arrange a meeting; answer within {days:number} business {days:day}."
    ),
    "reply.still_deciding": (
        "{person} told you that they are still deciding; thank them, and ask for a date if there "
        "is none."
    ),
    "reply.proof": (
        "They ask for proof: send one sample, nothing confidential, and warn whoever will speak "
        "for you."
    ),
    "reply.on_hold": (
        "{employer} put the role on hold; one kind answer now[ notes {until}], and a question "
        "whether and when it may open again."
    ),
    "talk.asked": "{person} would like to talk[ about {about}]; take the call if you can.",
    "talk.after_end": (
        "{person} would like to talk[ about {about}] although it is over; consider it, they are "
        "likely to want honest feedback."
    ),
    "missed.by_them": "They missed your appointment {on:on}; offer a new time, without reproach.",
    "missed.by_you": "You missed the appointment {on:on}; apologise briefly and offer a new time.",
    "mistake.sent": (
        "You saw an error in what you sent to {person}[: {what}]; one corrected message at once, "
        "and then no third."
    ),
    # Points to make
    "point.concern": (
        "They have a doubt[: “{what}”]. Name it, give one piece of evidence, and ask whether more"
        " information would help."
    ),
    "point.missed": "You did not get to say this to {person}: {what}.",
    "point.wrong": (
        "You told {person} something wrong (“{what}”); put it right within a day, in a sentence "
        "or two."
    ),
    "point.wrong_unnoticed": (
        "You told {person} something wrong (“{what}”). They may not have noticed; put it right "
        "all the same."
    ),
    "point.weak_unsure": (
        "One answer of yours was weak: {what}. You prefer to mend such answers; two sentences, with a "
        "better example."
    ),
    "point.weak": (
        "One answer of yours was weak, and they noticed: {what}. Mend it in two sentences, with a"
        " better example."
    ),
    "question.doubt": (
        "You have doubts[ about the {about}]. Put two to four tactful questions to {person}, "
        "before the next round if there is one."
    ),
    "question.pay": "You have a question about pay, and its time has come; ask {person}.",
    "pay.too_early": "It is too early to speak of pay with {employer}, unless they open it.",
    "pay.hold": "Your question about pay keeps until the end of the process.",
    # Recruiters
    "debrief.now": (
        "{recruiter} is waiting to hear how your meeting {on:on} went: who was there, how long it"
        " took, the questions, your weak spots, your interest. Call at once."
    ),
    "debrief.after": (
        "{recruiter} will want to hear how your meeting {on:on} goes, within two hours of its end."
    ),
    "recruiter.not_around": (
        "{recruiter} introduced you to {employer}, so nothing goes to {employer} directly."
    ),
    "recruiter.offer_elsewhere": (
        "{other} made you an offer; {recruiter} should know, and can press {employer} for you."
    ),
    "recruiter.advice": "You have serious doubts; {recruiter} can find out more and advise you.",
    "agency.colleague": (
        "{recruiter} left two questions unanswered. After {days:number} business {days:day} ask "
        "{person} at the same agency; {employer} only if you decide so yourself."
    ),
    "agency.released": (
        "{recruiter} left your questions unanswered, and you have said that you may write to "
        "{employer} directly: {person} is the one to ask."
    ),
    "agency.nobody_else": (
        "{recruiter} is the only one you know at the agency; {employer} only if you decide so "
        "yourself (heardback log … permission allows=direct_contact)."
    ),
    # LinkedIn, hours, proofreading
    "linkedin.after_process": (
        "No invitation to connect with {people} before the process at {employer} is over."
    ),
    "linkedin.after_a_day": (
        "An invitation to connect with {people} waits until a day after your meeting."
    ),
    "linkedin.forbidden": "{employer} asked you to keep LinkedIn out of it.",
    "zone.guessed": (
        "{employer} is in another country and its time zone is not known, so the hours here are "
        "yours. Name it: heardback correct opportunity:… timezone=…"
    ),
    "review.asked": "You asked {of} to read it first; it should be back by {by}.",
    # After the end
    "rejected.thank": (
        "{employer} said no; thank them within a day, accept it, and stay open for later roles."
    ),
    "rejected.feedback": "In the same message, ask once how you could improve.",
    "rejected.feedback_later": "{days:number} {days:day} after the no, ask once how you could improve.",
    "touch.close": (
        "It was close at {employer}; a friendly word after {months:number} {months:month} keeps "
        "the door open, with what is new since."
    ),
    "touch.again": (
        "You want to try {employer} again; {months:number} {months:month} is a good distance."
    ),
    "touch.reposted": "{employer} advertises the role again; now is the time to write.",
    # Held by precedence
    "held.one_a_day": (
        "{people} gets another message that day ({kind:kind}); one message a person a day."
    ),
    "held.written_today": "You have written to {person} today; one message a person a day.",
    "held.absorbed": "The {kind:kind} that is due carries your thanks as well.",
    # What would change it
    "change.writes_first": "{person} writes first",
    "change.interview_moves": "the interview is moved or cancelled",
    "change.they_answer": "{employer} answers",
    "change.new_date": "they give a new date",
    "change.address_found": "you learn an address of {people}",
    "change.you_answer": "you have answered already",
    "change.you_decide": "you accept or decline",
    "change.they_decide": "they decide first",
    "change.other_answers": "the other employer answers",
    "change.more_time": "they give you more time",
    "change.mind": "you change your mind before it is sent",
    "change.new_time": "a new time is agreed",
    "change.doubt_gone": "your doubt is settled",
    "change.you_move_on": "you are no longer interested",
    **OFFER_SENTENCES,
}

# What follows a reason that rests on a preference of the candidate's.
YOUR_CHOICE = "(your {name} of {value} instead of {default})"
YOUR_WORD = "(you set {name} to {value}; the playbook has {default})"
PREFERENCES: Mapping[str, str] = {
    "grace": "grace",
    "grace_vague": "patience with loose words",
    "no_timeframe": "wait without a timeframe",
    "no_timeframe_final": "wait after a final round",
    "second_gap": "gap before asking again",
    "max_checkins": "limit of questions",
    "assumed_window": "assumed time for an offer",
    "extension_days": "extra time to ask for",
    "note_delay": "delay of notes",
    "reply_sla": "time to answer",
    "feedback_timing": "wait before asking for feedback",
    "reapproach": "distance before trying again",
}
NO_WINDOW = "its own hours"
UNITS: Mapping[str, str] = {
    "grace": "day",
    "grace_vague": "day",
    "no_timeframe": "day",
    "no_timeframe_final": "day",
    "second_gap": "day",
    "assumed_window": "day",
    "extension_days": "day",
    "reply_sla": "day",
    "feedback_timing": "day",
    "note_delay": "hour",
    "reapproach": "month",
}
KIND_NAMES: Mapping[str, str] = {
    "thank_you": "note of thanks",
    "ask_address": "question for an address",
    "check_in": "check-in",
    "closing_message": "closing message",
    "reply": "answer they wait for",
    "acknowledge_offer": "thanks for the offer",
    "ask_extension": "question for more time",
    "tell_about_offer": "news of your offer",
    "decide": "decision",
    "accept": "acceptance",
    "decline": "refusal of the offer",
    "withdraw": "withdrawal",
    "raise_point": "point you want to make",
    "ask_question": "question of yours",
    "debrief_recruiter": "report of the interview",
    "update_recruiter": "news for the recruiter",
    "take_call": "call they asked for",
    "reschedule": "new time for the meeting",
    "fix_mistake": "correction",
    "answer_rejection": "answer to the rejection",
    "keep_in_touch": "friendly word",
}
ROLE_NAMES: Mapping[str, str] = {
    "hiring_manager": "the hiring manager",
    "interviewer": "who interviewed you",
    "coordinator": "the coordinator",
    "recruiter": "the employer's recruiter",
    "agency_recruiter": "your agency's recruiter",
    "executive": "whom you met there",
    "referrer": "who recommended you",
    "other": "your contact there",
}
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ON = "on"
TODAY, YESTERDAY, TOMORROW = "today", "yesterday", "tomorrow"
