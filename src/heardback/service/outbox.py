"""What is on its way out: approved, taken back, listed; and how a step is taken once."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from heardback.errors import OutboxProblem, UsageError
from heardback.model.account import Account
from heardback.model.delivery import ENDED, Letter, Standing, Step, StepKind, Way, standings
from heardback.model.draft import Draft
from heardback.model.message import Address
from heardback.model.plan import FollowUp
from heardback.model.search import Search
from heardback.ports import Ports
from heardback.service.deeds import key_of, listed
from heardback.service.letters import draft, thread_head
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
    subject: str
    text: str
    message_id: str
    at: datetime
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """How an approved letter is to leave; None: as the account has it, as soon as it is time."""

    way: Way | None = None
    account: str | None = None
    when: datetime | None = None
    despite_findings: bool = False
    again: bool = False
    undo: timedelta = UNDO


def approve(ports: Ports, id: str, asked: Approval, *, write: Write) -> Standing:
    """Fix a follow-up's draft as a letter and let it leave. Nothing is sent here.

    Raise UnknownFollowUp if the plan does not list it, UsageError if it is no mail, the account or
    an address is missing, or the proofreader found an error; OutboxProblem if a letter for it is
    on its way already.
    """
    tracked, follow_up = listed(ports, id)
    now = ports.clock.now()
    _refuse_second(ports, tracked, follow_up, asked, now)
    if follow_up.channel != "email" and not (follow_up.channel is None and follow_up.to):
        raise UsageError(
            f"{id} is no mail ({follow_up.channel or 'your own decision'}).",
            hint=f"See the words with 'heardback draft {id}', then 'heardback done {id}'.",
        )
    made = draft(ports, id)
    _refuse_errors(made, asked)
    account = _account(ports, asked.account)
    way = asked.way or ("smtp" if account.delivery == "smtp" else "draft")
    _refuse_impossible(account, way)
    letter = _letter(tracked, follow_up, made, account=account, way=way, at=now, write=write)
    leave_at = asked.when or _leaves(follow_up, way, now, asked.undo)
    letter = replace(letter, leave_at=leave_at)
    step = Step(letter=letter.id, number=0, at=now, kind="approved", body=letter)
    if not ports.store.outbox.take(step):
        raise OutboxProblem(f"{id} has just been approved by another HeardBack.")
    return Standing(letter, (step,))


def _leaves(follow_up: FollowUp, way: Way, now: datetime, undo: timedelta) -> datetime:
    """A draft hurts nobody and is made at once; what is sent leaves at the reader's good hour."""
    if way == "draft":
        return now
    return max(follow_up.due, now + undo) if follow_up.due else now + undo


def _refuse_second(
    ports: Ports, tracked: Tracked, follow_up: FollowUp, asked: Approval, now: datetime
) -> None:
    key = key_of(tracked, follow_up)
    for standing in standings(ports.store.outbox.steps()):
        if standing.letter.follow_up != key or standing.kind in ENDED:
            continue
        if standing.kind == "theirs" and asked.again:
            take(ports, standing, "withdrawn", at=now, why="another draft was asked for")
            continue
        hint = f"Take it back first: heardback recall {follow_up.id}"
        if standing.kind == "theirs":
            hint = f"You changed or deleted that draft; for another: approve {follow_up.id} --again"
        raise OutboxProblem(
            f"A letter for {follow_up.id} is on its way already ({standing.kind}).", hint=hint
        )


def _refuse_errors(made: Draft, asked: Approval) -> None:
    errors = [f for f in made.findings if f.severity == "error"]
    if errors and not asked.despite_findings:
        told = "; ".join(f"{f.check}: {f.text}" for f in errors[:3])
        raise UsageError(
            f"The proofreader found an error ({told}).",
            hint=f"Mend it with 'heardback edit {made.id}', or approve it --despite-findings.",
        )


def _account(ports: Ports, named: str | None) -> Account:
    accounts = ports.store.accounts.mail()
    found = next((a for a in accounts if named in (None, a.id, a.address)), None)
    if found is None:
        known = ", ".join(a.id for a in accounts)
        raise UsageError(
            f"There is no account {named!r}." if named else "No mailbox is connected.",
            hint=f"Connected are: {known}." if known else "heardback connect mail ADDRESS",
        )
    return found


def _refuse_impossible(account: Account, way: Way) -> None:
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


