"""Makes the pictures of docs/: an archive of its own, a browser before it, and somebody who works in it."""
