"""Axial, coronal and sagittal planes beside the slice, all through one place."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout

from viewer.dicom import FrameReader
from viewer.dicom.cuts import DIRECTIONS, Cut, Cutter, Place
from viewer.dicom.volume import read_volume
from viewer.errors import CancelledError, ScanveilError
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.slice_view import shading
from viewer.gui.slice_view.canvas import SliceCanvas
from viewer.gui.slice_view.cut_view import CutView
from viewer.model import Progress, Series, Source

_log = logging.getLogger(__name__)
_MOST_VOXELS = 96 << 20
_FEWEST = 3
_SAME_MM = 0.01


class LinkedPlanes(QObject):
    """Reads the volume and cuts it in the background; at most one volume is in memory.

    ``slice_wanted`` (Source, zero-based frame) is the image closest to the cross-hair. Nothing
    here marks or decides: that is done on the images themselves.
    """

    slice_wanted = Signal(object, int)
    switched = Signal(bool)

    def __init__(self, canvas: SliceCanvas) -> None:
        super().__init__(canvas)
        self._canvas, self._jobs = canvas, Jobs(self)
        self.views = {name: CutView(name, canvas.parentWidget()) for name in DIRECTIONS}
        self.is_on = False
        self._series: tuple[Series, FrameReader] | None = None
        self._here: tuple[Source, int] | None = None
        self._cutter: Cutter | None = None
        self._numbers: dict[tuple[Source, int], int] = {}
        self._images: tuple[tuple[Source, int], ...] = ()
        self.at: Place = (0.0, 0.0, 0.0)
        self._depths: dict[str, float] = {}
        self._is_cutting = False
        self._jobs.progressed.connect(self._say_progress)
        canvas.view_changed.connect(self._match_tone)
        canvas.installEventFilter(self)
        for view in self.views.values():
            view.hide()
            view.moved.connect(self.go)
            view.windowed.connect(canvas.set_window)

    def arrange(self) -> QGridLayout:
        """The slice, with the planes in the other quarters when they are shown."""
        grid = QGridLayout()
        grid.setSpacing(2)
        for number, widget in enumerate((self._canvas, *self.views.values())):
            grid.addWidget(widget, number // 2, number % 2)
        return grid

    def toggle(self) -> None:
        """Show the planes, or the slice alone."""
        self.is_on = not self.is_on
        for view in self.views.values():
            view.setVisible(self.is_on)
        self.switched.emit(self.is_on)
        self._canvas.scene.cross = None
        self._canvas.update()
        if self.is_on:
            self._open()

    def set_series(self, series: Series | None, reader: FrameReader | None) -> None:
        """Forget the volume; read the next one when planes are shown."""
        self._jobs.cancel("volume")
        self._jobs.cancel("cuts")
        self._is_cutting, self._cutter, self._here = False, None, None
        self._canvas.scene.cross = None
        self._series = (series, reader) if series and reader else None
        if self.is_on:
            self._open()

    def follow(self, source: Source, frame: int) -> None:
        """An image is on show: the cross-hair goes to its depth."""
        self._here = (source, frame)
        number = self._numbers.get(self._here) if self._cutter else None
        self._canvas.scene.cross = None
        if self._cutter is None or number is None or not self.is_on:
            return
        if self._cutter.slice_at(self.at) != number:
            spot = self._cutter.spot(number, self.at)
            self.at = self._cutter.place(number, spot)
        self._canvas.scene.cross = self._cutter.spot(number, self.at)
        self._canvas.update()
        self._cut()

    def go(self, place: Place) -> None:
        """Move the cross-hair; the slice and the other planes follow."""
        if self._cutter is None:
            return
        self.at = self._cutter.inside(place)
        source, frame = self._images[self._cutter.slice_at(self.at)]
        if (source, frame) != self._here:
            self.slice_wanted.emit(source, frame)
        self.follow(source, frame)

    def close(self) -> None:
        """End reading and cutting for good."""
        self._jobs.shut_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With Shift a press on the slice moves the cross-hair."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove)
        if not self.is_on or not isinstance(event, QMouseEvent) or event.type() not in kinds:
            return False
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not is_shifted or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        number = self._numbers.get(self._here) if self._cutter and self._here else None
        if self._cutter is not None and number is not None:
            at = self._canvas.in_pane(event.position())
            spot = self._canvas.scene.viewport.to_image(at)
            self.go(self._cutter.place(number, spot))
        return True

    # -- parts

    def _open(self) -> None:
        if self._cutter is not None and self._here is not None:
            self._depths.clear()
            self.follow(*self._here)
        elif self._series is not None:
            work = partial(_opened, *self._series)
            self._jobs.start(
                "volume", work, self._opened, failed=self._failed, text=tr("Reading the volume")
            )
        else:
            self._say("")

    def _say_progress(self, text: str, done: int, total: int) -> None:
        self._say(f"{text} … {done * 100 // max(1, total)} %")

    def _opened(self, made: tuple[Cutter, tuple[tuple[Source, int], ...]]) -> None:
        self._cutter, self._images = made
        self._numbers = {image: number for number, image in enumerate(self._images)}
        self.at = self._cutter.middle
        self._depths.clear()
        self._match_tone()
        if self._here is not None and self._here in self._numbers:
            self.follow(*self._here)
        else:
            self._cut()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, CancelledError):
            return
        if not isinstance(error, ScanveilError):
            _log.warning("planes could not be made: %s", type(error).__name__)
        self._say(
            tr("No planes. {0}").format(error)
            if isinstance(error, ScanveilError)
            else tr("No planes.")
        )

    def _say(self, text: str) -> None:
        for view in self.views.values():
            view.set_message(text)

    def _match_tone(self) -> None:
        scene = self._canvas.scene
        is_negative = scene.picture is not None and scene.picture.is_negative
        tone = shading.Tone(scene.window_in_use, scene.inverted != is_negative)
        for view in self.views.values() if self.is_on else ():
            view.set_tone(tone)

    def _cut(self) -> None:
        """Cut what lies elsewhere than before; what comes meanwhile is cut once, afterwards."""
        for view in self.views.values():
            view.set_cross(self.at)
        if self._is_cutting or self._cutter is None or not self.is_on:
            return
        cutter, at = self._cutter, self.at
        due = {name: _depth(name, at) for name in DIRECTIONS}
        due = {n: d for n, d in due.items() if abs(d - self._depths.get(n, 1e9)) > _SAME_MM}
        if due:
            self._is_cutting = True
            self._jobs.start(
                "cuts",
                lambda _: {name: cutter.cut(name, at) for name in due},
                lambda cuts: self._show(cuts, due),
                failed=self._failed,
            )

    def _show(self, cuts: dict[str, Cut], depths: dict[str, float]) -> None:
        self._is_cutting = False
        for name, cut in cuts.items():
            self._depths[name] = depths[name]
            self.views[name].set_cut(cut)
        self._cut()


def _opened(
    series: Series, reader: FrameReader, progress: Progress
) -> tuple[Cutter, tuple[tuple[Source, int], ...]]:
    volume = read_volume(series, reader, progress, most=_MOST_VOXELS)
    if len(volume.positions) < _FEWEST:
        raise ScanveilError(tr("Planes need a stack of at least three slices."))
    return Cutter(volume), tuple(zip(volume.sources, volume.frames, strict=True))


def _depth(name: str, at: Place) -> float:
    right, down = DIRECTIONS[name]
    return next(at[n] for n in range(3) if not right[n] and not down[n])
