"""Pictures with text drawn into them."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.ocr import FrameViews


def strokes(shape: tuple[int, int], text: str, x: int, y: int, size: float = 0.5) -> NDArray[Any]:
    """Where a text with its base line at (x, y) leaves ink."""
    ink = np.zeros(shape, np.uint8)
    cv2.putText(ink, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, size, 255, 1)
    return ink > 0


def slices(count: int, shape: tuple[int, int] = (256, 320), seed: int = 3) -> NDArray[Any]:
    """Noise around 1000 like soft tissue in stored values, with padding of -2000 at the left."""
    stored = np.random.default_rng(seed).normal(1000, 12, (count, *shape)).astype(np.int16)
    stored[:, :, :110] = -2000
    return stored


def views(stored: NDArray[Any], low: int = 900, high: int = 1300) -> list[FrameViews]:
    """Frames with a display window from ``low`` to ``high``."""
    display = ((stored.astype(float) - low) / (high - low) * 255).clip(0, 255).astype(np.uint8)
    return [FrameViews(index, display[index], stored[index]) for index in range(len(stored))]
