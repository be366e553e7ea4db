"""English for reading mail: the phrases by group, and the lists and patterns around them."""

import re

from heardback.languages.en import contact_phrases as contacts
from heardback.languages.en import decision_phrases as decisions
from heardback.languages.en import mail_lists as lists
from heardback.languages.en.likeness import english_weights
from heardback.languages.en.phrase_choices import CHOICES
from heardback.languages.en.sent_phrases import SENT
from heardback.languages.en.slots import plain_slot
from heardback.reading.phrases import Lexicon
from heardback.reading.words import ReadingWords

INCOMING = {
    "process": decisions.PROCESS,
    "rejection": decisions.REJECTION,
    "rejection_weak": decisions.REJECTION_WEAK,
    "runner_up": decisions.RUNNER_UP,
    "position_closed": decisions.POSITION_CLOSED,
    "on_hold": decisions.ON_HOLD,
    "offer": decisions.OFFER,
    "offer_not": decisions.OFFER_OBJECT_NOT,
    "verbal": decisions.VERBAL,
    "written": decisions.WRITTEN,
    "conditional": decisions.CONDITIONAL,
    "decide_by": decisions.DECIDE_BY,
    "scheduling": contacts.SCHEDULING,
    "confirmed": contacts.CONFIRMED,
    "request": contacts.REQUEST,
    "still_deciding": contacts.STILL_DECIDING,
    "timeframe": contacts.TIMEFRAME,
    "thanks": contacts.THANKS,
    "receipt": contacts.RECEIPT,
    "outreach": contacts.OUTREACH,
    "alert": contacts.ALERT,
    "survey": contacts.SURVEY,
    "introduced": contacts.INTRODUCED,
    "client": decisions.CLIENT,
    "no_contact_any": contacts.NO_CONTACT_ANY,
    "no_contact_calls": contacts.NO_CONTACT_CALLS,
    "no_contact_linkedin": contacts.NO_CONTACT_LINKEDIN,
}


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        "january february march april may june july august september october november "
        "december".split(),
        1,
    )
    for length in (3, 4, len(name))
}
WEEKDAYS = {
    name[:length]: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
    for length in (3, 4, 5, len(name))
}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_NAME = r"[A-Z][\w&'’.-]*(?:[ ](?:&|and|of|the|de|for)?[ ]?[A-Z][\w&'’-]*){0,4}"

