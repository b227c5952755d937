import django.db.models.deletion
from django.db import migrations, models

# The constraint of the new column is checked at once: a table with checks to come cannot be altered.
_FILL = """
    UPDATE minutes_sighting AS sighting SET body_id = document.body_id
    FROM minutes_searchdocument AS document WHERE document.item_id = sighting.item_id;
    SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0023_published"),
    ]

    operations = [
        migrations.AddField(
            model_name="sighting",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="sighting",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(fields=["body", "-date"], include=("is_public",), name="sighting_body_index"),
        ),
    ]
