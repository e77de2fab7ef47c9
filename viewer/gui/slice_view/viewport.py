"""Where image pixels lie on the screen: zoom, pan, quarter turns, mirror, pixel aspect ratio."""

from __future__ import annotations

from dataclasses import dataclass, replace

MIN_ZOOM, MAX_ZOOM = 0.02, 64.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Viewport:
    """A view of ``columns`` x ``rows`` pixels in a widget of ``width`` x ``height`` logical pixels.

    ``zoom`` is screen pixels per image column; a row is ``aspect`` times as tall as a column is
    wide. ``centre`` is the image point (continuous, pixel n spans n to n+1) in mid-screen.
    ``mirrored`` swaps left and right first, then ``turns`` quarter turns go clockwise; both are on
    the screen only.
    """

    columns: int
    rows: int
    width: int
    height: int
    aspect: float = 1.0
    zoom: float = 1.0
    centre: Point = (0.0, 0.0)
    fitted: bool = False
    turns: int = 0
    mirrored: bool = False

    def fit(self) -> Viewport:
        """The whole image, as large as it goes."""
        across, down = max(1.0, float(self.columns)), max(1e-6, self.rows * self.aspect)
        if self.turns % 2:
            across, down = down, across
        zoom = min(self.width / across, self.height / down)
        return replace(self, zoom=_limited(zoom), centre=self._middle(), fitted=True)

    def actual_size(self, ratio: float = 1.0) -> Viewport:
        """One image column per device pixel, about the same centre."""
        return replace(self, zoom=_limited(1 / ratio), fitted=False)

    def turned(self, quarters: int) -> Viewport:
        """Turned clockwise by quarters about the centre."""
        changed = replace(self, turns=(self.turns + quarters) % 4)
        return changed.fit() if self.fitted else changed

    def flipped(self) -> Viewport:
        """Left and right of the screen swapped, whichever way the image is turned."""
        return replace(self, mirrored=not self.mirrored, turns=-self.turns % 4)

    def upright(self) -> Viewport:
        """As the rows and columns are stored."""
        return replace(self, turns=0, mirrored=False)

    def resized(self, width: int, height: int) -> Viewport:
        """In a widget of another size: still fitted, or about the same centre."""
        changed = replace(self, width=max(1, width), height=max(1, height))
        return changed.fit() if self.fitted else changed

    def showing(self, columns: int, rows: int, aspect: float) -> Viewport:
        """On another image: the same place when it has the same matrix, else fitted."""
        if (columns, rows, aspect) == (self.columns, self.rows, self.aspect):
            return self
        return replace(self, columns=columns, rows=rows, aspect=aspect).fit()

    def direction(self, dx: int, dy: int) -> tuple[int, int]:
        """The step in image columns and rows that goes this way on the screen."""
        for _ in range(self.turns):
            dx, dy = dy, -dx
        return (-dx if self.mirrored else dx, dy)

    def zoomed(self, factor: float, at: Point) -> Viewport:
        """Zoomed by a factor; the image point under the screen point ``at`` stays there."""
        (x, y), zoomed = self.to_image(at), replace(self, zoom=_limited(self.zoom * factor))
        off_x, off_y = zoomed.to_image(at)
        centre = (self.centre[0] + x - off_x, self.centre[1] + y - off_y)
        return replace(zoomed, centre=centre, fitted=False)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Moved by screen pixels; the middle of the screen stays on the image."""
        x, y = self.to_image((self.width / 2 - dx, self.height / 2 - dy))
        inside = (min(max(x, 0.0), float(self.columns)), min(max(y, 0.0), float(self.rows)))
        return replace(self, centre=inside, fitted=False)

    def to_image(self, at: Point) -> Point:
        """The image point under a screen point."""
        across, down = (at[0] - self.width / 2) / self.zoom, (at[1] - self.height / 2) / self.zoom
        for _ in range(self.turns):
            across, down = down, -across
        across = -across if self.mirrored else across
        return (self.centre[0] + across, self.centre[1] + down / self.aspect)

    def to_screen(self, at: Point) -> Point:
        """The screen point of an image point."""
        across, down = at[0] - self.centre[0], (at[1] - self.centre[1]) * self.aspect
        across = -across if self.mirrored else across
        for _ in range(self.turns):
            across, down = -down, across
        return (across * self.zoom + self.width / 2, down * self.zoom + self.height / 2)

    def visible(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of the pixels in sight, clipped to the image."""
        (x0, y0), (x1, y1) = self.to_image((0, 0)), self.to_image((self.width, self.height))
        left, top, right, bottom = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        return (
            max(0, int(left)),
            max(0, int(top)),
            max(0, min(self.columns, int(right) + 1)),
            max(0, min(self.rows, int(bottom) + 1)),
        )

    def _middle(self) -> Point:
        return (self.columns / 2, self.rows / 2)


def _limited(zoom: float) -> float:
    return min(max(zoom, MIN_ZOOM), MAX_ZOOM)
