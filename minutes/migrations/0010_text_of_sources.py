from django.db import migrations, models


class Migration(migrations.Migration):
    """The text that was read of a source, beside its bytes; `reparse` fills it in for those that are there."""

    dependencies = [
        ("minutes", "0009_decision_parts"),
    ]

    operations = [
        migrations.AddField(
            model_name="sourcedocument",
            name="text",
            field=models.TextField(blank=True, editable=False, null=True, verbose_name="tekst"),
        ),
        migrations.AddField(
            model_name="sourcedocument",
            name="page_starts",
            field=models.JSONField(default=list, editable=False, verbose_name="sidernes første linjer"),
        ),
        migrations.AddField(
            model_name="sourcedocument",
            name="notices",
            field=models.JSONField(default=list, editable=False, verbose_name="læserens bemærkninger"),
        ),
        migrations.AddField(
            model_name="sourcedocument",
            name="reader_version",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="fillæserens version"),
        ),
        migrations.AlterField(
            model_name="sourcedocument",
            name="encoding",
            field=models.CharField(
                help_text="pdf, docx, eller en teksts tegnsæt.", max_length=20, verbose_name="læst som"
            ),
        ),
        migrations.AddField(
            model_name="attachment",
            name="file_reader_version",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="fillæserens version"
            ),
        ),
    ]
