"""English phrases of employers' mail and of the candidate's own, in the notation of phrases.py."""

CHOICES: dict[str, str] = {
    "not": "(not|won't|cannot|can't|didn't|don't|wasn't|weren't|haven't|hasn't|isn't|aren't|unable"
    "|no longer|never|wouldn't|couldn't|wont|cant)",
    "job": "(role|position|job|post|vacancy|opening|opportunity|requisition|req|search|posting)",
    "other": "(another|other|others|a different|different|someone|somebody|an internal|internal"
    "|the other|a candidate|an applicant|a person|candidates|applicants|one other|alternative)",
    "app": "(application|candidacy|candidature|cv|resume|résumé|submission|profile)",
    "talk": "(speak|speaking|talk|talking|chat|chatting|meet|meeting|connect|connecting)",
    "event": "(interview|interviews|call|chat|conversation|screen|screening|meeting|onsite|on-site"
    "|phone call|video call|discussion|round|assessment day)",
    "glad": "(pleased|delighted|happy|excited|thrilled|glad|proud|honored|honoured|overjoyed)",
    "send": "(send|provide|share|submit|return|complete|fill|forward|upload|sign|supply|give|email)",
}

PROCESS = (
    "your (interview|interviews|candidacy|candidature|cv|resume|résumé)",
    "your (job|recent|online)? application ... {job}",
    "your application (to|with|at|for|has|is|was|status|will|and|in|as|-)",
    "(regarding|about|on|of|with|considered|reviewed|reviewing|consider|review|taking) your"
    " application",
    "(thank you|thanks) for (your interest|applying|interviewing|considering)",
    "(interview|interviewing|interviewed) (with|for|at) (us|our|the)",
    "our (interview|conversation)",
    "the .. (role|position|vacancy|requisition)",
    "this (role|position|vacancy|job|search|opening)",
    "(hiring|selection|recruitment|interview) (process|team|committee|panel|manager)",
    "(hiring|recruiting) for",
    "(joining|join) (us|our team|the team)",
    "take-home",
    "(your|our|the|tomorrow's|today's) (interview|phone screen|screening)",
    "(final|first|second|third|last) (round|interview)",
    "(your|professional|of) (references|referees)",
    "(all|other|remaining|two) (candidates|applicants|finalists)",
    "the .. post of",
    "our search",
    "(contract of employment|employment contract|offer letter|offer of employment)",
)

# A recruiter's word for the employer.
CLIENT = ("(my|our|the|a) client",)

