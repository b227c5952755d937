"""The site around the archive: settings, the database it runs on, and how it is served."""
