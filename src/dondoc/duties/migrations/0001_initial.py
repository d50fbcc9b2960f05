import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SummaryDelta",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("province_id", models.BigIntegerField()),
                ("unit_id", models.BigIntegerField()),
                ("section", models.PositiveSmallIntegerField(null=True)),
                ("component", models.CharField(max_length=8)),
                ("due_on", models.DateField(null=True)),
                ("state", models.CharField(max_length=16)),
                ("change", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Regime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regimes",
                        to="units.administrativeunit",
                    ),
                ),
                ("source_kind", models.CharField(blank=True, max_length=24)),
                ("source_code", models.CharField(blank=True, max_length=16)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("base_cycle", models.CharField(default="quarter", max_length=12)),
                ("rules", models.JSONField(default=list)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("source_kind", models.CharField(max_length=24)),
                ("source_code", models.CharField(max_length=16)),
                ("plan_code", models.CharField(blank=True, max_length=16)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="units.administrativeunit",
                    ),
                ),
                ("title", models.TextField()),
                ("search", models.TextField()),
                (
                    "schedule",
                    models.JSONField(default=dict, help_text="The JSON form of a schedule: kind, text, normalised."),
                ),
                ("products", models.JSONField(default=list)),
                ("targets", models.JSONField(default=list)),
                ("component", models.CharField(blank=True, max_length=8)),
                ("section", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "regime",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="duties.regime",
                    ),
                ),
                (
                    "serves",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="served_by",
                        to="duties.duty",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="duties.duty",
                    ),
                ),
                ("needs_confirmation", models.BooleanField(default=False)),
                ("issued_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["plan_code"], name="duty_by_plan")],
                "constraints": [
                    models.UniqueConstraint(fields=("source_kind", "source_code"), name="duty_once_per_source")
                ],
            },
        ),
        migrations.CreateModel(
            name="Expansion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("source_kind", models.CharField(max_length=24)),
                ("source_code", models.CharField(max_length=16)),
                ("year", models.PositiveSmallIntegerField()),
                ("started_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("made", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("published_at__isnull", True)),
                        fields=("source_kind", "source_code", "year"),
                        name="expansion_under_way_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "duty",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligations",
                        to="duties.duty",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("lead", "chủ trì"),
                            ("execute", "thực hiện"),
                            ("coordinate", "phối hợp"),
                            ("supervise", "theo dõi, giám sát"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "owed_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owed",
                        to="units.agency",
                    ),
                ),
                (
                    "held_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held",
                        to="units.agency",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.administrativeunit",
                    ),
                ),
                ("occurrence", models.CharField(max_length=40)),
                ("label", models.CharField(max_length=120)),
                ("opens_on", models.DateField()),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("aim_on", models.DateField(blank=True, null=True)),
                ("explained", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not-open", "chưa đến hạn"),
                            ("open", "đang mở"),
                            ("awaiting", "chờ xác nhận"),
                            ("done", "đã hoàn thành"),
                            ("done-late", "hoàn thành quá hạn"),
                            ("nothing-arose", "không phát sinh"),
                            ("returned", "bị trả lại"),
                            ("exempt", "được miễn"),
                        ],
                        default="not-open",
                        max_length=16,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("is_claimed", models.BooleanField(default=False)),
                ("is_history", models.BooleanField(default=False)),
                ("is_requested", models.BooleanField(default=False)),
                ("note", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("section", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("component", models.CharField(blank=True, max_length=8)),
                (
                    "is_entered_for",
                    models.BooleanField(default=False, help_text="Entered by the focal point above for its holder."),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "position",
                    models.CharField(
                        blank=True, help_text="Given to whoever holds it, where no name stands.", max_length=120
                    ),
                ),
                (
                    "expansion",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="duties.expansion",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["held_by", "state", "due_on"], name="obligation_of_agency"),
                    models.Index(fields=["province", "state", "due_on"], name="obligation_of_province"),
                    models.Index(fields=["duty", "state", "due_on"], name="obligation_of_duty"),
                    models.Index(
                        condition=models.Q(("assigned_to__isnull", False)),
                        fields=["assigned_to", "state"],
                        name="obligation_of_person",
                    ),
                    models.Index(
                        condition=models.Q(("state", "not-open")), fields=["opens_on"], name="obligation_to_open"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("duty", "owed_by", "occurrence"), name="obligation_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_at__isnull", True), ("due_on__isnull", True)),
                            models.Q(("due_at__isnull", False), ("due_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="obligation_due_twice_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Difficulty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="difficulties", to="units.agency"
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="difficulties",
                        to="duties.obligation",
                    ),
                ),
                ("text", models.TextField()),
                ("wish", models.TextField(blank=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="units.agency"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "chờ trả lời"), ("answered", "đã trả lời"), ("withdrawn", "đã rút")],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "khó khăn, vướng mắc",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "answered"), _negated=True),
                            ("answered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="difficulty_answered_has_its_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation_rules",
                        to="units.administrativeunit",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("version", models.PositiveSmallIntegerField()),
                ("lines", models.JSONField(help_text='[{"figure", "weight", "best", "worst"}]')),
                ("grades", models.JSONField(help_text='[{"name", "least"}], the best first')),
                (
                    "scale",
                    models.DecimalField(
                        decimal_places=2, default=2, help_text="Points in the reform index.", max_digits=5
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "year", "version"), name="evaluation_rule_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="units.administrativeunit",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "soạn"), ("announced", "lấy ý kiến"), ("locked", "khóa")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="duties.evaluationrule",
                    ),
                ),
                ("as_of", models.DateField()),
                ("computed_at", models.DateTimeField()),
                ("number", models.CharField(blank=True, max_length=60)),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("signer", models.CharField(blank=True, max_length=120)),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "year"), name="evaluation_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "locked"), _negated=True), ("locked_at__isnull", False), _connector="OR"
                        ),
                        name="evaluation_locked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="duties.evaluation"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("changes", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="EvaluationScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="duties.evaluation"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evaluation_scores", to="units.agency"
                    ),
                ),
                ("block", models.CharField(max_length=12)),
                ("lines", models.JSONField(default=list)),
                ("points", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                ("grade", models.CharField(blank=True, max_length=60)),
                ("place", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("why", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "agency"), name="evaluation_score_once"),
                    models.CheckConstraint(
                        condition=models.Q(("points__isnull", True), ("points__range", (0, 100)), _connector="OR"),
                        name="evaluation_points_of_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="units.agency"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("file", "tệp"),
                            ("document", "văn bản có số"),
                            ("link", "đường dẫn"),
                            ("note", "ghi nhận"),
                            ("record", "hồ sơ trong hệ thống"),
                        ],
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("url", models.URLField(blank=True, max_length=600)),
                ("record_kind", models.CharField(blank=True, max_length=24)),
                ("record_code", models.CharField(blank=True, max_length=40)),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("record_code", ""), _negated=True),
                        fields=["record_kind", "record_code"],
                        name="evidence_of_record",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("day", models.DateField()),
                ("title", models.CharField(max_length=200)),
                ("lines", models.JSONField(default=list)),
                ("channels", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("read_at__isnull", True)), fields=["user"], name="notice_unread")
                ],
                "constraints": [models.UniqueConstraint(fields=("user", "day"), name="notice_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objections", to="duties.evaluation"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                ("figure", models.CharField(max_length=60)),
                ("reason", models.TextField()),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("points", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=("evaluation", "agency", "figure"),
                        name="objection_open_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at__isnull", True), ("answered_at__gte", models.F("raised_at")), _connector="OR"
                        ),
                        name="objection_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="duties.obligation"
                    ),
                ),
                ("target_part", models.PositiveSmallIntegerField(default=0)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("share", "share"),
                            ("count", "count"),
                            ("duration", "duration"),
                            ("yes-no", "yes-no"),
                        ],
                        max_length=8,
                    ),
                ),
                ("numerator", models.DecimalField(decimal_places=3, max_digits=18)),
                ("denominator", models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True)),
                ("is_stock", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("obligation", "target_part"), name="figure_once"),
                    models.CheckConstraint(condition=models.Q(("numerator__gte", 0)), name="figure_not_negative"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="duties.evidence"
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_uses",
                        to="duties.obligation",
                    ),
                ),
                ("product", models.CharField(blank=True, max_length=200)),
                ("used_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("evidence", "obligation", "product"),
                        name="evidence_used_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DifficultyStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "difficulty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="duties.difficulty"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="duties.obligation"
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("forwarded_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="duties.obligation",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                ("text", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Occasion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="occasions", to="duties.duty"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agency",
                    ),
                ),
                (
                    "settlement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.settlement",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Occurrence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "duty",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="occurrences",
                        to="duties.duty",
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                ("label", models.CharField(max_length=120)),
                ("opens_on", models.DateField()),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("aim_on", models.DateField(blank=True, null=True)),
                ("explained", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("duty", "key"), name="occurrence_once")],
            },
        ),
        migrations.CreateModel(
            name="EscalationRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "regime",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="escalation_rules",
                        to="duties.regime",
                    ),
                ),
                (
                    "step",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "người đứng đầu cơ quan"), (2, "cấp trên trực tiếp"), (3, "Ủy ban nhân dân")]
                    ),
                ),
                ("after_days", models.PositiveSmallIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("regime__isnull", False)),
                        fields=("regime", "step"),
                        name="escalation_rule_of_regime_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("regime__isnull", True)),
                        fields=("step",),
                        name="escalation_rule_of_all_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReminderRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminder_rules",
                        to="units.agency",
                    ),
                ),
                ("offset", models.SmallIntegerField()),
                ("every", models.PositiveSmallIntegerField(default=0)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("doer", "người thực hiện"),
                            ("head", "người đứng đầu"),
                            ("all", "mọi người của cơ quan"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("app", "trong ứng dụng"),
                            ("email", "thư điện tử"),
                            ("sms", "tin nhắn SMS"),
                            ("zalo", "Zalo"),
                        ],
                        max_length=8,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("agency__isnull", False), ("ended_at__isnull", True)),
                        fields=("agency", "offset", "audience", "channel"),
                        name="reminder_rule_of_agency_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agency__isnull", True), ("ended_at__isnull", True)),
                        fields=("offset", "audience", "channel"),
                        name="reminder_rule_of_all_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "regime",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="report_rules", to="duties.regime"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "cycle",
                    models.CharField(help_text="month | quarter | half-year | nine-month | year | once", max_length=12),
                ),
                ("who_printed", models.CharField(blank=True, max_length=400)),
                ("to_printed", models.CharField(blank=True, max_length=400)),
                ("via_printed", models.CharField(blank=True, max_length=400)),
                (
                    "to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agency",
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agency",
                    ),
                ),
                (
                    "timing",
                    models.JSONField(default=dict, help_text="The days of the rule: see rules/reporting.Timing."),
                ),
                ("text", models.TextField(blank=True)),
                ("is_inferred", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("regime", "number"), name="report_rule_once")],
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "regime",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="periods", to="duties.regime"
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="periods", to="duties.reportrule"
                    ),
                ),
                ("cycle", models.CharField(max_length=12)),
                ("key", models.CharField(max_length=24)),
                ("label", models.CharField(max_length=60)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("data_from", models.DateField()),
                ("opens_on", models.DateField()),
                ("closes_on", models.DateField()),
                ("due_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("locks_on", models.DateField()),
                ("covered_by", models.CharField(blank=True, max_length=24)),
                ("is_inferred", models.BooleanField(default=False)),
                ("is_history", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [models.Index(fields=["regime", "due_on"], name="period_by_day")],
                "constraints": [models.UniqueConstraint(fields=("rule", "key"), name="period_once")],
            },
        ),
        migrations.CreateModel(
            name="SummaryRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("province_id", models.BigIntegerField()),
                ("unit_id", models.BigIntegerField()),
                ("section", models.PositiveSmallIntegerField(default=0)),
                ("component", models.CharField(max_length=8)),
                ("due_on", models.DateField()),
                ("state", models.CharField(max_length=16)),
                ("count", models.IntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["province_id", "unit_id", "section", "due_on", "state", "count"],
                        name="summary_of_units",
                    ),
                    models.Index(
                        condition=models.Q(("unit_id", 0)),
                        fields=["section", "component", "due_on", "state", "count"],
                        name="summary_of_country",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("province_id", "unit_id", "section", "component", "due_on", "state"),
                        name="summary_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UrgingLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "batch",
                    models.CharField(
                        blank=True, db_index=True, help_text="Letters written together share it.", max_length=16
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("urge", "công văn đôn đốc"), ("request", "công văn đề nghị")], max_length=8
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "soạn"), ("sent", "gửi"), ("withdrawn", "hủy")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urging_letters", to="units.agency"
                    ),
                ),
                ("answer_by", models.DateField()),
                ("written_on", models.DateField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=60)),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("signer", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "sent"), _negated=True),
                            models.Q(models.Q(("number", ""), _negated=True), ("dated_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="letter_sent_has_number",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Urging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urgings", to="duties.obligation"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("reminder", "nhắc việc"), ("letter", "công văn"), ("escalation", "báo cáo lên")],
                        max_length=10,
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("step", models.PositiveSmallIntegerField(default=0)),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="urgings",
                        to="duties.notice",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgings",
                        to="duties.urgingletter",
                    ),
                ),
                (
                    "to_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agency",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["way", "on"], name="urging_by_day")],
                "constraints": [models.UniqueConstraint(fields=("obligation", "way", "key"), name="urging_once")],
            },
        ),
        migrations.CreateModel(
            name="UrgingLetterAgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="addressed", to="duties.urgingletter"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urged_by_letters", to="units.agency"
                    ),
                ),
                ("lines", models.JSONField(default=list)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("letter", "agency"), name="letter_to_agency_once")],
            },
        ),
        migrations.CreateModel(
            name="AssignmentRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignment_rules", to="units.agency"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("component", models.CharField(blank=True, max_length=8)),
                ("words", models.CharField(blank=True, max_length=120)),
                ("plan_code", models.CharField(blank=True, max_length=16)),
                ("position", models.CharField(blank=True, max_length=120)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("position", "")),
                            models.Q(models.Q(("position", ""), _negated=True), ("person__isnull", True)),
                            _connector="OR",
                        ),
                        name="assignment_rule_to_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DigestChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digest_choices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("app", "trong ứng dụng"),
                            ("email", "thư điện tử"),
                            ("sms", "tin nhắn SMS"),
                            ("zalo", "Zalo"),
                        ],
                        max_length=8,
                    ),
                ),
                ("is_wanted", models.BooleanField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "channel"), name="digest_choice_once")],
            },
        ),
        migrations.CreateModel(
            name="DutyAgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="duties.duty"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("lead", "chủ trì"),
                            ("execute", "thực hiện"),
                            ("coordinate", "phối hợp"),
                            ("supervise", "theo dõi, giám sát"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agency",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agencygroup",
                    ),
                ),
                ("printed", models.CharField(blank=True, max_length=400)),
                ("is_requested", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency__isnull", False), ("group__isnull", True)),
                            models.Q(("agency__isnull", True), ("group__isnull", False)),
                            _connector="OR",
                        ),
                        name="duty_party_is_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "duty",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="duties.duty",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("lead", "chủ trì"),
                            ("execute", "thực hiện"),
                            ("coordinate", "phối hợp"),
                            ("supervise", "theo dõi, giám sát"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("duty", "agency", "part"), name="duty_member_once")],
            },
        ),
    ]
