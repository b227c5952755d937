"""The page on which one item is looked at and corrected: what was read beside what was corrected, one click back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from minutes.admin.publication.item_page import offered_act
from minutes.admin.rights import may_store_files
from minutes.editing.closing import take_back_closing
from minutes.editing.correcting import shown_values as shown
from minutes.editing.correcting.wording import correction_in_words, value_in_words, which_in_words
from minutes.editing.corrections import take_back
from minutes.models import AgendaItem, Attachment, Correction, Meeting, visibility

from .attachments import download_address
from .item_forms import ItemForm
from .saving import save_changes

Field = Correction.Field

# What the hidden fields are called.
_FINGERPRINT = "fingerprint"
_TAKEN_BACK = "tilbage"


@dataclass(frozen=True, slots=True)
class Line:
    """One value of an item with the fields of the form that it is corrected in.

    `now` is what it is, in words; `read` what was read where that is something else, and then `corrected` says who
    corrected it. `others` is what somebody else has made of it while the form was open.
    """

    name: str
    label: str
    now: str
    fields: tuple[BoundField, ...]
    read: str | None = None
    correction: Correction | None = None
    may_be_taken_back: bool = False
    others: str = ""
    attachment: Attachment | None = None
    address: str = ""


def item_page(admin: ModelAdmin, request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Show an item, and take corrections of it from whoever may correct: `admin` has asked that."""
    if request.method != "POST":
        return _answer(admin, request, _form(request, item))
    with transaction.atomic():
        # Nobody changes the item between what is compared here and what is written: imports lock the meeting, too.
        Meeting.objects.select_for_update(no_key=True).get(pk=item.meeting_id)
        item = AgendaItem.objects.select_related("meeting__body", "case").get(pk=item.pk)
        if _TAKEN_BACK in request.POST:
            return _take_back(admin, request, item)
        return _save(admin, request, item)


def _form(request: HttpRequest, item: AgendaItem, *sent: Any) -> ItemForm:
    return ItemForm(item, request.user, *sent, takes_files=may_store_files(request))


def _save(admin: ModelAdmin, request: HttpRequest, item: AgendaItem) -> HttpResponse:
    form = _form(request, item, request.POST, request.FILES)
    before, changed = _changed_by_others(request, form.values)
    if changed:
        return _answer(admin, request, form.after_others(before, changed), changed)
    if not (form.is_sent and form.is_valid()):
        return _answer(admin, request, form)
    try:
        with transaction.atomic():
            done = save_changes(item, form.changes(), request.user)
    except ValueError as refusal:
        form.add_error(None, str(refusal))
        return _answer(admin, request, form)
    return _saved(admin, request, item, done)


