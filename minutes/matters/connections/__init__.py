"""What one item hangs together with: what it points to, what points to it, and what was put off."""
