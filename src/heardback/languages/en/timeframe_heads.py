"""English verbs and nouns that say what a date is for: an answer, an interview, a deadline …

`MOODS` are single words and fixed phrases that colour a clause; `HEADS` are what a date hangs on.
"""


def _all(value: object, text: str) -> dict[str, object]:
    return {phrase.strip(): value for phrase in text.split("|")}


MOODS: dict[str, dict[str, object]] = {
    # Whom a clause is about. "third" may also be heard in a candidate's report.
    "SUBJECT": {
        "we": "we",
        "i": "we",
        "you": "you",
        "they": "third",
        "she": "third",
        "he": "third",
        "it": "it",
        "this": "it",
        "that": "it",
        "candidates": "cand",
        "applicants": "cand",
        "finalists": "cand",
        "everyone": "cand",
        "everybody": "cand",
        "someone": "third",
        "somebody": "third",
        "applications": "it",
        "interviews": "it",
    },
    "FUTURE": _all(
        1,
        "will|shall|would|should|could|may|might|can|hope|hopes|hoping|plan|plans|planning|expect|"
        "expects|expecting|aim|aims|aiming|intend|intends|intending|going|want|wants|try|tries|"
        "trying|like|looking|need|needs|able|anticipate|anticipates|anticipating|target|targeting|"
        "ought|promised|gonna|supposed|scheduled|due|expected|must|planned|commit|committed|likely|"
        "believe|think|anticipated|estimate|estimated|tentatively|goal|hopefully|slated|set|due to|"
        "ll",
    ),
    "PAST": _all(1, "was|were|had|did|been|used"),
    "PRESENT": _all(1, "are|am|is|be|being"),
    "HAVE": _all(1, "have|has|having"),
    "NOT": _all(1, "not|never|no|cannot|unlikely|neither|nobody|without"),
    "PLEASE": _all(1, "please|kindly|pls|plz"),
    "IF": _all(1, "if|unless|in case|in the event|should you not|in the event that|provided"),
    "JOIN": _all(
        1,
        "and|but|so|because|when|while|once|although|though|whereas|which|who|then|since|as|where|"
        "that|whether|or|until|before|after|till",
    ),
    "WELCOME": {
        **_all(
            "none",
            "feel free|free to|don't hesitate|do not hesitate|not hesitate|welcome to|by all means|"
            "go ahead and|happy for you to|please do",
        ),
        **_all("you", "you can always|you can|you could|you may|you are welcome to"),
    },
    "OBJECT": _all(
        1,
        "you|everyone|everybody|all candidates|candidates|applicants|all applicants|each candidate|"
        "the candidates|finalists|the finalists|successful candidates|shortlisted candidates|"
        "selected candidates|both of you|all of you|each of you|all the candidates|the applicants|"
        "all finalists|each applicant|every candidate|every applicant|you all|you both|"
        "all interviewees|interviewees|qualified candidates|you guys|folks|people|you directly|"
        "the successful candidate|the successful candidates|all the applicants|everyone else|"
        "those selected|you again|you either way|all of the candidates|y'all|"
        "everyone who interviewed|everyone we interviewed|those who are selected",
    ),
    "MINE": _all(
        1,
        "me|us|him|her|them|my office|our office|our team|the team|me personally|hr|our recruiter|"
        "the recruiter|me directly|us directly|me back|the recruiting team|the hiring manager",
    ),
    "DETERMINER": _all(
        1,
        "a|an|the|our|any|some|my|their|his|her|more|that|this|all|its|another|one|all our|all the",
    ),
    "QUALITY": _all(
        1,
        "final|hiring|quick|further|formal|official|definite|definitive|initial|firm|clear|"
        "concrete|written|verbal|more|better|good|proper|brief|short|new|next|full|status|yes or no|"
        "detailed|some kind of|kind of|sort of|interview|selection|internal|first|real|solid|"
        "positive|specific|final hiring|job|informed",
    ),
    "NEWS": _all(
        1,
        "decision|decisions|answer|answers|update|updates|news|feedback|response|responses|result|"
        "results|outcome|outcomes|verdict|next steps|information|details|something|offer|offers|"
        "word|info|reply|confirmation|clarity|selection|selections|recommendation|choice|update for|"
        "timeline|more|email|e-mail|message|note|phone call|determination|letter|offer letter|contract|paperwork|invitation|invite|"
        "communication|notification|invitations|notifications|an idea",
    ),
    "GIVE": _all(
        1,
        "have|having|had|give|giving|send|sending|share|sharing|provide|providing|get|getting|"
        "receive|receiving|announce|announcing|communicate|communicating|issue|"
        "issuing|extend|extending|make|making|made|deliver|release|releasing|post|reach|reaching|"
        "finalize|finalise|finalizing|finalising|reached|come to|coming to|come back with|be ready with|offer|offering|see|"
        "render|arrive at|settle on|publish|email|e-mail|get back with|be back with|sent|"
        "finalized|finalised|confirm|confirming|be sending|be making|pass on|relay|return with|"
        "follow up with|circle back with|get back in touch with|reach out with|be in touch with|"
        "bring you|let you have|put together|hand down",
    ),
    "CONTACT": _all(
        1,
        "contact|contacting|call|calling|phone|phoning|ring|email|e-mail|emailing|e-mailing|text|"
        "texting|message|messaging|write to|write|writing to|notify|notifying|inform|informing|"
        "update|updating|tell|telling|advise|advising|alert|reach|ping|pinging|answer|answering|"
        "contacts|calls|notifies|informs|emails|updates|reply to|respond to|responding to|"
        "replying to|get hold of|get in touch with|be in touch with|speak to|reach out to|"
        "reaching out to|follow up with|following up with|be back in touch with|"
        "get back in touch with|be in contact with|come back to|coming back to|get back to|"
        "getting back to|gets back to|circle back with|circle back to|circling back with|"
        "touch base with|touching base with|catch up with|check back with|check in with|"
        "connect with|reconnect with|go back to|be back to|revert to|return to|give|drop|nudge|"
        "follow-up with|follow up on|reaches out to|comes back to|be getting back to|call back|"
        "be contacting|liaise with|feed back to|report back to|swing back to",
    ),
    "TOUCH": _all(
        1,
        "be in touch|be back in touch|get in touch|get back in touch|be in contact|reach out|"
        "reaching out|follow up|following up|be touching base|touch base|circle back|get back|"
        "come back|report back|respond|responding|reply|revert|be reaching out|be following up|"
        "check back|check in|make contact|follow-up|write back|call back|ring back|feed back|"
        "are in touch|stay in touch|keep in touch|be back|check in again|checking in|"
        "be responding|gets back|reaches out|follows up|be getting back",
    ),
    "DONE": _all(
        1,
        "made|reached|announced|notified|contacted|informed|finalized|finalised|sent|released|"
        "communicated|extended|posted|selected|decided|taken|known|published|updated|issued|told|"
        "called|chosen|shared|delivered|available|invited|reached out to|emailed|e-mailed|ready|"
        "provided|given|confirmed|forthcoming|sent out|mailed|made available|advised",
    ),
    "LIGHT": _all(
        1,
        "just|then|also|do|simply|always|still|already|probably|likely|definitely|again|now|either|"
        "hopefully|ideally|instead|otherwise|unfortunately|most likely|actually|realistically|"
        "certainly|surely|ultimately|all|both|only|to|next|therefore|however|first|yes|ok|okay|hi|"
        "hello|dear|and|or|but|so|best|sincerely|regards|not",
    ),
    "OF": _all(1, "of|after|following|from|once|upon|post"),
    "EVENTNOUN": _all(
        1,
        "round|rounds|interviews|interviewing|interview|date|deadline|process|review|reviews|"
        "references|reference|check|checks|committee|assessment|search|applications|candidates|"
        "approval|meeting|budget|panel|deliberations|screening|posting|step|stage|manager|"
        "director|team|everyone|headcount|holiday|vacation|leave|conversations|paperwork|"
        "assignment|test|results|feedback|board|closing|applicants|onsite|onsites|visit|trip",
    ),
    "EVENTJOIN": _all(
        1,
        "once|after|when|as soon as|following|upon|upon completion of|on completion of|"
        "at the end of|at the conclusion of|immediately after|shortly after|soon after|right after|"
        "pending|until|post|not until|only after",
    ),
    "VERB": _all(
        1,
        "is|are|has|have|was|were|will|be|been|gets|finish|finishes|closes|comes|meets|ends|wrap|"
        "wraps|conclude|concludes|returns|signs|makes|reviews|completes|hear|and|we|you|i|they|to",
    ),
    "OTHERS": _all(
        1,
        "other|more|remaining|additional|several|a few|all|some|further|the remaining|the other|"
        "all the|the rest of the|another|the last|the final|other strong|external|new|various|"
        "the other shortlisted|shortlisted|the shortlisted|our remaining|our other|a number of|"
        "a handful of|the first|first|the rest of",
    ),
}


