"""Text drawn into pixels, as devices burn it in."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.demo.recipe import DrawnText

_CAPITAL = 21.0  # height in pixels of a capital letter of this font at scale 1
_FONT = cv2.FONT_HERSHEY_DUPLEX


def draw_texts(
    image: NDArray[np.uint8], texts: Iterable[DrawnText], colour: int | tuple[int, int, int]
) -> None:
    """Draw into an image (rows, columns) or (rows, columns, 3) in place."""
    for text in texts:
        draw_text(image, text.text, text.x, text.y, text.height, colour)


def draw_text(
    image: NDArray[np.uint8],
    text: str,
    x: int,
    y: int,
    height: int,
    colour: int | tuple[int, int, int],
) -> None:
    """Draw one line: left edge, baseline and capital height in pixels."""
    place = (x, y)
    cv2.putText(image, text, place, _FONT, height / _CAPITAL, colour, 1, cv2.LINE_AA)
