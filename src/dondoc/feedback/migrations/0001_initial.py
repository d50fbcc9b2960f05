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
            name="CaseParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "flow",
                    models.CharField(
                        choices=[
                            ("report", "phản ánh, kiến nghị"),
                            ("signal", "tín hiệu"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("account", "giải trình"),
                        ],
                        max_length=12,
                    ),
                ),
                ("case_code", models.CharField(max_length=16)),
                ("name", models.CharField(max_length=120)),
                ("address", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("flow", "case_code"), name="case_party_once"),
                    models.CheckConstraint(
                        condition=models.Q(("flow__in", ["complaint", "account"])),
                        name="case_party_never_of_a_denunciation",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intake",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "dispatcher",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                (
                    "inspectorate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.agency",
                    ),
                ),
                ("hotline", models.CharField(blank=True, max_length=40)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="units.administrativeunit",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("search", models.CharField(max_length=160)),
                ("group", models.CharField(blank=True, max_length=80)),
                ("description", models.CharField(blank=True, max_length=300)),
                ("keywords", models.CharField(blank=True, max_length=200)),
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
                ("component", models.CharField(blank=True, max_length=8)),
                ("attributes", models.JSONField(blank=True, default=list)),
                ("order", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("unit", "name"),
                        name="service_name_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("sent_key", models.UUIDField(unique=True)),
                ("follow_hash", models.CharField(max_length=64, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
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
                        choices=[("report", "phản ánh, kiến nghị"), ("question", "câu hỏi")],
                        default="report",
                        max_length=8,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "trang web"),
                            ("hotline", "đường dây nóng"),
                            ("box", "hòm thư góp ý"),
                            ("counter", "trực tiếp tại cơ quan"),
                            ("meeting", "cuộc họp, tiếp xúc"),
                            ("email", "thư điện tử"),
                            ("open311", "ứng dụng khác (Open311)"),
                        ],
                        default="web",
                        max_length=8,
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="feedback.service",
                    ),
                ),
                ("text", models.TextField()),
                ("search", models.TextField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("attributes", models.JSONField(blank=True, default=dict)),
                ("is_private", models.BooleanField(default=False)),
                ("flags", models.JSONField(blank=True, default=list)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("received", "chờ tiếp nhận"),
                            ("assigned", "đang giải quyết"),
                            ("waiting", "chờ người gửi bổ sung"),
                            ("submitted", "chờ duyệt trả lời"),
                            ("answered", "đã trả lời"),
                        ],
                        default="received",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("received_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dispatcher",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
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
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "đã giải quyết"),
                            ("explained", "đã giải thích"),
                            ("forwarded", "đã chuyển cơ quan khác"),
                            ("refused", "không thụ lý, có lý do"),
                            ("unresolved", "chưa giải quyết được"),
                        ],
                        max_length=12,
                    ),
                ),
                ("public_text", models.TextField(blank=True)),
                ("public_answer", models.TextField(blank=True)),
                ("public_search", models.TextField(blank=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("confirmed", models.BooleanField(blank=True, null=True)),
                ("rating", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("rated_at", models.DateTimeField(blank=True, null=True)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("transfers", models.PositiveSmallIntegerField(default=0)),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alike",
                        to="feedback.report",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "stage", "received_at"], name="report_of_unit"),
                    models.Index(fields=["agency", "stage"], name="report_of_agency"),
                    models.Index(fields=["unit", "published_at"], name="report_published"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                            models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                            _connector="OR",
                        ),
                        name="report_place_on_earth",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rating__isnull", True), ("rating__range", (1, 5)), _connector="OR"),
                        name="report_rating_of_five",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("published_at__isnull", True), ("is_private", False), _connector="OR"),
                        name="report_private_is_not_published",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contact", to="feedback.report"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("consented_at", models.DateTimeField()),
                ("keep_until", models.DateField(blank=True, null=True)),
                ("erased_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("sent_key", models.UUIDField(unique=True)),
                ("follow_hash", models.CharField(max_length=64, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("bribe", "đòi, nhận tiền hoặc quà"),
                            ("conduct", "thái độ, trách nhiệm của cán bộ"),
                            ("funds", "thu chi, quỹ, đóng góp"),
                            ("land", "đất đai, đền bù"),
                            ("hiring", "tuyển dụng, bổ nhiệm"),
                            ("other", "việc khác"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                ("received_on", models.DateField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="feedback.report"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("verb", models.CharField(max_length=16)),
                ("text", models.TextField(blank=True)),
                ("is_public", models.BooleanField(default=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
        ),
        migrations.CreateModel(
            name="Stop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "flow",
                    models.CharField(
                        choices=[
                            ("report", "phản ánh, kiến nghị"),
                            ("signal", "tín hiệu"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("account", "giải trình"),
                        ],
                        max_length=12,
                    ),
                ),
                ("case_code", models.CharField(max_length=16)),
                ("begins_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_at__isnull", True)),
                        fields=("flow", "case_code"),
                        name="stop_one_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Template",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer_templates",
                        to="units.administrativeunit",
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "flow",
                    models.CharField(
                        choices=[
                            ("report", "phản ánh, kiến nghị"),
                            ("signal", "tín hiệu"),
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("account", "giải trình"),
                        ],
                        max_length=12,
                    ),
                ),
                ("case_code", models.CharField(max_length=16)),
                ("step", models.CharField(max_length=40)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.administrativeunit"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="duties.obligation"
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("counted_from", models.DateTimeField(blank=True, null=True)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "counted_in",
                    models.CharField(
                        choices=[("hours", "giờ"), ("days", "ngày"), ("working_days", "ngày làm việc")], max_length=12
                    ),
                ),
                ("closes_at", models.TimeField(blank=True, null=True)),
                ("citation", models.CharField(blank=True, max_length=300)),
                ("extended_by", models.PositiveSmallIntegerField(default=0)),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("warn_at", models.DateTimeField(blank=True, null=True)),
                ("explained", models.JSONField(default=list)),
                ("met_at", models.DateTimeField(blank=True, null=True)),
                ("dropped_at", models.DateTimeField(blank=True, null=True)),
                ("escalated_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("dropped_at__isnull", True), ("escalated_at__isnull", True), ("met_at__isnull", True)
                        ),
                        fields=["warn_at"],
                        name="term_to_escalate",
                    ),
                    models.Index(
                        condition=models.Q(("dropped_at__isnull", True), ("met_at__isnull", True)),
                        fields=["flow", "due_at"],
                        name="term_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("flow", "case_code", "step", "round", "agency"), name="term_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.administrativeunit"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("received_on", models.DateField()),
                ("summary", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "chờ trả lời"),
                            ("accepted", "đang giải trình"),
                            ("refused", "từ chối"),
                            ("explained", "đã giải trình"),
                        ],
                        default="received",
                        max_length=10,
                    ),
                ),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("refusal", models.TextField(blank=True)),
                ("is_extended", models.BooleanField(default=False)),
                ("explained_on", models.DateField(blank=True, null=True)),
                ("document", models.CharField(blank=True, max_length=60)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "year", "number"), name="account_number_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clock_rules",
                        to="units.administrativeunit",
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("web", "trang web"),
                            ("hotline", "đường dây nóng"),
                            ("box", "hòm thư góp ý"),
                            ("counter", "trực tiếp tại cơ quan"),
                            ("meeting", "cuộc họp, tiếp xúc"),
                            ("email", "thư điện tử"),
                            ("open311", "ứng dụng khác (Open311)"),
                        ],
                        max_length=8,
                    ),
                ),
                ("plan_code", models.CharField(blank=True, max_length=16)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "counted_in",
                    models.CharField(
                        choices=[("hours", "giờ"), ("days", "ngày"), ("working_days", "ngày làm việc")], max_length=12
                    ),
                ),
                ("closes_at", models.TimeField(blank=True, null=True)),
                ("citation", models.CharField(max_length=200)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "key"], name="clock_rule_by_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="clock_rule_days_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.administrativeunit"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("received_on", models.DateField()),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("land", "đất đai"),
                            ("compensation", "bồi thường, hỗ trợ, tái định cư"),
                            ("social", "chính sách xã hội"),
                            ("penalty", "xử phạt vi phạm hành chính"),
                            ("procedure", "thủ tục hành chính"),
                            ("discipline", "kỷ luật cán bộ, công chức"),
                            ("other", "việc khác"),
                        ],
                        max_length=14,
                    ),
                ),
                ("summary", models.CharField(max_length=300)),
                ("is_second", models.BooleanField(default=False)),
                ("is_complex", models.BooleanField(default=False)),
                ("is_remote", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "chờ thụ lý"),
                            ("accepted", "đang giải quyết"),
                            ("not-accepted", "không thụ lý"),
                            ("suspended", "tạm đình chỉ"),
                            ("withdrawn", "đình chỉ"),
                            ("settled", "đã giải quyết"),
                        ],
                        default="received",
                        max_length=14,
                    ),
                ),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("refusal", models.TextField(blank=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("decision", models.CharField(blank=True, max_length=60)),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[("right", "đúng"), ("partly", "đúng một phần"), ("wrong", "sai")],
                        max_length=8,
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "year", "number"), name="complaint_number_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Denunciation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.administrativeunit"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.agency"),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("received_on", models.DateField()),
                ("is_several_places", models.BooleanField(default=False)),
                ("extensions", models.PositiveSmallIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "xử lý ban đầu"),
                            ("forwarded", "đã chuyển"),
                            ("not-accepted", "không thụ lý"),
                            ("accepted", "đang giải quyết"),
                            ("settled", "đã kết luận"),
                            ("published", "đã công khai kết luận"),
                        ],
                        default="received",
                        max_length=14,
                    ),
                ),
                ("forwarded_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("notified_on", models.DateField(blank=True, null=True)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[("right", "đúng"), ("partly", "đúng một phần"), ("wrong", "sai")],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "year", "number"), name="denunciation_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("extensions__lte", 2)), name="denunciation_extended_twice_at_most"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="feedback.report"
                    ),
                ),
                (
                    "attachment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("undecided", "chưa xem"),
                            ("shown", "công bố"),
                            ("covered", "công bố, che một phần"),
                            ("withheld", "không công bố"),
                        ],
                        default="undecided",
                        max_length=10,
                    ),
                ),
                ("covered", models.JSONField(blank=True, default=list)),
                (
                    "shown",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.storedfile",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "number"), name="photo_number_once")],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="feedback.report"
                    ),
                ),
                ("text", models.TextField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("resolved", "đã giải quyết"),
                            ("explained", "đã giải thích"),
                            ("forwarded", "đã chuyển cơ quan khác"),
                            ("refused", "không thụ lý, có lý do"),
                            ("unresolved", "chưa giải quyết được"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("submitted", "trình"), ("approved", "duyệt"), ("returned", "trả lại")],
                        default="submitted",
                        max_length=10,
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("drafted_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "submitted")), fields=("report",), name="answer_one_with_the_head"
                    )
                ],
            },
        ),
    ]
