"""The addresses of the public pages. They end up in other cases' documents, so none of them ever changes."""

from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from minutes.pages.calendar.calendar import calendar
from minutes.pages.cases.case import case_detail
from minutes.pages.cases.case_list import case_by_number, case_list
from minutes.pages.centres.centre import centre_detail
from minutes.pages.centres.centre_list import centre_list
from minutes.pages.coverage import coverage
from minutes.pages.decisions.decision_list import decision_list
from minutes.pages.documents.document import document_by_number, document_detail
from minutes.pages.feeds.decisions import DecisionFeed
from minutes.pages.feeds.followed import DeferralFeed, FollowUpFeed
from minutes.pages.feeds.items import CaseFeed, CentreFeed, SearchFeed, SeriesFeed
from minutes.pages.feeds.meetings import BodyFeed, MeetingFeed
from minutes.pages.follow_ups.deferral_list import deferral_list
from minutes.pages.follow_ups.promise_list import promise_list
from minutes.pages.follow_ups.topic import topic_detail
from minutes.pages.follow_ups.topic_list import topic_list
from minutes.pages.home import home
from minutes.pages.items.attachment_file import attachment
from minutes.pages.items.item import item_detail
from minutes.pages.login import login_pages
from minutes.pages.meetings.meeting import meeting_detail
from minutes.pages.meetings.meeting_list import meeting_list, meetings_of_body
from minutes.pages.meetings.meeting_source import meeting_source
from minutes.pages.monitoring import healthz, robots
from minutes.pages.search.about_search import about_search
from minutes.pages.search.search_page import search
from minutes.pages.search.suggestions_json import suggestions
from minutes.pages.series.series import series_detail

_MEETING = "moeder/<slug:body_slug>/<slug:meeting_slug>/"
_ITEM = f"{_MEETING}<slug:item_slug>/"
_CASE = "sager/<slug:yy>/<slug:serial>/"

_accessibility = require_safe(TemplateView.as_view(template_name="minutes/accessibility.html"))


def _without_tokens(patterns: list[URLPattern]) -> list[URLPattern]:
    """None of these takes anything in: whatever a form sends is answered with 405, not with a page about its token."""
    for pattern in patterns:
        pattern.callback = csrf_exempt(pattern.callback)
    return patterns


_pages = [
    path("", home, name="home"),
    # Meetings and their items
    path("moeder/", meeting_list, name="meeting-list"),
    # Before the bodies and the meetings: none has this for its slug.
    path("moeder/feed/", require_safe(MeetingFeed()), name="meeting-feed"),
    path("moeder/<slug:body_slug>/feed/", require_safe(BodyFeed()), name="body-feed"),
    path("moeder/<slug:body_slug>/", meetings_of_body, name="body"),
    path(_MEETING, meeting_detail, name="meeting-detail"),
    # Before the items: no item has this for its slug.
    path(f"{_MEETING}kilde/", meeting_source, name="meeting-source"),
    path(_ITEM, item_detail, name="item-detail"),
    path(f"{_ITEM}bilag/<int:position>/", attachment, name="attachment"),
    # Cases
    path("sager/", case_list, name="case-list"),
    path("sager/<slug:written>/", case_by_number, name="case-by-number"),
    path(_CASE, case_detail, name="case-detail"),
    path(f"{_CASE}feed/", require_safe(CaseFeed()), name="case-feed"),
    # Decisions
    path("beslutninger/", decision_list, name="decision-list"),
    path("beslutninger/feed/", require_safe(DecisionFeed()), name="decision-feed"),
    # Documents: however their numbers are typed
    path("dokumenter/<str:written>/", document_detail, name="document-detail"),
    path("dokumenter/<str:serial>/<str:year>/", document_by_number, name="document-by-number"),
    # What is followed
    path("opfoelgning/", topic_list, name="follow-up-list"),
    path("opfoelgning/feed/", require_safe(FollowUpFeed()), name="follow-up-feed"),
    path("opfoelgning/emner/<slug:slug>/", topic_detail, name="topic-detail"),
    path("opfoelgning/udsatte/", deferral_list, name="deferral-list"),
    path("opfoelgning/udsatte/feed/", require_safe(DeferralFeed()), name="deferral-feed"),
    path("opfoelgning/loefter/", promise_list, name="promise-list"),
    # Centres
    path("centre/", centre_list, name="centre-list"),
    path("centre/<slug:slug>/", centre_detail, name="centre-detail"),
    path("centre/<slug:slug>/feed/", require_safe(CentreFeed()), name="centre-feed"),
    # Matters followed
    path("serier/<slug:slug>/", series_detail, name="series-detail"),
    path("serier/<slug:slug>/feed/", require_safe(SeriesFeed()), name="series-feed"),
    path("kalender.ics", calendar, name="calendar"),
    # Search
    path("soeg/", search, name="search"),
    path("soeg/feed/", require_safe(SearchFeed()), name="search-feed"),
    path("soeg/forslag/", suggestions, name="suggestions"),
    path("om/soegning/", about_search, name="about-search"),
    # The archive itself
    path("daekning/", coverage, name="coverage"),
    path("was", _accessibility, name="accessibility"),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
]

# Where somebody logs in, forms are taken in, with their tokens.
urlpatterns = [*login_pages, *_without_tokens(_pages)]
