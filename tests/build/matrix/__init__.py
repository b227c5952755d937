"""Every address of the site, asked for by everybody in every state of a meeting, and the rules of what is answered."""
