"""Pictures of the demo, drawn here: a notice board with papers on it as a phone would take it, a scanned letter."""

from datetime import datetime
from io import BytesIO

_PAPER, _BOARD, _INK = (250, 248, 240), (47, 96, 74), (60, 60, 60)


def notice_board(title: str, *, taken_at: datetime, seed: int = 0) -> bytes:
    """A JPEG of a board: frame, papers with lines, one of them with a table; the camera's time within."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (960, 640), (196 - seed % 30, 186, 170))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 50, 900, 560), fill=(120, 84, 52))
    draw.rectangle((80, 70, 880, 540), fill=_BOARD)
    for number in range(3):
        _paper(draw, 110 + number * 260, 110 + (seed * 7 + number * 13) % 30, is_table=number == seed % 3)
    draw.rectangle((300, 575, 660, 615), fill=_PAPER)
    for number, width in enumerate((len(title) * 5 % 200 + 120, 90)):
        draw.line((315, 588 + number * 14, 315 + width, 588 + number * 14), fill=_INK, width=3)
    exif = Image.Exif()
    exif.get_ifd(0x8769)[36867] = taken_at.strftime("%Y:%m:%d %H:%M:%S")
    out = BytesIO()
    picture.save(out, "JPEG", quality=72, exif=exif)
    return out.getvalue()


def signed_letter() -> bytes:
    """A PDF of one page as a scanner makes it: heading, lines, a table, a red stamp beside the signature."""
    from PIL import Image, ImageDraw

    page = Image.new("RGB", (827, 1169), _PAPER)
    draw = ImageDraw.Draw(page)
    for left, width, top in ((120, 240, 110), (150, 180, 140), (470, 260, 110), (510, 180, 140), (220, 400, 240)):
        draw.line((left, top, left + width, top), fill=_INK, width=5)
    for line in range(9):
        draw.line((120, 300 + line * 32, 700 - line * 61 % 90, 300 + line * 32), fill=(140, 140, 140), width=3)
    for row in range(6):
        draw.rectangle((120, 610 + row * 40, 710, 650 + row * 40), outline=_INK)
    draw.line((470, 900, 690, 900), fill=_INK, width=5)
    draw.ellipse((430, 920, 570, 1060), outline=(196, 40, 40), width=6)
    draw.line(((500, 1000), (560, 960), (590, 1020), (680, 970)), fill=(30, 50, 140), width=4)
    out = BytesIO()
    page.save(out, "PDF")
    return out.getvalue()


def _paper(draw: object, left: int, top: int, *, is_table: bool) -> None:
    from PIL.ImageDraw import ImageDraw

    assert isinstance(draw, ImageDraw)
    draw.rectangle((left, top, left + 220, top + 300), fill=_PAPER, outline=(180, 180, 170))
    draw.line((left + 60, top + 24, left + 160, top + 24), fill=_INK, width=4)
    for line in range(11):
        y = top + 55 + line * 21
        if is_table:
            draw.rectangle((left + 16, y - 8, left + 204, y + 13), outline=_INK)
        draw.line((left + 24, y + 2, left + 120 + (line * 37) % 76, y + 2), fill=(150, 150, 150), width=2)
