"""A candidate's note as typed, made ready for an English sentence to its reader.

"Talked about how she tests pipelines..." to Priya becomes "how you test pipelines"; the form found
(`Form`) decides which sentences can carry it. What cannot be told apart safely gets the form
"saying", which only stands after a colon.
"""

import re
from functools import lru_cache

from heardback.drafting.words import Form, Phrase
from heardback.languages.en.letter_names import address
from heardback.languages.en.letter_terms import COMMON_STARTS

_BULLET = re.compile(r"^(?:[-*•–—>]+|\(?\d{1,2}[.)])\s+")
_TAIL = re.compile(
    r"(?:\s*\((?:see|cf|tbc|ask|check|\?)[^)]*\)|[\s,;]*\betc\b\.?|[\s.;,!…]+)+$", re.IGNORECASE
)
_SHORT = (
    (re.compile(r"\bw/\s?", re.IGNORECASE), "with "),
    (re.compile(r"\bb/c\b", re.IGNORECASE), "because"),
    (re.compile(r"^(\S+)\s*(?:->|→|=>)\s*(\S+)$"), r"\1 to \2"),
    (re.compile(r"\s*(?:->|→|=>)\s*"), ", "),
    (re.compile(r"\s+&\s+"), " and "),
    (re.compile(r"\s+[-–—]+\s+"), ", "),
    (re.compile(r"\s*[\U0001F000-\U0010FFFF☀-➿]+\s*"), " "),
    (re.compile(r"!*\?[!?]*"), "?"),
    (re.compile(r"!+"), ""),
)
_WITH = re.compile(r"^with (?:the |our |their |a )?[\w ]{1,40}: (?=\w)", re.IGNORECASE)
_GOOD = re.compile(
    r"^(?:very |really )?(?:strong|good|great|solid|experienced|confident|fluent) "
    r"(?:on|at|in|with) (?=\w)",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,2}\+?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
