"""Results as a picture: bars, Persian words, legible on a phone.

Drawn by matplotlib, which shapes Persian by itself, in a process of its own: it takes 70 MB for half a second.
"""

from __future__ import annotations

import io
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services import child

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

FONTS = Path(__file__).parent / "fonts"
WIDTH, DOTS = 8.0, 135  # inches, and dots in each: 1080 across, as a phone shows it
LEFT, RIGHT = 0.06, 0.94  # of the width
INK, SOFT, TRACK, BAR, AREA = "#1c2b2a", "#5e6f6d", "#e6efec", "#1f8a70", "#e9a23b"
AREA_INK = "#a86a10"  # dark enough for figures
PAPER = "#fbfaf6"
BESIDE_NOTES = 0.82  # of the width for bars where their figures stand at their ends
LINE = 62  # characters of a title in a line


@dataclass(frozen=True)
class Bar:
    """`share` of the whole, `beside` of the area that is set against it; None where there is none to show."""

    label: str
    note: str
    share: float
    beside: float | None = None
    beside_note: str = ""


@dataclass(frozen=True)
class Panel:
    title: str
    note: str
    bars: list[Bar]


@dataclass(frozen=True)
class Chart:
    """All words ready to be read. `legend` names the whole and the area, where there are two bars to each option."""

    panels: list[Panel]
    foot: str
    legend: tuple[str, str] | None = None
    rtl: bool = True

    def dump(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


async def draw(chart: str) -> bytes:
    """A PNG of what `Chart.dump` gave. Raises ChildFailed."""
    return await child.run(__name__, given=chart.encode())


# In the process of its own


@dataclass
class _Pen:
    """Where the next line goes, in inches from the top, and how it is written."""

    axes: Axes
    fonts: dict[str, FontProperties]
    height: float
    rtl: bool
    reach: float  # of the width that a bar of 100 % has
    down: float = 0.0

    def across(self, share: float) -> float:
        """From where lines begin: the right for those that read so."""
        length = share * self.reach
        return RIGHT - length if self.rtl else LEFT + length

    def y(self) -> float:
        return 1 - self.down / self.height

    def write(self, text: str, size: float, colour: str = INK, *, bold: bool = False, end: bool = False) -> None:
        at_right = self.rtl is not end
        self.axes.text(
            RIGHT if at_right else LEFT,
            self.y(),
            text,
            ha="right" if at_right else "left",
            va="center",
            fontsize=size,
            color=colour,
            font=self.fonts["bold" if bold else "regular"],
            parse_math=False,  # people write prices
        )


def _wrapped(text: str) -> list[str]:
    """A title may take several lines."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _height(chart: dict[str, Any]) -> float:
    height = 0.95 + (0.45 if chart["legend"] else 0)
    for panel in chart["panels"]:
        height += 0.42 * len(_wrapped(panel["title"])) + 0.72
        height += sum(0.82 + (0.44 if bar["beside"] is not None else 0) for bar in panel["bars"])
    return height


def _draw(chart: dict[str, Any]) -> bytes:
    from matplotlib.figure import Figure  # noqa: PLC0415  # loaded in the process of its own alone
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    height = _height(chart)
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    names = {"regular": "Vazirmatn-Regular.ttf", "bold": "Vazirmatn-Bold.ttf"}
    fonts = {name: FontProperties(fname=str(FONTS / file)) for name, file in names.items()}
    reach = (RIGHT - LEFT) * (BESIDE_NOTES if chart["legend"] else 1)
    pen = _Pen(axes, fonts, height, chart["rtl"], reach, down=0.45)
    for panel in chart["panels"]:
        _panel(pen, panel)
    if chart["legend"]:
        _legend(pen, *chart["legend"])
    pen.write(chart["foot"], 11, SOFT)
    data = io.BytesIO()
    figure.savefig(data, format="png", facecolor=PAPER)
    return data.getvalue()


def _panel(pen: _Pen, panel: dict[str, Any]) -> None:
    for line in _wrapped(panel["title"]):
        pen.write(line, 18, bold=True)
        pen.down += 0.42
    pen.write(panel["note"], 12, SOFT)
    pen.down += 0.5
    for bar in panel["bars"]:
        _bar(pen, bar)
    pen.down += 0.22


def _bar(pen: _Pen, bar: dict[str, Any]) -> None:
    """The figures above the bar; where there are two bars, at the end of each."""
    pen.write(bar["label"], 15)
    if bar["beside"] is None:
        pen.write(bar["note"], 14, BAR, bold=True, end=True)
    pen.down += 0.34
    _strip(pen, bar["share"], BAR)
    if bar["beside"] is not None:
        pen.write(bar["note"], 12, BAR, bold=True, end=True)
        pen.down += 0.3
        _strip(pen, bar["beside"], AREA)
        pen.write(bar["beside_note"], 12, AREA_INK, bold=True, end=True)
        pen.down += 0.14
    pen.down += 0.48


def _strip(pen: _Pen, share: float, colour: str) -> None:
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415

    thick = 0.2 / pen.height
    for length, shade in ((1.0, TRACK), (share, colour)):
        if length <= 0:
            continue
        begin, end = sorted((pen.across(0), pen.across(length)))
        patch = FancyBboxPatch(
            (begin, pen.y() - thick / 2), end - begin, thick, boxstyle="square,pad=0", linewidth=0, facecolor=shade
        )
        pen.axes.add_patch(patch)


def _legend(pen: _Pen, whole: str, area: str) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    for place, (name, colour) in enumerate(((whole, BAR), (area, AREA))):
        at = pen.across(0.6 * place)
        side = 0.018
        left = at - side if pen.rtl else at
        pen.axes.add_patch(Rectangle((left, pen.y() - 0.07 / pen.height), side, 0.14 / pen.height, facecolor=colour))
        pen.axes.text(
            at - 0.03 if pen.rtl else at + 0.03,
            pen.y(),
            name,
            ha="right" if pen.rtl else "left",
            va="center",
            fontsize=12,
            color=INK,
            font=pen.fonts["regular"],
            parse_math=False,
        )
    pen.down += 0.45


if __name__ == "__main__":
    sys.stdout.buffer.write(_draw(json.loads(sys.stdin.buffer.read())))
