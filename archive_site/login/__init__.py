"""The door of the site: who asks, how often a password may be tried, and how many are checked at once."""
