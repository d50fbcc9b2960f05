"""The PAPI framework by year: dimensions and components, with names, years, numbers and scales.

Kept as data of our own. `reference` is the number in the numbering of 2019-2020 (29 components), which we use for all
years; `number` is the one that the reports of the row's years print. A score of a component runs from `scale_min` to
`scale_max`; a dimension is the sum of its components (1-10), the index the sum of dimensions (6-60 to 2017, 8-80 since
2018). Sources, by the row's `source`: "papi-2016" the PAPI workbook 2011-2016 (headings in both languages); "papi-2019"
the PAPI report 2019, table 3.1; "papi-2023" the PAPI report 2023, table 3.6; "faq" papi.org.vn, questions and answers;
"panel" the public panel of component scores 2011-2024. All read in November 2026; a Vietnamese name that no report
seen by us confirms is marked in `is_name_confirmed`.
"""

from dataclasses import dataclass
from functools import cache

COLLECTED_ON = "2026-11"
_FOUR, _THREE, _TWO = ("0.25", "2.5"), ("0.33", "3.33"), ("0.5", "5")


@dataclass(frozen=True, slots=True)
class Concept:
    """One dimension or component over the years in which its name, number and scale did not change.

    `code` never changes; `parent` is the code of what it is part of; scales are decimal texts; `number` is None where
    no report seen tells it.
    """

    code: str
    level: str
    parent: str
    reference: str | None
    name_vi: str
    name_en: str
    valid_from: int
    valid_to: int | None
    number: str | None
    scale_min: str
    scale_max: str
    source: str
    is_name_confirmed: bool = True

    def named(self, language: str) -> str:
        """The name in "vi" or "en"; the Vietnamese one where no English is known."""
        return (self.name_en if language == "en" else "") or self.name_vi


def _dimension(number: int, name_vi: str, name_en: str, since: int = 2011) -> Concept:
    return Concept(
        f"D{number}", "dimension", "PAPI", str(number), name_vi, name_en, since, None, str(number), "1", "10", "faq"
    )


def _component(
    code: str, reference: str | None, name_vi: str, name_en: str, years: tuple[int, int | None], number: str | None,
    scale: tuple[str, str], source: str, confirmed: bool = True,
) -> Concept:  # fmt: skip
    return Concept(
        code,
        "component",
        code[:2],
        reference,
        name_vi,
        name_en,
        years[0],
        years[1],
        number,
        scale[0],
        scale[1],
        source,
        confirmed,
    )


