"""How days and times are written where nothing else is said: in the lists of the administration."""
