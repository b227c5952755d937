"""The archive of minutes: from files to rows, and from rows to pages."""
