import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdministrativeUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=24, unique=True)),
                ("official_code", models.CharField(blank=True, max_length=8)),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "cấp tỉnh"), ("district", "cấp huyện"), ("commune", "cấp xã")],
                        max_length=8,
                    ),
                ),
                ("kind", models.CharField(max_length=24)),
                ("name", models.CharField(max_length=80)),
                ("search", models.CharField(max_length=240)),
                ("former", models.JSONField(blank=True, default=list)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="units.administrativeunit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["parent", "level"], name="unit_by_parent"),
                    models.Index(fields=["official_code"], name="unit_by_official_code"),
                    models.Index(fields=["search"], name="unit_by_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="unit_days_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agencies",
                        to="units.administrativeunit",
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=160)),
                ("search", models.CharField(max_length=400)),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("subordinate", "trực thuộc"),
                            ("vertical", "ngành dọc"),
                            ("requested", "được đề nghị"),
                        ],
                        default="subordinate",
                        max_length=12,
                    ),
                ),
                (
                    "guided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guides",
                        to="units.agency",
                    ),
                ),
                (
                    "symbol",
                    models.CharField(
                        blank=True, help_text="In the symbol of its documents; empty: by its name.", max_length=30
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "kind"], name="agency_by_kind"),
                    models.Index(fields=["search"], name="agency_by_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)), fields=("unit", "name"), name="agency_name_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("rule", "theo quy tắc"), ("list", "danh sách"), ("open", "để mở")], max_length=4
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("search", models.CharField(max_length=240)),
                ("rule", models.JSONField(blank=True, default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="AgencyGroupMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="units.agencygroup"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="group_memberships", to="units.agency"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("group", "agency"), name="group_member_once")],
            },
        ),
        migrations.CreateModel(
            name="AgencySuccession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="units.agency"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="origins", to="units.agency"
                    ),
                ),
                ("on", models.DateField()),
                ("subject", models.CharField(blank=True, max_length=120)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor", "subject"), name="agency_succession_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitedRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "invitation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="role", to="accounts.invitation"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invited_roles", to="units.agency"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("officer", "cán bộ thực hiện"),
                            ("head", "người đứng đầu"),
                            ("focal", "đầu mối Nội vụ"),
                            ("committee", "lãnh đạo UBND"),
                            ("inspector", "thanh tra, kiểm tra"),
                            ("front", "Mặt trận giám sát"),
                        ],
                        max_length=10,
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="units.agency"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("officer", "cán bộ thực hiện"),
                            ("head", "người đứng đầu"),
                            ("focal", "đầu mối Nội vụ"),
                            ("committee", "lãnh đạo UBND"),
                            ("inspector", "thanh tra, kiểm tra"),
                            ("front", "Mặt trận giám sát"),
                        ],
                        max_length=10,
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("user", "agency", "role"),
                        name="membership_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to="units.membership"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="delegation_days_in_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_templates",
                        to="units.administrativeunit",
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("unit", "kind"), name="paper_template_once")],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlements",
                        to="units.administrativeunit",
                    ),
                ),
                ("kind", models.CharField(max_length=24)),
                ("name", models.CharField(max_length=120)),
                ("search", models.CharField(max_length=160)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="units.administrativeunit",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("merge", "sáp nhập"),
                            ("split", "chia tách"),
                            ("rename", "đổi tên"),
                            ("transfer", "điều chỉnh địa giới"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("predecessor", "successor", "on"), name="succession_once"),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="succession_of_another",
                    ),
                ],
            },
        ),
    ]