REJECTION = (
    "it's a no",
    "(gonna|going to|we'll|they'll|must|have to) pass (for now|this time|on this one)",
    "(they're|they are|client is|manager is|team is) passing",
    "passing on your",
    "they passed on (you|your)",
    "{not} (one of|among) .. (ones|those|applications|candidates|them)",
    "won't be (among|one of) (them|those)",
    "{not} among .. moving (on|forward|ahead)",
    "(offered|awarded|given|went) to (an internal|a candidate|an applicant|somebody else|someone else|another)",
    "{job} .. (has been|was|is) awarded to",
    "say no (for now|to you|this time|at this time)",
    "{not} see .. (fit|match) (with|for|here)",
    "(gave|given|give|giving) .. edge to",
    "(unable|not able|cannot) .. to? (extend|offer|make|issue) (an|a|you) .. (invitation|interview)",
    "(wants|want|decided) to hire (her|him|them|someone|somebody)",
    "(offered|given|promised) it to (her|him|them|someone|somebody|another)",
    "(can't|cannot|cant) hire you",
    "(rather|prefer|prefers) not to? (continue|proceed|go on|move)",
    "(got|was|been|were) told no",
    "(picked|chose|took|hired) the (guy|woman|man|lady|other|person|candidate|internal)",
    "(panel|committee|board|team|electors|management|governors|trustees|client|school) .. (preferred|favoured|favored) ",
    "preferred {other} .. (candidate|applicant|person|finalist)",
    "(unable|not able|cannot) to? consider your (candidature|application|candidacy|profile|resume|cv)",
    "decided (for|in favour of|in favor of) {other}",
    "as far as your application (goes|can go|will go)",
    "{not} be considered (further|in the further|any further|for the)",
    "(did|do|does|could|can) not (select|shortlist|progress|consider|retain) your (application|candidature|cv|resume)",
    "(placed|ranked) above you",
    "decided (not|against) (to)? (appoint|appointing)",
    "(decided|have) to look elsewhere",
    "(gave|given|giving) the .. {job} to",
    "choice ... went to",
    "(withdraw|withdrawing|withdrawn|withdrew|rescind|rescinding|rescinded) (that|the|our|this|your) .. offer",
    "{not} .. think you're .. (there|ready|right)",
    "(regret|sorry) .. (choice|decision|answer) .. (went|goes|is) .. (another|other|different|no|negative)",
    "(name|person|one) .. is not (yours|you)",
    "(benchmark|threshold|pass mark|cut-off) ... (below|fell|missed|short|not)",
    "(fell|scored|was|were) below .. (benchmark|threshold|pass mark|cut-off|it)",
    "(it's|is|be) a no (from|for|this)",
    "{other} .. (candidate|finalist|applicant) .. (accepted|accept|signed)",
    (
        "{other} .. (candidate|finalist|applicant) .. (was|is|were|had|has) .. (stronger|"
        "better|closer|more|ahead)"
    ),
    (
        "(unable|not able|cannot|can't|not in a position) to? (offer|extend|invite|progre"
        "ss|proceed|move|consider|hire|shortlist) .. you"
    ),
    "(focus|concentrate|focusing|concentrating) on .. (candidates|applicants|people|others)",
    (
        "(continue|continuing|proceed|proceeding|go|going) with .. (applicants|candidates"
        "|others|finalists) (who|whose|with|that|based)"
    ),
    (
        "(chose|chosen|selected|picked|preferred|hired) .. (candidate|applicant|finalist|"
        "person) (with|who|whose)"
    ),
    "(chose|chosen|selected|picked|preferred|hired) .. {other} .. (finalist|person)",
    "(role|position|job|offer|choice) (went|gone|goes) to",
    "(on this occasion|this time|at this point) .. (not|unsuccessful|declined)",
    "{not} (be|been|to)? .. (move|moving|proceed|proceeding|progress|progressing|advance|advancing"
    "|go|going|continue|continuing|take|taking|taken|moved|pursue|pursuing) .. (forward|ahead"
    "|further|forwards|with you|with your|your candidacy|your application|you)",
    "{not} (be|been|to)? .. (moving|progressing|taking|proceeding with|progressed|advancing|move"
    "|take|advance|progress) your {app}",
    "(decided|chosen|elected|opted|choosing|chose|going|plan|have) to (move|go|proceed|continue"
    "|progress|advance) .. with .. {other}",
    "(moving|going|proceeding|moved|proceeded) (forward|ahead|on) with .. {other}",
    "(move|go|proceed) (forward|ahead) with .. {other} .. (candidate|candidates|applicant"
    "|applicants|finalist|person)",
    "(gone|went|going|go|go instead) with .. {other}",
    "(decided|chosen|elected|opted|agreed) (on|to hire|to appoint|to select|to offer) ... {other}",
    "(go|going|gone|went|move|moved|moving) in .. different direction",
    "{not} .. (feel|think|believe|see|consider) ... (fit|match)",
    "{job} (went|has gone|goes|is going) to .. {other}",
    "(made|extended|extending|making|given) .. (an|the) offer to .. {other}",
    "(hired|hiring|appointed) (someone|somebody|another)",
    "{not} (been|be)? (successful|selected|shortlisted|chosen)",
    "(were|was) (unsuccessful|not successful)",
    "(selected|chose|hired|appointed|picked|chosen) .. {other} .. (candidate|candidates|applicant"
    "|applicants|finalist|person|who|with|for)",
    "(offered|offering|given|awarded) the {job}? to .. {other}",
    "{job} has been offered to .. {other}",
    "(decided|chosen|elected|opted) (not|against) (to)?"
    " (move|proceed|progress|advance|pursue|continue|offer|hire|moving|proceeding|extend|take"
    "|hiring|invite|shortlist)",
    "{not} (been|be)? (selected|shortlisted|successful|chosen|short-listed) (for|to|on|at|as|in"
    "|this|by|and)",
    "(was|were|is|are|have|has) .. {not} .. (selected|shortlisted|successful|chosen)",
    "(regret|sorry) to (inform|tell|advise|let|say|have to tell) ... {not} ... (selected|successful"
    "|shortlisted|forward|further|interview|offer|proceed|proceeding|progress|candidate)",
    "(been|was|were|is|are) .. unsuccessful",
    "unsuccessful (on this occasion|this time|application|candidates|at this stage)",
    "(reject|rejected|rejecting|decline|declined|declining) your {app}",
    "{app} .. (was|has been|is) (rejected|declined)",
    "pursue {other} (candidates|applicants|candidate)",
    "pursuing {other} (candidates|applicants|candidate)",
    "{not} .. (be|been|a|able to)? (extending|extend|make|making|sending|send|offering)"
    " .. (an|the|a|you)? .. offer",
    "{not} .. (be|able to) .. (offer|offering) you",
    "no offer will .. (be made|follow)",
    "(not|isn't|wasn't|aren't|weren't) (quite)? (the|a|an)? (right|best|good|strong|ideal|perfect)?"
    " (fit|match) ... (role|position|team|us|needs|requirements|what we)",
    "no longer (under consideration|being considered|in consideration|considering you"
    "|considering your)",
    "{not} (be|been)? (able to)? .. (inviting|invite|bring|bringing) you .. (for|to|back|in)",
    "(will|would) be (passing|pass) on",
    "(decided|going|have) to pass on your",
    "(more|better|closer|stronger) .. (aligned|matched|match|suited|fit|qualified)"
    " ... (than|candidates|applicants|needs|requirements)",
    "(other|another|stronger) (candidates|candidate|applicants) (whose|who|that|with) ..."
    " (closely|better|closer|more|stronger|match|matched|aligned)",
    "ruled you out",
    "(offer|offering|offered|give|giving|given|award|awarded) the {job} ... to .. {other}",
    "not the (one|answer|news|outcome|result|decision) you (hoped|were hoping|wanted|wished)",
    "(part|parting) ways with your application",
    "(keep|retain|hold) your {app} on file",
    "wish you (all the best|every success|the best|the very best|success|luck|good luck|well)"
    " .. (in|with|for) .. (your|the|finding|future) .. (search|endeavours|endeavors|career|future"
    "|job|applications|job search|job hunt)",
    "(end|ending|conclude|concluding|stop) (the|your|our)? (process|candidacy) here",
    "(didn't|did not) make (it|the cut|the shortlist|the final)",
    "you .. (missed out|came second)",
    "(want|wanted|prefer|preferred|chose|need|needed) ... with a .. background",
)

# Only beside other words do these mean a rejection.
REJECTION_WEAK = (
    "wish you (all the best|every success|the best|the very best|success|luck|good luck|well)"
    " .. (in|with|for) .. (your|the|finding|future) .. (search|endeavours|endeavors|career|future"
    "|job|applications|job search|job hunt)",
    "(keep|retain|hold) your {app} on file",
    "(regret|sorry|sad) to (inform|tell|advise|let|say)",
    "unfortunately",
    "(after|upon|following) (careful|much|thorough|long) (consideration|review|deliberation|thought)",
    "(disappointing|not the news|bad news|disappointed|tough call|difficult decision|hard decision)",
)

