"""Phrases of decisions in English mail: rejections, offers, closed positions, what is on hold.

The notation is that of `heardback.reading.phrases`.
"""

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
