"""Personal numbers that were found: where each stands, and what somebody decides of it."""
