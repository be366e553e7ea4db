"""A draft becomes a letter: approved as it stands, its words and its Message-ID fixed.

Nothing leaves here. One letter for a follow-up, whatever happens: the letter's id is made of the
follow-up's key and of how many letters there were for it before, so that of two approvals in the
same moment the store takes one.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from heardback.errors import OutboxProblem, UsageError
from heardback.languages.en.faces import ENGLISH_FACES
from heardback.languages.en.outbox import QUOTED_AS, TOLD
from heardback.model.account import Account
from heardback.model.delivery import ENDED, Attachment, Letter, Standing, Step, Way
from heardback.model.draft import Draft
from heardback.model.message import Address, Message, bracketed
from heardback.model.plan import STATUS_QUESTIONS, FollowUp
from heardback.model.search import Search
from heardback.playbook.keys import follow_up_keys
from heardback.ports import Ports
from heardback.service.attachments import check_attachments
from heardback.service.deeds import key_of, listed
from heardback.service.keys import UNNAMED
from heardback.service.letters import draft, thread_head
from heardback.service.objections import reader_hours
from heardback.service.outbox import all_standings, take
from heardback.timeframe.business import zone
from heardback.tracking.assemble import Tracked

UNDO = timedelta(minutes=5)
"""So long a letter to be sent waits, so that it can be taken back."""

Write = Callable[["Unwritten"], bytes]
"""Makes the bytes of a mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwritten:
    """What a mail is made of, before it is written."""

    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...] = ()
    subject: str
    text: str
    message_id: str
    at: datetime
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    quoted: str = ""
    quoted_as: str = ""
    attachments: tuple[Attachment, ...] = ()
    unsent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """How an approved letter is to leave; None: as the account has it, as soon as it is time.

    `when` is an hour of the candidate's own; `quote` puts the answered words below, `copy_me` a
    copy into the own inbox unseen by others.
    """

    way: Way | None = None
    account: str | None = None
    when: datetime | None = None
    at_once: bool = False
    despite_findings: bool = False
    again: bool = False
    undo: timedelta = UNDO
    quote: bool = False
    copy_me: bool = False
    attachments: tuple[Attachment, ...] = ()


def approve(ports: Ports, id: str, asked: Approval, *, write: Write) -> Standing:
    """Fix a follow-up's draft as a letter and let it leave. Nothing is sent here.

    Raise UnknownFollowUp if the plan does not list it, UsageError if it cannot leave that way, the
    account or an address is missing, or the proofreader found an error; OutboxProblem if a letter
    for it is on its way already.
    """
    tracked, follow_up = listed(ports, id)
    now = ports.clock.now()
    before = _refuse_second(ports, tracked, follow_up, asked, now)
    made = draft(ports, id)
    account = _account(ports, asked.account, tracked, follow_up, made)
    way = asked.way or (account.delivery if account else "mailto")
    if follow_up.channel != "email":
        way = _spoken_way(asked, follow_up)
    _refuse_errors(made, asked)
    _refuse_unsigned(made, tracked)
    _refuse_impossible(account, way)
    if asked.attachments:
        check_attachments(asked.attachments, tracked.search, follow_up.opportunity)
    desk = _Desk(ports, tracked, follow_up, made, account, way, now, asked, before)
    letter = desk.letter(write)
    step = Step(letter=letter.id, number=0, at=now, kind="approved", body=letter)
    if not ports.store.outbox.take(step):
        raise OutboxProblem(f"{id} has just been approved by another HeardBack.")
    return Standing(letter, (step,))


def _spoken_way(asked: Approval, follow_up: FollowUp) -> Way:
    """What is said, or written on a card, is copied by hand."""
    if follow_up.channel is None:
        raise UsageError(
            f"{follow_up.id} is your own decision; there is nothing to send.",
            hint=f"What speaks for which day: heardback why {follow_up.id}",
        )
    if asked.way not in (None, "copy"):
        raise UsageError(
            f"{follow_up.id} is no mail ({follow_up.channel}).",
            hint=f"Copy its words: heardback deliver {follow_up.id} --way copy",
        )
    return "copy"


def _refuse_second(
    ports: Ports, tracked: Tracked, follow_up: FollowUp, asked: Approval, now: datetime
) -> int:
    """Return how many letters there were for a follow-up, none of them on its way any more."""
    found = tracked.find(follow_up.opportunity)
    one = found.opportunity if found else None
    keys = {key_of(tracked, follow_up)}
    if one is not None:
        keys |= set(follow_up_keys(one, follow_up.kind, follow_up.to, follow_up.anchor))
    mine = [s for s in all_standings(ports) if s.letter.follow_up in keys]
    for standing in mine:
        if standing.kind in ENDED:
            continue
        if standing.kind in ("theirs", "given") and asked.again:
            take(ports, standing, "withdrawn", at=now, why=TOLD["another"])
            continue
        hint = f"Take it back first: heardback recall {follow_up.id}"
        if standing.kind in ("theirs", "given"):
            hint = f"It is in your hands; for another: heardback approve {follow_up.id} --again"
        raise OutboxProblem(
            f"A letter for {follow_up.id} is on its way already ({standing.kind}).", hint=hint
        )
    return len(mine)


