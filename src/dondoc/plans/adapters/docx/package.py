"""The parts of a Word file, read from its zip within bounds and parsed without entities or network."""

import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from dondoc.plans.adapters.limits import MEGABYTE, Limits
from dondoc.plans.adapters.refusals import refusal
from dondoc.toolkit.sayings import Saying

_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
# ISO 29500 "strict" names of the same vocabularies, so that one walker reads both.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _TRANSITIONAL + b"wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        _TRANSITIONAL + b"officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _TRANSITIONAL + b"officeDocument/2006/math"),
)
_MACROS = ("vbaproject.bin", "vbadata.xml")


class Package:
    """A Word file opened for reading. Parts are unpacked one by one, never more than the bounds allow."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path, self._limits = path, limits
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise refusal("damaged", path, why=Saying("tệp nén không đọc được")) from error
        self._names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in self._zip.namelist()}
        self._check()

    def close(self) -> None:
        self._zip.close()

    def _check(self) -> None:
        entries = self._zip.infolist()
        if sum(entry.file_size for entry in entries) > self._limits.unpacked_bytes or len(entries) > 20_000:
            raise refusal("unpacked-too-big", self.path, limit=self._limits.unpacked_bytes // MEGABYTE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise refusal("password-protected", self.path)
        if any(name.endswith(_MACROS) for name in self._names):
            raise refusal("macro-enabled", self.path)
        types = self.read("[Content_Types].xml") or b""
        if b"macroEnabled" in types:
            raise refusal("macro-enabled", self.path)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none. The size that the zip states is not believed."""
        stored = self._names.get(name.lstrip("/").casefold())
        if stored is None:
            return None
        bound = self._limits.part_bytes
        try:
            with self._zip.open(stored) as part:
                data = part.read(bound + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise refusal("damaged", self.path, why=Saying("phần {name} không đọc được", name=name)) from error
        if len(data) > bound:
            raise refusal("unpacked-too-big", self.path, limit=bound // MEGABYTE)
        return data

    def parse(self, name: str) -> Any | None:
        """The root element of a part, None where there is none."""
        data = self.read(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise refusal("damaged", self.path, why=Saying("tệp khai báo thực thể XML, văn bản Word không có"))
        if b"purl.oclc.org" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, huge_tree=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise refusal("damaged", self.path, why=Saying("phần {name} sai cấu trúc", name=name)) from error

    def main_part(self) -> str:
        """The name of the document part: by relationship, else where Word puts it."""
        root = self.parse("_rels/.rels")
        for relation in root if root is not None else ():
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def related(self, main: str, kind: str) -> Any | None:
        """The root of the part that the main part names for a kind ("styles", "numbering", "footnotes")."""
        folder = PurePosixPath(main).parent
        root = self.parse(str(folder / "_rels" / (PurePosixPath(main).name + ".rels")))
        for relation in root if root is not None else ():
            if str(relation.get("Type", "")).endswith("/" + kind) and relation.get("TargetMode") != "External":
                target = str(relation.get("Target", ""))
                return self.parse(target if target.startswith("/") else str(folder / target))
        return None
