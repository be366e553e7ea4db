"""The first tables: received, said, done; observation, agenda; source, seen; meta."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the triggers that keep the truths append-only."""
    _truths()
    _derived()
    _ledger()


def _truths() -> None:
    for name, columns in (
        (
            "received",
            [
                sa.Column("key", sa.Text, nullable=False, unique=True),
                sa.Column("kind", sa.String(16), nullable=False),
                sa.Column("origin", sa.Text, nullable=False),
            ],
        ),
        ("said", _kept_columns()),
        ("done", _kept_columns()),
    ):
        op.create_table(
            name,
            sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
            *columns,
            sa.Column("body", sa.Text, nullable=False),
        )
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {name}_keeps_{deed.lower()} BEFORE {deed} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
            )


def _kept_columns() -> list[sa.Column[str]]:
    return [
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
    ]


def _derived() -> None:
    op.create_table(
        "observation",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "agenda",
        sa.Column(
            "id", sa.Integer, sa.CheckConstraint("id = 1", name="only_one"), primary_key=True
        ),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("good_until", sa.Text, nullable=False),
        sa.Column("view", sa.Text, nullable=False),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _ledger() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("print", sa.Text),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "seen",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("source", sa.Integer, sa.ForeignKey("source.id"), nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("token", sa.LargeBinary(16), nullable=False),
        sa.Column("thread", sa.LargeBinary, nullable=False),
        sa.Column("people", sa.LargeBinary, nullable=False),
        sa.Column("verdict", sa.String(12), nullable=False),
    )
    op.create_index("seen_token", "seen", ["token"], unique=True)
