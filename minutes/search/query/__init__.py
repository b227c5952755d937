"""What was typed becomes what is asked."""
