from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

_WHY = "Mødet havde været offentliggjort og var gjort til kladde igen. Det er nu trukket tilbage."


def withdraw_what_was_public(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Withdraw the drafts that have been public, take them out of the search, and say so in the log."""
    meetings = apps.get_model("minutes", "Meeting")
    chosen = meetings.objects.filter(state="draft", published_at__isnull=False).select_related("body")
    events = apps.get_model("minutes", "Event")
    events.objects.bulk_create(
        events(
            kind="withdrawn",
            meeting=meeting,
            subject=f"{meeting.body.name} {meeting.date:%d-%m-%Y}",
            reason=_WHY,
        )
        for meeting in chosen
    )
    keys = [meeting.pk for meeting in chosen]
    apps.get_model("minutes", "SearchDocument").objects.filter(item__meeting__in=keys).delete()
    meetings.objects.filter(pk__in=keys).update(state="withdrawn", withdrawn_at=timezone.now())


class Migration(migrations.Migration):
    """What was public is withdrawn, and never a draft again; one item of a meeting can be withdrawn alone."""

    dependencies = [
        ("minutes", "0014_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="is_withdrawn",
            field=models.BooleanField(default=False, verbose_name="trukket tilbage"),
        ),
        migrations.AlterField(
            model_name="correction",
            name="field",
            field=models.CharField(
                choices=[
                    ("title", "titel"),
                    ("case_number", "sagsnummer"),
                    ("centres", "centre"),
                    ("outcome", "udfald"),
                    ("closed", "lukket"),
                    ("withdrawn", "trukket tilbage"),
                ],
                max_length=20,
                verbose_name="felt",
            ),
        ),
        migrations.AlterField(
            model_name="findingplace",
            name="in_closed_item",
            field=models.BooleanField(default=False, verbose_name="i et punkt, der ikke vises"),
        ),
        migrations.RunPython(withdraw_what_was_public, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "draft"), _negated=True), ("published_at", None), _connector="OR"
                ),
                name="meeting_draft_was_never_public_check",
                violation_error_message=(
                    "Det, der har været offentliggjort, bliver ikke kladde igen: træk det tilbage."
                ),
            ),
        ),
    ]
