"""QR codes: drawn for whoever comes to an event, read from the picture that is taken at the door.

Reading goes on in a process of its own, since it takes pictures from anywhere.
"""

from __future__ import annotations

import io
import json
import sys

from services import child

SCALE, BORDER = 12, 4  # pixels of a module; modules of white round the code, as ISO/IEC 18004 wants them
MOST_PIXELS = 50_000_000
LONG_SIDE = 1600  # pixels that do for any code which fills a fair part of its picture


def draw(text: str) -> bytes:
    """A PNG."""
    import segno  # noqa: PLC0415  # 4 MB that most days need not

    png = io.BytesIO()
    segno.make(text, error="m", micro=False).save(png, kind="png", scale=SCALE, border=BORDER)
    return png.getvalue()


async def read(picture: bytes) -> list[str]:
    """What the codes in a JPEG, PNG or WebP picture say. Raises ChildFailed for what is no picture."""
    said: list[str] = json.loads(await child.run(__name__, given=picture))
    return said


def _read(picture: bytes) -> list[str]:
    """Small first, which also takes the grain out of a photograph; whole where that finds nothing."""
    import zxingcpp  # noqa: PLC0415  # loaded in the process of its own alone
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "WEBP")) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError(f"{opened.width} x {opened.height} pixels are too many")
        whole = opened.convert("L")
    small = whole.copy()
    small.thumbnail((LONG_SIDE, LONG_SIDE))
    for image in [small, whole] if small.size != whole.size else [whole]:
        found = zxingcpp.read_barcodes(image, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        if found:
            return [code.text for code in found]
    return []


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())))
