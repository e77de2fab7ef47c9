"""Ways of looking at the same stored values: as displayed, by local contrast, spread out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

WINDOW = "window"
CONTRAST = "contrast"
SPREAD = "spread"

_NEIGHBOURHOOD = 9
_NOISE_FLOOR = 0.5
_GAIN = 42.0
_SPREAD = (0.5, 99.8)


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


def local_contrast(stored: NDArray[Any], reach: int = _NEIGHBOURHOOD) -> Image:
    """Stored values minus their local mean over their local deviation, as 8 bits around 128.

    Text of one or two grey levels, in padding, or outside every window becomes plain; ``reach`` is
    the neighbourhood in pixels, which grows with images larger than 1024.
    """
    values = _centred(stored)
    mean, square = _local_mean(values, reach), _local_mean(values * values, reach)
    deviation = np.sqrt(np.maximum(square - mean * mean, 0))
    contrast = (values - mean) / (deviation + _NOISE_FLOOR)
    return np.asarray(np.clip(contrast * _GAIN + 128, 0, 255), np.uint8)


def spread(stored: NDArray[Any]) -> Image:
    """Stored values from their 0.5th to their 99.8th percentile as 8 bits."""
    values = np.nan_to_num(stored.astype(np.float32))
    low, high = np.percentile(values[::2, ::2], _SPREAD)
    return np.asarray(np.clip((values - low) / max(1.0, high - low) * 255, 0, 255), np.uint8)


def strongest_details(frames: Sequence[NDArray[Any]]) -> NDArray[np.float32]:
    """Of each pixel the frame that stands out most from its surroundings, as that difference.

    Text in one of several frames survives, bright or dark, where a maximum would bury it.
    """
    strongest: NDArray[np.float32] | None = None
    for frame in frames:
        values = _centred(frame)
        detail = values - _local_mean(values)
        if strongest is None:
            strongest = detail
        else:
            strongest = np.where(np.abs(detail) > np.abs(strongest), detail, strongest)
    if strongest is None:
        raise ValueError("there are no frames")
    return strongest


def _centred(stored: NDArray[Any]) -> NDArray[np.float32]:
    values = np.nan_to_num(stored.astype(np.float32))
    return np.asarray(values - np.float32(np.median(values[::8, ::8])), np.float32)


def _local_mean(values: NDArray[np.float32], reach: int = _NEIGHBOURHOOD) -> NDArray[np.float32]:
    size = int(reach * max(1.0, max(values.shape) / 1024)) | 1
    blurred = cv2.blur(values, (size, size), borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, np.float32)
