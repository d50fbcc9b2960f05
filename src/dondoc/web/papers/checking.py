"""A template that an office brings is taken only when a document written on it loses nothing."""

from io import BytesIO
from typing import Any

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.web.papers import looks
from dondoc.web.papers.fields import KNOWN, MEANINGS, needed
from dondoc.web.papers.filling import fields_in
from dondoc.web.papers.paper import NAMES, Kind


def check_template(content: bytes, kind: Kind) -> None:
    """Refuses what is no .docx, and one in which something that the writer needs is missing, unknown or twice."""
    document = open_template(content)
    names = [name for name, _ in fields_in(document)]
    says = {one.name: one.says for one in MEANINGS}
    for name in sorted(needed(kind) - set(names)):
        field = "{{" + name + "}}"
        raise BadInput(
            "template-field",
            "Mẫu “{kind}” thiếu trường {field} ({meaning}): thêm vào rồi tải lên lại.",
            kind=Saying(NAMES[kind]),
            field=field,
            meaning=Saying(says[name]),
        )
    for name in names:
        field = "{{" + name + "}}"
        if name not in KNOWN:
            raise BadInput(
                "template-unknown", "Mẫu có trường {field} mà phần mềm không biết: sửa lại tên hoặc bỏ đi.", field=field
            )
        if names.count(name) > 1:
            raise BadInput("template-twice", "Trường {field} có hai lần trong mẫu: chỉ giữ một.", field=field)
    held = {style.name for style in document.styles}
    for look in looks.LOOKS:
        if look.name not in held:
            raise BadInput(
                "template-style",
                "Mẫu thiếu kiểu chữ “{name}”: tải mẫu gốc về và sửa trên mẫu đó, không xóa kiểu chữ.",
                name=look.name,
            )


def open_template(content: bytes) -> Any:
    """The .docx as python-docx has it. Refuses what is none."""
    from docx import Document

    try:
        return Document(BytesIO(content))
    except Exception as fault:  # what a broken archive raises depends on where it is broken
        raise BadInput(
            "template-broken", "Tệp không phải văn bản Word (.docx) mở được: lưu lại dưới dạng .docx."
        ) from fault
