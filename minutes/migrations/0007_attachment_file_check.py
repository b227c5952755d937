from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0006_findings"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="file_check",
            field=models.CharField(
                choices=[
                    ("not_done", "ikke undersøgt"),
                    ("clear", "ingen fundet"),
                    ("withheld", "holdes tilbage"),
                ],
                default="not_done",
                editable=False,
                max_length=20,
                verbose_name="undersøgt for personnumre",
            ),
        ),
    ]
