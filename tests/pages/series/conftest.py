"""Readers of series: whatever a test has added is indexed and joined before each visit."""

from tests.build.visitors import client, staff_client

__all__ = ["client", "staff_client"]
