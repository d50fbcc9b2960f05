"""Plan documents of the demo, written as offices write them: a head in two columns, a body, an annex as a table.

They are read by the same reader as any other document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

COLUMNS = (
    "TT",
    "Nhiệm vụ, giải pháp",
    "Chỉ tiêu",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
)
Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """`sections` are pairs of a heading (a dimension) and its rows in the order of the columns."""

    name: str
    superior: str
    issuer: str
    number_line: str
    place_line: str
    title: str
    body: tuple[str, ...]
    position: str
    signer: str
    sections: tuple[tuple[str, tuple[Row, ...]], ...]


LAST_YEAR = Paper(
    "ke-hoach-papi-2025.docx",
    "ỦY BAN NHÂN DÂN",
    "TỈNH SƠN HẢI",
    "Số: 64/KH-UBND",
    "Sơn Hải, ngày 14 tháng 02 năm 2025",
    "Nâng cao Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) tỉnh Sơn Hải năm 2025",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Cải thiện các nội dung thành phần đạt điểm thấp của năm 2024.",
        "II. MỤC TIÊU",
        "Phấn đấu Chỉ số PAPI năm 2025 của tỉnh đạt từ 42 điểm trở lên.",
        "III. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "IV. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ theo dõi, đôn đốc, tổng hợp tình hình thực hiện Kế hoạch.",
    ),
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    "Trần Minh Khang",
    (
        (
            "Tham gia của người dân ở cấp cơ sở",
            (
                (
                    "Tổ chức đối thoại giữa Chủ tịch UBND cấp xã với Nhân dân",
                    "Ít nhất 01 lần/năm",
                    "UBND các xã, phường",
                    "",
                    "Quý III/2025",
                    "Thông báo kết luận đối thoại",
                ),
            ),
        ),
        (
            "Công khai, minh bạch trong việc ra quyết định ở địa phương",
            (
                (
                    "Niêm yết danh sách hộ nghèo, hộ cận nghèo tại trụ sở UBND cấp xã",
                    "100% xã, phường",
                    "UBND các xã, phường",
                    "",
                    "Tháng 11/2025",
                    "Biên bản niêm yết",
                ),
            ),
        ),
        (
            "Thủ tục hành chính công",
            (
                (
                    "Rà soát, cắt giảm thời gian giải quyết thủ tục hành chính về chứng thực",
                    "",
                    "Sở Tư pháp",
                    "Văn phòng UBND tỉnh",
                    "Quý II/2025",
                    "Báo cáo kết quả rà soát",
                ),
                (
                    "Công khai kết quả giải quyết hồ sơ đất đai",
                    "95% hồ sơ đúng hạn",
                    "Sở Nông nghiệp và Môi trường",
                    "",
                    "Quý IV/2025",
                    "Báo cáo kết quả",
                ),
            ),
        ),
    ),
)

COMMUNE = Paper(
    "ke-hoach-papi-xa-an-lac-2026.docx",
    "ỦY BAN NHÂN DÂN",
    "XÃ AN LẠC",
    "Số: 31/KH-UBND",
    "An Lạc, ngày 05 tháng 02 năm 2026",
    "Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) trên địa bàn xã An Lạc năm 2026",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Thực hiện Kế hoạch số 128/KH-UBND ngày 12/01/2026 của UBND tỉnh; mỗi việc có người làm, có hạn, có sản phẩm.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Văn hóa - Xã hội theo dõi, tổng hợp, báo cáo UBND xã.",
    ),
    "CHỦ TỊCH",
    "Vũ Đình Khang",
    (
        (
            "Tham gia của người dân ở cấp cơ sở",
            (
                (
                    "Họp dân bàn các khoản đóng góp tại thôn trước khi huy động",
                    "",
                    "Phòng Văn hóa - Xã hội",
                    "",
                    "Hằng quý",
                    "Biên bản họp thôn",
                ),
                (
                    "Tổng hợp, trả lời ý kiến cử tri tại các cuộc tiếp xúc tháng 11",
                    "100% ý kiến",
                    "UBND xã An Lạc",
                    "",
                    "Trước ngày 26/11/2026",
                    "Văn bản trả lời",
                ),
            ),
        ),
        (
            "Công khai, minh bạch trong việc ra quyết định ở địa phương",
            (
                (
                    "Niêm yết dự toán, quyết toán ngân sách xã tại trụ sở và nhà văn hóa thôn",
                    "100% thôn",
                    "Phòng Kinh tế",
                    "",
                    "Hằng quý",
                    "Biên bản niêm yết",
                ),
                (
                    "Niêm yết danh sách hộ nghèo dự kiến tại trụ sở và nhà văn hóa thôn",
                    "100% thôn",
                    "UBND xã An Lạc",
                    "",
                    "Trước ngày 18/11/2026",
                    "Biên bản niêm yết",
                ),
            ),
        ),
        (
            "Thủ tục hành chính công",
            (
                (
                    "Gửi thư xin lỗi khi trả kết quả trễ hạn",
                    "100% hồ sơ trễ hạn",
                    "Trung tâm Phục vụ hành chính công xã",
                    "",
                    "Hằng quý",
                    "Thư xin lỗi",
                ),
            ),
        ),
        (
            "Cung ứng dịch vụ công",
            (
                (
                    "Ra quân bảo đảm an ninh, trật tự dịp cuối năm",
                    "",
                    "Công an xã",
                    "",
                    "Trước ngày 15/12/2026",
                    "Báo cáo kết quả",
                ),
            ),
        ),
    ),
)

WAITING = Paper(
    "ke-hoach-doi-thoai-2026.docx",
    "ỦY BAN NHÂN DÂN",
    "TỈNH SƠN HẢI",
    "Số:       /KH-UBND",
    "Sơn Hải, ngày     tháng 11 năm 2026",
    "Đối thoại và tiếp nhận ý kiến người dân những tháng cuối năm 2026",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Lắng nghe và trả lời công khai các vấn đề người dân quan tâm.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh.",
    ),
    "CHỦ TỊCH",
    "Phạm Quỳnh Chi",
    (
        (
            "Trách nhiệm giải trình với người dân",
            (
                (
                    "Tổ chức đối thoại chuyên đề về đất đai với người dân",
                    "Ít nhất 01 cuộc",
                    "UBND các xã, phường",
                    "Sở Nông nghiệp và Môi trường",
                    "Trước ngày 20/12/2026",
                    "Thông báo kết luận đối thoại",
                ),
                (
                    "Tổng hợp, trả lời kiến nghị sau đối thoại",
                    "100% kiến nghị",
                    "Văn phòng UBND tỉnh",
                    "",
                    "Tháng 12/2026",
                    "Báo cáo tổng hợp",
                ),
            ),
        ),
    ),
)

TO_UPLOAD = Paper(
    "ke-hoach-tuyen-truyen-2026.docx",
    "ỦY BAN NHÂN DÂN",
    "TỈNH SƠN HẢI",
    "Số: 402/KH-UBND",
    "Sơn Hải, ngày 16 tháng 11 năm 2026",
    "Tuyên truyền nâng cao Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) cuối năm 2026",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Giúp người dân biết rõ quyền của mình và nơi phản ánh, kiến nghị.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh.",
    ),
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    "Trần Minh Khang",
    (
        (
            "Tham gia của người dân ở cấp cơ sở",
            (
                (
                    "Phát thanh chuyên mục hỏi đáp về quyền của người dân trên hệ thống truyền thanh xã",
                    "Ít nhất 02 chuyên mục",
                    "UBND các xã, phường",
                    "Sở Văn hóa, Thể thao và Du lịch",
                    "Trước ngày 15/12/2026",
                    "Báo cáo kết quả phát sóng",
                ),
                (
                    "Biên soạn tờ gấp hướng dẫn bầu Trưởng thôn",
                    "",
                    "Sở Nội vụ",
                    "Sở Tư pháp",
                    "Tháng 12/2026",
                    "Tờ gấp",
                ),
            ),
        ),
        (
            "Quản trị điện tử",
            (
                (
                    "Hướng dẫn người dân nộp hồ sơ trực tuyến tại nhà văn hóa thôn",
                    "100% xã, phường thực hiện",
                    "UBND các xã, phường",
                    "Sở Khoa học và Công nghệ",
                    "Trước ngày 25/12/2026",
                    "Báo cáo kết quả",
                ),
            ),
        ),
    ),
)


def write_paper(paper: Paper) -> bytes:
    """The document as .docx."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = f"{paper.superior}\n{paper.issuer}\n-------\n{paper.number_line}"
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(0, 1).text = f"{motto}\n---------------\n{paper.place_line}"
    for text in ("KẾ HOẠCH", paper.title):
        line = document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(text).bold = True
    for text in paper.body:
        document.add_paragraph().add_run(text).bold = text.split(".")[0].isupper()
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Các sở, ban, ngành;\n- UBND các xã, phường;\n- Lưu: VT."
    foot.cell(0, 1).text = f"TM. ỦY BAN NHÂN DÂN\n{paper.position}\n\n\n{paper.signer}"
    document.add_page_break()  # type: ignore[no-untyped-call]
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run("PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ").bold = True
    _annex(document, paper.sections)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _annex(document: Any, sections: Sequence[tuple[str, Sequence[Row]]]) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    number = 0
    for roman, (heading, rows) in zip(("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), sections, strict=False):
        cells = table.add_row().cells
        cells[0].text = roman
        cells[1].merge(cells[-1]).text = heading
        for row in rows:
            number += 1
            for cell, text in zip(table.add_row().cells, (str(number), *row), strict=True):
                cell.text = text
