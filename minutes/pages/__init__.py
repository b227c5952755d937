"""The public pages: views, filters, feeds and files of the archive, one module for each kind of page."""
