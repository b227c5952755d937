"""Other ways to search the same texts, measured in the same run: SQLite FTS5, Tantivy, and PostgreSQL used plainly."""
