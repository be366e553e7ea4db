"""What English mail is made of: where the new words end, who is who, which words mean what."""

import re

from heardback.languages.en import reading_phrases as p
from heardback.reading.phrases import Lexicon
from heardback.reading.words import ReadingWords


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"  # noqa: E501
_DAYS = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"  # noqa: E501

_SLOT_DATE = re.compile(
    rf"""(?<![\w/])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?:(?P<wd1>{_DAYS})\.?,?\ (?:the\ )?)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?
      (?P<m1>{_MONTHS})\b\.?,?(?:\ (?P<y1>\d{{4}}))?
    | (?:(?P<wd2>{_DAYS})\.?,?\ )?(?P<m2>{_MONTHS})\.?\ (?:the\ )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?
      (?![:.]?\d)(?:,?\ (?P<y2>\d{{4}}))?
    | (?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<y3>\d{{4}}|\d{{2}})
    | (?:(?P<next>next|this|coming)\ )?(?P<wd3>{_DAYS})(?:\ (?:the\ )?(?P<d3>\d{{1,2}})(?:st|nd|rd|th))?
    | (?P<rel>today|tomorrow)
    )(?!\w)""",
    re.X,
)
_SLOT_TIME = re.compile(
    r"""(?<![\w:/.$£€+])(?P<h>\d{1,2})(?:[:.](?P<mi>\d{2}))?\ ?(?P<ap>[ap]\.?m\b\.?)?
    (?:\ ?(?:-|to|until|till)\ ?(?P<h2>\d{1,2})(?:[:.](?P<mi2>\d{2}))?\ ?(?P<ap2>[ap]\.?m\b\.?)?)?
    (?:\ ?\(?(?P<zone>(?:us\ )?(?:eastern|central|mountain|pacific|[ecmp][sd]?t|gmt|utc|bst|cet|cest|uk|london|ist|aest|sgt)
    )\b(?:\ (?:standard\ |daylight\ )?time)?\)?)?(?![\w%/])|\b(?P<noon>noon|midday)\b""",
    re.X,
)

_NAME = r"(?:[A-Z][\w&'’.\-]*|of|and|the|&|for|de|[a-z]+\.(?:com|io|ai|org))"
_COMPANY = rf"(?P<it>(?:The |the )?[A-Z0-9][\w&'’+.\-]*(?: (?:[A-Z0-9&][\w&'’+.\-]*|of|and|&|the|for|de)){{0,5}})"  # noqa: E501
_ROLE = r"(?P<it>(?:[A-Z][\w&/+.#\-]*|II|III|IV|[0-9]+)(?:,? (?:[A-Z(][\w&/+.#\-)]*|of|and|for|&|-|–|to|the|in)){0,7})"  # noqa: E501
_JOB = r"(?:role|position|post|job|vacancy|opening|opportunity|requisition|exercise|search)"


def _patterns(*texts: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text) for text in texts)


