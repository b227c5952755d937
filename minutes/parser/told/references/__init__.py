"""References in prose (henvisninger): what the text of an item points to by date, number, title or attachment."""

from .reading import read_references

__all__ = ["read_references"]
