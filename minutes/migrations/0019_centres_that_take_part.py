from django.db import migrations, models

ROLES = [
    ("recommends", "har indstillet"),
    ("responsible", "er ansvarlig"),
    ("tasked", "har fået til opgave"),
    ("participates", "deltager"),
    ("mentioned", "er nævnt"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0018_external_logins"),
    ]

    operations = [
        migrations.AlterField(
            model_name="itemcentre",
            name="role",
            field=models.CharField(choices=ROLES, max_length=20, verbose_name="rolle"),
        ),
        migrations.AlterField(
            model_name="searchrole",
            name="role",
            field=models.CharField(choices=ROLES, max_length=20),
        ),
    ]
