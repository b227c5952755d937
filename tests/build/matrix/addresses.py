"""The addresses of the URLconf, each made one that can be asked for in a state of a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

from minutes.models import Body, Case, Meeting, SourceDocument
from minutes.models.addresses import danish_slug

from .archive import EVERYWHERE, Place, State, standing_title

# What the routes of rows that belong to no meeting are filled with, and those whose rows all belong to one.
_OF_MEETINGS = "meeting", "item__meeting", "decision__item__meeting", "source__meeting"


def routes() -> dict[str, str]:
    """Return every route of the site by its name, "admin:minutes_case_change"; one that has none names itself."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(
    patterns: Iterable[URLPattern | URLResolver], prefix: str = "", space: str = ""
) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            within = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, route, within)
        else:
            yield (space + pattern.name if pattern.name else route), route


def states_of(name: str, route: str) -> list[State]:
    """Return the states in which a route is asked for: all of them where what stands there depends on a meeting's."""
    if not _depends_on_a_meeting(name, route):
        return [State.PUBLISHED]
    # A file that has come in is a document without a meeting.
    is_of_document = model_of(route) is SourceDocument
    return [state for state in State if state.has_meeting or is_of_document]


def _depends_on_a_meeting(name: str, route: str) -> bool:
    if name.endswith("_chosen"):
        return True
    if "<" not in route or name in ("centre-detail", "centre-feed", "admin:app_list"):
        return name in ("search", "suggestions")
    model = model_of(route)
    return model is None or model in (Meeting, Case) or _path_to_meeting(model) is not None


def model_of(route: str) -> type[Model] | None:
    """The rows that an address of the admin is about, by its first parts: "admin/minutes/case/"."""
    parts = route.split("/")
    if parts[0] != "admin" or parts[1] not in ("auth", "minutes") or len(parts) < 4:
        return None
    return apps.get_model(parts[1], parts[2])


def addresses(name: str, route: str, place: Place) -> list[str]:
    """Return what is asked for at a route: mostly one address, of the search several ways to ask."""
    path = "/" + route
    for parameter, value in _values(name, route, place).items():
        path = path.replace(parameter, str(value))
    assert "<" not in path, f"{route} has a part that nobody fills in"
    return [path + query for query in _queries(name, place)]


def _values(name: str, route: str, place: Place) -> dict[str, object]:
    meeting, item = place.meeting, place.item
    model = model_of(route)
    row = _row_of(model, place).pk if model and "<" in route else ""
    if name == "admin:minutes_body_delete":
        # One that has met is not deleted.
        row = Body.objects.get(meetings=None, name="Et Tomt Udvalg").pk
    yy, _, serial = _case_number(place).partition("/")
    return {
        # Django names its apps here in no order.
        "^(?P<app_label>auth|minutes)/$": "minutes/",
        "^(?P<app_label>minutes|auth)/$": "minutes/",
        "(?P<url>.*)$": "findes/ikke/",
        "<path:content_type_id>": ContentType.objects.get_for_model(Meeting).pk,
        "<path:object_id>": row if model else meeting.pk,
        "<int:pk>": row,
        "<id>": row,
        "<slug:body_slug>": meeting.body.slug,
        "<slug:meeting_slug>": meeting.slug,
        "<slug:item_slug>": item.slug,
        "<int:position>": 1,
        "<slug:written>": _case_number(place).replace("/", "-"),
        "<slug:yy>": yy,
        "<slug:serial>": serial,
        "<slug:slug>": _slug(name, place),
        "<str:written>": _document_number(place).replace("/", "-"),
        "<str:serial>": _document_number(place).partition("/")[0],
        "<str:year>": _document_number(place).partition("/")[2],
    }


def _slug(name: str, place: Place) -> str:
    """That of a centre, or of the title or the topic that stands in this state alone."""
    secret = place.state.in_force
    if name.startswith("series-"):
        return danish_slug(f"Rettet {standing_title(secret)}")
    return danish_slug(f"{secret}emne") if name == "topic-detail" else "hrc"


def _queries(name: str, place: Place) -> list[str]:
    # Only the beginning of a secret word is typed: what is found must not complete it.
    begun = place.state.secret[:5]
    match name:
        case "search":
            if place.state is not State.PUBLISHED:
                return [f"?q={begun}", f"?q={EVERYWHERE}+{begun}"]
            return [f"?q={EVERYWHERE}", *(f"?q={EVERYWHERE}&format={form}" for form in ("json", "csv"))]
        case "suggestions":
            return ["?q=plan" if place.state is State.PUBLISHED else f"?q={begun}"]
        case "search-feed":
            return [f"?q={EVERYWHERE}"]
        case "calendar":
            return ["", "?center=hrc"]
        case "case-list":
            return ["", "?aar=2013"]
        case "case-detail":
            return ["", "?format=csv"]
        case "decision-list":
            return ["", "?aar=2013", "?format=csv", "?format=json"]
        case "follow-up-list" | "deferral-list":
            return ["", "?center=hrc", "?organ=direktionen", "?format=csv", "?format=json"]
        case "promise-list":
            return ["", "?aar=2013", "?sort=tid&dag=01-01-2013", "?format=csv", "?format=json"]
        case "document-detail" | "series-detail" | "topic-detail":
            # A draft is in no file, whoever asks.
            return ["", *(["?format=csv", "?format=json"] if place.state is not State.DRAFT else [])]
        case "meeting-list":
            return ["", "?aar=2013"]
        case "meeting-source":
            return ["", *(["?version=2"] if place.state is State.WAITING else [])]
        case "item-detail":
            return ["", f"?q={EVERYWHERE}"]
        case "admin:minutes_body_merge":
            return [f"?med={Body.objects.get(slug='direktionen').pk}"]
        case "admin:minutes_meeting_versions" if place.state is State.WAITING:
            return ["?fra=1&til=2"]
        case _:
            return [""]


def _case_number(place: Place) -> str:
    return f"13/{9000 + place.state.day}"


def _document_number(place: Place) -> str:
    """That of the note which the item in this state alone mentions."""
    return f"{9000 + place.state.day}7/12"


def _row_of(model: type[Model], place: Place) -> Model:
    """The row of a meeting in that state, of rows that belong to none a row that is there."""
    rows = model._default_manager.order_by("pk")
    if model is Meeting:
        return place.meeting
    if model is Case:
        return rows.get(number=_case_number(place))
    if model is Body:
        return rows.get(is_new=True)
    if model is SourceDocument:
        return place.source
    if path := _path_to_meeting(model):
        rows = rows.filter(**{path: place.meeting})
    if model is User:
        return rows.get(username="somebody")
    row = rows.last() if model is Group else rows.first()
    assert row, f"there is no {model.__name__} of {place.state}"
    return row


def _path_to_meeting(model: type[Model]) -> str | None:
    """The columns that lead from a row to its meeting, if any do."""
    for path in _OF_MEETINGS:
        first = path.partition("__")[0]
        if any(field.name == first and field.concrete for field in model._meta.get_fields()):
            return path
    return None
