"""Brings decoded frames of a series to the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from viewer.dicom import FrameReader
from viewer.gui.slice_view.frame_cache import Decode, Entry, FrameCache
from viewer.gui.slice_view.picture import Opened, Picture, decode, opened
from viewer.gui.slice_view.positions import Position, to_prefetch
from viewer.model import Series

BUDGET_BYTES = 256 << 20
_REACH = 24


class FrameLoader(QObject):
    """Lives in the GUI thread and owns the signals; the decoding thread only borrows it."""

    ready = Signal(int)
    _decoded = Signal(int, int)

    def __init__(self, parent: QObject | None = None, *, budget: int = BUDGET_BYTES) -> None:
        super().__init__(parent)
        self._cache = FrameCache(self._announce, budget)
        self._generation = 0
        self._count = 0
        self._last = 0
        self._direction = 1
        self._decoded.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._cache.close)

    def open(self, series: Series, positions: tuple[Position, ...], reader: FrameReader) -> None:
        """Begin with another series; answers for the former one are dropped."""
        self._count = len(positions)
        self._last, self._direction = 0, 1
        self._generation = self._cache.restart(_decoder(series, positions, reader))

    def close_series(self) -> None:
        """Forget the series and its pixels."""
        self._count = 0
        self._generation = self._cache.restart(None)

    def close(self) -> None:
        """End the decoding thread."""
        self._cache.close()

    def request(self, index: int) -> Entry | None:
        """The frame if it is ready; decodes it, and its neighbours after it, in any case."""
        if index != self._last:
            self._direction = 1 if index > self._last else -1
        self._last = index
        entry = self._cache.get(index)
        reach = _reach(entry, self._cache.budget)
        self._cache.want(to_prefetch(index, self._count, self._direction, reach))
        return entry

    def peek(self, index: int) -> Entry | None:
        """The frame if it is ready."""
        return self._cache.get(index)

    def _announce(self, generation: int, index: int) -> None:
        try:
            self._decoded.emit(generation, index)
        except RuntimeError:  # the window went away while the frame was being decoded
            self._cache.close()

    def _arrived(self, generation: int, index: int) -> None:
        if generation == self._generation:
            self.ready.emit(index)


def _reach(entry: Entry | None, budget: int) -> int:
    if not isinstance(entry, Picture):
        return 3
    return max(1, min(_REACH, budget // (2 * max(1, entry.size))))


def _decoder(series: Series, positions: tuple[Position, ...], reader: FrameReader) -> Decode:
    """Called in the decoding thread only; remembers the header of the instance it read last."""
    last: dict[int, Opened] = {}

    def one(index: int) -> Picture:
        position = positions[index]
        instance = series.instances[position.instance_index]
        if position.instance_index not in last:
            last.clear()
            last[position.instance_index] = opened(instance)
        return decode(instance, position.frame, last[position.instance_index], reader)

    return one
