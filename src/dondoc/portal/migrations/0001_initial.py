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
            name="Opening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            (
                                "page",
                                "Trang của đơn vị: lối đến phản ánh, công khai, hỏi đáp, dự thảo, lịch tiếp dân đã được công bố",
                            ),
                            ("plan", "Kế hoạch đã ban hành"),
                            ("progress", "Tiến độ thực hiện, kể cả số việc quá hạn"),
                            ("scores", "Kết quả chỉ số đã công bố"),
                            ("open-data", "Dữ liệu mở của những phần trên"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        help_text="None: at set-up.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("unit", "part"), name="opening_once")],
            },
        ),
    ]
