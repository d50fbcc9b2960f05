"""Goal phrases: ranks, scores and groups as plans say them, with what is meant ("tăng ít nhất 05 bậc").

Patterns run on lower-case text with its marks ("bậc" is not "Bắc", "điểm" in "địa điểm" is no score).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_TO = rf"(?:(?:-|–|đến)\s*{_NUMBER}\s*)?"
_LEVELS = (
    r"(?:trung bình(?:\s*[-–]?\s*(?:cao|thấp|khá))?|khá(?:\s+cao)?|cao nhất|cao|thấp nhất|thấp|tốt|dẫn đầu|đứng đầu"
    r"|trên trung bình)"
)
_ITEMS = r"(?:các\s+)?(?:tỉnh, thành phố|tỉnh, thành|tỉnh|thành phố|địa phương|đơn vị|huyện|xã)"
_GROUP = re.compile(
    r"(?P<verb>tăng|nâng|lên|chuyển|cải thiện)\s+(?:ít nhất\s+)?(?P<steps>\d+\s+)?nhóm(?!\s+(?:đối|người|hộ|dân|ngành))"
    rf"|nhóm\s+(?:{_ITEMS}[^.;]{{0,60}}?)?(?:có\s+|đạt\s+)?(?:chỉ số\s+)?(?:điểm\s+)?(?:số\s+)?(?:ở mức\s+)?[“\"]?"
    rf"(?P<group>{_LEVELS})\b"
)
_TOP = re.compile(
    rf"(?:nhóm|top|tốp|trong số|trong)\s*(?P<top>\d{{1,2}})\s+{_ITEMS}[^.;]{{0,50}}?"
    r"(?:dẫn đầu|đứng đầu|cao nhất|tốt nhất|hàng đầu|cao)"
    r"|(?:top|tốp)\s*(?P<top2>\d{1,2})\b"
)
_STEPS = re.compile(
    rf"(?:tăng|nâng|cải thiện|lên|vươn)[^.;]{{0,40}}?{_NUMBER}\s*{_TO}(?:thứ bậc|bậc|hạng|vị trí)(?!\s+(?:mục|đào|học))"
)
_PLACE = re.compile(
    r"(?:xếp|đứng|đạt|giữ|ở|vị)\s*(?:thứ\s*)?(?:hạng|vị trí|vị thứ|thứ hạng|thứ)\s*(?:thứ\s*)?(?:từ\s*)?(?P<a>\d{1,2})"
    r"(?:\s*(?:-|–|đến)\s*(?P<b>\d{1,2}))?(?:\s*/\s*(?P<of>\d{2}))?"
)
_RANK = re.compile(
    r"thứ hạng|vị thứ|xếp hạng|thứ bậc|vị trí (?:xếp|thứ|của)|tăng (?:hạng|bậc)|tăng từ \d+ (?:đến \d+ )?bậc"
)
_POINTS = re.compile(
    rf"(?P<at>từ\s*|trên\s*|tối thiểu\s*|ít nhất\s*|khoảng\s*)?(?<![\d/.,]){_NUMBER}\s*{_TO}(?:/\s*\d+\s*)?"
    r"điểm(?P<up>\s*trở lên)?(?!\s+(?:nóng|đen|bưu|cầu))"
)
_SCORE = re.compile(
    r"điểm số|tổng điểm|số điểm|(?:tăng|nâng|cải thiện|nâng cao)\s+(?:được\s+)?điểm\b(?!\s+(?:nóng|đen))"
    r"|điểm (?:của )?(?:các )?chỉ số|điểm trung bình"
)
_FIGURES = {"score", "delta_score", "rank", "delta_rank_up"}
_LOWER = re.compile(r"^[^.;,]{0,25}\b(?:thấp|giảm|yếu|mất)\b")


@dataclass(frozen=True, slots=True)
class Metric:
    """A rank, score or group said at start..end of a sentence; `means` are keys of a goal's `normalised`."""

    kind: str
    start: int
    end: int
    means: dict[str, Any]


def metrics(sentence: str) -> tuple[Metric, ...]:
    """Ranks, scores and groups of one sentence in order; words inside a group ("nhóm điểm cao") are no score."""
    text = sentence.lower()
    found: list[Metric] = []
    for finder in (_tops, _groups, _ranks, _scores):
        for metric in finder(sentence if finder is _groups else text):
            if not any(metric.start < other.end and other.start < metric.end for other in found):
                found.append(metric)
    measured = {metric.kind for metric in found if _FIGURES & metric.means.keys()}
    kept = (m for m in found if m.kind not in measured or m.kind == "group" or _FIGURES & m.means.keys())
    return tuple(sorted(kept, key=lambda metric: metric.start))


def _tops(text: str) -> Iterator[Metric]:
    for match in _TOP.finditer(text):
        top = int(match["top"] or match["top2"])
        yield Metric("rank", match.start(), match.end(), {"metric": "rank", "op": "<=", "rank": top})


def _groups(sentence: str) -> Iterator[Metric]:
    for match in _GROUP.finditer(sentence.lower()):
        means: dict[str, Any] = {"metric": "group"}
        if match["verb"]:
            means |= {"direction": "up"} | ({"delta_group_up": int(match["steps"])} if match["steps"] else {})
        else:
            means |= {"group": " ".join(sentence[match.start("group") : match.end("group")].split())}
        yield Metric("group", match.start(), match.end(), means)


def _ranks(text: str) -> Iterator[Metric]:
    for match in _STEPS.finditer(text):
        low = int(float(match[1].replace(",", ".")))
        more = {"delta_rank_up_max": int(match[2])} if match[2] else {}
        yield Metric("rank", match.start(), match.end(), {"metric": "rank", "op": ">=", "delta_rank_up": low} | more)
    for match in _PLACE.finditer(text):
        means: dict[str, Any] = {"metric": "rank", "op": "<=", "rank": int(match["b"] or match["a"])}
        means |= {"rank_from": int(match["a"])} if match["b"] else {}
        means |= {"of": int(match["of"])} if match["of"] else {}
        yield Metric("rank", match.start(), match.end(), means)
    for match in _RANK.finditer(text):
        yield Metric("rank", match.start(), match.end(), {"metric": "rank", "direction": "up"})


def _scores(text: str) -> Iterator[Metric]:
    for match in _POINTS.finditer(text):
        value = float(match[2].replace(",", "."))
        verb = re.search(r"(?:tăng|nâng)(?:\s+thêm)?\s*$", text[: match.start()])
        name = "delta_score" if verb else "score"
        means: dict[str, Any] = {
            "metric": "score",
            "op": ">=" if match["up"] or match["at"] or verb else "=",
            name: value,
        }
        if match[3]:
            means |= {f"{name}_max": float(match[3].replace(",", "."))}
        yield Metric("score", match.start(), match.end(), means)
    for match in _SCORE.finditer(text):
        if not _LOWER.match(text[match.end() :]):
            yield Metric("score", match.start(), match.end(), {"metric": "score", "op": ">"})
