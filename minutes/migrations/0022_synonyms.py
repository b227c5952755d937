"""Synonyms as the archivists keep them, those that came with the archive, and a version that changes with them."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

# Whoever changes the groups, all processes see by one value that they are others.
VERSION = """
CREATE FUNCTION minutes_synonyms_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO minutes_synonymsversion (id, version) VALUES (1, gen_random_uuid())
    ON CONFLICT (id) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $$;
CREATE TRIGGER minutes_synonymgroup_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON minutes_synonymgroup
    FOR EACH STATEMENT EXECUTE FUNCTION minutes_synonyms_changed();
"""
NO_VERSION = """
DROP TRIGGER minutes_synonymgroup_changed ON minutes_synonymgroup;
DROP FUNCTION minutes_synonyms_changed();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0021_followed"),
    ]

    operations = [
        migrations.CreateModel(
            name="SynonymGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "wider",
                    models.CharField(
                        blank=True,
                        help_text="Kun hvis ordene herunder er snævrere: en søgning efter dette ord finder så også dem, men ikke omvendt. Lad feltet stå tomt, hvis ordene betyder det samme.",
                        max_length=100,
                        verbose_name="bredere ord",
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), size=None, verbose_name="ord"
                    ),
                ),
            ],
            options={
                "verbose_name": "gruppe af synonymer",
                "verbose_name_plural": "synonymer",
                "ordering": ("wider", "words"),
            },
        ),
        migrations.CreateModel(
            name="SynonymsVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.UUIDField()),
            ],
            options={
                "verbose_name": "udgave af synonymerne",
                "verbose_name_plural": "udgaver af synonymerne",
                "default_permissions": (),
            },
        ),
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("uploaded", "uploadet"),
                    ("imported", "gemt som kladde"),
                    ("waiting", "ny version venter"),
                    ("in_force", "ny version sat i kraft"),
                    ("restored", "tidligere version sat i kraft"),
                    ("discarded", "kasseret"),
                    ("read_again", "læst igen"),
                    ("published", "offentliggjort"),
                    ("withdrawn", "trukket tilbage"),
                    ("item_withdrawn", "punkt trukket tilbage"),
                    ("item_shown", "punkt vist igen"),
                    ("corrected", "rettet"),
                    ("closed", "punkt lukket"),
                    ("opened", "punkt åbnet"),
                    ("number_released", "personnummer frigivet"),
                    ("number_redacted", "personnummer fjernet"),
                    ("number_undecided", "personnummer uafgjort igen"),
                    ("problem_accepted", "bemærkning accepteret"),
                    ("file_stored", "bilagsfil gemt"),
                    ("file_removed", "bilagsfil fjernet"),
                    ("name_decided", "navn afgjort"),
                    ("synonyms_said", "synonymer ændret"),
                    ("body_merged", "organ lagt sammen"),
                    ("joined", "samlet"),
                    ("parted", "skilt"),
                    ("left_to_archive", "overladt til arkivet igen"),
                    ("deleted", "slettet"),
                    ("lock_lifted", "spærring ophævet"),
                    ("tidied", "ryddet op"),
                ],
                max_length=30,
                verbose_name="hændelse",
            ),
        ),
        migrations.CreateModel(
            name="ShippedSynonyms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=300, unique=True)),
                ("wider", models.CharField(blank=True, max_length=100)),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), size=None
                    ),
                ),
                (
                    "group",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="shipped",
                        to="minutes.synonymgroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "medfølgende gruppe af synonymer",
                "verbose_name_plural": "medfølgende synonymer",
                "default_permissions": (),
            },
        ),
        migrations.RunSQL(VERSION, NO_VERSION),
    ]
