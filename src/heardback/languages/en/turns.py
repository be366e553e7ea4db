"""English for who owes whom an answer, and what people put in from other languages.

Short mails between colleagues of several countries mix languages; the commonest turns of German,
Spanish, French, Dutch and the Nordic languages stand beside the English ones.
"""

import re

from heardback.reading.turn_words import TurnWords


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))


_DAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?s?\b|tomorrow|tonight|today|next week"
    r"|this (?:week|afternoon|evening)|by the end|within|in a (?:day|week|few)|later|soon|shortly"
    r"|as soon as|once|when i|the \d|\d+(?:st|nd|rd|th)|january|february|march|april|june|july"
    r"|august|september|october|november|december"
)
_COME_BACK = (
    r"(?<!the )(?<!a )(?<!an )(?<!your )(?<!our )(?<!my )"
    r"(?:be in touch|get back|come back|circle back|let you know|tell you|keep you|write|call|ring"
    r"|phone|e-?mail|mail|answer|reply|respond|send|contact|update|follow up|report|reach out|revert"
    r"|share|give you|have (?:an?|our|the|my|more|some|news)|know more|make (?:a|our|the) decision"
    r"|decide|hear|forward|confirm|find out|look into|chase|ask|check|receive|get (?:an?|our|the|it)|discuss|review|debrief"
    r"|regroup|deliberate|sit down|compare notes|put you|arrange|organi[sz]e|reschedule)"
)
_SOMEBODY = r"(?:some(?:body|one)|an(?:other)?|the other|a different|an internal|other)\b"
_WANTED = (
    r"(?!note|do not|don't|find|see |allow|be (?:aware|advised|assured|patient)|accept (?:our|my|this"
    r")|feel free|consider|let (?:me|us) know if|disregard|ignore|excuse|keep|bear|wait|remember"
    r"|give (?:my|our|us|me)|forgive|contact|call|visit|do what|type|rest|hold|stand by|stay|pardon)"
)

