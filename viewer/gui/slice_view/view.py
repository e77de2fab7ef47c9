"""SliceView: one series, its frames, and the boxes in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.dicom import FrameReader
from viewer.gui import recolouring
from viewer.gui.language import tr
from viewer.gui.slice_view import captions, keys, positions, presets
from viewer.gui.slice_view.canvas import SliceCanvas
from viewer.gui.slice_view.cine import Cine
from viewer.gui.slice_view.comparing import Comparing
from viewer.gui.slice_view.frame_bar import FrameBar
from viewer.gui.slice_view.frame_loader import FrameLoader
from viewer.gui.slice_view.linked_planes import LinkedPlanes
from viewer.gui.slice_view.marks import marks_on
from viewer.gui.slice_view.positions import Position
from viewer.gui.slice_view.tool_strip import ToolStrip
from viewer.model import Area, Decision, Finding, Instance, Series, Source


class SliceView(QWidget):
    """Shows the frames of a series; tells what the reviewer did to the boxes on them.

    ``box_drawn`` (Area, Source, zero-based frame), ``box_changed`` (id, Box), ``box_deleted``
    and ``finding_clicked`` (finding id, empty: none) ask for decisions, and nothing changes on the
    screen until ``set_findings`` is called. ``position_changed`` (instance index, frame).
    """

    box_drawn = Signal(object, object, int)
    box_changed = Signal(str, object)
    box_deleted = Signal(str)
    finding_clicked = Signal(str)
    position_changed = Signal(int, int)
    tool_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = SliceCanvas(self)
        self.tools = ToolStrip(self)
        self.bar = FrameBar(self)
        self._loader = FrameLoader(self)
        self.cine = Cine(self)
        self.comparing = Comparing(self.canvas, self.tools)
        self.planes = LinkedPlanes(self.canvas)
        self._series: Series | None = None
        self._positions: tuple[Position, ...] = ()
        self._index = 0
        self._findings: Sequence[Finding] = ()
        self._decisions: Mapping[str, Decision] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addLayout(self.planes.arrange(), 1)
        column.addWidget(self.bar)
        self.setFocusProxy(self.canvas)
        self._connect()
        self.clear()
        recolouring.follow(self, self.recolour)

    def _connect(self) -> None:
        self.canvas.box_drawn.connect(self._box_drawn)
        self.canvas.box_changed.connect(self.box_changed)
        self.canvas.box_deleted.connect(self.box_deleted)
        self.canvas.finding_clicked.connect(self.finding_clicked)
        self.canvas.stepped.connect(self.step)
        self.canvas.view_changed.connect(self._caption)
        self.bar.moved.connect(self._go)
        self.bar.play_clicked.connect(self.toggle_playing)
        self.tools.tool_chosen.connect(self.set_tool)
        self.tools.preset_chosen.connect(self.set_window_preset)
        self.tools.invert_toggled.connect(self._set_inverted)
        self.tools.fit_clicked.connect(self.fit)
        self.tools.actual_size_clicked.connect(self.actual_size)
        self.tools.turn_clicked.connect(lambda: self.turn(1))
        self.tools.flip_clicked.connect(self.flip)
        self.tools.planes_clicked.connect(self.planes.toggle)
        self.planes.switched.connect(self.tools.set_planes)
        self.planes.slice_wanted.connect(self._go_to)
        self._loader.ready.connect(self._frame_ready)
        self.cine.next_wanted.connect(self._next_cine_frame)
        self.cine.running_changed.connect(self.bar.set_playing)

    # -- what is shown

    def set_series(self, series: Series, reader: FrameReader) -> None:
        """Show a series from its first frame, fitted, in its own window."""
        self.clear()
        self._series = series
        self._positions = positions.flat(series)
        self.bar.set_count(len(self._positions))
        self.tools.set_modality(series.modality)
        self.set_window_preset("auto")
        if not self._positions:
            self.canvas.set_message(captions.NO_IMAGES)
            return
        self.canvas.set_message("")
        self._loader.open(series, self._positions, reader)
        self.planes.set_series(series, reader)
        self.canvas.set_viewport(self.canvas.scene.viewport.upright().fit())
        self._go(0)

    def glimpse(self, series: Series, reader: FrameReader) -> None:
        """Show an image of a series that is still being read."""
        self.set_series(series, reader)
        self.bar.note = tr("Reading the rest …")
        self._caption()

    def clear(self) -> None:
        """Show no series and forget its pixels."""
        self.stop()
        self.comparing.blink.stop()
        self._loader.close_series()
        self.planes.set_series(None, None)
        self._series, self._positions, self._index = None, (), 0
        self._findings, self._decisions = (), {}
        self.canvas.scene.selected = ""
        self.canvas.set_marks(())
        self.bar.set_count(0)
        self.canvas.set_message(captions.NO_SERIES)

    def show(self, instance_index: int | None = None, frame: int = 0) -> None:
        """Make the widget visible; with an instance index, go to that frame."""
        super().show()
        if instance_index is not None and self._positions:
            self._go(positions.nearest(self._positions, Position(instance_index, frame)))

    def current(self) -> tuple[int, int]:
        """Instance index and zero-based frame on show; (0, 0) without images."""
        return self._positions[self._index] if self._positions else Position(0, 0)

    @property
    def modality(self) -> str:
        """Modality of the series, empty without one."""
        return self._series.modality if self._series else ""

    def step(self, by: int) -> None:
        """Go some frames forward or back, as far as there are any."""
        self._go(self._index + by)

    def _go(self, index: int) -> None:
        if not self._positions:
            return
        index = min(max(0, index), len(self._positions) - 1)
        has_moved = index != self._index
        self._index = index
        self.bar.set_index(index, self._counter())
        entry = self._loader.request(index)
        if entry is None:
            self.canvas.set_pending()
        else:
            self.canvas.set_entry(entry)
        self._mark()
        if has_moved:
            self.position_changed.emit(*self._positions[index])

    def _go_to(self, source: Source, frame: int) -> None:
        if self._series and (wanted := positions.of_image(self._series, source, frame)):
            self._go(positions.nearest(self._positions, wanted))

    def _counter(self) -> str:
        instance = self._instance()
        here, count = self._positions[self._index], len(self._positions)
        return captions.counter_text(instance, here, self._index, count) if instance else ""

    def _frame_ready(self, index: int) -> None:
        if index == self._index and (entry := self._loader.request(index)):
            self.canvas.set_entry(entry)

    def _instance(self) -> Instance | None:
        if not self._series or not self._positions:
            return None
        return self._series.instances[self._positions[self._index].instance_index]

    # -- findings

    def set_findings(
        self, findings: Sequence[Finding], decisions: Mapping[str, Decision] | None = None
    ) -> None:
        """The findings to draw and what was decided about them."""
        self._findings = tuple(each for each in findings if each.location.box)
        self._decisions = decisions or {}
        self._mark()

    def select(self, finding_id: str) -> None:
        """Put handles on a finding's box and go to a frame that has it."""
        self.canvas.scene.selected = finding_id
        if finding_id and self._series and self.canvas.scene.area_of(finding_id) is None:
            chosen = [each for each in self._findings if each.id == finding_id]
            for index, (number, frame) in enumerate(self._positions):
                if marks_on(chosen, self._decisions, self._series.instances[number].source, frame):
                    self._go(index)
                    break
        self.canvas.update()

    def _mark(self) -> None:
        if instance := self._instance():
            frame = self._positions[self._index].frame
            marks = marks_on(self._findings, self._decisions, instance.source, frame)
            self.canvas.set_marks(marks)
            self.planes.follow(instance.source, frame)

    def _box_drawn(self, area: Area) -> None:
        if instance := self._instance():
            self.box_drawn.emit(area, instance.source, self._positions[self._index].frame)

    # -- tools and view

    def set_tool(self, name: str) -> None:
        """What the left button does, by the names in ``tool_strip.TOOLS``."""
        self.canvas.set_tool(name)
        self.tools.set_tool(name)
        self.tool_changed.emit(name)

    def set_window_preset(self, name: str) -> None:
        """Use a named window; a name the modality has none for changes nothing."""
        preset = presets.find(self.modality, name=name)
        if preset:
            self.canvas.set_window(preset.window)

    def toggle_inverted(self) -> None:
        """Swap black and white, or back."""
        self.tools.invert.toggle()

    def _set_inverted(self, on: bool) -> None:
        self.canvas.scene.inverted = on
        self.canvas.set_viewport(self.canvas.scene.viewport)

    def toggle_overlay(self) -> None:
        """Show or hide what overlay planes draw."""
        self.canvas.scene.shows_overlay = not self.canvas.scene.shows_overlay
        self.canvas.set_viewport(self.canvas.scene.viewport)

    def fit(self) -> None:
        """Show the whole image."""
        self.canvas.set_viewport(self.canvas.scene.viewport.fit())

    def actual_size(self) -> None:
        """One image pixel per screen pixel."""
        ratio = self.canvas.devicePixelRatioF()
        self.canvas.set_viewport(self.canvas.scene.viewport.actual_size(ratio))

    def turn(self, quarters: int) -> None:
        """Turn the image clockwise on the screen; pixels and export stay as they are."""
        self.canvas.set_viewport(self.canvas.scene.viewport.turned(quarters))

    def flip(self) -> None:
        """Swap left and right on the screen; pixels and export stay as they are."""
        self.canvas.set_viewport(self.canvas.scene.viewport.flipped())

    def _caption(self) -> None:
        if instance := self._instance():
            captions.tell(instance, self._counter(), self.canvas.scene, self.bar)
            self.tools.set_preset(presets.name_of(self.modality, self.canvas.scene.window))

    # -- cine

    def play(self) -> None:
        """Show frame after frame in the time the header gives, round and round."""
        if len(self._positions) > 1 and (instance := self._instance()):
            self.cine.start(instance.frame_time_ms)

    def stop(self) -> None:
        """End the cine on the frame it is at."""
        self.cine.stop()

    def toggle_playing(self) -> None:
        """Play or stop."""
        (self.stop if self.cine.is_running else self.play)()

    def _next_cine_frame(self) -> None:
        """A frame that is not decoded yet is waited for, not skipped."""
        if self.canvas.scene.is_current or self.canvas.scene.message:
            self._go((self._index + 1) % len(self._positions))

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys for presets, and the keys in ``keys``."""
        if not keys.handle(self, event):
            super().keyPressEvent(event)

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        self.tools.refresh_icons()
        self.bar.set_playing(self.cine.is_running)

    def close_reader(self) -> None:
        """End decoding for good, before the FrameReader is closed."""
        self.stop()
        self.planes.close()
        self._loader.close()
