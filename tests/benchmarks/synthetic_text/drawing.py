"""Texts as masks of ink, in the letters that scanners use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Mask = NDArray[np.float32]

_FOLDERS = (Path("/usr/share/fonts"), Path("C:/Windows/Fonts"), Path("/Library/Fonts"))
_WANTED = (
    "DejaVuSans.ttf",
    "DejaVuSansMono.ttf",
    "DejaVuSans-Bold.ttf",
    "LiberationSans-Regular.ttf",
    "LiberationSerif-Regular.ttf",
    "LiberationMono-Regular.ttf",
    "LiberationSansNarrow-Regular.ttf",
)
_HERSHEY = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_PLAIN)
_BITMAP_HEIGHT = 11


def letters(text: str, height: int, random: Random) -> Mask:
    """Ink from 0 to 1 of a text about ``height`` pixels high, cut to its ink."""
    kind = random.choice(["outline", "outline", "outline", "bitmap", "hershey"])
    if kind == "bitmap" and height < 3 * _BITMAP_HEIGHT:
        return _cut(_bitmap(text, max(1, round(height / _BITMAP_HEIGHT))))
    if kind == "hershey" and height >= 10:
        return _cut(_hershey(text, height, random.choice(_HERSHEY)))
    return _cut(_drawn(text, _font(random.choice(installed()), height)))


@cache
def installed() -> tuple[str, ...]:
    """Outline fonts of this machine, with the one that comes with Pillow as ''."""
    found = {path.name: str(path) for folder in _FOLDERS for path in folder.rglob("*.ttf")}
    return ("", *(found[name] for name in _WANTED if name in found))


@cache
def _font(path: str, height: int) -> Any:
    return ImageFont.truetype(path, height) if path else ImageFont.load_default(height)


def _drawn(text: str, font: Any) -> Mask:
    left, top, right, bottom = font.getbbox(text)
    picture = Image.new("L", (int(right - left) + 8, int(bottom - top) + 8))
    ImageDraw.Draw(picture).text((4 - left, 4 - top), text, 255, font)
    return np.asarray(picture, np.float32) / 255


def _bitmap(text: str, times: int) -> Mask:
    small = _drawn(text, ImageFont.load_default_imagefont()) > 0.5
    return np.kron(small, np.ones((times, times))).astype(np.float32)


def _hershey(text: str, height: int, face: int) -> Mask:
    scale = cv2.getFontScaleFromHeight(face, round(height * 0.72))
    thick = 2 if height > 24 else 1
    (width, tall), below = cv2.getTextSize(text, face, scale, thick)
    picture = np.zeros((tall + 2 * below + 8, width + 8), np.uint8)
    cv2.putText(picture, text, (4, tall + 4), face, scale, 255, thick, cv2.LINE_AA)
    return picture.astype(np.float32) / 255


def _cut(mask: Mask) -> Mask:
    """Without empty margins."""
    rows, columns = np.nonzero(mask > 0.25)
    return mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
