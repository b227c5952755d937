"""Django's PostgreSQL backend, with the embedded server behind it where no DATABASE_URL is set."""
