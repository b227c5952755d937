"""The page on which archivists begin: what needs a hand, the way in for new minutes, what happened last, all lists."""
