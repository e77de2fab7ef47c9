"""Edits made by code on planes of stored values, so that a check can be measured.

Each takes an integer plane (rows, cols) and a random generator, and returns an edited copy with
the place that was edited (None: the whole image). None when the image has no room for it.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import convolve, gaussian_filter, uniform_filter

from viewer.model import Box

Plane = NDArray[np.int64]
Random = np.random.Generator
Edited = tuple[Plane, Box | None]
_EDGE = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], float)


def place(plane: Plane, side: int, random: Random) -> Box | None:
    """A square inside the body: brighter than background and with noise in every quarter."""
    rows, columns = plane.shape
    if min(rows, columns) < 3 * side:
        return None
    smooth = uniform_filter(plane.astype(float), side)
    dull = uniform_filter((np.abs(np.diff(plane, axis=1, prepend=0)) == 0).astype(float), side)
    low, high = np.percentile(plane, (2, 98))
    half = side // 2
    inside = (smooth > low + 0.2 * (high - low)) & (dull < 0.3)
    inside[:half] = inside[-half - 1 :] = False
    inside[:, :half] = inside[:, -half - 1 :] = False
    found = np.argwhere(inside)
    if not len(found):
        return None
    row, column = found[random.integers(len(found))]
    return Box(int(column) - half, int(row) - half, side, side)


def cut(plane: Plane, box: Box) -> Plane:
    """The values inside a box."""
    return plane[box.y : box.bottom, box.x : box.right]


def feather(side: int) -> NDArray[np.float64]:
    """A round mask, 1 inside and falling to 0 over two pixels at its rim."""
    at = np.arange(side) - (side - 1) / 2
    distance = np.hypot(*np.meshgrid(at, at))
    return np.clip((side / 2 - distance) / 2, 0, 1)


def _blend(plane: Plane, box: Box, patch: NDArray[np.generic]) -> Plane:
    mask = feather(box.width)
    edited = plane.copy()
    mixed = mask * patch + (1 - mask) * cut(plane, box)
    edited[box.y : box.bottom, box.x : box.right] = np.rint(mixed)
    return edited


def _two_places(plane: Plane, side: int, random: Random) -> tuple[Box, Box] | None:
    first = place(plane, side, random)
    for _ in range(30):
        second = place(plane, side, random)
        if first and second and not first.overlap(second):
            return first, second
    return None


def copy_move(plane: Plane, random: Random, side: int) -> Edited | None:
    """A round patch pasted elsewhere in the same image, its rim feathered."""
    if (both := _two_places(plane, side, random)) is None:
        return None
    return _blend(plane, both[1], cut(plane, both[0])), both[1]


def hard_copy(plane: Plane, random: Random, side: int) -> Edited | None:
    """A square patch pasted elsewhere in the same image without a rim."""
    if (both := _two_places(plane, side, random)) is None:
        return None
    edited = plane.copy()
    edited[both[1].y : both[1].bottom, both[1].x : both[1].right] = cut(plane, both[0])
    return edited, both[1]


def paste_from(donor: Plane, plane: Plane, random: Random, side: int) -> Edited | None:
    """A round patch of another image of the same scanner, pasted unchanged."""
    source, target = place(donor, side, random), place(plane, side, random)
    if source is None or target is None:
        return None
    return _blend(plane, target, cut(donor, source)), target


def splice(donor: Plane, plane: Plane, random: Random, side: int) -> Edited | None:
    """A round patch of another patient's image, brought to the brightness around it."""
    source, target = place(donor, side, random), place(plane, side, random)
    if source is None or target is None:
        return None
    patch, around = cut(donor, source).astype(float), cut(plane, target).astype(float)
    scale = np.subtract(*np.percentile(plane, (98, 2))) / np.subtract(
        *np.percentile(donor, (98, 2))
    )
    fitted = (patch - patch.mean()) * scale + around.mean()
    return _blend(plane, target, fitted), target


def repair(plane: Plane, random: Random, side: int) -> Edited | None:
    """A place painted over from its rim (Telea), as a remover of findings does."""
    if (target := place(plane, side, random)) is None:
        return None
    mask = np.zeros(plane.shape, np.uint8)
    mask[target.y : target.bottom, target.x : target.right] = feather(side) > 0.5
    low = plane.min()
    painted = cv2.inpaint((plane - low).astype(np.uint16), mask, 3, cv2.INPAINT_TELEA)
    edited = np.where(mask, painted.astype(np.int64) + low, plane)
    return edited, target


