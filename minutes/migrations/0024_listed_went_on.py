"""Whether what was put off or promised went on stands beside the rows that list it."""

from django.db import migrations, models

# As the joins say that are there.
TELL = """
UPDATE {listed} AS listed SET went_on = told.went_on, went_on_with_drafts = told.with_drafts
FROM (
    SELECT {key}, bool_or(audience = 'everybody') AS went_on, bool_or(audience = 'reads_drafts') AS with_drafts
    FROM {joins} WHERE item_id IS NOT NULL GROUP BY {key}
) AS told
WHERE listed.{key} = told.{key};
"""
DEFERRALS = TELL.format(listed="minutes_listeddeferral", joins="minutes_takingup", key="deferral_id")
PROMISES = TELL.format(listed="minutes_listedpromise", joins="minutes_fulfilment", key="promise_id")


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0023_likeness"),
    ]

    operations = [
        migrations.AddField(
            model_name="listeddeferral",
            name="went_on",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="listeddeferral",
            name="went_on_with_drafts",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="listedpromise",
            name="went_on",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="listedpromise",
            name="went_on_with_drafts",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="listedpromise",
            index=models.Index(fields=["-date", "promise"], name="listedpromise_date_index"),
        ),
        migrations.RunSQL(DEFERRALS + PROMISES, migrations.RunSQL.noop),
    ]