def _letter(
    tracked: Tracked,
    follow_up: FollowUp,
    made: Draft,
    *,
    account: Account,
    way: Way,
    at: datetime,
    write: Write,
) -> Letter:
    search = tracked.search
    _refuse_present_employer(search, account)
    to, cc = _addresses(search, made.to), _addresses(search, made.cc)
    key = key_of(tracked, follow_up)
    stamp = sha256(f"{key}\x1f{at.isoformat()}\x1f{account.id}".encode()).hexdigest()[:24]
    message_id = f"<heardback.{stamp}@{account.address.rpartition('@')[2]}>"
    head = thread_head(tracked, follow_up) if made.in_reply_to else None
    unwritten = Unwritten(
        sender=Address(search.candidate.name, account.address),
        to=to,
        cc=cc,
        subject=made.subject or "",
        text=made.body or "",
        message_id=message_id,
        at=at,
        in_reply_to=made.in_reply_to,
        references=head.references if head else (),
    )
    found = tracked.find(follow_up.opportunity)
    event: dict[str, object] = {"what": "sent", "kind": follow_up.kind, "to": list(follow_up.to)}
    event |= {"via": follow_up.via} if follow_up.via else {}
    event |= {"channel": "email", "source": f"message:{message_id}"}
    return Letter(
        id=stamp,
        follow_up=key,
        plan_id=follow_up.id,
        opportunity=found.key if found else follow_up.opportunity,
        kind=follow_up.kind,
        way=way,
        account=account.id,
        message_id=message_id,
        sender=account.address,
        readers=tuple(a.email for a in (*to, *cc)),
        subject=unwritten.subject,
        text=unwritten.text,
        raw=base64.b64encode(write(unwritten)).decode(),
        leave_at=at,
        latest=follow_up.latest,
        event=event,
    )


def _refuse_present_employer(search: Search, account: Account) -> None:
    present = search.candidate.present_employer
    domain = account.address.rpartition("@")[2].casefold()
    if present and domain in {each.casefold() for each in present.domains}:
        raise UsageError(
            f"{account.address} belongs to your present employer: nothing leaves from there.",
            hint="Connect a mailbox of your own, and name it with --account.",
        )


def _addresses(search: Search, ids: tuple[str, ...]) -> tuple[Address, ...]:
    found = []
    for id in ids:
        person = search.people.get(id)
        if person is None or not person.email:
            raise UsageError(
                f"No address of {person.name if person else id} is known.",
                hint=f"heardback person {id} --email ADDRESS",
            )
        found.append(Address(person.name, person.email))
    return tuple(found)


def recall(ports: Ports, id: str) -> Standing:
    """Take a letter back that has not left; raise OutboxProblem if it has, or there is none.

    A draft that lies in the mailbox is taken out of there at the next delivery, if it is untouched.
    """
    mine = [s for s in all_standings(ports) if id in (s.letter.plan_id, s.letter.id)]
    mine = [s for s in mine if s.kind not in ENDED] or mine[-1:]
    if not mine:
        raise OutboxProblem(f"No letter for {id!r} is on its way.", hint="See heardback outbox.")
    standing = mine[-1]
    if standing.kind in ("sent", "handing", "unknown"):
        told = "has left" if standing.kind == "sent" else "may have left"
        raise OutboxProblem(f"The letter for {standing.letter.plan_id} {told} already.")
    if standing.kind in ENDED:
        raise OutboxProblem(f"The letter for {standing.letter.plan_id} is {standing.kind} already.")
    why = "you took it back"
    return take(ports, standing, "withdrawn", at=ports.clock.now(), why=why)


def settle(ports: Ports, id: str, *, was_sent: bool) -> Standing:
    """Say what became of a letter of which nobody knows: it was sent, or it was not."""
    unknown = [s for s in all_standings(ports) if s.kind == "unknown"]
    found = next((s for s in unknown if id in (s.letter.plan_id, s.letter.id)), None)
    if found is None:
        raise OutboxProblem(f"Nothing about {id!r} is open.", hint="See heardback outbox.")
    now = ports.clock.now()
    if was_sent:
        return take(ports, found, "sent", at=now, why="you said that it was sent")
    return take(ports, found, "waiting", at=now, why="you said that it was not sent")


def all_standings(ports: Ports) -> list[Standing]:
    """Return every letter with where it stands, in the order of approval."""
    return standings(ports.store.outbox.steps())


def take(
    ports: Ports,
    standing: Standing,
    kind: StepKind,
    *,
    at: datetime,
    why: str = "",
    quote: str = "",
    place: str = "",
) -> Standing:
    """Take the next step of a letter; raise OutboxProblem if another run was faster."""
    step = Step(
        letter=standing.letter.id,
        number=standing.last.number + 1,
        at=at,
        kind=kind,
        why=why,
        quote=quote,
        place=place,
    )
    if not ports.store.outbox.take(step):
        raise OutboxProblem(
            f"Another HeardBack has the letter for {standing.letter.plan_id} in hand."
        )
    return Standing(standing.letter, (*standing.steps, step))
