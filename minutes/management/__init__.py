"""The commands of manage.py that the archive adds to those of Django."""
