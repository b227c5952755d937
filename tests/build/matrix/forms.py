"""What is sent to an address: the fields of its form as they stand there, and what somebody types."""

from __future__ import annotations

from html.parser import HTMLParser

from axes.models import AccessAttempt
from django.core.files.uploadedfile import SimpleUploadedFile

from minutes.models import Centre, Finding, NameDecision, Outcome, SourceDocument
from tests.build.documents import minutes_text

from .archive import Place

# That of the new body, whose meeting is the last.
_LATER_ITEM = "/moeder/det-nye-udvalg/2014-04-03/punkt-1/"


class _Fields(HTMLParser):
    """The fields of the forms in a page's main part, without buttons and files."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self._select = self._textarea = ""
        self._in_main = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = dict(attributes)
        self._in_main |= tag == "main"
        name, value = has.get("name") or "", has.get("value") or ""
        if not self._in_main or "disabled" in has:
            return
        match tag, has.get("type", "text"):
            case "input", "submit" | "button" | "file":
                pass
            case "input", "checkbox" | "radio":
                if "checked" in has:
                    self._add(name, value or "on")
            case "input", _:
                self._add(name, value)
            case "select", _:
                self._select = name
            case "option", _ if self._select and "selected" in has:
                self._add(self._select, value)
            case "textarea", _:
                self._textarea = name
                self._add(name, "")

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.fields[self._textarea][-1] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "select":
                self._select = ""
            case "textarea":
                self._textarea = ""
            case "main":
                self._in_main = False

    def _add(self, name: str, value: str) -> None:
        if name:
            self.fields.setdefault(name, []).append(value)


def fields_of(html: str) -> dict[str, list[str]]:
    """Return what the forms of a page would send."""
    reader = _Fields()
    reader.feed(html)
    return reader.fields


def typed(name: str, place: Place) -> dict[str, object]:
    """Return the fields that are filled in, or ticked, or the button that is pressed."""
    if name.endswith("_delete"):
        return {"post": "yes"}
    if name.endswith("_chosen"):
        return {"why": "dublet", "name": str(place.meeting)}
    match name.removeprefix("admin:"):
        case "auth_user_add" | "auth_user_password_change":
            password = "Tre kloge ugler 7"
            return {"username": "ny", "password1": password, "password2": password}
        case "auth_user_change":
            return {"first_name": "Ny"}
        case "locked_logins":
            return {"lock": AccessAttempt.objects.get().pk}
        case "auth_group_add" | "auth_group_change":
            return {"name": "Nye"}
        case "minutes_body_add" | "minutes_body_change":
            return {"name": "Byggeudvalget"}
        case "minutes_centre_add":
            return {"code": "QQX", "name": "Det nye center"}
        case "minutes_centre_change":
            return {"note": "Nyt"}
        case "minutes_bodyalias_add" | "minutes_bodyalias_change":
            return {"body": place.meeting.body.pk, "text": "Direktørkredsen"}
        case "minutes_centrealias_add" | "minutes_centrealias_change":
            return {"centre": Centre.objects.get(slug="hrc").pk, "text": "Personalekvisten"}
        case "minutes_synonymgroup_add" | "minutes_synonymgroup_change":
            return {"words": "dagpasning\nbørnepasning"}
        case "minutes_agendaitem_change":
            return {"title": "Ny titel"}
        case "minutes_case_change":
            return {"said": "yes"}
        case "minutes_deferral_change":
            return {"other": _LATER_ITEM}
        case "minutes_series_change":
            return {"none": "on"}
        case "minutes_topickey_change":
            return {"apart": "on"}
        case "minutes_attachment_change":
            return {"file": SimpleUploadedFile("ny.txt", b"Nyt bilag")}
        case "minutes_decision_change" | "minutes_decisionpart_change":
            return {"outcome": Outcome.REJECTED.value}
        case "minutes_finding_change":
            return {"decision": Finding.Decision.REDACTED.value, "reason": "Skal væk"}
        case "minutes_failedsearch_decide":
            return {"remove": "ja"}
        case "minutes_centre_codes":
            return {"code": "XPQ", "meaning": NameDecision.Meaning.INITIALS.value}
        case "minutes_meeting_add":
            return {"files": SimpleUploadedFile("nyt.txt", minutes_text(date="05-06-2014").encode())}
        case "minutes_meeting_save_ready" | "minutes_meeting_publish_ready":
            return {"upload": SourceDocument.objects.uploaded().get().pk}
        case "minutes_sourcedocument_review":
            return {"publish": ""}
        case "minutes_sourcedocument_accept":
            return {"error": "1 date_impossible", "reason": "Står i referatet"}
        case "minutes_agendaitem_withdraw":
            return {"why": "dublet"}
        case _:
            return {}
