import django.db.models.deletion
from django.db import migrations, models

_FILL = """
    UPDATE minutes_searchrole SET case_id = document.case_id
    FROM minutes_searchdocument AS document
    WHERE document.item_id = document_id AND document.case_id IS NOT NULL;
    -- Checked at once: no index is built while a check is waiting.
    SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0002_search_words"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="searchrole",
            name="searchrole_document_index",
        ),
        migrations.AddField(
            model_name="searchrole",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="minutes.case",
            ),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="searchrole",
            index=models.Index(fields=["document"], name="searchrole_document_index"),
        ),
        migrations.AddIndex(
            model_name="searchrole",
            index=models.Index(
                condition=models.Q(("case__isnull", False)),
                fields=["case", "centre", "role"],
                include=("is_public",),
                name="searchrole_case_index",
            ),
        ),
    ]
