from django.db import migrations, models


class Migration(migrations.Migration):
    """The rows themselves are written anew by `prepare`, as after every change of what is indexed."""

    dependencies = [
        ("minutes", "0004_search_decisions"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchdocument",
            name="has_attachments",
            field=models.BooleanField(null=True),
        ),
    ]
