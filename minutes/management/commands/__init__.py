"""One command a file: arguments in, one call, a summary out."""
