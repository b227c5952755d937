"""What is said to come back, to go on to another body or to be done, by when, and whether that binds anybody."""

from .found_promises import read_promises

__all__ = ["read_promises"]
