"""One slice through the head: moves the cross-hair, holds handles, takes the brush."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.gui import theme
from viewer.gui.face_view import paint_stage
from viewer.gui.face_view.scene import ADD, HANDLES, Scene
from viewer.gui.item_models.words import PLANES
from viewer.gui.language import tr
from viewer.gui.wheel import Wheel
from viewer.model.study import Vector
from viewer.surface.sculpting import PlanePicture

_EDGES = {  # left, right, top
    "axial": ("R", "L", "A"),
    "coronal": ("R", "L", "S"),
    "sagittal": ("A", "P", "S"),
}
_REACH = 12.0
_SLAB_MM = 8.0


class PlaneView(QWidget):
    """Shows one plane; ``moved`` carries the point to go to, ``dabbed`` (LPS mm, starts)."""

    moved = Signal(object)
    dabbed = Signal(object, bool)
    stroke_ended = Signal()
    handle_dragged = Signal()
    handle_moved = Signal(str, object)

    def __init__(self, name: str, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.scene = name, scene
        self._picture: PlanePicture | None = None
        self._image: QImage | None = None
        self._doing = ""
        self._mouse: QPointF | None = None
        self._wheel = Wheel()
        self.setMinimumSize(120, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("{0} slice").format(PLANES[name]))

    def sizeHint(self) -> QSize:
        """About a third of a narrow view."""
        return QSize(180, 180)

    def set_picture(self, picture: PlanePicture | None) -> None:
        """Show a plane, or nothing."""
        self._picture, self._image = picture, None
        if picture is not None:
            form, line = QImage.Format.Format_RGB32, picture.width * 4
            image = QImage(picture.pixels, picture.width, picture.height, line, form)
            self._image = image.copy()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slice, cross-hair, handles near it, and where it is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        if self._image is not None and self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._area(), self._image)
            self._paint_cross(painter)
            self._paint_handles(painter)
            self._paint_words(painter, self._picture)
            if self.scene.is_painting and self._mouse is not None:
                size = self.scene.radius_mm * self._scale()
                paint_stage.brush(painter, self._mouse, size, adds=self.scene.tool == ADD)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left: the tool; other buttons move the cross-hair."""
        if self._picture is None:
            return
        at, is_left = event.position(), event.button() == Qt.MouseButton.LeftButton
        self._doing = "cross"
        if is_left and self.scene.can_edit and self.scene.is_painting:
            self._doing = "paint"
            self.dabbed.emit(self.place(at), True)
        elif is_left and self._takes_handle(at):
            self._doing = "handle"
            self.handle_dragged.emit()
        if self._doing == "cross":
            self.moved.emit(self.place(at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what was begun."""
        at = self._mouse = event.position()
        if self._doing == "cross":
            self.moved.emit(self.place(at))
        elif self._doing == "paint":
            self.dabbed.emit(self.place(at), False)
        elif self._doing == "handle":
            self.scene.drafts[self.scene.held] = self._within(self.scene.held, at)
            self.handle_dragged.emit()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        doing, self._doing = self._doing, ""
        if doing == "paint":
            self.stroke_ended.emit()
        elif doing == "handle" and self.scene.held in self.scene.drafts:
            self.handle_moved.emit(self.scene.held, self.scene.drafts[self.scene.held])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Through the head, a millimetre at a time."""
        steps = self._wheel.notches(event.angleDelta().y())
        if self._picture is not None and steps:
            place = list(self.scene.at)
            place[self._axis()] += steps * 1.0
            self.moved.emit(tuple(place))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """No brush under the mouse any more."""
        self._mouse = None
        self.update()

    def place(self, at: QPointF) -> Vector:
        """LPS mm under a point of the widget."""
        assert self._picture is not None
        area, seen = self._area(), self._picture
        column = (at.x() - area.left()) / area.width() * seen.width - 0.5
        row = (at.y() - area.top()) / area.height() * seen.height - 0.5
        x, y, z = (
            c + column * r + row * d
            for c, r, d in zip(seen.corner, seen.right, seen.down, strict=True)
        )
        return x, y, z

    def spot(self, place: Vector) -> QPointF:
        """Where LPS mm are on the widget, seen along the plane's normal."""
        assert self._picture is not None
        area, seen = self._area(), self._picture
        away = [a - b for a, b in zip(place, seen.corner, strict=True)]
        column = _along(away, seen.right)
        row = _along(away, seen.down)
        return QPointF(
            area.left() + (column + 0.5) / seen.width * area.width(),
            area.top() + (row + 0.5) / seen.height * area.height(),
        )

    # -- parts

    def _area(self) -> QRectF:
        assert self._picture is not None
        scale = min(self.width() / self._picture.width, self.height() / self._picture.height)
        width, height = self._picture.width * scale, self._picture.height * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _scale(self) -> float:
        """Screen pixels per mm."""
        assert self._picture is not None
        step = max(abs(each) for each in self._picture.right)
        return self._area().width() / (self._picture.width * step)

    def _axis(self) -> int:
        return {"sagittal": 0, "coronal": 1, "axial": 2}[self.name]

    def _within(self, name: str, at: QPointF) -> Vector:
        """A handle dragged in this plane keeps its distance from it."""
        place = list(self.place(at))
        place[self._axis()] = self.scene.place_of(name)[self._axis()]
        x, y, z = place
        return x, y, z

    def _near(self) -> list[str]:
        axis, here = self._axis(), self.scene.at
        return [
            name
            for name in self.scene.landmarks
            if abs(self.scene.place_of(name)[axis] - here[axis]) <= _SLAB_MM
        ]

    def _takes_handle(self, at: QPointF) -> bool:
        if not self.scene.can_edit or self.scene.tool != HANDLES:
            return False
        self.scene.held = self._handle_at(at) or self.scene.held
        return bool(self._handle_at(at))

    def _handle_at(self, at: QPointF) -> str:
        places = [
            ((self.spot(self.scene.place_of(name)) - at).manhattanLength(), name)
            for name in self._near()
        ]
        distance, name = min(places, default=(_REACH + 1, ""))
        return name if distance <= _REACH else ""

    def _paint_cross(self, painter: QPainter) -> None:
        at, area = self.spot(self.scene.at), self._area()
        colour = theme.colour("focus", "dark")
        colour.setAlpha(150)
        painter.setPen(QPen(colour, 1))
        gap = 6
        painter.drawLine(QPointF(area.left(), at.y()), QPointF(at.x() - gap, at.y()))
        painter.drawLine(QPointF(at.x() + gap, at.y()), QPointF(area.right(), at.y()))
        painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), at.y() - gap))
        painter.drawLine(QPointF(at.x(), at.y() + gap), QPointF(at.x(), area.bottom()))

    def _paint_handles(self, painter: QPainter) -> None:
        if self.scene.shows_marks:
            for name in self._near():
                paint_stage.mark(painter, self.spot(self.scene.place_of(name)), name, self.scene)

    def _paint_words(self, painter: QPainter, seen: PlanePicture) -> None:
        inner = QRectF(self.rect()).adjusted(6, 4, -6, -4)
        left, right, top = _EDGES[self.name]
        flags = Qt.AlignmentFlag
        painter.setPen(QColor(theme.colour("canvas-text", "dark")))
        painter.drawText(inner, flags.AlignLeft | flags.AlignVCenter, left)
        painter.drawText(inner, flags.AlignRight | flags.AlignVCenter, right)
        painter.drawText(inner, flags.AlignHCenter | flags.AlignTop, top)
        where = f"{PLANES[self.name]}  {self.scene.at[self._axis()]:.0f} mm"
        paint_stage.shadowed(painter, QPointF(8, self.height() - 8), where)


def _along(away: list[float], step: Vector) -> float:
    return sum(a * s for a, s in zip(away, step, strict=True)) / sum(s * s for s in step)
