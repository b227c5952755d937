from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0007_source_status_and_meeting_ordinal"),
    ]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="is_doubtful",
            field=models.BooleanField(default=False, verbose_name="i tvivl"),
        ),
        migrations.AlterField(
            model_name="correction",
            name="field",
            field=models.CharField(
                choices=[
                    ("title", "titel"),
                    ("case_number", "sagsnummer"),
                    ("centres", "centre"),
                    ("outcome", "udfald"),
                    ("closed", "lukket"),
                ],
                max_length=20,
                verbose_name="felt",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_doubtful__lte", models.F("is_closed"))),
                name="agendaitem_is_doubtful_check",
                violation_error_message="Et punkt, der er i tvivl, er lukket.",
            ),
        ),
    ]
