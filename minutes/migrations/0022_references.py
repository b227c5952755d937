"""Days of calendars are told from references, and what points to a meeting or a case is found by that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("minutes", "0021_followed")]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="is_calendar",
            field=models.BooleanField(default=False, verbose_name="i en mødeplan"),
        ),
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(
                condition=models.Q(("is_calendar", False), ("time_first__isnull", False)),
                fields=["time_first", "time_last", "body"],
                name="reference_time_index",
            ),
        ),
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(
                condition=models.Q(("kind", "case")), fields=["number"], name="reference_case_index"
            ),
        ),
    ]