RUNNER_UP = (
    "(close|very close|strong|narrow) (second|runner-up|runner up)",
    "(second|our second) choice",
    "runner-up",
    "(between|down to) .. (two|three) .. (candidates|people|finalists|you)",
    "(extremely|very|incredibly) (close|difficult|tough) (decision|call|choice) between",
    "final (two|three)",
    "came second",
)

POSITION_CLOSED = (
    "(order|{job}) .. (got|was|has been|were) filled",
    "hereby (cancelled|canceled|withdrawn|closed)",
    "elimination of the (position|post|role)",
    "(spots|places|positions|roles) are (all)? (taken|gone|filled)",
    "{job} ... (has expired|been removed by|is no longer available)",
    "(has|is) gone i'm afraid",
    "end the search",
    "(shelving|shelved|scrapping|scrapped) the (role|position|job|post|search|vacancy)",
    "(was|were) filled before",
    "(cancelled|canceled) (owing|due) to",
    "(cancelled|canceled|ended|stopped|closed) the (recruitment|hiring|search) (for|of) ..",
    (
        "{job} ... (was|were|has been|have been|is|been|are) (now|already|since|recently)"
        "? (filled|withdrawn|cancelled|canceled|eliminated|discontinued)"
    ),
    (
        "not .. (hire|hiring|recruit|recruiting|fill|filling) .. (anyone|anybody|at all|a"
        "fter all|the role|the position|the job|it)"
    ),
    (
        "(vacancy|requisition|posting|job) (number|no|ref|reference)? .. (has been|was|is"
        ") .. (cancelled|canceled|closed|withdrawn|filled)"
    ),
    "{job} (has|have|is|was) (now|already|since|recently|been)? (been|already|now)? (filled|closed"
    "|cancelled|canceled|withdrawn|eliminated|removed|cut|taken down)",
    "(filled|closed|cancelled|canceled|withdrawn|eliminated|cut|removed|scrapped) (the|this|that)"
    " .. {job}",
    "(closed|cancelled|canceled) the (vacancy|requisition|search|posting)",
    "(not|against) (to)? (fill|filling) (the|this|that) .. {job}",
    "{job} ... (no longer|not) (exists|exist|available|open|be filled|be recruited|recruited"
    "|being filled|being recruited|be recruited for|needed)",
    "(no longer|not) (hiring|recruiting|filling|recruit|fill|hire) .. (for)? (this|the|that) .. {job}",
    "headcount (for|has|was|is|on) ... (cut|removed|withdrawn|cancelled|canceled|eliminated|gone)",
    "{not} .. be (filling|hiring for|recruiting for) (this|the)",
    "(filled|fill) (it|the position|this position|the role|this role|the job) (internally|with"
    " an internal)",
    "(requisition|vacancy|headcount) ... (cancelled|canceled|closed|withdrawn|eliminated)",
)

ON_HOLD = (
    "(recruitment|hiring|search|posting|requisition|process|{job}) ... (suspended|paused|parked|frozen|stopped|interrupted|deferred)",
    "(search|it|role|hiring) on ice",
    "on ice until",
    "status .. on hold",
    "{not} hiring ... until",
    "{not} (bring|hire|take) (anybody|anyone|somebody) on ... until",
    "until ... (can't|cannot) (bring|hire|take) (anybody|anyone) on",
    "handbrake on",
    "(hiring|recruitment) stop",
    "(interrupt|interrupted|halt|halted) .. (procedure|process|recruitment|search|hiring)",
    "in abeyance",
    "is (paused|parked|frozen|suspended) (pending|until|for|while)",
    "(cancel|cancelling|canceling|postpone|postponing) the next (round|interviews) for now",
    "(hit|hitting|pressed|press|pressing) (the)? pause",
    "(put|putting|placed|being put) on (hold|ice)",
    "(put|placed|putting|placing|is|are|been|go|goes|gone|currently|now) .. on (hold|ice|pause)",
    "(hiring|recruitment|recruiting|search|process|{job}) ... on (hold|ice|pause)",
    "(pause|paused|pausing|suspend|suspended|suspending|freeze|frozen|freezing|postpone|postponed"
    "|postponing|halt|halted) .. (the|this|all|our|recruitment|hiring|recruiting|interviewing) ..."
    " (search|hiring|recruitment|role|position|process|recruiting|opening|interviews|vacancy)?",
    "(search|hiring|recruitment|role|position|process|recruiting) .. (has|have|is|are) (been|now"
    "|currently)? (paused|suspended|frozen|postponed|halted|deferred)",
    "(hiring|budget|recruitment) (freeze|pause)",
    "(frozen|paused|suspended|freezing|pausing) .. (open|all|new)? (positions|roles|openings"
    "|requisitions|searches)",
)