def _take_back(admin: ModelAdmin, request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Let one value be again what was read, unless somebody has changed that value since the button was shown."""
    form = _form(request, item)
    name = request.POST[_TAKEN_BACK]
    found = shown.field_and_key(name)
    _, changed = _changed_by_others(request, form.values)
    if found is None or name not in form.fields_of or name in changed:
        return _answer(admin, request, form, changed or [name])
    field, key = found
    try:
        with transaction.atomic():
            if field == Field.CLOSED:
                take_back_closing(item, request.user)
            else:
                take_back(item, field, key, request.user)
    except ValueError as refusal:
        messages.error(request, str(refusal))
        return _answer(admin, request, form)
    which = f" ({which_in_words(key, form.names)})" if key else ""
    return _saved(admin, request, item, [f"{field.label} er som læst igen{which}"])


def _saved(admin: ModelAdmin, request: HttpRequest, item: AgendaItem, done: list[str]) -> HttpResponse:
    if done:
        admin.log_change(request, item, "; ".join(done))
        messages.success(request, f"Punktet er gemt: {'; '.join(done)}.")
    else:
        messages.info(request, "Intet er ændret.")
    return HttpResponseRedirect(request.path)


def _changed_by_others(request: HttpRequest, values: shown.Values) -> tuple[dict[str, str], list[str]]:
    """What the form showed, and the names of what is something else now; of a form that says nothing, neither."""
    if _FINGERPRINT not in request.POST:
        return {}, []
    before = shown.read_fingerprint(request.POST[_FINGERPRINT])
    return before, shown.changed_since(before, values)


def _answer(
    admin: ModelAdmin, request: HttpRequest, form: ItemForm, changed: Iterable[str] = ()
) -> HttpResponse:
    item = form.item
    corrections = list(
        item.meeting.corrections.filter(item_slug=item.slug).select_related("made_by", "meeting__body")
    )
    others = {name: _said_of_others(form, name) for name in changed}
    lines = {line.name: line for line in _lines(form, corrections, others)}
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": f"Punkt {item.label}, {item.meeting}",
        "item": item,
        "form": form,
        "may_correct": admin.has_change_permission(request, item),
        "item_act": offered_act(item, request),
        "is_readable": visibility.is_readable(item.meeting, request.user),
        "fingerprint": shown.fingerprint(form.values),
        "others": others,
        "item_lines": [lines[name] for name in (shown.TITLE, shown.CASE_NUMBER, shown.CLOSED)],
        "outcome_lines": [line for line in lines.values() if line.name.startswith(Field.OUTCOME.value)],
        "centres": lines[shown.CENTRES],
        "centre_rows": _pairs(lines[shown.CENTRES].fields),
        "file_lines": [line for line in lines.values() if line.attachment],
        "corrections": [
            (correction, correction_in_words(correction, form.names)) for correction in corrections
        ],
        "sections": item.sections.all(),
        "documents": item.document_references.all(),
    }
    return TemplateResponse(request, "admin/minutes/agendaitem/item.html", context)


def _lines(form: ItemForm, corrections: Iterable[Correction], others: Mapping[str, str]) -> Iterator[Line]:
    made = {(correction.field, correction.key): correction for correction in corrections}
    attachments = {shown.name_of_file(row.position): row for row in form.attachments}
    for name, fields in form.fields_of.items():
        bound = tuple(form[field] for field in fields)
        found = shown.field_and_key(name)
        if found is None:
            yield _line_of_file(name, attachments[name], bound, others.get(name, ""))
            continue
        value = form.values[name]
        correction = made.get(found)
        is_corrected = correction is not None and correction.value == value
        opens = name == shown.CLOSED and is_corrected and correction.parsed_value == Correction.Closed.NO
        yield Line(
            name,
            _label(form, *found),
            value_in_words(found[0], value),
            bound,
            read=value_in_words(found[0], correction.parsed_value) if is_corrected else None,
            correction=correction if is_corrected else None,
            may_be_taken_back=is_corrected and (visibility.may_publish(form.user) or not opens),
            others=others.get(name, ""),
        )


def _line_of_file(name: str, attachment: Attachment, bound: tuple[BoundField, ...], others: str) -> Line:
    address = download_address(attachment) if attachment.file else ""
    return Line(
        name,
        attachment.title,
        attachment.file_name or "mangler",
        bound,
        others=others,
        attachment=attachment,
        address=address,
    )


def _label(form: ItemForm, field: Field, key: str) -> str:
    label = field.label.capitalize()
    return f"{label}, {which_in_words(key, form.names)}" if key else label


def _said_of_others(form: ItemForm, name: str) -> str:
    """What somebody else has made of a value meanwhile, and who."""
    who = shown.who_changed(form.item, name)
    found = shown.field_and_key(name)
    if found is None:
        what = "Et bilag eller dets fil er ændret"
    elif name in form.values:
        what = f"{_label(form, *found)} er nu »{value_in_words(found[0], form.values[name])}«"
    else:
        what = f"{_label(form, *found)} står ikke længere i referatet"
    return f"{what}, ændret {who}." if who else f"{what}."


def _pairs(fields: tuple[BoundField, ...]) -> list[tuple[Any, Any]]:
    return list(zip(fields[::2], fields[1::2], strict=True))
