"""The archive as a calendar that programs subscribe to."""