ENGLISH_READING = ReadingWords(
    code="en",
    incoming=Lexicon(INCOMING, choices=CHOICES),
    outgoing=Lexicon({**SENT, "process": decisions.PROCESS}, choices=CHOICES),
    attribution=_any(
        r"on .{6,200}\bwrote:", r".{0,120}<[^>]+@[^>]+> wrote:", r"am .{6,160}schrieb"
    ),
    history=_any(
        r"-{2,}\s*(original|forwarded) message\s*-{2,}",
        r"begin forwarded message:",
        r"_{20,}",
        r"-{4,}\s*forwarded by",
    ),
    history_header=_any(r"\*?(from|sent|to|cc|subject|date):\*?\s"),
    footer=_any(
        r"this (e-?mail|message|communication)( and any| is| may| \(|,).*(confidential|intended)",
        r"(confidentiality|privacy) (notice|statement)",
        r"you (are receiving|received) this (e-?mail|message) because",
        r"(to )?unsubscribe\b",
        r"\(c\) \d{4}|©",
        r"please consider the environment",
    ),
    device=_any(r"(sent|get) (from|via|outlook) (my |for )?.{2,40}$"),
    closing=_any(
        r"(kind|best|warm|warmest|many|with|with best|with kind|with warm)?\s*"
        r"(regards|wishes|thanks|cheers|best|sincerely|yours( sincerely| truly| faithfully)?|"
        r"all the best|warmly|thank you|talk soon|speak soon|see you( soon| then)?|take care|"
        r"cordially|respectfully|thanks( so much| again| very much)?|many thanks|love|xo|ciao|"
        r"very truly yours|every good wish|every blessing|blessings|with thanks|friendly greetings|"
        r"best greetings|greetings( from \w+)?|with gratitude|with respect|mise le meas|cheers)"
        r"( again)?[,.!]?$"
    ),
    greeting=_any(
        r"(hi|hello|dear|hey|good (morning|afternoon|evening)|greetings)\b[^.!?]{0,50}[,:!-]?$"
    ),
    abbreviations=lists.ABBREVIATIONS,
    negators=lists.NEGATORS,
    hypothetical=lists.HYPOTHETICAL,
    turns=re.compile(r"\b(?:but|however|although|though|yet|instead)\b|[;:]"),
    job_words=lists.JOB_WORDS,
    common_words=lists.COMMON_WORDS,
    foreign_words=lists.FOREIGN_WORDS,
    personal_domains=lists.PERSONAL_DOMAINS,
    relay_words=lists.RELAY_WORDS,
    carrier_words=lists.CARRIER_WORDS,
    domain_parts=lists.DOMAIN_PARTS,
    firm_words=lists.FIRM_WORDS,
    agency_words=lists.AGENCY_WORDS,
    machine_names=lists.MACHINE_NAMES,
    sender_words=re.compile(
        r"\b(careers?|recruiting|recruitment|talent( acquisition| team)?|hiring( team)?|jobs|"
        r"human resources|hr( team)?|people( team| ops| operations)?|talent team|"
        r"no-?reply|notifications?)\b",
        re.IGNORECASE,
    ),
    title_words=lists.TITLE_WORDS,
    role_nouns=lists.ROLE_NOUNS,
    people_labels=frozenset(
        "organizer organiser chair host hosts interviewer contact manager panel with from signed caller "
        "recruiter coordinator lead".split()
    ),
    person_does=re.compile(
        r"(?<![\w.'’-])(?P<name>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]+ [A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]+)"
        r"(?:['’]s (?:decided|free|happy|keen)|"
        r" (?:from|at) [\w&' ]{2,30}? (?:will|would|told|rang|rings|called|calls|invites|asked|joins|wants)\b|"
        r" (?:told|rang|rings|joins|is free|is keen|plus some|and (?:I|myself|me))\b|"
        r" from (?:the )?(?:[A-Z]{2,5}\b|[a-z]+))"
        r"|(?<![\w.'’-])(?P<first>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]+)(?= (?:and I\b|and myself\b|from (?:the )?[a-z]+ (?:team\b|will\b|wants\b)|"
        r"from (?:ops|finance|product|design|sales|engineering|marketing|quality|hr|legal|it|data|support)\b)|, who\b)",
    ),
    role_ending=re.compile(
        r"..(?:ologist|ician|grapher|keeper|maker|smith|monger|wright|writer|icist|omist|erist|iatrist)$"
    ),
    title_before=re.compile(
        r"\b(?:our|my|his|her|their|its|with|by|from|and|meet|met|your|the new|former|chief|as our|am|i'm)\s+$|[-–|]\s*$",
        re.IGNORECASE,
    ),
    # "Pause on Risk Analyst", "Chat re Fleet Manager"
    role_about=re.compile(r"^(?:[\w']+ ){1,3}(?:on|re|about|regarding) (?=[A-Z])"),
    role_in_passing=re.compile(
        r"\b(?:for|as|on|of|be our|be their|for one|only one|given|about|re|the|our|a|an) (?:the |an? |our |your |one )?"
        r"(?P<role>(?:[a-z][\w/-]* ){0,3}[a-z][\w-]+)"
        r"(?=[.,;:!?)]|$| (?:role|position|job|post|seat|opening|vacancy|place|interview|gig|spot|"
        r"until|to someone|to somebody|can't|cannot|can|we|i|and|because|as arranged|offer)\b)"
    ),
    employer_patterns=(
        re.compile(
            r"\b(?i:role|position|job|interview|interviewing|interviewed|application|applying|applied|"
            r"interest|opportunity|opening|vacancy|offer|career|employment|team|work|working|"
            r"conversation|call|us|here|candidate)[ ](?i:here )?(?i:at|with|in joining|to join|for)[ ]"
            rf"(?P<name>{_NAME})"
        ),
        re.compile(
            r"\b(?i:joining|join|offer from|update from|news from|life at|all of us at|everyone at|"
            rf"on behalf of|interest in|applying to|application to|applied to|welcome to)[ ](?P<name>{_NAME})"
        ),
        re.compile(rf"[A-Za-z]\w*[ ](?:at|@)[ ](?P<name>{_NAME})"),
        re.compile(rf"(?P<name>{_NAME})(?:'s|’s)?[ ](?:careers|recruiting|talent|hiring team)\b"),
    ),
    role_patterns=(
        re.compile(
            r"\b(?:the|our|a|an|your|this|open)[ ](?P<role>[A-Z][\w/&+.-]*(?:[ ,]+(?:of |and |for |& )?[A-Z][\w/&+.-]*){0,5})[ ](?:role|position|job|opening|vacancy|post|interviews?|team|search|offer|requisition|candidates|applicants|vacancies|place|spot|recruitment|campaign|competition)\b"
        ),
        re.compile(
            r"\b(?:role|position|job|post|title|vacancy) (?:of|as|for|:)[ ]?(?:a |an |our |the )?(?P<role>[A-Z][\w/&+.-]*(?:[ ,]+(?:of |and |for |& )?[A-Z][\w/&+.-]*){0,5})"
        ),
        re.compile(
            r"\b(?:as|for|of|on|next|be our|be your)[ ](?:(?:a|an|our|the|your|next)[ ]){0,2}(?P<role>[A-Z][\w/&+.-]*(?:[ ](?:of |and |for |in |& )?[A-Z][\w/&+.-]*){0,5})"
        ),
        re.compile(
            r"\b(?:the|our|a|an|your|this)[ ](?P<role>(?:(?!(?:about|the|of|for|on|to|this|our|a)\b)[\w-]+[ ]){0,3}[a-z-]+)[ ]"
            r"(?:role|position|job|opening|vacancy|post|interview|hire|spot|search)\b"
        ),
        re.compile(
            r"\b(?:as|hiring|hire|for)[ ](?:(?:a|an|our|the)[ ])?(?P<role>(?:[a-z-]+[ ]){0,2}[a-z-]+)(?=[,.;]| from\b| until\b| at\b|$)"
        ),
    ),
    role_label=re.compile(
        r"(?i:(?:job |position |role )?(?:title|position|role|job|vacancy|post|classification|"
        r"requisition|opening)(?: applied for| title)?)(?:\s*[:=]\s*|\t+| {2,})(?:[A-Z]*[\d/-]+\s+)?(?P<role>[A-Z]\S.*)"
    ),
    role_before=re.compile(
        r"\b(?:(?:position|post|vacancy|role|job|appointment|requisition|reaction to|including|regarding|"
        r"concerning|considering|w\.r\.t\.|timeline for|recruitment to|process for|procedure for|hire an?|"
        r"interview for|application for|shelve the|seeking an?|need an?|adding an?|take on an?|as an?|as|"
        r"solid|for|on|about|both|one|as (?:our|their|your|its)|be (?:our|their)|for no|means no|therefore no|stage for|hiring for|pause on|our current|the current|"
        r"applicant for|successful for|offer for|the last|update on|brakes on with|all)"
        r"(?: [\w./-]*\d[\w./-]*,?)?|\d{3,}\W{1,3})\s*$",
        re.IGNORECASE,
    ),
    role_after=re.compile(
        r"[\s\"')]*(?:role|position|job|opening|vacancy|vacancies|post|hire|hiring|spot|search|drive|committee|"
        r"panel|interviews?|selection|thing|appointment|service|candidates|applicants|place|positions|recruitment|seats?|reqs?|gig|slot|openings|chair|"
        r"is on the|is one of|among them|has been (?:suspended|paused|closed|withdrawn)|(?:this time|in|at|from|until|needs?|is|has)\b)",
        re.IGNORECASE,
    ),
    generic_title=re.compile(
        r"\b(?:hiring|talent|recruit\w*|hr|people|human|managing|partner|acquisition|ceo|cto|cfo|owner|"
        r"head of people|line manager|founder|president|chief)\b",
        re.IGNORECASE,
    ),
    employer_label=re.compile(
        r"(?i:company|employer|client|agency|organi[sz]ation|school|department)(?:\s*[:=]\s*|\t+| {2,})(?P<name>[A-Z]\S.*)"
    ),
    client_patterns=(
        re.compile(rf"\b(?:my|our|the)[ ]client,?[ ](?P<name>{_NAME})"),
        # Another firm does something: who writes is between it and the candidate.
        re.compile(
            rf"(?<!and )(?P<name>{_NAME})[ ](?:(?:just|today|now|also|kindly)[ ])?"
            r"(?P<verb>want|have|are|were|need|ask|invite|like|wants|has|asked|asks|invites|liked|loved|enjoyed|rang|"
            r"called|rejected|closed|cancelled|paused|filled|marked|requires|will give|would like|confirmed|"
            r"said|say|says|shelved|pulled|scrapped|came back|come back|postponed|moved|passed)\b"
        ),
        re.compile(
            r"\b(?:submit(?:ted)? you to|in front of|(?:all )?booked with|confirmed with|(?:interview|slot|time|meeting) with|"
            r"chased|chasing|rang|heard from|spoke(?:n)? (?:to|with)|speaking (?:to|with)|off the phone with|phone call just now with|"
            rf"joy with|across to|CV (?:over )?to|on behalf of|waiting on|recruiting for|representing)[ ](?P<name>{_NAME})"
        ),
    ),
    not_names=lists.NOT_NAMES,
    months=MONTHS,
    weekdays=WEEKDAYS,
    slot_date=re.compile(
        rf"\b(?:(?P<near>today|tomorrow)|(?:(?P<next>next |this |on )?(?P<wd>{_WEEKDAY})(?:,? (?:the )?)?)?"
        rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?|the (?P<d4>\d{{1,2}})(?:st|nd|rd|th)(?! (?:of|floor|street|round|time|place|year|stage))|(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.(?:20\d\d)?)|(?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}})(?:/\d{{2,4}})?)"
        rf"(?:,? (?P<year>20\d\d))?|(?P<wd2>{_WEEKDAY})(?:,? the (?P<d3>\d{{1,2}})(?:st|nd|rd|th))?\b)",
        re.IGNORECASE,
    ),
    slot_time=re.compile(
        r"(?<![\d/.-])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?P<ap>[ap]\.?m\b\.?)?"
        r"(?:\s?(?:-|–|—|to|until)\s?(?P<h2>\d{1,2})(?:[:.](?P<m2>\d\d))?\s?(?P<ap2>[ap]\.?m\b\.?)?)?"
        r"(?:\s?(?:hrs|hours|o'clock|uhr|h)?,?\s?\(?(?P<zone>(?:GMT|UTC)\s?[+-]\s?\d{1,2}|[ECMP][SD]?T|IST|SAST|BST|GMT|UTC|"
        r"CES?T|WES?T|EES?T|A[EW][SD]T|NZ[SD]T|JST|SGT|HKT|Eastern|Central|Mountain|Pacific|Atlantic|"
        r"(?:UK|British|Irish|German|French|Spanish|Dutch|Indian|Swiss|Italian|London|Paris|Berlin|Dublin)\stime)\b)?",
        re.IGNORECASE,
    ),
    zones=lists.ZONES,
    zone_told=re.compile(
        r"\b(?:all |times? (?:are |is )?(?:in |all )*)(?:times? (?:are )?(?:in )?)?"
        r"(?P<zone>[ECMP][SD]?T|IST|BST|GMT|UTC|CES?T|Eastern|Central|Mountain|Pacific|(?:UK|German|French) time)\b",
        re.IGNORECASE,
    ),
    plain_slot=plain_slot,
    stages=(
        (
            _any(r"\b(final|last)[ -](round|interview|stage|step|conversation)\b"),
            "final",
        ),
        (
            _any(
                r"\b(second|third|fourth|next|later|2nd|3rd)[ -](round|interview|stage|conversation)\b"
            ),
            "later",
        ),
        (
            _any(
                r"\b(phone|recruiter|initial|intro(ductory)?|hr)[ -](screen|screening|call|chat)\b",
                r"\bscreening call\b",
            ),
            "screen",
        ),
        (_any(r"\b(first|1st)[ -](round|interview|stage|conversation)\b", r"\bpanel\b"), "first"),
    ),
    modes=(
        (_any(r"\b(zoom|google meet|teams|video|webex|skype|meet\.)\b"), "video"),
        (_any(r"\b(phone|call you|ring you|telephone|dial)\b"), "phone"),
        (
            _any(r"\b(on-?site|in person|our office|come in|at our|reception|lobby|floor)\b"),
            "onsite",
        ),
    ),
    introductions=(
        re.compile(
            r"\b(?:you(?:'ll| will)(?: be)? (?:meet(?:ing)?|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|see|be meeting with|interview with)(?: with)?|panel (?:is|will be|of)|(?:joined|interviewed) by|interviewers?(?: are|:)|meet with|with)\s(?P<list>[^.!?\n]{3,200})",
            re.IGNORECASE,
        ),
        re.compile(
            r"^\s*(?i:panel(?: chair)?|who|interviewers?|attending|attendees|participants|with|meeting)\s*:\s*(?P<list>[A-Z][^\n]{3,200})"
        ),
        # a timetable: "10:30 Al Meeks, maintenance", "2. Values - Yvonne Adair"
        re.compile(
            r"^\s*(?:\d{1,2}[:.]\d\d(?:\s?[ap]m)?|\d[.)](?: [\w-]+ -)?)\s+(?P<list>[A-Z][\w'’.-]+ [A-Z][\w'’-]+(?= ?[,(–-]))"
        ),
        re.compile(
            r"(?:\b(?i:ask for|passed it on to|hung up with|assistant to|you and|led by|chaired by|joined by|spoke (?:to|with)|site director|"
            r"director|manager|chair|assistant|headteacher|ceo|cto|cfo|colleague|partner),? )(?P<list>[A-Z][\w'’.-]+ [A-Z][\w'’-]+)(?! (?:Street|Road|House|Hotel|Park|Avenue))"
        ),
        re.compile(
            r"^\s*(?P<list>[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: and [A-Z][\w'’-]+ [A-Z][\w'’-]+)?) "
            r"(?:and I\b|told (?:me|us)|and the whole|said (?:you|to|that)|will (?:be out|phone|call|ring|speak|show|meet|join|be in touch))"
        ),
    ),
    return_phrases=_any(
        r"\b(?P<back>back( in (the )?office)?|return(ing|s)?( to (the )?office| to work)?)"
        r"[^.\n\d]{0,30}?\b(on|by|from)?\s*(?P<day>(?:"
        + _WEEKDAY
        + r"|\d|"
        + _MONTH
        + r")[^.\n;]{2,40})",
        r"(be away|away|out of (the )?office|\bleave\b|vacation|holiday|unavailable|traveling"
        r"|travelling|sabbatical)[^.\n]{0,60}?\b(until|till|through|to|thru)\s+(?P<day2>[^.\n;]{3,40})",
    ),
    own_news=_any(
        r"\b(made|gave|offered|given|sent) me\b",
        r"\bmy (offer|new job)\b",
        r"\bi (got|accepted|took|have|received|signed) (an|the|my|a) (offer|job|new)\b",
    ),
    own_search=_any(
        r"\bmy (interview|application|job|job search)\b",
        r"\bi (didn't|did not) get\b",
        r"\bi(?:'ve| have)? (applied|interviewed|had an interview)\b",
        r"\binvited me\b",
    ),
    hirer_news=_any(
        r"\binterview(ing)? (a|the|our|another|some) (new )?candidates?\b",
        r"\bjoin the (interview|hiring) (panel|loop)\b",
        r"\bparent-teacher\b|\binterview you for\b|\bfor my podcast\b",
        r"\bour new [a-z]+ (hire|candidate)\b",
    ),
    employer_speaks=_any(r"\b(we|we've|we're|we'd|we'll|our|us)\b"),
    terms_asked=_any(
        r"\b(salary|notice period|sponsorship|visa|start date|able to start|compensation)\b"
    ),
    applied=_any(r"\b(appl|resume|résumé|cv\b|your interest)"),
    polite_wait=_any(r"\b(patience|bear(ing)? with|thanks for (following|checking|waiting))\b"),
    account_notice=_any(
        r"\bverify your (e-?mail|account|identity)",
        r"\b(reset|change|forgot(ten)?) (your )?password",
        r"\b(creat|activat|finish)\w* (creating )?your (candidate )?account",
        r"\bone-time (code|password)|\bverification code",
    ),
    weights=english_weights,
    bare_hour=re.compile(
        r"\b(?:(?:at|@)\s(?P<h>\d{1,2})(?![\d:.%/-]|\s?[ap]\.?m)|(?P<oc>\d{1,2}) o'?clock|(?P<noon>noon|midday))\b",
        re.IGNORECASE,
    ),
    deadline=_any(
        r"\b(accept(ed|ance)?|decline|confirm|reply|respond|answer|sign(ed|ature)?|countersigned|"
        r"let (me|us) (know|have)|need to (know|hear)|hear from you|return|expires?|lapses?|"
        r"valid|closes|yes or no|decide|decision|you (now )?have until|open until|tell them|"
        r"wish to proceed|explodes?|good (till|until|through)|(stays?|remains?|held|hold it|keep it) open|"
        r"(want|like|love|need)s? (an answer|a yes|to know|your answer)|the answer we need|take until|"
        r"only until|acknowledge|pen on paper|or decline|ring me before|date to respond|you have until)\b"
    ),
    scam=_any(
        r"(whatsapp|telegram|signal app)[^.\n]{0,60}interview",
        r"interview[^.\n]{0,60}(whatsapp|telegram)",
        r"(processing|training|registration|equipment) fee",
        r"(cashier'?s?|bank) che(ck|que)",
        r"gift cards?",
        r"send .{0,20}\$\d+",
        r"wire transfer",
    ),
)
