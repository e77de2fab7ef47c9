"""Which of many overlapping text boxes to keep, and how far each reaches along its ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.model import Box
from viewer.ocr.quad import Quad

Image = NDArray[np.uint8]

_COVERED = 0.7
_SWALLOWED = 0.8
_MUCH_LARGER = 3.0
_PADDING = 0.15
_REACH = 3.0
_STEP = 0.5
_MISSES = 2


def merged(views: Sequence[Sequence[Quad]]) -> list[tuple[int, Quad]]:
    """(view, quad) of the union of several views' boxes, the first view preferred.

    A box mostly covered by kept ones is dropped; one that swallows kept ones replaces them. Boxes
    of much larger letters do neither: detectors sometimes draw one around the whole picture.
    """
    kept: list[tuple[int, Quad]] = []
    for number, quads in enumerate(views):
        for quad in quads:
            rivals = [each.box for _, each in kept if _is_same_size(each, quad)]
            if covered(quad.box, rivals) >= _COVERED:
                continue
            kept = [pair for pair in kept if not _swallows(quad, pair[1])]
            kept.append((number, quad))
    return kept


def alike(one: Box, other: Box) -> bool:
    """Whether two boxes mark the same place: they share half of their union."""
    shared = one.overlap(other)
    return shared * 2 >= one.area + other.area - shared


def covered(box: Box, others: Iterable[Box]) -> float:
    """The share of a box that lies in any of the others."""
    mask = np.zeros((box.height, box.width), bool)
    for other in others:
        if box.overlap(other):
            x, y = max(0, other.x - box.x), max(0, other.y - box.y)
            mask[y : max(0, other.bottom - box.y), x : max(0, other.right - box.x)] = True
    return float(mask.mean())


def grown(quad: Quad, image: Image) -> Box:
    """The quad's box, carried on along its ink and padded by 15 % of the text height."""
    rows, columns = image.shape
    box = quad.box.clipped(columns, rows)
    if box is None:
        raise ValueError("the quad lies outside the image")
    longer = _along_columns(box, image)
    if box.height > box.width:
        turned = _along_columns(Box(box.y, box.x, box.height, box.width), image.T)
        longer = Box(turned.y, turned.x, turned.height, turned.width)
    pad = max(2, round(_PADDING * min(box.width, box.height)))
    padded = longer.padded(pad).clipped(columns, rows)
    return padded if padded is not None else box


def _swallows(quad: Quad, other: Quad) -> bool:
    shared = quad.box.overlap(other.box)
    return _is_same_size(quad, other) and shared >= _SWALLOWED * other.box.area


def _is_same_size(quad: Quad, other: Quad) -> bool:
    """Whether the letters of the first are at most three times as high as those of the other."""
    return quad.text_height <= _MUCH_LARGER * other.text_height


def _along_columns(box: Box, image: Image) -> Box:
    """Grown to the left and right while strokes as dense as the text's own go on."""
    band = np.ascontiguousarray(image[box.y : box.bottom])
    inside = band[:, box.x : box.right]
    threshold, bright = cv2.threshold(inside, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    dark_text = bright.mean() > 0.5
    ink = (band <= threshold) if dark_text else (band > threshold)
    density = float(ink[:, box.x : box.right].mean())
    step = max(1, round(box.height * _STEP))
    most = round(box.height * _REACH)
    right = _reach(ink[:, box.right : box.right + most], density, step)
    left = _reach(ink[:, max(0, box.x - most) : box.x][:, ::-1], density, step)
    return Box(box.x - left, box.y, box.width + left + right, box.height)


def _reach(ink: NDArray[np.bool_], density: float, step: int) -> int:
    """Columns that go on like text: neither empty nor much fuller than the text itself."""
    reached, misses = 0, 0
    for start in range(0, ink.shape[1], step):
        filled = float(ink[:, start : start + step].mean())
        if filled > 1.7 * density:
            return reached
        if filled >= 0.4 * density:
            reached, misses = min(start + step, ink.shape[1]), 0
            continue
        misses += 1
        if misses >= _MISSES:
            return reached
    return reached
