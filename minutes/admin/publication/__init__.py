"""Publishing, withdrawing and deleting: the pages that say what will happen before it does, and the log."""
