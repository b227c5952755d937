import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0005_searchdocument_has_attachments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("masked", models.CharField(max_length=20, verbose_name="fund")),
                (
                    "confidence",
                    models.CharField(
                        choices=[("finding", "sikkert"), ("warning", "måske")],
                        max_length=10,
                        verbose_name="sikkerhed",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("", "uafklaret"), ("released", "frigivet"), ("redacted", "fjernet")],
                        db_index=True,
                        default="",
                        max_length=10,
                        verbose_name="afgørelse",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="begrundelse")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="afgjort")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="afgjort af",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="minutes.meeting",
                        verbose_name="møde",
                    ),
                ),
            ],
            options={
                "verbose_name": "fund af personnummer",
                "verbose_name_plural": "fund af personnumre",
                "ordering": ("meeting", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FindingPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("text", "tekst"),
                            ("file_name", "filnavn"),
                            ("correction", "rettelse"),
                            ("attachment", "bilagsfil"),
                        ],
                        max_length=20,
                        verbose_name="hvor",
                    ),
                ),
                ("line", models.PositiveIntegerField(blank=True, null=True, verbose_name="linje")),
                ("item_slug", models.SlugField(blank=True, max_length=40, verbose_name="punkt")),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="navn")),
                ("in_closed_item", models.BooleanField(default=False, verbose_name="i et lukket punkt")),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="minutes.finding",
                        verbose_name="fund",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="finding_places",
                        to="minutes.sourcedocument",
                        verbose_name="kildedokument",
                    ),
                ),
            ],
            options={
                "verbose_name": "sted",
                "verbose_name_plural": "steder",
                "ordering": ("source", "line", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AcceptedProblem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60, verbose_name="kode")),
                ("message", models.TextField(verbose_name="bemærkning")),
                ("reason", models.CharField(max_length=500, verbose_name="begrundelse")),
                ("accepted_at", models.DateTimeField(auto_now=True, verbose_name="accepteret")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepteret af",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="accepted_problems",
                        to="minutes.meeting",
                        verbose_name="møde",
                    ),
                ),
            ],
            options={
                "verbose_name": "accepteret fejl",
                "verbose_name_plural": "accepterede fejl",
                "ordering": ("meeting", "code", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "code", "message"),
                        name="acceptedproblem_meeting_code_message_unique",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("meeting", "digest"), name="finding_meeting_digest_unique"
            ),
        ),
        migrations.AddField(
            model_name="attachment",
            name="file_check",
            field=models.CharField(
                choices=[
                    ("not_done", "ikke undersøgt"),
                    ("clear", "ingen fundet"),
                    ("withheld", "holdes tilbage"),
                ],
                default="not_done",
                editable=False,
                max_length=20,
                verbose_name="undersøgt for personnumre",
            ),
        ),
    ]
