"""The desk: where uploaded minutes arrive, one line a file with what was read of it."""
