"""The embedded PostgreSQL: one private server in a data folder, for machines on which none is set up."""
