"""Gathers the boxes of many views and reads each new one once."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from viewer.model import Box, Masked
from viewer.ocr.boxes import alike, grown, merged
from viewer.ocr.engine import Look
from viewer.ocr.noise import is_noise
from viewer.ocr.pool import OcrPool
from viewer.ocr.quad import Quad
from viewer.ocr.reading import SURE, Glimpse, Reading

Image = NDArray[np.uint8]

_SAME = 0.8
_BEGUN = 2


@dataclass(frozen=True, slots=True)
class View:
    """A picture to look at, which view it is, and the frames it shows."""

    pixels: Image
    name: str
    indices: tuple[int, ...]


@dataclass(slots=True)
class _Place:
    """A box seen before, with the picture it was read from."""

    quad: Quad
    box: Box
    picture: Image
    certainty: float
    glimpses: list[Glimpse] = field(default_factory=list)
    indices: set[int] = field(default_factory=set)


class Collector:
    """Text of frames of one shape; ``size`` says how large the detector sees them."""

    def __init__(self, pool: OcrPool, size: Look) -> None:
        self._pool = pool
        self._size = size
        self._places: list[_Place] = []
        self._shape = (1, 1)
        self._begun: deque[tuple[list[list[View]], list[Future[tuple[Quad, ...]]]]] = deque()
        self._most_begun = _BEGUN if pool.jobs > 1 else 0

    def look(self, groups: list[list[View]]) -> None:
        """Detect on all views at once; views of one group show the same frames.

        With several jobs, detecting goes on while what was found before is read.
        """
        views = [view.pixels for group in groups for view in group]
        self._begun.append((groups, self._pool.detect_soon(views, self._size)))
        while len(self._begun) > self._most_begun:
            self._finish()

    def drop(self) -> None:
        """Forget what was begun and not finished."""
        for _, found in self._begun:
            for each in found:
                each.cancel()
        self._begun.clear()

    def _finish(self) -> None:
        groups, found = self._begun.popleft()
        answers = (each.result() for each in found)
        fresh: list[tuple[_Place, Quad, View, list[View]]] = []
        for group in groups:
            quads = [next(answers) for _ in group]
            self._shape = group[0].pixels.shape
            fresh += self._sort_out(group, quads)
        self._read(fresh)

    def readings(self) -> list[Reading]:
        """Everything seen so far, without noise, from top to bottom."""
        while self._begun:
            self._finish()
        rows, columns = self._shape
        readings = [_reading(place) for place in self._places]
        return sorted(
            (each for each in readings if not is_noise(each, rows, columns)),
            key=lambda each: (each.box.y, each.box.x),
        )

    def _sort_out(
        self, group: list[View], quads: list[tuple[Quad, ...]]
    ) -> list[tuple[_Place, Quad, View, list[View]]]:
        fresh = []
        for number, quad in merged(quads):
            view = group[number]
            place = self._seen(quad, view)
            if place is None:
                picture = quad.crop(view.pixels)
                place = _Place(quad, grown(quad, view.pixels), picture, quad.score)
                self._places.append(place)
                fresh.append((place, quad, view, group))
            place.indices.update(view.indices)
            place.certainty = max(place.certainty, quad.score)
        return fresh

    def _seen(self, quad: Quad, view: View) -> _Place | None:
        for place in self._places:
            if alike(place.quad.box, quad.box) and _looks_like(
                place.picture, place.quad.crop(view.pixels)
            ):
                return place
        return None

    def _read(self, fresh: list[tuple[_Place, Quad, View, list[View]]]) -> None:
        crops = [quad.crop(view.pixels) for _, quad, view, _ in fresh]
        again = []
        for (place, quad, view, group), answer in zip(
            fresh, self._pool.recognise(crops), strict=True
        ):
            place.glimpses.append(_glimpse(answer, view))
            if answer[1] < SURE:
                again += [(place, quad, other) for other in group if other is not view]
        answers = self._pool.recognise([quad.crop(view.pixels) for _, quad, view in again])
        for (place, _, view), answer in zip(again, answers, strict=True):
            place.glimpses.append(_glimpse(answer, view))


def _glimpse(answer: tuple[str, float], view: View) -> Glimpse:
    return Glimpse(Masked(answer[0]), answer[1], view.name)


def _reading(place: _Place) -> Reading:
    readable = sorted(place.glimpses, key=lambda each: (bool(each.text), each.confidence))
    return Reading(
        place.box,
        place.quad.box,
        tuple(reversed(readable)),
        tuple(sorted(place.indices)),
        place.certainty,
        place.quad.text_height,
    )


def _looks_like(one: Image, other: Image) -> bool:
    """Whether two crops of one place show the same strokes: they correlate."""
    first, second = (each.astype(np.float32) - each.mean() for each in (one, other))
    scale = float(np.sqrt((first * first).sum() * (second * second).sum()))
    return scale > 0 and float((first * second).sum()) / scale >= _SAME
