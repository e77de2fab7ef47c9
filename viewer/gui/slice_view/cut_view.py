"""One plane through the volume: shows it, and moves the cross-hair by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.dicom.cuts import Cut, Place
from viewer.gui import theme
from viewer.gui.item_models.words import PLANES
from viewer.gui.language import tr
from viewer.gui.slice_view import orientation, shading
from viewer.gui.slice_view.drag import PanDrag, WindowDrag
from viewer.gui.slice_view.paint_edges import (
    Edges,
    paint_cross,
    paint_edges,
    paint_heading,
    paint_message,
)
from viewer.gui.slice_view.pinch import Pinch
from viewer.gui.slice_view.viewport import Viewport
from viewer.gui.wheel import NOTCH, Wheel

_ZOOM_STEP = 1.2
_STEPS = {
    Qt.Key.Key_Left: (-1, 0, 0),
    Qt.Key.Key_Right: (1, 0, 0),
    Qt.Key.Key_Up: (0, -1, 0),
    Qt.Key.Key_Down: (0, 1, 0),
    Qt.Key.Key_PageUp: (0, 0, -1),
    Qt.Key.Key_PageDown: (0, 0, 1),
}


class CutView(QWidget):
    """``moved`` carries the place to go to (LPS mm), ``windowed`` a Window for all planes."""

    moved = Signal(object)
    windowed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.message = name, ""
        self.cut: Cut | None = None
        self._at: Place = (0.0, 0.0, 0.0)
        self._tone = shading.Tone()
        self._image: QImage | None = None
        self._viewport = Viewport(1, 1, 1, 1, fitted=True)
        self._drag: PanDrag | WindowDrag | None = None
        self._wheel = Wheel()
        Pinch(self, self._zoom)
        self.setMinimumSize(100, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("{0} plane").format(PLANES[name]))

    def set_message(self, text: str) -> None:
        """Show a sentence instead of a plane."""
        self.message, self.cut, self._image = text, None, None
        self.update()

    def set_cut(self, cut: Cut) -> None:
        """Show a plane."""
        self.message, self.cut, self._image = "", cut, None
        rows, columns = cut.values.shape
        self._viewport = self._viewport.showing(columns, rows, 1.0)
        self.update()

    def set_cross(self, at: Place) -> None:
        """Show the cross-hair at a place."""
        self._at = at
        self.update()

    def set_tone(self, tone: shading.Tone) -> None:
        """Window and polarity, those of the slice."""
        if tone != self._tone:
            self._tone, self._image = tone, None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plane, its cross-hair, which way it lies and where it is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        if self.cut is None:
            paint_message(painter, self._viewport, self.message)
        else:
            self._paint(painter, self.cut)
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint(self, painter: QPainter, cut: Cut) -> None:
        if self._image is None:
            self._image = _image(cut, self._tone)
        view = self._viewport
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = view.to_screen((0, 0))
        right, bottom = view.to_screen((view.columns, view.rows))
        painter.drawImage(QRectF(left, top, right - left, bottom - top), self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cross(painter, view, cut.spot(self._at))
        letters = orientation.letters((*cut.right, *cut.down))
        paint_edges(painter, view, Edges(letters, cut.mm))
        paint_heading(painter, view, self._heading(cut))

    def _heading(self, cut: Cut) -> str:
        axis = next(n for n in range(3) if not cut.right[n] and not cut.down[n])
        return f"{PLANES[self.name]}  {'xyz'[axis]} {round(self._at[axis], 1) + 0:.1f} mm"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left moves the cross-hair, right the window, middle the picture."""
        at = (event.position().x(), event.position().y())
        self._drag = None
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = PanDrag(at)
        elif event.button() == Qt.MouseButton.RightButton and self._tone.window:
            self._drag = WindowDrag(at, self._tone.window)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what was begun."""
        at = (event.position().x(), event.position().y())
        if isinstance(self._drag, WindowDrag):
            self.windowed.emit(self._drag.window(at))
        elif isinstance(self._drag, PanDrag):
            last, self._drag = self._drag.last, PanDrag(at)
            self._viewport = self._viewport.panned(at[0] - last[0], at[1] - last[1])
            self.update()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole plane again."""
        self._viewport = self._viewport.fit()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Through the volume; with Ctrl zoom about the pointer."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_ZOOM_STEP ** (delta / NOTCH), event.position())
        else:
            steps = self._wheel.notches(delta)
            if steps:
                self._step((0, 0, -steps))
        event.accept()

    def _zoom(self, factor: float, at: QPointF) -> None:
        self._viewport = self._viewport.zoomed(factor, (at.x(), at.y()))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cross-hair in the plane, Page keys through the volume."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            self._step(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep it fitted, or its centre where it is."""
        self._viewport = self._viewport.resized(self.width(), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()

    def _go(self, at: QPointF) -> None:
        if self.cut is not None:
            spot = self._viewport.to_image((at.x(), at.y()))
            self.moved.emit(self.cut.place(spot, self._at))

    def _step(self, step: tuple[int, int, int]) -> None:
        """By pixels to the right, down and away from the viewer."""
        if self.cut is not None:
            self.moved.emit(self.cut.beside(self._at, step))


def _image(cut: Cut, tone: shading.Tone) -> QImage:
    pixels = shading.shade_values(cut.values, tone)
    rows, columns = pixels.shape
    return QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()
