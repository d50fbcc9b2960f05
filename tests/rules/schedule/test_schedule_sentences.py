"""Times inside sentences: which words tell when the duty is done, and which only look so."""

import pytest

from dondoc.schedule.rules import find, main_schedule

TOLD = [
    ("Tổ chức đối thoại với người dân ít nhất 02 lần/năm.", "recurring", "02 lần/năm"),
    ("Xây dựng Kế hoạch của đơn vị, hoàn thành trước ngày 30/4/2024.", "date", "trước ngày 30/4/2024"),
    ("Ban hành kế hoạch chi tiết trong tháng 3/2024 và gửi về Sở Nội vụ.", "month", "tháng 3/2024"),
    ("Tham mưu UBND tỉnh tổ chức hội nghị trong Quý II/2024.", "quarter", "Quý II/2024"),
    ("Sau khi kết quả PAPI được công bố, Sở Nội vụ tổ chức hội nghị.", "event", "Sau khi kết quả PAPI được công bố"),
    ("Hằng quý, tổng hợp kết quả báo cáo UBND huyện.", "recurring", "Hằng quý"),
    ("Giải quyết đơn thư trong thời hạn 10 ngày kể từ ngày tiếp nhận.", "event", None),
    ("Tập huấn cho cán bộ cơ sở từ tháng 5 đến tháng 8/2024.", "range", "từ tháng 5 đến tháng 8/2024"),
    ("Chậm nhất ngày 15/5/2024, các đơn vị gửi kế hoạch.", "date", "Chậm nhất ngày 15/5/2024"),
    ("Chủ trì, thường xuyên theo dõi, kiểm tra các xã.", "continuous", "thường xuyên"),
    ("Tổ chức tiếp công dân vào ngày 15 hàng tháng.", "recurring", "ngày 15 hàng tháng"),
    ("Theo dõi, đôn đốc; định kỳ báo cáo UBND tỉnh.", "recurring", "định kỳ"),
    ("Duy trì họp giao ban theo định kỳ để nắm thông tin.", "recurring", "theo định kỳ"),
    ("Gửi UBND huyện (trước ngày **05/6/2023**).", "date", None),
    ("Kiểm tra gắn với Kế hoạch thanh tra công vụ hằng năm của tỉnh.", "other", None),
]

NOT_TOLD = [
    "Thực hiện Kế hoạch số 218/KH-UBND ngày 24/5/2024 của UBND tỉnh về nâng cao Chỉ số PAPI năm 2024.",
    "Công khai thủ tục theo Quyết định số 1085/QĐ-TTg ngày 15/9/2022 của Thủ tướng Chính phủ.",
    "Thực hiện nghiêm chế độ tiếp công dân định kỳ và đột xuất theo quy định.",
    "Nâng cao Chỉ số PAPI là nhiệm vụ thường xuyên, lâu dài, liên tục của các cơ quan.",
    "Bố trí kinh phí chi thường xuyên để thực hiện Kế hoạch.",
    "Giảm nghèo bền vững giai đoạn 2021-2025.",
    "Phấn đấu năm 2024 Chỉ số PAPI của tỉnh nằm trong nhóm trung bình cao.",
    "Kết quả thực hiện quý I/2024 đạt 25% kế hoạch.",
    "Thực hiện Luật Thực hiện dân chủ ở cơ sở năm 2022, có hiệu lực từ ngày 01/7/2023.",
    "Đưa nội dung PAPI vào chương trình công tác năm, quý, tháng của đơn vị.",
    "Công khai báo cáo phòng, chống tham nhũng hàng năm của xã.",
    "Kịp thời có văn bản xin lỗi khi có hồ sơ bị trễ hẹn.",
    "(Ban hành kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2021 của UBND tỉnh)",
]


@pytest.mark.parametrize(("sentence", "kind", "words"), TOLD)
def test_a_sentence_tells_when(sentence: str, kind: str, words: str | None) -> None:
    schedule = main_schedule(sentence, 2024)
    assert schedule is not None
    assert schedule.kind == kind
    assert words is None or schedule.text == words


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_a_sentence_tells_no_time_of_the_duty(sentence: str) -> None:
    assert main_schedule(sentence, 2024) is None


def test_constantly_counts_only_in_the_first_sentence() -> None:
    assert main_schedule("Hướng dẫn các xã thực hiện Kế hoạch. Đặc biệt thường xuyên trao đổi thông tin.", 2024) is None


def test_places_are_those_of_the_text_as_given() -> None:
    text = "Gửi  kế hoạch **trước ngày 15/5/2024** và định kỳ hằng quý báo cáo."
    assert [text[one.start : one.end] for one in find(text, year=2024)] == ["trước ngày 15/5/2024", "định kỳ hằng quý"]
