"""The form in which somebody decides on a personal number, wherever it is shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from minutes.editing.findings import UndecidedNumberError, fingerprint, refuse_undecided_numbers
from minutes.models import Finding
from minutes.models.lengths import longest

Decision = Finding.Decision

# In the words of what is done, for the log's words say what was done.
_CHOICES = {
    Decision.RELEASED: "Frigiv: nummeret vises for alle, som det står",
    Decision.REDACTED: "Fjern: der står [fjernet]; en bilagsfil med nummeret bliver slettet",
}
_CHOOSE = "Vælg, hvad der skal ske med nummeret."
_UNDECIDED_AGAIN = (
    Decision.NONE.value,
    "Tag afgørelsen tilbage: nummeret skjules, og nogen skal tage stilling",
)


class DecisionForm(forms.Form):
    """What is decided of a number, and why; it carries what was decided when it was shown, and where it leads back."""

    decision = forms.ChoiceField(
        label="Afgørelse",
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _CHOOSE},
    )
    reason = forms.CharField(
        label="Begrundelse",
        max_length=longest(Finding, "reason"),
        widget=forms.Textarea({"rows": 2}),
        help_text="Den bliver stående og kan læses af andre. Skriv ikke nummeret.",
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)
    next = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, finding: Finding, data: QueryDict | None = None, *, back: str = "") -> None:
        # Several stand on one page, each with fields of its own for a screen reader.
        super().__init__(data, auto_id=f"fund-{finding.pk}-%s")
        self.finding = finding
        self.initial = {"shown": fingerprint(finding), "next": back, "decision": finding.decision or None}
        choices = [(value.value, words) for value, words in _CHOICES.items()]
        if finding.decision != Decision.NONE:
            choices.append(_UNDECIDED_AGAIN)
        self.fields["decision"].choices = choices
        self.fields["reason"].widget.attrs["aria-describedby"] = f"fund-{finding.pk}-reason_helptext"

    def clean_decision(self) -> str:
        """What was chosen. That none was is not the choice of taking a decision back."""
        chosen = str(self.cleaned_data["decision"])
        if "decision" not in self.data or chosen not in dict(self.fields["decision"].choices):
            raise forms.ValidationError(_CHOOSE)
        return chosen

    def clean_reason(self) -> str:
        """The reason on one line; ValidationError where it repeats a number."""
        reason = " ".join(self.cleaned_data["reason"].split())
        try:
            refuse_undecided_numbers(self.finding.meeting, reason)
        except UndecidedNumberError as error:
            raise forms.ValidationError(str(error)) from error
        return reason

    def shown_anew(self) -> DecisionForm:
        """The form with all that was typed, to be sent over what somebody else has decided since it was shown."""
        data = self.data.copy()
        data["shown"] = fingerprint(self.finding)
        return DecisionForm(self.finding, data)


def address_after(request: HttpRequest, form: DecisionForm) -> str | None:
    """Return the page of ours that a form asks to be led back to, or None: an address elsewhere is none."""
    asked: Any = form.cleaned_data.get("next") or ""
    hosts, secure = {request.get_host()}, request.is_secure()
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, hosts, require_https=secure)
    return asked if is_ours else None
