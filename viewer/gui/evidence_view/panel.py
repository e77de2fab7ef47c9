"""One slice on the page: picture, heat, marked places, and the area a person draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.gui import theme
from viewer.gui.evidence_view.heat import heat_image, paint_legend
from viewer.gui.language import tr
from viewer.gui.panels.images import image_of
from viewer.model import Box

_LEAST_AREA = 8
_FIRST_AREA = 32
_STEP = 4
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A place to outline: dashed where a sign is, dotted where it has its like."""

    box: Box
    label: str
    is_twin: bool = False


class SlicePanel(QWidget):
    """``area_drawn`` (Box) when a person marked a place, ``stepped`` when the wheel was turned.

    ``index`` is the frame on show, which is the one before while another is being read.
    """

    area_drawn = Signal(object)
    stepped = Signal(int)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.message, self.number = caption, "", ""
        self.index: int | None = None
        self.marks: tuple[Marked, ...] = ()
        self.area: Box | None = None
        self.shows_heat = self.is_marking = False
        self._picture: QImage | None = None
        self._heat: QImage | None = None
        self._heat_size = (0, 0)
        self._from: QPointF | None = None
        self.setMinimumSize(120, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("{0}: image with places that were measured").format(caption))

    @property
    def has_picture(self) -> bool:
        """Whether there is a frame on show."""
        return self._picture is not None

    def show_frame(
        self,
        index: int,
        number: str,
        pixels: NDArray[np.uint8],
        heat: NDArray[np.float32],
        block: int,
    ) -> None:
        """Show a frame with its heat; ``block`` is the side of a heat cell in pixels."""
        if index != self.index:
            self.area = None
        self.index, self.number = index, number
        self._picture, self._heat = image_of(pixels), heat_image(heat)
        self._heat_size = (heat.shape[1] * block, heat.shape[0] * block)
        self.message = ""
        self.update()

    def clear(self, message: str = "") -> None:
        """Show no frame but a sentence."""
        self._picture = self._heat = self.area = None
        self.marks, self.message, self.number, self.index = (), message, "", None
        self.update()

    def set_marks(self, marks: tuple[Marked, ...]) -> None:
        """Outline places."""
        self.marks = marks
        self.update()

    def set_heat(self, shown: bool) -> None:
        """Lay the heat map over the picture."""
        self.shows_heat = shown
        self.update()

    def set_marking(self, marking: bool) -> None:
        """Let a person draw an area; one in the middle is there for the keyboard."""
        self.is_marking = marking
        self.setCursor(Qt.CursorShape.CrossCursor if marking else Qt.CursorShape.ArrowCursor)
        if marking and self.area is None and self._picture is not None:
            x, y = self._picture.width() // 2, self._picture.height() // 2
            half = min(_FIRST_AREA, x, y) // 2
            self.area = Box(x - half, y - half, 2 * half, 2 * half)
        self.update()

    # -- geometry

    def _place(self) -> QRectF:
        """Where the picture is on the widget, its shape kept."""
        assert self._picture is not None
        wide, high = self._picture.width(), self._picture.height()
        scale = min(self.width() / wide, self.height() / high)
        left, top = (self.width() - wide * scale) / 2, (self.height() - high * scale) / 2
        return QRectF(left, top, wide * scale, high * scale)

    def screen_rect(self, box: Box) -> QRectF:
        """A box of image pixels on the widget."""
        place = self._place()
        scale = place.width() / self._picture.width() if self._picture else 1.0
        return QRectF(
            place.left() + box.x * scale,
            place.top() + box.y * scale,
            box.width * scale,
            box.height * scale,
        )

    def _drawn(self, one: QPointF, other: QPointF) -> Box | None:
        if self._picture is None:
            return None
        place = self._place()
        scale = place.width() / self._picture.width()
        xs = sorted((each.x() - place.left()) / scale for each in (one, other))
        ys = sorted((each.y() - place.top()) / scale for each in (one, other))
        left, top = max(0, int(xs[0])), max(0, int(ys[0]))
        right = min(self._picture.width(), int(xs[1]))
        bottom = min(self._picture.height(), int(ys[1]))
        if right - left < _LEAST_AREA or bottom - top < _LEAST_AREA:
            return None
        return Box(left, top, right - left, bottom - top)

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, heat, marks, caption."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            self._paint_picture(painter, self._picture)
        elif self.message:
            painter.setPen(theme.colour("canvas-text"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), int(flags), self.message)
        _shadowed(painter, QPointF(8, 18), f"{self.caption}  {self.number}".strip())
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_picture(self, painter: QPainter, picture: QImage) -> None:
        place = self._place()
        painter.drawImage(place, picture)
        if self.shows_heat and self._heat is not None:
            scale = place.width() / picture.width()
            wide, high = (each * scale for each in self._heat_size)
            painter.drawImage(QRectF(place.left(), place.top(), wide, high), self._heat)
            paint_legend(painter, self.height())
        for mark in self.marks:
            self._paint_mark(painter, mark)
        if self.area is not None and self.is_marking:
            _outline(painter, self.screen_rect(self.area), theme.colour("focus", "dark"), True)

    def _paint_mark(self, painter: QPainter, mark: Marked) -> None:
        role = "replace" if mark.is_twin else "undecided"
        colour, area = theme.colour(role, "dark"), self.screen_rect(mark.box)
        style = Qt.PenStyle.DotLine if mark.is_twin else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 200), 4))
        painter.drawRect(area)
        painter.setPen(QPen(colour, 2, style))
        painter.drawRect(area)
        high = painter.fontMetrics().height()
        top = area.top() - 4 if area.top() > 2 * high + 12 else area.bottom() + high + 2
        _shadowed(painter, QPointF(area.left(), top), mark.label, colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw an area."""
        if self.is_marking and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch it."""
        if self._from is not None:
            self.area = self._drawn(self._from, event.position()) or self.area
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check it."""
        start, self._from = self._from, None
        if start is not None and (area := self._drawn(start, event.position())):
            self.area = area
            self.area_drawn.emit(area)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go through the frames."""
        delta = event.angleDelta().y()
        if delta:
            self.stepped.emit(-1 if delta > 0 else 1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the area, with Shift its size, Enter checks it; or they change the frame."""
        key = event.key()
        if self.is_marking and self.area is not None and key in _ARROWS:
            is_resize = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._nudge(self.area, *_ARROWS[Qt.Key(key)], is_resize)
        elif self.is_marking and self.area and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.area_drawn.emit(self.area)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            self.stepped.emit(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up):
            self.stepped.emit(-1)
        else:
            event.ignore()

    def _nudge(self, area: Box, right: int, down: int, is_resize: bool) -> None:
        if self._picture is None:
            return
        wide, high = self._picture.width(), self._picture.height()
        if is_resize:
            width = min(max(_LEAST_AREA, area.width + _STEP * right), wide - area.x)
            height = min(max(_LEAST_AREA, area.height + _STEP * down), high - area.y)
            self.area = Box(area.x, area.y, width, height)
        else:
            x = min(max(0, area.x + _STEP * right), wide - area.width)
            y = min(max(0, area.y + _STEP * down), high - area.height)
            self.area = Box(x, y, area.width, area.height)
        self.update()


def _outline(painter: QPainter, area: QRectF, colour: QColor, solid: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine))
    painter.drawRect(area)


def _shadowed(painter: QPainter, at: QPointF, text: str, colour: QColor | None = None) -> None:
    painter.setPen(QColor(0, 0, 0))
    painter.drawText(at + QPointF(1, 1), text)
    painter.setPen(colour or theme.colour("canvas-text"))
    painter.drawText(at, text)