OFFER = (
    "(we'd|we would|i'd|i would) .. (love|like) to have you (on|join|aboard|start|as|with|here|at)",
    "(we'd|we would|i'd|i would) .. (love|like) you to (be|become|join|start|take|come and work|work)",
    "would .. be (honored|honoured|delighted|glad|pleased|thrilled) if you would (join|accept|take)",
    "(offering|offer|offers) you (a|an|the|regular|full-time|part-time|it|employment|this) .. {job}",
    "(hereby|formally|now) (offers|offer) you",
    "(offering|offer|offers) you (regular|full-time|part-time|permanent|employment)",
    "is offering you",
    "(like|love|want|wants) to bring you on (as|board|full)",
    "you'd be our (new|next)? ..",
    "(hold|keep) .. offer open (until|till|for)",
    "(the|your|our) .. offer we (sent|made|extended)",
    "(would|will) you accept the {job}",
    "it's a yes from (us|me|the)",
    "(pleasure|pleased|delighted|happy|glad) (in|to) (appoint|appointing)",
    "(nominated|recommended|approved) .. for appointment",
    "(has|have) (verbally|formally) offered",
    "has sent you an offer",
    "ranked you (on|first|in) (place|first|the)?",
    "(signed|sign your|signature) .. contract for",
    "take up the offer",
    "offer .. is (now)? unconditional",
    "(come and work|come work) (in|for|with|at) ",
    "you have been selected (as|for the)",
    "(salary|base|rate) (moves|goes) .. to",
    "(amended|revised|updated) (letter|offer) (is)? (attached|enclosed|with)",
    "(we can|can) go ahead and offer you",
    (
        "(confirm|confirming|extend|extending|present|presenting) (our|you with our|an|th"
        "e|my|your) (verbal|formal|written|job)? offer"
    ),
    (
        "(love|like|thrilled|delighted|happy|excited) (for you to|to have you) (join|on b"
        "oard|aboard|on the team|on our team)"
    ),
    "(come|came|coming|comes) (back|up) with an offer",
    "(approved|confirmed|confirm) your appointment",
    "(an|the) offer (for you|to you|in hand|is coming)",
    "contract is (attached|enclosed|ready)",
    "offer you (the|a|our) (job|role|position|post)",
    "(yours if you|the job is yours|position is yours)",
    "{glad} to (be able to)? (offer|extend|make|confirm|present|be offering) .. (you|the)",
    "(like|love|want|wish) to (offer|extend|make) (you|an|the|to you)",
    "(going|planning|prepared|ready|decided|able) to (offer|extend|make) .. (you|an offer)",
    "(pleasure|delight|honor|honour) (to|in) (offer|offering|extend|extending) (you|to)",
    "(offer|offering) you .. (position|role|job|post|employment|place|contract)",
    "(attached|enclosed|attaching|enclosing|enclose|attach|find|sending|send|sent) ..."
    " (offer letter|employment contract|contract of employment|formal offer|written offer"
    "|employment agreement|letter of offer|employment offer|offer of employment)",
    "(offer letter|employment contract|contract of employment|letter of offer|employment agreement"
    "|offer of employment|offer) .. (is|are)? (attached|enclosed|ready|on its way)",
    "(make|making|made|extend|extending|extended|have|got|prepare|preparing|prepared) .. (an|a)"
    " (formal|verbal|written|conditional)? offer",
    "(formal|verbal|written|conditional|job|unconditional|provisional) (job)? offer",
    "(our|this|the|your) offer (is|remains|of employment|stands|expires|includes|letter|contingent"
    "|conditional|package)",
    "offer of employment",
    "offer you .. (as|the role of|the position of|a)",
    "you('ve| have)? got the job",
    "(the job|the role|the position) is yours",
    "(want|wants|like|love) you to (join|start|come aboard)",
    "welcome (to the team|aboard|you aboard|you to the team)",
    "(invite|inviting) you to join (us|our team|the team|the company) (as|in)",
    "(congratulations|congrats) ... (selected|offer|position|role|job)",
    "(selected|chosen) (you|as) (for|as|the successful) ... (role|position|job|candidate)",
    "you .. (been|were|are) (selected|chosen|the successful) (for|as|candidate) .. (the|our)?"
    " (role|position|job|post|candidate)?",
)

OFFER_OBJECT_NOT = (
    "offer to .. {other}",
    "offer you .. (interview|call|discount|slot|time|chance|opportunity|feedback|trial|free|loan"
    "|card|help|advice|alternative|date)",
    "offer you ... (off|discount|%|percent|membership|subscription|rate)",
    "offer (the|a|another|an) .. (interview|slot|alternative|time|date)",
    "(extend|offer) (you|to you)? (an|our)? (invitation|thanks|apologies|sympathies|congratulations)",
    "{job}? offers",
    "(got|have|received) (another|an|a|any) (other)? offer",
    "(special|limited|time|exclusive|trade-in|introductory) offer",
)

VERBAL = (
    "verbal",
    "(letter|paperwork|contract|documents|writing) .. (will|to|should) .. (follow"
    "|come|be sent|arrive|reach)",
    "(formal|written) offer .. (will|to|should) .. (follow|come|be sent|arrive|reach)",
    "paperwork",
)
WRITTEN = (
    "(attached|enclosed|attaching|enclosing|enclose|attach|find|sign|signed) ... (offer|contract"
    "|agreement|letter)",
    "(offer letter|contract|agreement|letter) ... (attached|enclosed|sign)",
    "written offer",
    "docusign",
)
CONDITIONAL = (
    "(conditional|contingent|subject|dependent|depends|conditioned) (on|upon|to)",
    "conditional offer",
    "(subject to|pending) .. (references|background|checks|clearance|screening)",
)
DECIDE_BY = (
    "(let|tell|inform|reply|respond|answer|decide|decision|accept|sign|return|confirm|expires"
    "|expire|valid|open|deadline|hear|know) ... (by|within|until|before|on|in)",
)

