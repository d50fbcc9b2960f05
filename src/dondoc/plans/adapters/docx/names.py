"""Names of WordprocessingML elements and attributes as lxml spells them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL = W + "val"
OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: object) -> bool:
    """Whether a switch element (`<w:b/>`, `<w:b w:val="0"/>`) is there and not turned off."""
    return element is not None and element.get(VAL, "1") not in OFF  # type: ignore[attr-defined]
