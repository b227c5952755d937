"""What an item tells of other meetings and other times: follow-ups, deferrals, promises, references, amounts."""