SCHEDULING = (
    "(let|tell) us know when you (could|can|would|are) ..",
    "would like to (see|meet|interview) you (again|in person)",
    "(how|what) (does|do|is|are) your (calendar|schedule|week|diary|availability) ..",
    (
        "(which|what) (day|days|time|times|slot|slots|date|dates) .. (suit|suits|work|wor"
        "ks|best|would|are|is|do|does|fit)"
    ),
    "(can't|cannot|unable to) make (our|the|your) .. (interview|call|meeting|appointment)",
    "(hear|learn) more about (you|your)",
    "(schedule|set up|arrange|organise|organize|book|plan|fix|find) ... {event}",
    "(schedule|set up|arrange|organise|organize|book|find|pick|choose|select) .. (a|some|another"
    "|the|your|any)? .. (time|times|slot|slots|date|day) (for|to|that|with|from|below|using|here|in"
    "|on|again|next|when|soon|which)?",
    "(what|which|when) ... (times|time|days|day|dates|slot|slots) (work|works|suit|suits|would|are"
    "|is|fit|fits)",
    "(few|some|your|couple) .. (times|dates|slots|availabilities) .. (that|for|next|this|when|work)",
    "(your|share|send|give|provide) .. availability",
    "are you (available|free)",
    "(when|would you be|let me know|if) .. (are you|you are|you're|be|is)? (available|free) .. (for"
    "|to|on|next|this|at|in)",
    "(available|free) .. (times|dates|slots) ..",
    "(invite|inviting|invited) you .. (to|for) .. (interview|a|an|the|our|come|meet)"
    " ... (interview|round|conversation|call|screen|assessment|office|team|onsite|chat|panel|visit)?",
    "invite you .. (interview|to interview|for an interview)",
    "(like|love|want|hoping|keen|wish) to interview you",
    "would you have .. (minutes|time|half an hour|an hour|a moment)",
    "do you have .. (minutes|time|half an hour|an hour|a moment)",
    "(could|can|shall|might) we (do|have|hold|make) .. {event}",
    "would (that|this|it|either|any of these) be (convenient|possible|ok|okay|good|fine)",
    "(does|would|is) (that|this|it|either) (work|suit|suitable|good|fine|ok|convenient)",
    "(reschedule|rescheduling|rescheduled|postpone)",
    "(move|moving|shift|push|change|moved|pushed) ... {event}",
    "(cancel|cancelling|canceling|cancelled|canceled) ... {event}",
    "{event} ... (cancelled|canceled|moved|postponed|rescheduled)",
    "(would|does|could|do|can) .. (monday|tuesday|wednesday|thursday|friday|tomorrow|you) ... (work"
    "|suit|instead|do|speak|meet|talk|make it) ..",
    "(would|does|will) ... (work|suit) .. (for you|you|better|instead)",
    "(like|love|want|keen|hoping|happy) to {talk} .. (with|to) you",
    "(like|love|want|keen|happy) to (invite|have|bring) you .. (in|to|for|back|over)",
    "(can|could) we {talk}",
    "(can|could|may) i (call|ring|phone) you",
    "(would|could|can) you (come|join|be|do|manage|meet|speak|talk) .. (to|in|for|on|at|us|with|by)"
    " ...",
    "what does your (calendar|schedule|week|diary) look like",
    "next (step|stage|round) .. (is|will be|would be) .. (a|an|the) ... {event}",
    "(pick|choose|select) (a|your|any) .. (slot|time)",
    "(calendly|cal.com|booking link|scheduling link)",
    "(confirm|reply with) (which|what|whether|your) ... (slot|time|date|availability|works|suits)",
    "(hop|jump|get) on .. (call|phone|zoom)",
    "(quick|short|brief|introductory|intro|15-minute|30-minute|20-minute) .. (call|chat|conversation)",
)

CONFIRMED = (
    "{event} .. (is|has been|are|was) (now)? (confirmed|scheduled|booked|set|fixed|all set)",
    "(confirm|confirming|confirmed|confirmation of) .. (your|our|the|an|a)? .. {event}",
    "(scheduled|booked|set up|set|arranged) .. (you|your|our|the|a|an)? .. {event}? .. (for|on) ..",
    "(you're|you are|we're|we are|you) (all set|confirmed|booked|on|scheduled) .. (for|to|on)?",
    "(looking|look) forward to .. (speaking|talking|meeting|seeing|chatting|our|your|welcoming"
    "|having) ... (on|at|then|tomorrow|monday|tuesday|wednesday|thursday|friday)",
    "(let's|lets) (do|say|go with|make it|meet|speak|talk) ..",
    "(sent|sending|send) ... (calendar|invite|invitation)",
    "(see|speak to|talk to|call) you (then|on|at|tomorrow|there)",
    "(that|works|perfect|great) .. (works|confirmed|perfect) ..",
    "this is to confirm",
    "(now|is|are|been) confirmed (for|on|at)",
    "here are the details .. (for|of) .. (your|the)",
    "(reminder|reminding) .. (of|about|for|that)? .. (your|our|upcoming)? .. {event}",
    "(i'll|i will|we'll|we will) (call|ring|phone|meet|see|speak) .. (you|to you|with you) (at|on)",
    "you (will be|will|'ll be|are) (meeting|meet|speaking|interviewing|interviewed|seeing|talking)",
    "you'll (be|meet|speak)",
    "invitation: ... {event}",
)

REQUEST = (
    "(still|also) (need|require|missing|want) .. (your|a|the|two|some) ..",
    (
        "please (send|return|submit|upload|provide|bring|complete|sign) (both|them|it|the"
        "se|this|those|the|your|a|an|two)"
    ),
    "(please|could you|can you|kindly|would you|need you to|ask you to|asking you to|you to|be able"
    " to|like you to) .. {send} .. (us|me|the|a|an|your|in|out|over|back|two|three|attached|this|it"
    "|back to|copies|any|to)",
    "(take-home|assignment|case study|coding challenge|exercise|assessment|test|questionnaire"
    "|hackerrank|codility) ... (attached|complete|within|by|below|link|due|return|days|hours)",
    "(complete|finish|take|do) ... (assessment|test|exercise|challenge|questionnaire|form"
    "|assignment|case study)",
    "(what|share|tell us|indicate|confirm|give|about|let .. know) .. (are|is)? .. your .. (salary"
    "|notice|compensation|pay) .. (expectations|expectation|requirements|range|period)",
    "(when|how soon) .. (would|could|can|are) .. you .. (able|available)? .. (start|to start)",
    "(contact|details|names|list) ... (references|referees|reference)",
    "(two|three|your|some|professional) (references|referees)",
    "(need|require|missing|waiting for|still need) ... (from you|your .. (documents|reference|form"
    "|signature|transcript|passport|certificate))",
    "(need|require|missing|awaiting) .. (a copy|copies|your|the|a) .. (of|portfolio|transcript"
    "|passport|certificate|references|documents|signed|signature|proof|work samples|writing sample)",
    "(let|tell) (us|me) (know)? .. (whether|if|your|which|how|what) .. (you|your|are|is|would)",
    "do you (have|need|require|hold) .. (the right|sponsorship|a visa|work|authorization|any"
    "|permission|a)",
    "(could|can|would) you (tell|let|confirm|clarify|remind|answer|explain|elaborate) ..",
    "(one|another|a|quick|few|couple) .. (question|questions) (for|about|before|from|we|i|-|:)?",
    "(please|kindly) (confirm|advise|answer|reply|respond|let|review|call|bring|prepare)",
)