ENGLISH_READING = ReadingWords(
    code="en",
    incoming=Lexicon(
        {
            "process": p.PROCESS,
            "reject": p.REJECTION,
            "reject_weak": p.REJECTION_WEAK,
            "runner_up": p.RUNNER_UP,
            "closed": p.POSITION_CLOSED,
            "hold": p.ON_HOLD,
            "offer": p.OFFER,
            "offer_not": p.OFFER_OBJECT_NOT,
            "verbal": p.VERBAL,
            "written": p.WRITTEN,
            "conditional": p.CONDITIONAL,
            "decide_by": p.DECIDE_BY,
            "schedule": p.SCHEDULING,
            "move": p.MOVING,
            "confirmed": p.CONFIRMED,
            "request": p.REQUEST,
            "deciding": p.STILL_DECIDING,
            "timeframe": p.TIMEFRAME,
            "thanks": p.THANKS,
            "receipt": p.RECEIPT,
            "outreach": p.OUTREACH,
            "alert": p.ALERT,
            "survey": p.SURVEY,
            "away": p.AWAY,
            "bounce": p.BOUNCE,
            "no_contact_any": p.NO_CONTACT_ANY,
            "no_contact_calls": p.NO_CONTACT_CALLS,
            "no_contact_linkedin": p.NO_CONTACT_LINKEDIN,
        },
        choices=p.CHOICES,
    ),
    outgoing=Lexicon({"process": p.PROCESS, **p.SENT}, choices=p.CHOICES),
    attribution=re.compile(
        r"(?:On\b.{4,250}?\bwrote:|.{3,120}<[^<>\s]{3,120}@[^<>\s]{3,120}>\s+(?:wrote|schrieb):"
        r"|.{3,90} wrote on .{6,60}:\s*$|\d{4}[-/]\d\d.{0,80}<[^<>\s]{3,120}>:)",
        re.S,
    ),
    history=re.compile(
        r"-{2,}\s*(?:Original Message|Original Appointment|Forwarded [Mm]essage|Forwarded by .*"
        r"|Reply [Mm]essage|Mensaje original)\s*-{2,}|Begin forwarded message:|-{5,}\s*Forwarded",
        re.I,
    ),
    history_header=re.compile(
        r"[*_]*(?:From|Sent|To|Date|Subject|Cc|Reply-To|When|Where)[*_]*:[*_]*(?:\s|$)", re.I
    ),
    footer=re.compile(
        r"(?:this (?:e-?mail|message|communication)(?: and any \w+(?: \w+)*?| \(.{0,60}\))?"
        r" (?:is|are|may|contains?|and any|was sent)\b|confidentiality notice|disclaimer\b"
        r"|the information (?:contained )?in this|you (?:are receiving|received|have received) this"
        r"|unsubscribe\b|to (?:unsubscribe|stop receiving|opt out|manage your)"
        r"|manage (?:your )?(?:preferences|notifications|email)|©|copyright \d{4}|\(c\) \d{4}"
        r"|.{0,40}(?:is|are) an equal[- ]opportunity|registered (?:office|in england)"
        r"|please (?:consider the environment|do not reply|don't reply)|this is an automated"
        r" (?:email|notification).{0,40}do not reply|view (?:this email )?in (?:your )?browser)",
        re.I,
    ),
    device=re.compile(
        r"(?:sent from (?:my|mail|outlook|yahoo|proton)|get outlook for|envoyé de mon"
        r"|sent via|please excuse (?:brevity|typos|any typos))",
        re.I,
    ),
    closing=re.compile(
        r"(?:(?:with )?(?:best|kind|warm|kindest|warmest|many|sincere)?\s*(?:regards|wishes)"
        r"|(?:all the |all my )?best|all best|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)"
        r"|yours|thanks|thank you|many thanks|thanks (?:again|so much|a lot)|with (?:thanks|gratitude)"
        r"|cheers|respectfully|cordially|take care|warmly|talk soon|speak soon|best of luck"
        r"|br|kr|rgds|thx|love|xo+|see you soon|warm(?:est)?ly|gratefully|in gratitude)"
        r"(?: and (?:regards|best|best wishes|kind regards))?\s*[,.!\-–—]*\s*$",
        re.I,
    ),
    greeting=re.compile(
        r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[\s,]+"
        r"(?P<names>[A-Z][\w'’.\-]*(?:(?:,| and| &| )+ ?[A-Z][\w'’.\-]*){0,4})?",
        re.I,
    ),
    abbreviations=_set("mr mrs ms dr prof sr jr st inc ltd co corp llc vs etc e.g i.e approx no dept"
                       " ext tel est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed"
                       " thu fri u.s u.k ph.d fig min max pvt"),
    negators=_set("not no never cannot can't won't wouldn't don't didn't doesn't isn't aren't wasn't"
                  " weren't haven't hasn't couldn't unable without nor neither unfortunately"),
    hypothetical=_set("if should whether unless were before once until"),
    turns=re.compile(r"\b(?:but|however|although|though|instead|nevertheless|therefore|while)\b|[;:]"),
    job_words=_set(
        "application applications apply applied applying applicant applicants candidate candidates"
        " candidacy role roles position positions job jobs vacancy vacancies opening openings"
        " interview interviews interviewer interviewed interviewing hiring hire recruit recruiter"
        " recruiters recruiting recruitment resume résumé cv career careers employment employer"
        " requisition shortlist shortlisted shortlisting panel referees references onboarding salary"
        " talent headcount offer onsite take-home colleague team engineer analyst developer manager"
        " designer nurse teacher scientist coordinator director assistant officer lecturer"
        " interviewees post posts search"
    ),
    foreign_words=_set(
        "loan loans card credit mortgage apartment rental rent lease tenant landlord home homes house"
        " booking reservation order orders shipment parcel package delivery delivered claim claims"
        " insurance policyholder appointment dentist dental webinar tickets ticket concert"
        " subscription discount sale coupon manuscript paper submission journal grant visa"
        " passport invoice payment refund book books library dinner lunch party wedding volunteer"
        " volunteering league season podcast episode guest flight hotel warranty repair"
        " membership donation petition school kindergarten nursery issue repo merge commit"
        " pull workshop venue abstract proposal scholarship bid tender quote property offer-price"
        " apartment adoption pet puppy club tryouts audition auditions cast auction marketplace bike"
        " sofa viewing buyer seller plumber boiler policy prescription patient patients clinic"
        " doctor surgery physician exam membership gym jury trial court tax refund taxes"
    ),
    personal_domains=_set(
        "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk"
        " ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.com gmx.net gmx.de"
        " mail.com fastmail.com zoho.com hey.com web.de comcast.net verizon.net att.net btinternet.com"
        " hotmail.co.uk pm.me tutanota.com yandex.com qq.com 163.com"
    ),
    relay_words=_set(
        "greenhouse lever ashby ashbyhq workday myworkday myworkdayjobs icims smartrecruiters jobvite"
        " taleo workable bamboohr recruitee teamtailor breezy breezyhr personio successfactors"
        " jazzhr applytojob rippling pinpointhq pinpoint freshteam oraclecloud avature eightfold"
        " brassring phenom dayforce ukg paylocity ultipro applicantpro hirebridge gem hire hiring"
        " ats jobs careers career recruiting recruitment recruit talent apply applications candidates"
        " linkedin indeed glassdoor ziprecruiter monster dice wellfound angel hired otta welcometothejungle"
        " calendly goodtime modernloop hackerrank codility codesignal testgorilla hirevue workhorse"
    ),
    agency_words=_set(
        "search recruiting recruitment recruiters staffing talent headhunters executive personnel"
        " consultants placement resourcing selection"
    ),
    machine_names=_set("noreply donotreply no-reply reply notifications notification notify alerts"
                       " alert automated mailer daemon postmaster system robot bot updates"),
    sender_words=re.compile(
        r"(?i)\b(?:careers?|recruit(?:ing|ment|ers?)|talent(?: acquisition)?|hiring|human resources"
        r"|hr|jobs|people(?: team| ops| operations)|applicant|candidate|staffing|scheduling"
        r"|no-?reply)\b"
    ),
    title_words=p.TITLES,
    role_nouns=p.ROLE_NOUNS,
    employer_patterns=_patterns(
        rf"(?:appl(?:ying|ied|ication)(?: to| with| at)|interest in(?: joining| working (?:at|with|for))?"
        rf"|interview(?:ing)? (?:with|at)|opportunit(?:y|ies) (?:at|with)|career at|careers at"
        rf"|experience with|offer from|news from|update from|welcome to|joining|join|here at"
        rf"|working (?:at|with|for)|work (?:at|with|for)|meet(?:ing)? with|conversation with"
        rf"|call with|chat with|recruiter (?:at|for)|on behalf of|team at|thanks? from|part of"
        rf"|employment (?:at|with)|offer (?:at|with)) {_COMPANY}",
        rf"{_JOB}s? (?:here )?(?:at|with|in) {_COMPANY}",
        rf"[A-Z]\w+(?: [A-Z]\w+)* (?:at|with|@) {_COMPANY}",
        rf"(?m)^(?:The )?{_COMPANY} (?:Recruiting|Recruitment|Hiring|Talent|People|Careers|HR|Team)",
        rf"(?:the|The) {_COMPANY} (?:[Rr]ecruiting|[Rr]ecruitment|[Hh]iring|[Tt]alent|[Pp]eople) [Tt]eam",
    ),
    role_patterns=_patterns(
        rf"(?:for|to|as|regarding|about|of|on|in|fill|hiring) (?:the |our |an? |this )?(?:post of |position of |role of |job of )?{_ROLE} {_JOB}\b",  # noqa: E501
        rf"(?:[Rr]ole|[Pp]osition|[Pp]ost|[Vv]acancy|[Jj]ob) (?:of|as|for|:)\s*(?:an? |the |our )?{_ROLE}",
        rf"(?:application|applying|applied|interview|interviewing|offer|hiring|consideration|candidate|screen|assignment|feedback)s? (?:for|as) (?:the |our |an? )?{_ROLE}",  # noqa: E501
        rf"(?:offer you|join us|join the team|work|you) .{{0,40}}?\bas (?:an? |our |the )?{_ROLE}",
        rf"[Tt]he {_ROLE} {_JOB}\b",
    ),
    client_patterns=_patterns(
        rf"(?:my|our|the) client,? {_COMPANY}",
        rf"(?:on behalf of|working with|representing|role at|position at|opportunity at|interview with|interview at|heard (?:back )?from|spoke (?:to|with)|from|at|with) {_COMPANY}",  # noqa: E501
    ),
    not_names=p.NOT_NAMES,
    months={m: i // 2 + 1 for i, m in enumerate(
        "jan january feb february mar march apr april may may jun june jul july aug august sep"
        " september oct october nov november dec december".split())} | {"sept": 9},
    weekdays={"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6},
    slot_date=_SLOT_DATE,
    slot_time=_SLOT_TIME,
    zones={
        "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
        "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago",
        "cdt": "America/Chicago", "central": "America/Chicago", "mt": "America/Denver",
        "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
        "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
        "pacific": "America/Los_Angeles", "gmt": "Europe/London", "bst": "Europe/London",
        "uk": "Europe/London", "london": "Europe/London", "utc": "UTC", "cet": "Europe/Berlin",
        "cest": "Europe/Berlin", "ist": "Asia/Kolkata", "aest": "Australia/Sydney",
        "sgt": "Asia/Singapore",
    },
    stages=(
        (re.compile(r"phone screen|recruiter (?:screen|call)|screening (?:call|interview)|initial"
                    r" screen|telephone screen|\bscreen\b|intro(?:ductory)? call"), "screen"),
        (re.compile(r"final[ -](?:round|interview|stage|panel|conversation|meeting|onsite)|last"
                    r" round|last interview|on-?site|super day|assessment cent(?:re|er)"), "final"),
        (re.compile(r"(?:second|third|fourth|2nd|3rd|4th|next)[ -](?:round|interview|stage)"
                    r"|panel interview|technical interview|follow-up interview"), "later"),
        (re.compile(r"first[ -](?:round|interview|stage|conversation)|interview"), "first"),
    ),
    modes=(
        (re.compile(r"\b(?:zoom|teams|google meet|video|webex|hangouts?|meet\.google|skype|virtual"
                    r"|online)\b"), "video"),
        (re.compile(r"\b(?:phone|telephone|i(?:'ll| will) (?:call|ring)|call you|dial)\b"), "phone"),
        (re.compile(r"\b(?:on-?site|in person|in-person|our (?:\w+ )?office|reception|address"
                    r"|building|lobby|come (?:in|to our))\b"), "onsite"),
    ),
    introductions=_patterns(
        r"(?:[Yy]ou(?:'ll| will|'re going to| are going to)(?: be)?|will be|[Yy]our interviewers?"
        r"(?: will be| are| is)?|interview(?:ing)? with|[Ii]nterviewers?:|[Pp]anel(?:ists)?:|[Pp]anel is|with you:)"
        r"\s*(?:(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|interview(?:ed|ing)?|see(?:ing)?|chat(?:ting)?|joined)"
        r"(?: with| to| by)?)?:? (?P<names>.{3,260})",
        r"(?:interview|conversation|call|meeting|chat|screen|speak|meet|talk)(?: will be)? (?:with|to) (?P<names>[A-Z].{2,260})",  # noqa: E501
        r"(?P<names>[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)+(?:,[^.;]{0,40})?(?:,? and [A-Z][^.;]{0,60})?) (?:will (?:join|interview|meet|call)|would like to (?:meet|speak|talk))",  # noqa: E501
    ),
    return_phrases=re.compile(
        r"(?:(?P<until>until|till|through|thru|- |to )|(?:return|returning|back|be back|return(?:ing)? to the office|available again|in the office)(?: in the office)?(?: again)?(?: on| from| by)?)[ ,]*(?:and including )?$"  # noqa: E501
    ),
    scam=re.compile(
        r"\b(?:whatsapp|telegram|signal app|cashier'?s? che(?:ck|que)|send (?:us )?a che(?:ck|que)"
        r"|gift cards?|processing fee|wire transfer|bitcoin|western union|money order"
        r"|bank details|pay for (?:your )?(?:equipment|training))\b", re.I),
)
