"""What the store's file must bear: other processes, damage, a full disk, and the future."""

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from heardback.adapters.store import quick, tables
from heardback.adapters.store.database import TEXTS
from heardback.adapters.store.kept import agenda_row
from heardback.adapters.store.ready import MIGRATIONS, REVISION, make_ready
from heardback.adapters.store.sql import SqlStore, open_store
from heardback.adapters.store.statements import sqlite_text
from heardback.errors import DiskFull, StoreBusy, StoreError
from heardback.lock import WriterLock
from heardback.ports import Agenda, Mark
from tests.contracts.nouns import AT, deed, kept_agenda, line, mail, saying

MARKS = {"/m": Mark(print="1:2:3", count=4)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "heardback.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    opened = open_store(path)
    yield opened
    opened.close()


def sql(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def raw(store: SqlStore) -> sqlite3.Connection:
    """Return the connection that writes."""
    assert store.database.writer is not None
    return store.database.writer


def test_only_its_owner_can_read_the_store(path: Path, store: SqlStore) -> None:
    store.say(saying("a"))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each


def test_the_connection_is_durable_and_keeps_foreign_keys(store: SqlStore) -> None:
    store.say(saying("a"))
    settings = {
        name: raw(store).execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    }
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert settings == expected


@pytest.mark.parametrize("table", ["received", "said", "done"])
@pytest.mark.parametrize("deed_", ["UPDATE {} SET body = ''", "DELETE FROM {}"])
def test_truths_refuse_to_be_changed(path: Path, store: SqlStore, table: str, deed_: str) -> None:
    store.receive([mail("a")])
    store.say(saying("a"))
    store.do(deed("a"))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(path, deed_.format(table))


def test_a_missing_store_is_said_and_not_made_where_it_should_be_there(path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store"):
        open_store(path, create=False)
    assert not path.exists()


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    open_store(path).close()
    assert sql(path, "SELECT value FROM meta WHERE key = 'schema'") == [(quick.SCHEMA,)]


# A second HeardBack ------------------------------------------------------------------------------


def test_a_second_writer_is_told_that_another_one_is_at_work(path: Path, store: SqlStore) -> None:
    second = open_store(path)
    second._lock.patience = 0.1
    with store.writing():
        with pytest.raises(StoreBusy, match=rf"Another HeardBack \(process {os.getpid()}\)"):
            second.say(saying("b"))
        assert second.sayings() == []
    second.say(saying("b"))
    assert store.sayings() == [saying("b")]
    second.close()


def test_reading_is_possible_while_another_writes(path: Path, store: SqlStore) -> None:
    second = open_store(path)
    with store.transaction():
        store.say(saying("a"))
        assert second.sayings() == []
        assert agenda_row(str(path)) is None
    assert second.sayings() == [saying("a")]
    second.close()


def test_a_writer_that_died_leaves_no_lock(path: Path, store: SqlStore) -> None:
    code = (
        "import os, sys; from pathlib import Path; from heardback.lock import WriterLock\n"
        "WriterLock(Path(sys.argv[1])).held().__enter__(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert WriterLock(path).holder() is None
    store.say(saying("a"))


def test_a_foreign_program_on_the_file_is_named_as_such(path: Path, store: SqlStore) -> None:
    store.say(saying("a"))
    raw(store).execute("PRAGMA busy_timeout=10")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="Another program is using the store"):
            store.say(saying("b"))
    store.say(saying("b"))


def test_two_processes_may_make_the_store_at_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from heardback.adapters.store.sql import open_store\n"
        "store = open_store(Path(sys.argv[1])); store.ledger.salt(); store.close()"
    )
    several = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(4)]
    assert [each.wait() for each in several] == [0, 0, 0, 0]
    assert len(sql(path, "SELECT * FROM meta")) == 2


# Damage ------------------------------------------------------------------------------------------


def test_a_file_that_is_no_database_is_named_with_the_way_out(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("my shopping list\n" * 200)
    with pytest.raises(StoreError, match="is damaged") as caught:
        open_store(path)
    assert str(path) in str(caught.value) and "heardback restore" in str(caught.value)
    assert path.read_text().startswith("my shopping list")


def test_a_database_of_somebody_else_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    sql(path, "CREATE TABLE recipes(id)")
    with pytest.raises(StoreError, match="not one of HeardBack's"):
        open_store(path)
    assert sql(path, "SELECT name FROM sqlite_master") == [("recipes",)]


def test_damage_in_the_middle_is_found_and_named(path: Path) -> None:
    store = open_store(path)
    store.receive([mail(str(number), "x" * 3000) for number in range(300)])
    store.close()
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 40960] = b"\x5a" * 40960
    path.write_bytes(raw)
    store = open_store(path)
    with pytest.raises(StoreError, match="is damaged"):
        list(store.received())
    store.close()


def test_a_row_that_is_no_noun_is_damage(path: Path, store: SqlStore) -> None:
    store.say(saying("a"))
    sql(path, "INSERT INTO said(id, at, body) VALUES('x', '', '{}')")
    with pytest.raises(StoreError, match="is damaged"):
        store.sayings()


def test_a_store_of_a_newer_heardback_is_left_as_it_is(path: Path) -> None:
    open_store(path).close()
    sql(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="made by a newer HeardBack"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be created"):
        open_store(tmp_path / "file" / "heardback.db")


# A full disk -------------------------------------------------------------------------------------


def test_a_full_store_rolls_back_what_was_being_written(store: SqlStore) -> None:
    store.receive([mail("a")])
    raw(store).execute("PRAGMA max_page_count=60")
    with pytest.raises(DiskFull, match="The disk is full"):
        store.receive([mail(str(number), "x" * 5000) for number in range(500)])
    assert [each.key for each in store.received()] == ["a"]
    raw(store).execute("PRAGMA max_page_count=1000000")
    assert store.receive([mail("b")]) == 1


@pytest.mark.slow
def test_a_disk_without_room_leaves_the_store_as_it_was(path: Path) -> None:
    """The operating system refuses to let files grow, as a full disk would."""
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from heardback.adapters.store.sql import open_store\n"
        "from heardback.errors import StoreError\n"
        "from tests.contracts.nouns import mail\n"
        "store = open_store(Path(sys.argv[1])); store.receive([mail('a')])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))\n"
        "try: store.receive([mail(str(n), 'x' * 5000) for n in range(500)])\n"
        "except StoreError as error: print(type(error).__name__)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)\n"
        "print([each.key for each in store.received()], store.receive([mail('b')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0] in ("DiskFull", "StoreError")
    assert done.stdout.splitlines()[1] == "['a'] 1"
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


# Migrations --------------------------------------------------------------------------------------


def migrated(path: Path, migrations: Path = MIGRATIONS) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        config.attributes["metadata"] = tables.metadata
        command.upgrade(config, "head")
    engine.dispose()


def shape(path: Path) -> set[tuple[object, ...]]:
    rows = sql(path, "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    strip = str.maketrans("", "", ' \t\n"')
    found = {(kind, name, str(text).translate(strip)) for kind, name, text in rows}
    return {each for each in found if each[1] != "alembic_version"}


def test_the_migrations_lead_to_the_tables_the_program_uses(tmp_path: Path) -> None:
    open_store(tmp_path / "made.db").close()
    migrated(tmp_path / "migrated.db")
    columns = {
        table.name: sql(tmp_path / "made.db", f"PRAGMA table_info({table.name})")
        for table in tables.metadata.sorted_tables
    }
    for name, made in columns.items():
        migrated_ = sql(tmp_path / "migrated.db", f"PRAGMA table_info({name})")
        assert [row[1:6] for row in migrated_] == [row[1:6] for row in made], name
    made_names = {each[:2] for each in shape(tmp_path / "made.db")}
    assert {each[:2] for each in shape(tmp_path / "migrated.db")} == made_names
    head = sql(tmp_path / "migrated.db", "SELECT version_num FROM alembic_version")
    assert head == [(REVISION,)]


def a_further_migration(folder: Path, does: str) -> Path:
    """Return a copy of the migrations with one more, which runs this line."""
    future = folder / "migrations"
    shutil.copytree(MIGRATIONS, future, ignore=shutil.ignore_patterns("__pycache__"))
    (future / "versions" / "0002_test.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        "revision, down_revision = '0004', '0003'\n"
        f"def upgrade():\n    {does}\n"
    )
    return future


def test_an_older_store_is_brought_up_to_date_and_a_copy_is_kept(
    path: Path, tmp_path: Path
) -> None:
    store = open_store(path)
    store.say(saying("a"))
    store.close()
    future = a_further_migration(tmp_path, "op.add_column('said', sa.Column('mood', sa.Text))")
    make_ready(path, migrations=future)
    assert sql(path, "SELECT id, mood FROM said") == [("a", None)]
    copy = path.with_name("heardback.db.before-upgrade-from-0003")
    assert sql(copy, "SELECT id FROM said") == [("a",)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_migration_that_fails_changes_nothing(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    store.say(saying("a"))
    store.close()
    broken = "op.execute('ALTER TABLE said ADD COLUMN mood'); raise RuntimeError('power cut')"
    future = a_further_migration(tmp_path, broken)
    with pytest.raises(RuntimeError):
        make_ready(path, migrations=future)
    again = open_store(path)
    assert again.sayings() == [saying("a")]
    again.close()


# What is read at once ----------------------------------------------------------------------------


def test_the_agenda_and_the_marks_are_read_with_the_standard_library_alone(
    path: Path, store: SqlStore
) -> None:
    store.keep_agenda(kept_agenda())
    store.ledger.note([line(1)])
    store.ledger.set_marks(MARKS)
    row = agenda_row(str(path))
    assert row is not None
    assert Agenda(**quick.read_agenda(*row)._asdict()) == kept_agenda()
    assert quick.kept_marks(path) == MARKS
    code = (
        "import sys; from pathlib import Path\n"
        "from heardback.adapters.store.kept import agenda_row\n"
        "from heardback.adapters.store.quick import kept_marks\n"
        "p = Path(sys.argv[1]); assert agenda_row(str(p)) and kept_marks(p)\n"
        "assert not {'sqlalchemy', 'alembic', 'click'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_the_compiled_statements_are_those_of_the_program() -> None:
    """If not: run scripts/statements."""
    assert TEXTS.read_text(encoding="utf-8") == sqlite_text()


def test_a_store_of_today_is_opened_and_written_without_loading_sqlalchemy(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from heardback.adapters.store.sql import open_store\n"
        "open_store(Path(sys.argv[1])).close(); store = open_store(Path(sys.argv[1]))\n"
        "store.ledger.set_opportunities(3); store.close()\n"
        "assert not {'alembic', 'mako', 'sqlalchemy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_what_cannot_be_read_at_once_is_left_to_the_full_store(
    path: Path, content: bytes | None
) -> None:
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)
    assert agenda_row(str(path)) is None and quick.kept_marks(path) == {}


def test_a_store_of_another_shape_is_not_read_at_once(path: Path, store: SqlStore) -> None:
    store.keep_agenda(kept_agenda())
    sql(path, "UPDATE meta SET value = '2' WHERE key = 'schema'")
    assert agenda_row(str(path)) is None and quick.kept_marks(path) == {}


def test_moments_of_1970_and_2038_are_kept(store: SqlStore) -> None:
    old, late = AT.replace(year=1970), AT.replace(year=2038, month=1, day=20)
    several = [
        type(deed("x"))(id=str(at), at=at, follow_up=None, opportunity="o", event={})
        for at in (old, late)
    ]
    for each in several:
        store.do(each)
    assert store.deeds() == several
