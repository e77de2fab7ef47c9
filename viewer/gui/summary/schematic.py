"""Two empty frames per series that show where marks lie, before and after; no pixel of it."""

from __future__ import annotations

from viewer.gui.language import tr
from viewer.gui.summary.facts import Mark, SeriesFacts

_WIDTH = 150
_MOST_HEIGHT = 150
_LINE = "#5b6672"
_LEGEND = tr("Filled: blanked. Outlined: {0}.")
_LOOKS = {
    "blanked": ("#1c2127", "#1c2127", ""),
    "kept": ("none", "#1d6b3a", ""),
    "undecided": ("none", "#a35200", ' stroke-dasharray="3 2"'),
}


def schematic(series: SeriesFacts) -> str:
    """An SVG with the frame twice; empty where nothing is marked in pixels."""
    if not series.marks or not series.columns or not series.rows:
        return ""
    scale = min(_WIDTH / series.columns, _MOST_HEIGHT / series.rows)
    width, height = round(series.columns * scale), round(series.rows * scale)
    before = "".join(_rect(each, scale, 0, "undecided") for each in series.marks)
    after = "".join(_rect(each, scale, width + 24, each.state) for each in series.marks)
    frames = "".join(
        f'<rect x="{x + 0.5}" y="0.5" width="{width}" height="{height}" fill="#ffffff" '
        f'stroke="{_LINE}"/><text x="{x}" y="{height + 15}" font-size="11" fill="{_LINE}" '
        f'font-family="sans-serif">{words}</text>'
        for x, words in ((0, tr("before")), (width + 24, tr("after")))
    )
    told = tr("{0} marked places before and after").format(len(series.marks))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * width + 26}" height="{height + 20}" '
        f'role="img" aria-label="{told}">{frames}{before}{after}</svg>'
        f'<p class="muted">{_LEGEND.format(_outlined(series))}</p>'
    )


def _outlined(series: SeriesFacts) -> str:
    states = {each.state for each in series.marks} - {"blanked"}
    kept = [tr("kept with a reason")] if "kept" in states else []
    return "; ".join([tr("found or undecided (dashed)"), *kept])


def _rect(mark: Mark, scale: float, left: int, state: str) -> str:
    fill, line, dash = _LOOKS[state]
    box = mark.box
    return (
        f'<rect x="{left + box.x * scale + 0.5:.1f}" y="{box.y * scale + 0.5:.1f}" '
        f'width="{max(2.0, box.width * scale):.1f}" height="{max(2.0, box.height * scale):.1f}" '
        f'fill="{fill}" stroke="{line}"{dash}/>'
    )
