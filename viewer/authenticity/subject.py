"""A series under examination: its frames as planes, its headers, and what was measured so far."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from viewer.dicom import FrameReader, read_dataset
from viewer.model import Instance, Series

Plane = NDArray[np.int64]
_KEPT = 6
_LEAST_SLICES = 5
_EVEN_MM, _EVEN_SHARE = 0.1, 0.95


@dataclass(frozen=True, slots=True)
class Place:
    """One frame of one instance of a series; ``number`` counts the frames of the series from 0."""

    number: int
    instance: Instance
    frame: int


class Subject:
    """Keeps the last few planes and the headers, so that many checks cost one decoding.

    ``memory`` is for what a check wants to find again: keys are its id and a place's number.
    """

    def __init__(self, series: Series, reader: FrameReader) -> None:
        self.series = series
        self._reader = reader
        self._planes: OrderedDict[int, Plane] = OrderedDict()
        self._headers: dict[int, Dataset] = {}
        self.memory: dict[tuple[str, int], Any] = {}
        pairs = [
            (each, frame)
            for each in series.instances
            if each.has_pixels
            for frame in range(each.frames)
        ]
        self.places = tuple(Place(number, *pair) for number, pair in enumerate(pairs))

    def plane(self, place: Place) -> Plane:
        """Stored values (rows, cols) of a frame, of colour images the green; UnreadableError."""
        if place.number in self._planes:
            self._planes.move_to_end(place.number)
            return self._planes[place.number]
        frame = self._reader.frame(place.instance.source, place.frame)
        values = frame.array[..., 1] if frame.is_color else frame.values
        if values.dtype.kind == "f":
            values = np.rint(values)
        plane = np.ascontiguousarray(values, np.int64)
        self._planes[place.number] = plane
        if len(self._planes) > _KEPT:
            self._planes.popitem(last=False)
        return plane

    def header(self, instance: Instance) -> Dataset:
        """The header of an instance without pixels; raises UnreadableError."""
        key = id(instance)
        if key not in self._headers:
            if len(self._headers) > _KEPT:
                self._headers.clear()
            self._headers[key] = read_dataset(instance.source, pixels=False)
        return self._headers[key]

    @property
    def is_volume(self) -> bool:
        """Whether the frames are parallel slices of one matrix, nearly all evenly spaced."""
        geometry = self.series.geometry
        sizes = {(place.instance.rows, place.instance.columns) for place in self.places}
        if geometry is None or len(sizes) != 1 or len(self.places) < _LEAST_SLICES:
            return False
        if geometry.slice_spacing < _EVEN_MM:
            return False
        gaps = np.diff(geometry.offsets)
        return bool((np.abs(gaps - geometry.slice_spacing) < _EVEN_MM).mean() >= _EVEN_SHARE)
