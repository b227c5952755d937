"""Forms of Danish words: their stems as PostgreSQL makes them, and the forms that share none."""
