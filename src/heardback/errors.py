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
