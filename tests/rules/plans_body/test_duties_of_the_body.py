"""Duties that stand in the body: which lines give work, to whom, with whom, on what."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.plans.rules.body import BodyReading, read_body
from dondoc.plans.rules.drafts import Reading, TaskDraft
from dondoc.plans.rules.duties_agents import addressee_of_heading, addressee_of_sentence, coordinating
from dondoc.plans.rules.duties_sections import section_of_text
from rules.plans_body import bodies
from rules.plans_body.made import source_of

FRAME = "KẾ HOẠCH\nNâng cao Chỉ số PAPI năm 2024\nI. NHIỆM VỤ\n{}"


def _tasks(body: str) -> tuple[TaskDraft, ...]:
    return read_body(source_of(FRAME.format(body)), year=None).tasks


def test_a_province_by_dimensions_and_departments() -> None:
    tasks = read_body(source_of(bodies.PROVINCE), year=None).tasks
    assert [(task.section, task.lead) for task in tasks] == [
        (1, ("Sở Tư pháp",)),
        (1, ("Sở Tư pháp",)),
        (1, ("UBND các huyện, thành phố",)),
        (2, ("Sở Tài chính",)),
        (2, ("Ủy ban MTTQ Việt Nam tỉnh",)),
        (None, ("Các sở, ban, ngành", "UBND các huyện, thành phố")),
        (None, ("Các sở, ban, ngành", "UBND các huyện, thành phố")),
        (None, ("Sở Nội vụ",)),
        (None, ("Báo Hưng Thịnh", "Đài Phát thanh và Truyền hình tỉnh")),
    ]
    assert [task.is_requested for task in tasks].index(True) == 4
    assert tasks[2].content.startswith("Chỉ đạo UBND cấp xã")
    assert tasks[5].product == ("kế hoạch của đơn vị",)


def test_a_ward_by_points_and_offices() -> None:
    tasks = read_body(source_of(bodies.COMMUNE), year=None).tasks
    assert [task.section for task in tasks[:3]] == [1, 1, 2]
    assert [task.lead for task in tasks[3:]] == [
        ("Văn phòng HĐND và UBND phường",),
        ("Văn phòng HĐND và UBND phường",),
        ("Phòng Văn hóa - Xã hội",),
        ("Trung tâm Phục vụ hành chính công",),
        ("Ủy ban MTTQ Việt Nam phường", "các tổ chức chính trị - xã hội"),
        ("Các khu phố",),
    ]
    assert tasks[7].content == "tuyên truyền đến hội viên về nội dung của Kế hoạch này."


def test_the_articles_of_a_decision_give_no_duties() -> None:
    tasks = read_body(source_of(bodies.DECISION), year=None).tasks
    assert [task.lead[0] for task in tasks] == ["Sở Nội vụ", "Thanh tra tỉnh", "Các sở, ban, ngành"]


def test_a_directive_orders_by_numbers() -> None:
    tasks = read_body(source_of(bodies.DIRECTIVE), year=None).tasks
    heads = ("Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các huyện, thị xã")
    assert [task.lead for task in tasks] == [
        heads,
        heads,
        ("Sở Thông tin và Truyền thông",),
        ("Công an tỉnh",),
        ("Sở Nội vụ",),
    ]


def test_lines_of_roles_speak_of_the_duties_above_them() -> None:
    tasks = read_body(source_of(bodies.ROLES), year=None).tasks
    assert [(task.content[:12], task.lead, task.coordinate) for task in tasks] == [
        ("Tổ chức tập ", ("Sở Nội vụ",), ("Sở Tư pháp", "UBND cấp huyện")),
        ("Công khai cá", ("UBND cấp xã",), ()),
        ("Đăng tải dan", ("Sở Nông nghiệp và Môi trường",), ("UBND cấp xã",)),
        ("Niêm yết bản", ("Sở Nông nghiệp và Môi trường",), ("UBND cấp xã",)),
        ("Rà soát thu,", ("Sở Tài chính",), ()),
        ("Theo dõi, đô", ("Sở Nội vụ",), ()),
    ]
    assert [task.schedule.kind for task in tasks if task.schedule] == ["quarter", "continuous"]
    assert tasks[4].product == ("Báo cáo rà soát",)
    assert tasks[4].content == "Rà soát thu, chi ngân sách cấp xã."


def test_plus_items_belong_to_their_dash() -> None:
    (task,) = _tasks("- Tập trung tuyên truyền các nội dung sau:\n+ Quyền của người dân.\n+ Trách nhiệm của cán bộ.")
    assert task.content.split("\n") == [
        "Tập trung tuyên truyền các nội dung sau:",
        "+ Quyền của người dân.",
        "+ Trách nhiệm của cán bộ.",
    ]


def test_plus_items_under_an_agency_are_its_duties() -> None:
    tasks = _tasks("- Sở Nội vụ:\n+ Tổ chức tập huấn cho công chức.\n+ Kiểm tra việc thực hiện Kế hoạch.")
    assert [task.lead for task in tasks] == [("Sở Nội vụ",)] * 2


def test_an_item_goes_on_after_a_page_break_at_a_full_stop() -> None:
    tasks = _tasks(
        "- Sở Y tế nâng cao chất lượng khám bệnh.\nCải tiến quy trình tiếp đón.\n- Sở Xây dựng rà soát quy hoạch."
    )
    assert [task.content for task in tasks] == [
        "Sở Y tế nâng cao chất lượng khám bệnh. Cải tiến quy trình tiếp đón.",
        "Sở Xây dựng rà soát quy hoạch.",
    ]


ASIDES = [
    "(Chi tiết các nhiệm vụ tại Phụ lục ban hành kèm theo Kế hoạch này).",
    "(Theo Phụ lục đính kèm)",
    "Nhiệm vụ nâng cao Chỉ số SIPAS: theo Phụ lục I; nhiệm vụ nâng cao Chỉ số PAPI: theo Phụ lục II.",
    "Các nhiệm vụ cụ thể được nêu tại Phụ lục kèm theo Kế hoạch này.",
    "Trong quá trình triển khai thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Nội vụ.",
    "Trên đây là Kế hoạch nâng cao Chỉ số PAPI năm 2024./.",
    "UBND xã yêu cầu các ban, ngành tập trung thực hiện tốt kế hoạch này./.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_closing_words_and_pointers_give_no_duty(text: str) -> None:
    assert _tasks("- Sở Nội vụ kiểm tra công vụ.\nII. TỔ CHỨC THỰC HIỆN\n" + text)[1:] == ()


def test_a_pointer_behind_a_duty_is_cut_off() -> None:
    (task,) = _tasks("- Nâng cao chất lượng phục vụ người dân. *(Nhiệm vụ cụ thể tại Phụ lục kèm theo).*")
    assert task.content == "Nâng cao chất lượng phục vụ người dân."


def test_a_report_without_subject_is_for_those_of_the_item_before() -> None:
    tasks = _tasks(
        "1. Chế độ thông tin, báo cáo\n- UBND huyện yêu cầu các cơ quan, đơn vị xây dựng kế hoạch gửi UBND huyện.\n"
        "- Báo cáo kết quả thực hiện định kỳ hàng quý gửi về UBND huyện."
    )
    assert [task.lead for task in tasks] == [("các cơ quan, đơn vị",)] * 2


def test_every_field_points_at_its_characters() -> None:
    source = source_of(FRAME.format("- Sở Y tế chủ trì, phối hợp với Công an tỉnh thường xuyên kiểm tra bệnh viện."))
    (task,) = read_body(source, year=None).tasks
    printed = {name: source.blocks[p.paragraph].text[p.start : p.end] for name, p in task.where.items()}  # type: ignore[index,union-attr]
    assert printed["lead"] == "Sở Y tế"
    assert printed["coordinate"] == "Công an tỉnh"
    assert printed["schedule"] == "thường xuyên"
    assert printed["content"] == task.content


@given(st.lists(st.sampled_from(bodies.FRAGMENTS), max_size=14), st.integers(2020, 2030) | st.none())
def test_no_order_of_lines_breaks_the_reading(lines: list[str], year: int | None) -> None:
    reading = read_body(source_of("\n".join(lines)), year=year)
    for task in reading.tasks:
        assert task.source == "body"
        assert task.content.strip()


HEADINGS = [
    ("Phòng Nội vụ huyện", ("Phòng Nội vụ huyện",)),
    ("Giao Sở Nội vụ:", ("Sở Nội vụ",)),
    ("Đối với các sở, ban, ngành:", ("các sở, ban, ngành",)),
    ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",)),
    ("Thủ trưởng các sở, ban, ngành: Nội vụ, Y tế, Công an tỉnh", ("Sở Nội vụ", "Sở Y tế", "Công an tỉnh")),
    ("Với nội dung “Công khai”, UBND các xã có nhiệm vụ:", ("UBND các xã",)),
    ("Các cơ quan được giao chủ trì chỉ số nội dung: Sở Nội vụ, Thanh tra tỉnh", ("Sở Nội vụ", "Thanh tra tỉnh")),
    ("Công khai, minh bạch", None),
    ("Chế độ thông tin, báo cáo", None),
    ("Công tác thông tin, tuyên truyền:", None),
    ("Nhiệm vụ, giải pháp chung", None),
]


@pytest.mark.parametrize(("text", "names"), HEADINGS)
def test_a_heading_names_agencies_or_a_topic(text: str, names: tuple[str, ...] | None) -> None:
    found = addressee_of_heading(text)
    assert (found.names if found else None) == names


SENTENCES = [
    ("Công an tỉnh: Chủ trì giữ vững trật tự.", ("Công an tỉnh",), "Chủ trì giữ vững trật tự."),
    ("Đề nghị Báo Lào Cai đưa tin.", ("Báo Lào Cai",), "đưa tin."),
    ("Giao Sở Nội vụ theo dõi việc thực hiện.", ("Sở Nội vụ",), "theo dõi việc thực hiện."),
    ("Phòng Tư pháp tăng cường phổ biến.", ("Phòng Tư pháp",), "Phòng Tư pháp tăng cường phổ biến."),
    ("Ngoài ra, UBND các xã thực hiện công khai.", ("UBND các xã",), "Ngoài ra, UBND các xã thực hiện công khai."),
    ("Trưởng trạm Y tế xã: thực hiện giải pháp.", ("Trưởng trạm Y tế xã",), "thực hiện giải pháp."),
    ("Tổ chức kiểm tra công vụ.", None, None),
    ("Công tác tuyên truyền: Tăng cường đưa tin.", None, None),
    ("Nâng cao chất lượng của UBND các xã.", None, None),
]


@pytest.mark.parametrize(("text", "names", "content"), SENTENCES)
def test_a_sentence_names_its_agency_first(text: str, names: tuple[str, ...] | None, content: str | None) -> None:
    found = addressee_of_sentence(text)
    assert (found.names if found else None) == names
    assert found is None or text[found.content :] == content


PARTNERS = [
    ("Chủ trì, phối hợp với Sở Tài chính, Sở Y tế tổ chức kiểm tra.", ("Sở Tài chính", "Sở Y tế")),
    ("chủ trì, phối hợp các cơ quan có liên quan tăng cường chỉ đạo", ("các cơ quan có liên quan",)),
    ("hướng dẫn Mặt trận cơ sở phối hợp với UBND cùng cấp tuyên truyền", ()),
    ("Phối hợp tổ chức tập huấn cho công chức.", ()),
    ("thực hiện các chương trình phối hợp hoạt động", ()),
]


@pytest.mark.parametrize(("text", "names"), PARTNERS)
def test_partners_stand_behind_phoi_hop(text: str, names: tuple[str, ...]) -> None:
    assert coordinating(text)[0] == names


SPOKEN_OF = [
    ("Công khai danh sách hộ nghèo tại trụ sở.", 2),
    ("Nâng cao chất lượng giáo dục tiểu học.", 6),
    ("Thu gom rác thải sinh hoạt.", 7),
    ("Tuyên truyền về Chỉ số PAPI, phòng, chống tham nhũng.", None),
    ("Xây dựng môi trường làm việc thân thiện.", None),
    ("Theo dõi, đôn đốc việc thực hiện Kế hoạch này.", None),
]


@pytest.mark.parametrize(("text", "section"), SPOKEN_OF)
def test_words_tell_the_dimension_only_where_they_are_clear(text: str, section: int | None) -> None:
    found = section_of_text(text)
    assert (found[0] if found else None) == section


def _read(path: Path) -> BodyReading:
    opening = pytest.importorskip("dondoc.plans.adapters.opening")
    return read_body(opening.read_source(path), year=None)


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_nam_dong_has_its_duties_in_the_body(shared: Path, form: str) -> None:
    tasks = _read(shared / "plans" / f"nam-dong-2024.{form}").tasks
    sections = [task.section for task in tasks[:23]]
    assert sections == [1] * 2 + [2] * 5 + [3] * 3 + [4] * 2 + [5] * 3 + [6] * 4 + [7] * 2 + [8] * 2
    assert len(tasks) == 32
    assert all(task.lead for task in tasks)
    assert tasks[17].lead == ("Phòng Kinh tế và Hạ tầng huyện", "Ban Quản lý dự án đầu tư và xây dựng khu vực huyện")
    assert [task.is_requested for task in tasks].count(True) == 2


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_vinh_hoa_has_duties_by_dimension_and_by_official(shared: Path, form: str) -> None:
    reading = _read(shared / "plans" / f"vinh-hoa-2024.{form}")
    sections = [task.section for task in reading.tasks[:46]]
    assert sections == [1] * 4 + [2] * 7 + [3] * 2 + [4] * 6 + [5] * 4 + [6] * 14 + [7] * 4 + [8] * 5
    assert len(reading.tasks) == 52
    assert {(rule.cycle, rule.to) for rule in reading.reporting_regime} == {
        ("quarterly", "UBND huyện"),
        ("6-month", "UBND huyện"),
        ("annual", "UBND huyện"),
    }


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("plan", ["dak-nong-2024", "lao-cai-2021", "xin-man-2023"])
def test_annotated_bodies_are_read_as_annotated(shared: Path, tmp_path: Path, plan: str, form: str) -> None:
    reading = _read(shared / "plans" / f"{plan}.{form}")
    whole = Reading(reading.document, reading.goals, reading.reporting_regime, reading.deadlines, reading.tasks)
    read = tmp_path / "read.json"
    read.write_text(json.dumps(whole.as_json(), ensure_ascii=False), encoding="utf-8")
    scorer = [sys.executable, str(shared / "tools" / "score_read.py")]
    gold = str(shared / "gold" / f"{plan}.json")
    scored = json.loads(subprocess.run([*scorer, gold, str(read), "--body"], capture_output=True, check=True).stdout)
    body = scored["body"]
    assert (body["recall"], body["precision"]) == (1.0, 1.0)
    assert body["all_fields"] >= 0.97
    assert all(scored["document"].values()), scored["document"]
