"""What the canvas shows: state without events, painted on any painter."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath

from viewer.dicom import Window
from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.slice_view import hit_testing, shading
from viewer.gui.slice_view.frame_cache import Entry
from viewer.gui.slice_view.marks import Look, Mark
from viewer.gui.slice_view.paint_areas import exact
from viewer.gui.slice_view.paint_edges import (
    Edges,
    paint_cross,
    paint_edges,
    paint_message,
    paint_title,
    paint_waiting,
)
from viewer.gui.slice_view.paint_marks import (
    paint_brush,
    paint_cleaned,
    paint_corners,
    paint_draft,
    paint_mark,
)
from viewer.gui.slice_view.panes import PLAIN, Pane, Panes
from viewer.gui.slice_view.picture import Failure, Picture
from viewer.gui.slice_view.strokes import Corners
from viewer.gui.slice_view.viewport import Point, Viewport
from viewer.model import Area, Box

_GRIP_REACH = 7.0
_SHARP_ZOOM = 8.0
_TITLE = 24
_NOTHING_GOES = tr("Nothing on this image is decided to go.")


class Scene:
    """Picture or message, its window, the marks on it and the part in sight.

    ``window`` None means each frame's own. ``is_current`` is False while the frame asked for is
    still being decoded: the former picture stays, without boxes that are not its own; ``is_slow``
    when that takes long enough to be said. ``corners``, ``pointer`` (image point) and ``brush``
    (radius in image columns, 0: none) are what is being drawn. ``cross`` is where linked planes
    meet the image. ``across`` is how many panes stand side by side.
    """

    def __init__(self) -> None:
        self.edges = Edges()
        self.viewport = Viewport(1, 1, 1, 1, fitted=True)
        self.picture: Picture | None = None
        self.message = ""
        self.is_current = False
        self.is_slow = False
        self.window: Window | None = None
        self.inverted = False
        self.marks: tuple[Mark, ...] = ()
        self.selected = self.hovered = ""
        self.draft: Area | None = None
        self.corners, self.pointer = Corners(), (0.0, 0.0)
        self.brush = 0.0
        self.cross: Point | None = None
        self.shows_overlay = True
        self.dragged = ""
        self.panes: Panes = PLAIN
        self.across = 1
        self._shaded: tuple[object, shading.Shaded, QImage] | None = None
        self._overlay: tuple[Picture, QImage] | None = None

    @property
    def window_in_use(self) -> Window | None:
        """The window the picture is painted with."""
        return self.window or (self.picture.window if self.picture else None)

    @property
    def matrix(self) -> tuple[int, int]:
        """Columns and rows of the picture."""
        return (self.viewport.columns, self.viewport.rows)

    def set_entry(self, entry: Entry) -> None:
        """Show a picture, or why there is none."""
        self.is_slow = False
        if isinstance(entry, Failure):
            self.set_message(entry.sentence)
            return
        self.picture, self.message, self.is_current = entry, "", True
        self.viewport = self.viewport.showing(entry.columns, entry.rows, entry.aspect)

    def set_message(self, text: str) -> None:
        """Show a sentence instead of a picture."""
        self.picture, self.message, self.is_current = None, text, False
        self.is_slow = False
        self._shaded = self._overlay = None

    def area_of(self, finding_id: str) -> Area | None:
        """The area of a finding on this frame."""
        return next((m.area for m in self.marks if m.finding_id == finding_id), None)

    def texts(self) -> list[Box]:
        """Where text was found on this frame."""
        return [each.box for each in self.marks if each.is_text]

    @property
    def reach(self) -> Point:
        """How far from an edge or corner still counts, in image columns and rows."""
        view = self.viewport
        return (_GRIP_REACH / view.zoom, _GRIP_REACH / (view.zoom * view.aspect))

    def hit(self, at: Point) -> hit_testing.Hit | None:
        """The mark and grip under a screen point."""
        if not self.is_current:
            return None
        boxes = [(mark.finding_id, mark.box) for mark in self.marks]
        return hit_testing.find(boxes, self.viewport.to_image(at), self.reach, self.selected)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is drawn on the image that another one would not have."""
        drawn = self.marks or self.cross or self.draft or self.corners.points or self.brush
        return not drawn and self.panes == PLAIN

    def corner(self, number: int) -> tuple[int, int]:
        """Where a pane begins, in screen pixels."""
        row, column = divmod(number, self.across)
        height = self.viewport.height + self.title_height
        return column * self.viewport.width, row * height + self.title_height

    @property
    def title_height(self) -> int:
        """Room above each pane that says which it is: burned-in text stands in corners."""
        return _TITLE if len(self.panes) > 1 else 0

    def paint(self, painter: QPainter, font: QFont, ratio: float) -> None:
        """Each pane, for a screen with a device pixel ratio."""
        area = QRectF(0, 0, self.viewport.width, self.viewport.height)
        for number, pane in enumerate(self.panes):
            painter.save()
            painter.translate(*self.corner(number))
            if self.title_height:
                paint_title(painter, self.viewport, str(pane), self.title_height)
            painter.setClipRect(area)
            self._paint_pane(painter, font, ratio, pane)
            painter.restore()

    def _paint_pane(self, painter: QPainter, font: QFont, ratio: float, pane: Pane) -> None:
        """Image, boxes and captions."""
        if self.picture:
            painter.save()
            if pane is Pane.REMOVED:
                painter.setClipPath(self._removed(), Qt.ClipOperation.IntersectClip)
            self._paint_image(painter, self.picture, ratio)
            if self.shows_overlay and pane in (Pane.MARKED, Pane.ORIGINAL):
                self._paint_overlay(painter, self.picture)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        if self.picture and self.is_current:
            self._paint_marks(painter, pane)
            if self.cross:
                paint_cross(painter, self.viewport, self.cross)
        painter.setFont(font)
        if self.picture:
            paint_edges(painter, self.viewport, self.edges)
            if pane is Pane.REMOVED and not any(m.look is Look.BLANK for m in self.marks):
                paint_message(painter, self.viewport, _NOTHING_GOES)
        elif self.message:
            paint_message(painter, self.viewport, self.message)
        if self.is_slow:
            paint_waiting(painter, self.viewport)

    def _paint_image(self, painter: QPainter, picture: Picture, ratio: float) -> None:
        shaded, image = self._resolve(picture, ratio)
        is_smooth = self.viewport.zoom * ratio < _SHARP_ZOOM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        self._draw(painter, image, shaded.area)

    def _paint_overlay(self, painter: QPainter, picture: Picture) -> None:
        """Overlay planes in one colour; an export takes them out."""
        if picture.overlay is None:
            return
        if self._overlay is None or self._overlay[0] is not picture:
            drawn = QImage(picture.columns, picture.rows, QImage.Format.Format_ARGB32_Premultiplied)
            drawn.fill(0)
            colour = theme.colour("canvas-overlay").rgba()
            cells = np.frombuffer(drawn.bits(), np.uint32)
            cells.reshape(picture.rows, picture.columns)[picture.overlay] = colour
            self._overlay = (picture, drawn)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._draw(painter, self._overlay[1], (0, 0, picture.columns, picture.rows))

    def _draw(
        self, painter: QPainter, image: QImage, area: tuple[float, float, float, float]
    ) -> None:
        """An image on an area of the matrix."""
        view, (left, top, width, height) = self.viewport, area
        painter.save()
        painter.translate(view.width / 2, view.height / 2)
        painter.rotate(90 * view.turns)
        painter.scale(-view.zoom if view.mirrored else view.zoom, view.zoom * view.aspect)
        place = QRectF(left - view.centre[0], top - view.centre[1], width, height)
        painter.drawImage(place, image)
        painter.restore()

    def _resolve(self, picture: Picture, ratio: float) -> tuple[shading.Shaded, QImage]:
        part = shading.request(picture, self.viewport, ratio)
        key = (id(picture), part, self.window, self.inverted)
        if self._shaded is None or self._shaded[0] != key:
            shaded = shading.shade(picture, part, self.window, inverted=self.inverted)
            self._shaded = (key, shaded, _image(shaded))
        return self._shaded[1], self._shaded[2]

    def _removed(self) -> QPainterPath:
        """Every pixel that will be blanked, in screen pixels; nothing of an image to come."""
        path = QPainterPath()
        for mark in self.marks if self.is_current else ():
            if mark.look is Look.BLANK:
                path = path.united(exact(self.viewport, mark.area))
        return path

    def _paint_marks(self, painter: QPainter, pane: Pane) -> None:
        if pane in (Pane.ORIGINAL, Pane.REMOVED):
            return
        is_cleaned = pane is Pane.CLEANED
        hidden = self.dragged if self.draft else None
        told = (self.hovered, self.selected)
        for mark in sorted(self.marks, key=lambda each: each.finding_id in told):
            if mark.finding_id == hidden:
                continue
            if is_cleaned and mark.look is Look.BLANK:
                paint_cleaned(painter, self.viewport, mark)
            else:
                is_selected = mark.finding_id == self.selected
                is_named = mark.finding_id in told
                others = [each.box for each in self.marks if each is not mark]
                paint_mark(
                    painter,
                    self.viewport,
                    mark,
                    selected=is_selected,
                    named=is_named,
                    others=others if is_named else (),
                )
        if self.draft:
            paint_draft(painter, self.viewport, self.draft, cleaned=is_cleaned)
        if self.corners.points:
            paint_corners(painter, self.viewport, (*self.corners.points, self.pointer))
        if self.brush:
            paint_brush(painter, self.viewport, self.pointer, self.brush)


def _image(shaded: shading.Shaded) -> QImage:
    """Borrows the pixels: keep ``shaded`` as long as the image."""
    rows, columns = shaded.pixels.shape[:2]
    is_colour = shaded.pixels.ndim == 3
    form = QImage.Format.Format_RGB888 if is_colour else QImage.Format.Format_Grayscale8
    return QImage(shaded.pixels.data, columns, rows, columns * (3 if is_colour else 1), form)
