"""Pictures of one condition with the truth about the texts in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.synthetic_text.background import Background, backgrounds, inverted
from tests.benchmarks.synthetic_text.conditions import CONDITIONS, Condition
from tests.benchmarks.synthetic_text.contrast import standing_out
from tests.benchmarks.synthetic_text.drawing import letters
from tests.benchmarks.synthetic_text.strings import Person, harmless, identifying, person
from viewer.model import Box

Array = NDArray[Any]

_TRIES = 400
_VISIBLE = 0.04


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a picture: its box of ink, whether it identifies, and how it stands out.

    ``contrast`` is ink against ground in the default window (0 to 1), ``noise_ratio`` ink against
    the deviation of the ground in stored values.
    """

    text: str
    box: Box
    identifies: bool
    contrast: float
    noise_ratio: float

    @property
    def is_visible(self) -> bool:
        """Whether a person sees it in the default window."""
        return self.contrast >= _VISIBLE


@dataclass(slots=True)
class Picture:
    """Stored values with texts; ``name`` is the same for the same seed and place in it."""

    name: str
    condition: str
    background: Background
    who: Person
    stored: Array
    texts: list[Text] = field(default_factory=list)
    as_jpeg: bool = False


def pictures(seed: int, each: int) -> Iterator[Picture]:
    """``each`` pictures of every condition and, without any text, two of every kind of ground."""
    for condition in CONDITIONS:
        for number in range(each):
            yield _written(condition, seed, number)
    for kind in ("grey", "padded", "ultrasound", "film"):
        for number in range(3):
            random = Random(f"{seed} {kind} {number}")
            ground = _turned(random.choice(backgrounds(kind)), random)
            yield Picture(
                f"{seed}-none-{kind}-{number}", "none", ground, person(random), ground.stored
            )


def _written(condition: Condition, seed: int, number: int) -> Picture:
    random = Random(f"{seed} {condition.name} {number}")
    for _ in range(12):
        ground = _turned(_ground(condition, random), random)
        picture = Picture(
            f"{seed}-{condition.name}-{number}",
            condition.name,
            ground,
            person(random),
            ground.stored.astype(np.float64),
            as_jpeg=condition.kind == "jpeg",
        )
        taken = np.zeros(ground.shape, bool)
        for _ in range(condition.texts):
            _write(picture, condition, taken, random)
        if len(picture.texts) >= condition.texts // 2:
            break
    picture.stored = (
        np.rint(picture.stored).clip(ground.floor, ground.ceiling).astype(ground.stored.dtype)
    )
    return picture


def _ground(condition: Condition, random: Random) -> Background:
    if condition.kind == "monochrome1":
        return inverted(random.choice(backgrounds("grey")))
    return random.choice(backgrounds("ultrasound" if condition.kind == "jpeg" else condition.kind))


def _turned(ground: Background, random: Random) -> Background:
    """Mirrored or not, so that no two pictures of a ground need be the same."""
    stored = ground.stored
    if random.random() < 0.5:
        stored = stored[:, ::-1]
    if random.random() < 0.3:
        stored = stored[::-1]
    return replace(ground, stored=np.ascontiguousarray(stored))


def _write(picture: Picture, condition: Condition, taken: Array, random: Random) -> None:
    identifies = random.random() < 2 / 3
    words = identifying(picture.who, random) if identifies else harmless(random)
    mask = np.rot90(letters(words, random.randint(*condition.sizes), random), condition.turns)
    ink = np.pad(mask, 2)
    place = _place(picture, condition, ink.shape, taken, random)
    if place is None:
        return
    y, x = place
    part = np.s_[y : y + ink.shape[0], x : x + ink.shape[1]]
    before = picture.stored[part].copy()
    picture.stored[part] = condition.paint(picture.background, before, ink, random)
    taken[max(0, y - 8) : y + ink.shape[0] + 8, max(0, x - 14) : x + ink.shape[1] + 14] = True
    box = Box(x + 2, y + 2, mask.shape[1], mask.shape[0])
    picture.texts.append(
        Text(words, box, identifies, *standing_out(picture.background, picture.stored[part], ink))
    )


def _place(
    picture: Picture,
    condition: Condition,
    size: tuple[int, ...],
    taken: Array,
    random: Random,
) -> tuple[int, int] | None:
    rows, columns = (whole - part for whole, part in zip(taken.shape, size, strict=True))
    if rows < 0 or columns < 0:
        return None
    for _ in range(_TRIES):
        y, x = random.randint(0, rows), random.randint(0, columns)
        if condition.at_edge:
            y, x = random.choice([(y, 0), (y, columns), (0, x), (rows, x)])
        part = np.s_[y : y + size[0], x : x + size[1]]
        if not taken[part].any() and condition.fits(
            picture.background, picture.background.stored[part]
        ):
            return y, x
    return None
