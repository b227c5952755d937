"""Search: what is indexed of the items, what is asked, and the hits that answer it."""
