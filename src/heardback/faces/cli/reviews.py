"""`heardback review`: readings that wait for a yes, and letters that a friend reads."""

import sys
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from heardback import bootstrap
from heardback.errors import InputError, UsageError
from heardback.faces.cli.common import (
    at_option,
    emit,
    help_text,
    json_option,
    open_ports,
    plural,
    read_text,
    say_done,
)
from heardback.faces.cli.screen import terminal
from heardback.faces.cli.tell import review_readings
from heardback.model.plan import KINDS

if TYPE_CHECKING:
    from heardback.service.review import Answer, Request


@click.group(
    "review",
    invoke_without_command=True,
    help=help_text(
        "Readings too uncertain to move anything by themselves: yes or no to each. And letters "
        "that a friend or your recruiter reads before they go: ask, then answer.",
        "heardback review",
        "heardback review --yes KEY",
        "heardback review --no KEY",
        "heardback review ask northwind/thank_you/tom --to friend@example.org --out ask.eml",
        "heardback review answer reply.eml --accept 1,3",
    ),
)
@click.option("--yes", "yes", metavar="KEY", help="This reading is right.")
@click.option("--no", "no", metavar="KEY", help="This reading is wrong.")
@json_option
@click.pass_context
def review_command(ctx: click.Context, yes: str | None, no: str | None, as_json: bool) -> None:
    """Confirm or refuse uncertain readings."""
    if ctx.invoked_subcommand is None:
        review_readings(yes, no, as_json)


@review_command.command(
    "ask",
    short_help="Prepare the message that asks somebody to read a draft.",
    help=help_text(
        "Prepare the message that asks somebody to read a draft before it goes: the letter, what "
        "to look at, and by when it must be back. Nothing is sent.",
        "heardback review ask northwind/thank_you/tom --to friend@example.org",
        "heardback review ask northwind/thank_you/tom --to friend@example.org --out ask.eml",
        "heardback review ask letter.txt --kind check_in --to friend@example.org",
    ),
)
@click.argument("draft")
@click.option("--to", required=True, metavar="ADDRESS", help="Who reads it.")
@click.option("--out", metavar="FILE", help="Write it as an .eml file for your mail program.")
@click.option("--kind", type=click.Choice(KINDS), help="What a letter in a file is.")
@at_option
@json_option
def ask_command(
    draft: str, to: str, out: str | None, kind: str | None, at: str | None, as_json: bool
) -> None:
    """Ask a friend to read a draft."""
    from heardback.service.review import ask, ask_file

    is_file = Path(draft).is_file()
    with open_ports(at, create=is_file) as ports:
        if is_file:
            made = ask_file(ports, draft, read_text(draft), to=to, kind=kind or "")
        else:
            made = ask(ports, draft, to=to)
    if out:
        _write(out, _mail(made))
        say_done(f"Written to {out}. Open it in your mail program and send it.")
    if as_json:
        emit(_request_view(made))
    elif not out:
        click.echo(f"To: {made.to}\nSubject: {made.subject}\n\n{made.body}", nl=False)
    say_done("When the answer is here: heardback review answer FILE")


@review_command.command(
    "answer",
    short_help="Take up what came back, change by change.",
    help=help_text(
        "Read what came back (a mail, an edited copy, or remarks) and take it up change by change. "
        "At a terminal you are asked about each; --accept takes the numbers given.",
        "heardback review answer reply.eml",
        "heardback review answer - < reply.txt",
        "heardback review answer reply.eml --accept all",
        "heardback review answer reply.eml --accept 1,3",
        "heardback review answer reply.eml --accept none",
    ),
)
@click.argument("file")
@click.option("--accept", metavar="all|none|N,…", help="Which changes to take.")
@click.option("--review", metavar="NUMBER", help="Which letter it answers.")
@at_option
@json_option
def answer_command(
    file: str, accept: str | None, review: str | None, at: str | None, as_json: bool
) -> None:
    """Take up a friend's answer."""
    from heardback.service.letter_head import read_head
    from heardback.service.review import read_answer, take

    raw = read_text(file)
    head = read_head(raw)
    text = bootstrap.letter_of_mail(raw, head)[0] if head.is_mime else raw[head.start :]
    with open_ports(at, create=False) as ports:
        answer = read_answer(ports, text, review=review)
        numbers = _numbers(accept, answer)
        if numbers is not None:
            answer = take(ports, answer, numbers)
    if answer.accepted and answer.review.follow_up is None and answer.text is not None:
        _write_letter(answer)
    if as_json:
        emit(_answer_view(answer))
    else:
        _show(answer, is_taken=numbers is not None)
    open_ = numbers is None and bool(answer.changes)
    errors = any(f.severity == "error" for f in answer.findings)
    sys.exit(1 if open_ or answer.missed or errors else 0)


