"""Text typed with fonts from before Unicode (TCVN3 ".VnTime", VNI "VNI-Times") made readable."""

import re
from dataclasses import dataclass, field

from dondoc.plans.rules.findings import Finding, finding

_OLD_FONT = re.compile(r"^(\.?vn(?!\w*unicode)|vni|svn-?vni)", re.IGNORECASE)
# Letters that good Vietnamese never holds and the old encodings are full of.
_SUSPECT = re.compile(r"[\u0080-\u00bf\u00d7\u00df\u00e6\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fe\u00ff]")


@dataclass(slots=True)
class Moderniser:
    """Converts runs and remembers which old fonts it met."""

    fonts: set[str] = field(default_factory=set)

    def convert(self, text: str, font: str | None) -> str:
        """The text in Unicode; unchanged where neither font nor letters speak of an old encoding."""
        old_font = bool(font and _OLD_FONT.match(font))
        if not text or not (old_font or len(_SUSPECT.findall(text)) >= 3):
            return text
        from dondoc.toolkit import legacy  # tables that few documents need

        encoding = legacy.detect(text, font or "")
        if encoding is None:
            return text
        self.fonts.add(font if old_font and font else encoding.upper())
        return legacy.convert(text, encoding)

    def findings(self) -> tuple[Finding, ...]:
        return (finding("legacy-font", fonts=", ".join(sorted(self.fonts))),) if self.fonts else ()
