import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The rows themselves are written anew by `prepare`, as after every change of what is indexed."""

    dependencies = [
        ("minutes", "0021_followed"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="searchdecision",
            name="searchdecision_case_index",
        ),
        migrations.AddField(
            model_name="searchdecision",
            name="centre_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="searchdecision",
            name="is_own",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="searchdecision",
            name="matter",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="searchdecision",
            name="outcomes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("approved", "godkendt"),
                        ("approved_with_remark", "godkendt med bemærkning"),
                        ("endorsed", "tiltrådt"),
                        ("endorsed_with_remark", "tiltrådt med bemærkning"),
                        ("conditionally_approved", "godkendt under forudsætning"),
                        ("noted", "taget til efterretning"),
                        ("discussed", "drøftet"),
                        ("deferred", "udsat"),
                        ("under_examination", "undersøges nærmere"),
                        ("forwarded", "sendt videre"),
                        ("rejected", "afvist"),
                        ("other", "andet"),
                    ],
                    max_length=30,
                ),
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="searchdecision",
            name="puts_off",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="searchdecision",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="minutes.case",
            ),
        ),
        migrations.AddIndex(
            model_name="searchdecision",
            index=models.Index(
                condition=models.Q(("case__isnull", False)),
                fields=["case", "-date", "-told_on", "-position", "-document"],
                include=("body", "is_deferral", "is_partial", "is_public"),
                name="searchdecision_case_index",
            ),
        ),
        migrations.AddIndex(
            model_name="searchdecision",
            index=models.Index(
                fields=["-date", "-told_on", "document", "position"], name="searchdecision_date_index"
            ),
        ),
        migrations.AddIndex(
            model_name="searchdecision",
            index=models.Index(
                fields=["body", "-date", "-told_on", "document", "position"],
                include=("is_public", "is_own", "case", "matter"),
                name="searchdecision_body_index",
            ),
        ),
        migrations.AddIndex(
            model_name="searchdecision",
            index=models.Index(
                condition=models.Q(("puts_off", True)),
                fields=["-date", "-told_on", "document", "position"],
                name="searchdecision_put_off_index",
            ),
        ),
        migrations.AddIndex(
            model_name="searchdecision",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["outcomes", "centre_ids"], name="searchdecision_facets_gin"
            ),
        ),
        migrations.AddIndex(
            model_name="searchdecision",
            index=models.Index(
                fields=["date", "body", "matter"],
                include=("is_own", "told_on", "document", "is_public"),
                name="searchdecision_told_index",
            ),
        ),
    ]
