"""Bar codes and QR codes in an image; runs in the worker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.model import Box, Masked

Image = NDArray[np.uint8]

_QUIET_ZONE = 0.08
_SAME_ROW = 0.7


@dataclass(frozen=True, slots=True)
class Barcode:
    """What a code holds, which kind it is, and the box around all of its bars or modules."""

    text: Masked
    kind: str
    box: Box


def read_barcodes(image: Image) -> tuple[Barcode, ...]:
    """All codes of a grey image (rows, columns) at any angle, also light on dark."""
    import zxingcpp  # here, as only workers need it

    rows, columns = image.shape
    found = []
    for code in zxingcpp.read_barcodes(image):
        corners = [getattr(code.position, each) for each in _CORNERS]
        box = _around([(each.x, each.y) for each in corners])
        whole = _along_bars(box.clipped(columns, rows), image)
        if whole is not None:
            found.append(Barcode(Masked(code.text), str(code.format), whole))
    return tuple(found)


_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")


def _around(points: list[tuple[int, int]]) -> Box:
    xs, ys = zip(*points, strict=True)
    width, height = max(xs) - min(xs) + 1, max(ys) - min(ys) + 1
    pad = max(2, round(_QUIET_ZONE * max(width, height)))
    return Box(min(xs) - pad, min(ys) - pad, width + 2 * pad, height + 2 * pad)


def _along_bars(box: Box | None, image: Image) -> Box | None:
    """The box carried on over rows and columns that go on like its middle ones.

    Readers report only the lines they scanned of a code made of bars.
    """
    if box is None:
        return None
    y, height = _carried_on(image[:, box.x : box.right], box.y, box.height)
    x, width = _carried_on(image[box.y : box.bottom].T, box.x, box.width)
    return Box(x, y, width, height)


def _carried_on(strip: Image, start: int, length: int) -> tuple[int, int]:
    lines = strip.astype(np.float32)
    lines -= lines.mean(axis=1, keepdims=True)
    middle = lines[start + length // 2]
    scale = np.sqrt((lines**2).sum(axis=1) * (middle**2).sum()) + 1e-6
    alike = lines @ middle / scale >= _SAME_ROW
    first, last = start, start + length
    while first > 0 and alike[first - 1]:
        first -= 1
    while last < len(alike) and alike[last]:
        last += 1
    return first, last - first
