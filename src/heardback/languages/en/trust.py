"""English marks of a job swindle, after what consumer offices and job boards warn of.

Money or gift cards asked for, cheques to be paid in, chat-app interviews, crypto, papers and bank
data wanted before anybody was met.
"""

import re

from heardback.reading.trust import TrustWords


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))


_CHAT = r"(?:whats ?app|telegram|signal app|on signal|google (?:chat|hangouts?)|hangouts|wechat|wire app|viber|line app)"
_PAY = r"(?:pay|send|transfer|deposit|cover|remit|wire|purchase|buy|settle|refundable)"
_FEE = (
    r"(?:processing|training|registration|equipment|application|visa|background[- ]check|starter|security"
    r"|enrol?lment|certification|onboarding|administration|insurance|id card) (?:fee|deposit|charge|cost|kit)"
)
_BANK = (
    r"(?:bank (?:account|details|login|name|information)|account number|routing number|online banking|card"
    r" number|debit card|sort code|cvv)"
)
_PAPERS = (
    r"(?:passport|driver'?s licen[cs]e|driving licen[cs]e|id card|social security|\bssn\b|national"
    r" insurance number|selfie|front and back)"
)

ENGLISH_TRUST = TrustWords(
    strong={
        "money": _any(
            rf"\b{_PAY}\b[^.?!]{{0,70}}\b{_FEE}",
            rf"\b{_FEE}s?\b[^.?!]{{0,70}}\b(?:of|is|must|be paid|payable|refund\w*|to (?:secure|reserve|start))\b",
            r"\b(?:pay|send|transfer|wire|deposit|remit)\b[^.?!]{0,50}(?:[$€£]\s?\d|\d+\s?(?:usd|dollars|euros"
            r"|pounds|eur|gbp))[^.?!]{0,60}\b(?:to (?:secure|reserve|start|our|the vendor|begin|confirm)|before"
            r"|vendor|for (?:the|your) (?:training|equipment|laptop|kit|background))",
            r"\b(?:western union|moneygram|zelle|cash ?app|venmo)\b",
        ),
        "gift_cards": _any(
            r"\b(?:buy|purchase|get|scratch|send|pick up)\b[^.?!]{0,60}\b(?:gift|itunes|steam|apple|google play)"
            r" cards?\b",
            r"\bgift cards?\b[^.?!]{0,60}\b(?:scratch|send|photo of|picture of|reimburse)",
        ),
        "cheque": _any(
            r"\b(?:mail|send|receive|issue|get|deposit|cash|print)\b[^.?!]{0,60}\b(?:cashier'?s|certified|bank"
            r"|company|e-?) ?-?che(?:ck|que)s?\b",
            r"\bche(?:ck|que)\b[^.?!]{0,60}\b(?:deposit it|cash it|pay it in|mobile deposit)\b",
            r"\b(?:deposit|print|cash|bank)\b[^.?!]{0,40}\b(?:the|a|this|our) (?:e-?)?che(?:ck|que)\b",
        ),
        "crypto": _any(
            r"\b(?:bitcoin|btc|usdt|crypto(?:currency)?|ethereum)\b[^.?!]{0,60}\b(?:deposit|send to"
            r"|top up|atm)\b",
            r"\b(?:pay|paid|deposit|send|transfer|buy|top up)\b[^.?!]{0,60}\b(?:bitcoin|btc|usdt|crypto)",
        ),
        "bank_data": _any(
            rf"\b(?:send|provide|reply|submit|forward|confirm|fill|text|need|give|share)\b[^.?!]{{0,90}}\b{_BANK}"
            r"(?![^.?!]{0,60}\b(?:payroll system|portal|on your first day|secure))",
        ),
        "chat_interview": _any(
            rf"\binterview\b[^.?!]{{0,90}}\b{_CHAT}\b",
            rf"\b{_CHAT}\b[^.?!]{{0,90}}\b(?:interview|hiring manager|briefing|hr manager|recruiter)",
            r"\btext[- ](?:only |based )?(?:chat )?interview\b|\binterview (?:is |will be )?(?:held |done )?(?:by|via"
            r"|over) (?:text|chat)\b",
        ),
        "reshipping": _any(
            r"\b(?:receive|repack|forward|re-?ship)\b[^.?!]{0,60}\b(?:parcels?|packages?|payments?)\b[^.?!]{0,60}"
            r"\b(?:from (?:your )?home|your (?:home|account|address)|to (?:our|other) (?:clients|customers)|keep)",
        ),
    },
    weak={
        "papers": _any(
            rf"\b(?:send|provide|reply|attach|upload|submit|forward|need|share)\b[^.?!]{{0,90}}{_PAPERS}",
        ),
        "chat": _any(
            rf"\b(?:message|text|contact|add|write|reach|chat|continue|get in touch|download|install)\b[^.?!]{{0,70}}"
            rf"\b{_CHAT}\b",
        ),
        "too_easy": _any(
            r"\bno (?:experience|interview|skills?)\b[^.?!]{0,30}\b(?:needed|required|necessary)",
            r"\b(?:hired|selected|shortlisted|approved) (?:immediately|instantly|without)",
            r"\$\s?\d{3,}[^.?!]{0,20}(?:per|a|/) ?(?:day|week|hour)\b",
            r"\b(?:earn|make)\b[^.?!]{0,30}[$€£]\s?\d{3,}",
            r"\b(?:resume|cv) (?:was|has been) (?:reviewed and )?(?:approved|selected|shortlisted) (?:by|on|from)",
        ),
        "hurry": _any(
            r"\b(?:within (?:the next )?\d+ (?:hours?|minutes)|immediately|urgent(?:ly)?|right away|today only)\b"
            r"[^.?!]{0,60}\b(?:or|otherwise|lose|secure|position|slot|spot|send|payment)",
            r"\b(?:lose|forfeit) (?:the|your) (?:position|slot|spot|job)",
        ),
    },
    harmless=_any(
        r"\b(?:never|will not|won't|do not|don't|does not|would not|beware|scam|fraud|fake|warn|not ask"
        r"|nobody|no one)\b",
        r"\bthe (?:role|team|product|desk|interview) (?:is|owns|builds|fights|covers|that)\b|\byou(?:'d| would)"
        r" (?:join|build|work|own|lead)\b",
        r"\b(?:your first day|hr portal|once you (?:have )?(?:start|join|sign)|after you (?:have )?(?:start|join"
        r"|sign)|gift card as a thank|as a thank[- ]you|reimburse you|we (?:will )?(?:pay|cover) (?:the|all|your)"
        r"|thank you gift|free of charge|at our expense|at no cost)\b",
    ),
)
