"""What else may have been meant: shortcuts, spelling, fallbacks, completions and suggestions."""
