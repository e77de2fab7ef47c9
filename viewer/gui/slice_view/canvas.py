"""The widget under the mouse: turns presses, wheel and keys into signals about boxes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.dicom import Window
from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.slice_view import mark_keys
from viewer.gui.slice_view.drag import BoxDrag, Drag, PanDrag, WindowDrag
from viewer.gui.slice_view.drawing import Drawing
from viewer.gui.slice_view.frame_cache import Entry
from viewer.gui.slice_view.marks import Mark
from viewer.gui.slice_view.panes import Panes, arranged
from viewer.gui.slice_view.pinch import Pinch
from viewer.gui.slice_view.pointer import shape_for
from viewer.gui.slice_view.scene import Scene
from viewer.gui.slice_view.strokes import Stroke
from viewer.gui.slice_view.viewport import Point, Viewport
from viewer.gui.wheel import NOTCH, Wheel
from viewer.model import box_of

_PATIENCE_MS = 300
_ZOOM_STEP = 1.2
_DRAGGED_AT_LEAST = 3.0


class SliceCanvas(QWidget):
    """Paints a scene; ``view_changed`` tells that window, zoom or place are other ones.

    ``box_drawn`` carries the Area, ``box_changed`` a finding id and the Box it fills now.
    """

    box_drawn = Signal(object)
    box_changed = Signal(str, object)
    box_deleted = Signal(str)
    finding_clicked = Signal(str)
    stepped = Signal(int)
    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene()
        self.drawing = Drawing(self.scene, self.box_drawn.emit)
        self._drag: Drag | None = None
        self._pressed_at: Point = (0.0, 0.0)
        self._wheel = Wheel()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_waiting)
        Pinch(self, self._zoom)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Image"))

    def set_entry(self, entry: Entry) -> None:
        """Show a picture, or why there is none."""
        self._patience.stop()
        self.scene.set_entry(entry)
        if len(self.scene.panes) > 1:
            self._fit_panes()
        self._announce()

    def set_message(self, text: str) -> None:
        """Show a sentence instead of a picture."""
        self._end_drag()
        self._patience.stop()
        self.scene.set_message(text)
        self._announce()

    def set_pending(self) -> None:
        """The frame asked for is being decoded."""
        self._end_drag()
        self.scene.is_current = False
        if not self._patience.isActive():
            self._patience.start()
        if not self.scene.is_bare:
            self.update()

    def _say_waiting(self) -> None:
        self.scene.is_slow = not self.scene.is_current and not self.scene.message
        self.update()

    def set_tool(self, name: str) -> None:
        """What the left button does: select, or draw a box, ellipse, polygon or with the brush."""
        self.drawing.choose(name)
        select = Qt.CursorShape.ArrowCursor
        self.setCursor(select if name == "select" else Qt.CursorShape.CrossCursor)
        self.update()

    def scale_brush(self, factor: float) -> None:
        """Make the brush larger or smaller."""
        self.drawing.scale_brush(factor)
        self.update()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """The boxes of the frame on show."""
        if marks != self.scene.marks:
            self.scene.marks = marks
            self.update()

    def set_window(self, window: Window | None) -> None:
        """A fixed window, or None for each frame's own."""
        self.scene.window = window
        self._announce()

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another part."""
        self.scene.viewport = viewport
        self._announce()

    def _announce(self) -> None:
        self.view_changed.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene; a ring when the keyboard is here."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        self.scene.paint(painter, self.font(), self.devicePixelRatioF())
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left: the tool; right: window; middle: pan."""
        at = self._pressed_at = self._point(event)
        self._end_drag()
        if event.button() == Qt.MouseButton.LeftButton and self.scene.is_current:
            self._drag = self._begin_left(at)
        elif event.button() == Qt.MouseButton.RightButton and self.scene.window_in_use:
            self._drag = WindowDrag(at, self.scene.window_in_use)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._drag = PanDrag(at)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the drag, or show what a press would do."""
        at = self._point(event)
        if isinstance(self._drag, BoxDrag):
            if self.scene.draft is None and not self._has_moved(at):
                return
            freely = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.drawing.drag(self._drag, self.scene.viewport.to_image(at), freely=freely)
            self.update()
        elif isinstance(self._drag, Stroke):
            self._drag = self.drawing.paint(self._drag, self.scene.viewport.to_image(at))
            self.update()
        elif isinstance(self._drag, WindowDrag):
            self.set_window(self._drag.window(at))
        elif isinstance(self._drag, PanDrag):
            last, self._drag = self._drag.last, PanDrag(at)
            self.set_viewport(self.scene.viewport.panned(at[0] - last[0], at[1] - last[1]))
        else:
            self._show_pointer(at)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self.scene.brush = 0.0
        self.update()
        self._hover("")
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the drag; a press that hardly moved was a click."""
        drag, draft = self._drag, self.scene.draft
        self._end_drag()
        self._show_pointer(self._point(event))
        if not isinstance(drag, BoxDrag | Stroke) or draft is None:
            return
        if isinstance(drag, Stroke) or drag.original is None:
            self.box_drawn.emit(draft)
        elif draft != drag.original:
            self.box_changed.emit(drag.finding_id, box_of(draft))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Closes a polygon."""
        if self.scene.corners.points:
            self.drawing.close_polygon()
            self.update()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll through the frames; with Ctrl zoom about the pointer."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_ZOOM_STEP ** (delta / NOTCH), event.position())
        else:
            steps = self._wheel.notches(delta)
            if steps:
                self.stepped.emit(-steps)
        event.accept()

    def _zoom(self, factor: float, at: QPointF) -> None:
        self.set_viewport(self.scene.viewport.zoomed(factor, self.in_pane(at)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of what is being drawn, then those of the selected area; others go up."""
        if event.key() == Qt.Key.Key_Escape and self._drag:
            self._end_drag()
        elif self.scene.is_current and (self.drawing.key(event) or mark_keys.handle(self, event)):
            self.update()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the image fitted, or its centre where it is."""
        self._fit_panes()

    def set_panes(self, panes: Panes) -> None:
        """Show the image once or side by side, all with the same zoom, window and marks."""
        self.scene.panes = panes
        self._fit_panes()
        self.update()

    def _fit_panes(self) -> None:
        view, room = self.scene.viewport, (self.width(), self.height())
        shape = (float(view.columns), view.rows * view.aspect)
        shape = shape[::-1] if view.turns % 2 else shape
        columns, rows = arranged(len(self.scene.panes), room, shape)
        self.scene.across = columns
        self.scene.viewport = view.resized(
            room[0] // columns, room[1] // rows - self.scene.title_height
        )
        self.view_changed.emit()

    def _point(self, event: QMouseEvent) -> Point:
        return self.in_pane(event.position())

    def in_pane(self, at: QPointF) -> Point:
        """Where a point of the widget is in its pane."""
        view, count = self.scene.viewport, len(self.scene.panes)
        column = min(max(0, int(at.x() // view.width)), self.scene.across - 1)
        height = view.height + self.scene.title_height
        row = min(max(0, int(at.y() // height)), (count - 1) // self.scene.across)
        left, top = self.scene.corner(row * self.scene.across + column)
        return (at.x() - left, at.y() - top)

    def _begin_left(self, at: Point) -> Drag | None:
        hit = self.scene.hit(at)
        point = self.scene.viewport.to_image(at)
        tool = self.drawing.tool
        if hit and (tool == "select" or (self.drawing.resizes and hit.grip.is_handle)):
            self._choose(hit.finding_id)
            self.scene.dragged = hit.finding_id
            return BoxDrag(point, hit.finding_id, self.scene.area_of(hit.finding_id), hit.grip)
        if tool == "select":
            self._choose("")
        self.update()
        return self.drawing.press(point)

    def _choose(self, finding_id: str) -> None:
        if finding_id != self.scene.selected:
            self.scene.selected = finding_id
            self.finding_clicked.emit(finding_id)
            self.update()

    def _has_moved(self, at: Point) -> bool:
        dx, dy = at[0] - self._pressed_at[0], at[1] - self._pressed_at[1]
        return max(abs(dx), abs(dy)) >= _DRAGGED_AT_LEAST

    def _end_drag(self) -> None:
        if self._drag or self.scene.draft:
            self.update()
        self._drag = self.scene.draft = None
        self.scene.dragged = ""

    def _show_pointer(self, at: Point) -> None:
        if self.drawing.hover(self.scene.viewport.to_image(at)):
            self.update()
        hit = self.scene.hit(at)
        self.setCursor(shape_for(self.drawing.tool, hit, self.scene.selected, self.scene.viewport))
        self._hover(hit.finding_id if hit else "")

    def _hover(self, finding_id: str) -> None:
        if finding_id != self.scene.hovered:
            self.scene.hovered = finding_id
            self.update()
