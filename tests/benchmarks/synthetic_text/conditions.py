"""The 21 ways in which text stands in the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.synthetic_text.background import Background
from tests.benchmarks.synthetic_text.drawing import Mask

Array = NDArray[Any]
Fits = Callable[[Background, Array], bool]
Paint = Callable[[Background, Array, Mask, Random], Array]


@dataclass(frozen=True, slots=True)
class Condition:
    """Where text goes (``fits`` a patch of stored values), how it is painted, size and turn.

    ``sizes`` are heights of letters in pixels, ``turns`` quarter turns to the left.
    """

    name: str
    fits: Fits
    paint: Paint
    sizes: tuple[int, int] = (12, 22)
    kind: str = "grey"
    turns: int = 0
    at_edge: bool = False
    texts: int = 8


def _dark(back: Background, patch: Array) -> bool:
    return float(back.display(patch).max()) < 0.25


def _middle(back: Background, patch: Array) -> bool:
    return 0.12 < float(np.median(back.display(patch))) < 0.7


def _bright(back: Background, patch: Array) -> bool:
    return float(np.median(back.display(patch))) > 0.6


def _anywhere(back: Background, patch: Array) -> bool:
    return True


def _is_padding(back: Background, patch: Array) -> bool:
    return bool((patch == back.padding).all())


def _outside_window(back: Background, patch: Array) -> bool:
    return float(patch.max()) < back.black - 60 or float(patch.min()) > back.white + 60


def _blend(patch: Array, mask: Mask, ink: float | Array) -> Array:
    """Ink laid over a patch, both as floats."""
    alpha = mask if patch.ndim == 2 else mask[..., None]
    return np.asarray(patch * (1 - alpha) + ink * alpha)


def _grey(level: float) -> Paint:
    def paint(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
        # Half a stroke over a value far below the window would stay below it, unseen.
        shown = patch.clip(back.black, back.white)
        inked = (mask > 0.05) if patch.ndim == 2 else (mask > 0.05)[..., None]
        return _blend(np.where(inked, shown, patch), mask, back.value_of(level))

    return paint


def _strongest(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    """Scanners print with the largest value; black where the ground is bright."""
    if random.random() < 0.5:
        return _grey(0)(back, patch, mask, random)
    return _blend(patch, mask, back.ceiling)


def _on_box(paper: float, ink: float) -> Paint:
    def paint(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
        return _blend(np.full(patch.shape, back.value_of(paper)), mask, back.value_of(ink))

    return paint


def _outlined(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    rim = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    return _blend(_blend(patch, rim, back.value_of(0)), mask, back.value_of(1))


def _on_bar(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    bar = np.array(random.choice([(36, 60, 96), (70, 70, 70), (20, 80, 60)]), float)
    return _blend(np.broadcast_to(bar, patch.shape), mask, 245.0)


def _faint(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    step = 0.12 * (back.value_of(1) - back.value_of(0))
    return np.asarray(patch + mask * step)


def _translucent(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    return _blend(patch, 0.35 * mask, back.value_of(1))


def _hidden(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    """Brighter than its ground, yet on the same side of the window."""
    below = float(patch.max()) < back.black
    room = back.black - float(patch.max()) if below else back.ceiling - float(patch.min())
    step = random.uniform(0.25, 0.9) * min(room, 600.0)
    return np.asarray(patch + mask * step)


def _in_padding(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    value = float(back.padding or 0)
    return _blend(patch, mask, value + random.randint(3, 60))


def _one_or_two(back: Background, patch: Array, mask: Mask, random: Random) -> Array:
    return np.asarray(patch + (mask > 0.5) * random.choice([1, 2]))


_TINY, _SMALL, _LARGE = (8, 10), (11, 13), (28, 40)
CONDITIONS = (
    Condition("white-on-black", _dark, _grey(1)),
    Condition("on-tissue", _middle, _grey(1)),
    Condition("black-on-white", _anywhere, _on_box(1, 0)),
    Condition("monochrome1", _dark, _grey(1), kind="monochrome1"),
    Condition("on-bone", _bright, _strongest),
    Condition("tiny", _dark, _grey(1), _TINY),
    Condition("small", _dark, _grey(1), _SMALL),
    Condition("large", _anywhere, _grey(1), _LARGE, texts=5),
    Condition("outlined", _anywhere, _outlined),
    Condition("grey-on-grey", _anywhere, _on_box(0.3, 0.6)),
    Condition("turned-left", _dark, _grey(1), turns=1),
    Condition("upside-down", _dark, _grey(1), turns=2),
    Condition("at-the-edge", _dark, _grey(1), at_edge=True),
    Condition("ultrasound-bar", _dark, _on_bar, kind="ultrasound"),
    Condition("ultrasound-jpeg", _dark, _grey(0.9), kind="jpeg"),
    Condition("film-3000", _anywhere, _grey(1), (14, 36), kind="film", texts=12),
    Condition("faint", _middle, _faint),
    Condition("translucent", _middle, _translucent),
    Condition("outside-window", _outside_window, _hidden),
    Condition("in-padding", _is_padding, _in_padding, kind="padded"),
    Condition("one-or-two-levels", _is_padding, _one_or_two, kind="padded"),
)