STILL_DECIDING = (
    "need .. (a little|a bit|some|a few) .. (more|extra) (time|days)",
    "(don't|do not|haven't|have not|hasn't|has not|not|no) .. (have|made|reached|come to|had)? .."
    " (a|any|our|final|the)? (decision|update|updates|news|verdict|answer) .. (yet|from|at|so|to"
    "|for|right|i'm|still|on)?",
    "(still|currently|continuing|actively) .. (deciding|considering|reviewing|interviewing"
    "|deliberating|evaluating|discussing|meeting|finalizing|finalising|waiting|working|going|in the"
    " process|in process|under consideration|under review|in the running|comparing|collecting"
    "|assessing|finishing|debating)",
    "(still|very much|remain|remains) .. (under consideration|in the running|in consideration|a"
    " candidate|in contention|interested|on our|being considered)",
    "(taking|takes|took|need|needs|taken) .. (longer|more time|a little longer|a while|a bit longer"
    "|some more time|more days|another week)",
    "(bear|bearing) with us",
    "(appreciate|thank you for|thanks for|sorry for|apologies for|apologise for|apologize for) .."
    " (your patience|the delay|the wait|the silence|the slow)",
    "(delay|delayed|delays|slower|behind schedule|running late|slipped)",
    "(not|hasn't|haven't|yet to) .. (decided|made up|met|finished|concluded|signed off|finalized"
    "|finalised|heard back|heard)",
    "(in the process|working through|wrapping up|finishing up|finalizing|finalising|completing) ..."
    " (interviews|candidates|process|decision|round|applications|feedback|conversations)",
    "(haven't|have not|not) forgotten .. (you|about you)",
    "no (decision|news|update|updates) .. (yet|from|at|so|has|on)",
    "nothing (new|yet|further|definite) .. (to|yet|on|from)",
    "(decision|process|approval|answer) .. (has|have|is|was) .. (delayed|slipped|postponed)",
)

TIMEFRAME = (
    "(we|i|you|they|she|he|committee|panel|team) .. (will|should|hope|expect|plan|aim|intend|hoping"
    "|expecting|aiming|'ll) .. (to)? (be|get|let|make|come|decide|contact|update|hear|have|inform"
    "|notify|reach|follow|know|send|call|write|circle|touch|give) ...",
    "(we'll|i'll|you'll|they'll) .. (be|get|let|make|come|decide|contact|update|hear|have|inform"
    "|notify|reach|follow|know|send|call|write|circle|touch|give) ...",
    "(decision|answer|outcome|update|news|feedback) ... (by|within|in|next|this|before|on|until"
    "|after|shortly|soon|end)",
    "(hear|heard) .. (from|back) .. (us|me|within|by|in|next)",
    "(be|get|getting) .. (in touch|back to you|back)",
)

THANKS = (
    "you're (very|most)? welcome",
    "(enjoyed|loved|enjoy) (our|meeting|the|talking|speaking|seeing)",
    "(thank you|thanks|many thanks) (so much|very much|again|a lot)? .. (for|to you) .. (your|the"
    "|coming|taking|meeting|speaking|talking|a|making|sharing|sending|joining|being)",
    "(thank you|thanks|many thanks)",
    "(pleasure|great|lovely|good|nice|enjoyed|wonderful|enjoy) .. (to|was)? (meet|meeting|speak"
    "|speaking|talk|talking|chat|chatting|have|having) ..",
    "(appreciate|appreciated) (your|the|it)",
)

RECEIPT = (
    "(thank you|thanks|many thanks) .. for .. (applying|your application|your interest"
    "|submitting|the application|your recent application|sending|your resume|your cv)",
    "(received|receive|receipt of|got|in receipt of|reached|have) .. (your|an|the)? .. {app} ..",
    "{app} .. (has been|was|has|is|have) .. (received|submitted|sent|landed|reached|arrived|in"
    "|safely|successfully|under review|logged|registered|delivered)",
    "(acknowledge|acknowledges|acknowledging|confirm|confirms|confirming) .. (receipt|that we"
    "|your application|we) ..",
    "(you|you've|you have) (successfully)? (applied|submitted) .. (to|for|your|an|the)",
    "(review|reviewing|look at|consider) your {app}",
    "application (received|confirmation|acknowledgement|acknowledgment|submitted|complete)",
)

OUTREACH = (
    "your (resume|résumé|cv|profile|background) (matches|matched|fits|is a|looks like a) ..",
    "(immediate|urgent|hot) (opening|requirement|need|hiring|position)",
    "(direct|our|my) client ..",
    "(came|come|stumbled|happened) (across|upon|on) your .. (profile|resume|cv|background|linkedin"
    "|work|experience|github|portfolio)",
    "(found|saw|noticed|reviewed|viewed|looking at|looked at|read) your .. (profile|resume|cv"
    "|linkedin|background|github)",
    "(impressed|caught) .. (by|my) .. (your|eye|attention) ..",
    "(your|you'd be a|you would be a) .. (profile|background|experience|skills|skill set|skillset)"
    " ... (fit|match|stood|looks|seems|perfect|ideal|caught|aligns|suits)",
    "(are|would|might) you .. (be)? (open|interested|looking|available|up|actively|currently"
    " looking|curious) .. (to|in|for|new|a|about|hearing|exploring|at)",
    "(i'm|i am|we're|we are|i) (reaching|reached|reach) out .. (about|because|regarding|to|as|with"
    "|on)",
    "(mind|hope) ... (reaching out|contacting|message)",
    "(i'm|i am|we're|we are|currently|my client is) .. (working with|recruiting for|hiring for"
    "|looking for|partnering with|representing|searching for|seeking|helping) ...",
    "(my|our) client .. (is|in|has|a|are)",
    "(exciting|great|fantastic|amazing|new|perfect|interesting) (opportunity|role|opening"
    "|position|opportunities)",
    "(know|refer) (anyone|someone|somebody) .. (who|interested|suitable)",
    "(currently|actively|still) looking",
)

