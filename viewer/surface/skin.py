"""From a volume to the outer skin: threshold, fill, drop the table, keep the largest body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.surface.balls import grown, shrunk
from viewer.surface.mesh import SkinMesh, surface_of
from viewer.surface.voxels import EvenGrid, Voxels, even_grid

Mask = NDArray[np.bool_]
Floats = NDArray[np.float32]
_CT_SKIN = -300.0


@dataclass(frozen=True)
class Skin:
    """The body in a volume on the even grid.

    ``solid`` [z, y, x] is the filled body; ``level`` the value of the skin; ``on_edge`` tells for
    each mesh vertex that it lies where the scan ends, so it is no skin.
    """

    grid: EvenGrid
    solid: Mask
    level: float
    mesh: SkinMesh
    on_edge: Mask

    @property
    def millilitres(self) -> float:
        """Volume of the body, in ml."""
        return float(self.solid.sum()) * self.grid.spacing**3 / 1000


def skin_of(voxels: Voxels, spacing: float = 1.0) -> Skin | None:
    """The skin of the largest body in a CT, MR or PET volume; None when there is none."""
    if not voxels.has_skin:
        return None
    grid = even_grid(voxels, spacing)
    level = _level(voxels.modality, grid)
    coarse = _halved(grid.values)
    solid = _body(coarse > level, grid.spacing * 2)
    if not solid.any():
        return None
    full = _doubled(solid, grid.values.shape)
    mesh = surface_of(_clamped(grid, full, level), level, grid.origin, grid.spacing)
    if not len(mesh.triangles):
        return None
    return Skin(grid, full, level, mesh, _on_edge(voxels, mesh))


def _level(modality: str, grid: EvenGrid) -> float:
    if modality == "CT":
        return _CT_SKIN
    return _pet_level(grid) if modality == "PT" else _mr_level(grid)


def _pet_level(grid: EvenGrid) -> float:
    """Above the noise of the air, which is the lower half, and 3 % of the hottest tissue."""
    values = grid.values[grid.inside][::7]
    middle, hot = np.percentile(values, (50, 99.5))
    air = values[values <= middle]
    return float(max(air.mean() + 5 * air.std(), 0.03 * hot))


def _mr_level(grid: EvenGrid) -> float:
    """0.6 of Otsu's threshold on the square root, which keeps a thin dark scalp."""
    values = grid.values[grid.inside][::7]
    root = np.sqrt(np.clip(values, 0, np.percentile(values, 99.5)))
    return float((0.6 * _otsu(root)) ** 2)


def _otsu(values: Floats) -> float:
    counts, edges = np.histogram(values, 256)
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    total = np.cumsum(counts * middles)
    means = total / np.maximum(below, 1), (total[-1] - total) / np.maximum(above, 1)
    return float(middles[np.argmax(below * above * (means[0] - means[1]) ** 2)])


def _body(mask: Mask, spacing: float) -> Mask:
    """The filled largest body; filled before it is opened, else dark skull splits off the scalp."""
    filled = _filled_in_planes(mask)
    opened = grown(shrunk(filled, 3.0 / spacing), 3.0 / spacing)
    parts, count = ndimage.label(opened)
    if not count:
        return np.zeros_like(mask)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    body = grown(parts == sizes.argmax(), 4.0 / spacing) & filled
    closed = shrunk(grown(np.pad(body, 6), 7.0 / spacing), 7.0 / spacing)[6:-6, 6:-6, 6:-6]
    return _filled_in_planes(closed | body)


def _filled_in_planes(mask: Mask) -> Mask:
    result = mask.copy()
    for axis in range(3):
        planes = np.moveaxis(result, axis, 0)
        for plane in planes:
            if plane.any():
                plane[...] = ndimage.binary_fill_holes(plane)
    return result


def _halved(values: Floats) -> Floats:
    trimmed = values[tuple(slice(size // 2 * 2) for size in values.shape)]
    z, y, x = (size // 2 for size in trimmed.shape)
    result: Floats = trimmed.reshape(z, 2, y, 2, x, 2).mean(axis=(1, 3, 5))
    return result


def _doubled(mask: Mask, shape: tuple[int, ...]) -> Mask:
    big = mask.repeat(2, 0).repeat(2, 1).repeat(2, 2)
    missing = [(0, want - have) for want, have in zip(shape, big.shape, strict=True)]
    return np.pad(big, missing, mode="edge")


def _clamped(grid: EvenGrid, solid: Mask, level: float) -> Floats:
    """Values with only the outer skin left to cross the level."""
    values: Floats = ndimage.gaussian_filter(grid.values, 0.6)
    span = float(np.percentile(grid.values[solid][::11], 90)) - level
    near = max(2, round(3.0 / grid.spacing))
    ball = ndimage.generate_binary_structure(3, 1)
    deep = ndimage.binary_erosion(solid, ball, near)
    far = ~ndimage.binary_dilation(solid, ball, near)
    values[deep] = level + span
    values[far] = level - span
    values[~grid.inside] = level - span
    return values


def _on_edge(voxels: Voxels, mesh: SkinMesh) -> Mask:
    index = voxels.to_index(mesh.points.astype(np.float64))
    last = np.array(voxels.array.shape) - 1
    margin = np.maximum(1.6 / np.array(voxels.spacing), 0.55)
    return np.asarray(((index < margin) | (index > last - margin)).any(axis=1), bool)
