import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("framework", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PopulationWeight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=24, unique=True)),
                ("population", models.PositiveIntegerField()),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("source", models.CharField(max_length=200)),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ScoreImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "index",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="framework.index"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shipped", "bảng có sẵn kèm phần mềm"),
                            ("workbook", "bảng tính"),
                            ("typed", "nhập tay"),
                        ],
                        max_length=8,
                    ),
                ),
                ("years", models.JSONField(default=list)),
                ("figures", models.PositiveIntegerField(default=0)),
                (
                    "changed",
                    models.PositiveIntegerField(
                        default=0, help_text="Figures that were new or other than those that stood."
                    ),
                ),
                ("source", models.CharField(max_length=300)),
                ("source_on", models.DateField(blank=True, null=True)),
                (
                    "attachment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.attachment",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("undo_reason", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="AbsenceNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("place", models.CharField(max_length=24)),
                ("missing", models.CharField(default="all", max_length=60)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("source", models.CharField(max_length=300)),
                ("source_on", models.DateField()),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("year", "place"), name="absence_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="BreakNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("source", models.CharField(max_length=300)),
                ("source_on", models.DateField()),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("year", "code"), name="break_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="GroupBound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("code", models.CharField(default="TOTAL", max_length=20)),
                ("group", models.PositiveSmallIntegerField()),
                ("lower", models.CharField(max_length=9)),
                ("source", models.CharField(max_length=300)),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("year", "code", "group"), name="bound_once_a_group")],
            },
        ),
        migrations.CreateModel(
            name="PublishedScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="scores.scoreimport"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("place", models.CharField(max_length=24)),
                ("statistic", models.CharField(default="unweighted", max_length=14)),
                ("score", models.DecimalField(decimal_places=4, max_digits=9)),
            ],
            options={
                "indexes": [models.Index(fields=["place", "year"], name="score_by_place")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "year", "code", "place", "statistic"), name="score_once_an_import"
                    )
                ],
            },
        ),
    ]