def _heads(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


HEADS: dict[str, tuple[str, ...]] = {
    # The employer answers, with the candidate as its object (or none).
    "answer": _heads("""
        let OBJECT (all)? know
        letting OBJECT know
        keep OBJECT (posted|updated|informed|in the loop|abreast)
        CONTACT OBJECT
        TOUCH
        TOUCH (to|with) OBJECT
        give OBJECT (a|another)? (call|ring|shout|buzz|heads up|bell|yell|shout out)
        drop OBJECT a (line|note|message|email)
        be (able to)? (share|tell)
        have OBJECT (an|a) answer
        you posted
        get word to OBJECT
    """),
    "news": _heads("""
        GIVE OBJECT? DETERMINER? QUALITY? QUALITY? NEWS
        GIVE (it|this|that|them|these) to OBJECT
        GIVE NEWS to OBJECT
        GIVE DETERMINER? QUALITY? NEWS to OBJECT
        know (more|where|whether|if|for sure|by|for certain|something|the outcome|the result|the decision|one way or)
        (go|be going|going) out
        put (together|out) DETERMINER? QUALITY? NEWS
        have (something|anything) (for|to tell) OBJECT
    """),
    "yournews": _heads("""
        (have|get|receive|see|find) your QUALITY? (answer|result|results|outcome|response|decision|feedback|offer|letter)
    """),
    "decide": _heads("""
        (decide|deciding|decides)
        (make up|making up) (our|their|my|his|her) (minds|mind)
        (make|making) (the|that|a) call
        (choose|choosing|select|selecting|pick|picking) (a|the|our|from|between|among|one|someone|who)
        (finalize|finalise|finalizing|conclude|complete|wrap up|close out) DETERMINER (QUALITY)? (search|hire|hiring|process|selection|candidate|selection process|hiring process|shortlist|deliberations|review|evaluation|evaluations)
        (move|moving) (forward|ahead) with
        (have|reached|come to) (a|our) conclusion
        narrow (it|the field|the list|things) down
        be (done|finished) (deliberating|reviewing|deciding)
        (fill|filling) (the|this) (role|position|job)
        (review|reviewing) and (decide|respond|get back)
        (come to|arrive at) a consensus
    """),
    "passive": _heads("""
        (be|being|been) (all|fully)? DONE
    """),
    "decision": _heads("""
        DETERMINER? QUALITY? (decision|decisions|answer|update|outcome|verdict|hiring decision|results|decision date|decision deadline)
        (timeline|timeframe|time frame|turnaround) (for|on|is|to)
        (hear|hearing) timeline
        (our|the) (target|goal|aim|plan|hope|intention|intent|timeline|deadline|timeframe) (is|for|to)
    """),
    "hear": _heads("""
        (hear|hearing|hears)
        (hear|hearing|hears) (back|anything|something|more|news|further|again)
        (hear|hearing|hears) (back|anything|something|more|news|further|again)? (back)? from (MINE|someone|somebody|them|the|our|hr|one of)
        find out
        (expect|expecting|anticipate|await) (from us)? DETERMINER? QUALITY? NEWS (from|for)?
        (expect|anticipate) (a|an|our|my|some)? QUALITY? (call|email|contact|message|communication|e - mail) (from)?
        (look|watch|keep an eye) (out)? for (an|our|a|my) (email|e - mail|call|message|update|decision|note)
        (an|a) (email|e - mail|phone call|letter|note) (from|with)
    """),
    "from_you": _heads("""
        (hear|hearing) (back|anything|something)? from you
        look forward to your (reply|response|answer|decision)
    """),
    "heard": _heads("""
        heard
        heard (back|anything|something|more|from|any)
        heard (back|anything|something)? (back)? from (MINE|someone|them|the|our)
        (got|gotten|received|had|seen) (an|a|any|our)? (answer|update|reply|response|news|word|anything|decision|offer|email|call)
        (receive|get) (anything|any|an) (reply|response|answer)?
        been (contacted|in touch|notified|called)
        (contacted|called|emailed|notified) you
        (gotten|got|come) back to you
    """),
    "takes": _heads("""
        (take|takes|taking|need|needs|give us|allow|allow us|requires) (us|me|them|the team|at least|about|up to|around)?
        (it|that|this|which|decision|answer) LIGHT? (will|would|should|could|might|may) LIGHT? LIGHT? be
        (be|looking at|looking like) (another|a further|at least another|an extra)
        (process|review|decision|decisions|it|this|that|reviews|responses|evaluation) (usually|typically|generally|normally|can|will|may|should|might)? (take|takes|taking)
        (asked|asking|ask) for (another|more)
        turnaround
    """),
    # The candidate is to do something.
    "reply_us": _heads("""
        let MINE know
        letting MINE know
        CONTACT MINE
        CONTACT MINE back
        CONTACT (my|our) (cell|mobile|office|line|desk|colleague|assistant)
        TOUCH (to|with) MINE
        GIVE MINE
        GIVE MINE DETERMINER? QUALITY? NEWS
        give MINE (a|another)? (call|ring|shout|buzz|nudge|poke|bell)
        drop MINE a (line|note|message|email)
        shoot MINE (a|an) (email|note|message|line)
        send MINE
        send (a|an) (email|note|message|reminder|nudge)
        get word to MINE
        (bug|chase|remind|nudge|ping|pester|poke) (MINE)?
        keep MINE (posted|updated|informed)
        send your
    """),
    "yours": _heads("""
        (need|want|require|appreciate|like|get|receive|have|hear|know|expect|await|love) (to have|to get|to know|to hear|to receive)? your QUALITY? (answer|response|decision|reply|acceptance|thoughts|availability|documents|references|feedback|confirmation|choice|preference|preferences|answers|resume|cv|details|information|paperwork)
        your QUALITY? (decision|acceptance|answer|response|reply|signature|signed)
        (need|want|require|like) (you|an answer|a decision|a response|it back|them back|it|these|this) (to|from you|back|returned|signed)
        (appreciate|request) (a|an) QUALITY? (response|reply|answer|decision|confirmation)
        need (to know|an answer|a response|a decision)
        you (to)? (decide|respond|reply|accept|sign|confirm)
        give you (until|till)
        you have (until|till)
        (until|till) (then|that date) to (decide|accept|respond)
    """),
    "task": _heads("""
        (reply|rsvp|respond|confirm|complete|submit|return|upload|register|fill out|fill in|book|sign up|provide|send|finish|select a time|choose a time|pick a time|choose a slot|pick a slot|schedule your|accept|sign)
        (completed|submitted|returned|uploaded|signed|filled out)
        (is|are) due
        be (completed|submitted|returned|signed|uploaded|received|turned in|finished)
        due (date|by|on|back)
        (confirm|share|provide|send|submit|email|return|give) (your|the|a|it|this|these|any|both|two|three|all)
        (assessment|assignment|take - home|takehome|coding challenge|questionnaire|background check form|case study|deadline|exercise|work sample|test|portfolio|documents|references)
        (sign|signing) (and return|it|the)
    """),
    "offer": _heads("""
        (offer|it) (is|remains|stays|stands|will be|will remain) (valid|open|good|on the table)
        (offer|it|which) (will)? (expire|expires|lapse|lapses|closes)
        accept (the|this|our|or decline|it|the offer|your)
        (the|this|our|your|formal|written|attached) offer
        (signed|sign the|countersigned) (offer|contract|letter|offer letter|agreement)
        offer (deadline|expiry|expiration|period|window)
        deadline to (accept|decide|respond)
        (withdraw|rescind|hold) (the|this|our) offer
        hold (the|this) position
    """),
    "apply": _heads("""
        (applications|application|submissions|entries|nominations) (will|are|is|must|should)? (be)? (accepted|open|close|closes|closing|due|received|deadline|submitted|reviewed|remain|considered)
        (apply|applying)
        closing date
        (application|applications) (deadline|period|window)
        (job|posting|position|vacancy|advert|ad|listing|requisition|portal|role|opening) (will)? (close|closes|closed|expires|be open|be posted|is open|remains open|comes down|stay open|will be posted|will close|will remain open|open until)
        (accepting|accept|taking|collecting) (applications|resumes|submissions|applicants)
        applications
        deadline for (applications|applying|application|submissions)
    """),
    "start": _heads("""
        (your|the|a|target|proposed|tentative|expected|anticipated|preferred|ideal)? start (date|day)
        (you)? (start|starting|starts|begin|begins) (work|on|with us|in|the|your|immediately|the role|as)?
        (join|joining|onboard|onboarding) (us|the team|the company|our)?
        first day
        orientation
        come (aboard|on board)
        (position|role|job|contract|internship|program|training|employment) (starts|begins|will start|will begin|to start|start|runs)
        have (you|someone|the person|them|somebody|the new hire|this person) (start|on board|in place|starting|in the role|in seat)
    """),
    "interview": _heads("""
        (interview|interviews|onsite|screen|appointment|slot|slots|zoom|session|chat|conversation|meeting|call|teams|webinar|superday|tour|visit|lunch|coffee|presentation|invite|assessment centre|assessment center|assessment day|second round|final round|next round|panel|phone screen|demo|trial day)
        (a|the|our|your|this|phone|video|intro|introductory|quick|brief|zoom|follow - up|minute|screening) (call|chat|conversation|meeting|interview)
        (meet|speak|talk|chat|connect|sit down|discuss|meeting|speaking|talking)
        (meet|speak|talk|chat|connect|meeting|speaking|talking) (with|to) (you|us|me|him|her|them|the team|my|our|the)
        come (in|by|to|over|back in)
        (schedule|scheduled|arrange|set up|book|booked|rescheduled|reschedule|invite you|invite|bring you|have you) (you)? (an|a|the|your|our|for|to|in|back)?
        (are|is|be|you)? (available|availability|free)
        (work|works|suit|suits) (for you|you|best|with your|for your|better)?
        (see|seeing) you
        interview (is|on|at|with|takes place|for)
        calendar
        look forward to (meeting|speaking|talking|seeing|our)
    """),
    "interviewing": _heads("""
        interviewing
        interviewing OTHERS? QUALITY? (candidates|candidate|people|applicants|others|finalists)
        (conduct|conducting|hold|holding|do|doing|continue|continuing|finish|finishing|complete|completing|wrap up|wrapping up|have|having|conclude|concluding|be done with|running|run|schedule|scheduling) (the|our|their|with)? OTHERS? QUALITY? (interviews|interviewing|rounds|interview process|round|round of interviews|rounds of interviews|phone screens|conversations|round interviews)
        (finish|finishing|finish up|wrap up|complete|continue|still) interviewing OTHERS? QUALITY? (candidates|people|applicants|others)?
        (meet|meeting|seeing|see|speaking|speak|talking|talk) (with|to)? OTHERS QUALITY? (candidates|people|applicants|others|finalists|folks)
        (meet|meeting|seeing|speaking|talking) (with|to)? (candidates|applicants|others)
        (first|second|final|initial|remaining|these|the|our|all|other)? interviews (will|to)? (run|continue|are running|last|go on|wrap up|conclude|finish|are scheduled|are going|are continuing|be running|run on|be going on|be held|are being held|are ongoing|be ongoing|be conducted)
        (have|has) (interviews|candidates|people) (scheduled|lined up|booked|coming in|to see|to interview)
        (first|second|final|third|initial) - round interviews
        interviews (scheduled|lined up|booked|set up)
    """),
    "moved": _heads("""
        (pushed|moved|delayed|postponed|slipped|shifted|extended|pushing|moving|slipping|bumped|put off|pushed back|pushed out|push|push back|move|pushing back|pushing out|deferred|held up) (to|until|till|by|back to|out to|back|back until|out|back by|back a)?
        running (behind|late|a bit behind)
    """),
    "away": _heads("""
        out of (the)? (office|town|country)
        (on|taking|annual) (vacation|leave|holiday|pto|parental leave|annual leave|maternity leave|paternity leave|a trip|some time off|time off)
        (travelling|traveling|away|off work|returning|return|limited access|out on|out until|out from|out this|out next|out all|off until|offline)
        (back|be back) (in|at|at work|to work|online|in the)? (the)? (office|work|desk|my desk)
        (office|offices) (is|are|will be) closed
        closed (for|from|until|on)
        (is|am|are|be|'s) (out|off|away) 
    """),
    "past": _heads("""
        (met|spoke|interviewed|applied|received|submitted|started|worked|joined|talked|posted|founded|launched|graduated|discussed|decided|emailed|sent|called|contacted|wrote|mailed|reached out|followed up|got back|came|spoken|visited|left|moved|asked|saw|gave|was|were|hosted|held|filled|hired|closed|accepted|offered|chatted|connected|completed|passed|finished|signed|announced|scheduled)
        (thanks|thank you) (so much|very much|again)? (for|so)
        (established|updated|published|dated|copyright|born|effective|revised|version)
        (great|good|nice|lovely|pleasure|enjoyed) (to|it was)? (meeting|talking|speaking|chatting|meet|speak|connecting)?
        following (our|your|up on|the)
        (experience|years of)
    """),
    "reported": _heads("""
        (said|says|told me|mentioned|quoted|guessed|reckons|thinks) (it|that|about|maybe|probably)?
    """),
    "meets": _heads("""
        (committee|board|panel|team|council|group) (meets|meet|convenes|reconvenes|is meeting|will meet|will be meeting|are meeting|sits|will convene|will reconvene)
        (meet|meeting|meets|regroup|reconvene|debrief|huddle|sync) (internally|as a team|as a group|as a committee|together)?
        (event|conference|seminar|summit|fair|deadline for)
    """),
    "held": _heads("""
        (take|takes|taking|took) place
        (be|is|are) (being)? held
    """),
    "worry": _heads("""
        (worry|panic|fret|be alarmed|be concerned|be surprised|be discouraged|despair|give up|be worried)
    """),
    "forbid": _heads("""
        not (call|phone|ring) (MINE|the office|the school|the department|our office|in|to|about|with|for|again)?
        not (contact|email|e - mail|write|write to|approach|reach out|reach out to|get in touch|get in touch with|follow up|follow up with|chase|message|inquire|enquire|check in|check in with|text|be in touch|contact MINE|pester) (MINE|the office|the hiring manager|directly|with MINE|to MINE|about the status|until|before|by phone|the department|the employer|the client|anyone|our staff|in the meantime)?
        no (phone|telephone|follow - up|status|unsolicited)? (calls|call|phone calls|emails|inquiries|enquiries|contact)
        (refrain|abstain) from (calling|contacting|emailing|phoning|reaching out|following up|checking|chasing|inquiring|any)
        not (able|available) to (take|accept|respond to|answer) (phone|telephone|any|individual)? (calls|inquiries|enquiries|phone calls|status)
        (calls|phone calls|emails|inquiries|enquiries) (will|can) not be (accepted|answered|taken|returned)
        not (accept|take|accepting|taking) (any|phone|telephone)? (calls|phone calls|inquiries|enquiries)
    """),
}
