"""Syncing a test's mailbox into a store, and telling whether two stores hold the same."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from heardback import bootstrap
from heardback.adapters.mail.imap_box import ImapBox
from heardback.adapters.store.sql import SqlStore, open_store
from heardback.model.account import Account
from heardback.online.sync import reopening
from heardback.service.sync import AccountRow, sync_boxes
from tests.mailbox.letters import ME
from tests.servers.dovecot import PASSWORD


def sync_account(
    store: SqlStore,
    account: Account,
    *,
    secret: str = PASSWORD,
    pauses: tuple[float, ...] = (0.0, 0.0, 0.0),
    folders: Sequence[str] = (),
) -> AccountRow:
    box = ImapBox(account, secret=lambda: secret, pauses=pauses)
    try:
        reading = replace(bootstrap.reading(), open_sources=reopening([box]))
        report = sync_boxes(
            store, boxes=[box], reading=reading, me=frozenset({ME}), folders=folders
        )
    finally:
        box.close()
    return report.accounts[0]


def synced(path: Path, account: Account) -> AccountRow:
    store = open_store(path)
    try:
        return sync_account(store, account)
    finally:
        store.close()


def kept(store: SqlStore) -> list[str]:
    return sorted(each.key for each in store.received())


def holdings(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a sync leaves in a store, whatever way it came there."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(text).fetchall()
            for name, text in {
                "received": "SELECT key, kind, origin, body FROM received ORDER BY key",
                "observation": "SELECT key, reader, body FROM observation ORDER BY key",
                "seen": "SELECT token, thread, people, verdict, place, source.name "
                "FROM seen JOIN source ON source.id = seen.source ORDER BY token",
                "source": "SELECT name, print, count FROM source ORDER BY name",
            }.items()
        }
