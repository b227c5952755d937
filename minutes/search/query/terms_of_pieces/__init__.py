"""What pieces ask for: each by itself, and together, where they are a name or a synonym."""
