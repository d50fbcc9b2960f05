"""Refusals of the readers: code -> one sentence that says what, where, and how to mend it."""

from pathlib import Path

from dondoc.toolkit.errors import BadInput

SENTENCES: dict[str, str] = {
    "damaged": "Tệp “{name}” bị hỏng hoặc tải về thiếu ({why}): tải lại, hoặc mở bằng Word rồi lưu lại.",
    "doc-conversion-failed": "Không chuyển được “{name}” sang .docx: mở bằng Word và lưu thành .docx rồi đọc lại.",
    "doc-needs-libreoffice": (
        "Đọc “{name}” cần LibreOffice: cài bằng “sudo apt install libreoffice-writer-nogui”, "
        "hoặc mở bằng Word và lưu thành .docx."
    ),
    "doc-tables-lost": (
        "Chuyển “{name}” làm mất bảng (tệp gốc có {before} ô, còn {after}): "
        "mở bằng Word và lưu thành .docx rồi đọc lại."
    ),
    "doc-timeout": "Chuyển “{name}” quá {seconds} giây: mở bằng Word và lưu thành .docx rồi đọc lại.",
    "document-empty": "Văn bản “{name}” không có chữ nào: kiểm tra lại tệp.",
    "file-empty": "Tệp “{name}” rỗng (0 byte): tải hoặc gửi lại tệp.",
    "file-is-directory": "“{name}” là thư mục: chọn một tệp .docx, .doc, .pdf hoặc .txt.",
    "file-missing": "Không có tệp “{name}”: kiểm tra lại đường dẫn.",
    "file-too-big": "Tệp “{name}” nặng {size} MB, quá mức {limit} MB: bỏ bớt hình ảnh rồi lưu lại.",
    "file-unreadable": "Không mở được “{name}” ({why}): kiểm tra quyền đọc tệp.",
    "macro-enabled": "“{name}” có macro, có thể gây hại: mở bằng Word và lưu thành .docx (không có macro).",
    "not-a-document": "“{name}” là {kind}, không phải văn bản đọc được: lưu thành .docx, .pdf có chữ hoặc .txt.",
    "password-protected": "“{name}” có mật khẩu: mở tệp, bỏ mật khẩu, lưu lại rồi đọc.",
    "scan-without-text": (
        "“{name}” là bản chụp không có chữ: nhận dạng trước bằng phần mềm OCR (cài thêm), "
        "ví dụ “ocrmypdf -l vie vào.pdf ra.pdf”."
    ),
    "too-many-cells": "Bảng trong “{name}” có hơn {limit} ô: chia nhỏ văn bản rồi đọc từng phần.",
    "too-many-pages": "“{name}” có hơn {limit} trang: chia nhỏ văn bản rồi đọc từng phần.",
    "unpacked-too-big": "Nội dung nén trong “{name}” bung ra quá {limit} MB: tệp có thể gây hại, không đọc.",
}


def refusal(code: str, path: Path, **arguments: object) -> BadInput:
    """The exception for a code; a code without a sentence is a fault of ours (KeyError)."""
    return BadInput(code, SENTENCES[code], name=path.name or str(path), **arguments)
