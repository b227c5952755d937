"""What follows matters through their meetings, and the columns by which lists and feeds of them are quick."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0020_told"),
    ]

    operations = [
        migrations.CreateModel(
            name="Fulfilment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("everybody", "alle"), ("reads_drafts", "dem der ser kladder")],
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("by_hand", "samlet af arkivet"),
                            ("same_item", "en senere beslutning under samme punkt"),
                            ("case", "samme sagsnummer"),
                            ("title", "samme faste titel"),
                            ("like_title", "en titel, der begynder ens"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title_key", models.CharField(max_length=300)),
                ("date", models.DateField()),
                ("found_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ListedDeferral",
            fields=[
                ("date", models.DateField()),
                ("is_public", models.BooleanField()),
                ("is_own", models.BooleanField()),
                ("position", models.PositiveSmallIntegerField(null=True)),
                (
                    "centre_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "deferral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="listed",
                        serialize=False,
                        to="minutes.deferral",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ListedPromise",
            fields=[
                ("date", models.DateField()),
                ("is_public", models.BooleanField()),
                ("is_own", models.BooleanField()),
                ("position", models.PositiveSmallIntegerField(null=True)),
                (
                    "centre_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "promise",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="listed",
                        serialize=False,
                        to="minutes.promise",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("comes_back", "kommer igen"),
                            ("goes_to", "går videre"),
                            ("done_by", "opgave med tidspunkt"),
                            ("task", "opgave"),
                            ("recurring", "gentages"),
                            ("event", "begivenhed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=300, unique=True, verbose_name="nøgle")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adresse")),
                ("is_settled", models.BooleanField(default=False, verbose_name="offentliggjort")),
                ("is_none", models.BooleanField(default=False, verbose_name="ingen serie")),
            ],
            options={
                "verbose_name": "serie",
                "verbose_name_plural": "serier",
                "ordering": ("slug",),
                "default_permissions": ("view", "change"),
            },
        ),
        migrations.CreateModel(
            name="Sighting",
            fields=[
                (
                    "follow_up",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="sighting",
                        serialize=False,
                        to="minutes.followup",
                    ),
                ),
                ("date", models.DateField()),
                ("place", models.CharField(max_length=300)),
                ("is_public", models.BooleanField()),
                ("latest", models.DateField(null=True)),
                (
                    "responsible",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
            ],
            options={
                "ordering": ("date", "place"),
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TakenUpByHand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_taken_up", models.BooleanField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TakingUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("everybody", "alle"), ("reads_drafts", "dem der ser kladder")],
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("by_hand", "samlet af arkivet"),
                            ("same_item", "en senere beslutning under samme punkt"),
                            ("case", "samme sagsnummer"),
                            ("title", "samme faste titel"),
                            ("like_title", "en titel, der begynder ens"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title_key", models.CharField(max_length=300)),
                ("date", models.DateField()),
                ("found_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("everybody", "alle"), ("reads_drafts", "dem der ser kladder")],
                        max_length=20,
                    ),
                ),
                ("first_seen", models.DateField(verbose_name="først set")),
                ("last_seen", models.DateField(verbose_name="sidst set")),
                ("rows", models.PositiveIntegerField(verbose_name="gange")),
                ("slips", models.PositiveIntegerField(verbose_name="gange udskudt")),
                ("latest", models.DateField(null=True, verbose_name="frist")),
                (
                    "centre_codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10),
                        default=list,
                        size=None,
                        verbose_name="centre",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TopicKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=300, unique=True, verbose_name="nøgle")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adresse")),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        default=list,
                        size=None,
                        verbose_name="ord",
                    ),
                ),
                ("is_apart", models.BooleanField(default=False, verbose_name="for sig")),
            ],
            options={
                "verbose_name": "emne på huskelister",
                "verbose_name_plural": "emner på huskelister",
                "ordering": ("key",),
                "default_permissions": ("view", "change"),
            },
        ),
        migrations.CreateModel(
            name="TopicMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("everybody", "alle"), ("reads_drafts", "dem der ser kladder")],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RemoveIndex(
            model_name="searchdecision",
            name="searchdecision_case_index",
        ),
        migrations.AddField(
            model_name="case",
            name="collective_by_hand",
            field=models.BooleanField(
                blank=True, editable=False, null=True, verbose_name="samlesag ifølge arkivet"
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="is_collective",
            field=models.BooleanField(default=False, editable=False, verbose_name="samlesag"),
        ),
        migrations.AddField(
            model_name="case",
            name="is_collective_with_drafts",
            field=models.BooleanField(default=False, editable=False, verbose_name="samlesag med kladder"),
        ),
        migrations.AddField(
            model_name="centre",
            name="successors",
            field=models.ManyToManyField(
                blank=True,
                help_text="De centre, der tog over, da det ophørte; deres sider viser, hvad der gik forud.",
                related_name="predecessors",
                to="minutes.centre",
                verbose_name="efterfølgere",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="joining_version",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="reference",
            name="is_calendar",
            field=models.BooleanField(default=False, verbose_name="i en mødeplan"),
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
            model_name="searchdocument",
            name="title_is_dated",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="title_key",
            field=models.CharField(default="", max_length=300),
        ),
        migrations.AddField(
            model_name="searchrole",
            name="published_at",
            field=models.DateTimeField(null=True),
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
            model_name="meeting",
            index=models.Index(
                models.OrderBy(models.F("published_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("date"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                name="meeting_published_at_index",
            ),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(
                condition=models.Q(("time_last__isnull", False)),
                fields=["time_last"],
                name="promise_time_last_index",
            ),
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
                condition=models.Q(("is_deferral", True)),
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
        migrations.AddIndex(
            model_name="searchdocument",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass("title_key", "text_pattern_ops"),
                models.F("date"),
                models.F("item"),
                include=("is_public", "body"),
                name="searchdocument_title_index",
            ),
        ),
        migrations.AddIndex(
            model_name="searchrole",
            index=models.Index(
                models.F("centre"),
                models.OrderBy(models.F("published_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("date"), descending=True),
                models.F("document"),
                condition=models.Q(("is_first", True)),
                include=("is_public",),
                name="searchrole_published_at_index",
            ),
        ),
        migrations.AddField(
            model_name="fulfilment",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddField(
            model_name="fulfilment",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="minutes.case",
            ),
        ),
        migrations.AddField(
            model_name="fulfilment",
            name="item",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="fulfilment",
            name="promise",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fulfilments",
                to="minutes.promise",
            ),
        ),
        migrations.AddField(
            model_name="listeddeferral",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddField(
            model_name="listeddeferral",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="minutes.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="listedpromise",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddField(
            model_name="listedpromise",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="minutes.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="joined_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="joined",
                to="minutes.series",
                verbose_name="hører til",
            ),
        ),
        migrations.AddField(
            model_name="sighting",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddField(
            model_name="sighting",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="minutes.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="takenupbyhand",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="taken_up_by_hand",
                to="minutes.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="takenupbyhand",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="minutes.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="takingup",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddField(
            model_name="takingup",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="minutes.case",
            ),
        ),
        migrations.AddField(
            model_name="takingup",
            name="deferral",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="taken_up",
                to="minutes.deferral",
            ),
        ),
        migrations.AddField(
            model_name="takingup",
            name="item",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="body",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="minutes.body",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="last",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="minutes.followup"
            ),
        ),
        migrations.AddField(
            model_name="topickey",
            name="joined_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="joined",
                to="minutes.topickey",
                verbose_name="hører til",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="key",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="topics",
                to="minutes.topickey",
            ),
        ),
        migrations.AddField(
            model_name="sighting",
            name="key",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sightings",
                to="minutes.topickey",
            ),
        ),
        migrations.AddField(
            model_name="topicmember",
            name="key",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="members",
                to="minutes.topickey",
            ),
        ),
        migrations.AddField(
            model_name="topicmember",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="members", to="minutes.topic"
            ),
        ),
        migrations.AddIndex(
            model_name="fulfilment",
            index=models.Index(fields=["case", "date"], name="fulfilment_case_index"),
        ),
        migrations.AddIndex(
            model_name="fulfilment",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass("title_key", "text_pattern_ops"),
                models.F("date"),
                name="fulfilment_title_index",
            ),
        ),
        migrations.AddIndex(
            model_name="fulfilment",
            index=models.Index(
                models.F("audience"),
                models.OrderBy(models.F("found_on"), nulls_first=True),
                models.F("date"),
                name="fulfilment_open_index",
            ),
        ),
        migrations.AddConstraint(
            model_name="fulfilment",
            constraint=models.UniqueConstraint(
                fields=("promise", "audience"), name="fulfilment_promise_audience_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="takenupbyhand",
            constraint=models.UniqueConstraint(fields=("item", "other"), name="takenupbyhand_items_unique"),
        ),
        migrations.AddIndex(
            model_name="takingup",
            index=models.Index(fields=["case", "date"], name="takingup_case_index"),
        ),
        migrations.AddIndex(
            model_name="takingup",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass("title_key", "text_pattern_ops"),
                models.F("date"),
                name="takingup_title_index",
            ),
        ),
        migrations.AddIndex(
            model_name="takingup",
            index=models.Index(
                models.F("audience"),
                models.OrderBy(models.F("found_on"), nulls_first=True),
                models.F("date"),
                name="takingup_open_index",
            ),
        ),
        migrations.AddConstraint(
            model_name="takingup",
            constraint=models.UniqueConstraint(
                fields=("deferral", "audience"), name="takingup_deferral_audience_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="topickey",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["words"], name="topickey_words_gin"
            ),
        ),
        migrations.AddIndex(
            model_name="topic",
            index=models.Index(fields=["audience", "body", "-last_seen"], name="topic_last_seen_index"),
        ),
        migrations.AddIndex(
            model_name="topic",
            index=models.Index(
                condition=models.Q(("latest__isnull", False)),
                fields=["audience", "latest"],
                name="topic_latest_index",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.UniqueConstraint(fields=("key", "audience"), name="topic_key_audience_unique"),
        ),
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(
                fields=["key", "date", "place"], include=("is_public", "latest"), name="sighting_key_index"
            ),
        ),
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(fields=["body", "-date"], include=("is_public",), name="sighting_body_index"),
        ),
        migrations.AddConstraint(
            model_name="topicmember",
            constraint=models.UniqueConstraint(
                fields=("key", "audience"), name="topicmember_key_audience_unique"
            ),
        ),
    ]
