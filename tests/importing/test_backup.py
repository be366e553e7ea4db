"""A backup holds everything, comes back, and never stands in the way of what is there."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from heardback.adapters.store.ready import REVISION
from heardback.adapters.store.sql import open_store
from heardback.errors import StoreBusy, StoreError, UsageError
from heardback.lock import WriterLock
from heardback.service.backup import backup, check_store, restore
from tests.contracts.nouns import deed, line, mail, saying


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one of everything, closed."""
    path = tmp_path / "data" / "heardback.db"
    fill(path, "a")
    return path


def fill(path: Path, id: str) -> None:
    store = open_store(path)
    store.receive([mail(id)])
    store.say(saying(id))
    store.do(deed(id))
    store.ledger.note([line(ord(id))])
    store.close()


def contents(path: Path) -> tuple[list[str], list[str], list[str], int]:
    store = open_store(path, create=False)
    found = (
        [each.key for each in store.received()],
        [each.id for each in store.sayings()],
        [each.id for each in store.deeds()],
        len(list(store.ledger.lines())),
    )
    store.close()
    return found


def test_what_was_backed_up_comes_back(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "my backup.db"
    backup(path, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    fill(path, "b")
    aside = restore(file, path)
    assert contents(path) == (["a"], ["a"], ["a"], 1)
    assert aside is not None and contents(aside) == (["a", "b"], ["a", "b"], ["a", "b"], 2)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_backup_is_whole_while_something_is_being_written(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    store.receive([mail("kept")])
    with store.transaction():
        store.receive([mail("unfinished")])
        backup(path, tmp_path / "b.db")
    store.close()
    assert contents(tmp_path / "b.db")[0] == ["a", "kept"]


def test_restoring_twice_keeps_both_stores_aside(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.db")
    asides = [restore(tmp_path / "b.db", path) for _ in range(2)]
    assert len({str(each) for each in asides}) == 2 and all(
        each.exists() for each in asides if each
    )


def test_a_backup_is_restored_where_there_is_no_store(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.db")
    new = tmp_path / "elsewhere" / "heardback.db"
    assert restore(tmp_path / "b.db", new) is None
    assert contents(new) == contents(path)
    assert stat.S_IMODE(new.parent.stat().st_mode) == 0o700


def test_what_sqlite_left_beside_a_lost_store_does_not_get_into_the_new_one(
    path: Path, tmp_path: Path
) -> None:
    backup(path, tmp_path / "b.db")
    store = open_store(path)
    store.receive([mail("lost")])
    path.unlink()
    assert path.with_name("heardback.db-wal").exists()
    restore(tmp_path / "b.db", path)
    store.close()
    assert contents(path)[0] == ["a"]


def test_a_damaged_store_can_be_replaced(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.db")
    path.write_bytes(b"garbage" * 1000)
    aside = restore(tmp_path / "b.db", path)
    assert contents(path)[0] == ["a"] and aside is not None
    assert aside.read_bytes().startswith(b"garbage")


def test_an_existing_file_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    (tmp_path / "b.db").write_text("precious")
    with pytest.raises(UsageError, match="exists already"):
        backup(path, tmp_path / "b.db")
    assert (tmp_path / "b.db").read_text() == "precious"


def test_a_backup_that_fails_leaves_nothing(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        backup(path, tmp_path / "no such folder" / "b.db")
    with pytest.raises(StoreError, match="There is no store"):
        backup(tmp_path / "none.db", tmp_path / "b.db")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data"]


@pytest.mark.parametrize("content", [b"", b"my shopping list\n" * 300])
def test_what_is_no_store_is_not_restored(path: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.db").write_bytes(content)
    with pytest.raises(StoreError, match="HeardBack store"):
        restore(tmp_path / "b.db", path)
    assert contents(path)[0] == ["a"]


def test_another_database_is_not_restored(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection, connection:
        connection.execute("CREATE TABLE recipes(id)")
    with pytest.raises(StoreError, match="is no HeardBack store"):
        restore(tmp_path / "b.db", path)


def test_a_damaged_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    store.receive([mail(str(number), "x" * 3000) for number in range(300)])
    store.close()
    backup(path, tmp_path / "b.db")
    raw = bytearray((tmp_path / "b.db").read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 50_000] = b"\x5a" * 50_000
    (tmp_path / "b.db").write_bytes(raw)
    with pytest.raises(StoreError, match=r"damaged|cannot be read"):
        restore(tmp_path / "b.db", path)
    assert len(contents(path)[0]) == 301


def test_a_missing_file_and_the_store_itself_are_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        restore(tmp_path / "none.db", path)
    with pytest.raises(UsageError, match="is the store itself"):
        restore(path, path)


def test_nothing_is_restored_under_a_running_import(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.db")
    store = open_store(path)
    with store.writing(), pytest.raises(StoreBusy):
        restore(tmp_path / "b.db", path)
    store.close()
    assert contents(path)[0] == ["a"]


# The doctor --------------------------------------------------------------------------------------


def levels(path: Path) -> list[str]:
    return [level for level, _sentence in check_store(path)]


def test_a_sound_store_is_called_sound(path: Path) -> None:
    found = check_store(path)
    assert [level for level, _sentence in found] == ["ok", "ok", "ok"]
    assert f"sound (revision {REVISION})" in found[0][1]
    assert "1 messages and meetings" in found[1][1] and "GB are free" in found[2][1]


def test_a_damaged_store_is_an_error_with_the_way_out(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)
    assert check_store(path)[0][0] == "error"


def test_open_permissions_and_a_writer_are_warnings(path: Path) -> None:
    path.chmod(0o644)
    path.parent.chmod(0o777)
    with WriterLock(path).held():
        found = [sentence for level, sentence in check_store(path) if level == "warning"]
    assert len(found) == 3
    assert "chmod 600" in found[0] and "chmod 700" in found[1] and "is writing" in found[2]
    assert levels(path) == ["ok", "warning", "warning", "ok", "ok"]


def test_no_store_is_a_warning(tmp_path: Path) -> None:
    assert levels(tmp_path / "none.db") == ["warning"]
