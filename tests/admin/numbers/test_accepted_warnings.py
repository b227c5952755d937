"""The list of warnings that somebody has looked at and lets stand."""

from django.urls import reverse

from minutes.importing.review.accepted_warnings import accept_warnings
from minutes.parser.problems import Problem, Severity


def test_accepted_warnings_are_listed_and_only_looked_at(meeting, admin_client, admin_user):
    warning = Problem(7, "unsure", Severity.WARNING, "Er det rigtigt?")
    source = meeting.sources.get()
    accept_warnings(source, [warning], admin_user)
    page = admin_client.get(reverse("admin:minutes_acceptedwarning_changelist")).text
    assert "Er det rigtigt?" in page
    row = reverse("admin:minutes_acceptedwarning_change", args=[source.accepted_warnings.get().pk])
    assert "admin" in admin_client.get(row).text
    assert admin_client.post(row, {"message": "Ja."}).status_code == 403
    assert admin_client.get(reverse("admin:minutes_acceptedwarning_add")).status_code == 403
