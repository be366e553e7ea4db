"""Every statement of the store in SQLAlchemy Core, by name, and its text for SQLite.

Loading SQLAlchemy takes longer than most commands, so a store in SQLite runs the texts in
`sqlite.json`, which `scripts/statements` writes from here; a test holds the two together.
PostgreSQL will run these same statements through an engine (docs/decisions/005).
"""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Executable, Select, bindparam, delete, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from heardback.adapters.store.tables import (
    TRUTHS,
    agenda,
    alembic_version,
    done,
    guards,
    journal,
    meta,
    metadata,
    observation,
    outbox,
    received,
    said,
    seen,
    source,
)


def statements(insert: Callable[[Any], Any]) -> dict[str, Executable]:
    """Given the dialect's own `insert`, return every statement the store runs, by name."""
    return _truths(insert) | _derived(insert) | _memory(insert) | _ledger(insert)


def _adding(insert: Callable[[Any], Any], table: Any, *names: str) -> Any:
    return insert(table).values({name: bindparam(name) for name in names})


def _keeping(insert: Callable[[Any], Any], table: Any, key: str, *names: str) -> Any:
    """Return an insert that replaces the row with the same key."""
    keep = _adding(insert, table, key, *names)
    changes = {name: keep.excluded[name] for name in names}
    return keep.on_conflict_do_update(index_elements=[key], set_=changes)


def _paged(statement: Select[Any]) -> Select[Any]:
    # Without an offset SQLite's dialect binds one of its own.
    return statement.limit(bindparam("page")).offset(literal_column("0"))


def _truths(insert: Callable[[Any], Any]) -> dict[str, Executable]:
    page = select(received.c.number, received.c.key, received.c.kind, received.c.origin)
    page = page.add_columns(received.c.body).where(received.c.number > bindparam("last"))
    found: dict[str, Executable] = {
        "received_page": _paged(page.order_by(received.c.number)),
        "received_add": _adding(
            insert, received, "key", "kind", "origin", "body"
        ).on_conflict_do_nothing(index_elements=["key"]),
    }
    for table in TRUTHS:
        found[f"{table.name}_count"] = select(func.count()).select_from(table)
    for table in (said, done, outbox, journal):
        add = _adding(insert, table, "id", "at", "body")
        found[f"{table.name}_add"] = add.on_conflict_do_nothing(index_elements=["id"])
        found[f"{table.name}_all"] = select(table.c.body).order_by(table.c.number)
    return found


def _derived(insert: Callable[[Any], Any]) -> dict[str, Executable]:
    ours = observation.c.reader == bindparam("reader")
    return {
        "observation_keep": _keeping(insert, observation, "key", "reader", "body"),
        "observation_all": select(observation.c.key, observation.c.body).where(ours),
        "observation_forget": delete(observation),
        "agenda_add": _adding(insert, agenda, "id", "made_at", "good_until", "view"),
        "agenda_all": select(agenda.c.made_at, agenda.c.good_until, agenda.c.view),
        "agenda_forget": delete(agenda),
    }


def _memory(insert: Callable[[Any], Any]) -> dict[str, Executable]:
    return {
        "meta_keep": _keeping(insert, meta, "key", "value"),
        "meta_get": select(meta.c.value).where(meta.c.key == bindparam("key")),
        "revision_add": _adding(insert, alembic_version, "version_num"),
        "revision_get": select(alembic_version.c.version_num),
    }


def _ledger(insert: Callable[[Any], Any]) -> dict[str, Executable]:
    waiting = seen.c.verdict == literal_column("'waiting'")
    columns = ("source", "place", "token", "thread", "people", "verdict")
    note = _adding(insert, seen, *columns)
    line = select(source.c.name, seen.c.place, seen.c.token, seen.c.thread, seen.c.people)
    line = line.add_columns(seen.c.verdict, seen.c.number)
    line = line.select_from(seen.join(source)).order_by(seen.c.number)
    judge = update(seen).where(seen.c.number == bindparam("line"))
    places = select(seen.c.place).join(source).where(source.c.name == bindparam("name"))
    return {
        "source_keep": _keeping(insert, source, "name", "print", "count"),
        "source_add": _adding(insert, source, "name", "count"),
        "source_get": select(source.c.id).where(source.c.name == bindparam("name")),
        "source_marks": select(source.c.name, source.c.print, source.c.count).where(
            source.c.print.is_not(None)
        ),
        "seen_note": note.on_conflict_do_update(
            index_elements=["token"],
            set_={"source": note.excluded.source, "place": note.excluded.place},
            where=waiting,
        ),
        "seen_move": update(seen)
        .where(seen.c.token == bindparam("sought"))
        .values(source=bindparam("now_in"), place=bindparam("now_at")),
        "seen_verdicts": select(seen.c.token, seen.c.verdict),
        "seen_places": places.where(~waiting),
        "seen_lines": _paged(line.where(seen.c.number > bindparam("last"))),
        "seen_waiting": line.where(waiting),
        "seen_judge": judge.values(verdict=bindparam("judged")),
    }


def sqlite_text() -> str:
    """Return what `sqlite.json` holds: each statement with the names of its parameters in order."""
    dialect = SQLiteDialect_pysqlite(paramstyle="qmark")
    found = {}
    for name, statement in statements(sqlite_insert).items():
        compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # Executable hides it
        found[name] = [_flat(str(compiled)), list(compiled.positiontup or ())]
    return json.dumps({"schema": _schema(dialect), "statements": found}, indent=1) + "\n"


def _schema(dialect: SQLiteDialect_pysqlite) -> list[str]:
    """Return what makes an empty file a store: tables, indexes, the guards of the truths."""
    found: list[str] = []
    for table in metadata.sorted_tables:
        found.append(_flat(str(CreateTable(table).compile(dialect=dialect))))
        found += [_flat(str(CreateIndex(each).compile(dialect=dialect))) for each in table.indexes]
        if table in TRUTHS:
            found += guards(table.name)
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())
