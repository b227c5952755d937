"""The words of a deadline stand beside its last day, where the course of a topic is told from."""

from django.db import migrations, models

FILL = """
UPDATE minutes_sighting AS sighting SET time_words = follow_up.time_words
FROM minutes_followup AS follow_up WHERE follow_up.id = sighting.follow_up_id AND follow_up.time_words <> '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0024_listed_went_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="sighting",
            name="time_words",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
