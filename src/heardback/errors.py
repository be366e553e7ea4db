"""Every way HeardBack can fail, each with a sentence for a person and a hint how to mend it."""


class HeardBackError(Exception):
    """The base of all our errors: a message and, where there is one, a hint."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the sentence a person reads."""
        return f"{self.message} {self.hint}".strip()


class InputError(HeardBackError):
    """A file that cannot be used: `FILE:LINE: what is wrong and how to mend it`."""

    def __init__(self, file: str, line: int | None, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.file = file
        self.line = line

    def __str__(self) -> str:
        """Return the one line of the contract."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {super().__str__()}"


class SearchFileError(InputError):
    """A search file that is refused whole."""


class UnreadableMail(InputError):
    """A mailbox, archive or message that cannot be read."""


class UsageError(HeardBackError):
    """A command that was asked for something it cannot do."""


class UnknownFollowUp(UsageError):
    """An id that the plan does not list."""


class UnknownOpportunity(UsageError):
    """A name that is no opportunity of this search."""


class ModelError(UsageError):
    """The language model cannot be asked, or its answer cannot be used."""


class StoreError(HeardBackError):
    """The store cannot be used: damaged, newer than this program, not writable."""


class StoreBusy(StoreError):
    """Another HeardBack is at work on the same store."""


class DiskFull(StoreError):
    """The disk is full; what was being written has been rolled back."""


class DraftRefused(UsageError):
    """A message that may not be written: a bluff, a channel the employer closed."""


class OutboxProblem(UsageError):
    """A letter that is on its way already, has left, or is in another run's hands."""


class ServerProblem(HeardBackError):
    """A mail or calendar server that cannot be used as things are."""


class Unreachable(ServerProblem):
    """No connection: the name is unknown, nothing answers, or no network is there."""


class AccountGone(ServerProblem):
    """A letter's account is connected no more."""


class CertificateRefused(ServerProblem):
    """The server could not show that it is who it says."""


class LoginRefused(ServerProblem):
    """The server did not accept name and secret."""


class AppPasswordNeeded(LoginRefused):
    """The provider takes no ordinary password from programs."""


class ConnectionLost(ServerProblem):
    """The connection broke; what was under way may or may not have been done."""


class ServerRefused(ServerProblem):
    """The server said no to a request, in its own words."""


class ServerBusy(ServerProblem):
    """The server says: not now; nothing was taken."""


class FolderMissing(ServerRefused):
    """There is no such folder in the mailbox."""


class MailboxFull(ServerRefused):
    """There is no room left in the mailbox."""


class MailboxReadOnly(ServerRefused):
    """Nothing may be written to this folder."""


class NotifierProblem(HeardBackError):
    """A way of reminding that does not work here."""


class SecretMissing(HeardBackError):
    """A password or token is needed and not kept anywhere."""


class SecretsLocked(HeardBackError):
    """The kept secrets cannot be opened: no passphrase, or a wrong one."""
