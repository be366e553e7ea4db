"""The store: SQLAlchemy Core on SQLite."""