def _refuse_errors(made: Draft, asked: Approval) -> None:
    """An error stops it; so does a file that is announced and not there."""
    announced = {"attachment"} if not asked.attachments else set()
    errors = [f for f in made.findings if f.severity == "error" or f.check in announced]
    if errors and not asked.despite_findings:
        told = "; ".join(f.text.rstrip(".") for f in errors[:3])
        raise UsageError(
            f"The proofreader found an error ({told}).",
            hint="Mend what it rests on (see --explain of 'heardback draft'), add what is missing "
            "(--attach FILE), or approve it --despite-findings.",
        )


def _refuse_unsigned(made: Draft, tracked: Tracked) -> None:
    """Nobody signs as "You": a name that was never told stops the letter."""
    unnamed = tracked.search.candidate.name == UNNAMED
    if unnamed and UNNAMED in (line.strip() for line in (made.body or "").splitlines()):
        raise UsageError(
            f"The letter is signed “{UNNAMED}”: your name is not known.",
            hint='Tell it: heardback profile --name "Dana Reyes"',
        )


def _account(
    ports: Ports, named: str | None, tracked: Tracked, follow_up: FollowUp, made: Draft
) -> Account | None:
    """Return the account that is named, the one its thread came to, or the first; None: no one."""
    accounts = ports.store.accounts.mail()
    if named is not None:
        found = next((a for a in accounts if named in (a.id, a.address)), None)
        if found is None:
            known = ", ".join(a.id for a in accounts) or "none"
            raise UsageError(f"There is no account {named!r}.", hint=f"Connected are: {known}.")
        return found
    answered = _answered(ports, tracked, follow_up, made)
    if answered is not None and len(accounts) > 1:
        ends = {a.email.casefold() for a in (*answered.to, *answered.cc, answered.from_)}
        accounts = sorted(accounts, key=lambda a: a.address.casefold() not in ends)
    return next(iter(accounts), None)


def _answered(ports: Ports, tracked: Tracked, follow_up: FollowUp, made: Draft) -> Message | None:
    """Return the message that a draft answers, if it is kept."""
    if not made.in_reply_to or thread_head(tracked, follow_up) is None:
        return None
    for each in ports.store.received():
        if each.message is not None and bracketed(each.message.message_id) == made.in_reply_to:
            return each.message
    return None


