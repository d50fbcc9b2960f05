"""What the list of the late is narrowed by: a plan, a dimension; carried from page to page by the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from dondoc.duties.models import Obligation, Regime
from dondoc.duties.queries.regimes import regime_title
from dondoc.framework.queries.names import dimension_name


@dataclass(frozen=True, slots=True)
class Choice:
    plan: str = ""
    section: int | None = None

    @property
    def query(self) -> str:
        """ "?ke-hoach=…&truc=…", or nothing."""
        told = {"ke-hoach": self.plan, "truc": self.section or ""}
        found = urlencode({name: value for name, value in told.items() if value})
        return f"?{found}" if found else ""

    def of(self, rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
        """Those of the rows that it leaves."""
        rows = rows.filter(duty__plan_code=self.plan) if self.plan else rows
        return rows if self.section is None else rows.filter(section=self.section)

    def link(self, address: str) -> str:
        return f"{address}{self.query}"


def read_choice(query: Mapping[str, str]) -> Choice:
    """What cannot be understood is left out: an old link still opens the page."""
    section = query.get("truc", "")
    return Choice(query.get("ke-hoach", "")[:16], int(section) if section in set("12345678") else None)


def plans_in(rows: QuerySet[Obligation], chosen: str) -> list[tuple[str, str]]:
    """Plans that the rows come from (code, name), and the chosen one in any case. Two queries."""
    codes = {*rows.order_by().values_list("duty__plan_code", flat=True).distinct()[:200], chosen} - {""}
    regimes = Regime.objects.filter(source_kind="plan", source_code__in=codes)
    return sorted(((one.source_code, regime_title(one)) for one in regimes), key=lambda pair: pair[1])


def words_of(chosen: Choice) -> str:
    """What the choice narrows to, as a line under the heading."""
    plan = Regime.objects.filter(source_kind="plan", source_code=chosen.plan).first() if chosen.plan else None
    parts = [regime_title(plan)] if plan else []
    if chosen.section:
        parts.append(_("trục %(n)s: %(name)s") % {"n": chosen.section, "name": dimension_name(chosen.section)})
    return " · ".join(parts)
