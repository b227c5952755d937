from django.db import migrations, models

KINDS = [
    ("unplaced", "uden overskrift"),
    ("background", "baggrund"),
    ("case_presentation", "sagsfremstilling"),
    ("economy", "økonomi"),
    ("law", "retsgrundlag"),
    ("policy", "politik/plan"),
    ("information", "information"),
    ("hearing", "høring"),
    ("assessment", "vurdering"),
    ("documents", "andre relevante dokumenter"),
    ("recommendation", "indstilling"),
    ("decision", "beslutning"),
    ("attachments", "bilag"),
    ("attendance", "fremmøde"),
    ("statement", "protokoltilførsel"),
    ("competence", "kompetence"),
    ("summary", "resume"),
    ("origin", "sagens opståen"),
]


class Migration(migrations.Migration):
    """Until the sources are read again no item has a letter, and no section is of a new kind."""

    dependencies = [
        ("minutes", "0010_text_of_sources"),
    ]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="letter",
            field=models.CharField(blank=True, default="", max_length=1, verbose_name="bogstav"),
        ),
        migrations.AlterField(
            model_name="section",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20, verbose_name="slags"),
        ),
    ]
