"""The copy of a photo that the public gets: small enough for a cheap phone, without place and device, parts covered."""

from collections.abc import Collection
from io import BytesIO
from pathlib import Path

LONGEST = 1600
GRID = 6  # cells across and down by which a person covers faces and number plates without drawing
_GREY = (96, 96, 96)


def public_copy(path: Path, covered: Collection[int] = ()) -> bytes:
    """A fresh JPEG drawn from the pixels alone: nothing that stood beside them in the file comes along. `covered` are
    cells of a grid of 6 by 6, numbered by rows from 0."""
    from PIL import Image, ImageDraw, ImageOps

    with Image.open(path) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((LONGEST, LONGEST))
    draw = ImageDraw.Draw(upright)
    width, height = upright.size
    for cell in covered:
        down, across = divmod(cell, GRID)
        left, top = across * width // GRID, down * height // GRID
        draw.rectangle((left, top, (across + 1) * width // GRID, (down + 1) * height // GRID), fill=_GREY)
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = BytesIO()
    bare.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