def _refuse_impossible(account: Account | None, way: Way) -> None:
    if way in ("mailto", "copy"):
        return
    if account is None:
        raise UsageError("No mailbox is connected.", hint="heardback connect mail ADDRESS")
    if way == "smtp" and account.smtp is None:
        raise UsageError(
            f"The account {account.id} has no server for sending.",
            hint=f"heardback connect smtp {account.id} --host HOST, or --way draft.",
        )
    if way == "draft" and (account.imap is None or not account.drafts):
        raise UsageError(
            f"The account {account.id} has no folder for drafts.",
            hint=f"heardback connect mail {account.address} --drafts FOLDER, or --way smtp.",
        )


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that a letter is made of, read once."""

    ports: Ports
    tracked: Tracked
    follow_up: FollowUp
    made: Draft
    account: Account | None
    way: Way
    now: datetime
    asked: Approval
    before: int

    def letter(self, write: Write) -> Letter:
        """Return the letter with its mail written."""
        follow_up, search = self.follow_up, self.tracked.search
        sender = self.account.address if self.account else (search.candidate.email or "")
        _refuse_present_employer(search, sender)
        by_mail = self.way != "copy"
        to = _addresses(search, self.made.to) if by_mail else ()
        cc = _addresses(search, self.made.cc) if by_mail else ()
        key = key_of(self.tracked, follow_up)
        id = sha256(f"{key}\x1f{self.before}".encode()).hexdigest()[:24]
        message_id = self._message_id(id, sender)
        unwritten = self._unwritten(sender, to, cc, message_id) if by_mail else None
        found = self.tracked.find(follow_up.opportunity)
        return Letter(
            id=id,
            follow_up=key,
            plan_id=follow_up.id,
            opportunity=found.key if found else follow_up.opportunity,
            kind=follow_up.kind,
            way=self.way,
            account=self.account.id if self.account else "",
            message_id=message_id,
            sender=sender,
            readers=tuple(a.email for a in (*to, *cc))
            or _reached(search, self.made.to, follow_up.channel),
            blind=(sender,) if self.asked.copy_me and self.way == "smtp" else (),
            subject=self.made.subject or "",
            text=self._words(),
            raw=base64.b64encode(write(unwritten)).decode() if unwritten else "",
            leave_at=self._leaves(),
            latest=follow_up.latest,
            event=self._event(message_id),
            by_hand=self.asked.when is not None or self.asked.at_once,
            known=sum(1 for _ in self.ports.store.received()),
            attached=tuple(each.name for each in self.asked.attachments),
        )

    def _message_id(self, id: str, sender: str) -> str:
        """Return a Message-ID that nobody can guess and no other letter has (RFC 5322, 3.6.4)."""
        salt = self.ports.store.ledger.salt()
        stamp = sha256(salt + f"{id}\x1f{self.now.isoformat()}".encode()).hexdigest()[:32]
        return f"<{stamp}@{sender.rpartition('@')[2] or 'heardback.invalid'}>"

    def _words(self) -> str:
        """Return what is written or said."""
        parts = (self.made.body, self.made.script, self.made.voicemail)
        return "\n\n".join(part for part in parts if part)

    def _unwritten(
        self, sender: str, to: tuple[Address, ...], cc: tuple[Address, ...], message_id: str
    ) -> Unwritten:
        name = self.tracked.search.candidate.name
        head = thread_head(self.tracked, self.follow_up) if self.made.in_reply_to else None
        quoted, quoted_as = self._quoted() if self.asked.quote else ("", "")
        # A draft leaves from the mail program, which needs to be told of the copy.
        blind = self.asked.copy_me and self.way != "smtp"
        return Unwritten(
            sender=Address(name, sender),
            to=to,
            cc=cc,
            bcc=(Address(name, sender),) if blind else (),
            subject=self.made.subject or "",
            text=self._words(),
            message_id=message_id,
            at=self.now.astimezone(zone(self.tracked.search.candidate.timezone)),
            in_reply_to=self.made.in_reply_to,
            references=head.references if head else (),
            quoted=quoted,
            quoted_as=quoted_as,
            attachments=self.asked.attachments,
            unsent=self.way == "mailto",
        )

    def _quoted(self) -> tuple[str, str]:
        """Return the words that are answered, and the line above them."""
        message = _answered(self.ports, self.tracked, self.follow_up, self.made)
        if message is None or message.date is None:
            return "", ""
        here = zone(self.tracked.search.candidate.timezone)
        day = ENGLISH_FACES.long_day(message.date.astimezone(here).date())
        who = message.from_.name or message.from_.email
        return message.text, QUOTED_AS.format(day=day, who=who)

    def _leaves(self) -> datetime:
        """A draft hurts nobody and is made at once; what is sent leaves at a good hour (DL-1)."""
        if self.asked.when is not None:
            return self.asked.when
        follow_up, latest = self.follow_up, self.follow_up.latest
        if self.way != "smtp" or self.asked.at_once:
            asks = follow_up.kind in STATUS_QUESTIONS
            return max(self.now, follow_up.not_before) if asks else self.now
        earliest = max(follow_up.due, self.now + self.asked.undo)
        hours = reader_hours(self.tracked.search, follow_up)
        opens = hours.open(earliest) if hours.open(follow_up.due) == follow_up.due else earliest
        return earliest if latest is not None and opens > latest else opens

    def _event(self, message_id: str) -> dict[str, object]:
        follow_up = self.follow_up
        event: dict[str, object] = {"what": "sent", "kind": follow_up.kind}
        event["to"] = list(follow_up.to)
        event |= {"via": follow_up.via} if follow_up.via else {}
        return event | {
            "channel": follow_up.channel or "email",
            "source": f"message:{message_id}",
        }


def _refuse_present_employer(search: Search, sender: str) -> None:
    present = search.candidate.present_employer
    domain = sender.rpartition("@")[2].casefold()
    if present and domain in {each.casefold() for each in present.domains}:
        raise UsageError(
            f"{sender} belongs to your present employer: nothing leaves from there.",
            hint="Connect a mailbox of your own, and name it with --account.",
        )


def _reached(search: Search, ids: tuple[str, ...], channel: str | None) -> tuple[str, ...]:
    """Return whom words that are copied are for: their addresses, or for what is no mail names."""
    people = [search.people.get(id) for id in ids]
    by_mail = channel == "email"
    return tuple(
        ((p.email if by_mail else "") or p.name) if p else id
        for p, id in zip(people, ids, strict=True)
    )


def _addresses(search: Search, ids: tuple[str, ...]) -> tuple[Address, ...]:
    found = []
    for id in ids:
        person = search.people.get(id)
        if person is None or not person.email:
            raise UsageError(
                f"No address of {person.name if person else id} is known.",
                hint=f"Tell it: heardback correct person:{id} email=ADDRESS",
            )
        found.append(Address(person.name, person.email))
    return tuple(found)
