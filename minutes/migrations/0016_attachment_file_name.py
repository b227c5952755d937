from django.db import migrations, models

import minutes.models.files.attachments

# A file was stored under the name that it came with, as far as that could be a name on the disk.
FILL = r"""
UPDATE minutes_attachment SET file_name = regexp_replace(file, '^.*/', '') WHERE file <> '';
"""


class Migration(migrations.Migration):
    """The name that an attachment's file came with in a column of its own; on the disk new ones bear another."""

    dependencies = [
        ("minutes", "0015_withdrawals"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="file_name",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=255, verbose_name="filens navn"
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="file",
            field=models.FileField(
                blank=True,
                upload_to=minutes.models.files.attachments.place_of_file,
                verbose_name="fil",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
