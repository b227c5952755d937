"""From a file's bytes to the rows of a meeting, and every later write to those rows."""
