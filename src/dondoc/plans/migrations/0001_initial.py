import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("records", "0001_initial"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="units.administrativeunit"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="units.agency"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("title", models.TextField()),
                ("search", models.TextField()),
                ("number", models.CharField(blank=True, max_length=20)),
                ("symbol", models.CharField(blank=True, max_length=40)),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("signer", models.CharField(blank=True, max_length=120)),
                ("signer_position", models.CharField(blank=True, max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "soạn"),
                            ("submitted", "trình"),
                            ("approved", "duyệt"),
                            ("issued", "đã ban hành"),
                            ("closed", "đã kết thúc"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "above",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="plans.plan",
                    ),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="plans.plan",
                    ),
                ),
                (
                    "amendment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("replace", "thay thế"),
                            ("supplement", "sửa đổi, bổ sung"),
                            ("correct", "đính chính"),
                        ],
                        max_length=10,
                    ),
                ),
                ("regime_rules", models.JSONField(default=list)),
                ("deadlines", models.JSONField(default=list)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField()),
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
                ("version", models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="plans.plan"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("text", models.TextField()),
                ("is_fact", models.BooleanField(default=False)),
                ("normalised", models.JSONField(default=dict)),
                ("measure", models.CharField(blank=True, max_length=40)),
                ("measure_code", models.CharField(blank=True, max_length=20)),
                ("base_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("last_result", models.CharField(blank=True, max_length=60)),
                (
                    "is_result_published",
                    models.BooleanField(default=False, help_text="Filled in from published results, not typed."),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="document", to="plans.plan"
                    ),
                ),
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
                ("sha256", models.CharField(blank=True, db_index=True, max_length=64)),
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
                ("blocks", models.JSONField(default=list)),
                ("reading", models.JSONField(default=dict)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("refusal", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="plans.plan"
                    ),
                ),
                ("key", models.CharField(max_length=16)),
                ("version", models.PositiveIntegerField(default=1)),
                ("effective_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("order", models.PositiveIntegerField()),
                ("source", models.CharField(max_length=10)),
                ("section", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("component", models.CharField(blank=True, max_length=8)),
                ("component_is_confirmed", models.BooleanField(default=False)),
                ("subcode", models.CharField(blank=True, max_length=16)),
                ("heading", models.CharField(blank=True, max_length=400)),
                ("content", models.TextField()),
                ("search", models.TextField()),
                ("products", models.JSONField(default=list)),
                ("target_text", models.TextField(blank=True)),
                ("targets", models.JSONField(default=list)),
                ("schedule_text", models.CharField(blank=True, max_length=400)),
                ("schedule", models.JSONField(default=dict)),
                (
                    "original",
                    models.JSONField(
                        default=dict, help_text="The draft as read, with places, confidence and findings."
                    ),
                ),
                ("is_accepted", models.BooleanField(default=False)),
                ("is_left_out", models.BooleanField(default=False)),
                (
                    "serves",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="served_by",
                        to="plans.task",
                    ),
                ),
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
                    "edition",
                    models.PositiveIntegerField(
                        default=0, help_text="Grows with each change; a form names the one it saw."
                    ),
                ),
                ("left_out_reason", models.CharField(blank=True, max_length=300)),
                (
                    "revised_reason",
                    models.CharField(blank=True, help_text="Why this version took another's place.", max_length=300),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["plan", "order"], name="task_in_order")],
                "constraints": [models.UniqueConstraint(fields=("plan", "key", "version"), name="task_version_once")],
            },
        ),
        migrations.CreateModel(
            name="TaskAgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agencies", to="plans.task"
                    ),
                ),
                ("role", models.CharField(max_length=10)),
                ("printed", models.CharField(max_length=400)),
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
                ("is_requested", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agency__isnull", True), ("group__isnull", True), _connector="OR"),
                        name="task_agency_not_both",
                    )
                ],
            },
        ),
    ]
