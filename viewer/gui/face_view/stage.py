"""The widget the head is painted on: turning, picking, handles and brush in three dimensions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.gui import theme
from viewer.gui.face_view import paint_stage
from viewer.gui.face_view.projection import Projection, Spot
from viewer.gui.face_view.scene import ADD, HANDLES, TURN, Scene
from viewer.gui.language import tr
from viewer.model.study import Vector
from viewer.surface.sculpting import Dab, Look, Orbit, Picture, PlaneWish, Request

CANNOT_DRAW = tr(
    "The face cannot be drawn on this machine: no OpenGL was found. "
    "Install libegl1 and libgl1, or libosmesa6. Slices, grade and reasons hold without the picture."
)
_SETTLE_MS = 180
_SHARPEST_RATIO = 2.0
_REACH = 12.0
_CLICK = 4.0
_TURNS = {
    Qt.Key.Key_Left: (-30, 0),
    Qt.Key.Key_Right: (30, 0),
    Qt.Key.Key_Up: (0, -30),
    Qt.Key.Key_Down: (0, 30),
}


class FaceStage(QWidget):
    """Shows the last picture; ``wanted`` carries a Request for a new one.

    ``handle_moved`` (name, LPS mm) comes when a handle is let go, ``stroke_ended`` when the brush
    is lifted, ``scene_changed`` when something the planes show is another.
    """

    wanted = Signal(object)
    handle_moved = Signal(str, object)
    stroke_ended = Signal()
    scene_changed = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.message = ""
        self.image: QImage | None = None
        self._projection: Projection | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._doing = ""
        self._is_waiting = False
        self._mouse: QPointF | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        self.setMinimumSize(200, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Face surface"))
        self.set_tool()

    def set_picture(self, picture: Picture | None) -> None:
        """Show what was drawn; None where what was asked for brought no picture."""
        self._is_waiting = False
        if picture is None:
            return
        form, line = QImage.Format.Format_RGB32, picture.width * 4
        image = QImage(picture.pixels, picture.width, picture.height, line, form)
        self.image = image.copy()
        self._projection = Projection(picture)
        self.update()

    def clear(self, message: str = "") -> None:
        """Show no head."""
        self.image, self._projection, self.message = None, None, message
        self._doing, self._pressed, self._is_waiting = "", None, False
        self._settle.stop()
        self.update()

    def refresh(self, *, moving: bool = False) -> None:
        """Ask for a picture of the scene as it is."""
        self.wanted.emit(Request(look=self.look(moving=moving)))

    def _settled(self) -> None:
        """Draw with all detail, unless what was asked for in motion has not even come."""
        if self._is_waiting or self._doing == "paint":
            self._settle.start()
        else:
            self.refresh()

    def look(self, *, moving: bool = False) -> Look:
        """What is to be drawn, as large as the widget; in motion with less detail."""
        ratio = min(self.devicePixelRatioF(), _SHARPEST_RATIO)
        scene = self.scene
        self._is_waiting = True
        if moving:
            self._settle.start()
        still = "work" if scene.is_painting else "rest"
        return Look(
            round(self.width() * ratio),
            round(self.height() * ratio),
            scene.orbit,
            scene.shows,
            scene.heat,
            scene.shows_zone,
            "move" if moving else still,
            theme.colour("canvas").name(),
        )

    def set_orbit(self, orbit: Orbit, *, moving: bool = False) -> None:
        """Look from somewhere else."""
        self.scene.orbit = orbit
        self.refresh(moving=moving)

    def set_tool(self) -> None:
        """Show with the pointer what a press would do."""
        shapes = {TURN: Qt.CursorShape.OpenHandCursor, HANDLES: Qt.CursorShape.ArrowCursor}
        self.setCursor(shapes.get(self.scene.tool, Qt.CursorShape.CrossCursor))
        self.update()

    def dab(self, spot: Spot | None, at: Vector | None = None, *, starts: bool) -> None:
        """Touch the head with the brush."""
        scene = self.scene
        dab = Dab(scene.radius_mm, scene.tool == ADD, spot, at, starts)
        self.wanted.emit(Request(self.look(moving=True), PlaneWish(scene.at), dabs=(dab,)))

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture with what lies over it, or a sentence."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        if self.image is not None and self._projection is not None:
            painter.drawImage(area, self.image)
            mouse = self._mouse if self.scene.is_painting else None
            paint_stage.overlay(painter, area, self.scene, self._projection, mouse)
        elif self.message:
            paint_stage.sentence(painter, area, self.message)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left: the tool; other buttons turn."""
        if self._projection is None:
            return
        self._pressed = self._last = event.position()
        self._doing = "turn"
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.scene.tool == HANDLES:
            self._take_handle(event.position())
        elif self.scene.is_painting and self.scene.can_edit:
            self._doing = "paint"
            self.dab(self._spot(event.position()), starts=True)
        elif self.scene.tool == TURN:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn, drag the handle, or paint on."""
        at = self._mouse = event.position()
        moved, self._last = at - self._last, at
        if self._pressed is None:
            self.update()
        elif self._doing == "handle":
            self._drag_handle(at)
        elif self._doing == "paint":
            self.dab(self._spot(at), starts=False)
            self.update()
        elif self._doing == "turn" and self._has_moved(at):
            self.set_orbit(self.scene.orbit.dragged(moved.x(), moved.y()), moving=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press that hardly moved picks the point under it."""
        doing, self._doing = self._doing, ""
        pressed, self._pressed = self._pressed, None
        self.set_tool()
        if doing == "handle":
            self._drop_handle()
        elif doing == "paint":
            self.stroke_ended.emit()
        elif doing == "turn" and pressed is not None:
            if (event.position() - pressed).manhattanLength() < _CLICK:
                self.wanted.emit(Request(pick=self._spot(event.position())))
            else:
                self.refresh()

    def leaveEvent(self, event: QEvent) -> None:
        """No brush under the mouse any more."""
        self._mouse = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture of the new size."""
        if self._projection is not None:
            self.refresh(moving=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer or farther."""
        factor = 1.15 ** (event.angleDelta().y() / 120)
        self.set_orbit(self.scene.orbit.zoomed(factor), moving=True)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys turn; everything else goes up."""
        key = Qt.Key(event.key())
        if key in _TURNS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.set_orbit(self.scene.orbit.dragged(*_TURNS[key]), moving=True)
        else:
            event.ignore()

    # -- parts of them

    def _spot(self, at: QPointF) -> Spot:
        return at.x() / max(1, self.width()), at.y() / max(1, self.height())

    def _has_moved(self, at: QPointF) -> bool:
        if self._pressed is None:
            return False
        if (at - self._pressed).manhattanLength() >= _CLICK:
            self._pressed = QPointF(-99, -99)  # from now on it is a drag
        return self._pressed.x() < 0

    def _take_handle(self, at: QPointF) -> None:
        assert self._projection is not None
        area = QRectF(self.rect())
        found = paint_stage.handle_at(self.scene, self._projection, area, at, _REACH)
        self.scene.held = found
        if found and self.scene.can_edit:
            self._doing = "handle"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.scene_changed.emit()
        self.update()

    def _drag_handle(self, at: QPointF) -> None:
        assert self._projection is not None
        held = self.scene.held
        here = self.scene.place_of(held)
        self.scene.drafts[held] = self._projection.beside(here, self._spot(at))
        self.scene_changed.emit()
        self.update()

    def _drop_handle(self) -> None:
        held = self.scene.held
        if held in self.scene.drafts:
            self.handle_moved.emit(held, self.scene.drafts[held])
