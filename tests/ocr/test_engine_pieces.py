"""A picture that looks like one large letter is looked behind in pieces, from closer."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.model import Box
from viewer.ocr.engine import Engine, Look
from viewer.ocr.quad import Quad

Image = NDArray[np.uint8]


def quad(box: Box) -> Quad:
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return Quad(tuple((float(x), float(y)) for x, y in corners), 0.8)


class OneLetter(Engine):
    """Sees a box around all that is bright, and in a whole picture nothing but the picture."""

    def __init__(self, whole: tuple[int, int]) -> None:
        self._shape = whole

    def _whole(self, image: Image, size: Look) -> tuple[Quad, ...]:
        if image.shape == self._shape:
            return (quad(Box(0, 0, image.shape[1] - 1, image.shape[0] - 1)),)
        rows, columns = np.nonzero(image > 128)
        if not rows.size:
            return ()
        x, y = int(columns.min()), int(rows.min())
        return (quad(Box(x, y, int(columns.max()) + 1 - x, int(rows.max()) + 1 - y)),)


@pytest.mark.parametrize("shape", [(512, 512), (300, 484), (1024, 476)])
def test_text_behind_it_is_found_where_it_is(shape: tuple[int, int]) -> None:
    image = np.zeros(shape, np.uint8)
    image[200:212, 30:90] = 255
    whole, *behind = OneLetter(shape).detect(image, Look.ENLARGED)
    assert whole.box.area > 0.9 * image.size
    assert behind
    for each in behind:
        assert abs(each.box.y - 200) <= 1
        assert abs(each.box.bottom - 212) <= 1
    assert min(each.box.x for each in behind) in (29, 30)
    assert max(each.box.right for each in behind) in (90, 91)


def test_series_and_large_pictures_are_not_looked_at_twice() -> None:
    for shape, look in (((512, 512), Look.NATIVE), ((1400, 1400), Look.ENLARGED)):
        image = np.full(shape, 255, np.uint8)
        assert len(OneLetter(shape).detect(image, look)) == 1
