"""FaceView: one head in three dimensions and three slices, its risk, and how its face goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from viewer.gui import recolouring
from viewer.gui.face_view import keys
from viewer.gui.face_view.editing import Editing
from viewer.gui.face_view.empty_page import EmptyPage
from viewer.gui.face_view.link import HeadLink
from viewer.gui.face_view.planes import Planes
from viewer.gui.face_view.risk_panel import RiskPanel
from viewer.gui.face_view.scene import HANDLES, RADII_MM, TURN, Scene, moved
from viewer.gui.face_view.stage import CANNOT_DRAW, FaceStage
from viewer.gui.face_view.stroke import StrokeInHand
from viewer.gui.face_view.tool_row import ToolRow
from viewer.gui.face_view.verdict import Verdict
from viewer.model import FaceEdit, FaceRisk
from viewer.model.study import Vector
from viewer.surface.sculpting import (
    CANONICAL,
    HOME,
    Answer,
    Check,
    HeadProcess,
    HeadState,
    Opened,
    PlaneWish,
    Request,
)

_WIDE = 1100
_PANEL, _WIDE_PANEL = 240, 320


class FaceView(QWidget):
    """Shows a head that a HeadProcess holds; without one, offers to compute it.

    ``edit_wanted`` carries a FaceEdit and the name of the step; nothing is decided here, and what
    is shown follows ``set_verdict``. ``unlock_asked`` wants a reason from a person.
    ``state`` is the head as of the last answer, ``check`` what the detectors said last.
    """

    compute_requested = Signal()
    edit_wanted = Signal(object, str)
    accept_wanted = Signal()
    unlock_asked = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene()
        self.link = HeadLink(self)
        self.stage, self.planes = FaceStage(self.scene, self), Planes(self.scene, self)
        self.tools, self.panel, self.empty = ToolRow(self.scene), RiskPanel(self), EmptyPage()
        self.stroke = StrokeInHand(self.link, self)
        self.editing = Editing(self.scene, self.panel.edit, self)
        self.state: HeadState | None = None
        self.check: Check | None = None
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._head_page())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages, 1)
        row.addWidget(self.panel)
        self._connect()
        self.clear()
        recolouring.follow(self, self.recolour)

    def _head_page(self) -> QWidget:
        page = QWidget()
        self._parts.addWidget(self.stage)
        self._parts.addWidget(self.planes)
        self._parts.setStretchFactor(0, 5)
        self._parts.setStretchFactor(1, 2)
        self._parts.setChildrenCollapsible(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._parts, 1)
        return page

    def _connect(self) -> None:
        self.empty.compute.clicked.connect(self.compute_requested)
        self.link.answered.connect(self._take)
        self.link.checked.connect(self._take_check)
        self.link.ended.connect(self.ended)
        self.stage.wanted.connect(self.link.ask)
        for part in (self.stage, self.planes):
            part.handle_moved.connect(self.editing.move_handle)
            part.stroke_ended.connect(self.stroke.end)
        self.stage.scene_changed.connect(self.planes.refresh)
        self.planes.handle_dragged.connect(self._handle_dragged)
        self.planes.moved.connect(self.go_to)
        self.planes.dabbed.connect(self._dab)
        self.stroke.finished.connect(self.editing.add_stroke)
        self.tools.shows_chosen.connect(self.set_shows)
        self.tools.toggled.connect(self.toggle)
        self.tools.tool_chosen.connect(self.set_tool)
        self.tools.side_chosen.connect(self.look_from)
        self.tools.radius_chosen.connect(self._set_radius)
        self.panel.edit.accept_clicked.connect(self.accept_wanted)
        self.editing.wanted.connect(self.edit_wanted)
        self.editing.unlock_asked.connect(self.unlock_asked)
        self.editing.tried.connect(lambda edit: self._ask(edit=edit))

    # -- what is shown

    def clear(self, text: str = "", *, can_compute: bool = True) -> None:
        """Show no head but a sentence, with the button to compute one where that makes sense."""
        self.link.use(None)
        self.state, self.check = None, None
        self.scene.landmarks, self.scene.drafts, self.scene.held = {}, {}, ""
        self.stage.clear()
        self.planes.clear()
        self.empty.tell(text, can_compute=can_compute)
        self._pages.setCurrentIndex(0)
        self.set_risk(None)

    def set_progress(self, done: int, total: int, text: str) -> None:
        """How far the computing is."""
        self.empty.set_progress(done, total, text)

    def set_head(self, head: HeadProcess) -> None:
        """Show a head that was opened."""
        opened = head.opened
        self.link.use(head)
        self.state, self.check = opened.state, None
        self.stage.clear("" if opened.draws else CANNOT_DRAW)
        self.scene.orbit = HOME
        self.scene.landmarks = dict(opened.state.landmarks) if opened.state else {}
        self.scene.shows = self.scene.shows if opened.state else "original"
        self.scene.at = _start(opened)
        self._pages.setCurrentIndex(1)
        self.set_risk(opened.risk)
        self.set_verdict(self.editing.verdict)

    def set_risk(self, risk: FaceRisk | None) -> None:
        """Show grade, reasons and regions beside the picture; also without a head."""
        self.panel.set_risk(risk)

    def set_verdict(self, verdict: Verdict) -> None:
        """Follow what was decided: the head is shown as it will become."""
        self.editing.verdict = verdict
        self.scene.can_edit = verdict.can_edit and self.state is not None
        if not self.scene.can_edit:
            self.scene.tool = TURN
        self.scene.edit, self.scene.drafts = verdict.edit, {}
        self.panel.edit.refresh(verdict, self.state, self.check)
        self.tools.refresh()
        self.stage.set_tool()
        if self._pages.currentIndex() == 1:
            self._ask(edit=verdict.edit, check=not self.scene.is_painting)

    def _ask(self, *, edit: FaceEdit | None = None, check: bool = False) -> None:
        wish = PlaneWish(self.scene.at, self.state is not None)
        self.link.ask(Request(self.stage.look(), wish, edit, check=check))

    def _take(self, answer: Answer) -> None:
        self.stage.set_picture(answer.picture)
        if answer.planes:
            self.planes.show_pictures(answer.planes)
        if answer.picked is not None:
            self.go_to(answer.picked)
        if answer.painted:
            self.stroke.painted(answer.painted)
            self.scene.at = answer.painted[-1]
        if answer.state is not None:
            self.state = answer.state
            self.scene.landmarks = dict(answer.state.landmarks)
            self.panel.edit.refresh(self.editing.verdict, self.state, self.check)
            self.planes.refresh()

    def _take_check(self, check: Check) -> None:
        self.check = check
        self.panel.edit.refresh(self.editing.verdict, self.state, check)

    # -- looking

    def set_shows(self, name: str) -> None:
        """Show "original", "defaced" or "difference"."""
        if name == "original" or self.state is not None:
            self.scene.shows = name
        self._look_again()

    def toggle(self, name: str) -> None:
        """Switch "heat", "zone" or "marks"."""
        setattr(self.scene, name, not getattr(self.scene, name))
        self._look_again()

    def look_from(self, side: str) -> None:
        """Turn to "front", "left", "right" or "top", sides as the patient's, or to "home"."""
        self.stage.set_orbit(CANONICAL.get(side, HOME))

    def go_to(self, place: Vector) -> None:
        """Put planes and cross-hair through a point, LPS mm."""
        self.scene.at = place
        self.link.ask(Request(planes=PlaneWish(place, self.state is not None)))
        self.stage.update()
        self.planes.refresh()

    def go_by(self, step: tuple[int, int, int]) -> None:
        """Move the point by some millimetres."""
        self.go_to(moved(self.scene.at, step))

    def _look_again(self) -> None:
        self.tools.refresh()
        self.stage.refresh()
        self.planes.refresh()

    # -- changing

    def set_tool(self, name: str) -> None:
        """Take a tool into the hand; only turning where nothing can be changed."""
        self.scene.tool = name if self.scene.can_edit else TURN
        self.stage.set_tool()
        self._look_again()
        if not self.scene.is_painting:  # else the detectors would hold up the brush
            self.link.ask(Request(check=True))

    def resize_brush(self, by: int) -> None:
        """A larger or smaller brush."""
        here = RADII_MM.index(round(self.scene.radius_mm))
        self._set_radius(float(RADII_MM[min(max(0, here + by), len(RADII_MM) - 1)]))

    def _set_radius(self, radius_mm: float) -> None:
        self.scene.radius_mm = radius_mm
        self.tools.refresh()
        self.stage.update()
        self.planes.refresh()

    def hold_handle(self, by: int) -> None:
        """Hold the next landmark and go there."""
        if name := self.scene.next_handle(by):
            self.set_tool(HANDLES)
            self.scene.held = name
            self.go_to(self.scene.place_of(name))

    def move_handle_by(self, step: tuple[int, int, int]) -> None:
        """Move the held landmark by some millimetres."""
        held = self.scene.held
        if held and self.scene.can_edit:
            self.editing.move_handle(held, moved(self.scene.place_of(held), step))

    def dab_here(self) -> None:
        """One touch of the brush at the cross-hair."""
        if self.scene.is_painting and self.scene.can_edit:
            self._dab(self.scene.at, True)
            self.stroke.end()

    def _dab(self, at: Vector, starts: bool) -> None:
        self.stage.dab(None, at, starts=starts)

    def _handle_dragged(self) -> None:
        self.stage.update()
        self.planes.refresh()

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys in ``keys``."""
        if self._pages.currentIndex() != 1 or not keys.handle(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Slices below the head, or beside it where there is room."""
        wide = self.width() >= _WIDE
        side = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._parts.orientation() != side:
            self._parts.setOrientation(side)
            self.planes.setOrientation(
                Qt.Orientation.Vertical if wide else Qt.Orientation.Horizontal
            )
        self.panel.setFixedWidth(_WIDE_PANEL if wide else _PANEL)

    def recolour(self) -> None:
        """Icons and pictures in the colours of the theme."""
        self.tools.refresh_icons()
        self.empty.refresh_icons()
        if self._pages.currentIndex() == 1:
            self._look_again()


def _start(opened: Opened) -> Vector:
    """The planes start at the root of the nose, where all three show the face, or in the middle."""
    if opened.state is not None:
        return opened.state.landmarks["nasion"]
    x, y, z = ((a + b) / 2 for a, b in zip(opened.low, opened.high, strict=True))
    return x, y, z
