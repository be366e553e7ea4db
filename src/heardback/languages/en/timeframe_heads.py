"""English verbs and nouns a date may hang on that are no answer: interviews, deadlines, leave."""

from heardback.languages.en.timeframe_answers import ANSWERS
from heardback.languages.en.timeframe_terms import heads

HEADS: dict[str, tuple[str, ...]] = {
    **ANSWERS,
    "reply_us": heads("""
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
    "yours": heads("""
        (need|want|require|appreciate|like|get|receive|have|hear|know|expect|await|love) (to have|
            to get|to know|to hear|to receive)? your QUALITY? (answer|response|decision|reply|
            acceptance|thoughts|availability|documents|references|feedback|confirmation|choice|
            preference|preferences|answers|resume|cv|details|information|paperwork)
        your QUALITY? (decision|acceptance|answer|response|reply|signature|signed)
        (need|want|require|like) (you|an answer|a decision|a response|it back|them back|it|these|
            this) (to|from you|back|returned|signed)
        (appreciate|request) (a|an) QUALITY? (response|reply|answer|decision|confirmation)
        need (to know|an answer|a response|a decision)
        (need|needs|want|wants|expect|expects|require|requires) my QUALITY? (answer|decision|
            response|reply)
        (love|like|appreciate|welcome) (an|a) QUALITY? (answer|response|reply|decision)
        you (to)? (decide|respond|reply|accept|sign|confirm)
        (need|needs|want|wants|require|requires) (your|my)
        give you (until|till)
        you have (until|till)
        (until|till) (then|that date) to (decide|accept|respond)
    """),
    "task": heads("""
        (reply|rsvp|respond|complete|submit|return|upload|register|fill out|fill in|book|
            sign up|provide|send|finish|select a time|choose a time|pick a time|choose a slot|
            pick a slot|schedule your|accept|sign)
        (completed|submitted|returned|uploaded|signed|filled out)
        (is|are) due
        be (completed|submitted|returned|signed|uploaded|received|turned in|finished)
        due (date|by|on|back)
        (confirm|share|provide|send|submit|email|return|give) (your|the|a|it|this|these|any|both|
            two|three|all)
        (assessment|assignment|take - home|takehome|coding challenge|questionnaire|
            background check form|case study|deadline|exercise|work sample|test|portfolio|
            documents|references)
        (sign|signing) (and return|it|the)
    """),
    "confirm": heads("""
        confirm
    """),
    "offer": heads("""
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
    "apply": heads("""
        (applications|application|submissions|entries|nominations) (will|are|is|must|
            should)? (be)? (accepted|open|close|closes|closing|due|received|deadline|submitted|
            reviewed|remain|considered)
        (apply|applying)
        closing date
        (application|applications) (deadline|period|window)
        (job|posting|position|vacancy|advert|ad|listing|requisition|portal|role|
            opening) (will)? (close|closes|closed|expires|be open|be posted|is open|remains open|
            comes down|stay open|will be posted|will close|will remain open|open until)
        (accepting|accept|taking|collecting) (applications|resumes|submissions|applicants)
        applications
        deadline for (applications|applying|application|submissions)
    """),
    "start": heads("""
        (your|the|a|target|proposed|tentative|expected|anticipated|preferred|ideal)? start (date|
            day)
        (you)? (start|starting|starts|begin|begins) (work|on|with us|in|the|your|immediately|
            the role|as)?
        (join|joining|onboard|onboarding) (us|the team|the company|our team|our company|our group)?
        take up (the|this|your|a)? (post|role|position|job|appointment|employment|duties)
        (position|role|job|post|contract|appointment) is (free|vacant|available|effective)
        first day
        orientation
        come (aboard|on board)
        (position|role|job|contract|internship|program|training|employment) (starts|begins|
            will start|will begin|to start|start|runs)
        have (you|someone|the person|them|somebody|the new hire|this person) (start|on board|
            in place|starting|in the role|in seat)
    """),
    "interview": heads("""
        have (chosen|picked|selected|shortlisted) you (for|to)?
        (interview|interviews|onsite|screen|appointment|slot|slots|zoom|session|chat|conversation|
            meeting|call|teams|webinar|superday|tour|visit|lunch|coffee|presentation|invite|
            assessment centre|assessment center|assessment day|second round|final round|
            next round|panel|phone screen|demo|trial day)
        (a|the|our|your|this|phone|video|intro|introductory|quick|brief|zoom|follow - up|minute|
            screening) (call|chat|conversation|meeting|interview)
        (meet|speak|talk|chat|connect|sit down|discuss|meeting|speaking|talking)
        (meet|speak|talk|chat|connect|meeting|speaking|talking) (with|to) (you|us|me|him|her|them|
            the team|my|our|the)
        come (in|by|to|over|back in)
        (schedule|scheduled|arrange|set up|book|booked|rescheduled|reschedule|invite you|invite|
            bring you|have you) (you)? (an|a|the|your|our|for|to|in|back)?
        (are|is|be|you)? (available|availability|free)
        (work|works|suit|suits) (for you|you|best|with your|for your|better)?
        (see|seeing) you
        interview (is|on|at|with|takes place|for)
        calendar
        look forward to (meeting|speaking|talking|seeing|our)
    """),
    "interviewing": heads("""
        interviewing
        interviewing OTHERS? QUALITY? (candidates|candidate|people|applicants|others|finalists)
        (conduct|conducting|hold|holding|do|doing|continue|continuing|finish|finishing|complete|
            completing|wrap up|wrapping up|have|having|conclude|concluding|be done with|running|
            run|schedule|scheduling) (the|our|their|with)? OTHERS? QUALITY? (interviews|
            interviewing|rounds|interview process|round|round of interviews|rounds of interviews|
            phone screens|conversations|round interviews)
        (finish|finishing|finish up|wrap up|complete|continue|
            still) interviewing OTHERS? QUALITY? (candidates|people|applicants|others)?
        (meet|meeting|seeing|see|speaking|speak|talking|talk) (with|
            to)? OTHERS QUALITY? (candidates|people|applicants|others|finalists|folks)
        (meet|meeting|seeing|speaking|talking) (with|to)? (candidates|applicants|others)
        (first|second|final|initial|remaining|these|the|our|all|other)? interviews (will|
            to)? (run|continue|are running|last|go on|wrap up|conclude|finish|are scheduled|
            are going|are continuing|be running|run on|be going on|be held|are being held|
            are ongoing|be ongoing|be conducted)
        (have|has) (interviews|candidates|people) (scheduled|lined up|booked|coming in|to see|
            to interview)
        (first|second|final|third|initial) - round interviews
        interviews (scheduled|lined up|booked|set up)
    """),
    "moved": heads("""
        make (it|that)
        (now|instead) (looking at|aiming for|aim for|be)
        (pushed|moved|delayed|postponed|slipped|shifted|extended|pushing|moving|slipping|bumped|
            put off|pushed back|pushed out|push|push back|move|pushing back|pushing out|deferred|
            held up) (to|until|till|by|back to|out to|back|back until|out|back by|back a)?
        running (behind|late|a bit behind)
    """),
    "recalled": heads("""
        (told|promised|assured|said to) you (that)?
        (told|promised|assured) (them|her|him) (that)?
        (were|was|had been|been) (promised|told|assured)
        (said|promised) (you'd|you would|that we|that we'd|that you)
    """),
    "denied": heads("""
        (is|are|be) (off the table|out of the question)
        (off the table|out of the question|not possible|impossible|unrealistic|not realistic|
            not feasible|not going to happen|too soon|too early|will not be possible)
        (cannot|not|can't) (promise|guarantee|commit to|say whether)
    """),
    "elsewhere": heads("""
        (suppliers|bidders|shareholders|residents|tenants|passengers|patients|subscribers|customers|
            policyholders|exhibitors|parents|pupils|taxpayers|claimants|borrowers|authors)
        (tender|refund|refunds|parcel|parcels|shipment|shipments|invoice|invoices|mortgage|loan|
            landlord|tenancy|broadband|bonus|warranty|manuscript|insurance claim|insurance|
            repayment|repair|boiler|plumber|dentist|surgery|vet|scan|biopsy|passport|
            planning permission|planning application|grant application|ballot)
        (support|service|help)? ticket
        (visa|passport|mortgage|loan|insurance|adoption|court|planning|tax|benefit|
            funding) (decision|application|claim|outcome|result)
        your (order|delivery|subscription|booking|membership|claim|complaint|account)
        my (current|present|own|old) (employer|boss)
        my (employer|landlord)
        (hear|hears|heard|know|decide) (back|anything)? (from|on|about) (the|an|my|your)? (other|
            another) (company|employer|offer|firm|place|process|opportunity)
        (exam|court|merger|election|lawsuit|bonuses|earnings)
    """),
    "away": heads("""
        out of (the)? (office|town|country)
        (on|taking|annual) (vacation|leave|holiday|pto|parental leave|annual leave|
            maternity leave|paternity leave|a trip|some time off|time off)
        (travelling|traveling|away|off work|returning|return|limited access|out on|out until|
            out from|out this|out next|out all|off until|offline)
        be back
        (back|be back) (in|at|at work|to work|online|in the)? (the)? (office|work|desk|my desk)
        (office|offices) (is|are|will be) closed
        closed (for|from|until|on)
        (is|am|are|be|'s) (out|off|away)
    """),
    "past": heads("""
        (met|spoke|interviewed|applied|received|submitted|started|worked|joined|talked|posted|
            founded|launched|graduated|discussed|decided|emailed|sent|called|contacted|wrote|
            mailed|reached out|followed up|got back|came|spoken|visited|left|moved|asked|saw|gave|
            was|were|hosted|held|filled|hired|closed|accepted|offered|chatted|connected|completed|
            passed|finished|signed|announced|scheduled)
        (thanks|thank you) (so much|very much|again)? (for|so)
        (established|updated|published|dated|copyright|born|effective|revised|version)
        (great|good|nice|lovely|pleasure|enjoyed) (to|it was)? (meeting|talking|speaking|chatting|
            meet|speak|connecting)?
        following (our|your|up on|the)
        (experience|years of)
    """),
    "reported": heads("""
        (said|says|told me|mentioned|quoted|guessed|reckons|thinks) (it|that|about|maybe|
            probably)?
        promised MINE (an|a|some|the|their|his|her)? QUALITY? NEWS
    """),
    "meets": heads("""
        (committee|board|panel|team|council|group) (meets|meet|convenes|reconvenes|is meeting|
            will meet|will be meeting|are meeting|sits|will convene|will reconvene)
        (meet|meeting|meets|regroup|reconvene|debrief|huddle|sync) (internally|as a team|
            as a group|as a committee|together)?
        (event|conference|seminar|summit|fair|deadline for)
    """),
    "held": heads("""
        (take|takes|taking|took) place
        (be|is|are) (being)? held
    """),
    "worry": heads("""
        (worry|panic|fret|be alarmed|be concerned|be surprised|be discouraged|despair|give up|
            be worried)
    """),
    "forbid": heads("""
        not (call|phone|ring) (MINE|the office|the school|the department|our office|in|to|about|
            with|for|again)?
        not (contact|email|e - mail|write|write to|approach|reach out|reach out to|get in touch|
            get in touch with|follow up|follow up with|chase|message|inquire|enquire|check in|
            check in with|text|be in touch|contact MINE|pester) (MINE|the office|
            the hiring manager|directly|with MINE|to MINE|about the status|until|before|by phone|
            the department|the employer|the client|anyone|our staff|in the meantime)?
        no (phone|telephone|follow - up|status|unsolicited)? (calls|call|phone calls|emails|
            inquiries|enquiries|contact)
        (refrain|abstain) from (calling|contacting|emailing|phoning|reaching out|following up|
            checking|chasing|inquiring|any)
        not (able|available) to (take|accept|respond to|answer) (phone|telephone|any|
            individual)? (calls|inquiries|enquiries|phone calls|status)
        (calls|phone calls|emails|inquiries|enquiries) (will|can) not be (accepted|answered|taken|
            returned)
        not (accept|take|accepting|taking) (any|phone|telephone)? (calls|phone calls|inquiries|
            enquiries)
    """),
}
