"""The files that archivists add to what was read."""
