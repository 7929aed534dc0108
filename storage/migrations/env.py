"""Alembic's entrance: the address of the database comes with the configuration that storage/migrate.py makes."""

from alembic import context
from sqlalchemy import create_engine, event, make_url, pool, text

PATIENCE = 60  # seconds: of two processes that start together the second waits, and finds nothing to do

url = make_url(context.config.attributes["url"])
sqlite = url.get_backend_name() == "sqlite"
engine = create_engine(url, poolclass=pool.NullPool, connect_args={"timeout": PATIENCE} if sqlite else {})
if sqlite:
    # Python's sqlite3 begins no transaction for CREATE TABLE by itself: half a schema would stay behind.
    event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
with engine.connect() as connection:
    if not sqlite:
        connection.execute(text("SELECT pg_advisory_lock(0, hashtext('migrate'))"))
        connection.commit()
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
