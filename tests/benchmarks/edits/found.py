"""How many edits the checks find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from tests.authenticity import manipulations as edits
from tests.authenticity.manipulations import Random
from tests.benchmarks.edits.alarms import PIXEL_CHECKS
from tests.benchmarks.edits.areas import area_edits, deep_groups
from tests.benchmarks.edits.genuine import Image
from tests.benchmarks.edits.tally import Tally
from viewer.authenticity.copy_across import CopyAcross
from viewer.authenticity.noise import noise_grid
from viewer.authenticity.noise_along import largest_break
from viewer.authenticity.subject import Plane
from viewer.model import Box

_PASTES = (12, 14, 16, 20, 24, 32, 48)
_HISTORY = ("bit-history.few-values", "block-grid")


def copies(found: Sequence[Image], tally: Tally, random: Random) -> None:
    """Pastes within one image, by size, with a soft rim and with a hard one."""
    for image in found:
        for side in _PASTES:
            for name, edit in (("soft", edits.copy_move), ("hard", edits.hard_copy)):
                done = edit(image.plane, random, side)
                if done is not None and done[1] is not None:
                    hits = PIXEL_CHECKS["exact-copy"].on_plane(done[0], image.bits)
                    is_found = any(_meets(done[1], each.box, each.twin) for each in hits)
                    title = f"copy within the image, {name} rim, {side} pixels"
                    tally.edit(title, "exact-copy", image.group, is_found)
                    size = "24 pixels and more" if side >= 24 else "12 to 20 pixels"
                    tally.edit(
                        f"copy within the image, {size}", "exact-copy", image.group, is_found
                    )


def _meets(target: Box, *boxes: Box | None) -> bool:
    return any(box is not None and box.overlap(target) for box in boxes)


def of_planes(every: Sequence[Image], tally: Tally) -> None:
    """What the checks of one plane find of whole images and of places nobody points at."""
    random = np.random.default_rng(8)
    tuned, held = deep_groups(every)
    for mine, donors in ((tuned, held), (held, tuned)):
        _whole(mine, tally, random)
        _unmarked(mine, donors, tally, random)


def _whole(found: Sequence[Image], tally: Tally, random: Random) -> None:
    """Edits of the whole image against every check of one plane."""
    for image in found:
        for name, edit in edits.WHOLE.items():
            plane, _ = edit(image.plane, random)
            rules = {
                each.rule
                for check in set(PIXEL_CHECKS.values())
                for each in check.on_plane(plane, image.bits)
            }
            if "history" in name:
                is_found = bool(rules & set(_HISTORY))
                tally.edit(name, "few values or block grid", image.group, is_found)
            for rule in PIXEL_CHECKS:
                if rule != "exact-copy":
                    tally.edit(name, rule, image.group, rule in rules)
            tally.edit(name, "any check", image.group, bool(rules))


def _unmarked(
    found: Sequence[Image], donors: Sequence[Image], tally: Tally, random: Random
) -> None:
    """The same edits, with nobody pointing at the place: the checks of one plane alone."""
    for image in found:
        for name, done in area_edits(image, donors, 32, random):
            if name != "genuine" and done is not None:
                hits = [
                    each
                    for check in set(PIXEL_CHECKS.values())
                    for each in check.on_plane(done[0], image.bits)
                ]
                tally.edit(name, "checks of one image, unmarked", image.group, bool(hits))


def along(planes: Sequence[Plane], group: str, tally: Tally, random: Random) -> None:
    """Edits in one slice of a volume, found by noise along the slices, and pastes across slices."""
    grids = np.log(np.array([noise_grid(plane) for plane in planes], np.float64))
    for number in range(2, len(planes) - 2, max(1, len(planes) // 25)):
        plane, donor = planes[number], planes[(number + len(planes) // 3) % len(planes)]
        side = max(24, min(plane.shape) // 8)
        for name, edit in {
            "splice from another slice, brightness fitted": partial(edits.splice, donor),
            **edits.LOCAL,
        }.items():
            if (done := edit(plane, random, side)) is None:
                continue
            changed = grids.copy()
            changed[number] = np.log(noise_grid(done[0]))
            hit = largest_break(changed, number)
            is_found = hit is not None and done[1] is not None and hit[1].overlap(done[1])
            tally.edit(name, "noise-along", group, bool(is_found))
        _across(planes, number, donor, group, tally, random)


def _across(
    planes: Sequence[Plane], number: int, donor: Plane, group: str, tally: Tally, random: Random
) -> None:
    from tests.benchmarks.edits.memory import subject_of

    for side in (16, 20, 24, 32, 48):
        if (done := edits.paste_from(donor, planes[number], random, side)) is None:
            continue
        subject = subject_of([done[0], donor])
        check = CopyAcross()
        for place in subject.places:
            list(check.look_at_frame(subject, place))
        target = done[1]
        hits = check.look_across([subject])
        is_found = any(target is not None and _meets(target, each.box, each.twin) for each in hits)
        size = "24 pixels and more" if side >= 24 else f"{side} pixels"
        tally.edit(f"paste from another slice, {size}", "copy-across", group, is_found)
