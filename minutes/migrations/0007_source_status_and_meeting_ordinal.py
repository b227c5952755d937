import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STATUSES = [
    ("in_force", "i kraft"),
    ("waiting", "venter"),
    ("earlier", "tidligere"),
    ("discarded", "kasseret"),
]


def earlier_versions_by_status(apps, schema_editor):
    apps.get_model("minutes", "SourceDocument").objects.filter(is_current=False).update(status="earlier")


def earlier_versions_by_flag(apps, schema_editor):
    apps.get_model("minutes", "SourceDocument").objects.exclude(status="in_force").update(is_current=False)


class Migration(migrations.Migration):
    """What was current is in force, all else an earlier version; all meetings are the first of their time."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("minutes", "0006_findings"),
    ]

    operations = [
        migrations.AddField(
            model_name="sourcedocument",
            name="status",
            field=models.CharField(
                choices=STATUSES, default="in_force", max_length=20, verbose_name="status"
            ),
        ),
        migrations.RemoveConstraint(
            model_name="sourcedocument", name="sourcedocument_meeting_is_current_unique"
        ),
        migrations.RunPython(earlier_versions_by_status, earlier_versions_by_flag),
        migrations.RemoveField(model_name="sourcedocument", name="is_current"),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "in_force")),
                fields=("meeting",),
                name="sourcedocument_meeting_in_force_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "waiting")),
                fields=("meeting",),
                name="sourcedocument_meeting_waiting_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["in_force", "waiting", "earlier", "discarded"])),
                name="sourcedocument_status_check",
            ),
        ),
        migrations.AddField(
            model_name="sourcedocument",
            name="decided_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="afgjort"),
        ),
        migrations.AddField(
            model_name="sourcedocument",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="afgjort af",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="ordinal",
            field=models.PositiveSmallIntegerField(
                default=1,
                help_text="Hvilket af organets møder på den dag og det klokkeslæt: et ekstraordinært møde kan være nummer 2.",
                verbose_name="nummer",
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="slug",
            field=models.SlugField(
                help_text="Mødedatoen; det andet møde samme dag får klokkeslættet efter, flere et nummer.",
                max_length=40,
                verbose_name="adresse",
            ),
        ),
        migrations.AlterModelOptions(
            name="meeting",
            options={
                "ordering": ("-date", "-start_time", "body", "-ordinal"),
                "verbose_name": "møde",
                "verbose_name_plural": "møder",
            },
        ),
        migrations.RemoveConstraint(model_name="meeting", name="meeting_body_date_start_time_unique"),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("body", "date", "start_time", "ordinal"),
                name="meeting_body_date_start_time_ordinal_unique",
                nulls_distinct=False,
                violation_error_message="Organet har allerede et møde med det nummer på det tidspunkt.",
            ),
        ),
    ]
