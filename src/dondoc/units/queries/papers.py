"""What an agency's documents are written with: its letterhead, and the template that its unit brought."""

from datetime import date

from dondoc.records.adapters import vault
from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit, Agency, PaperTemplate, Stance
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.units.rules.letterheads import Letterhead, letterhead
from dondoc.web.papers import Kind, Paper, write_paper


def letterhead_of(agency: Agency) -> Letterhead:
    unit = agency.unit
    return letterhead(
        agency=agency.name,
        unit=unit.full_name,
        place=unit.name,
        is_committee=agency.kind == COMMITTEE,
        is_ours=agency.stance == Stance.SUBORDINATE,
        symbol=agency.symbol,
    )


def symbol_rows(unit: AdministrativeUnit, on: date) -> list[tuple[Agency, str, bool]]:
    """The agencies of the unit with the symbol of their documents, and whether it is their own."""
    agencies = Agency.objects.filter(valid_on(on), unit=unit).select_related("unit").order_by("name")
    return [(one, letterhead_of(one).symbol, bool(one.symbol)) for one in agencies]


def template_of(unit_id: int, kind: Kind) -> bytes | None:
    """The template of the unit for a kind of document; None where it uses ours."""
    row = PaperTemplate.objects.select_related("file__file").filter(unit_id=unit_id, kind=kind.name).first()
    return vault.path_of(vault.root(), row.file.file.sha256).read_bytes() if row else None


def written(agency: Agency, paper: Paper) -> bytes:
    """The paper as .docx on the template of the agency's unit."""
    return write_paper(paper, template_of(agency.unit_id, paper.kind))