ENGLISH_TURNS = TurnWords(
    asked=_any(
        rf"\b(?:please|kindly) {_WANTED}[a-z]+",
        r"\b(?:could|can|would|will) you (?:please |kindly |also |just )?(?!imagine|believe|find|see"
        r"|expect)[a-z]+",
        r"(?:^|[,;:] |\band |\bjust |\bthen )(?:send|e-?mail|tell|give|pick|choose|book|reply|answer"
        r"|fill|complete|sign|upload|return|confirm|bring back) (?:me|us|back|over|it|one|a |an |with"
        r"|whichever|in |out |and |or |your|the (?!book)|by |to )",
        r"\blet (?:me|us) (?:know|have) (?!if you (?:have|need)|if there|if anything|should)",
        r"\b(?:i|we) (?:just |still |also |now |only |will |would )*need (?!to\b)",
        r"\b(?:i|we)(?:'d| would) (?:like|love|need|appreciate) (?:to (?:hear|have|see) (?:from|your|by"
        r"|what)|your|an? (?:answer|reply|copy)|you to (?:send|sign|complete|fill|tell|choose|confirm"
        r"|do|record|take|submit))",
        r"\b(?:reply|respond|sign|decide|confirm|answer|accept|decline|return (?:it|them)) by\b",
        r"\bget back to (?:me|us)\b",
        r"\bstill (?:need|open|waiting for you|outstanding|owe us|missing from you)|\byour? [^.?!]{0,40}\b(?:is|are)"
        r" (?:still )?missing|\b(?:gentle|friendly|little|quick|small) (?:nudge|reminder)|\bnudge\b",
        r"\b(?:have|has) ?(?:n't|not) (?:yet )?(?:received|heard|got|seen) (?:your|from you|it|them|the"
        r"|anything)",
        r"\b(?:waiting|wait) for your\b",
        r"\bgrateful (?:if|for)|\bappreciate (?:if|it if|your (?:answer|reply))",
        r"\bnecesito|\benv[íi]anos|\bpodr[íi]as|\bme (?:mandas|env[íi]as)|\bbitte (?:schick|send|gib|teil"
        r"|melde|bestätig)|\bmerci de (?:nous|me)|\bveuillez|\bgraag (?:je|uw|jouw|even)"
        r"|\bvänligen|\bskicka gärna|\bkan du\b|\bpuoi\b|\bpotresti\b",
    ),
    asked_in_subject=_any(
        r"\baction (?:required|needed)|\brequests? your\b|\bcomplete your\b|\breminder:|\bplease "
        r"(?:complete|confirm|sign|respond|reply)|\bto do:|\bsignature (?:required|requested)|\byour "
        r"(?:input|response|answer|availability) (?:is )?(?:needed|required|requested)"
    ),
    not_asked=_any(
        r"\b(?:if|should) (?:you|there|anything)[^.?!]{0,40}(?:question|anything|need|problem|doubt)",
        r"\bany (?:further |other |more )?questions\b",
        r"\bin the mean ?time\b|\bmeanwhile\b|\buntil then\b|^you (?:asked|wanted to know|wondered)",
        r"\bbear with|\bpatien(?:t|ce)\b|\bhold (?:on|tight|the line)\b"
        r"|\bgive (?:us|me) (?:until|till|(?:a|another|some|one|two|three|the)(?: more| few| little| bit| couple| short| rest)*(?: of)? (?:moments?|minutes?|days?|weeks?|time|while|hours?))\b",
        r"\bif you(?:'d| would)? (?:like|want|wish|prefer|fancy|change|ever)\b|\bif ever\b|\bwhenever\b",
        r"\blet (?:me|us) know if (?:(?:that|this|it|the \w+|anything|something|you) )?(?:doesn't|does not|can't"
        r"|cannot|won't|changes?|is not|isn't|comes up|are unable)",
        r"\bdo(?: not|n't) hesitate|\bfeel free|\bno (?:need|rush|hurry)\b",
        r"\bdo(?: not|n't) reply|\bto unsubscribe|\breply above|\breply to this (?:e-?mail|message)"
        r"|\bto add comments",
        r"\bcould you (?:not )?have (?:seen|heard)|\bwho (?:would|could) have|\bwhat can you do\b",
    ),
    nothing_asked=_any(
        r"\bnothing (?:more |else |further )?(?:for you )?(?:to do|is needed|needed)|\bno (?:reply|answer"
        r"|action|response) (?:is )?(?:needed|necessary|required)|\bno need to (?:reply|answer|respond"
        r"|do anything)|\bfor your (?:information|records) only|^fyi\b"
    ),
    courtesy_question=_any(
        r"^(?:and )?how (?:are|is|was|were|have) (?:you|your|it|things|the (?:weekend|trip))",
        r"^(?:good question|(?:any |more |have |got )?(?:further |other )?questions|need help|problems)\b",
        r"\b(?:isn't|wasn't|aren't|don't|right|huh|no) ?(?:it|you|they)?\?$",
        r"^(?:who knows|guess what|remember|what a|and you|ok|okay|really|sorry|why not|what can i say)"
        r"\??\b",
        r"^can you believe|^you know what|^did you know",
    ),
    times_wanted=_any(
        r"\b(?:windows?|slots?|availabilit|times? (?:that|which|would|to|work|on)|two or three|few times"
        r"|what does your|when (?:can|could|are|would|do) you|when (?:suits|works)|some times|which days"
        r"|dates? (?:that|when|on which))"
    ),
    asked_by_me=_any(
        r"\bmay i ask\b|\bi (?:wonder|was wondering|wanted to ask|would like to ask|am writing to ask)\b",
        r"\bi'd (?:like to (?:ask|know|hear)|be (?:grateful|glad|happy) (?:if|for|to (?:hear (?!from)|know|learn)))",
        r"\binstead\b|\b(?:can't|cannot|couldn't|unable to|not (?:free|available|able)|(?:doesn't|does not|won't)"
        r" work|clash)[^?]{0,150}\b(?:i'm free|i am free|would work|could do|can do|would suit)",
        r"\b(?:would|could|can|will) you\b",
        r"\bplease (?:send|tell|confirm|advise|let me know|share|could|ask|forward|check|resend)",
        r"\blet me know (?:whether|when|what|how|which|who|where|if (?:there|you've|you have (?:had|decided"
        r"|heard|any news)|the|my|any|that|this|it|we|one|either|anything has))",
        r"\b(?:was|am|i'm) hoping (?:for|to|that|you|we)|\bwould (?:it|that|there) be|\bis there (?:any|room)"
        r"|\b(?:could|can|may|might) (?:i|we)\b|\bi(?:'d| would) (?:need|prefer) (?:until|to have|to move|more)"
        r"|\bmore time\b|\b(?:have ?n't|have not|never|not yet) (?:yet )?(?:heard|received|had|got)\b",
        r"\bany (?:news|update|word)\b|\bupdate (?:on|about|regarding)\b|\bmy question (?:is|still|of)",
        r"\b(?:follow(?:ing)?|check(?:ing)?) (?:up|in|back) (?:on|with|about|to see|to ask|regarding)",
        r"\bi'd (?:love|like) (?:to hear|an update)|\bgrateful for (?:an?|any|your)",
    ),
    not_asked_by_me=_any(
        r"\blet me know if (?:you (?:need|want|have|would)|anything|there(?:'s| is) anything)",
        r"\bplease (?:find|shout|don't|do not|feel|give my|say|excuse|accept|take my|remove)",
        r"\bif (?:you|there)(?:'re| are| is| need)?[^.?!]{0,25}(?:need|want|anything|else)",
        r"\b(?:don't|do not) hesitate|\bhappy to (?:answer|send|provide|share)",
        r"^how (?:are|was|is) (?:you|your|things)|^(?:guess what|isn't it|what a|who knows)",
    ),
    promised=_any(
        rf"\b(?:i|we|she|he|they|you|it|\w+ team|\w+)(?:'ll| will| shall|'m going to|'re going to"
        rf"| am going to| are going to)\b(?! not\b)[^.?!]{{0,60}}\b{_COME_BACK}\b",
        r"\bwe('re| are) (?:going|aiming|hoping|planning) to (?:decide|make|let|get back|have)",
        r"\byou (?:can expect|should (?:hear|have|get|receive)|get (?:our|the|an?|my))\b",
        r"\b(?:i|we) (?:call|ring|write|mail|phone) you\b",
        rf"\bgoes out (?:to you )?(?:on |by |this |next )?(?:{_DAY})",
        r"\bmore (?:in a (?:day|week)|soon|shortly|to follow|next week|on (?:mon|tues|wednes|thurs|fri)day"
        r"|tomorrow|later)",
        r"\blet me (?:ask|check|find out|look into|talk to|speak (?:to|with)|see what|see whether|see if"
        r"|take (?:this|it)|come back|get back|confirm|chase|raise|run (?:this|it) by)",
        r"\b(?:i've|i have|we've|we have) (?:put (?:it|this|your|that)|passed (?:it|this|your|that)|asked"
        r" (?!you)|forwarded|taken (?:it|this|that)|sent (?:it|this|that|your \w+) (?:on |over )?to"
        r"|raised|chased)",
        r"\b(?:i|we) (?:should|expect to|hope to|aim to|plan to|want to) (?:have|know|hear|decide|be able"
        r"|get back|make|give you|come back|let you|tell you)",
        r"\bas soon as (?:i|we) (?:know|have|hear|can)",
        r"\bleave (?:it|this|that) with (?:me|us)|\bbear with (?:me|us)|\bstay tuned|\bhang tight|\bsit tight"
        r"|\b(?:we|i)(?:'re| are|'m| am) (?:still )?(?:working on|waiting (?:for|on)|looking into|checking"
        r"|discussing|preparing|deliberating|finali[sz]ing|putting)",
        r"\bgive (?:us|me) (?:until|till|(?:a|another|some|one|two|three|the)(?: more| few| little| bit| couple| short| rest)*(?: of)? (?:moments?|minutes?|days?|weeks?|time|while|hours?))\b|\b(?:need|take|takes) (?:us |me )?"
        r"(?:a few|some|another|a little|a bit|until|till|one|two|three) (?:more )?(?:days?|weeks?|time|longer)?",
        r"\b(?:is|are) (?:being|still being|with) (?:checked|reviewed|prepared|drafted|approved|legal|finance"
        r"|our|the)\b|\bneeds? (?:to be )?(?:sign(?:ed)? off|approv\w+)",
        r"\b(?:have|has|had|need) to (?:cancel|postpone|put off|call off)\b",
        r"\b(?:a|the|our) decision (?:is|will be|should be|comes|falls)\b",
        r"\bte (?:decimos|digo|diremos|escrib|llam|avis)|\btendr[áa]s|\bmelde(?:n)? (?:mich|uns)"
        r"|\b(?:sie|du) h[öo]r(?:en|st) von (?:uns|mir)|\blaat(?:en)? .{0,20}weten|\bh[öo]r(?:t|en)? (?:je|u|jij)"
        r"|\b[åa]terkomm|\bh[öo]r(?:er)? av|\bvender tilbage|\bgir (?:deg )?beskjed|\brevien(?:s|drons|drai)"
        r"|\brecontact|\btiendr|\bti far[òo]|\bfaremo sapere",
    ),
    not_promised=_any(
        r"\b(?:happy|glad|pleased|delighted) to (?:answer|send|help|share)",
        r"\bonly (?:\w+ )*(?:selected|shortlisted|successful)",
        r"\bif (?:we|you|your|there)[^.?!]{0,40}(?:suitable|match|selected|need|question|want)",
        r"\byou(?:'ll| will) (?:be (?:asked|meeting)|meet|need|find|see|work)\b(?!.*hear)",
    ),
    promised_by_me=_any(
        rf"\b(?:i'll|i will|i am going to|i'm going to|let me|i shall)\b[^.?!]{{0,70}}\b(?:send|scan"
        rf"|mail|e-?mail|upload|get (?:it|them|that|this|these) to|have (?:it|them)|finish|sign|return|give you (?!a (?:call|ring))"
        rf"|fill|forward|complete|submit|do (?:it|that|so))\b[^.?!]{{0,60}}(?:{_DAY})",
        r"\b(?:i'll|i will|let me|i'd like to|i need to|i have to|i must)\b[^.?!]{0,70}\b(?:get back|come"
        r" back|(?:let you know|be in touch)(?! (?:if|should|in case))|think (?:it|this|about)|sleep on|check (?:my|with)|look at my"
        r"|revert|answer (?:you )?(?:properly|by|on|tomorrow)|talk (?:to|it over|it through)|decide|discuss)",
        rf"\byou(?:'ll| will)? (?:have|get|receive) (?:it|them|my|that|the \w+|an answer)[^.?!]{{0,40}}(?:{_DAY})",
        r"^will do\b",
        rf"\b(?:follows?|comes?|is coming|to follow) (?:on )?(?:{_DAY})",
        r"\bgive me (?:until|till|a (?:day|moment|few))\b(?!.*\?)",
    ),
    over=_any(
        r"\bnot (?:be |to )?(?:mov\w+|tak\w+|proceed\w*|go(?:ing)?|continu\w+|progress\w*|pursu\w+"
        r"|invit\w+)(?: (?:you|your \w+|things|it|any))?[^.?!]{0,25}\b(?:forward|ahead|further|with|on|candida"
        r"|application)",
        rf"\b(?:chose|choose|chosen|went with|gone with|going with|picked|selected|hired|decided (?:on|for|in "
        rf"favou?r of)|offered (?:it|the \w+|this) to|given (?:it|the \w+) to) (?:to )?{_SOMEBODY}",
        r"\bchoice (?:fell|went|was)\b|\b(?:has|have|was|been) (?:given to|filled|offered to (?!you))",
        r"\b(?:no longer|not) (?:exists?|available|hiring|recruiting|filling)",
        r"\bdecided (?:against|not to)\b|\bunable to offer you\b|\bcannot offer you\b",
        r"\b(?:closed|cancell?ed|withdrawn|frozen) the (?:search|position|role|post|vacancy)",
        r"\bfilled (?:the|internally|by|from)|\b(?:it's|it is|is|answer is) a no\b",
        r"\bnot (?:be )?(?:the right|a (?:good )?(?:fit|match)|successful|selected|shortlisted|chosen)\b",
        r"\bfür (?:eine[nr]?|jemand) ander|\babsage\b|\botra persona|\botro candidat|\bandere kandida"
        r"|\bniet verder|\bannan (?:kandidat|person)|\bautre candidat|\bpas retenu|\bn[åa]gon annan"
        r"|\bun altr[oa] candidat",
    ),
    not_over=_any(
        r"\b(?:not|n't) (?:yet )?(?:decided|chosen|made)|\bno decision|\bif (?:we|you|it|the)\b",
        r"\bwithout (?:going|moving)|\bnot (?:going|moving) (?:any|until|before)|\bnot sure\b",
        r"\bcan(?:not|'t) (?:go|move|proceed|continue|take you)[^.?!]{0,40}\b(?:without|until|before|unless)",
    ),
    over_by_me=_any(
        r"\bwithdraw(?:ing)? (?:my|from)|\btake (?:my (?:application|name)|myself) (?:out|off)"
        r"|\bstep(?:ping)? (?:back|out|away) from (?:the|this|your) (?:process|running|search|race|application)|\bremove me\b|\bclose my (?:file|application)",
        r"\bno longer (?:interested|available|looking|on the market)",
        r"\brather not (?:go|continue|proceed|pursue)|\bnot (?:go|be going|continue|pursue|proceed) "
        r"(?:further|forward|ahead|on|with)",
        r"\b(?:have to|must|will|i'll|i|to|am going to) (?:decline|pass on (?:this|it|the (?:role|job|offer|opportunity))|turn"
        r" (?:it|this|you|your)(?: \w+)? down)\b",
        r"\b(?:not|isn't) for me\b|\bnot interested\b|\bstay(?:ing)? where i am|\bnot looking\b",
        r"\b(?:accepted|signed|taken|took|said yes to) (?:another|an? (?:other )?(?:post|position|job|role"
        r"|offer|contract) (?:elsewhere|with|at|from))",
    ),
    offered=_any(
        r"\b(?:official|formal|written|your|our|job) offer\b(?! (?:of|for) (?:help|time))|\boffer letter\b",
        r"\b(?:like|pleased|happy|delighted|thrilled|able) to (?:formally |officially )?(?:offer|make you"
        r" an offer)|\bwe (?:are )?offer(?:ing)? you (?:the|a|this)\b|\bcould offer you the\b",
        r"\bcarta de oferta|\boferta formal|\bunser angebot|\bvertragsangebot|\berbjudande\b|\baanbod\b"
        r"|\bproposition d'embauche|\btilbud\b|\bofferta\b",
    ),
    accepted=_any(
        r"\bi (?:\w+ )?accept\b|\b(?:happy|delighted|glad|pleased|pleasure to) (?:to )?(?:accept|join|sign)",
        r"^(?:\w+, )?(?:yes|ja|sí|oui|si)\b|\b(?:signed|countersigned)\b|\bi'm in\b|\bcount me in\b",
        r"\bwith (?:great |the greatest )?pleasure\b|\ba (?:clear |very happy |happy |big )?yes\b",
    ),
    handed_in=_any(
        r"\b(?:here (?:is|are|'s)|attached (?:is|are|you)|please find|enclosed|i've (?:uploaded|finished"
        r"|submitted|pushed)|find attached)[^.?!]{0,50}\b(?:solution|exercise|take-?home|case study"
        r"|assignment|challenge|task|test|homework|sample|essay|writing)",
        r"\b(?:solution|exercise|take-?home|assignment|case study)[^.?!]{0,40}\b(?:attached|enclosed"
        r"|finished|done|submitted|uploaded)",
    ),
    awaited=_any(
        r"\byou (?:mentioned|said|told (?:me|us)|expected|expect|hoped|planned|wanted)\b[^.?!]{0,90}\b(?:hear"
        r"|decid|decision|answer|know|news|result|feedback|be in touch|back to me|call|choose)",
        r"\blook(?:ing)? forward to (?:hear|your (?:answer|decision|reply|news|feedback)|the (?:next|result"
        r"|outcome)|next steps|learning)",
        r"\b(?:it was|really|such) (?:a )?(?:very )?(?:great|good|nice|lovely|pleasure|wonderful|joy)[^.?!]{0,20}"
        r"\b(?:meet|talk|speak|see)|\benjoyed (?:our|the|meeting|talking|speaking)",
        r"\bthank(?:s| you)\b[^.?!]{0,40}\bfor (?:the (?:interview|hour|conversation|talk|chat|call|meeting"
        r"|\w+ minutes)|(?:your|taking the|the) time|(?:meeting|talking|speaking|interviewing|walking|showing"
        r"|having|seeing)\b|today|yesterday|this (?:morning|afternoon)|last \w+day)",
    ),
    received=_any(
        r"\b(?:received|have|got) (?:your|all (?:your|the)|everything|the (?:signed|completed|form|document"
        r"|file|reference|contract))|\bthank(?:s| you) for (?:completing|submitting|sending|uploading"
        r"|returning|signing|filling|booking|choosing|confirming)",
        r"\b(?:has|have) been (?:signed|completed|submitted|booked|scheduled)|\bcompleted by all parties"
        r"|\bnothing (?:more |else |further )?(?:is )?(?:needed|outstanding|missing)|\bno longer need"
        r"|\bnever ?mind\b|\b(?:we|i)(?:'ve| have)? (?:found|got) (?:it|them)\b|\bdisregard (?:my|our|the)"
        r"|\bignore (?:my|our|the) (?:last|previous|earlier|request|message|e-?mail)|\bas (?:we )?(?:discussed"
        r"|agreed|said|settled) (?:on|over|by) (?:the )?phone",
    ),
    retracted=_any(
        r"\bas (?:we )?(?:discussed|agreed|said|settled) (?:on|over|by) (?:the )?phone|\bthank(?:s| you) for"
        r" (?:(?:calling|ringing|phoning) back|clearing|clarifying|(?:your|the) (?:quick |fast )?(?:answer|explanation))\b|\b(?:that|which|you(?:'ve| have)?|this)"
        r" answer(?:s|ed)\b",
        r"\bnever ?mind\b|\bno longer need|\b(?:found|solved|sorted) (?:it|them|the)|\bplease (?:ignore|disregard)"
        r"|\bnot needed (?:any ?more|after all)|\bdon't need (?:it|them|that) (?:any ?more|after all)"
        r"|\bhas (?:answered|solved) itself",
    ),
    courtesy=_any(
        r"^(?:ha|haha|ok|okay|great|perfect|thanks?|thank you|many thanks|sure(?: thing)?|noted|got it|lovely"
        r"|wonderful|super|cool|likewise|you(?:'re| are) (?:very )?welcome|my pleasure|received|brilliant"
        r"|excellent|fantastic|good luck|enjoy|have a|danke|gracias|merci|tack|takk|dank|same here|no problem"
        r"|no worries|great (?:talking|meeting|to)|(?:it was )?(?:nice|good|lovely|a pleasure)|all good|cheers"
        r"|anytime|of course|[:;]-?\))\b|^[:;]-?\)|^\W+$"
    ),
    aside=_any(
        r"\btravel (?:expenses|refund|costs)|\breimburse|\binvoice\b|\brefund\b|\bnewsletter\b|\bsurvey\b"
        r"|\btalent community|\bwebinar\b|\bhow did we do|\brate (?:your|us)|\bverify your e-?mail"
        r"|\bpassword\b|\bone-time code|\bjob alert|\bprivacy (?:policy|notice) (?:has|was|update)"
        r"|\bmaintenance\b|\bwe(?:'ve| have) transferred"
    ),
    receipt=_any(
        r"\bhas been (?:received|registered|logged)|\bwe(?:'ve| have)? received your|\bautomated (?:message|reply"
        r"|response)|\bautomatic (?:message|reply|response)|\bticket\b|\bdo(?: not|n't) reply\b"
        r"|\bnot monitored\b|\bthis mailbox\b"
    ),
    read_receipt=_any(r"^(?:read|gelesen|lu|leído|gelezen|läst|letto|not read|delivered)\s?:"),
    reply_to_invitation=_any(
        r"^(?:accepted|declined|tentative|tentatively accepted|geaccepteerd|angenommen|zugesagt|abgelehnt"
        r"|aceptad[ao]|aceptó|accepté|refusé|accepterad|akseptert|accepteret|accettat[ao]|zusage|absage"
        r"|afgewezen)\b"
    ),
    cancels=_any(
        r"^(?:cancell?ed|abgesagt|geannuleerd|cancelad[ao]|annulé|avlyst|inställt|annullat[ao])\b"
    ),
    time=_any(
        r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?\b|\b\d{1,2}(?::\d\d|\s?[ap]\.?m)\b"
        r"|\b\d{1,2}(?:st|nd|rd|th)\b"
    ),
)
