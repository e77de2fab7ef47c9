"""How often an area that a person marks is called unusual, edited and untouched."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence

import numpy as np

from tests.authenticity import manipulations as edits
from tests.authenticity.manipulations import Edited, Random
from tests.benchmarks.edits.genuine import HELD_OUT, TUNED, Image, spread
from tests.benchmarks.edits.tally import Tally
from viewer.authenticity import check_area
from viewer.errors import UsageError

BY = "check this area"
EDITED = 14
_GENUINE = "genuine"
_SIDES = (24, 40)
_TIMES = 8
_SEED = 8


def deep_groups(every: Sequence[Image]) -> tuple[list[Image], list[Image]]:
    """Images that can be edited: some that thresholds were set on, and all held out."""
    deep = [each for each in every if each.is_deep]
    tuned = spread([each for each in deep if each.group == TUNED], EDITED)
    return tuned, [each for each in deep if each.group == HELD_OUT]


def marked(every: Sequence[Image], tally: Tally) -> None:
    """Eight areas of every image, each untouched and edited in each way, on all processors."""
    tuned, held = deep_groups(every)
    tasks = [
        (image, donors, (_SEED, number))
        for mine, donors in ((tuned, held), (held, tuned))
        for number, image in enumerate(mine)
    ]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for (image, *_), found in zip(tasks, pool.starmap(_told, tasks, 1), strict=True):
            for name, unusual in found:
                if name == _GENUINE:
                    tally.genuine("area", image.group, unusual, "areas")
                else:
                    tally.edit(name, BY, image.group, unusual)


def _told(image: Image, donors: Sequence[Image], seed: Sequence[int]) -> list[tuple[str, bool]]:
    random = np.random.default_rng(seed)
    found: list[tuple[str, bool]] = []
    for _ in range(_TIMES):
        side = int(random.integers(*_SIDES)) if min(image.plane.shape) >= 200 else _SIDES[0]
        place = edits.place(image.plane, side, random)
        every = [(_GENUINE, (image.plane, place)), *area_edits(image, donors, side, random)]
        found += [(name, hit) for name, done in every if (hit := _unusual(done)) is not None]
    return found


def area_edits(
    image: Image, donors: Sequence[Image], side: int, random: Random
) -> Iterator[tuple[str, Edited | None]]:
    """Every edit of one place; None where the image has no room for it."""
    donor = donors[random.integers(len(donors))].plane
    yield "splice from another patient", edits.splice(donor, image.plane, random, side)
    for name, edit in edits.LOCAL.items():
        yield name, edit(image.plane, random, side)


def _unusual(done: Edited | None) -> bool | None:
    if done is None or done[1] is None:
        return None
    try:
        return check_area(done[0], done[1]).is_unusual
    except UsageError:
        return None
