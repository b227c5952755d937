import django.db.models.deletion
from django.db import migrations, models

_FILL = """
    INSERT INTO minutes_searchdecision
        (document_id, position, case_id, body_id, date, told_on, is_deferral, is_public)
    SELECT item_id, position, case_id, decision.body_id, decision.date, document.date,
        decision.outcome = 'deferred', is_public
    FROM minutes_searchdocument AS document JOIN minutes_decision AS decision USING (item_id)
    WHERE case_id IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0003_search_role_case"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("date", models.DateField()),
                ("told_on", models.DateField()),
                ("is_deferral", models.BooleanField()),
                ("is_public", models.BooleanField()),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="minutes.body",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="minutes.case",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="minutes.searchdocument",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["case", "-date", "-told_on", "-position", "-document"],
                        include=("body", "is_deferral", "is_public"),
                        name="searchdecision_case_index",
                    )
                ],
            },
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
    ]
