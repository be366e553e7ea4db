"""How Alembic reaches the store: through the connection that the upgrade hands it."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
    transactional_ddl=False,  # the upgrade holds one transaction around all steps
)
context.run_migrations()
