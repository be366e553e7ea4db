"""Which folder is which: by what the server says of them (RFC 6154), else by their usual names."""

from collections.abc import Iterable, Sequence
from typing import Literal

from heardback.adapters.mail.imap import Folder
from heardback.errors import FolderMissing

Use = Literal["sent", "drafts", "junk", "trash", "all"]

_NAMES: dict[Use, tuple[str, ...]] = {
    "sent": (
        "sent",
        "sent items",
        "sent messages",
        "sent mail",
        "gesendet",
        "gesendete objekte",
        "gesendete elemente",
        "envoyés",
        "éléments envoyés",
        "messages envoyés",
        "enviados",
        "elementos enviados",
        "itens enviados",
        "inviata",
        "posta inviata",
        "verzonden",
        "verzonden items",
        "skickat",
        "sendt",
        "wysłane",
        "отправленные",
        "已发送",
        "送信済み",
    ),
    "drafts": (
        "drafts",
        "draft",
        "entwürfe",
        "brouillons",
        "borradores",
        "rascunhos",
        "bozze",
        "concepten",
        "utkast",
        "kladder",
        "wersje robocze",
        "черновики",
        "草稿",
        "下書き",
    ),
    "junk": (
        "junk",
        "junk e-mail",
        "junk email",
        "spam",
        "bulk mail",
        "spamverdacht",
        "courrier indésirable",
        "correo no deseado",
        "posta indesiderata",
        "ongewenst",
        "спам",
    ),
    "trash": (
        "trash",
        "deleted items",
        "deleted messages",
        "deleted",
        "bin",
        "papierkorb",
        "gelöschte elemente",
        "gelöschte objekte",
        "corbeille",
        "papelera",
        "lixeira",
        "cestino",
        "prullenbak",
        "papperskorgen",
        "kosz",
        "корзина",
    ),
    "all": (),
}
_MARKS: dict[Use, str] = {
    "sent": "\\sent",
    "drafts": "\\drafts",
    "junk": "\\junk",
    "trash": "\\trash",
    "all": "\\all",
}


def special(folders: Iterable[Folder], use: Use) -> str | None:
    """Return the folder for sent mail, drafts and so on: marked so, else named so, else None."""
    rows = [each for each in folders if each.holds_mail]
    marked = [each.name for each in rows if _MARKS[use] in each.marks]
    if marked:
        return marked[0]
    by_name = {_last(each).casefold(): each.name for each in reversed(rows)}
    return next((by_name[name] for name in _NAMES[use] if name in by_name), None)


def folders_to_read(folders: Sequence[Folder], *, chosen: Sequence[str] = ()) -> list[Folder]:
    """Return the folders whose mail is read, by name.

    Those that were chosen, else all but drafts, junk and deleted mail; where one folder holds all
    mail (as at Gmail), that one is enough. Raise FolderMissing for a chosen one that is gone.
    """
    rows = {each.name: each for each in folders if each.holds_mail}
    if chosen:
        for name in chosen:
            if name not in rows:
                raise FolderMissing(
                    f"There is no folder {name!r} in the mailbox (any more).",
                    hint=f"It has: {', '.join(sorted(rows)[:20])}.",
                )
        return [rows[name] for name in sorted(set(chosen))]
    everything = [each for each in rows.values() if "\\all" in each.marks]
    if everything:
        return everything
    left_out = {special(folders, use) for use in ("drafts", "junk", "trash")}
    return sorted(
        (each for each in rows.values() if each.name not in left_out), key=lambda each: each.name
    )


def _last(folder: Folder) -> str:
    """Return the last part of a folder's name: "INBOX.Sent" is "Sent"."""
    return folder.name.rpartition(folder.delimiter)[2] or folder.name
