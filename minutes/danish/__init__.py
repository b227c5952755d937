"""How Danish minutes are written: letters, words and their forms, numbers and dates. Pure: no rows, no framework."""
