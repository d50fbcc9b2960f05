import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("last_id", models.BigIntegerField(unique=True)),
                ("entries", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("sealed_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("payload", models.JSONField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Periodic",
            fields=[
                ("name", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("last_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "actor_id",
                    models.BigIntegerField(help_text="No key to the user: the entry outlives the account.", null=True),
                ),
                ("verb", models.CharField(max_length=60)),
                ("object_kind", models.CharField(max_length=40)),
                ("object_code", models.CharField(max_length=80)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("count", models.PositiveIntegerField(default=1)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["object_kind", "object_code", "id"], name="audit_by_object"),
                    models.Index(fields=["actor_id", "id"], name="audit_by_actor"),
                    models.Index(fields=["at"], name="audit_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "chờ"),
                            ("running", "đang chạy"),
                            ("done", "xong"),
                            ("failed", "hỏng"),
                            ("unknown", "không rõ"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("not_before", models.DateTimeField()),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("token", models.PositiveIntegerField(default=0)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("worker", models.CharField(blank=True, max_length=80)),
                ("error", models.TextField(blank=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("code", models.CharField(max_length=16, unique=True)),
                ("kind", models.CharField(max_length=80)),
                ("args", models.JSONField(default=dict)),
                ("key", models.CharField(max_length=120, unique=True)),
                ("created_at", models.DateTimeField()),
                ("created_by_id", models.BigIntegerField(null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("note", models.CharField(blank=True, max_length=200)),
                ("result", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "not_before", "id"], name="job_due")],
            },
        ),
        migrations.CreateModel(
            name="Knock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("address_hash", models.CharField(max_length=48)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "address_hash", "at"], name="knocked_by_address"),
                    models.Index(fields=["kind", "at"], name="knocked_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "chờ"),
                            ("running", "đang chạy"),
                            ("done", "xong"),
                            ("failed", "hỏng"),
                            ("unknown", "không rõ"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("not_before", models.DateTimeField()),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("token", models.PositiveIntegerField(default=0)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("worker", models.CharField(blank=True, max_length=80)),
                ("error", models.TextField(blank=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("key", models.CharField(max_length=120, unique=True)),
                ("channel", models.CharField(max_length=20)),
                ("recipient", models.CharField(max_length=254)),
                ("subject", models.CharField(blank=True, max_length=255)),
                ("body", models.TextField()),
                ("created_at", models.DateTimeField()),
                (
                    "keeps_hours",
                    models.BooleanField(default=False, help_text="Leaves in working hours alone, retries too."),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "not_before", "id"], name="message_due")],
            },
        ),
        migrations.CreateModel(
            name="SentForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("actor_id", models.BigIntegerField(default=0, help_text="0 for a person without an account.")),
                ("location", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "actor_id"), name="form_counts_once")],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("size", models.BigIntegerField()),
                ("media_type", models.CharField(max_length=120)),
                ("stored_at", models.DateTimeField()),
                (
                    "public_copy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="originals",
                        to="records.storedfile",
                    ),
                ),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="file_not_empty"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                            models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                            _connector="OR",
                        ),
                        name="file_place_on_earth",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="records.storedfile"
                    ),
                ),
                ("original_name", models.CharField(max_length=255)),
                ("object_kind", models.CharField(max_length=40)),
                ("object_code", models.CharField(max_length=80)),
                ("added_by_id", models.BigIntegerField(null=True)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["object_kind", "object_code"], name="attachment_by_object")],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "chờ"),
                            ("running", "đang chạy"),
                            ("done", "xong"),
                            ("failed", "hỏng"),
                            ("unknown", "không rõ"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("not_before", models.DateTimeField()),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("token", models.PositiveIntegerField(default=0)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("worker", models.CharField(blank=True, max_length=80)),
                ("error", models.TextField(blank=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deliveries", to="records.event"
                    ),
                ),
                ("handler", models.CharField(max_length=160)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "not_before", "id"], name="delivery_due")],
                "constraints": [models.UniqueConstraint(fields=("event", "handler"), name="delivery_once_per_handler")],
            },
        ),
    ]
