"""How Danish minutes are written: letters, words and their forms, numbers and dates. Pure: it knows no rows and no files."""
