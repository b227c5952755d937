"""The public pages: views, filters, feeds and files of the archive, a folder for each kind of page."""
