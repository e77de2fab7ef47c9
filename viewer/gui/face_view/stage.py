"""The widget the head is painted on, and the mouse that turns it."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.gui import theme
from viewer.gui.face_view.drawing_probe import DrawingProbe
from viewer.gui.face_view.heat import heat_map
from viewer.gui.face_view.orbit import HOME, Orbit
from viewer.gui.face_view.renderer import FaceRenderer
from viewer.surface.mesh import SkinMesh

_log = logging.getLogger(__name__)
_CANNOT_DRAW = (
    "The face cannot be drawn on this machine: no OpenGL was found. "
    "Install libegl1 and libgl1, or libosmesa6. Grade and reasons hold without the picture."
)
_PREPARING = "The picture is being prepared."
_SETTLE_MS = 180
_SHARPEST_RATIO = 2.0
_TURNS = {
    Qt.Key.Key_Left: (-30, 0),
    Qt.Key.Key_Right: (30, 0),
    Qt.Key.Key_Up: (0, -30),
    Qt.Key.Key_Down: (0, 30),
}


class FaceStage(QWidget):
    """Paints one mesh: the full one at rest, the coarse one while it moves."""

    orbit_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.orbit = HOME
        self.message = ""
        self.has_legend = False
        self._probe = DrawingProbe(self)
        self._probe.answered.connect(self._drawing_known)
        self._waiting: tuple[SkinMesh, SkinMesh, str] | None = None
        self._renderer: FaceRenderer | None = None
        self._actors: tuple[Any, Any] | None = None
        self._image: QImage | None = None
        self._last: QPointF | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._forget_image)
        self._is_moving = False
        self.setMinimumSize(240, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName("Face surface")

    def set_mesh(self, mesh: SkinMesh | None, coarse: SkinMesh | None, style: str) -> None:
        """Show a mesh as "heat", "plain" or "defaced"; None shows nothing."""
        self._actors, self._waiting, self.message = None, None, ""
        self.has_legend = style == "heat"
        if mesh is not None and len(mesh.triangles):
            self._waiting = (mesh, coarse or mesh, style)
            self.message = _PREPARING
            self._probe.ask()
            if self._probe.answer is not None:
                self._drawing_known(self._probe.answer)
        self._forget_image()

    def warm_up(self) -> None:
        """Find out early whether surfaces can be drawn, so that the first one comes at once."""
        self._probe.ask()

    def _drawing_known(self, works: bool) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        if works:
            self.message = ""
            self._prepare(*waiting)
        else:
            self.message = _CANNOT_DRAW
        self._forget_image()

    def set_orbit(self, orbit: Orbit) -> None:
        """Look from somewhere else."""
        self.orbit = orbit
        self.orbit_changed.emit()
        self._forget_image()

    @property
    def image(self) -> QImage | None:
        """What was rendered last."""
        return self._image

    def _prepare(self, mesh: SkinMesh, coarse: SkinMesh, style: str) -> None:
        try:
            self._renderer = self._renderer or FaceRenderer()
            self._renderer.frame(mesh)
            full = self._renderer.prepare(mesh, style)
            rough = full if coarse is mesh else self._renderer.prepare(coarse, style)
        except Exception as error:  # noqa: BLE001 - VTK without graphics fails in many ways
            self._give_up(error)
            return
        self._actors = (full, rough)

    def _render(self) -> None:
        if self._renderer is None or self._actors is None:
            return
        ratio = min(self.devicePixelRatioF(), _SHARPEST_RATIO)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        try:
            self._renderer.show(self._actors[self._is_moving])
            pixels = self._renderer.render(self.orbit, width, height, theme.colour("canvas"))
        except Exception as error:  # noqa: BLE001 - VTK without graphics fails in many ways
            self._give_up(error)
            return
        form = QImage.Format.Format_RGB888
        self._image = QImage(pixels.data, width, height, width * 3, form).copy()

    def _give_up(self, error: Exception) -> None:
        _log.warning("the face could not be drawn: %s", type(error).__name__)
        self._actors, self._image, self.message = None, None, _CANNOT_DRAW

    def _forget_image(self) -> None:
        self._is_moving = self._last is not None
        self._image = None
        self.update()

    def _move(self, orbit: Orbit) -> None:
        self.orbit = orbit
        self._is_moving = True
        self._image = None
        self._settle.start()
        self.orbit_changed.emit()
        self.update()

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, its legend, or a sentence."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        stale = self._image and (self._image.width() / self._image.height()) != (
            self.width() / self.height()
        )
        if self._actors and (self._image is None or stale):
            self._render()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image:
            painter.drawImage(QRectF(self.rect()), self._image)
            if self.has_legend:
                _paint_legend(painter, self.rect().height())
        elif self.message:
            painter.setPen(theme.colour("canvas-text"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(32, 32, -32, -32), int(flags), self.message)
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the head."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it."""
        if self._last is not None:
            moved = event.position() - self._last
            self._last = event.position()
            self._move(self.orbit.dragged(moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the full surface is drawn."""
        self._last = None
        self._settle.stop()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._forget_image()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer or farther."""
        self._move(self.orbit.zoomed(1.15 ** (event.angleDelta().y() / 120)))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys turn."""
        if event.key() in _TURNS:
            self._move(self.orbit.dragged(*_TURNS[Qt.Key(event.key())]))
        else:
            event.ignore()


def _paint_legend(painter: QPainter, height: int) -> None:
    colours = heat_map()
    bar = QRectF(16, height - 40, 176, 10)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for place, colour in colours.stops:
        gradient.setColorAt(place, colour)
    painter.setPen(QPen(theme.colour("canvas-text"), 1))
    painter.setBrush(gradient)
    painter.drawRect(bar)
    text = QRectF(bar.left(), bar.bottom() + 4, bar.width(), 20)
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft, colours.low)
    painter.drawText(text, Qt.AlignmentFlag.AlignRight, colours.high)
