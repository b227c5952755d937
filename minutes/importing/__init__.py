"""From a file's bytes to the rows of a meeting, and once more whenever they are read again."""
