"""Where image pixels lie on the screen: zoom, pan and pixel aspect ratio."""

from __future__ import annotations

from dataclasses import dataclass, replace

MIN_ZOOM, MAX_ZOOM = 0.02, 64.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Viewport:
    """A view of ``columns`` x ``rows`` pixels in a widget of ``width`` x ``height`` logical pixels.

    ``zoom`` is screen pixels per image column; a row is ``aspect`` times as tall as a column is
    wide. ``centre`` is the image point (continuous, pixel n spans n to n+1) in mid-screen.
    """

    columns: int
    rows: int
    width: int
    height: int
    aspect: float = 1.0
    zoom: float = 1.0
    centre: Point = (0.0, 0.0)
    fitted: bool = False

    def fit(self) -> Viewport:
        """The whole image, as large as it goes."""
        zoom = min(
            self.width / max(1, self.columns),
            self.height / max(1e-6, self.rows * self.aspect),
        )
        return replace(self, zoom=_limited(zoom), centre=self._middle(), fitted=True)

    def actual_size(self, ratio: float = 1.0) -> Viewport:
        """One image column per device pixel, about the same centre."""
        return replace(self, zoom=_limited(1 / ratio), fitted=False)

    def resized(self, width: int, height: int) -> Viewport:
        """In a widget of another size: still fitted, or about the same centre."""
        changed = replace(self, width=max(1, width), height=max(1, height))
        return changed.fit() if self.fitted else changed

    def showing(self, columns: int, rows: int, aspect: float) -> Viewport:
        """On another image: the same place when it has the same matrix, else fitted."""
        if (columns, rows, aspect) == (self.columns, self.rows, self.aspect):
            return self
        return replace(self, columns=columns, rows=rows, aspect=aspect).fit()

    def zoomed(self, factor: float, at: Point) -> Viewport:
        """Zoomed by a factor; the image point under the screen point ``at`` stays there."""
        zoom = _limited(self.zoom * factor)
        x, y = self.to_image(at)
        centre = (
            x - (at[0] - self.width / 2) / zoom,
            y - (at[1] - self.height / 2) / (zoom * self.aspect),
        )
        return replace(self, zoom=zoom, centre=centre, fitted=False)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Moved by screen pixels; the middle of the screen stays on the image."""
        x = self.centre[0] - dx / self.zoom
        y = self.centre[1] - dy / (self.zoom * self.aspect)
        inside = (min(max(x, 0.0), float(self.columns)), min(max(y, 0.0), float(self.rows)))
        return replace(self, centre=inside, fitted=False)

    def to_image(self, at: Point) -> Point:
        """The image point under a screen point."""
        return (
            self.centre[0] + (at[0] - self.width / 2) / self.zoom,
            self.centre[1] + (at[1] - self.height / 2) / (self.zoom * self.aspect),
        )

    def to_screen(self, at: Point) -> Point:
        """The screen point of an image point."""
        return (
            (at[0] - self.centre[0]) * self.zoom + self.width / 2,
            (at[1] - self.centre[1]) * self.zoom * self.aspect + self.height / 2,
        )

    def visible(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of the pixels in sight, clipped to the image."""
        left, top = self.to_image((0, 0))
        right, bottom = self.to_image((self.width, self.height))
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
