"""Phrases of what happens on the way in English mail: talks, requests, receipts, noise.

The notation is that of `heardback.reading.phrases`.
"""

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
