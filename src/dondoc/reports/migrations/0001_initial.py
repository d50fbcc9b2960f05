import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("duties", "0001_initial"),
        ("records", "0001_initial"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consolidation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consolidations", to="units.agency"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consolidations", to="duties.period"
                    ),
                ),
                ("title", models.CharField(max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "soạn"),
                            ("submitted", "trình"),
                            ("approved", "duyệt"),
                            ("sent", "gửi"),
                            ("returned", "trả lại"),
                            ("accepted", "tiếp nhận"),
                            ("locked", "khóa"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20)),
                ("symbol", models.CharField(blank=True, max_length=40)),
                ("signed_on", models.DateField(blank=True, null=True)),
                ("signer", models.CharField(blank=True, max_length=120)),
                ("signer_position", models.CharField(blank=True, max_length=120)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("built_at", models.DateTimeField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="records.job",
                    ),
                ),
                ("edition", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agency", "period"), name="consolidation_once")],
            },
        ),
        migrations.CreateModel(
            name="ConsolidationLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consolidation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="reports.consolidation"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="duties.duty",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=80)),
                ("title", models.TextField()),
                ("section", models.PositiveSmallIntegerField(default=0)),
                ("component", models.CharField(blank=True, max_length=8)),
                ("counts", models.JSONField(default=dict)),
                ("sums", models.JSONField(default=list)),
                ("entries", models.JSONField(default=list)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("consolidation", "position"), name="consolidation_line_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsolidationPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consolidation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passages", to="reports.consolidation"
                    ),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("general", "đánh giá chung"),
                            ("dimension", "theo nội dung của chỉ số"),
                            ("difficulty", "khó khăn, vướng mắc"),
                            ("proposal", "kiến nghị, đề xuất"),
                            ("next", "nhiệm vụ kỳ tới"),
                        ],
                        max_length=10,
                    ),
                ),
                ("section", models.PositiveSmallIntegerField(default=0)),
                ("key", models.CharField(blank=True, max_length=16)),
                ("position", models.PositiveSmallIntegerField()),
                ("original", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("voices", models.JSONField(default=list)),
                ("is_used", models.BooleanField(default=True)),
                ("is_edited", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("consolidation", "kind", "section", "key"),
                        name="consolidation_passage_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="duties.period"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="units.agency"
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_received",
                        to="units.agency",
                    ),
                ),
                (
                    "obligation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="report", to="duties.obligation"
                    ),
                ),
                ("title", models.CharField(max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "soạn"),
                            ("submitted", "trình"),
                            ("approved", "duyệt"),
                            ("sent", "gửi"),
                            ("returned", "trả lại"),
                            ("accepted", "tiếp nhận"),
                            ("locked", "khóa"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("edition", models.PositiveIntegerField(default=0)),
                ("form", models.PositiveSmallIntegerField(default=1)),
                ("number", models.CharField(blank=True, max_length=20)),
                ("symbol", models.CharField(blank=True, max_length=40)),
                ("signed_on", models.DateField(blank=True, null=True)),
                ("signer", models.CharField(blank=True, max_length=120)),
                ("signer_position", models.CharField(blank=True, max_length=120)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                ("returned_at", models.DateTimeField(blank=True, null=True)),
                ("return_reason", models.TextField(blank=True)),
                ("times_returned", models.PositiveSmallIntegerField(default=0)),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
                ("unlock_reason", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["receiver", "state"], name="report_received")],
                "constraints": [models.UniqueConstraint(fields=("period", "agency"), name="report_once")],
            },
        ),
        migrations.CreateModel(
            name="ConsolidationSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consolidation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sources", to="reports.consolidation"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.report",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("accepted", "đã tiếp nhận"),
                            ("sent", "đã gửi, chờ tiếp nhận"),
                            ("returned", "bị trả lại"),
                            ("under-way", "đang soạn"),
                            ("none", "chưa báo cáo"),
                        ],
                        max_length=10,
                    ),
                ),
                ("edition", models.PositiveIntegerField(default=0)),
                ("is_requested", models.BooleanField(default=False)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("consolidation", "agency"), name="consolidation_source_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="told", to="reports.report"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("label", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "số lượng"),
                            ("share", "tỷ lệ"),
                            ("duration", "thời gian"),
                            ("money", "số tiền"),
                            ("score", "điểm"),
                        ],
                        max_length=8,
                    ),
                ),
                ("numerator", models.DecimalField(decimal_places=3, max_digits=20)),
                ("denominator", models.DecimalField(blank=True, decimal_places=3, max_digits=20, null=True)),
                ("href", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "name"), name="report_figure_once")],
            },
        ),
        migrations.CreateModel(
            name="ReportPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passages", to="reports.report"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("general", "đánh giá chung"),
                            ("dimension", "theo nội dung của chỉ số"),
                            ("difficulty", "khó khăn, vướng mắc"),
                            ("proposal", "kiến nghị, đề xuất"),
                            ("next", "nhiệm vụ kỳ tới"),
                        ],
                        max_length=10,
                    ),
                ),
                ("section", models.PositiveSmallIntegerField(default=0)),
                ("text", models.TextField(blank=True)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("is_returned", models.BooleanField(default=False)),
                ("return_reason", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report", "kind", "section"), name="report_passage_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="reports.report"
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="report_rows", to="duties.obligation"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("done", "đã thực hiện"), ("nothing", "không phát sinh"), ("not-yet", "chưa xong")],
                        max_length=8,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("figures", models.JSONField(default=dict)),
                ("is_claimed", models.BooleanField(default=False)),
                ("is_kept", models.BooleanField(default=False)),
                ("is_returned", models.BooleanField(default=False)),
                ("return_reason", models.TextField(blank=True)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("proofs", models.ManyToManyField(blank=True, related_name="report_rows", to="duties.evidence")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "obligation"), name="report_row_once")],
            },
        ),
        migrations.CreateModel(
            name="ReportVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="reports.report"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("sent_at", models.DateTimeField()),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "number"), name="report_version_once")],
            },
        ),
    ]
