import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Index",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=30, unique=True)),
                ("short_name", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=200)),
                ("publisher", models.CharField(blank=True, max_length=200)),
                ("about", models.TextField(blank=True)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.administrativeunit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "index",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="framework.index"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "soạn"), ("published", "đã công bố")], default="draft", max_length=10
                    ),
                ),
                (
                    "totalling",
                    models.CharField(
                        choices=[
                            ("sum", "tổng các phần"),
                            ("mean", "trung bình các phần"),
                            ("given", "theo số công bố"),
                        ],
                        default="sum",
                        max_length=6,
                    ),
                ),
                ("total_min", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("total_max", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("sure", "đã đối chiếu với nguồn công bố"),
                            ("likely", "có nguồn, chưa đọc văn bản gốc"),
                            ("unknown", "chưa rõ, cần bổ sung"),
                        ],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("index", "year"), name="edition_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)), name="edition_year"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="framework.edition"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("dimension", "chỉ số nội dung, lĩnh vực"),
                            ("component", "nội dung thành phần"),
                            ("indicator", "tiêu chí"),
                        ],
                        max_length=10,
                    ),
                ),
                ("parent", models.CharField(blank=True, max_length=20)),
                ("number", models.CharField(blank=True, max_length=8)),
                ("reference", models.CharField(blank=True, max_length=8)),
                ("name_vi", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("scale_min", models.DecimalField(decimal_places=4, max_digits=8)),
                ("scale_max", models.DecimalField(decimal_places=4, max_digits=8)),
                ("is_name_confirmed", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "code"), name="part_once_an_edition"),
                    models.CheckConstraint(
                        condition=models.Q(("scale_min__lt", models.F("scale_max"))), name="part_scale_in_order"
                    ),
                ],
            },
        ),
    ]
