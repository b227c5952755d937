"""Atom feeds of what has been published, the last first: a new one is a small class, see feed.py.

Closed items, drafts and withdrawn meetings are in none, whoever reads it.
"""
