"""Real pictures to write on, cut out of pydicom's own files where they show no text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom.data import get_testdata_file

from viewer.dicom import FrameReader
from viewer.model import Source

Array = NDArray[Any]


@dataclass(frozen=True)
class Background:
    """Stored values (rows, columns) or RGB (rows, columns, 3) and how they are displayed.

    ``black`` and ``white`` are the ends of the display window in stored values; ``floor`` and
    ``ceiling`` are the lowest and the highest value that can be stored.
    """

    name: str
    modality: str
    stored: Array
    black: float
    white: float
    floor: int
    ceiling: int
    padding: int | None = None
    monochrome1: bool = False

    @property
    def is_colour(self) -> bool:
        """Whether a pixel has three samples."""
        return self.stored.ndim == 3

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, columns = self.stored.shape[:2]
        return rows, columns

    def display(self, values: Array | None = None) -> Array:
        """Grey from 0 (black) to 1 (white) as the default window shows it, float."""
        values = self.stored if values is None else values
        if self.is_colour:
            return np.asarray(values.max(axis=-1) / 255.0)
        grey = np.clip((values.astype(float) - self.black) / (self.white - self.black), 0, 1)
        return np.asarray(1 - grey if self.monochrome1 else grey)

    def value_of(self, grey: float) -> float:
        """The stored value that is displayed as a grey."""
        grey = 1 - grey if self.monochrome1 else grey
        return self.black + grey * (self.white - self.black)


def backgrounds(kind: str) -> list[Background]:
    """``grey``, ``padded``, ``film`` or ``ultrasound`` pictures."""
    if kind == "ultrasound":
        return [_doppler(), _echo()]
    if kind == "padded":
        return [_padded(each) for each in _grey()]
    if kind == "film":
        return [_film(_mr_abdomen()), _film(_ct_head())]
    return _grey()


def inverted(plain: Background) -> Background:
    """The same picture as MONOCHROME1."""
    flip = plain.floor + plain.ceiling
    return replace(
        plain,
        name=f"{plain.name}-mono1",
        stored=(flip - plain.stored.astype(np.int64)).astype(plain.stored.dtype),
        black=flip - plain.white,
        white=flip - plain.black,
        padding=None,
        monochrome1=True,
    )


def _grey() -> list[Background]:
    return [_ct_head(), _ct_spine(), _mr_abdomen(), _mr_brain(), _bones()]


@cache
def _pixels(name: str) -> Array:
    with FrameReader() as reader:
        return reader.frame(Source(Path(str(get_testdata_file(name)))), 0).values


def _ct_head() -> Background:
    stored = _pixels("J2K_pixelrep_mismatch.dcm").astype(np.int16)
    return Background("ct-head", "CT", stored, -20, 100, -2048, 4095, -2000)


def _ct_spine() -> Background:
    stored = _enlarged(_pixels("CT_small.dcm"), 3).clip(0, 4095).astype(np.uint16)
    return Background("ct-spine", "CT", stored, 864, 1264, 0, 4095)


def _mr_abdomen() -> Background:
    stored = _pixels("examples_overlay.dcm").astype(np.uint16)
    return Background("mr-abdomen", "MR", stored, 0, 700, 0, 4095)


def _mr_brain() -> Background:
    stored = _enlarged(_pixels("MR_small.dcm"), 5).clip(0, 4095).astype(np.uint16)
    return Background("mr-brain", "MR", stored, 100, 1700, 0, 4095)


def _bones() -> Background:
    stored = _pixels("JPEG2000.dcm").astype(np.int16)
    return Background("nm-bones", "NM", stored, 0, 200, -100, 1000)


def _doppler() -> Background:
    stored = np.zeros((480, 640, 3), np.uint8)
    stored[110:330, 75:565] = _pixels("examples_jpeg2k.dcm")[110:330, 75:565]
    return Background("us-doppler", "US", stored, 0, 255, 0, 255)


def _echo() -> Background:
    sector = _pixels("examples_ybr_color.dcm")[20:224, 45:270]
    stored = np.zeros((600, 800, 3), np.uint8)
    stored[60:468, 175:625] = _enlarged(sector, 2).clip(0, 255).astype(np.uint8)
    return Background("us-echo", "US", stored, 0, 255, 0, 255)


def _padded(plain: Background) -> Background:
    """With a margin of padding at both sides, as wide as a third of the picture."""
    value = plain.floor if plain.padding is None else plain.padding
    margin = max(110, plain.shape[1] // 3)
    stored = np.pad(plain.stored, ((0, 0), (margin, margin)), constant_values=value)
    return replace(plain, name=f"{plain.name}-padded", stored=stored, padding=value)


def _film(plain: Background) -> Background:
    """3000 x 3000 at 15 bits with quantum noise, enlarged from a small picture."""
    grey = cv2.resize(
        plain.display().astype(np.float32), (3000, 3000), interpolation=cv2.INTER_CUBIC
    )
    smooth = 2000 + 24000 * grey.clip(0, 1)
    noise = np.random.default_rng(1).normal(0, 1, smooth.shape).astype(np.float32)
    stored = (smooth + noise * np.sqrt(smooth)).clip(0, 32767).astype(np.uint16)
    return Background(f"film-{plain.name}", "DX", stored, 1000, 28000, 0, 32767)


def _enlarged(values: Array, times: int) -> Array:
    rows, columns = values.shape[:2]
    size = (columns * times, rows * times)
    return cv2.resize(values.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
