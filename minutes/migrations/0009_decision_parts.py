import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OUTCOMES = [
    ("approved", "godkendt"),
    ("approved_with_remark", "godkendt med bemærkning"),
    ("endorsed", "tiltrådt"),
    ("endorsed_with_remark", "tiltrådt med bemærkning"),
    ("conditionally_approved", "godkendt under forudsætning"),
    ("noted", "taget til efterretning"),
    ("discussed", "drøftet"),
    ("deferred", "udsat"),
    ("under_examination", "undersøges nærmere"),
    ("forwarded", "sendt videre"),
    ("rejected", "afvist"),
    ("other", "andet"),
]
VALUES = [value for value, _ in OUTCOMES]

# Until the sources are read again no decision has parts: what an item came to is one outcome, or none.
_LISTED = "UPDATE minutes_searchdocument SET outcomes = ARRAY[outcome] WHERE outcome <> ''"
_SINGLE = """
    UPDATE minutes_searchdocument SET outcome = CASE cardinality(outcomes) WHEN 1 THEN outcomes[1] ELSE 'other' END
    WHERE outcomes <> '{}'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0008_closed_corrections"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="decision", name="decision_outcome_check"),
        migrations.AlterField(
            model_name="decision",
            name="outcome",
            field=models.CharField(
                choices=OUTCOMES, db_index=True, default="other", max_length=30, verbose_name="udfald"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", VALUES)), name="decision_outcome_check"
            ),
        ),
        migrations.CreateModel(
            name="DecisionPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="placering")),
                ("point", models.CharField(max_length=60, verbose_name="punkt i indstillingen")),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                (
                    "outcome",
                    models.CharField(choices=OUTCOMES, default="other", max_length=30, verbose_name="udfald"),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="minutes.decision",
                        verbose_name="beslutning",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decision_parts",
                        to="minutes.agendaitem",
                        verbose_name="punkt",
                    ),
                ),
            ],
            options={
                "verbose_name": "delbeslutning",
                "verbose_name_plural": "delbeslutninger",
                "ordering": ("decision", "position"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "position"), name="decisionpart_decision_position_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", VALUES)), name="decisionpart_outcome_check"
                    ),
                ],
            },
        ),
        migrations.AlterField(
            model_name="correction",
            name="key",
            field=models.CharField(
                blank=True,
                help_text="For et udfald: beslutningens organ og dato, og punktet, hvor det er en del af den.",
                max_length=220,
                verbose_name="hvilken",
            ),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="outcomes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(choices=OUTCOMES, max_length=30), default=list, size=None
            ),
        ),
        migrations.RunSQL(_LISTED, _SINGLE),
        migrations.RemoveField(model_name="searchdocument", name="outcome"),
        migrations.AddField(
            model_name="searchdecision",
            name="is_partial",
            field=models.BooleanField(default=False),
        ),
        migrations.RemoveIndex(model_name="searchdecision", name="searchdecision_case_index"),
        migrations.AddIndex(
            model_name="searchdecision",
            index=models.Index(
                fields=["case", "-date", "-told_on", "-position", "-document"],
                include=("body", "is_deferral", "is_partial", "is_public"),
                name="searchdecision_case_index",
            ),
        ),
    ]
