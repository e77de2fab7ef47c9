"""Where the brain may be: the image's own brain case joined with the template's, and a margin."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.surface.balls import grown, shrunk
from viewer.surface.fit import Fit
from viewer.surface.mannequin import average_brain_at
from viewer.surface.skin import Skin
from viewer.surface.voxels import EvenGrid

Mask = NDArray[np.bool_]
MARGIN_MM = 5.0


def protected(skin: Skin, fit: Fit, is_ct: bool, thickest_mm: float) -> Mask:
    """Voxels of the even grid no deface may touch: the brain estimate grown by 5 mm or more.

    Thick slices add half of what they exceed 2 mm by, because they blur the border.
    """
    margin = MARGIN_MM + max(0.0, (thickest_mm - 2.0) / 2)
    half = _every_second(skin.grid)
    step = half.spacing
    prior = _prior(half, fit)
    if not prior.any():
        return np.zeros(skin.grid.values.shape, bool)
    body = skin.solid[::2, ::2, ::2]
    brain = prior | _seen(half, prior, body, is_ct)
    return _doubled(grown(brain, margin / step), skin.grid.values.shape)


def _every_second(grid: EvenGrid) -> EvenGrid:
    values = ndimage.uniform_filter(grid.values, 2)[::2, ::2, ::2]
    return EvenGrid(values, grid.origin, grid.spacing * 2, grid.inside[::2, ::2, ::2])


def _prior(grid: EvenGrid, fit: Fit) -> Mask:
    result = np.zeros(grid.values.shape, bool)
    plane = np.indices(grid.values.shape[1:]).reshape(2, -1).T
    for number in range(len(result)):
        index = np.column_stack([np.full(len(plane), number), plane])
        inside = average_brain_at(fit.to_canonical(grid.points(index)))
        result[number] = inside.reshape(result.shape[1:])
    return result & grid.inside


def _seen(grid: EvenGrid, prior: Mask, body: Mask, is_ct: bool) -> Mask:
    """Soft tissue around the prior's core, cut off at bone (CT) or dark skull (MR)."""
    step = grid.spacing
    reach = 16.0 if is_ct else 10.0
    near = grown(prior, reach / step)
    core = shrunk(prior, 8.0 / step)
    if is_ct:
        soft = (grid.values > -20) & (grid.values < 140)
    else:
        usual = float(np.median(grid.values[core])) if core.any() else 0.0
        soft = grid.values > 0.45 * usual
    soft &= near & body
    opened = shrunk(soft, 4.0 / step)
    parts, count = ndimage.label(opened)
    if not count:
        return prior
    wanted = np.unique(parts[core & opened])
    kept = np.isin(parts, wanted[wanted > 0])
    if not kept.any():
        return prior
    return grown(kept, 5.0 / step) & soft


def _doubled(mask: Mask, shape: tuple[int, ...]) -> Mask:
    big = mask.repeat(2, 0).repeat(2, 1).repeat(2, 2)
    return big[tuple(slice(size) for size in shape)]
