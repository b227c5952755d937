"""What an item or a case hangs together with: what it points to, what points to it, and what was put off."""