_YEARS = re.compile(rf"^(?=(?:over |almost )?{_NUMBER} years?\b)", re.IGNORECASE)
_YEARS_AFTER = re.compile(rf"^([^,:;]{{2,40}})[,:;] ({_NUMBER} years?)$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"^(?:the|a|an|my|your|his|her|our|their|its|this|that|these|those|no|each|every|some|any|all|"
    rf"both|more|fewer|less|how|what|{_NUMBER})\b|^\S+['’]s? ",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\b(team|office|roadmap|rota|backlog|migration|redesign|rewrite|project|launch|move|plan|process|"
    r"pipeline|codebase|app|website|platform|train|club|strategy|budget|schedule|policy|vision|merger|"
    r"reorganisation|reorganization|release|deadline|product|database|warehouse|dashboard|system|tool|"
    r"report|contract|customer|manager|department|factory|network|portfolio|catalogue|catalog|store)"
    r"(?= (?:of|for|in|on|at|to|with|from|by|split|that|which|across)\b|$)",
    re.IGNORECASE,
)
_OF_MINE = re.compile(r"\b(?:I|I['’]\w+|my|mine)\b")
_WHO = r"(?:we|they|she|he|i|you|the team|both)"
_LEAD = re.compile(
    rf"^(?:{_WHO} )?(?:also )?(?:had )?(?:a |an |our |the )?"
    r"(?:(?:great|good|nice|long|short|brief|quick|interesting|lively|really) )*"
    r"(?:talked|spoke|discussed|chatted|went (?:over|through|into)|conversation|discussion|chat|talk|"
    r"(?:a )?lots? of questions|(?:many |some )?questions)"
    r"(?: (?:a lot|at length|a bit|mostly|mainly|briefly))?"
    r"(?: with (?:him|her|them|[A-Z]\w+))?(?: (?:about|on|of|over|through|around))?\s+",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    rf"^(?:{_WHO} )?(?:asked|wondered|wanted to know|was curious|were curious|explained|described|"
    r"showed)(?: (?:me|us))?(?: (?:about|to|through))? ",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"^{_WHO} (?:said|mentioned|told me|told us|noted|admitted|explained|thinks?|believes?)"
    r" (?:that )?(?=\w+ \w+)",
    re.IGNORECASE,
)
_LIKED = re.compile(
    rf"^{_WHO} (?:really )?(?:liked|loved|was interested in|were interested in|enjoyed|"
    r"was curious about|were curious about|cares? (?:a lot )?about)\s+",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:about|on|regarding|re:|interested in|interest in)\s+(?=\w)", re.IGNORECASE
)
_THAT = re.compile(r"^(?:the fact )?that (?=(?!was|is|will|would)\w+ )", re.IGNORECASE)
_HOW = re.compile(r"^(?:how|why|what|when|where|whether|which|who)\b", re.IGNORECASE)
_MINE = re.compile(r"^my\b", re.IGNORECASE)
_GERUND = re.compile(
    r"^(?!bring |during |spring |king |thing |string |pricing |billing |training |"
    r"engineering |hiring |onboarding |testing |marketing |monitoring |meeting |streaming )"
    r"[a-z]{2,}ing\b(?! (?:is|are|was|were|will|has)\b)",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"^(?:send|provide|confirm|share|complete|fill|return|tell|give|let|submit|forward|sign|choose|"
    r"pick|prepare|bring|update|call|write|answer|upload|suggest|schedule|book|check|review|"
    r"attend|join|explain|describe|list)\b(?! (?:is|are|was)\b)",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(
    r"^(?:(?:move|split|cut|build|measure|grow|make|get|find|fix|turn|bring|plan|scale|test)"
    r" (?:the|a|an|their|our|your|its|off|out|from|to|into|more|fewer|less|all|churn|costs?)|"
    r"(?:migrate|reduce|rebuild|replace|retire|improve|keep|avoid|automate|simplify|reorganise|"
    r"reorganize|teach|decide|choose) \w+)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^(?:said|told|gave|got|wrote|called|named|misspelt|misspelled|mixed|led|built|ran|made|"
    r"forgot|did|had|was|used|spelt|spelled|claimed|stated|quoted|put|sent|left|swapped|cut|won|"
    r"grew|taught|took|set up|brought|kept|sold|began|held|"
    r"[a-z]{3,}ed)\b(?! (?:by|in|on|at|streams?|systems?|data|teams?|services?|work|sources?)\b)",
    re.IGNORECASE,
)
_BE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|can't|could|isn't|aren't|don't|doesn't)"
)
_FINITE = re.compile(
    r"^(?!.*\b(?:that|which|who|where|how|what|why|whether)\b)"
    rf"(?:\S+ ){{1,6}}?(?:{_BE}|took|went|owns|lasted|said)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:you|they|he|she|we|it|I)['’](?:re|s|m|ve|ll|d) |"
    r"^(?:you|they|he|she|we|it|I|nobody|everybody|everyone|no one|somebody|people|customers|"
    r"the (?:team|company|group)) (?!and |or |who |with |in |on |at |from |of |for )[a-z]+",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"^(?:the|a|an|your|their|our|every|each|no|one|two|three|most|half|all)\b(?! .*\b(?:that|which|who|whose)\b)"
    r" (?:[\w'-]+ ){1,3}(?:changes|moves|grows|drops|falls|rises|runs|takes|costs|needs|wants|works|"
    r"breaks|knows|trusts|depends|comes|goes|stays|means|makes|keeps|gets|starts|ends|happens)\b",
    re.IGNORECASE,
)
_BARE_SUBJECT = re.compile(
    rf"^(?:team|company|office|budget|role|product|code|codebase|manager|pipeline|roadmap) {_BE}\b",
    re.IGNORECASE,
)
_TWO_PARTS = re.compile(r"(?:, (?:and|but|so|yet|because) \w+ \w+|; \w|: \w|\bbut \w+ \w+$)")
_SUBJECT = re.compile(
    r"\b(he|she)\s+(\w+)|(?:^|(?<=how )|(?<=why )|(?<=what )|(?<=that )|(?<=where ))(they)\s+(\w+)",
    re.IGNORECASE,
)
_TO_YOU = {"is": "are", "has": "have", "was": "were", "does": "do", "goes": "go"}
_POSSESSIVE = re.compile(
    r"\b(?:his|her)\b(?= \w)|(?:^|(?<=how )|(?<=why )|(?<=what )|(?<=about ))their\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(told|gave|asked|showed) (?:them|him|her)\b", re.IGNORECASE)
_KEEP = re.compile(r"^(?:I\b|[A-Z]{2,}|[A-Z][a-z]*[A-Z0-9]|[A-Z]\w*'s\b|\S*[.\d])")
_ORDINARY_END = re.compile(r"(?:ing|tion|ment|ness|ity|ance|ence|ship|ages?|ings|tions|ments)$")
_POLITE = re.compile(
    r"^(?:please|kindly)\s+|(?:^|^[^?.]{0,80}, )(?:can|could|would|will) you (?:please |kindly )?(?!tell me (?:why|what|how)\b)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?P<before>\b(?:to|for|with|from|about|of|on) )?\b(?P<word>your|you|me|us|our|we)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r",? (?:by|before|until) (?:(?:the )?end of |close of |noon )?(?:on )?(?:this |next )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day|week|month|tomorrow|noon|today)[\w ,:]*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def fit(note: str, reader: str) -> Phrase:
    """Given a candidate's note and the reader's full name, return it ready for a sentence.

    "Their plan for Kafka." to Tom becomes "your plan for Kafka"; the form says which sentences
    can carry it.
    """
    text = _bare(note)
    if reader:
        text = _unnamed(text, reader)
    text = _YEARS_AFTER.sub(r"my \2 of \1", text)
    for start in (_LIKED, _SAID, _REPORTED, _LEAD, _ABOUT, _THAT, _WITH, _GOOD):
        text = start.sub("", text, count=1).strip() or text
    if reader:
        text = _to_reader(text, reader)
    return _shaped(text, topical=True)


def fit_ask(note: str) -> Phrase:
    """Given what an employer asked for, return it as the candidate would repeat it."""
    text = _bare(note)
    polite = _POLITE.split(text, maxsplit=1)[-1]
    if polite != text and _BASE.search(polite):
        text = _BY.sub("", polite.rstrip("?"))
    if not text.endswith("?"):
        text = re.sub(r"^to ", "", text, flags=re.IGNORECASE)
        text = _TURN.sub(_turned, text)
    return _shaped(text, topical=False)


def _turned(found: re.Match[str]) -> str:
    """Say to them what they said to us: "send me what you described", "send you what I described"."""
    word, before = found["word"].lower(), found["before"] or ""
    if word == "you":
        return f"{before}{'me' if before.strip() else 'I'}"
    return before + {"your": "my", "me": "you", "us": "you", "our": "your", "we": "you"}[word]


def _bare(note: str) -> str:
    text = re.sub(r"\s+", " ", note).strip().strip('"“”')
    text = _BULLET.sub("", text)
    for pattern, said in _SHORT:
        text = pattern.sub(said, text)
    text = re.sub(r"\s+", " ", text).strip()
    question = text.endswith("?")
    text = _TAIL.sub("", text) or text
    if text.isupper() and len(text) > 12:
        text = text.lower()
    return text + "?" if question and not text.endswith("?") else text


def _shaped(text: str, *, topical: bool) -> Phrase:
    if text.endswith("?"):
        return Phrase(text[:1].upper() + text[1:], "question")
    text = _lowered(text)
    if not topical and _BASE.search(text):
        return Phrase(text, "do")
    if topical and _VERB_FIRST.search(text):
        return Phrase(f"how to {text[:1].lower()}{text[1:]}", "how")
    if topical and _BARE_SUBJECT.search(text):
        text = f"the {text}"
    form = _form(text)
    form = "noun" if topical and form == "do" else form
    if topical and form in ("how", "doing") and _OF_MINE.search(text):
        form = "mine"
    if topical and form == "noun":
        return _determined(text)
    began = form == "did" and not text.isupper()
    return Phrase(text[:1].lower() + text[1:] if began else text, form)


def _determined(text: str) -> Phrase:
    """Give a noun the article that notes leave out: "the Berlin office", "my seven years of SQL"."""
    if _YEARS.match(text):
        return Phrase(f"my {text}", "mine")
    head = _HEAD.search(text)
    bare = head is not None and not _DETERMINED.match(text)
    rest = text[: head.start()] if head else ""
    if bare and not re.search(r"[,;:]|\b(?:of|for|in|on|and|or|vs|with|to)\b", rest):
        return Phrase(f"the {text}", "noun")
    return Phrase(text, "noun")


def _form(text: str) -> Form:
    forms: tuple[tuple[re.Pattern[str], Form], ...] = (
        (_HOW, "how"),
        (_PAST, "did"),
        (_TWO_PARTS, "saying"),
        (_PRONOUN, "clause"),
        (_FINITE, "clause"),
        (_MAYBE, "saying"),
        (_MINE, "mine"),
        (_GERUND, "doing"),
        (_BASE, "do"),
    )
    return next((form for pattern, form in forms if pattern.search(text)), "noun")


def _unnamed(text: str, reader: str) -> str:
    """Put "she" for the reader's own name where it begins the note: it is spoken to them."""
    first = re.escape(address(reader).split()[-1])
    return re.sub(rf"^(?:{re.escape(reader)}|{first}) (?=[a-z]+)", "she ", text)


def _to_reader(text: str, reader: str) -> str:
    first = re.escape(address(reader).split()[-1])
    text = re.sub(rf"\b(?:{re.escape(reader)}|{first})(?:'s|’s)\s", "your ", text)
    text = _TOLD.sub(r"\1 you", text)
    if re.match(r"(?:I\b|worked|used|know|built|ran|led)", text):
        text = re.sub(r"\btheir\b", "your", text)  # in a note on oneself, "they" are the readers
    text = re.sub(r"\b(?:she|he)['’]s (?=\w)", "you are ", text, flags=re.IGNORECASE)
    return _POSSESSIVE.sub("your", _SUBJECT.sub(_as_you, text))


def _as_you(found: re.Match[str]) -> str:
    verb = found[2] or found[4]
    if verb[:1].isupper():
        return found[0]  # a name, no verb
    if found[1] and verb.endswith("s") and not verb.endswith("ss"):
        verb = _TO_YOU.get(
            verb.lower(), verb[:-2] if verb.endswith(("shes", "ches", "xes")) else verb[:-1]
        )
    return f"you {verb}"


def _lowered(text: str) -> str:
    """Lower the first letter of an ordinary word; a name, an acronym or "I" keeps its own."""
    first = text.partition(" ")[0]
    if not first[:1].isupper() or _KEEP.match(text):
        return text
    plain = first.lower().rstrip(",")
    ordinary = plain in COMMON_STARTS or plain.removesuffix("s") in COMMON_STARTS
    if ordinary or _ORDINARY_END.search(plain):
        return text[:1].lower() + text[1:]
    return text
