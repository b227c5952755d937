"""The one Django app: minutes from file to page, each step ignorant of the next."""
