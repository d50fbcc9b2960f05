"""On which grounds a citizen may be refused, in our words (Luật Tiếp công dân 42/2013/QH13, Điều 9). A refusal is told
in writing within three working days on form 01/TCD (NĐ 154/2026/NĐ-CP)."""

from enum import StrEnum


class Ground(StrEnum):
    DRUNK = "drunk"
    THREATENS = "threatens"
    SETTLED = "settled"
    OTHER = "other"


GROUNDS = {
    Ground.DRUNK: "Người đến không tự chủ được hành vi do dùng chất kích thích",
    Ground.THREATENS: "Người đến đe dọa, xúc phạm người tiếp hoặc gây rối trật tự nơi tiếp",
    Ground.SETTLED: "Việc đã được giải quyết đúng pháp luật, đã thông báo bằng văn bản mà vẫn kéo dài",
    Ground.OTHER: "Trường hợp khác theo quy định của pháp luật",
}
