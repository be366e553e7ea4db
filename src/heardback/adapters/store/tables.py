"""The tables of the store: its truths, what is derived from them, and the import's ledger.

`received`, `said`, `done`, `outbox` (the steps of letters on their way out) and `journal` (what was
read and what was reminded of) are truths: rows are only ever added, and triggers refuse anything
else. `observation` and `agenda` may be dropped at any time. `source` and `seen` remember what was
imported; of mail that is no job mail they hold nothing but keyed hashes.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

received = Table(
    "received",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("origin", Text, nullable=False),
    Column("body", Text, nullable=False),
)

said = Table(
    "said",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

done = Table(
    "done",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

observation = Table(
    "observation",
    metadata,
    Column("key", Text, primary_key=True),
    Column("reader", Text, nullable=False),
    Column("body", Text, nullable=False),
)

agenda = Table(
    "agenda",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True),
    Column("made_at", Text, nullable=False),
    Column("good_until", Text, nullable=False),
    Column("view", Text, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("print", Text),
    Column("count", Integer, nullable=False, default=0),
)

seen = Table(
    "seen",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source", Integer, ForeignKey("source.id"), nullable=False),
    Column("place", Text, nullable=False),
    Column("token", LargeBinary(16), nullable=False),
    Column("thread", LargeBinary, nullable=False),
    Column("people", LargeBinary, nullable=False),
    Column("verdict", String(12), nullable=False),
    Index("seen_token", "token", unique=True),
)

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), primary_key=True),
)

TRUTHS = (received, said, done, outbox, journal)


def guards(table: str) -> list[str]:
    """Return the triggers that keep a truth append-only (SQLite)."""
    return [
        f"CREATE TRIGGER {table}_keeps_{deed.lower()} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for deed in ("UPDATE", "DELETE")
    ]
