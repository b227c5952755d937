"""The addresses of a site on which a provider is named, for `settings.ROOT_URLCONF`."""

from archive_site.login.openid.pages import openid_pages
from archive_site.urls import handler400, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*openid_pages, *urlpatterns]
