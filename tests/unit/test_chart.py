"""Results as a picture."""

from services import chart
from services.chart import Bar, Chart, Panel

PNG = b"\x89PNG"


async def test_dollar_signs_are_no_mathematics() -> None:
    price = r"از $5\frac تا $10"
    drawn = Chart([Panel(price, price, [Bar(price, price, 0.5, 0.4, price)])], price, (price, price))
    assert (await chart.draw(drawn.dump())).startswith(PNG)
