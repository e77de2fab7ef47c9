"""Two ways of looking at the same stored values: as displayed, and by local contrast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

WINDOW = "window"
CONTRAST = "contrast"

_NEIGHBOURHOOD = 13
_NOISE_FLOOR = 0.5
_GAIN = 42.0


@dataclass(frozen=True, slots=True)
class FrameViews:
    """One frame: ``display`` as a person sees it first, ``stored`` as the file holds it.

    Both have the shape (rows, columns); ``index`` counts frames in the order they are given.
    """

    index: int
    display: Image
    stored: NDArray[Any]

    @property
    def contrast(self) -> Image:
        """The view that also shows text outside the display window."""
        return local_contrast(self.stored)


def grey(image: NDArray[Any]) -> NDArray[Any]:
    """(rows, columns) of a grey or colour image: the strongest of the samples."""
    return image if image.ndim == 2 else np.asarray(image[..., :3].max(axis=2))


def local_contrast(stored: NDArray[Any]) -> Image:
    """Stored values minus their local mean over their local deviation, as 8 bits around 128.

    Text of one or two grey levels, in padding, or outside every window becomes plain; the
    neighbourhood of 13 pixels grows with images larger than 1024.
    """
    values = np.nan_to_num(stored.astype(np.float32))
    values -= np.float32(np.median(values[::8, ::8]))
    size = int(_NEIGHBOURHOOD * max(1.0, max(values.shape) / 1024)) | 1
    kernel = (size, size)
    mean = cv2.blur(values, kernel, borderType=cv2.BORDER_REFLECT)
    square = cv2.blur(values * values, kernel, borderType=cv2.BORDER_REFLECT)
    deviation = np.sqrt(np.maximum(square - mean * mean, 0))
    contrast = (values - mean) / (deviation + _NOISE_FLOOR)
    return np.asarray(np.clip(contrast * _GAIN + 128, 0, 255), np.uint8)