ALERT = (
    "(new|more|latest|recommended|similar|top|hot|matching|fresh) (jobs|job|roles|openings"
    "|vacancies|positions|opportunities) ..",
    "(jobs|roles|openings|vacancies|positions) .. (matching|match|for you|recommended|near you|that"
    " match|you might|based on|picked|in your|this week|like)",
    "job (alert|alerts|recommendations|matches|digest|agent)",
    "(is|are) hiring",
    "(apply|view|see) (now|all jobs|all|job|jobs|more jobs|today|with one click|in one click)",
    "(early applicant|first .. applicants|easily apply|easy apply|be an early)",
    "(saved|your) (search|job search|job alert)",
)

INTRODUCED = (
    "(gave|passed|sent|forwarded|shared) (me|us) your .. (name|details|resume|résumé|cv|contact)",
    "(suggested|recommended|referred) (you|that i write|i contact|we talk)",
    "(applied|application|interviewed) .. (with|to|for) (us|our)",
)

SURVEY = (
    "(survey|questionnaire|feedback) ... (experience|anonymous|minutes|rate|opinion|candidate"
    " experience|tell us)",
    "(rate|tell us about|share feedback on|share your) ... experience",
    "candidate experience",
    "how likely are you to recommend",
)

NO_CONTACT_ANY = (
    "(please|kindly)? (do not|don't|refrain from) .. (contact|contacting|chase|chasing|follow up"
    "|follow-up|reach out|email|emailing|write|writing) .. (us|me|the|about|to|for|until|before|if"
    "|again|regarding|in)?",
)
NO_CONTACT_CALLS = (
    "(please|kindly)? (do not|don't|no|refrain from) .. (call|calls|phone|phoning|calling|ring"
    "|telephone) ..",
    "no (phone)? calls (please)?",
)
NO_CONTACT_LINKEDIN = ("(do not|don't|not) ... (linkedin)",)

