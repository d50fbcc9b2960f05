import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("duties", "0001_initial"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dialogue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialogues",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dialogues", to="units.agency"
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
                ("topic", models.CharField(max_length=300)),
                ("on", models.DateField()),
                ("starts_at", models.TimeField()),
                ("place", models.CharField(max_length=200)),
                ("is_online", models.BooleanField(default=False)),
                ("notice", models.CharField(blank=True, max_length=60)),
                ("announced_on", models.DateField()),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                ("people", models.PositiveIntegerField(blank=True, null=True)),
                ("minutes", models.CharField(blank=True, max_length=120)),
                (
                    "settles",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialogues",
                        to="duties.obligation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "dialogue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="meetings.dialogue"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("answer", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("dialogue", "number"), name="question_once")],
            },
        ),
        migrations.CreateModel(
            name="Reception",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receptions",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receptions", to="units.agency"
                    ),
                ),
                ("on", models.DateField()),
                ("starts_at", models.TimeField()),
                ("ends_at", models.TimeField()),
                ("place", models.CharField(max_length=200)),
                ("chaired_by", models.CharField(max_length=120)),
                ("is_by_head", models.BooleanField(default=True)),
                ("is_online", models.BooleanField(default=False)),
                ("announced_on", models.DateField(blank=True, null=True)),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                ("missed_reason", models.CharField(blank=True, max_length=300)),
                (
                    "settles",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receptions",
                        to="duties.obligation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "on", "starts_at"), name="reception_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="reception_hours_in_order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "reception",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="visits", to="meetings.reception"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proposal", "kiến nghị, phản ánh"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("citizen", models.CharField(blank=True, max_length=80)),
                ("people", models.PositiveSmallIntegerField(default=1)),
                ("content", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "đã trả lời tại chỗ"),
                            ("promised", "có kết luận, giao việc"),
                            ("forwarded", "hướng dẫn, chuyển nơi có thẩm quyền"),
                            ("refused", "từ chối tiếp"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("entered_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("reception", "number"), name="visit_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "denunciation"), _negated=True),
                            models.Q(("answer", ""), ("citizen", ""), ("content", "")),
                            _connector="OR",
                        ),
                        name="visit_names_no_denouncer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Refusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "visit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refusal", to="meetings.visit"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("drunk", "Người đến không tự chủ được hành vi do dùng chất kích thích"),
                            ("threatens", "Người đến đe dọa, xúc phạm người tiếp hoặc gây rối trật tự nơi tiếp"),
                            (
                                "settled",
                                "Việc đã được giải quyết đúng pháp luật, đã thông báo bằng văn bản mà vẫn kéo dài",
                            ),
                            ("other", "Trường hợp khác theo quy định của pháp luật"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("number", models.CharField(blank=True, max_length=60)),
                ("noticed_on", models.DateField(blank=True, null=True)),
                (
                    "settles",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refusals", to="duties.obligation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="promises", to="units.agency"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="meetings.visit",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="meetings.question",
                    ),
                ),
                ("text", models.TextField()),
                ("due_on", models.DateField()),
                (
                    "settles",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="promises", to="duties.obligation"
                    ),
                ),
                ("done", models.TextField(blank=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("question__isnull", True), ("visit__isnull", False)),
                            models.Q(("question__isnull", False), ("visit__isnull", True)),
                            _connector="OR",
                        ),
                        name="promise_made_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LocalEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="local_events",
                        to="units.administrativeunit",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("election", "bầu trưởng thôn, tổ trưởng tổ dân phố"),
                            ("conference", "hội nghị của cộng đồng dân cư"),
                            ("other", "sự kiện khác"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("opened", models.PositiveSmallIntegerField(default=0, help_text="Số nhiệm vụ mở ra theo sự kiện.")),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "settlement", "kind", "name", "on"), name="local_event_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Norm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting_norms",
                        to="units.administrativeunit",
                    ),
                ),
                ("key", models.CharField(max_length=24)),
                ("title", models.CharField(max_length=200)),
                ("citation", models.CharField(max_length=300)),
                ("certainty", models.CharField(max_length=1)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("unit", "key"), name="meeting_norm_once")],
            },
        ),
    ]
