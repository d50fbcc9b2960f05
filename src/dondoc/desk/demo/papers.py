"""Plan documents of the demo, read by the same reader as any other document."""

from dataclasses import dataclass
from datetime import date

from dondoc.toolkit.numbering import to_roman
from dondoc.web import papers

COLLECTIVE = "Ủy ban nhân dân"
COLUMNS = (
    papers.Column("TT", 0.6, "centre"),
    papers.Column("Nhiệm vụ, giải pháp", 4),
    papers.Column("Chỉ tiêu", 1.6),
    papers.Column("Cơ quan chủ trì", 2),
    papers.Column("Cơ quan phối hợp", 2),
    papers.Column("Thời gian hoàn thành", 1.6),
    papers.Column("Sản phẩm", 2),
)
Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """`sections` are pairs of a heading (a dimension) and its rows in the order of the columns."""

    name: str
    unit: str
    number: str
    dated_on: date | None
    title: str
    body: tuple[str, ...]
    signature: papers.Signature
    sections: tuple[tuple[str, tuple[Row, ...]], ...]


LAST_YEAR = Paper(
    "ke-hoach-papi-2025.docx",
    "tỉnh Sơn Hải",
    "64",
    date(2025, 2, 14),
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
    papers.Signature("Phó Chủ tịch", "Trần Minh Khang", collective=COLLECTIVE, deputy_of="Chủ tịch"),
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
    "xã An Lạc",
    "31",
    date(2026, 2, 5),
    "Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) trên địa bàn xã An Lạc năm 2026",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Thực hiện Kế hoạch số 128/KH-UBND ngày 12/01/2026 của UBND tỉnh; mỗi việc có người làm, có hạn, có sản phẩm.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Văn hóa - Xã hội theo dõi, tổng hợp, báo cáo UBND xã.",
    ),
    papers.Signature("Chủ tịch", "Vũ Đình Khang", collective=COLLECTIVE),
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
                    "Lập sổ theo dõi các khoản huy động đóng góp của người dân và niêm yết số thu, số chi tại nhà văn "
                    "hóa thôn",
                    "100% khoản đóng góp được ghi sổ và niêm yết",
                    "UBND xã An Lạc",
                    "",
                    "Hằng quý",
                    "Sổ theo dõi; Bản niêm yết có xác nhận của Ban Thanh tra nhân dân",
                ),
                (
                    "Tổng hợp, trả lời ý kiến cử tri tại các cuộc tiếp xúc tháng 11",
                    "100% ý kiến",
                    "UBND xã An Lạc",
                    "",
                    "Trước ngày 26/11/2026",
                    "Văn bản trả lời",
                ),
                (
                    "Hướng dẫn thôn lập danh sách ứng cử viên, bảo đảm có từ hai người để chọn",
                    "",
                    "UBND xã An Lạc",
                    "",
                    "Trước khi bầu cử trưởng thôn",
                    "Danh sách ứng cử viên",
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
    "tỉnh Sơn Hải",
    "",
    None,
    "Đối thoại và tiếp nhận ý kiến người dân những tháng cuối năm 2026",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Lắng nghe và trả lời công khai các vấn đề người dân quan tâm.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh.",
    ),
    papers.Signature("Chủ tịch", "Phạm Quỳnh Chi", collective=COLLECTIVE),
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
    "tỉnh Sơn Hải",
    "402",
    date(2026, 11, 16),
    "Tuyên truyền nâng cao Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) cuối năm 2026",
    (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Giúp người dân biết rõ quyền của mình và nơi phản ánh, kiến nghị.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh.",
    ),
    papers.Signature("Phó Chủ tịch", "Trần Minh Khang", collective=COLLECTIVE, deputy_of="Chủ tịch"),
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
    """The document as .docx, as an office would have written it."""
    place = paper.unit.split(" ", 1)[1]
    return papers.write_paper(
        papers.Paper(
            papers.Kind.PLAN,
            f"{COLLECTIVE}\n{paper.unit}",
            "UBND",
            place,
            paper.title,
            [papers.Heading(text.split(". ")[1]) if text.isupper() else papers.Paragraph(text) for text in paper.body],
            paper.signature,
            number=paper.number or None,
            dated_on=paper.dated_on,
            drafted_on=date(2026, 11, 20),
            recipients=("Các sở, ban, ngành", "UBND các xã, phường"),
            annexes=(papers.Annex("Phân công nhiệm vụ", [_assignments(paper)], is_landscape=True),),
        )
    )


def _assignments(paper: Paper) -> papers.Table:
    rows: list[papers.Band | tuple[str, ...]] = []
    number = 0
    for place, (heading, tasks) in enumerate(paper.sections, 1):
        rows.append(papers.Band(f"{to_roman(place)}. {heading}"))
        for task in tasks:
            number += 1
            rows.append((str(number), *task))
    return papers.Table(COLUMNS, rows)
