"""Where and when a picture was taken, for the office; and a copy without either, for the public."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dondoc.toolkit.errors import BadInput

PIXELS = 60_000_000
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_EXIF_IFD, _GPS_IFD, _TAKEN, _OFFSET = 0x8769, 0x8825, 36867, 36881


@dataclass(frozen=True, slots=True)
class Origin:
    """What the camera wrote; a camera says no zone as a rule, then it is that of Viet Nam."""

    taken_at: datetime | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None


def read_origin(path: Path) -> Origin:
    """Time and place from EXIF; what is missing or nonsense is left out. Refuses pictures too large to open safely."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            _check_size(picture.size)
            exif = picture.getexif()
            taken, gps = exif.get_ifd(_EXIF_IFD), exif.get_ifd(_GPS_IFD)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise BadInput("picture-broken", "Ảnh bị hỏng, không mở được. Chọn ảnh khác.") from None
    latitude, longitude = _degrees(gps, 2, 1, "S", 90), _degrees(gps, 4, 3, "W", 180)
    if latitude is None or longitude is None:
        latitude = longitude = None
    return Origin(_taken_at(taken), latitude, longitude)


def public_copy(path: Path) -> bytes:
    """The picture upright and without any of its data, in its own format (JPEG for what browsers do not show)."""
    from PIL import Image, ImageOps

    with Image.open(path) as picture:
        form = picture.format if picture.format in {"JPEG", "PNG", "WEBP", "GIF"} else "JPEG"
        upright = ImageOps.exif_transpose(picture)
        bare = upright.convert("RGB") if form == "JPEG" else upright.copy()
    bare.info = {}
    out = BytesIO()
    bare.save(out, form, **({"quality": 88} if form in {"JPEG", "WEBP"} else {}))
    return out.getvalue()


def _check_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> BadInput:
    return BadInput(
        "picture-too-large",
        "Ảnh có hơn {millions} triệu điểm ảnh. Giảm kích thước rồi gửi lại.",
        millions=PIXELS // 1_000_000,
    )


def _taken_at(exif: dict[int, Any]) -> datetime | None:
    try:
        naive = datetime.strptime(str(exif.get(_TAKEN, "")).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
        offset = str(exif.get(_OFFSET, "")).strip("\0 ")
        return datetime.fromisoformat(f"{naive.isoformat()}{offset}") if offset else naive.replace(tzinfo=_ZONE)
    except ValueError:
        return None


def _degrees(gps: dict[int, Any], tag: int, side_tag: int, negative: str, most: int) -> Decimal | None:
    try:
        degrees, minutes, seconds = (Decimal(str(float(part))) for part in gps[tag])
        value = round(degrees + minutes / 60 + seconds / 3600, 6)
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None
    side = gps.get(side_tag, "")
    side = side.decode("ascii", "ignore") if isinstance(side, bytes) else str(side)
    return (-value if side.startswith(negative) else value) if 0 <= value <= most else None
