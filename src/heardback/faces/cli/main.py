"""The command line: `heardback COMMAND`, every command with help and examples."""

import sys

import click

from heardback import __version__
from heardback.errors import HeardBackError
from heardback.faces.cli.lazy import LazyGroup

COMMANDS = {
    "demo": ("demo", "See it at work on a made-up job search, on a mailbox of its own."),
    "profile": ("profile", "Who you are and what you can do, told or read from a résumé."),
    "connect": ("connect", "Connect a mailbox, a server for sending, or a calendar."),
    "accounts": ("accounts", "What is connected; take an account away."),
    "sync": ("sync", "Read what is new in the connected mailboxes and calendars."),
    "watch": ("watch", "Wait for answers and read them as they come."),
    "approve": ("outbox", "Approve a draft: it leaves at its hour, if nothing speaks against it."),
    "schedule": ("outbox", "Approve a draft for an hour of yours."),
    "deliver": ("outbox", "Let approved letters leave that are due; none leaves twice."),
    "outbox": ("outbox", "Letters on their way out, and where each stands."),
    "recall": ("outbox", "Take back an approved letter before it leaves."),
    "calendar": ("feed", "Follow-ups and deadlines as a calendar to subscribe to."),
    "remind": ("remind", "A notice, a push message, one mail a day: how you are reminded."),
    "service": ("service", "Let watch run by itself whenever you are logged in."),
    "activity": ("feed", "What was read, said, written and sent, and when."),
    "import": ("importing", "Read mailboxes, calendars or a search file."),
    "web": ("web", "Open HeardBack in your browser."),
    "today": ("agenda", "Whom to write to today, whom to leave in peace until when, and why."),
    "agenda": ("agenda", "The days ahead."),
    "show": ("show", "One opportunity: everything that happened, with quotes."),
    "why": ("show", "Why a follow-up is due, or why none is."),
    "draft": ("drafts", "Write a follow-up from recorded facts."),
    "edit": ("drafts", "Put a draft into your own words, which are kept."),
    "habits": ("drafts", "How you greet, sign and write, learned from your sent mail."),
    "proofread": ("letters", "Check a letter before it leaves."),
    "done": ("deeds", "Say that you have sent or done a follow-up."),
    "snooze": ("deeds", "Show a follow-up again later."),
    "skip": ("deeds", "Never show a follow-up again."),
    "log": ("tell", "Note an interview, a call, an offer or anything else by hand."),
    "debrief": ("tell", "Answer five questions after an interview."),
    "add": ("tell", "Enter an opportunity by hand."),
    "correct": ("tell", "Mend anything that was read wrongly."),
    "review": ("reviews", "Readings that wait for your yes; letters that a friend reads."),
    "merge": ("tell", "Two opportunities are one."),
    "split": ("tell", "Messages of one opportunity belong to another."),
    "undo": ("deeds", "Take back the last thing you said."),
    "preferences": ("preferences", "See, explain and change what the playbook lets you decide."),
    "export": ("importing", "Write the whole search as one plain file."),
    "plan": ("files", "Plan a search file directly, without a store."),
    "simulate": ("ahead", "How the plan unfolds if nobody answers, or if they answer thus."),
    "may": ("ahead", "Whether a follow-up may go to somebody, and why."),
    "timeframe": ("files", "Read when an employer said it would answer."),
    "understand": ("files", "Say what messages mean, one line each."),
    "schema": ("files", "The JSON Schema of a public format."),
    "rebuild": ("care", "Read everything kept once more."),
    "backup": ("care", "Write the whole store to one file."),
    "restore": ("care", "Put a backup in the store's place."),
    "doctor": ("care", "What is configured, what is missing, is the store sound."),
    "completion": ("care", "Shell completion for bash, zsh or fish."),
}


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with 'heardback demo', or 'heardback import ~/Mail' and 'heardback today'.",
)
@click.version_option(__version__, prog_name="heardback")
@click.option(
    "--data", metavar="DIR", help="The folder that holds your store (default: the platform's)."
)
@click.pass_context
def cli(ctx: click.Context, data: str | None) -> None:
    """Know when and how to follow up after a job interview, and why.

    HeardBack reads your own mail and calendar on this machine, works out each opportunity, and
    says whom to write to today and whom to leave in peace until when. Nothing leaves unapproved.
    """
    ctx.obj = {"data": data}


def main() -> None:
    """Run the command line; turn every error of ours into one clear line and its exit code."""
    try:
        cli.main(prog_name="heardback", standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        error.show(sys.stderr)
        sys.exit(2)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except HeardBackError as error:
        click.echo(f"{error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
