"""What centres and bodies are called: their lists, and the pages on which a name that nobody knew is decided on."""
