"""Looking for signs of editing as the window calls it, away from the GUI thread; no Qt in here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.authenticity import AreaReport, Sign, Subject, check_area, look, look_across
from viewer.authenticity.noise import BLOCK, noise_grid
from viewer.authenticity.subject import Plane
from viewer.dicom import FrameReader, read_dataset, to_display
from viewer.gui.processes import in_process
from viewer.model import Box, Instance, Progress, Series

_AROUND = 100
_BANDS = 48
_MOST_HEAT = 2.0


@dataclass(frozen=True, slots=True)
class Looked:
    """The signs in a series, and the noise of each of its frames in stored values."""

    signs: tuple[Sign, ...]
    noise: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FrameEvidence:
    """One frame to look at: display pixels, heat, and what the plots show.

    ``heat`` (block rows, block columns) is the noise against the frame's median, -1 (a quarter and
    less) to 1 (four times and more), NaN where unknown; ``block`` its side in pixels. ``counts``
    are how often each of the values from ``first_value`` on occurs; ``spectrum`` is the logarithm
    of the mean power from low to high frequency.
    """

    pixels: NDArray[np.uint8]
    heat: NDArray[np.float32]
    block: int
    first_value: int
    counts: tuple[float, ...]
    spectrum: tuple[float, ...]


def look_for_edits(chosen: Sequence[Series], progress: Progress) -> Mapping[str, Looked]:
    """What the checks say about series and about what they share, by series UID; in a process."""
    found: Mapping[str, Looked] = in_process(_look, tuple(chosen), progress=progress)
    return found


def _look(chosen: tuple[Series, ...], progress: Progress) -> dict[str, Looked]:
    with FrameReader() as reader:
        subjects = [Subject(each, reader) for each in chosen]
        signs = [sign for each in subjects for sign in look(each, progress)]
        signs += look_across(subjects, progress)
    return {each.series.series_uid: _looked(each, signs) for each in subjects}


def _looked(subject: Subject, signs: Sequence[Sign]) -> Looked:
    sources = {each.source for each in subject.series.instances}
    grids = [subject.memory.get(("noise-along", place.number)) for place in subject.places]
    noise = tuple(0.0 if each is None else _middle(each) for each in grids)
    return Looked(tuple(each for each in signs if each.source in sources), noise)


def _middle(grid: NDArray[np.float32]) -> float:
    known = grid[np.isfinite(grid)]
    return float(np.median(known)) if known.size else 0.0


def frame_evidence(instance: Instance, frame: int, reader: FrameReader) -> FrameEvidence:
    """Picture, heat and plots of one frame; raises UnreadableError."""
    decoded = reader.frame(instance.source, frame)
    pixels = to_display(decoded, read_dataset(instance.source, pixels=False))
    plane = _plane(decoded.array if decoded.is_color else decoded.values)
    grid = noise_grid(plane)
    middle = max(_middle(grid), 1e-6)
    heat = np.clip(np.log2(grid / middle) / _MOST_HEAT, -1, 1).astype(np.float32)
    first, counts = _values(plane)
    return FrameEvidence(pixels, heat, BLOCK, first, counts, _spectrum(plane))


def area_of(instance: Instance, frame: int, area: Box, reader: FrameReader) -> AreaReport:
    """The region check on a frame; raises UnreadableError and UsageError."""
    decoded = reader.frame(instance.source, frame)
    return check_area(_plane(decoded.array if decoded.is_color else decoded.values), area)


def _plane(array: NDArray[np.generic]) -> Plane:
    values = array[..., 1] if array.ndim == 3 else array
    return np.asarray(np.rint(values.astype(np.float64)), np.int64)


def _values(plane: Plane) -> tuple[int, tuple[float, ...]]:
    low, high = np.percentile(plane, (5, 95))
    body = plane[(plane > low) & (plane < high)]
    centre = int(np.median(body)) if body.size else int(np.median(plane))
    first = centre - _AROUND
    inside = plane[(plane >= first) & (plane < centre + _AROUND)] - first
    counts = np.bincount(inside.ravel(), minlength=2 * _AROUND)
    return first, tuple(float(each) for each in counts)


def _spectrum(plane: Plane) -> tuple[float, ...]:
    values = plane - plane.mean()
    rows, columns = values.shape
    windowed = values * np.outer(np.hanning(rows), np.hanning(columns))
    power = np.abs(np.fft.rfft2(windowed)) ** 2
    radius = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    band = np.minimum((radius * 2 * _BANDS).astype(int), _BANDS)
    summed = np.bincount(band.ravel(), power.ravel(), _BANDS + 1)[:_BANDS]
    number = np.maximum(np.bincount(band.ravel(), minlength=_BANDS + 1)[:_BANDS], 1)
    return tuple(float(each) for each in np.log10(summed / number + 1e-3))