DIMENSIONS = (
    _dimension(1, "Tham gia của người dân ở cấp cơ sở", "Participation at Local Levels"),
    _dimension(
        2, "Công khai, minh bạch trong việc ra quyết định ở địa phương", "Transparency in Local Decision-making"
    ),
    _dimension(3, "Trách nhiệm giải trình với người dân", "Vertical Accountability Towards Citizens"),
    _dimension(4, "Kiểm soát tham nhũng trong khu vực công", "Control of Corruption in the Public Sector"),
    _dimension(5, "Thủ tục hành chính công", "Public Administrative Procedures"),
    _dimension(6, "Cung ứng dịch vụ công", "Public Service Delivery"),
    _dimension(7, "Quản trị môi trường", "Environmental Governance", since=2018),
    _dimension(8, "Quản trị điện tử", "E-Governance", since=2018),
)
_OPEN = (2011, None)
COMPONENTS = (
    _component("D1_KNOW", "1.1", "Tri thức công dân", "Civic Knowledge", _OPEN, "1.1", _FOUR, "papi-2016"),
    _component("D1_OPP", "1.2", "Cơ hội tham gia", "Opportunities for Participation", _OPEN, "1.2", _FOUR, "papi-2016"),
    _component("D1_ELEC", "1.3", "Chất lượng bầu cử", "Quality of Elections", _OPEN, "1.3", _FOUR, "papi-2016"),
    _component("D1_CONTR", "1.4", "Đóng góp tự nguyện", "Voluntary Contributions", _OPEN, "1.4", _FOUR, "papi-2016"),
    _component("D2_INFO", "2.1", "Tiếp cận thông tin", "Access to Information", (2018, None), "2.1", _FOUR, "panel"),
    _component("D2_POOR", "2.2", "Danh sách hộ nghèo", "Poverty Lists", (2011, 2017), "2.1", _THREE, "papi-2016"),
    _component("D2_POOR", "2.2", "Danh sách hộ nghèo", "Poverty Lists", (2018, None), "2.2", _FOUR, "panel"),
    _component(
        "D2_BUDGET",
        "2.3",
        "Thu, chi ngân sách cấp xã/phường",
        "Communal Budget and Expenditure",
        (2011, 2017),
        "2.2",
        _THREE,
        "papi-2016",
    ),
    _component(
        "D2_BUDGET",
        "2.3",
        "Thu, chi ngân sách cấp xã/phường",
        "Communal Budget and Expenditure",
        (2018, None),
        "2.3",
        _FOUR,
        "panel",
    ),
    _component(
        "D2_LAND",
        "2.4",
        "Kế hoạch sử dụng đất, khung giá đền bù",
        "Land-Use Plans and Price Frames",
        (2011, 2017),
        "2.3",
        _THREE,
        "papi-2016",
    ),
    _component(
        "D2_LAND",
        "2.4",
        "Kế hoạch sử dụng đất, khung giá đền bù",
        "Land-Use Plans and Price Frames",
        (2018, None),
        "2.4",
        _FOUR,
        "panel",
        False,
    ),
    _component(
        "D3_INTERACT",
        "3.1",
        "Hiệu quả tương tác với các cấp chính quyền",
        "Interactions With Local Authorities",
        _OPEN,
        "3.1",
        _THREE,
        "papi-2016",
    ),
    _component(
        "D3_PIB", None, "Ban thanh tra nhân dân", "People's Inspection Boards", (2011, 2015), "3.2", _THREE, "papi-2016"
    ),
    _component(
        "D3_PIB",
        None,
        "Hiệu quả của Ban Thanh tra Nhân dân",
        "People's Inspection Boards",
        (2016, 2017),
        "3.3",
        _THREE,
        "papi-2016",
    ),
    _component(
        "D3_CISB",
        None,
        "Ban Giám sát đầu tư cộng đồng",
        "Community Investment Supervision Boards",
        (2011, 2015),
        "3.3",
        _THREE,
        "papi-2016",
    ),
    _component(
        "D3_RESPONSE",
        "3.2",
        "Đáp ứng kiến nghị của người dân",
        "Response to Citizens' Appeals",
        (2016, None),
        "3.2",
        _THREE,
        "papi-2016",
    ),
    _component(
        "D3_JUSTICE",
        "3.3",
        "Tiếp cận dịch vụ tư pháp",
        "Access to Justice Services",
        (2018, None),
        "3.3",
        _THREE,
        "panel",
    ),
    _component(
        "D4_GOV",
        "4.1",
        "Kiểm soát tham nhũng trong chính quyền",
        "Limits on Corruption in Local Governments",
        _OPEN,
        "4.1",
        _FOUR,
        "papi-2016",
    ),
    _component(
        "D4_SERV",
        "4.2",
        "Kiểm soát tham nhũng trong cung ứng dịch vụ công",
        "Limits on Corruption in Service Delivery",
        _OPEN,
        "4.2",
        _FOUR,
        "papi-2016",
    ),
    _component(
        "D4_JOB",
        "4.3",
        "Công bằng trong tuyển dụng vào nhà nước",
        "Equity in State Employment",
        _OPEN,
        "4.3",
        _FOUR,
        "papi-2016",
    ),
    _component(
        "D4_WILL",
        "4.4",
        "Quyết tâm chống tham nhũng",
        "Willingness to Fight Corruption",
        _OPEN,
        "4.4",
        _FOUR,
        "papi-2016",
    ),
    _component(
        "D5_CERT", "5.1", "Chứng thực/xác nhận", "Certification Procedures", (2011, 2020), "5.1", _FOUR, "papi-2016"
    ),
    _component(
        "D5_CERT", "5.1", "Chứng thực/xác nhận", "Certification Procedures", (2021, None), None, _THREE, "panel"
    ),
    _component(
        "D5_CONSTR", "5.2", "Giấy phép xây dựng", "Construction Permits", (2011, 2020), "5.2", _FOUR, "papi-2016"
    ),
    _component(
        "D5_LAND",
        "5.3",
        "Giấy chứng nhận quyền sử dụng đất",
        "Land-Use Rights Certificates",
        (2011, 2020),
        "5.3",
        _FOUR,
        "papi-2016",
    ),
    _component(
        "D5_LAND",
        "5.3",
        "Giấy chứng nhận quyền sử dụng đất",
        "Land-Use Rights Certificates",
        (2021, None),
        None,
        _THREE,
        "panel",
    ),
    _component(
        "D5_COMMUNE",
        "5.4",
        "Thủ tục hành chính cấp xã/phường",
        "Personal Procedures at Commune Level",
        (2011, 2020),
        "5.4",
        _FOUR,
        "papi-2016",
    ),
    _component(
        "D5_COMMUNE",
        "5.4",
        "Thủ tục hành chính cấp xã/phường",
        "Personal Procedures at Commune Level",
        (2021, None),
        None,
        _THREE,
        "panel",
    ),
    _component("D6_HEALTH", "6.1", "Y tế công lập", "Public Health", _OPEN, "6.1", _FOUR, "papi-2023"),
    _component(
        "D6_EDU", "6.2", "Giáo dục tiểu học công lập", "Public Primary Education", _OPEN, "6.2", _FOUR, "papi-2023"
    ),
    _component("D6_INFRA", "6.3", "Cơ sở hạ tầng căn bản", "Basic Infrastructure", _OPEN, "6.3", _FOUR, "papi-2023"),
    _component("D6_SECUR", "6.4", "An ninh, trật tự", "Law and Order", _OPEN, "6.4", _FOUR, "papi-2023"),
    _component(
        "D7_SERIOUS",
        "7.1",
        "Nghiêm túc trong bảo vệ môi trường",
        "Seriousness in Environmental Protection",
        (2018, None),
        "7.1",
        _THREE,
        "panel",
        False,
    ),
    _component("D7_AIR", "7.2", "Chất lượng không khí", "Quality of Air", (2018, None), "7.2", _THREE, "panel", False),
    _component("D7_WATER", "7.3", "Chất lượng nước", "Quality of Water", (2018, None), "7.3", _THREE, "panel", False),
    _component(
        "D8_PORTAL",
        "8.1",
        "Sử dụng cổng thông tin điện tử của chính quyền địa phương",
        "Use of E-Government Portals",
        (2018, 2018),
        "8.1",
        _TWO,
        "panel",
    ),
    _component(
        "D8_PORTAL",
        "8.1",
        "Sử dụng cổng thông tin và dịch vụ công điện tử của chính quyền địa phương",
        "Use of E-Government Portals",
        (2019, None),
        "8.1",
        _THREE,
        "panel",
    ),
    _component(
        "D8_INTERNET",
        "8.2",
        "Tiếp cận và sử dụng internet tại địa phương",
        "Access to the Internet",
        (2018, 2018),
        "8.2",
        _TWO,
        "panel",
    ),
    _component(
        "D8_INTERNET",
        "8.2",
        "Tiếp cận và sử dụng internet tại địa phương",
        "Access to the Internet",
        (2019, None),
        "8.2",
        _THREE,
        "panel",
    ),
    _component(
        "D8_RESP",
        "8.3",
        "Phúc đáp của chính quyền qua cổng thông tin điện tử",
        "E-Responsiveness of Authorities",
        (2019, None),
        "8.3",
        _THREE,
        "panel",
    ),
)


def _stands(concept: Concept, year: int) -> bool:
    return concept.valid_from <= year and (concept.valid_to is None or year <= concept.valid_to)


@cache
def framework(year: int) -> tuple[Concept, ...]:
    """Dimensions and components that stand in a year: 6 and 22 to 2017, 8 and 28 in 2018, 29 in 2019-2020, 28 after."""
    return tuple(concept for concept in (*DIMENSIONS, *COMPONENTS) if _stands(concept, year))


def component(reference: str, year: int) -> Concept | None:
    """The component with a number of our one numbering ("2.4") as it stood in a year; nothing where none did."""
    return next((c for c in framework(year) if c.level == "component" and c.reference == reference), None)


def reference_of(number: str, year: int | None) -> str | None:
    """Our number of the component that a report of `year` prints as `number` ("2.1" of 2016 -> "2.2")."""
    known = [c for c in COMPONENTS if c.number == number and (year is None or _stands(c, year))]
    if not known:
        known = [c for c in COMPONENTS if c.reference == number]
    return known[-1].reference if known else None
