"""Agenda items with all that stands in them: corrected here, and given the files of their attachments."""
