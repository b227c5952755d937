"""The form in which an archivist corrects what was read of an item: all of it, or nothing of it, is saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count, takewhile
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.text import Truncator

from minutes.danish.numbers import match_case_number
from minutes.editing.closing import reasons_against_opening
from minutes.editing.corrected_values import keyed_outcomes
from minutes.editing.correcting import shown_values as shown
from minutes.editing.correcting.wording import body_names, which_in_words
from minutes.editing.findings import UndecidedNumberError, refuse_undecided_numbers
from minutes.models import AgendaItem, Centre, CentreRole, Correction, DecisionPart, Outcome
from minutes.models.lengths import longest
from minutes.sources.cleaning import clean

from .attachments import DocumentField

Closed = Correction.Closed

# Empty lines for more centres. Whoever needs others saves first: then there are as many again.
_NEW_CENTRES = 3
# Far more than an item has; a form with more was made by nobody.
_MOST_CENTRES = 100
# As much of a decision's words as tells what came of the matter.
_LONGEST_DECISION = 400
_NO_CENTRE = "– intet center –"
_NO_ROLE = "– vælg rolle –"


class ItemForm(forms.Form):
    """All that can be corrected of an item, for somebody who may correct.

    `values` are those of the rows now, by their names in shown_values. What is not sent is left as it is. Files have a
    right of their own: with `takes_files` they are asked for, too.
    """

    title = forms.CharField(
        label="Titel",
        required=False,
        max_length=longest(AgendaItem, "title"),
        widget=forms.Textarea({"rows": 2}),
    )
    case_number = forms.CharField(
        label="Sagsnummer",
        required=False,
        max_length=60,
        help_text="12/32140, 2012-32140 eller sag 12/32140; tomt, hvis punktet ikke hører til en sag.",
    )
    closing = forms.ChoiceField(
        label="Lukket",
        required=False,
        help_text="Et lukket punkt er væk fra siderne med det samme. At åbne det kræver retten til at offentliggøre.",
    )

    def __init__(
        self,
        item: AgendaItem,
        user: User,
        data: QueryDict | None = None,
        files: MultiValueDict | None = None,
        *,
        takes_files: bool = False,
    ) -> None:
        super().__init__(data, files)
        self.item = item
        self.user = user
        self.takes_files = takes_files
        self.values = shown.read_values(item)
        self.names = body_names()
        self.attachments = list(item.attachments.all())
        # The names of the form's fields, by the name of the value that they are about.
        self.fields_of: dict[str, list[str]] = {
            shown.TITLE: ["title"],
            shown.CASE_NUMBER: ["case_number"],
            shown.CLOSED: ["closing"],
        }
        self._offer_values_of_item()
        self._offer_outcomes()
        self._offer_centres()
        self._offer_files()

    def _offer_values_of_item(self) -> None:
        """Of closing yes and no; nobody chooses doubt, but it stays where nothing is chosen."""
        said = Closed(self.values[shown.CLOSED])
        offered = [Closed.NO, Closed.YES] if said != Closed.IN_DOUBT else [said, Closed.NO, Closed.YES]
        self.fields["closing"].choices = [(choice.value, choice.label) for choice in offered]
        self.initial |= {
            "title": self.values[shown.TITLE],
            "case_number": self.values[shown.CASE_NUMBER],
            "closing": said.value,
        }

    def _offer_outcomes(self) -> None:
        numbers = {"decisions": count(), "decision_parts": count()}
        for key, row in keyed_outcomes(self.item):
            kind = "decision_parts" if isinstance(row, DecisionPart) else "decisions"
            name = f"{kind}-{next(numbers[kind])}-outcome"
            which = which_in_words(key, self.names)
            self.fields[name] = forms.ChoiceField(
                label=f"Udfald, {which}",
                choices=Outcome.choices,
                required=False,
                help_text=Truncator(row.text).chars(_LONGEST_DECISION),
            )
            self.initial[name] = row.outcome
            self.fields_of[shown.name_of_outcome(key)] = [name]

    def _offer_centres(self) -> None:
        centres = [("", _NO_CENTRE), *((str(centre.pk), str(centre)) for centre in Centre.objects.all())]
        roles = [("", _NO_ROLE), *CentreRole.choices]
        rows = list(self.item.item_centres.all())
        self.fields_of[shown.CENTRES] = []
        for number in range(max(len(rows) + _NEW_CENTRES, self._sent_centres())):
            for part, label, choices in (("centre", "Center", centres), ("role", "Rolle", roles)):
                name = f"item_centres-{number}-{part}"
                self.fields[name] = forms.ChoiceField(
                    label=f"{label} {number + 1}", choices=choices, required=False
                )
                self.fields_of[shown.CENTRES].append(name)
            if number < len(rows):
                self.initial[f"item_centres-{number}-centre"] = str(rows[number].centre_id)
                self.initial[f"item_centres-{number}-role"] = rows[number].role

    def _sent_centres(self) -> int:
        """How many lines of centres came back: a form that is shown again has lost none."""
        sent = takewhile(lambda number: f"item_centres-{number}-centre" in self.data, range(_MOST_CENTRES))
        return sum(1 for _ in sent)

    def _offer_files(self) -> None:
        for number, attachment in enumerate(self.attachments):
            self.fields_of[shown.name_of_file(attachment.position)] = []
            if not self.takes_files:
                continue
            file = f"attachments-{number}-file"
            self.fields[file] = DocumentField(label=f"{_file_label(attachment)} til »{attachment.title}«")
            self.fields_of[shown.name_of_file(attachment.position)].append(file)
            if attachment.file:
                self.fields[f"{file}-clear"] = forms.BooleanField(
                    label=f"Slet filen »{attachment.file_name}«", required=False
                )
                self.fields_of[shown.name_of_file(attachment.position)].append(f"{file}-clear")

    def clean_title(self) -> str:
        """The title on one line, as clean as one that was imported."""
        title = _on_one_line(self.cleaned_data["title"])
        if title == _on_one_line(self.values[shown.TITLE]):
            return self.values[shown.TITLE]
        if not title and self._is_sent("title"):
            raise forms.ValidationError("Skriv en titel med bogstaver eller tal.")
        try:
            refuse_undecided_numbers(self.item.meeting, title)
        except UndecidedNumberError as error:
            raise forms.ValidationError(str(error)) from error
        return title

    def clean_case_number(self) -> str:
        """Return the number in normal form, or nothing for an item without a case."""
        written = self.cleaned_data["case_number"]
        number = match_case_number(written) if written else ""
        if number is None:
            raise forms.ValidationError(
                f"»{written}« er ikke et sagsnummer. Skriv årets to cifre, skråstreg og løbenummer: 12/32140."
            )
        return number

    def clean_closing(self) -> str:
        """Return the choice, which says nothing where it is left out; an item is opened by those alone who may."""
        chosen = self.cleaned_data["closing"]
        is_opened = self.item.is_closed and chosen == Closed.NO
        if is_opened and (reasons := reasons_against_opening(self.item, self.user)):
            raise forms.ValidationError(reasons)
        return chosen

    def clean(self) -> dict[str, Any]:
        """Both halves of a line of centres, or neither; no file is replaced and removed at once."""
        self._check_centres()
        for number in range(len(self.attachments)):
            file = f"attachments-{number}-file"
            is_new = isinstance(self.cleaned_data.get(file), UploadedFile)
            if is_new and self.cleaned_data.get(f"{file}-clear"):
                self.add_error(file, "Vælg enten en ny fil, eller sæt kryds ved at slette den.")
        return self.cleaned_data

    def _check_centres(self) -> None:
        """A role alone is what remains of a line whose centre was taken out."""
        seen = set()
        for centre, role in self._lines_of_centres():
            chosen = self._chosen(centre), self._chosen(role)
            if chosen[0] and not chosen[1] and role not in self.errors:
                self.add_error(role, "Vælg centrets rolle.")
            if chosen[0] and chosen in seen:
                self.add_error(role, "Centret står der allerede i den rolle.")
            seen.add(chosen)

    def _lines_of_centres(self) -> list[tuple[str, str]]:
        fields = self.fields_of[shown.CENTRES]
        return list(zip(fields[::2], fields[1::2], strict=True))

    @property
    def is_sent(self) -> bool:
        """Whether anything came back of what the form asks for."""
        return any(map(self._is_sent, self.fields))

    def changes(self) -> dict[str, Any]:
        """Return the values, by their names, that a valid form asks for and that are others than those now.

        Of a file it is the new one, or None for none.
        """
        return {name: value for name, value in self._asked() if value != self.values.get(name)}

    def _asked(self) -> Iterator[tuple[str, Any]]:
        """The values that were sent; of the files those alone that are to be others."""
        for name, fields in self.fields_of.items():
            if name == shown.CENTRES:
                if any(map(self._is_sent, fields)):
                    yield name, self._centres()
            elif shown.field_and_key(name) is None:
                chosen = [self.cleaned_data.get(field) for field in fields]
                if any(chosen):
                    yield name, chosen[0] or None
            elif self._is_sent(fields[0]) and fields[0] in self.cleaned_data:
                value = self.cleaned_data[fields[0]]
                # Nothing is a value of the case number alone.
                if value or name == shown.CASE_NUMBER:
                    yield name, value

    def _centres(self) -> list[str]:
        """The lines as Correction keeps them; one that was not sent stays."""
        codes = {str(centre.pk): centre.code for centre in Centre.objects.all()}
        lines = self._lines_of_centres()
        chosen = [(self._chosen(centre), self._chosen(role)) for centre, role in lines]
        return sorted({f"{codes[centre]}:{role}" for centre, role in chosen if centre in codes})

    def _chosen(self, name: str) -> str:
        return self.cleaned_data.get(name, "") if self._is_sent(name) else self.initial.get(name, "")

    def _is_sent(self, name: str) -> bool:
        return name in self.data or name in self.files

    def after_others(self, before: Mapping[str, str], changed: Iterable[str]) -> ItemForm:
        """Return the form to show again when others have changed these values since it was shown.

        `before` are the digests of what it showed. What was typed stays; what was not touched is as it is now, and so
        are the outcomes of an item that has other decisions.
        """
        self.is_valid()
        asked = dict(self._asked())
        data = self.data.copy()
        untouched: list[str] = []
        for name in changed:
            is_in_both = name in self.values and name in before
            if is_in_both and self._digest_of_typed(name, asked) == before[name]:
                untouched += self.fields_of[name]
            elif not is_in_both and name.startswith(Correction.Field.OUTCOME.value):
                untouched += [field for field in self.fields if field.endswith("-outcome")]
        for field in untouched:
            data.pop(field, None)
            if field in self.initial:
                data[field] = self.initial[field]
        return ItemForm(self.item, self.user, data, takes_files=self.takes_files)

    def _digest_of_typed(self, name: str, asked: Mapping[str, Any]) -> str:
        """What was typed for a value; of one that is chosen from a list that was sent, allowed or not."""
        if name == shown.CLOSED:
            return shown.digest(self.data.get("closing"))
        return "" if isinstance(asked.get(name), UploadedFile) else shown.digest(asked.get(name))


def _on_one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _file_label(attachment: Any) -> str:
    return "Ny fil" if attachment.file else "Fil"
