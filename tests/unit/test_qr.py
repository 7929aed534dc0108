"""A code that is drawn can be read again, also from a poor photograph; what is no picture is refused."""

import io
import random

import pytest
from PIL import Image, ImageFilter

from services import qr
from services.child import ChildFailed

LINK = "https://t.me/hamsayeh_bot?start=q_p7Xy-0aB_9zK"


def photographed(png: bytes, *, angle: float, width: int) -> bytes:
    """Askew on a grey table, blurred, grainy, and squeezed as phones do."""
    code = Image.open(io.BytesIO(png)).convert("L").resize((width, width))
    table = Image.new("L", (1280, 960), 110)
    turned = code.rotate(angle, expand=True, fillcolor=110)
    table.paste(turned, (300, 120))
    dust = random.Random(7)
    grain = Image.frombytes("L", table.size, bytes(dust.randrange(256) for _ in range(1280 * 960)))
    taken = Image.blend(table, grain, 0.15).filter(ImageFilter.GaussianBlur(1.2))
    jpeg = io.BytesIO()
    taken.save(jpeg, "JPEG", quality=60)
    return jpeg.getvalue()


async def test_what_is_drawn_is_read_again() -> None:
    assert await qr.read(qr.draw(LINK)) == [LINK]


@pytest.mark.parametrize("angle", [8, 37])
async def test_a_photograph_is_read(angle: float) -> None:
    assert await qr.read(photographed(qr.draw(LINK), angle=angle, width=420)) == [LINK]


async def test_a_picture_without_a_code_says_nothing() -> None:
    blank = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(blank, "PNG")
    assert await qr.read(blank.getvalue()) == []


@pytest.mark.parametrize("data", [b"", b"no picture", qr.draw(LINK)[:200]])
async def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ChildFailed):
        await qr.read(data)


async def test_a_picture_of_too_many_pixels_is_refused_before_it_is_opened() -> None:
    large = io.BytesIO()
    Image.new("1", (9000, 6000)).save(large, "PNG")
    with pytest.raises(ChildFailed, match="too many"):
        await qr.read(large.getvalue())