def noisy_repair(plane: Plane, random: Random, side: int) -> Edited | None:
    """A repair with noise added of the strength that stood there: a careful hand."""
    if (done := repair(plane, random, side)) is None or done[1] is None:
        return None
    edited, target = done
    around = np.abs(convolve(plane.astype(float), _EDGE))
    sigma = np.sqrt(np.pi / 2) / 6 * cut(around, target).mean()
    noise = gaussian_filter(random.standard_normal((side, side)), 0.4)
    return _blend(edited, target, cut(edited, target) + noise / noise.std() * sigma), target


def blur(plane: Plane, random: Random, side: int, pixels: float = 2.0) -> Edited | None:
    """A place smoothed by a Gaussian of two pixels."""
    if (target := place(plane, side, random)) is None:
        return None
    smooth = gaussian_filter(plane.astype(float), pixels)
    return _blend(plane, target, cut(smooth, target)), target


def lesion(plane: Plane, random: Random, side: int) -> Edited | None:
    """A smooth bright spot added, the noise kept."""
    if (target := place(plane, side, random)) is None:
        return None
    at = np.arange(side) - (side - 1) / 2
    spot = np.exp(-(np.add.outer(at**2, at**2)) / (2 * (side / 5) ** 2))
    height = 0.15 * np.subtract(*np.percentile(plane, (98, 2)))
    return _blend(plane, target, cut(plane, target) + spot * height), target


def eight_bits(plane: Plane) -> tuple[NDArray[np.uint8], float, float]:
    """The plane as a picture of 256 greys, with the low value and the step it was made by."""
    body = plane[plane > plane.min()]
    low, high = np.percentile(body, (0.1, 99.9))
    step = max(float(high - low), 1.0) / 255
    return np.clip(np.rint((plane - low) / step), 0, 255).astype(np.uint8), float(low), step


def eight_bit_history(plane: Plane, random: Random) -> Edited:
    """Saved as a picture of 256 greys, then stored again over the old range."""
    picture, low, step = eight_bits(plane)
    return np.rint(picture * step + low).astype(np.int64), None


def jpeg_history(plane: Plane, random: Random, quality: int = 80) -> Edited:
    """Saved as a JPEG of 256 greys, then stored uncompressed over the old range."""
    picture, low, step = eight_bits(plane)
    decoded = _jpeg(picture, quality)
    return np.rint(decoded * step + low).astype(np.int64), None


def narrow_jpeg_history(plane: Plane, random: Random, quality: int = 80) -> Edited:
    """A JPEG of 256 greys stored as it is, in values 0 to 255 of a deep image."""
    return _jpeg(eight_bits(plane)[0], quality).astype(np.int64), None


def _jpeg(picture: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)


def stretch(plane: Plane, random: Random) -> Edited:
    """Contrast raised by 1.3 and rounded."""
    return np.rint(plane * 1.3).astype(np.int64), None


def resample(plane: Plane, random: Random) -> Edited:
    """Enlarged by 1.08 (cubic) and cut to the old matrix."""
    rows, columns = plane.shape
    scaled = cv2.resize(plane.astype(np.float32), None, fx=1.08, fy=1.08, interpolation=2)
    top, left = (scaled.shape[0] - rows) // 2, (scaled.shape[1] - columns) // 2
    return np.rint(scaled[top : top + rows, left : left + columns]).astype(np.int64), None


def half_size(plane: Plane, random: Random) -> Edited:
    """Made at half the size and enlarged: a stand-in for a generator."""
    rows, columns = plane.shape
    small = cv2.resize(plane.astype(np.float32), (columns // 2, rows // 2), interpolation=3)
    return np.rint(cv2.resize(small, (columns, rows), interpolation=2)).astype(np.int64), None


def slight_blur(plane: Plane, random: Random, side: int) -> Edited | None:
    """A place smoothed by a Gaussian of one and a half pixels."""
    return blur(plane, random, side, 1.5)


def faint_blur(plane: Plane, random: Random, side: int) -> Edited | None:
    """A place smoothed by a Gaussian of one pixel."""
    return blur(plane, random, side, 1.0)


WHOLE: dict[str, Callable[[Plane, Random], Edited]] = {
    "8-bit history": eight_bit_history,
    "JPEG history": jpeg_history,
    "JPEG history, values 0 to 255": narrow_jpeg_history,
    "contrast stretch": stretch,
    "resample by 1.08": resample,
    "made at half size": half_size,
}
LOCAL: dict[str, Callable[[Plane, Random, int], Edited | None]] = {
    "repair": repair,
    "repair with noise": noisy_repair,
    "blur (Gaussian, 2 pixels)": blur,
    "blur (Gaussian, 1.5 pixels)": slight_blur,
    "blur (Gaussian, 1 pixel)": faint_blur,
    "added lesion": lesion,
}
