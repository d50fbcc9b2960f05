import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("duties", "0001_initial"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Collection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="collections",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="collections", to="units.agency"
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
                ("purpose", models.TextField()),
                ("asked_by", models.CharField(max_length=200)),
                ("agreed_on", models.DateField()),
                ("agreed", models.PositiveIntegerField()),
                ("households", models.PositiveIntegerField()),
                ("minutes", models.CharField(blank=True, max_length=120)),
                ("lines", models.PositiveIntegerField(default=0)),
                ("collected", models.BigIntegerField(default=0)),
                ("spent", models.BigIntegerField(default=0)),
                ("left", models.BigIntegerField(default=0)),
                ("opened_at", models.DateTimeField()),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "left",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("collected"), "-", models.F("spent")
                                ),
                            )
                        ),
                        name="collection_sums_agree",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("collected__gte", 0), ("left__gte", 0), ("spent__gte", 0)),
                        name="collection_not_overdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agreed__lte", models.F("households")), ("households__gt", 0)),
                        name="collection_households",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            django.db.models.expressions.CombinedExpression(models.F("agreed"), "*", models.Value(3)),
                            django.db.models.expressions.CombinedExpression(
                                models.F("households"), "*", models.Value(2)
                            ),
                        ),
                        name="collection_two_thirds_agreed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consultations", to="units.agency"
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("about", models.TextField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("summary", models.TextField(blank=True)),
                ("summarised_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settles",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="duties.obligation",
                    ),
                ),
                ("opened_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="consultation_days_in_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="disclosure.consultation",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=80)),
                ("text", models.TextField()),
                ("sent_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("taken", "tiếp thu"),
                            ("partly", "tiếp thu một phần"),
                            ("explained", "giải trình, giữ nguyên"),
                            ("elsewhere", "ngoài nội dung dự thảo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("is_hidden", models.BooleanField(default=False)),
                ("hidden_reason", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosure_items",
                        to="units.administrativeunit",
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=24)),
                ("level", models.CharField(max_length=8)),
                ("number", models.PositiveSmallIntegerField(default=0)),
                ("name", models.CharField(max_length=300)),
                ("short", models.CharField(max_length=60)),
                ("search", models.CharField(max_length=400)),
                ("basis", models.CharField(max_length=400)),
                ("sure", models.CharField(choices=[("V", "V"), ("Q", "Q"), ("G", "G"), ("?", "?")], max_length=1)),
                ("when", models.CharField(blank=True, max_length=200)),
                ("sure_when", models.CharField(choices=[("V", "V"), ("Q", "Q"), ("G", "G"), ("?", "?")], max_length=1)),
                ("days", models.PositiveSmallIntegerField(blank=True, default=30, null=True)),
                ("loud", models.PositiveSmallIntegerField(default=0)),
                ("within", models.PositiveSmallIntegerField(default=5)),
                ("places", models.JSONField(default=list)),
                ("component", models.CharField(blank=True, max_length=8)),
                ("section", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("holds_people", models.BooleanField(default=False)),
                ("steps", models.JSONField(blank=True, default=list)),
                (
                    "done_by",
                    models.CharField(blank=True, help_text="Bộ phận làm, theo kế hoạch công khai.", max_length=200),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("key", ""), _negated=True), ("valid_to__isnull", True)),
                        fields=("unit", "key"),
                        name="disclosure_item_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="disclosure.collection"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("side", models.CharField(choices=[("collected", "thu"), ("spent", "chi")], max_length=10)),
                ("amount", models.BigIntegerField()),
                ("on", models.DateField()),
                ("what", models.CharField(max_length=300)),
                ("paper", models.CharField(blank=True, max_length=80)),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="disclosure.ledgerentry",
                    ),
                ),
                ("collected", models.BigIntegerField()),
                ("spent", models.BigIntegerField()),
                ("left", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("collection", "number"), name="ledger_line_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "left",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("collected"), "-", models.F("spent")
                                ),
                            )
                        ),
                        name="ledger_sums_agree",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("collected__gte", 0), ("left__gte", 0), ("spent__gte", 0)),
                        name="ledger_not_overdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gt", 0), ("reverses__isnull", True)),
                            models.Q(("amount__lt", 0), ("reverses__isnull", False)),
                            _connector="OR",
                        ),
                        name="ledger_reversal_names_its_line",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="disclosure.item"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="units.agency"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "settles",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="duties.obligation",
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("search", models.CharField(max_length=400)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("holds_people", models.BooleanField(default=False)),
                ("opened", models.JSONField(default=list)),
                (
                    "unreadable",
                    models.JSONField(default=list, help_text="Codes of papers that are pictures without text."),
                ),
                ("published_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "item"], name="publication_of_unit")],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="disclosure.publication",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("board", "bảng tin tại trụ sở"),
                            ("village", "nhà văn hóa thôn, tổ dân phố"),
                            ("portal", "trang thông tin điện tử"),
                            ("loudspeaker", "loa truyền thanh"),
                            ("meeting", "họp dân"),
                        ],
                        max_length=12,
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
                ("begins_on", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("down_on", models.DateField(blank=True, null=True)),
                ("down_reason", models.CharField(blank=True, max_length=300)),
                ("url", models.URLField(blank=True, max_length=600)),
                ("minutes", models.CharField(blank=True, max_length=200)),
                ("proofs", models.PositiveSmallIntegerField(default=0)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("is_dead", models.BooleanField(default=False)),
                ("dead_since", models.DateTimeField(blank=True, null=True)),
                ("posted_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("url", ""), _negated=True),
                        fields=["checked_at"],
                        name="posting_link_to_check",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("down_on__isnull", True), ("down_on__gte", models.F("begins_on")), _connector="OR"
                        ),
                        name="posting_days_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="disclosure.publication",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("reason", models.TextField()),
                ("before", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("publication", "version"), name="correction_once")],
            },
        ),
    ]