SENT: dict[str, tuple[str, ...]] = {
    "sent_withdraw": (
        "(i am|i'm) withdrawing",
        "withdrawing from (consideration|the process|your process|the search)",
        "(withdraw|withdrawing|withdrawn|remove|removing|take|taking|pull|pulling) (my|myself)"
        " (application|candidacy|name|from|out|candidature)",
        "(like|decided|wish|want|need|have|going|must|shall|hereby) .. withdraw",
        "i withdraw from (the|your|this)",
        "(won't|will not|shall not) be (going|moving) (further|forward|ahead|on) with",
        "(won't|will not|shall not) be (continuing|proceeding|pursuing) ..",
        "(take|remove) me (out of|from) .. (consideration|running|process|list)",
        "(pull|pulling) out of (the|your|this) .. (process|interview|interviews|running)",
        "(application|candidacy|candidature) .. (as)? withdrawn",
        "(step|stepping|bow|bowing|drop|dropping) (back|out|away|down) (from|of)",
        "(no longer|not) .. (pursue|pursuing|continue|continuing|proceed|proceeding|interested|be"
        " considered|move|moving|going|go) .. (with|in|the|your|this|forward|ahead|to be|further) ..",
        "(decided|chosen) not to (continue|proceed|move|pursue|go)",
        "accepted (another|a different|an) (offer|position|role|job)",
    ),
    "sent_accept": (
        "(accept|accepting) (your|the|this) .. (offer|role|position|job)",
        "{glad} to (accept|join|sign)",
        "(happily|gladly|formally|hereby|would like to|love to) accept",
        "i accept",
        "(signed) .. (contract|offer|letter|agreement|copy) .. (is|attached|enclosed|back)?",
    ),
    "sent_decline": (
        "(decline|declining|turn down|turning down) .. (the|your|this|it|offer)",
        "(have to|must|need to|decided to|going to|respectfully) (decline|turn .. down|say no)",
        "(not|unable|can't|cannot|won't) (to)? (be)? (accept|accepting|able to accept|take|taking)"
        " .. (it|the|your|this|up) ..",
        "(pass|passing) on (the|your|this) offer",
    ),
    "sent_extension": (
        "(have|get|take|need|request|ask|extend|extension|more|possible|give) ... (more time|until"
        "|extension|extra|additional|few more days|little longer|another week|deadline|a few days)",
        "(extension|extend) .. (of|to|the|on|until) ..",
        "(more|additional|extra|little more) time .. (to|before|until) ..",
    ),
    "sent_other_offer": (
        "(received|have|got|holding|been|given|extended|made) .. (another|an|a|one|other|competing)"
        " .. (offer|offers) .. (from|and|with|that|which|elsewhere|i|for|to|of|by)?",
        "(offer|offers) (from|with|at) (another|a different|an|one)",
        "(another|competing|other) offer",
    ),
    "sent_offer_thanks": (
        "(thank you|thanks) .. for offering me",
        "(thank you|thanks) .. (very much|so much|again)? .. for .. (the|your|this|making) .. offer",
        "(written|in writing|formal) .. (offer|letter|form)",
        "(delighted|thrilled|happy|excited|pleased) .. (by|about|with|to receive|to have|to hear)"
        " .. (the|your|this) offer",
    ),
    "sent_check_in": (
        "when (do|will|might|would|can) (you|they|we) ... (decide|decision|choose|know|hear)",
        "when (you|they) .. (expect|plan|hope|mean|intend|will|might) .. (decide|choose|know|make)",
        "(do|would) you know (yet)? when",
        "(where|how) ... (stands|stand) ..",
        "(role|position|decision|process|search|post|job) .. (still|yet) (open|undecided|under way|running)",
        "(is there|what is|what's|any|a rough|have) .. (timeline|timeframe|schedule) ..",
        "(timeline|timeframe|timing|schedule) .. (changed|moved|shifted|looks|is)",
        "(when|whether) .. (i|one) (may|might|can|could|should) (expect|hear) ..",
        "(any|is there|there is|there's|have) .. (news|update|updates|decision|word|progress"
        "|developments)",
        "(check|checking|follow|following|touch|touching|circle|circling) (in|up|base|back) ..",
        "(status|progress|update|state|stage|outcome) (of|on|regarding|about|for|with) .. (my|the"
        "|your) ...",
        "(wanted|want|writing|like|wondering|hoping|wondered|curious) ... (ask|whether|if|know|hear"
        "|where|how) ... (decision|news|update|timeline|timeframe|progress|stand|stands|process"
        "|position|role|hear|heard)",
        "(where|how) .. (you are|things stand|the process|you stand|things are|the search) ..",
        "(haven't|have not|not) .. heard",
    ),
    "sent_closing": (
        "leave (you|them) in peace",
        "(a|my|one) last word",
        "(this|be|as|one) .. (last|final) (note|message|email|time|check|check-in)",
        "(assume|assuming|take it) ... (moved on|filled|another direction|decided|other|another)",
        "(won't|will not|not) .. (bother|write again|trouble|take up|email again|follow up again)",
        "(close|closing) (the loop|my file|this out)",
        "(leave|leaving) (it|things|the ball) (there|here|with you|in your)",
    ),
    "sent_rejection": (
        "(thank you|thanks) .. for (letting|telling|informing|getting back|the update|your"
        " honesty|being) .. (me|to me)? ..",
        "(disappointed|sorry to hear|sad to hear|not the (news|outcome)|disappointing|was hoping)",
        "(future|other) (roles|openings|opportunities|positions|vacancies)",
        "(keep|stay|remain) (me)? (in mind|in touch|in contact) .. (for)? ..",
        "(any|some|appreciate) feedback",
    ),
    "sent_thank_you": (
        "(thank you|thanks|many thanks) .. (so much|very much|again|both|all)? .. for .. (taking"
        "|your time|meeting|the time|speaking|talking|the conversation|our|the interview|having"
        "|inviting|making|today's|yesterday's|the chance|the opportunity|seeing|interviewing|a"
        "|yesterday|today|the chat|the call|walking|showing|the tour) ...",
        "(enjoyed|enjoy|loved|appreciated|pleasure|great|lovely|good|nice) .. (to)? (meeting|meet"
        "|speaking|talking|our|hearing|the conversation|learning|speak|talk|your|chatting|the"
        " interview) ...",
        "(appreciate|appreciated) (your time|the time|the opportunity|you taking)",
    ),
    "sent_fix": (
        "(correct|correction|correcting|mistake|mistaken|error|typo|misspoke|wrong|wrongly"
        "|incorrectly|apologies for|misspelled) ...",
    ),
    "sent_reapproach": (
        "(similar|another|other|something) .. (role|roles|job|position|similar|opening) .. comes up",
        "if something (similar|else)? .. comes up",
        "(reposted|advertised again|open again|reconnect|get back in touch|touch base again)",
        "(keep|keeping|stay|staying) in touch",
    ),
    "sent_address": (
        "(have|has|had) no (e-mail|email)? address",
        "(forward|pass) .. (my|the|this) note",
        "(could|can|would|do|may) (you|i) ... (email|e-mail|contact|mail) (address|addresses|details)",
        "(his|her|their|lee's|'s) (email|e-mail|email address|address)",
    ),
    "sent_raise": (
        "(short|small|quick|brief) addition",
        "add (a word|something|one thing) to",
        "one thing i (did not|didn't) get to say",
        "(one|another) (thing|point|more thing) .. (i|we|that|to) .. (did not|didn't|forgot|wanted"
        "|should|meant|neglected) ..",
        "(forgot|neglected|meant|failed) to (mention|say|add|bring)",
        "(concern|concerns|reservation|reservations) .. (about|you|regarding) ..",
    ),
    "sent_question": (
        "(questions|points|things) (have come|came) up",
        "value your view on",
        "(before i decide|a question|some questions|a few questions|couple of questions|couple of"
        " things) ..",
        "(could|can|would) you (tell|say|share|explain|describe) .. (me|more|a)? ..",
    ),
    "sent_reply": (
        "(works|work|suits|suit|available|free|confirmed|confirm|confirming|attached|enclosed|here"
        " is|here are|sounds good|see you|look forward|looking forward|happy to|i'll be there) ..",
    ),
    "sent_take_call": (
        "(asking|ask|asked) to (talk|speak|call) (about)? ..",
        "you can (reach|call|ring) me (at|on|under) ..",
    ),
    "sent_apply": (
        "(apply|applying|application) (for|to) .. (the|your|a) ..",
        "(attached|enclosed|find) .. (my|is|are)? .. (resume|cv|résumé|cover letter)",
        "(my|please find my) (resume|cv|résumé|application|cover letter)",
        "(interested|interest) in .. (the|your|this|a) .. (role|position|job|opening|vacancy|post)",
    ),
    "sent_debrief": (
        "come out of (the|my) ... (interview|meeting|talk)",
        "(it|interview|meeting|that) (lasted|took) .. (minutes|minute|hour|hours)",
        "(interview|meeting|call|conversation) .. (went|was|is over|has finished|just finished|just"
        " ended) .. (well|good|fine|great|ok|done|over)?",
    ),
    "sent_reschedule": (
        "(reschedule|rescheduling|another time that|new time|different time|missed|find another|move our"
        "|move the) ..",
    ),
    "sent_my_other_process": (
        "(other|another) (process|processes|interviews|application|company|companies|employer)",
    ),
}
