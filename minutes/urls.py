"""The addresses of the public pages. They end up in other cases' documents, so none of them ever changes."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from minutes.pages.cases import case
from minutes.pages.cases import case_list as cases
from minutes.pages.centres import centre as centres
from minutes.pages.items import attachments
from minutes.pages.items import item as items
from minutes.pages.meetings import meeting as meetings
from minutes.pages.search import search_page as search
from minutes.pages.search import suggestions

from .pages import coverage, feeds, home, monitoring

urlpatterns = [
    path("", home.home, name="home"),
    path("moeder/", meetings.meeting_list, name="meeting-list"),
    path("moeder/<slug:body_slug>/", meetings.meetings_of_body, name="body"),
    path("moeder/<slug:body_slug>/<slug:meeting_slug>/", meetings.meeting_detail, name="meeting-detail"),
    path(
        "moeder/<slug:body_slug>/<slug:meeting_slug>/kilde/", meetings.meeting_source, name="meeting-source"
    ),
    path(
        "moeder/<slug:body_slug>/<slug:meeting_slug>/<slug:item_slug>/", items.item_detail, name="item-detail"
    ),
    path(
        "moeder/<slug:body_slug>/<slug:meeting_slug>/<slug:item_slug>/bilag/<int:position>/",
        attachments.attachment,
        name="attachment",
    ),
    path("sager/", cases.case_list, name="case-list"),
    path("sager/<slug:written>/", cases.case_by_number, name="case-by-number"),
    path("sager/<slug:yy>/<slug:serial>/", case.case_detail, name="case-detail"),
    path("sager/<slug:yy>/<slug:serial>/feed/", require_safe(feeds.CaseFeed()), name="case-feed"),
    path("centre/", centres.centre_list, name="centre-list"),
    path("centre/<slug:slug>/", centres.centre_detail, name="centre-detail"),
    path("centre/<slug:slug>/feed/", require_safe(feeds.CentreFeed()), name="centre-feed"),
    path("soeg/", search.search, name="search"),
    path("soeg/feed/", require_safe(feeds.SearchFeed()), name="search-feed"),
    path("soeg/forslag/", suggestions.suggestions, name="suggestions"),
    path("daekning/", coverage.coverage, name="coverage"),
    path("healthz", monitoring.healthz, name="healthz"),
    path(
        "was",
        require_safe(TemplateView.as_view(template_name="minutes/accessibility.html")),
        name="accessibility",
    ),
    path("robots.txt", monitoring.robots, name="robots"),
]

# None of these takes anything in: whatever a form sends is answered with 405, not with a page about its token.
for pattern in urlpatterns:
    pattern.callback = csrf_exempt(pattern.callback)
