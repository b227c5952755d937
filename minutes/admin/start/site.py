"""The admin of the archive: Django's own, in the site's looks."""

from __future__ import annotations

from archive_site.login.form import LoginForm
from minutes.admin.people.entrance import Entrance


class ArchiveSite(Entrance):
    site_header = "Referatarkivet – administration"
    site_title = "Referatarkivet"
    index_title = "Arbejdsbord"
    login_form = LoginForm
    # Its lists stand folded on the start page; a page beside every page leaves none of them room.
    enable_nav_sidebar = False