def _numbers(accept: str | None, answer: "Answer") -> list[int] | None:
    """Return the changes to take; None: nobody has said."""
    every = [c.number for c in answer.changes]
    if accept is None:
        return _asked_at_terminal(answer) if sys.stdin.isatty() and sys.stdout.isatty() else None
    if accept.strip() in ("all", "none"):
        return every if accept.strip() == "all" else []
    try:
        return sorted({int(n) for n in accept.split(",")})
    except ValueError:
        raise UsageError(
            f"--accept {accept!r} is neither all nor none nor numbers.", hint="Such as 1,3."
        ) from None


def _asked_at_terminal(answer: "Answer") -> list[int] | None:
    taken = []
    for change in answer.changes:
        screen = terminal()
        _show_change(screen, change.number, change.old, change.new)
        screen.show()
        click.echo("    [y]es, [n]o, [q]uit: ", nl=False)
        key = click.getchar().lower()
        click.echo(key)
        if key == "q":
            return None
        if key == "y":
            taken.append(change.number)
    return taken


def _show(answer: "Answer", *, is_taken: bool) -> None:
    screen = terminal()
    screen.line(f"{answer.review.to} on {answer.review.id}", "bold")
    for change in answer.changes:
        taken = " (taken)" if change.number in answer.accepted else ""
        _show_change(screen, change.number, change.old, change.new, taken)
    for remark in answer.remarks:
        screen.paragraph(f"Remark: {remark}", indent="  ", style="yellow")
    if not answer.changes and not answer.remarks:
        screen.line("Not a word was changed.", "green")
    for number in answer.missed:
        screen.line(f"Change {number} fits no more: that sentence has changed since.", "red")
    for finding in answer.findings:
        style = "red" if finding.severity == "error" else "yellow"
        screen.paragraph(f"{finding.severity}: {finding.text}", indent="", style=style)
    if answer.accepted:
        count = plural(len(answer.accepted), "change")
        screen.line(f"{count} kept in your own words; 'heardback undo' takes it back.", "green")
    elif answer.changes and not is_taken:
        screen.line("Take them with --accept all, or --accept 1,3.", "dim")
    screen.show()


def _show_change(screen: Any, number: int, old: str, new: str, taken: str = "") -> None:
    screen.line(f"{number}{taken}")
    for sign, text, style in (("-", old, "red"), ("+", new, "green")):
        if text.strip():
            screen.paragraph(f"{sign} {' '.join(text.split())}", indent="  ", style=style)


def _request_view(made: "Request") -> dict[str, object]:
    by = made.review_by.isoformat(timespec="seconds") if made.review_by else None
    return {
        "review": made.review,
        "to": made.to,
        "from": made.sender,
        "subject": made.subject,
        "body": made.body,
        "review_by": by,
    }


def _answer_view(answer: "Answer") -> dict[str, object]:
    from heardback.service.draft import finding_view

    return {
        "review": answer.review.review,
        "id": answer.review.id,
        "changes": [
            {
                "number": c.number,
                "old": c.old.strip("\n"),
                "new": c.new.strip("\n"),
                "accepted": c.number in answer.accepted,
            }
            for c in answer.changes
        ],
        "remarks": list(answer.remarks),
        "missed": list(answer.missed),
        "text": answer.text,
        "findings": [finding_view(f) for f in answer.findings],
    }


def _mail(made: "Request") -> bytes:
    message = EmailMessage()
    if made.sender:
        message["From"] = made.sender
    message["To"] = made.to
    message["Subject"] = made.subject
    message["X-Unsent"] = "1"  # mail programs open it as a message still to be sent
    message.set_content(made.body)
    return message.as_bytes()


def _write(out: str, raw: bytes) -> None:
    try:
        Path(out).write_bytes(raw)
    except OSError as error:
        raise InputError(out, None, f"cannot be written: {error.strerror}.") from error


def _write_letter(answer: "Answer") -> None:
    """Put the changed letter in the file's place, unless the file has changed since."""
    path = answer.review.id
    if read_text(path).rstrip() != answer.review.text.rstrip():
        raise UsageError(f"{path} has changed since it was given away.", hint="Ask once more.")
    _write(path, f"{answer.text}\n".encode())
    say_done(f"Written to {path}.")
