import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficeDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("day", models.DateField()),
                ("kind", models.CharField(choices=[("off", "nghỉ"), ("working", "làm việc")], max_length=8)),
                ("name", models.CharField(max_length=120)),
                ("number", models.CharField(max_length=120)),
                ("decided_on", models.DateField()),
                (
                    "instead_of",
                    models.DateField(
                        blank=True, help_text="For a worked weekend: the day off that it makes up.", null=True
                    ),
                ),
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
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)), fields=("day",), name="office_day_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeTimer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("key", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_days", "ngày làm việc"),
                            ("days", "ngày"),
                            ("hours", "giờ"),
                            ("per_week", "ngày mỗi tuần"),
                            ("per_month", "ngày mỗi tháng"),
                            ("per_year", "lần mỗi năm"),
                        ],
                        max_length=12,
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
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
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="office_timer_days_in_order",
                    )
                ],
            },
        ),
    ]
