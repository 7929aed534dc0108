"""Alembic's entrance: the address of the database comes with the configuration that storage/migrate.py makes."""

from alembic import context
from sqlalchemy import create_engine, event, pool, text

engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
sqlite = engine.dialect.name == "sqlite"
if sqlite:
    # Python's sqlite3 begins no transaction for CREATE TABLE by itself: half a schema would stay behind.
    event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
with engine.connect() as connection:
    if not sqlite:  # of two processes that start together the second waits, and finds nothing to do
        connection.execute(text("SELECT pg_advisory_lock(0, hashtext('migrate'))"))
        connection.commit()
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
